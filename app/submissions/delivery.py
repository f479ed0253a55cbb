"""Sending a submission, once: read the job, note what is there, send, settle; and look before sending again.

In the request first, and in the worker for what remains. Between any two steps the process may die: before each of them
the row says what is certain, and what nobody knows is looked up.
"""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import Any

import msgspec
import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.agentos import errors as agentos
from app.agentos.gateway import WriteAnswer
from app.domain.attempt import AttemptResult
from app.domain.errors import Invalid, NotFound
from app.domain.job import Job
from app.domain.submission import State, Submission
from app.mirror.kinds import Kind
from app.mirror.store import number_anew
from app.portal import Portal, Visit
from app.submissions.ledger import Claimed, Hold
from app.submissions.rows import PAUSE_MOST_S
from app.submissions.sendable import Sendable, Work

QUIET_S = 2.0
"""After a cut connection, or any answer but `TIME_OUTS`, what AgentOS was going to do it has done by then.

After a time-out, ours or theirs, and after a kill amid a sending, it has `SETTLE_S`.
"""
FINAL = frozenset({400, 404, 405, 413, 415, 422})
"""Statuses to the write itself that no repeat would change."""
TIME_OUTS = frozenset({408, 504})
"""Statuses that tell of a time-out that somebody else had: AgentOS may go on with what it was given."""
LOOKS = 10
"""After so many looks that could not tell, with pauses between them, nobody looks any more: people must."""
PAUSE_LEAST_S = 2.0
"""Between turns in vain, twice as long each time."""

log = structlog.get_logger("submissions")


class Seen(Enum):
    """What a look has shown, if it found nothing."""

    NOT_THERE = auto()
    NOBODY_KNOWS = auto()


class Turn:
    """Somebody's turn at a row that they hold. `cause`: what AgentOS did about it, if it failed.

    `began`: whether anything may have been sent in this turn. `quiet_s`: how long nothing may be done about it now.
    """

    def __init__(self, portal: Portal, visit: Visit, sendable: Sendable, hold: Hold) -> None:
        self._portal = portal
        self._visit = visit
        self._sendable = sendable
        self._hold = hold
        self.cause: agentos.AgentOSError | None = None
        self.began = False
        self.quiet_s = 0.0

    def look(self, submission: Submission) -> tuple[Submission, frozenset[str] | None]:
        """Look for what is unconfirmed: the row then, `waiting` if it is certainly not there, and what else was seen.

        Raises `HoldLost`, and any `AgentOSError`.
        """
        job = self.read_job(submission) if self._sendable.in_job else None
        work = self._work(submission, job)
        there = self._sendable.look(work)
        found = self._found(work, there)
        while isinstance(found, str | None):
            with suppress(Claimed):
                return self._settle(work, None, found), there
            found = self._found(work, there)
        if found is Seen.NOT_THERE:
            return self._hold.move(State.WAITING), there
        return self._hold.note(tries=submission.tries + 1, lookable=submission.tries + 1 < LOOKS), there

    def send(self, submission: Submission, job: Job | None, there: frozenset[str] | None = None) -> Submission:
        """Send what waits: the row then, settled, or `unconfirmed`, or `waiting` if it certainly did not arrive.

        `job` as it was read just now; `there`: what a look just before saw. Raises `HoldLost`, and whatever keeps it
        from being made ready.
        """
        work = self._work(submission, job)
        try:
            if not work.is_own:
                raise NotFound("job")
            self._sendable.check(work)
        except (NotFound, Invalid) as error:
            status = 404 if isinstance(error, NotFound) else 400
            return self._hold.move(State.REJECTED, status=status, message=error.sentence)
        if there is None:
            there = self._there(work)
        if self._sendable.is_set and there:
            return self._settle(work, None, None)
        send = self._sendable.prepare(work)
        self.began = True
        try:
            submission = self._hold.move(
                State.SENDING,
                attempts=submission.attempts + 1,
                lookable=there is not None,
                baseline=None if there is None else msgspec.json.encode(sorted(there)),
                also=partial(_guard_job, submission),
            )
        except SQLAlchemyError:
            self.began = submission.attempts > 0 or not self._still_waits(submission)
            raise
        try:
            answer = send()
        except agentos.AgentOSError as error:
            self.cause = error
            return self._failed(submission, error)
        return self._settle(self._work(submission, job), answer, None)

    def read_job(self, submission: Submission) -> Job | None:
        """The job as AgentOS has it now; None if it has it no more. Raises any other `AgentOSError`."""
        noted = self._portal.mirror.number()
        try:
            job = self._visit.gateway(self._portal).job(submission.job_id or "")
        except agentos.NotFound:
            return None
        return self._portal.mirror.take_job(submission.agency, job, noted)

    def _still_waits(self, submission: Submission) -> bool:
        """Whether the row certainly does not say that anything was sent: a commit that fails may have been one."""
        with suppress(SQLAlchemyError):
            found = self._portal.ledger.find(submission.submission_id)
            return found is not None and found.state is State.WAITING
        return False

    def _work(self, submission: Submission, job: Job | None) -> Work:
        return Work(portal=self._portal, visit=self._visit, submission=submission, job=job)

    def _found(self, work: Work, there: frozenset[str] | None) -> str | Seen | None:
        """The id of what a look found; None for what is set, and so."""
        if there is None or work.submission.baseline is None:
            return Seen.NOBODY_KNOWS
        if self._sendable.is_set:
            return None if there else Seen.NOT_THERE
        new = self._portal.ledger.unclaimed(work.submission, there - work.submission.baseline)
        return min(new, default=Seen.NOT_THERE)

    def _there(self, work: Work) -> frozenset[str] | None:
        """What looks just like it before it is sent; None where nobody can tell: it is sent all the same.

        So where AgentOS has no list of invoices (404) or refuses to show it (`Rejected`), an invoice is sent once, and
        after no certain answer never again by itself: it stays unconfirmed until somebody looks. Raises any other
        `AgentOSError`: what cannot be looked at just now is not sent just now.
        """
        try:
            return self._sendable.look(work)
        except (agentos.NotFound, agentos.Rejected):
            return None

    def _failed(self, submission: Submission, error: agentos.AgentOSError) -> Submission:
        if isinstance(error, agentos.NotFound) or (isinstance(error, agentos.Rejected) and error.status in FINAL):
            gone = isinstance(error, agentos.NotFound) and self._sendable.is_set
            sentence = f"Your agency's system did not accept the {self._sendable.what}. Please contact the agency."
            message = NotFound("job").sentence if gone else sentence
            return self._noted(submission, State.REJECTED, status=404 if gone else 500, message=message)
        if error.result is not AttemptResult.IN_DOUBT:
            return self._noted(submission, State.WAITING)
        late = isinstance(error, agentos.TimedOut) or error.status in TIME_OUTS
        self.quiet_s = self._portal.config.settle_s if late else QUIET_S
        return self._noted(submission, State.UNCONFIRMED, quiet_s=self.quiet_s)

    def _settle(self, work: Work, answer: WriteAnswer | None, found: str | None) -> Submission:
        """Raises `Claimed` for what was found and is another's."""
        identity, result = self._sendable.take_over(work, answer, found)
        told: dict[str, Any] = {"status": self._sendable.status, "result": result}
        try:
            return self._noted(work.submission, State.CONFIRMED, agentos_id=identity, **told)
        except Claimed:
            if answer is None:
                raise
            return self._noted(work.submission, State.CONFIRMED, agentos_id=None, **told)

    def _noted(
        self, submission: Submission, after: State, *, quiet_s: float | None = None, **values: Any
    ) -> Submission:
        """Note what became of what was sent.

        A failing database does not undo that: who is told "try again" would send it twice. The row stays as it is, and
        is looked into later; so what was not taken may yet be.
        """
        try:
            return self._hold.move(after, quiet_s=quiet_s, **values)
        except SQLAlchemyError:
            log.exception("not_remembered")
            state = after if after is State.CONFIRMED else State.UNCONFIRMED
            return replace(submission, state=state, **(values if after is State.CONFIRMED else {}))


def _guard_job(submission: Submission, connection: Connection) -> None:
    """No reading of the job that began before comes over what is about to change."""
    if submission.job_id is not None:
        number_anew(connection, submission.agency, Kind.JOB, submission.job_id)


def pause_s(submission: Submission, cause: agentos.AgentOSError | None = None) -> float:
    """How long to leave a row alone after a turn in vain: longer each time, and not all at once."""
    doubled = PAUSE_LEAST_S * 2.0 ** min(submission.tries + submission.attempts, 8)
    wished_s = (cause.retry_after_s if cause else None) or 0.0
    return min(max(wished_s, doubled * random.uniform(0.5, 1.0)), PAUSE_MOST_S)  # noqa: S311
