"""Whether what stands in AgentOS is what contractors were told. It knows nothing else: neither ledger nor log."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.clients import Told

State = dict[str, Any]
FAULTS = ("lost", "doubled", "foreign", "disordered", "untrue", "refused", "unanswered", "doubted")
"""What may be wrong. `untrue`: told something that is not so; `doubted`: left unconfirmed where a look could tell."""


@dataclass(frozen=True)
class Held:
    """What one agency's AgentOS held, before and after. `completed`: its words for jobs that are done.

    `lists_invoices`: whether the portal can look for invoices there.
    """

    before: State
    after: State
    completed: frozenset[str]
    lists_invoices: bool


@dataclass
class Verdict:
    """What is wrong, by fault, each with a line; and what is in doubt, rightly, by agency and kind."""

    faults: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FAULTS})
    doubts: Counter[str] = field(default_factory=Counter)

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not any(self.faults.values())


@dataclass(frozen=True)
class Standing:
    """One note or invoice that was not there before. `place`: when it came among all others of its agency."""

    place: int
    agency: str
    job_id: str
    identity: str
    content: tuple[Any, ...]


def check(everything: Sequence[Told], held: dict[str, Held]) -> Verdict:
    """Compare what was told with what stands."""
    verdict = Verdict()
    _check_ends(verdict, everything, held)
    standing = [one for agency, state in held.items() for one in _new(agency, state)]
    sent = [one for one in everything if one.piece.kind != "completion"]
    _check_counts(verdict, sent, standing)
    _check_order(verdict, sent, standing)
    _check_told(verdict, sent, standing)
    for agency, state in held.items():
        mine = [one for one in everything if one.piece.kind == "completion" and one.piece.sender.agency == agency]
        _check_jobs(verdict, mine, state)
    return verdict


def content_of(told: Told) -> tuple[Any, ...]:
    """What AgentOS must show of a note or an invoice, whose it is and what for among it."""
    piece = told.piece
    if piece.kind == "note":
        return piece.sender.agency, "note", piece.job_id, piece.sender.author, piece.content
    return piece.sender.agency, "invoice", piece.job_id, piece.sender.contractor_id, *piece.content


def _check_ends(verdict: Verdict, everything: Iterable[Told], held: dict[str, Held]) -> None:
    for one in everything:
        agency, kind = one.piece.sender.agency, one.piece.kind
        if one.end == "unanswered":
            verdict.faults["unanswered"].append(_line(one))
        elif one.end == "refused" and not (one.piece.is_foreign and one.status == 404):
            verdict.faults["refused"].append(_line(one))
        elif one.end != "refused" and one.piece.is_foreign and one.state != "rejected":
            verdict.faults["foreign"].append(f"taken for somebody else's job: {_line(one)}")
        elif one.end in ("promised", "doubt") and one.state == "unconfirmed":
            verdict.doubts[f"{agency} {kind}"] += 1
            if kind != "invoice" or held[agency].lists_invoices:
                verdict.faults["doubted"].append(_line(one))
        elif one.end == "promised" and one.state != "confirmed" and not one.piece.is_foreign:
            verdict.faults["lost"].append(f"promised, and now {one.state}: {_line(one)}")


def _check_counts(verdict: Verdict, sent: Sequence[Told], standing: Sequence[Standing]) -> None:
    must = Counter(content_of(one) for one in sent if one.stands)
    may = Counter(content_of(one) for one in sent if one.may_stand)
    known = {content_of(one) for one in sent}
    there = Counter(one.content for one in standing)
    for content in must | there:
        if content not in known:
            verdict.faults["foreign"].append(f"nobody sent it: {content}")
        elif there[content] < must[content]:
            verdict.faults["lost"].append(f"stands {there[content]} times of {must[content]}: {content}")
        elif there[content] > may[content]:
            verdict.faults["doubled"].append(f"stands {there[content]} times, not {may[content]}: {content}")


def _check_order(verdict: Verdict, sent: Sequence[Told], standing: Sequence[Standing]) -> None:
    """For each job: what stands there came as it was sent, for its sender waited for each answer.

    Contents that are in doubt, or that stand more or less often than they should, are left out.
    """
    must, there = Counter(content_of(one) for one in sent if one.stands), Counter(one.content for one in standing)
    unsure = {content_of(one) for one in sent if one.may_stand and not one.stands}
    sure = {content for content, count in must.items() if there[content] == count} - unsure
    wanted: dict[tuple[str, str], list[Any]] = defaultdict(list)
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for told in sent:
        if told.stands and content_of(told) in sure:
            wanted[told.piece.sender.agency, told.piece.job_id].append(content_of(told)[1:])
    for one in sorted(standing, key=lambda one: one.place):
        if one.content in sure:
            found[one.agency, one.job_id].append(one.content[1:])
    for job, contents in wanted.items():
        if contents != found[job]:
            verdict.faults["disordered"].append(f"{job}: sent {contents}, stand {found[job]}")


def _check_told(verdict: Verdict, sent: Iterable[Told], standing: Iterable[Standing]) -> None:
    """Ids that contractors were told are those of what they sent, and no two of them the same."""
    by_id = {(one.agency, one.content[1], one.identity): one for one in standing}
    seen: dict[tuple[str, str, str], Told] = {}
    for told in sent:
        kind, agency = told.piece.kind, told.piece.sender.agency
        identity = (told.result or {}).get(f"{kind}Id") if told.stands else None
        if identity is None:
            continue
        key = agency, kind, identity
        if key not in by_id or by_id[key].content != content_of(told):
            verdict.faults["untrue"].append(f"{identity} is not that: {_line(told)}")
        if key in seen:
            verdict.faults["untrue"].append(f"{identity} is also {_line(seen[key])}: {_line(told)}")
        seen[key] = told


def _check_jobs(verdict: Verdict, completions: Sequence[Told], held: Held) -> None:
    """Jobs are completed, or not, as their contractors were told last; the others are as they were."""
    last: dict[str, bool] = {}
    for one in completions:
        if not one.stands:
            continue
        told = one.result["completed"]
        wanted = one.piece.content if one.piece.content is not None else (None if one.was is None else not one.was)
        if wanted is not None and told is not wanted:
            verdict.faults["untrue"].append(f"completed is {told}, not {wanted}: {_line(one)}")
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
                f"{job_id} is {job.get('Status')}, told completed {last[job_id]}: "
                + "; ".join(_line(one) for one in completions if one.piece.job_id == job_id)
            )


def _new(agency: str, held: Held) -> Iterable[Standing]:
    """What was not there before."""
    documents = {one.get("InvoiceOID"): one["SHA256"] for one in held.after["documents"]}
    for job_id, job in held.after["jobs"].items():
        old = {one["OID"] for one in held.before["jobs"][job_id].get("MaintenanceNotes") or ()}
        for note in job.get("MaintenanceNotes") or ():
            if note["OID"] not in old:
                content = agency, "note", job_id, note["CreatedBy"], note["NoteContents"]
                yield Standing(_number(note["OID"]), agency, job_id, note["OID"], content)
    for contractor_id, invoices in held.after["invoices"].items():
        old = {one["OID"] for one in held.before["invoices"].get(contractor_id, ())}
        for one in invoices:
            if one["OID"] not in old:
                said = one["Amount"], one["Description"], one["InvoiceNumber"], documents.get(one["OID"])
                content = agency, "invoice", one["JobOID"], contractor_id, *said
                yield Standing(_number(one["OID"]), agency, one["JobOID"], one["OID"], content)


def _number(identity: str) -> int:
    """The simulator numbers all that is new in an agency."""
    found = re.search(r"\d+$", identity)
    return int(found[0]) if found else 0


def _line(told: Told) -> str:
    piece = told.piece
    return (
        f"{piece.sender.agency}/{piece.sender.contractor_id} {piece.kind} {piece.number} for {piece.job_id} "
        f"{piece.content!r} was {told.was}, {told.end} {told.state or ''} [{', '.join(told.trail)}]"
    )
