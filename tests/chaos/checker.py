"""Whether what stands in AgentOS is what people were told: page 4's states, and who must hear of which.

It knows neither ledger nor log of the portal; of the database it is given the notices alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.clients import Told
from tests.chaos.standing import Held, Standing, most_calls, standing

FAULTS = (
    *("lost", "doubled", "foreign", "disordered", "untrue", "refused", "unanswered", "open", "untold", "overrun"),
)
"""What may be wrong.

`untrue`: told what is not so. `open`: neither ended nor in review. `untold`: somebody whom page 4 names was not told.
`overrun`: more calls than AgentOS allows.
"""
LIMIT = 50
NOTICES = {
    "review": frozenset(("review", "office")),
    "rejected": frozenset(("rejected",)),
    "expired": frozenset(("expired",)),
}
"""Who must be told of an end of what was promised."""

Notices = Mapping[str, frozenset[str]]


@dataclass
class Verdict:
    """What is wrong, by fault, each with a line; and what went to review, by agency and kind."""

    faults: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FAULTS})
    reviews: Counter[str] = field(default_factory=Counter)

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not any(self.faults.values())


def check(
    everything: Sequence[Told],
    held: Mapping[str, Held],
    notices: Notices,
    *,
    lost_documents: frozenset[str] = frozenset(),
    window_s: float = 60.0,
) -> Verdict:
    """Compare what was told with what stands.

    `notices`: the kinds of notices by submission; `lost_documents`: submissions whose document was taken away.
    """
    verdict = Verdict()
    _check_ends(verdict, everything, notices, lost_documents)
    effects = [one for agency, state in held.items() for one in standing(agency, state)]
    calls, office = [one for one in effects if not one.by_office], [one for one in effects if one.by_office]
    sent = [one for one in everything if one.piece.kind != "completion"]
    settle_s = max((state.settle_s for state in held.values()), default=0.0)
    _check_counts(verdict, sent, calls, office, notices, settle_s)
    _check_order(verdict, sent, calls, office)
    _check_told(verdict, sent, effects)
    for agency, state in held.items():
        mine = [one for one in everything if one.piece.kind == "completion" and one.piece.sender.agency == agency]
        _check_jobs(verdict, mine, state)
        for name, most in most_calls(state.calls, window_s).items():
            if most > LIMIT:
                verdict.faults["overrun"].append(f"{most} calls of {name} within {window_s:g} s")
    return verdict


def content_of(told: Told) -> tuple[Any, ...]:
    """What AgentOS must have been sent for a note or an invoice, whose it is and what for among it."""
    piece = told.piece
    if piece.kind == "note":
        return piece.sender.agency, "note", piece.job_id, piece.sender.author, piece.content
    return piece.sender.agency, "invoice", piece.job_id, piece.sender.contractor_id, *piece.content


def _check_ends(verdict: Verdict, everything: Iterable[Told], notices: Notices, lost_documents: frozenset[str]) -> None:
    for one in everything:
        told = notices.get(one.submission_id, frozenset())
        if (name := _wrong_end(one, told, is_document_lost=one.submission_id in lost_documents)) is not None:
            verdict.faults[name].append(_line(one))
        if one.end not in ("promised", "doubt"):
            continue
        if one.state == "review":
            verdict.reviews[f"{one.piece.sender.agency} {one.piece.kind}"] += 1
        missing = NOTICES.get(one.state or "", frozenset()) - told
        if missing and (one.end == "promised" or one.state == "review"):
            verdict.faults["untold"].append(f"{', '.join(sorted(missing))}: {_line(one)}")


def _wrong_end(one: Told, told: frozenset[str], *, is_document_lost: bool) -> str | None:
    """What is wrong with a submission's end; None if nothing is."""
    is_expected = one.status == 404 if one.piece.is_foreign else one.status == 500
    if one.end == "unanswered":
        return "unanswered"
    if one.end == "refused":
        return None if is_expected else "refused"
    if one.end == "not-sent":
        return None
    if one.piece.is_foreign:
        return None if one.state == "rejected" else "foreign"
    if one.state in (None, "waiting", "sending", "unconfirmed") and one.end in ("promised", "doubt"):
        return None if "we try again until" in (one.message or "") else "open"
    if one.end != "promised" or one.state not in ("rejected", "expired", "abandoned"):
        return None
    return None if one.state == "abandoned" and is_document_lost and "lost" in told else "lost"


def _check_counts(
    verdict: Verdict,
    sent: Sequence[Told],
    calls: Sequence[Standing],
    office: Sequence[Standing],
    notices: Notices,
    settle_s: float,
) -> None:
    """Each content stands as often as people were told. What the office entered too may stand for one."""
    must = Counter(content_of(one) for one in sent if one.stands)
    may = Counter(content_of(one) for one in sent if one.may_stand)
    known = {content_of(one): one for one in sent}
    there = Counter(one.content for one in calls)
    entered = Counter(_without_document(one.content) for one in office)
    reported = {content_of(one) for one in sent if "twin" in notices.get(one.submission_id, ())}
    twins = Counter(one.content for one in calls if one.late_s > settle_s and one.content in reported)
    for content in must | there:
        count = there[content]
        if content not in known:
            verdict.faults["foreign"].append(f"nobody sent it: {content}")
        elif count + entered[_without_document(content)] < must[content]:
            verdict.faults["lost"].append(f"stands {count} times of {must[content]}: {_line(known[content])}")
        elif count - twins[content] > may[content]:
            name = "doubled" if count > sum(1 for one in sent if content_of(one) == content) else "untrue"
            verdict.faults[name].append(f"stands {count} times, not {may[content]}: {_line(known[content])}")


def _without_document(content: tuple[Any, ...]) -> tuple[Any, ...]:
    return content[:7]


def _check_order(verdict: Verdict, sent: Sequence[Told], calls: Sequence[Standing], office: Sequence[Standing]) -> None:
    """For each job: what stands there came as it was sent, for its sender waited for each answer.

    Contents that are in doubt, or that stand more or less often than they should, are left out; and those that the
    office entered too: its record confirms a submission, which may take effect after that.
    """
    must, there = Counter(content_of(one) for one in sent if one.stands), Counter(one.content for one in calls)
    entered = {_without_document(one.content) for one in office}
    unsure = {content_of(one) for one in sent if one.may_stand and not one.stands}
    unsure |= {content for content in must if _without_document(content) in entered}
    sure = {content for content, count in must.items() if there[content] == count} - unsure
    wanted: dict[tuple[str, str], list[Any]] = defaultdict(list)
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for told in sent:
        if told.stands and content_of(told) in sure:
            wanted[told.piece.sender.agency, told.piece.job_id].append(content_of(told)[1:])
    for one in sorted(calls, key=lambda one: one.place):
        if one.content in sure:
            found[one.agency, one.job_id].append(one.content[1:])
    for job, contents in wanted.items():
        if contents != found[job]:
            verdict.faults["disordered"].append(f"{job}: sent {contents}, stand {found[job]}")


def _check_told(verdict: Verdict, sent: Iterable[Told], effects: Iterable[Standing]) -> None:
    """Ids that contractors were told are those of what they sent, with its document, and no two of them the same.

    A record that the office entered for the same invoice will do, unless a document was sent.
    """
    by_id = {(one.agency, one.kind, one.identity): one for one in effects}
    seen: dict[tuple[str, str, str], Told] = {}
    for told in sent:
        kind, agency = told.piece.kind, told.piece.sender.agency
        identity = (told.result or {}).get(f"{kind}Id") if told.stands else None
        if identity is None:
            continue
        key = agency, kind, identity
        found = by_id.get(key)
        same = found is not None and _without_document(found.content) == _without_document(content_of(told))
        if not same or (found is not None and found.by_office and told.piece.sha256):
            verdict.faults["untrue"].append(f"{identity} is not that: {_line(told)}")
        elif found is not None and found.sha256 not in (None, told.piece.sha256):
            verdict.faults["untrue"].append(f"{identity} has another document: {_line(told)}")
        if key in seen:
            verdict.faults["untrue"].append(f"{identity} is also {_line(seen[key])}: {_line(told)}")
        seen[key] = told


def _check_jobs(verdict: Verdict, completions: Sequence[Told], held: Held) -> None:
    """Jobs are completed, or not, as their contractors were told last; the others are as they were."""
    last: dict[str, bool] = {}

    def of(job_id: str) -> str:
        return "; ".join(_line(one) for one in completions if one.piece.job_id == job_id)

    for one in completions:
        if not one.stands:
            continue
        told = one.result["completed"]
        wanted = one.piece.content if one.piece.content is not None else (None if one.was is None else not one.was)
        if wanted is not None and told is not wanted:
            verdict.faults["untrue"].append(f"completed is {told}, not {wanted}: {_line(one)}; {of(one.piece.job_id)}")
        last[one.piece.job_id] = told
    unsure = {one.piece.job_id for one in completions if one.may_stand and not one.stands}
    for job_id, job in held.after["jobs"].items():
        if job_id in unsure:
            continue
        before = held.before["jobs"][job_id]
        if job_id not in last:
            if before.get("StatusOID") != job.get("StatusOID"):
                verdict.faults["foreign"].append(f"{job_id} went from {before.get('Status')} to {job.get('Status')}")
        elif (job.get("Status") in held.completed) is not last[job_id]:
            verdict.faults["lost"].append(
                f"{job_id} is {job.get('Status')}, told completed {last[job_id]}: {of(job_id)}"
            )


def _line(told: Told) -> str:
    piece = told.piece
    return (
        f"{piece.sender.agency}/{piece.sender.contractor_id} {piece.kind} {piece.number} for {piece.job_id} "
        f"{piece.content!r} was {told.was}, {told.end} {told.state or ''} {told.submission_id} "
        f"[{', '.join(told.trail[-12:])}]"
    )
