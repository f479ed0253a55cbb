"""Draw the plan of a history from its seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from app.domain.recognition import LEAST_LAG_S
from tests.simulation.agentos import FaultPeriod, WriteOutcome
from tests.simulation.plan import (
    JOBS,
    SETTLE_S,
    Answers,
    ClockStep,
    DiskFull,
    DocumentLost,
    Kind,
    Office,
    Part,
    Plan,
    ProcessFault,
    Removed,
    Request,
    Restore,
)
from tests.simulation.records import Storage

MOST_LAG_S = LEAST_LAG_S - 1.0
LONG_AWAY_S = 76 * 3_600.0

UNCERTAIN: tuple[str | int, ...] = ("cut", "timeout", "html", "truncated", 302, 408, 409, 423, 425, 500, 502, 503, 504)
PROBABLY: tuple[int, ...] = (403, 404, 405)
REFUSED: tuple[int, ...] = (400, 413, 415, 422)
CERTAIN: tuple[int, ...] = (401, 429)
FALSE_READS = (
    "empty",
    "short",
    "without notes",
    "without ids",
    "without status",
    "incomplete",
    "html",
    "cut",
    "timeout",
    "401",
    "403",
    "404",
    "500",
    "502",
    "other contractor",
)
LASTING_WRITES = ("400", "403", "404", "405", "422", "502", "html", "no connection")
STYLES = ("long", "long", "short", "accented")
NOTE_CHANGES = ("line ends", "entities", "author", "truncated")
UNRECOGNISABLE = ("shortened", "in pence")
"""Changes that make a record unrecognisable for the portal, which can then never prove that it recognises its own."""
INVOICE_CHANGES = ("capitals", "no number", "net amounts", "no document", "truncated")
""""net amounts" may bring "no description"."""


def draw(seed: int) -> Plan:
    """Draw a plan."""
    random = Random(seed)
    kind_of_history = random.random()
    if kind_of_history < 0.01:
        return _many_in_doubt(seed, random)
    if kind_of_history < 0.013:
        return _long_away(seed, random)
    if kind_of_history < 0.018:
        return _same_note_twice(seed, random)
    beyond = kind_of_history > 0.94
    lag_s = random.choice((0.0, 0.0, round(random.uniform(0.5, MOST_LAG_S), 1)))
    changes = _changes(random)
    is_recognisable = random.random() > 0.06
    if not is_recognisable:
        changes = frozenset((random.choice(UNRECOGNISABLE), *changes))
    storage: list[tuple[float, Storage]] = [(0.0, Storage(changes, lag_s))]
    if is_recognisable and random.random() < 0.15:
        longer_s = round(random.uniform(lag_s, MOST_LAG_S), 1)
        storage.append((round(random.uniform(5.0, 60.0), 1), Storage(_changes(random), longer_s)))
    is_proven = random.random() < 0.75
    parts: list[Part] = []
    for number in range(1, random.choice((1, 1, 2, 2, 3, 4)) + 1):
        parts.append(_request(random, number))
    words = Random(f"{seed} words")  # a separate generator, so older histories do not change
    parts = [replace(part, style=words.choice(STYLES)) if isinstance(part, Request) else part for part in parts]
    if words.random() < 0.2:
        storage = [(at, replace(stored, changes=stored.changes | {"question marks"})) for at, stored in storage]
    if words.random() < 0.7:  # then only the amount shows that an invoice may be the portal's
        storage = [(at, replace(stored, changes=_without_description(stored.changes))) for at, stored in storage]
    parts += _faults(random, [part.at for part in parts if isinstance(part, Request)])
    fates = tuple(_fate(random, beyond) for _ in range(random.choice((1, 2, 3, 6))))
    rare = Random(f"{seed} rare")  # as with the words
    fates = tuple(_rare_success(rare, fate) for fate in fates)
    parts += _rare_parts(rare)
    quiet_at = max((_end(part) for part in parts), default=0.0) + 5.0
    return Plan(
        seed=seed,
        parts=tuple(parts),
        fates=fates,
        storage=tuple(storage),
        is_proven=is_proven,
        lists_invoices=random.random() > 0.05,
        quiet_at=round(quiet_at, 1),
        beyond=beyond,
    )


def _without_description(changes: frozenset[str]) -> frozenset[str]:
    return changes | {"no description"} if "net amounts" in changes else changes


def _request(random: Random, number: int) -> Request:
    kind: Kind = random.choice(("note", "note", "completion", "invoice", "invoice"))
    at = round(random.uniform(10.0, 90.0), 2)
    return Request(
        number=number,
        at=at,
        kind=kind,
        job_id=random.choice(("JOB-1", "JOB-1", "JOB-2", "JOB-3")),
        later=random.random() < 0.6,
        keyed=random.random() < 0.8,
        has_document=kind == "invoice" and random.random() < 0.5,
        response_lost=random.random() < 0.15,
        repeats=random.choice((0, 1, 3)),
        again_after_s=round(random.choice((7.0, 7.0, SETTLE_S / 2, SETTLE_S + random.uniform(-1.0, 6.0))), 1),
        completed=random.random() < 0.7,
        text_of=number - 1 if kind == "note" and random.random() < 0.1 else 0,
    )


def _fate(random: Random, beyond: bool) -> WriteOutcome:
    luck = random.random()
    if luck < 0.3:
        return WriteOutcome("no id" if luck < 0.04 else "ok")
    if luck < 0.34:
        return WriteOutcome("no connection")
    latest = SETTLE_S - 0.5
    if luck < 0.8:
        how: str | int = random.choice(UNCERTAIN)
    elif luck < 0.9:
        how = random.choice(PROBABLY)
    else:
        how = random.choice(REFUSED + CERTAIN)
    takes_s = 15.0 if how == "timeout" else round(random.uniform(0.05, 5.0), 2)
    early = -0.5 * takes_s
    late = round(random.choice((random.uniform(0.1, 30.0), random.uniform(0.1, latest), latest)), 1)
    effect_s: float | None = random.choice((None, None, early, late, late))
    if how in REFUSED + CERTAIN and not beyond:
        effect_s = None
    if beyond and effect_s is not None and effect_s > 0 and random.random() < 0.5:
        effect_s = round(random.uniform(SETTLE_S, 2_000.0), 1)
    return WriteOutcome(how, effect_s, takes_s)


def _changes(random: Random) -> frozenset[str]:
    luck = random.random()
    if luck < 0.6:
        return frozenset()
    return frozenset((random.choice(NOTE_CHANGES), random.choice(INVOICE_CHANGES)))


def _span(random: Random, longest: float) -> tuple[float, float]:
    begin = round(random.uniform(8.0, 200.0), 1)
    return begin, round(begin + random.uniform(1.0, longest), 1)


def _faults(random: Random, sent_at: list[float]) -> list[Part]:
    parts: list[Part] = []

    def soon() -> float:
        """Return a moment shortly after a request, or a random moment."""
        near = random.choice(sent_at) + random.uniform(0.05, 6.0)
        return round(random.choice((near, random.uniform(9.0, 200.0))), 2)

    def hidden() -> Part:
        """Hide the newest record for less time than between the two checks that prove absence."""
        begin = round(random.choice(sent_at) + SETTLE_S + random.uniform(-1.0, 16.0), 1)
        return FaultPeriod(begin, begin + round(random.uniform(2.0, 9.0), 1), "reads without the newest")

    def moment() -> float:
        return round(random.uniform(9.0, 200.0), 1)

    def web() -> str:
        return random.choice(("web1", "web2"))

    def worker() -> str:
        return random.choice(("worker1", "worker2"))

    def lasting() -> Part:
        longest = random.choice((60.0, 60.0, 2_400.0))
        return FaultPeriod(*_span(random, longest), f"writes {random.choice(LASTING_WRITES)}")

    def disk_full() -> Part:
        return DiskFull(*_span(random, 40.0), random.choice(("before the commit", "after the commit")))

    def clock_step() -> Part:
        return ClockStep(moment(), random.choice(("web1", "worker1")), random.choice((-400.0, -30.0, 30.0, 400.0)))

    chances: tuple[tuple[float, Callable[[], Part]], ...] = (
        (0.3, lambda: FaultPeriod(*_span(random, 120.0), f"reads {random.choice(FALSE_READS)}")),
        (0.1, lambda: FaultPeriod(*_span(random, 60.0), f"reads {random.choice(FALSE_READS)}")),
        (0.12, lasting),
        (0.08, lambda: FaultPeriod(*_span(random, 200.0), "away")),
        (0.2, lambda: ProcessFault(web(), "crash", random.randint(1, 45), 3.0)),
        (0.12, lambda: ProcessFault(worker(), "crash", random.randint(1, 90), 3.0)),
        (0.04, lambda: ProcessFault(worker(), "crash", random.randint(1, 30), 300.0)),
        (0.12, lambda: ProcessFault(web(), "freeze", random.randint(1, 45), _freeze_s(random))),
        (0.1, lambda: ProcessFault(worker(), "freeze", random.randint(1, 90), _freeze_s(random))),
        (0.03, lambda: ProcessFault(random.choice(("web1", "web2", "worker1")), "gap", 0, _freeze_s(random))),
        (0.1, lambda: Office(soon(), "same record", 1)),
        (0.05, lambda: Office(soon(), "other note", 1)),
        (0.05, lambda: Office(soon(), "other status", 1)),
        (0.04, lambda: Office(soon(), "same status", 1)),
        (0.05, lambda: Office(soon(), "gives the job away", 1)),
        (0.03, lambda: Office(soon(), "deletes a record", 1)),
        (0.1, hidden),
        (0.1, disk_full),
        (0.05, clock_step),
        (0.04, lambda: DocumentLost(round(random.uniform(9.0, 150.0), 1))),
    )
    for chance, make in chances:
        if random.random() < chance:
            parts.append(make())
    return parts


def _rare_success(random: Random, fate: WriteOutcome) -> WriteOutcome:
    """Return a fate with another success than usual, or the same fate."""
    if fate.how != "ok" or random.random() > 0.15:
        return fate
    return replace(fate, how=random.choice(("foreign id", "stored twice")))


def _rare_parts(random: Random) -> list[Part]:
    parts: list[Part] = []
    if random.random() < 0.05:
        backup_at = random.uniform(5.0, 150.0)
        parts.append(Restore(round(backup_at, 2), round(backup_at + random.uniform(1.0, 200.0), 2)))
    if random.random() < 0.3:
        parts.append(Answers(round(random.uniform(100.0, 900.0), 1), right=random.random() < 0.7))
    if random.random() < 0.05:
        parts.append(Removed(round(random.uniform(15.0, 200.0), 1)))
    elif random.random() < 0.06:  # perhaps so long that the portal tries only every few minutes
        parts.append(FaultPeriod(*_span(random, 1_200.0), "away"))
    return parts


def _freeze_s(random: Random) -> float:
    least, most = random.choice(((1.0, 30.0), (60.0, 200.0), (150.0, 500.0)))
    return round(random.uniform(least, most), 1)


def _end(part: Part) -> float:
    if isinstance(part, DiskFull | FaultPeriod):
        return part.end
    if isinstance(part, ProcessFault):
        return part.seconds + 200.0
    if isinstance(part, Request):
        return part.at + 60.0 + part.repeats * part.again_after_s
    return part.at + (240.0 if isinstance(part, Restore | Removed) else 0.0)


def _many_in_doubt(seed: int, random: Random) -> Plan:
    """Return a plan with twenty submissions in doubt at once."""
    parts = tuple(
        Request(number, 10.0 + number / 2, random.choice(("note", "invoice")), random.choice(tuple(JOBS)), True, True)
        for number in range(1, 21)
    )
    fates = tuple(WriteOutcome(502, random.choice((None, 0.0, 40.0)), 0.2) for _ in parts)
    return Plan(seed, parts, fates, ((0.0, Storage()),), True, True, 100.0, beyond=False)


def _long_away(seed: int, random: Random) -> Plan:
    """Return a plan where AgentOS is away for more than three days."""
    away = FaultPeriod(9.0, LONG_AWAY_S, "away" if random.random() < 0.7 else "reads 500")
    return Plan(seed, (_request(random, 1), away), (), ((0.0, Storage()),), True, True, LONG_AWAY_S, beyond=False)


def _same_note_twice(seed: int, random: Random) -> Plan:
    """Return a plan with two equal notes. AgentOS returns no id for the first, and lists it late."""
    first = replace(_request(random, 1), kind="note", keyed=True, has_document=False, text_of=0)
    second = replace(first, number=2, at=round(first.at + random.uniform(0.2, 8.0), 2), text_of=1)
    fates = (
        WriteOutcome("no id"),
        WriteOutcome(random.choice((502, "cut", "html")), random.choice((None, 0.0, 40.0)), 0.2),
    )
    storage = Storage(lag_s=round(random.uniform(0.5, MOST_LAG_S), 1))
    return Plan(seed, (first, second), fates, ((0.0, storage),), True, True, 200.0, beyond=False)
