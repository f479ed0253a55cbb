"""A check of AgentOS's records and of the notices against the responses to contractors.

The checker knows neither the ledger nor the log of the portal. It only sees the notices in the database.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.agentos_effects import AgentOSEffect, AgentOSState, effects_of, most_calls
from tests.chaos.clients import SubmissionReport

FAULTS = (
    *("lost", "doubled", "foreign", "disordered", "untrue", "refused", "unanswered", "open", "untold", "overrun"),
)
"""The kinds of faults.

`untrue`: a response was false. `open`: neither ended nor in review. `untold`: a required notice is missing. `overrun`:
more calls than AgentOS allows.
"""
LIMIT = 50
NOTICES = {
    "review": frozenset(("review", "office")),
    "rejected": frozenset(("rejected",)),
    "expired": frozenset(("expired",)),
}
"""The required notices, by the final state of a promised submission."""

Notices = Mapping[str, frozenset[str]]


@dataclass
class Verdict:
    """The faults, each with a line; and the counts of reviews, by agency and kind."""

    faults: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FAULTS})
    reviews: Counter[str] = field(default_factory=Counter)

    @property
    def is_good(self) -> bool:
        """Return whether there are no faults."""
        return not any(self.faults.values())


def check(
    everything: Sequence[SubmissionReport],
    states: Mapping[str, AgentOSState],
    notices: Notices,
    *,
    lost_documents: frozenset[str] = frozenset(),
    window_s: float = 60.0,
) -> Verdict:
    """Compare the responses to contractors with AgentOS's records. Return the verdict.

    `notices`: the kinds of notices by submission; `lost_documents`: submissions whose document was deleted.
    """
    verdict = Verdict()
    _check_ends(verdict, everything, notices, lost_documents)
    effects = [effect for agency, state in states.items() for effect in effects_of(agency, state)]
    calls = [effect for effect in effects if not effect.by_office]
    office = [effect for effect in effects if effect.by_office]
    completions = [submission for submission in everything if submission.piece.kind == "completion"]
    sent = [submission for submission in everything if submission.piece.kind != "completion"]
    settle_s = max((state.settle_s for state in states.values()), default=0.0)
    _check_counts(verdict, sent, calls, office, notices, settle_s)
    _check_order(verdict, sent, calls, office)
    _check_reported_results(verdict, sent, effects)
    for agency, state in states.items():
        of_agency = [completion for completion in completions if completion.piece.sender.agency == agency]
        _check_jobs(verdict, of_agency, state)
        for name, most in most_calls(state.calls, window_s).items():
            if most > LIMIT:
                verdict.faults["overrun"].append(f"{most} calls of {name} within {window_s:g} s")
    return verdict


def content_of(submission: SubmissionReport) -> tuple[Any, ...]:
    """Return the content that AgentOS must have received for a note or an invoice, with its contractor and job."""
    piece = submission.piece
    if piece.kind == "note":
        return piece.sender.agency, "note", piece.job_id, piece.sender.author, piece.content
    return piece.sender.agency, "invoice", piece.job_id, piece.sender.contractor_id, *piece.content


def _check_ends(
    verdict: Verdict, everything: Iterable[SubmissionReport], notices: Notices, lost_documents: frozenset[str]
) -> None:
    for submission in everything:
        kinds = notices.get(submission.submission_id, frozenset())
        is_document_lost = submission.submission_id in lost_documents
        name = _wrong_end(submission, kinds, is_document_lost=is_document_lost)
        if name is not None:
            verdict.faults[name].append(_line(submission))
        if submission.end not in ("promised", "doubt"):
            continue
        if submission.state == "review":
            verdict.reviews[f"{submission.piece.sender.agency} {submission.piece.kind}"] += 1
        missing = NOTICES.get(submission.state or "", frozenset()) - kinds
        if missing and (submission.end == "promised" or submission.state == "review"):
            verdict.faults["untold"].append(f"{', '.join(sorted(missing))}: {_line(submission)}")


def _wrong_end(submission: SubmissionReport, kinds: frozenset[str], *, is_document_lost: bool) -> str | None:
    """Return the fault of a submission's end; None if there is none."""
    is_expected = submission.status == 404 if submission.piece.is_foreign else submission.status == 500
    if submission.end == "unanswered":
        return "unanswered"
    if submission.end == "refused":
        return None if is_expected else "refused"
    if submission.end == "not-sent":
        return None
    if submission.piece.is_foreign:
        return None if submission.state == "rejected" else "foreign"
    if submission.state in (None, "waiting", "sending", "unconfirmed") and submission.end in ("promised", "doubt"):
        return None if "We will try again until" in (submission.message or "") else "open"
    if submission.end != "promised" or submission.state not in ("rejected", "expired", "abandoned"):
        return None
    return None if submission.state == "abandoned" and is_document_lost and "lost" in kinds else "lost"


def _check_counts(
    verdict: Verdict,
    sent: Sequence[SubmissionReport],
    calls: Sequence[AgentOSEffect],
    office: Sequence[AgentOSEffect],
    notices: Notices,
    settle_s: float,
) -> None:
    """Check that AgentOS has each content as often as contractors were told. An office's record may count as well."""
    must = Counter(content_of(submission) for submission in sent if submission.stands)
    may = Counter(content_of(submission) for submission in sent if submission.may_stand)
    known = {content_of(submission): submission for submission in sent}
    there = Counter(effect.content for effect in calls)
    entered = Counter(_without_document(effect.content) for effect in office)
    reported = {content_of(submission) for submission in sent if "twin" in notices.get(submission.submission_id, ())}
    twins = Counter(effect.content for effect in calls if effect.late_s > settle_s and effect.content in reported)
    for content in must | there:
        count = there[content]
        if content not in known:
            verdict.faults["foreign"].append(f"nobody sent it: {content}")
        elif count + entered[_without_document(content)] < must[content]:
            verdict.faults["lost"].append(f"stands {count} times of {must[content]}: {_line(known[content])}")
        elif count - twins[content] > may[content]:
            name = "doubled" if count > sum(1 for submission in sent if content_of(submission) == content) else "untrue"
            verdict.faults[name].append(f"stands {count} times, not {may[content]}: {_line(known[content])}")


def _without_document(content: tuple[Any, ...]) -> tuple[Any, ...]:
    return content[:7]


def _check_order(
    verdict: Verdict, sent: Sequence[SubmissionReport], calls: Sequence[AgentOSEffect], office: Sequence[AgentOSEffect]
) -> None:
    """Check that the records of each job are in the order of sending, because senders wait for each response.

    Contents in doubt, and contents with a wrong count, are omitted. Contents that the office entered too are omitted as
    well: the office's record confirms a submission, which may take effect later.
    """
    must = Counter(content_of(submission) for submission in sent if submission.stands)
    there = Counter(effect.content for effect in calls)
    entered = {_without_document(effect.content) for effect in office}
    unsure = {content_of(submission) for submission in sent if submission.may_stand and not submission.stands}
    unsure |= {content for content in must if _without_document(content) in entered}
    sure = {content for content, count in must.items() if there[content] == count} - unsure
    expected: dict[tuple[str, str], list[Any]] = defaultdict(list)
    standing_contents: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for submission in sent:
        if submission.stands and content_of(submission) in sure:
            expected[submission.piece.sender.agency, submission.piece.job_id].append(content_of(submission)[1:])
    for effect in sorted(calls, key=lambda effect: effect.place):
        if effect.content in sure:
            standing_contents[effect.agency, effect.job_id].append(effect.content[1:])
    for job, contents in expected.items():
        if contents != standing_contents[job]:
            verdict.faults["disordered"].append(f"{job}: sent {contents}, stand {standing_contents[job]}")


def _check_reported_results(
    verdict: Verdict, sent: Iterable[SubmissionReport], effects: Iterable[AgentOSEffect]
) -> None:
    """Check that ids in responses belong to the sent content and document, and that no id occurs twice.

    An office's record of the same invoice is accepted, unless a document was sent.
    """
    by_id = {(effect.agency, effect.kind, effect.identity): effect for effect in effects}
    seen: dict[tuple[str, str, str], SubmissionReport] = {}
    for submission in sent:
        kind, agency = submission.piece.kind, submission.piece.sender.agency
        identity = (submission.result or {}).get(f"{kind}Id") if submission.stands else None
        if identity is None:
            continue
        key = agency, kind, identity
        effect = by_id.get(key)
        same = effect is not None and _without_document(effect.content) == _without_document(content_of(submission))
        if not same or (effect is not None and effect.by_office and submission.piece.sha256):
            verdict.faults["untrue"].append(f"{identity} is not that: {_line(submission)}")
        elif effect is not None and effect.sha256 not in (None, submission.piece.sha256):
            verdict.faults["untrue"].append(f"{identity} has another document: {_line(submission)}")
        if key in seen:
            verdict.faults["untrue"].append(f"{identity} is also {_line(seen[key])}: {_line(submission)}")
        seen[key] = submission


def _check_jobs(verdict: Verdict, completions: Sequence[SubmissionReport], state: AgentOSState) -> None:
    """Check that jobs are completed or not according to the last response, and that other jobs have not changed."""
    last: dict[str, bool] = {}

    def of(job_id: str) -> str:
        return "; ".join(_line(submission) for submission in completions if submission.piece.job_id == job_id)

    for submission in completions:
        if not submission.stands:
            continue
        completed = submission.result["completed"]
        expected = submission.piece.content
        if expected is None and submission.was is not None:
            expected = not submission.was
        if expected is not None and completed is not expected:
            line = f"{_line(submission)}; {of(submission.piece.job_id)}"
            verdict.faults["untrue"].append(f"completed is {completed}, not {expected}: {line}")
        last[submission.piece.job_id] = completed
    unsure = {submission.piece.job_id for submission in completions if submission.may_stand and not submission.stands}
    for job_id, job in state.after["jobs"].items():
        if job_id in unsure:
            continue
        before = state.before["jobs"][job_id]
        if job_id not in last:
            if before.get("StatusOID") != job.get("StatusOID"):
                verdict.faults["foreign"].append(f"{job_id} went from {before.get('Status')} to {job.get('Status')}")
        elif (job.get("Status") in state.completed) is not last[job_id]:
            verdict.faults["lost"].append(
                f"{job_id} is {job.get('Status')}, told completed {last[job_id]}: {of(job_id)}"
            )


def _line(submission: SubmissionReport) -> str:
    piece = submission.piece
    return (
        f"{piece.sender.agency}/{piece.sender.contractor_id} {piece.kind} {piece.number} for {piece.job_id} "
        f"{piece.content!r} was {submission.was}, {submission.end} {submission.state or ''} {submission.submission_id} "
        f"[{', '.join(submission.trail[-12:])}]"
    )
