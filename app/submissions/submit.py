"""From a request to a row, and from the row, as it is in the end, to what the sender is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec
import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.agentos import errors as agentos
from app.domain.errors import TooMany, Unkept, WriteFailed
from app.domain.job import Job
from app.domain.submission import State, Submission
from app.portal import Portal, Visit
from app.submissions import failures
from app.submissions.delivery import Turn, pause_s
from app.submissions.giving_back import discard, release
from app.submissions.ledger import Hold, HoldLost, Wait
from app.submissions.prepared import Prepared
from app.submissions.repeats import NewSubmission
from app.submissions.rows import GRACE_S
from app.submissions.sendable import Sendable

SENDS = 2
"""How often one request sends at most; the rest is the worker's, who takes his time."""
POLL_S = 0.25
BLOCKED_S = 5.0
"""How long a request waits for what was accepted before it, and is told to wait after that."""

Prepare = Callable[[Any], Prepared]

log = structlog.get_logger("submissions")


@dataclass(frozen=True, slots=True)
class Told:
    """How a request ended that is no failure: with this row, which an earlier request may have brought."""

    submission: Submission
    replayed: bool


def submit(
    portal: Portal, visit: Visit, sendable: Sendable, new: NewSubmission, prepare: Prepare
) -> Told:
    """Accept and deliver, or go on with what the request is a repeat of; `prepare` is called for what is new.

    It is given the content, where that is known: a repeat of a toggle means what its first request meant.

    The row that is told is confirmed, or rejected; or, if that was wished for, on its way. Raises what `prepare`
    raises, `Invalid` and `Conflict` for repeats, `TooMany`, `WriteFailed`; any `AgentOSError`, and nothing was sent.
    """
    lease_s = visit.asker.deadline.left() + GRACE_S
    submission: Submission | None = None
    hold: Hold | Wait | None = None
    try:
        submission = portal.ledger.repeat(new)
        if submission is None:
            count = partial(_count, portal, visit, portal.clock.now().timestamp())
            submission, hold = portal.ledger.accept(new, count, lease_s=lease_s)
        elif submission.is_bare and not portal.ledger.is_held(submission.submission_id):
            # The request before this one died before it had looked at everything.
            hold = portal.ledger.take(submission.submission_id, lease_s=lease_s, in_turn=False)
            submission = portal.ledger.find(submission.submission_id)
            if submission is None:  # it came to nothing just then
                return submit(portal, visit, sendable, new, prepare)
    except SQLAlchemyError as error:
        log.exception("not_accepted")
        raise _unaccepted(portal, sendable, new) from error
    try:
        request = _Request(portal, visit, sendable, new)
        if isinstance(hold, Hold) and submission.is_bare:
            return request.begin(submission, hold, prepare)
        if submission.state in (State.ABANDONED, State.EXPIRED):  # by the worker, a moment ago
            return submit(portal, visit, sendable, new, prepare)
        if submission.state.is_final:
            return Told(submission, replayed=True)
        if isinstance(hold, Hold):  # of what somebody went on with meanwhile
            release(hold)
        if submission.is_bare or portal.ledger.is_held(submission.submission_id):
            raise failures.in_progress(submission.submission_id)
        return request.go_on(submission)
    except SQLAlchemyError as error:
        log.exception("not_told")
        raise failures.unknown(sendable.what) from error


class _Request:
    """One request's part in a submission."""

    def __init__(self, portal: Portal, visit: Visit, sendable: Sendable, new: NewSubmission) -> None:
        self._portal = portal
        self._visit = visit
        self._sendable = sendable
        self._new = new
        self._cause: agentos.AgentOSError | None = None
        self._kept_back = False  # whether what this request sent last never left

    def begin(self, submission: Submission, hold: Hold, prepare: Prepare) -> Told:
        """Prepare what was just accepted, and deliver it."""
        with ExitStack() as stack:
            try:
                self._take_place(stack)
                prepared = prepare(submission.content)
                if prepared.document is not None:
                    self._portal.ledger.documents.keep(hold.submission_id, prepared.document)
                if submission.content is None:
                    submission = hold.note(content=msgspec.json.encode(prepared.content))
            except BaseException as error:
                if not discard(hold):
                    raise failures.in_progress(hold.submission_id) from error
                if not isinstance(error, OSError | SQLAlchemyError | HoldLost):
                    raise
                log.exception("not_accepted")
                raise Unkept(self._sendable.what) from error
            if not prepared.is_fresh or self._cause is not None:
                return self._told(submission, hold)
            return self._deliver(submission, hold, prepared.job)

    def go_on(self, submission: Submission) -> Told:
        """Deliver what an earlier request brought, if nobody else does."""
        with ExitStack() as stack:
            try:
                stack.enter_context(self._portal.waiters.place())
            except agentos.Crowded as error:
                self._cause = error
                if submission.state is not State.WAITING or submission.promised:
                    return self._told(submission, None)
                # It is certainly not there: taken all the same, to be given up, so that "not sent" stays true.
            try:
                hold = self._take(submission)
            except SQLAlchemyError as error:
                raise self._uncertain(submission) from error
            submission = self._as_it_is(submission)
            if hold is not None and self._cause is None:
                return self._deliver(submission, hold, None)
            return self._told(submission, hold)

    def _take_place(self, stack: ExitStack) -> None:
        """A place among those who wait for AgentOS; where none is free, what may come later is left to the worker.

        Not what has a document: to look into that takes a thread for long as well.
        """
        try:
            stack.enter_context(self._portal.waiters.place())
        except agentos.Crowded as error:
            if not self._new.wish.respond_async or self._new.document is not None:
                raise
            self._cause = error

    def _take(self, submission: Submission) -> Hold | None:
        """The row, as soon as it may be worked on; None if that takes too long. Raises `Conflict` while others do."""
        lease_s = self._visit.asker.deadline.left() + GRACE_S
        while True:
            # Its turn is waited for while it is held: what is given up then, nobody else has sent meanwhile.
            taken = self._portal.ledger.take(submission.submission_id, lease_s=lease_s, in_turn=False)
            if not isinstance(taken, Wait):
                return taken
            if taken.held:
                raise failures.in_progress(submission.submission_id)
            if self._new.wish.respond_async or taken.seconds >= self._visit.asker.deadline.left() or self._cause:
                return None
            self._portal.clock.sleep(taken.seconds)

    def _deliver(self, submission: Submission, hold: Hold, job: Job | None) -> Told:
        turn = Turn(self._portal, self._visit, self._sendable, hold)
        try:
            after = self._turns(turn, submission, hold, job)
        except HoldLost:
            return self._told(self._as_it_is(submission), None)
        except Exception as error:
            if turn.began or submission.attempts or submission.promised:
                release(hold)
                if isinstance(error, SQLAlchemyError | OSError):
                    log.exception("not_delivered")
                raise self._uncertain(submission) from error
            if not discard(hold):
                raise failures.in_progress(hold.submission_id) from error
            if isinstance(error, SQLAlchemyError | OSError):
                log.exception("not_delivered")
                raise Unkept(self._sendable.what) from error
            raise
        return self._told(after, hold)

    def _turns(self, turn: Turn, submission: Submission, hold: Hold, job: Job | None) -> Submission:
        """Look and send, as often as that is a request's to do."""
        there: frozenset[str] | None = None
        most, quiet_s = submission.attempts + SENDS, 0.0
        try:
            while True:
                if submission.state is State.WAITING:
                    if submission.attempts >= most:
                        return submission
                    waited_s = self._comes(hold)
                    if submission.job_id is not None and (job is None or waited_s):  # it may be another by then
                        job = turn.read_job(submission)
                    submission = turn.send(submission, job, there)
                    job, quiet_s = None, turn.quiet_s
                    if submission.state is State.WAITING:
                        self._cause, self._kept_back = turn.cause, True
                        return submission
                elif submission.state is State.UNCONFIRMED and submission.lookable:
                    if quiet_s >= self._visit.asker.deadline.left():
                        return submission
                    self._portal.clock.sleep(quiet_s)
                    submission, there = turn.look(submission)
                    if submission.state is State.UNCONFIRMED:
                        return submission
                else:
                    return submission
                self._cause = turn.cause
        except agentos.AgentOSError as error:
            self._cause = error
            return self._as_it_is(submission)

    def _comes(self, hold: Hold) -> float:
        """Seconds that the row's turn was waited for. Raises `Behind` if it did not come in a while."""
        until = self._portal.clock.boot() + min(BLOCKED_S, self._visit.asker.deadline.left())
        waited_s = 0.0
        while hold.is_blocked():
            if self._portal.clock.boot() >= until:
                raise agentos.Behind(self._new.place, BLOCKED_S)
            self._portal.clock.sleep(POLL_S)
            waited_s += POLL_S
        return waited_s

    def _told(self, submission: Submission, hold: Hold | None) -> Told:
        """What to say of the row as it is; raises what is a failure. The hold is given back."""
        if submission.state in (State.CONFIRMED, State.REJECTED):
            return Told(submission, replayed=False)
        try:
            if submission.state.is_final:
                raise self._not_sent(submission)
            if self._new.wish.respond_async:
                promised = self._promised(submission, hold)
                return self._told(promised, None) if promised.state.is_final else Told(promised, replayed=False)
            if hold is None:
                raise self._uncertain(submission)
            if submission.state is State.WAITING and not submission.promised:
                raise self._not_sent(hold.move(State.ABANDONED))
            hold.release(pause_s=pause_s(submission, self._cause))
        except HoldLost:  # somebody took it over meanwhile and may have sent it, or has promised it
            if hold is not None:
                release(hold)
            return self._told(self._as_it_is(submission), None)
        except SQLAlchemyError as error:
            log.exception("not_noted")
            submission = self._as_it_is(submission)  # what fails as it is committed may have been
            if submission.state.is_final:
                return self._told(submission, None)
            if submission.is_bare and (hold is None or discard(hold)):
                raise Unkept(self._sendable.what) from error
            if submission.promised and self._new.wish.respond_async:
                return Told(submission, replayed=False)
        raise self._uncertain(submission)

    def _as_it_is(self, submission: Submission) -> Submission:
        """The row now. Raises `Unkept` if it is gone: only what nobody sent is ever discarded."""
        now = self._portal.ledger.find(submission.submission_id)
        if now is None:
            with suppress(OSError):  # kept by who did not know that yet
                self._portal.ledger.documents.remove(submission.submission_id)
            raise Unkept(self._sendable.what)
        return now

    def _promised(self, submission: Submission, hold: Hold | None) -> Submission:
        if hold is not None:
            return hold.release(promised=True, pause_s=pause_s(submission, self._cause))
        return self._portal.ledger.promise(submission.submission_id)

    def _not_sent(self, submission: Submission) -> WriteFailed:
        never_left = submission.attempts == 0 or (submission.attempts == 1 and self._kept_back)
        return failures.not_sent(self._sendable.what, self._cause, never_left=never_left)

    def _uncertain(self, submission: Submission) -> WriteFailed:
        if submission.promised and submission.state is State.WAITING:
            return failures.on_its_way(self._sendable.what, self._cause, submission.submission_id)
        return failures.uncertain(self._sendable.what, self._cause, submission.submission_id)


def _count(portal: Portal, visit: Visit, now: float, connection: Connection) -> None:
    key = f"write:{visit.agency.short_name}:{visit.contractor_id}"
    wait_s = portal.hits.take_within(connection, key, portal.config.writes_per_minute, 60, now)
    if wait_s is not None:
        raise TooMany("You have sent a lot within a minute. Please wait a moment and try again.", retry_after_s=wait_s)


def _unaccepted(portal: Portal, sendable: Sendable, new: NewSubmission) -> WriteFailed:
    """What to say where the database failed: it may know of a request that came before this one, or said the same."""
    with suppress(SQLAlchemyError):
        if portal.ledger.repeat(new) is None:
            return Unkept(sendable.what)
    return failures.unknown(sendable.what)
