"""One seed: a storm over AgentOS, troubles, phones; then calm, and a verdict."""

from __future__ import annotations

import json
import random
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select

from app.store.tables import notices, proofs
from bench.deployment import Deployment, deploy
from simulator.storm import STORES
from tests import postgres_server, redis_server
from tests.chaos import clocks, disks
from tests.chaos.checker import LIMIT, Verdict, check
from tests.chaos.clients import Phone, Portal, Told, drain
from tests.chaos.fleet import FIRST_WORKER, NAMES, WEBS, Fleet
from tests.chaos.people import COMPLETED, completed, configuration, keys, like, senders
from tests.chaos.plan import Sender, plain_ones, plan
from tests.chaos.runs import Run
from tests.chaos.standing import Held, most_calls
from tests.chaos.troubles import Scene, Troubles
from tests.end_to_end.processes import wait_until

SHARE = 0.2
KINDS = "doubt"
PROOF_S = 60.0


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came of a seed. `faults`: calls that failed and troubles, by kind; `left_out`: troubles there were none of.

    `refused`: calls beyond AgentOS's own limit; `most`: the most calls of a key in its window.
    """

    seed: int
    told: list[Told]
    verdict: Verdict
    faults: Counter[str]
    troubles: Counter[str]
    left_out: list[str]
    calls: int
    refused: int
    most: int
    seconds: float
    drain_s: float


def run(seed: int, with_: Run, database: str, keep: Path | None = None) -> Result:
    """Run it; `keep`: a folder for databases, logs and answers. Raises RuntimeError if it cannot be run."""
    began = time.monotonic()
    names = with_.agencies
    with ExitStack() as stack:
        data, documents = stack.enter_context(disks.disk(400)), stack.enter_context(disks.disk(32))
        postgres, clock, settings = stack.enter_context(_database(database, data))
        settings |= {**keys(names), "DOCUMENTS_DIR": str(documents.folder / "documents")}
        sizes = [f"{name}:{with_.size}" for name in names]
        one = stack.enter_context(deploy(configuration(names), (*sizes, "--plain"), **settings))
        fleet = Fleet(one, with_.entry)
        before, people = _open(one, fleet, with_)
        portal = Portal(fleet.addresses)
        _store_otherwise(one, names, seed)
        plain = _send_plain_ones(one, portal, people, before, min(PROOF_S, 2 * with_.settle_s))
        closing = threading.Event()
        # Few submissions would be over before the troubles come.
        spread_s = with_.lasting.storm_s if with_.is_whole else 0.0
        phones = [
            Phone(portal, pieces, _known(before, pieces[0].sender, plain), f"{seed} {number}", closing, spread_s)
            for number, pieces in enumerate(plan(seed, people, with_.submissions))
        ]
        scene = Scene(one, fleet, phones, names, data, documents, postgres, clock)
        troubles = Troubles(scene, with_.lasting, f"{seed} troubles")
        storm = _storm(one, seed, with_, phones, troubles, closing)
        troubles.check()
        told = [*plain, *(each for phone in phones for each in phone.told)]
        drain_s = drain(portal, told, f"{seed} drain", with_.drain_s)
        troubles.join()
        troubles.check()
        after, calls = _held(one, names), one.calls()
        limits = [one.limits(agency) for agency in after]
        held = {
            name: Held(
                before=before[name],
                after=after[name],
                calls=[call for call in calls if call["agency"] == name],
                completed=COMPLETED[like(name)],
                settle_s=with_.settle_s,
            )
            for name in names
        }
        lost = frozenset(scene.lost_documents)
        told_of = _notices(one)
        verdict = check(told, held, told_of, lost_documents=lost, window_s=with_.window_s)
        if keep is not None:
            _keep(one, data, keep, {"before": before, "after": after, "calls": calls})
            _keep(one, data, keep, {"told": [asdict(each) for each in told], "notices": told_of})
    altered = {"stored altered": sum(1 for name in names if "-" in name)}
    return Result(
        seed=seed,
        told=told,
        verdict=verdict,
        faults=Counter(storm["faults"]),
        troubles=troubles.counts + Counter(altered),
        left_out=_left_out(data, documents),
        calls=storm["calls"],
        refused=sum(each["refused_429"] + each["refused_403"] for each in limits),
        most=max(most_calls(calls, with_.window_s).values()),
        seconds=time.monotonic() - began,
        drain_s=drain_s,
    )


def _left_out(*own: disks.Disk) -> list[str]:
    left_out = [] if clocks.library() else [clocks.MISSING]
    return left_out if all(one.is_own for one in own) else [*left_out, disks.MISSING]


def _open(one: Deployment, fleet: Fleet, with_: Run) -> tuple[dict[str, Any], list[Sender]]:
    """Fill the mirror without limits and sign everybody in, then start again with the real settings and limits."""
    for name in (*WEBS, FIRST_WORKER):
        fleet.start(name)
    before = _held(one, with_.agencies)
    wait_until("the web servers", lambda: all(_answers(address) for address in fleet.addresses))
    wait_until("the lists of all agencies", lambda: _was_asked(one) >= set(with_.agencies), 300.0)
    one.wait_until_quiet()  # who signs in must be known by then
    people = senders(one, fleet.addresses[0], before, with_.contractors_each)
    one.wait_until_quiet()
    fleet.kill(*NAMES)
    for name in ("AGENTOS_BUDGET", "AGENTOS_BUDGET_WINDOW_S"):
        one.processes.environment.pop(name)
    one.settings(with_.settings)
    one.limit(LIMIT, with_.window_s)
    one.forget_calls()
    for name in NAMES:
        fleet.start(name)
    wait_until("the web servers", lambda: all(_answers(address) for address in fleet.addresses))
    return before, people


def _was_asked(one: Deployment) -> set[str]:
    return {call["agency"] for call in one.calls() if "contractors" in call["path"]}


def _answers(address: str) -> bool:
    return Portal([address]).is_there()


def _held(one: Deployment, names: Sequence[str]) -> dict[str, Any]:
    """What AgentOS holds, by agency."""
    return {agency: one.control("GET", f"state/{agency}") for agency in names}


def _store_otherwise(one: Deployment, names: Sequence[str], seed: int) -> None:
    """Let agencies but the first two store what they are sent in ways of their own."""
    for name in names:
        if "-" in name:
            stores = random.Random(f"{seed} {name}").choice(STORES)
            one.control("POST", "faults", {"path": f"/{name}/", "stores": stores})


def _send_plain_ones(
    one: Deployment, portal: Portal, people: Sequence[Sender], held: dict[str, Any], proof_s: float
) -> list[Told]:
    """Send one of each kind at each agency in good weather, and wait until the portal has recognised what it can."""
    phones = [
        Phone(portal, pieces, completed(held, pieces[0].sender), f"plain {number}")
        for number, pieces in enumerate(plain_ones(people))
    ]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    until = time.monotonic() + proof_s
    while time.monotonic() < until and len(_rows(one, select(proofs.c.agency))) < 3 * len(phones):
        time.sleep(0.5)
    return [told for phone in phones for told in phone.told]


def _known(held: dict[str, Any], sender: Sender, plain: Sequence[Told]) -> dict[str, bool | None]:
    """The jobs of a sender: True if completed, None where that is not certain."""
    toggled = [one for one in plain if one.piece.kind == "completion" and one.piece.sender == sender]
    return completed(held, sender) | {
        one.piece.job_id: one.result["completed"] if one.end == "acknowledged" else None for one in toggled
    }


def _storm(
    one: Deployment, seed: int, with_: Run, phones: Sequence[Phone], troubles: Troubles, closing: threading.Event
) -> dict[str, Any]:
    """Let everybody send, calls fail and trouble come, for a time; what kinds of faults there were."""
    weather = {"seed": seed, "share": SHARE, "settle_s": with_.settle_s, "timeout_s": with_.read_s, "kinds": KINDS}
    one.control("POST", "storm", weather)
    until = time.monotonic() + with_.lasting.storm_s
    for thread in (*phones, troubles):
        thread.start()
    while any(phone.is_alive() for phone in phones) and (with_.is_whole or time.monotonic() < until):
        time.sleep(0.5)
    closing.set()
    troubles.end()
    faults: dict[str, Any] = one.control("DELETE", "storm")
    for phone in phones:
        phone.join()
    return faults


@contextmanager
def _database(
    kind: str, data: disks.Disk
) -> Iterator[tuple[postgres_server.PostgresServer | None, clocks.SteppedClock | None, dict[str, str]]]:
    """SQLite on the disk for data; or PostgreSQL there, with a clock of its own, and Redis for the sessions."""
    if kind == "sqlite":
        yield None, None, {"DATABASE_URL": f"sqlite:///{data.folder / 'portal.db'}"}
        return
    clock = clocks.SteppedClock("database")
    with (
        postgres_server.serving(durable=True, place=data.folder, environment=clock.environment()) as server,
        redis_server.serving() as redis,
    ):
        url = server.url(server.make("template0"))
        yield server, clock, {"DATABASE_URL": url, "REDIS_URL": redis, "SESSION_TYPE": "redis"}
        server.reconnect()


def _rows(one: Deployment, words: Any) -> list[Any]:
    engine = create_engine(one.processes.environment["DATABASE_URL"])
    try:
        with engine.connect() as connection:
            return list(connection.execute(words).all())
    finally:
        engine.dispose()


def _notices(one: Deployment) -> dict[str, frozenset[str]]:
    """Who is told of which submission: the kinds of notices by its id."""
    found: dict[str, set[str]] = {}
    for row in _rows(one, select(notices.c.submission_id, notices.c.kind)):
        found.setdefault(row.submission_id, set()).add(row.kind)
    return {name: frozenset(kinds) for name, kinds in found.items()}


def _keep(one: Deployment, data: disks.Disk, folder: Path, things: dict[str, Any]) -> None:
    shutil.copytree(one.folder, folder, dirs_exist_ok=True)
    for path in data.folder.glob("portal.db*"):
        shutil.copy(path, folder)
    for name, value in things.items():
        (folder / f"{name}.json").write_text(json.dumps(value, default=str, indent=1), "utf-8")
