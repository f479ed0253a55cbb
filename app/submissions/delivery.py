"""Delivery of one submission under its lease.

`app.domain.delivery` decides each step. A request takes the first steps, and the worker takes the others. If a process
dies between two steps, the row contains all that is certain, and the next process looks for the submission in AgentOS.
A *look* is such a search in AgentOS's records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.agentos import errors as agentos
from app.agentos.gateway import WriteAnswer
from app.domain.attempt import AttemptResult
from app.domain.clock import Deadline, to_london
from app.domain.delivery import (
    DAY_S,
    REFUSED_FOR_S,
    Confirm,
    Evidence,
    GiveUp,
    HandToReview,
    LookAgain,
    Reject,
    Send,
    Standing,
    Step,
    Wait,
    after_attempt,
    after_look,
    may_have_twin,
    next_step,
    shows_twin,
)
from app.domain.recognition import ID, Backup, Finding, Look, Proof
from app.domain.submission import OPEN, Changes, State, Submission, SubmissionKind
from app.ledger.document_files import DocumentLost
from app.ledger.lease import Claimed, Lease, LeaseLost, OperationPaused
from app.submissions.handler import Handler
from app.submissions.notices_addresses import office_addresses

FIRST_LOOK_S = 3.0
"""The longest wait of a request, in seconds, for the first look after an attempt that may have arrived."""
BLOCKED_S = 5.0
"""The longest wait of a request, in seconds, for earlier submissions of its lane (the same job or statement)."""
POLL_S = 0.25
LAG_MOST_S = 3_600.0
"""The longest lag in seconds that counts as AgentOS's. A longer lag may mean that no worker has looked meanwhile."""

News = dict[str, Any]
"""The facts of `Evidence` that a step has found."""

log = structlog.get_logger("submissions")


class Delivery:
    """One turn of delivering a submission, by a request (which has a `deadline`) or by the worker.

    `cause`: the last error of AgentOS in this turn. `has_sent`: a byte may have been sent in this turn. `next_at`: the
    time of the next turn, by the steady clock. `was_in_vain`: AgentOS returned nothing usable, so the next turn
    starts after a wait. `released`: the last change released the lease.
    """

    def __init__(
        self,
        handler: Handler,
        lease: Lease,
        *,
        deadline: Deadline | None = None,
        promise: bool = False,
    ) -> None:
        self._ledger = handler.services.ledger
        self._clock = handler.services.clock
        self._handler = handler
        self._lease = lease
        self._deadline = deadline
        self._is_promise = promise
        self._blocked_since: float | None = None
        self._has_read_job = False
        self._has_looked = False
        self._backup: Backup | None = None
        self._evidence_at = 0.0
        self.cause: agentos.AgentOSError | None = None
        self.has_sent = False
        self.released = False
        self.was_in_vain = False
        self.next_at: float | None = None

    def run(self, row: Submission, *, job_was_read: bool = False) -> Submission:
        """Take steps until the row has ended or must wait; return the row.

        `job_was_read`: the handler has just read the job. Raise `LeaseLost`, SQLAlchemyError and OSError.
        """
        self._has_read_job = job_was_read
        self._backup = self._ledger.last_backup(row)
        news = News()
        while not self.released:
            evidence = self._evidence(row, news)
            if evidence.paused_until is not None:
                self.cause = self.cause or agentos.OperationRests(evidence.paused_until - evidence.now)
            step = next_step(row, evidence)
            match step:
                case Wait(until):
                    if not self._waits(row, evidence, until):
                        self.next_at = until
                        is_unclear = evidence.look is not None and row.may_be_sent
                        self.was_in_vain = evidence.failed or evidence.standing is not Standing.OWN or is_unclear
                        return row
                    news = News(failed=isinstance(self.cause, agentos.Behind))
                case LookAgain():
                    row, news = self._look(row, evidence)
                case Send():
                    row, news = self._send(row, evidence)
                case _:
                    ended = self._end(row, step, evidence)
                    # Without an end, another submission has claimed the record meanwhile.
                    row, news = self._look(row, evidence) if ended is None else (ended, News())
        return row

    def end_if_tried_enough(self, row: Submission) -> Submission:
        """End the row if its time is up, without a call to AgentOS; return the row.

        A row that was never attempted does not expire, because AgentOS did not cause the delay. Raise `LeaseLost`,
        SQLAlchemyError and OSError.
        """
        if row.state is State.SENDING:
            return row
        evidence = self._evidence(row, News(failed=True))
        match next_step(row, evidence):
            case Wait(until):
                self.next_at = until
                return row
            case Send() | LookAgain():
                return row
            case GiveUp(State.EXPIRED) if row.attempts == 0:
                return row
            case step:
                return self._end(row, step, evidence) or row

    def _evidence(self, row: Submission, news: News) -> Evidence:
        now, proof, blocked, paused_until = self._ledger.facts(row)
        self._evidence_at = self._clock.boot()
        mirror = self._handler.services.mirror
        since = self._clock.now() - timedelta(seconds=now - (row.refused_at or now))
        return Evidence(
            now=now,
            settle_s=self._ledger.times.settle_s,
            proof=proof,
            requested=self._deadline is not None,
            promise=self._is_promise,
            paused_until=paused_until,
            restored=self._backup is not None,
            **{
                "blocked": blocked,
                "others_succeed": row.refused_at is not None and mirror.has_read_since(row.agency, since),
                "document_lost": self._ledger.documents.is_lost(row.submission_id, row.document),
                **news,
            },
        )

    def _facts(self, row: Submission, evidence: Evidence) -> tuple[float, Proof]:
        """Return the time and the proof. If the database fails, calculate the time from that of the evidence.

        An error would prevent that the result of an attempt is stored.
        """
        try:
            now, proof, *_ = self._ledger.facts(row)
        except SQLAlchemyError:
            log.exception("not_remembered")
            return evidence.now + self._clock.boot() - self._evidence_at, evidence.proof
        return now, proof

    def _waits(self, row: Submission, evidence: Evidence, until: float | None) -> bool:
        """If a request has time, wait for earlier submissions or the first look. Return False if the turn must end."""
        if self._deadline is None or until is None:
            return False
        if evidence.blocked and row.may_be_sent:
            self._blocked_since = self._blocked_since or evidence.now
            if evidence.now - self._blocked_since >= min(BLOCKED_S, self._deadline.left()):
                if not isinstance(self.cause, agentos.Behind):
                    self.cause = agentos.Behind(row.lane.partition(" ")[0], BLOCKED_S)
                    return True  # the next step gives the row up, unless it was promised
                return False
            self._has_read_job = False  # the job may change during the wait
            self._clock.sleep(POLL_S)
            return True
        wait_s = until - evidence.now
        if row.may_be_sent or row.looks or not self.has_sent or wait_s > min(FIRST_LOOK_S, self._deadline.left()):
            return False
        self._clock.sleep(wait_s)
        return True

    def _look(self, row: Submission, evidence: Evidence) -> tuple[Submission, News]:
        """Look for the submission in AgentOS and record the result. Return the row and the news."""
        if row.may_be_sent or self._has_looked:
            self._handler.forget_readings()
        self._has_looked = True
        try:
            look = self._read_back(row, evidence)
        except agentos.AgentOSError as error:
            self.cause = error
            return row, News(failed=True)
        has_twin = shows_twin(row, look, evidence)
        had_looked = row.looked_at is not None
        # Looks for a twin find a record that was found before.
        if look.finding is Finding.EXACT and had_looked and not (row.state is State.CONFIRMED and may_have_twin(row)):
            self._ledger.raise_lag(row.agency, row.kind, min(look.began_at - (row.ended_at or 0.0), LAG_MOST_S))
        row = self._ledger.change(self._lease, after_look(row, look, evidence), notify=("twin",) if has_twin else ())
        if row.state is State.CONFIRMED and row.last is AttemptResult.DONE:
            self._note_proof(row, look, had_looked=had_looked)
        if has_twin:
            log.warning("twin_found", agency=row.agency, kind=row.kind, submission_id=row.submission_id)
        return row, News(look=look)

    def _read_back(self, row: Submission, evidence: Evidence) -> Look:
        """Look for the submission, and after a restore for news. Both share one fetch. Raise `AgentOSError`."""
        if self._backup is None or row.state not in OPEN:
            return self._handler.look(row, evidence.proof, evidence.now)
        news = self._handler.look_for_news(row, self._backup, evidence.now)
        if row.ended_at is None:
            return news
        return replace(self._handler.look(row, evidence.proof, evidence.now), has_news=news.has_news)

    def _note_proof(self, row: Submission, look: Look, *, had_looked: bool) -> None:
        """Store whether the portal recognised an accepted submission (page 4 of the specification, section 3).

        A match beside another new record proves nothing: the office may have entered the match.
        """
        if look.finding is Finding.EXACT:
            if look.is_sole:
                # Without an earlier look, the id is from AgentOS's response.
                kept = look.kept | ({ID} if row.agentos_id and not had_looked else set())
                self._ledger.record_proof(row.agency, row.kind, kept, altered=look.altered)
        elif look.finding is Finding.POSSIBLE or row.absences:
            log.warning("not_recognised", agency=row.agency, kind=row.kind, submission_id=row.submission_id)
            self._ledger.revoke_proof(row.agency, row.kind)

    def _send(self, row: Submission, evidence: Evidence) -> tuple[Submission, News]:
        """Fetch the job, record the baseline, and send. Return the row and the news."""
        handler = self._handler
        try:
            standing = Standing.OWN if self._has_read_job else handler.read_job(calls_to_follow=handler.calls_after_job)
            self._has_read_job = False
            objection = handler.objection() if standing is Standing.OWN else None
            if standing is not Standing.OWN or objection is not None:
                return row, News(standing=standing, objection=objection)
            if handler.is_already_done():
                return self._confirmed(row, evidence, None, None), News()
            baseline = handler.baseline() if row.ended_at is None else row.baseline
            handler.prepare()
        except DocumentLost:
            return row, News(document_lost=True)
        except agentos.AgentOSError as error:
            self.cause = error
            return row, News(failed=True)
        self.has_sent = True
        sending = Changes(state=State.SENDING, attempts=row.attempts + 1, baseline=baseline)
        try:
            row = self._ledger.change(self._lease, sending, also=handler.fence_job)
        except OperationPaused:  # since the evidence was collected
            return row, News()
        try:
            answer = handler.send(self._lease.end)
            if answer.lacks_id and ID in evidence.proof.kept:
                raise agentos.Malformed("an answer without an id")
        except agentos.AgentOSError as error:
            return self._failed(row, evidence, error)
        finally:
            handler.forget_readings()
        is_old = answer.object_id in (row.baseline or ())  # so the id is another record's
        return self._confirmed(row, evidence, answer, None if is_old else answer.object_id), News()

    def _failed(self, row: Submission, evidence: Evidence, error: agentos.AgentOSError) -> tuple[Submission, News]:
        self.cause = error
        now, _ = self._facts(row, evidence)
        changes = after_attempt(row, error.result, error.status, now)
        if changes.get("refusals") and (row.promised or self._is_promise):
            until = to_london(
                self._clock.now() + timedelta(seconds=REFUSED_FOR_S - (now - (changes["refused_at"] or now)))
            )
            agency = self._handler.context.agency.name
            changes["message"] = f"{agency}'s system refused this. We will try again until {until:%H:%M}."
        rest_s = error.retry_after_s if isinstance(error, agentos.OperationRests) else None
        return self._record(row, changes, rest_s), News(failed=error.result is AttemptResult.NOT_SENT)

    def _confirmed(
        self, row: Submission, evidence: Evidence, answer: WriteAnswer | None, agentos_id: str | None
    ) -> Submission:
        """Confirm a submission after AgentOS accepted it, or (without `answer`) after a look.

        Raise `LeaseLost`. After a look, raise `Claimed` if the record belongs to another submission.
        """
        handler, values = self._handler, Changes()
        now, proof = self._facts(row, evidence)
        if answer is not None:
            values = after_attempt(row, AttemptResult.DONE, None, now)
            values |= {"state": State.CONFIRMED, "agentos_id": agentos_id}
            row = replace(row, **values)
            if agentos_id is None and row.kind is not SubmissionKind.COMPLETION:
                agentos_id = self._id_of(row, answer)
                values["looked_at"] = now
        result = handler.apply(row, answer, agentos_id)
        values |= {"state": State.CONFIRMED, "agentos_id": agentos_id, "status": handler.status, "result": result}
        values["message"] = None
        if next_step(replace(row, **values), Evidence(now=now, settle_s=0.0, proof=proof)) != Wait(None):
            values["next_at"] = now
        try:
            return self._record(row, values)
        except Claimed:
            if answer is None:
                raise
            return self._record(row, values | {"agentos_id": None})
        except LeaseLost:
            if answer is None or agentos_id is None:
                raise
            log.warning("accepted_late", agency=row.agency, kind=row.kind, submission_id=row.submission_id)
            self.released = True
            try:
                return self._ledger.confirm_late(self._lease, values) or row
            except SQLAlchemyError:
                log.exception("not_remembered")
                return replace(row, **values)

    def _id_of(self, row: Submission, answer: WriteAnswer) -> str | None:
        """Look for the record and return its id, or None. A bare string in the response may be something else."""
        try:
            now, proof, *_ = self._ledger.facts(row)
            look = self._handler.look(replace(row, agentos_id=answer.reference), proof, now)
        except (agentos.AgentOSError, SQLAlchemyError):
            return None
        return look.agentos_id

    def _record(self, row: Submission, changes: Changes, rest_s: float | None = None) -> Submission:
        """Store the result of an attempt or a look. `rest_s`: as for `Ledger.change`.

        If the database fails, this process stores the result with its next change of the ledger. An error would make
        people send the submission again, although AgentOS has it.
        """
        is_done = changes.get("state") is State.CONFIRMED
        try:
            if self._deadline is not None and is_done:
                return self._end_turn(changes)
            return self._ledger.change(self._lease, changes, rest_s=rest_s)
        except SQLAlchemyError:
            log.exception("not_remembered")
            self._ledger.release_later(self._lease, changes)
            self.released = True
            return replace(row, **changes) if is_done else replace(row, state=State.UNCONFIRMED)

    def _end(self, row: Submission, step: Step, evidence: Evidence) -> Submission | None:
        """Carry out a step that ends the row. Return None if another submission has claimed the record."""
        context, what = self._handler.context, self._handler.what
        agency = context.agency.name
        match step:
            case Confirm(agentos_id):
                try:
                    if row.state is State.CONFIRMED:
                        return self._ledger.change(self._lease, Changes(agentos_id=agentos_id))
                    return self._confirmed(row, evidence, None, agentos_id)
                except Claimed:
                    return None
            case Reject(status, sentence):
                default = f"{agency}'s system did not accept the {what}. Please contact the agency."
                message = sentence or ("This job is no longer yours." if status == 404 else default)
                return self._end_turn(
                    Changes(state=State.REJECTED, status=status, message=message),
                    notify=("rejected",) if row.promised or self._deadline is None else (),
                )
            case HandToReview(reason):
                has_office = bool(office_addresses(self._handler.services, context.agency, row))
                if not has_office:
                    log.warning("no_office_address", agency=row.agency, submission_id=row.submission_id)
                # The office comes first, because the e-mail to the contractor says whether it was asked.
                return self._end_turn(
                    Changes(state=State.REVIEW, finding=reason, message=None, next_at=evidence.now + DAY_S),
                    notify=("office", "review") if has_office else ("review",),
                )
            case GiveUp(state, lost):
                message = f"The portal lost the document of this {what}. Please send it again."
                notice = "lost" if lost else "expired" if state is State.EXPIRED else None
                return self._end_turn(
                    Changes(state=state, message=message if lost else None), notify=(notice,) if notice else ()
                )
        raise AssertionError(step)

    def _end_turn(self, changes: Changes, notify: Sequence[str] = ()) -> Submission:
        """Change the row and release the lease in one transaction."""
        row = self._ledger.release(self._lease, changes, notify=notify)
        self.released = True
        return row
