"""The next step for a submission: page 4 of the specification ("Delivery, in doubt") as pure functions.

A submission's row contains its history, and `Evidence` the other facts. `next_step` derives one step from both.
`after_attempt` and `after_look` derive the changes to the row after an attempt or a read-back (a *look*). This module
does no I/O: `app.submissions.delivery` carries the steps out, and the simulation in `tests/simulation` tests both.

After a 502, for example, `after_attempt` records that the attempt is in doubt. `next_step` then returns looks, 2, 5, 15
and 30 s later. A look that finds the submission confirms it. From `settle_s` after the attempt, complete looks may show
absence. Two looks that show absence allow another attempt, if the portal has recognised its own submissions at this
agency within a week. If looks show neither, agency staff must check: the submission goes to review. Right before each
further attempt, a look must show absence, because the previous attempt may have taken effect since absence was proven.
Without delays, the second of the two looks is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from app.domain.attempt import AttemptResult
from app.domain.limits import LIMITS
from app.domain.recognition import NO_PROOF, Finding, Look, Proof, Reason
from app.domain.submission import ABSENCES, OPEN, Changes, State, Submission, SubmissionKind

MINUTE_S, HOUR_S, DAY_S = 60.0, 3_600.0, 86_400.0

EARLY_LOOKS_S = (2.0, 5.0, 15.0, 30.0)
"""Seconds from an attempt that may have arrived to early looks. They may confirm, but never show absence."""
ABSENCES_APART_S = 10.0
MOST_LOOKS = 10
"""After so many looks with a response but no result, agency staff must check."""
RESENDS = {SubmissionKind.NOTE: 3, SubmissionKind.COMPLETION: 3, SubmissionKind.INVOICE: 1}
"""The maximum number of times that a submission is sent again after attempts in doubt."""
RETRY_AFTER_S = (0.0, 10 * MINUTE_S, 30 * MINUTE_S)
"""Seconds from the first, second and third proof of absence to the earliest time of the next attempt."""
REFUSALS, REFUSED_FOR_S = 3, 30 * MINUTE_S
"""A promised submission is rejected after `REFUSALS` equal refusals over a time of `REFUSED_FOR_S` or more."""
PATIENCE_S = LIMITS.retry_hours * HOUR_S
"""The time for which workers try, counted only while a worker is alive and calls AgentOS."""
UNATTEMPTED_S = 14 * DAY_S
"""The longest time without an attempt, for example if the agency's key fails or the job is unreadable."""
TURN_MOST_S = 5 * MINUTE_S
"""The most time that counts as tried between two turns of a worker, because a stopped worker did not try."""
PROOF_HOLDS_S = 7 * DAY_S
"""The time for which a proof of recognition permits another attempt."""
PROOF_AGAIN_S = DAY_S
PAUSE_LEAST_S, PAUSE_MOST_S = 2.0, 4 * MINUTE_S
"""The shortest and the longest wait after a failed turn. The wait doubles each time."""
TWIN_LOOKS_S = (0.0, HOUR_S, DAY_S)
"""The times of looks for a second record of a submission (a *twin*), counted from `settle_s` after the attempt."""
ASKED_FOR_S = 3 * DAY_S
"""The time after an attempt in which failed looks for a finished submission are made again."""


class Standing(StrEnum):
    """The contractor's ownership of a job, according to the job itself and to the list of its branch."""

    OWN = auto()
    MISSING = auto()
    """AgentOS does not find the job, but the branch's list contained the job."""
    OTHERS = auto()
    """The job itself belongs to another contractor, but in the branch's list it did not."""
    GONE = auto()
    """According to both, the job belongs to another contractor or is gone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The facts besides the row, at `now` (seconds of the steady clock).

    `requested`: a request waits for the outcome; `promise`: the request wants a 202. `look`: the latest read-back.
    `failed`: the call to AgentOS failed. `blocked`: earlier submissions of the lane are not finished. `objection`: the
    portal's own reason not to send the submission, in words for the contractor. `paused_until`: the time before which
    the submission is not sent, because its operation is paused (`app.domain.operation_pause`). `others_succeed`: other
    calls to this agency have succeeded since the first refusal. `restored`: a worker was not alive for a week since a
    restore, so AgentOS may have submissions that the ledger has lost.
    """

    now: float
    settle_s: float
    proof: Proof = NO_PROOF
    requested: bool = False
    promise: bool = False
    look: Look | None = None
    failed: bool = False
    blocked: bool = False
    standing: Standing = Standing.OWN
    objection: str | None = None
    paused_until: float | None = None
    others_succeed: bool = False
    document_lost: bool = False
    restored: bool = False


@dataclass(frozen=True, slots=True)
class Send:
    """Fetch the job, store the baseline, and send the submission."""


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Fetch AgentOS's list, or the job, and look for the submission."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Do nothing before the time `until`. None: never do anything again."""

    until: float | None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Confirm the submission. `agentos_id` is its id in AgentOS, if known."""

    agentos_id: str | None


@dataclass(frozen=True, slots=True)
class Reject:
    """Reject the submission with an HTTP `status`, and if known, with a sentence for the contractor."""

    status: int
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class HandToReview:
    """Ask agency staff to check."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Stop work on a submission that is not in AgentOS. Its final `state` is `expired` or `abandoned`."""

    state: State
    document_lost: bool = False


Step = Send | LookAgain | Wait | Confirm | Reject | HandToReview | GiveUp


def next_step(row: Submission, evidence: Evidence) -> Step:
    """Return the next step for a leased submission. Its state must be neither `sending` nor final, except `confirmed`.

    If `row.may_be_sent`, no byte was sent, or absence was proven since. Otherwise, the submission is in doubt. A
    confirmed submission may still need looks: see `_after_success`.
    """
    look = evidence.look
    if row.state is State.CONFIRMED:
        return _after_success(row, evidence)
    if look is not None and look.finding is Finding.EXACT:
        return Confirm(look.agentos_id)
    if row.state is State.REVIEW:
        return Wait(evidence.now + DAY_S) if look is not None or evidence.failed else LookAgain()
    if evidence.document_lost:
        if row.may_be_sent:
            return GiveUp(State.ABANDONED, document_lost=True)
        return HandToReview(Reason.DOCUMENT_LOST)
    if evidence.failed and _is_kept(row, evidence) and _waited_too_long(row, evidence):
        return HandToReview(Reason.NOT_TRIED)
    return _to_be_sent(row, evidence) if row.may_be_sent else _in_doubt(row, evidence)


def end_without_agency(row: Submission, now: float) -> Changes:
    """Return the changes to an open row whose agency no living process has known for `PATIENCE_S`.

    AgentOS turned a submission away for certain by 401 or 429 (section 1), so it has not arrived.
    """
    if row.may_be_sent or row.last is AttemptResult.TURNED_AWAY:
        return Changes(state=State.ABANDONED, message=None)
    return Changes(state=State.REVIEW, finding=Reason.AGENCY_REMOVED, message=None, next_at=now + DAY_S)


def _to_be_sent(row: Submission, evidence: Evidence) -> Step:
    """Return the step for a submission that is not in AgentOS."""
    if row.ended_at is not None and (step := _after_absence(row, evidence)) is not None:
        return step
    if not (_is_kept(row, evidence) or evidence.requested):
        return GiveUp(State.ABANDONED)  # its request ended before the portal promised to deliver it
    if evidence.objection is not None:
        return Reject(400, evidence.objection)
    if evidence.standing is Standing.GONE:
        return Reject(404)
    if evidence.failed or evidence.standing is not Standing.OWN:
        if not _is_kept(row, evidence):
            return GiveUp(State.ABANDONED)
        return GiveUp(State.EXPIRED) if row.tried_s >= PATIENCE_S else Wait(evidence.now + pause_s(row))
    if evidence.blocked:
        return Wait(evidence.now + PAUSE_LEAST_S)
    again_at = _earliest_attempt_at(row)
    if again_at > evidence.now:
        return Wait(again_at)
    if evidence.paused_until is not None:
        return Wait(evidence.paused_until) if _is_kept(row, evidence) else GiveUp(State.ABANDONED)
    is_first = row.ended_at is None
    return Send() if is_first and not evidence.restored else _after_last_look(row, evidence)


def _after_last_look(row: Submission, evidence: Evidence) -> Step:
    """Look before another attempt, because an earlier attempt may have taken effect since absence was proven.

    After a restore, also look before the first attempt: an attempt may have been made after the backup.
    """
    match evidence.look:
        case None:
            return LookAgain()
        case Look(has_news=True):
            return HandToReview(Reason.RESTORED)
        case Look(finding=Finding.ABSENT):
            return Send()
        case Look(finding=Finding.POSSIBLE, reason=reason):
            return HandToReview(reason)
    if not _is_kept(row, evidence):
        return GiveUp(State.ABANDONED)
    return HandToReview(Reason.NO_RESULT) if row.looks >= MOST_LOOKS else Wait(evidence.now + pause_s(row))


def _after_absence(row: Submission, evidence: Evidence) -> Step | None:
    """Return the step for a submission whose absence was proven, or None if it may be sent again."""
    since = evidence.now if row.refused_at is None else row.refused_at
    if row.refusals >= REFUSALS and evidence.now - since >= REFUSED_FOR_S and evidence.others_succeed:
        return Reject(500)
    is_proven = evidence.proof.is_younger(PROOF_HOLDS_S, evidence.now)
    if row.last is AttemptResult.PROBABLY_TURNED_AWAY and not is_proven:
        return HandToReview(Reason.UNPROVEN)  # the portal might not recognise it
    if not _is_kept(row, evidence):
        return GiveUp(State.ABANDONED)
    if row.tried_s >= PATIENCE_S:
        return GiveUp(State.EXPIRED)
    if not is_proven:
        return HandToReview(Reason.UNPROVEN)
    if row.doubts > RESENDS[row.kind]:
        return HandToReview(Reason.SENT_OFTEN)
    return None


def _in_doubt(row: Submission, evidence: Evidence) -> Step:
    """Return the step for a submission in doubt: bytes were sent, and absence is not proven."""
    look = evidence.look
    if not _is_kept(row, evidence) and evidence.requested:
        # The request gets this result at once. The submission is never sent again, so absence need not be proven.
        if row.last is AttemptResult.REFUSED:
            return Reject(500)
        if row.last is AttemptResult.TURNED_AWAY:
            return GiveUp(State.ABANDONED)
    if look is not None and look.finding is Finding.POSSIBLE:
        return HandToReview(look.reason)
    if row.baseline is None:
        return HandToReview(Reason.RESTORED_BLINDLY if evidence.restored else Reason.NOBODY_CAN_LOOK)
    if row.looks >= MOST_LOOKS:
        return HandToReview(Reason.NO_RESULT)
    if row.tried_s >= PATIENCE_S and evidence.now - (row.ended_at or 0.0) >= PATIENCE_S:
        return HandToReview(Reason.TOO_LONG)
    if evidence.failed:
        return Wait(evidence.now + pause_s(row))
    due = _next_look_at(row, evidence)
    return LookAgain() if due <= evidence.now else Wait(due)


def _after_success(row: Submission, evidence: Evidence) -> Step:
    """Return the step for a confirmed submission. Looks find its id, prove recognition, and find twins."""
    look = evidence.look
    if row.baseline is None or row.ended_at is None:
        return Wait(None)
    is_exact = look is not None and look.finding is Finding.EXACT
    has_record = row.kind is not SubmissionKind.COMPLETION
    if row.agentos_id is None and has_record:
        if look is not None and is_exact:
            return Confirm(look.agentos_id)
    elif row.last is not AttemptResult.DONE or is_exact or evidence.proof.is_younger(PROOF_AGAIN_S, evidence.now):
        return _watch_for_twins(row, evidence)
    if has_record and row.absences >= ABSENCES:
        is_settled = row.resolved_by is not None  # agency staff have said that AgentOS has it
        return _watch_for_twins(row, evidence) if is_settled else HandToReview(Reason.DONE_BUT_ABSENT)
    if row.looks >= MOST_LOOKS or (look is not None and look.finding is Finding.POSSIBLE):
        return Wait(None)  # AgentOS stores it in a way that the portal does not recognise
    if evidence.failed:
        return _ask_later(row, evidence)
    due = _next_look_at(row, evidence)
    return LookAgain() if due <= evidence.now else Wait(due)


def _watch_for_twins(row: Submission, evidence: Evidence) -> Step:
    """Look for a twin, at the times of `TWIN_LOOKS_S`."""
    began = (row.ended_at or 0.0) + evidence.settle_s
    looked_at = row.looked_at or 0.0
    due = next((began + after for after in TWIN_LOOKS_S if began + after > looked_at), None)
    if not may_have_twin(row) or row.kind is SubmissionKind.COMPLETION or due is None:
        return Wait(None)
    if evidence.failed:
        return _ask_later(row, evidence)
    return LookAgain() if due <= evidence.now else Wait(due)


def _ask_later(row: Submission, evidence: Evidence) -> Wait:
    """Return the wait before another look for a finished submission. After an hour, look only once an hour."""
    since_s = evidence.now - (row.ended_at or 0.0)
    if since_s >= ASKED_FOR_S:
        return Wait(None)
    return Wait(evidence.now + (pause_s(row) if since_s < HOUR_S else HOUR_S))


def after_attempt(row: Submission, result: AttemptResult, status: int | None, now: float) -> Changes:
    """Return the changes to the row after an attempt that ended at `now`. After `DONE`, the caller sets the state."""
    changes: Changes = {"last": result, "attempted_at": now}
    if result is AttemptResult.NOT_SENT:  # no news about earlier refusals
        return changes | {"state": State.WAITING}
    changes["last_status"] = status
    changes |= {"ended_at": now, "looks": 0, "looked_at": None, "absences": 0, "absent_at": None}
    if result is AttemptResult.IN_DOUBT:
        changes |= {"doubts": row.doubts + 1, "refusals": 0, "tried_s": 0.0}
        return changes | {"state": State.UNCONFIRMED, "message": None}
    if result in (AttemptResult.REFUSED, AttemptResult.PROBABLY_TURNED_AWAY):
        is_same = row.refusals > 0 and row.last_status == status
        changes |= {"refusals": row.refusals + 1 if is_same else 1, "refused_at": row.refused_at if is_same else now}
    if result is AttemptResult.PROBABLY_TURNED_AWAY:
        return changes | {"state": State.UNCONFIRMED}
    return changes if result is AttemptResult.DONE else changes | {"state": State.WAITING}


def after_look(row: Submission, look: Look, evidence: Evidence) -> Changes:
    """Return the changes to the row after a look with a response: its count, and perhaps another absence.

    A look shows absence only if it began at least `settle_s` plus the longest known lag after the attempt. A look right
    before another attempt counts only if it has no result.
    """
    counted: Changes = {"looks": row.looks + 1, "looked_at": look.began_at}
    if row.state is State.WAITING and row.may_be_sent:
        return {} if look.finding is Finding.ABSENT else counted
    settled_at = (row.ended_at or 0.0) + evidence.settle_s + evidence.proof.lag_s
    changes = counted | {"tries": 0}
    is_apart = row.absent_at is None or look.began_at >= row.absent_at + ABSENCES_APART_S
    if look.finding is Finding.ABSENT and look.began_at >= settled_at and is_apart:
        changes |= {"absences": row.absences + 1, "absent_at": look.began_at}
        if row.absences + 1 >= ABSENCES and row.state in OPEN:
            changes |= {"state": State.WAITING, "looks": 0}
    return changes


def after_turn(row: Submission, now: float) -> Changes:
    """Return the changes to the row after a worker's turn: the time since the last turn counts as tried."""
    since_s = 0.0 if row.tried_at is None else min(max(0.0, now - row.tried_at), TURN_MOST_S)
    return {"tried_at": now, "tried_s": row.tried_s + since_s}


def _earliest_attempt_at(row: Submission) -> float:
    """Return the time before which a submission that is not in AgentOS is not sent again.

    After refusals, the third attempt is made `REFUSED_FOR_S` after the first refusal, and each later attempt
    `REFUSED_FOR_S` later. After attempts in doubt, `RETRY_AFTER_S` counts from the proof of absence.
    """
    at = 0.0
    if row.doubts and row.absent_at is not None:
        at = row.absent_at + RETRY_AFTER_S[min(row.doubts, len(RETRY_AFTER_S)) - 1]
    if row.refusals >= REFUSALS - 1 and row.refused_at is not None:
        at = max(at, row.refused_at + REFUSED_FOR_S * (row.refusals - REFUSALS + 2))
    return at


def may_have_twin(row: Submission) -> bool:
    """Return True if AgentOS may have a submission twice, or get it a second time.

    Either it was attempted more than once. Or AgentOS did not accept it: agency staff may have entered the confirmed
    record, and the attempt may still take effect as well.
    """
    return row.attempts > 1 or row.last is not AttemptResult.DONE


def shows_twin(row: Submission, look: Look, evidence: Evidence) -> bool:
    """Return True if a look shows a submission twice.

    Before the first proof, a further match may only resemble the accepted record. If staff entered the id of a record
    that existed before the attempt, the further match is the submission's only record.
    """
    is_new = row.agentos_id is None or row.agentos_id not in (row.baseline or frozenset())
    return bool(look.twins) and is_new and (may_have_twin(row) or evidence.proof.proven_at is not None)


def pause_s(row: Submission) -> float:
    """Return how long to wait after a failed turn, which doubles each time."""
    return float(min(PAUSE_LEAST_S * 2.0 ** min(row.tries, 8), PAUSE_MOST_S))


def _waited_too_long(row: Submission, evidence: Evidence) -> bool:
    """Return True if there was no attempt for two weeks, although a worker has tried for some time."""
    waited_s = 0.0 if row.attempted_at is None else evidence.now - row.attempted_at
    return waited_s >= UNATTEMPTED_S and pause_s(row) >= PAUSE_MOST_S


def _is_kept(row: Submission, evidence: Evidence) -> bool:
    """Return True if the portal continues by itself: it promised delivery, or reported a possible success."""
    return row.promised or evidence.promise or row.doubts > 0


def _next_look_at(row: Submission, evidence: Evidence) -> float:
    """Return when the next look is due.

    With a `settle_s` of 120 and no lag: 2, 5, 15, 30, 120, 130, 150, 190, 270 and 430 s after the attempt.
    """
    ended_at = row.ended_at or 0.0
    settled_at = ended_at + evidence.settle_s + evidence.proof.lag_s
    if row.last not in (AttemptResult.REFUSED, AttemptResult.TURNED_AWAY):
        looked_at = ended_at if row.looked_at is None else row.looked_at
        early = (ended_at + after_s for after_s in EARLY_LOOKS_S[row.looks :])
        if (due := next((at for at in early if looked_at < at < settled_at), None)) is not None:
            return due
    if row.looked_at is None:
        return settled_at
    return max(settled_at, row.looked_at + ABSENCES_APART_S * 2.0 ** max(0, row.looks - len(EARLY_LOOKS_S) - 1))
