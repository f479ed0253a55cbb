"""Acceptance of a submission in a request, and the start of its delivery.

A request stores its submission in the ledger, takes the first steps of the delivery, and responds with the state that
was reached. The worker does the rest. A request that repeats an open submission takes its next step, if one is due.

The contractors of an agency share its calls (`app.agentos.budget`), and all contractors share the processors. So a new
submission that changes nothing after a call to AgentOS, or whose document is not good, is a failure. Two failures in
ten minutes count once each in `WRITES_PER_MINUTE`, like any submission; further ones count `FAILURE_WEIGHT` times.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, NoReturn

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from structlog.contextvars import bind_contextvars

from app.agentos import errors as agentos
from app.api.error_responses import faults_of, problem_in_brief, problem_type_of
from app.domain.attempt import AttemptResult
from app.domain.bulkhead import agentos_holders
from app.domain.delivery import Standing
from app.domain.errors import (
    TOO_MANY_SUBMISSIONS,
    InProgress,
    Invalid,
    NotFound,
    PortalError,
    TooMany,
    Unchecked,
    Unkept,
)
from app.domain.invoice import Document
from app.domain.job import Job
from app.domain.submission import OPEN, Changes, State, Submission, SubmissionKind
from app.ledger.idempotency import NewSubmission, WriteOptions
from app.ledger.lease import GRACE_S, Lease, LeaseLost
from app.mirror.kinds import Kind
from app.services import RequestContext, Services
from app.store.rate_limit import Quota
from app.submissions import failures
from app.submissions.delivery import Delivery
from app.submissions.handler import Handler
from app.submissions.kinds import HANDLERS
from app.submissions.notices import with_office
from app.submissions.progress import failure

FAILURE_WEIGHT = 5
"""A failure counts as this number of submissions, except for the first `CHEAP_FAILURES` in `CHEAP_FAILURES_S`.

A submission has also failed if the job had the wanted status already, but not if the portal had no call to spare for
it. At the default limit of ten a minute, four contractors whose submissions all fail send eight a minute. Each costs
two or three of the 35 calls that people may make.
"""
CHEAP_FAILURES, CHEAP_FAILURES_S = 2, 600
LIMITED_PER_S = 60

DONE = (State.CONFIRMED, State.REJECTED)
"""The states whose response is repeated word for word."""

log = structlog.get_logger("submissions")


def quota_of(services: Services, context: RequestContext) -> Quota:
    """Return the limit of new submissions of a contractor."""
    key = f"write:{context.agency.short_name}:{context.contractor_id}"
    return Quota("submissions", key, services.config.writes_per_minute, LIMITED_PER_S, counts_failures=True)


def new_submission(
    context: RequestContext, kind: SubmissionKind, options: WriteOptions, **fields: Any
) -> NewSubmission:
    """Return the request's new submission; `fields` depend on its kind."""
    return NewSubmission(
        kind=kind,
        agency=context.agency.short_name,
        contractor_id=context.contractor_id,
        email=context.email,
        client=context.client,
        options=options,
        **fields,
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The submission to respond with, finished or (for 202) on its way. `replayed`: an earlier request finished it."""

    submission: Submission
    replayed: bool


def submit(
    services: Services,
    context: RequestContext,
    new: NewSubmission,
    *,
    document: Document | None = None,
    check: Callable[[], None] = lambda: None,
) -> Outcome:
    """Accept and deliver a submission, or continue the earlier submission that the request repeats.

    `check` is called for a new submission before any call to AgentOS, and raises an error to refuse the submission. The
    outcome is confirmed or rejected. With `respond_async`, it may also be on its way or in review. Raise the errors of
    `check`, `NotFound`, `TooMany` or `WriteFailed`. Raise `Invalid` for the handler's objection, `KeyReused`,
    `DuplicateInvoice` or `InProgress` for some repeats, and an `AgentOSError` only if nothing was sent.
    """
    request = _Request(services, context, new)
    row, lease = request.accept()
    # From now on, all log lines of the request have the id: its calls to AgentOS, and the line `request`.
    bind_contextvars(submission_id=row.submission_id)
    try:
        if lease is not None:
            return request.respond(request.begin(row, lease, document, check))
        if row.state in DONE:
            return Outcome(row, replayed=True)
        return request.respond(request.resume(row, document, check))
    except SQLAlchemyError as error:
        log.exception("not_told")
        raise failures.unknown(HANDLERS[new.kind].what) from error


class _End(NamedTuple):
    """The end of a request's work: the row as the request leaves it, whose lease is released.

    `cause`: the reason why the row has no outcome yet, or is given up. `again_s`: the seconds after which the client
    may repeat its request, unless the cause has them.
    """

    row: Submission
    cause: agentos.AgentOSError | None = None
    again_s: float | None = None


class _Request:
    """The work of one request on its submission."""

    def __init__(self, services: Services, context: RequestContext, new: NewSubmission) -> None:
        self._services = services
        self._ledger = services.ledger
        self._context = context
        self._handler_of = HANDLERS[new.kind]
        self._what = self._handler_of.what
        self._new = new
        self._wants_promise = new.options.respond_async

    def respond(self, end: _End) -> Outcome:
        """Return the outcome of a submission whose work has ended for this request, or raise an error for the sender.

        A promised submission that is on its way or in review is the outcome of a request that wants a 202.
        """
        row = end.row
        row = with_office(self._services, self._context.agency, row)
        is_kept = not row.state.is_final and (row.promised or row.state is State.REVIEW)
        if row.state in DONE or (is_kept and self._wants_promise):
            return Outcome(row, replayed=False)
        if row.state.is_final:
            raise failures.not_sent(self._what, end.cause, never_left=row.ended_at is None) from end.cause
        again_s = (end.cause.retry_after_s if end.cause else None) or end.again_s
        raise failures.uncertain(self._what, self._context.agency.name, row, again_s) from end.cause

    # the start ------------------------------------------------------------------------------------------------------

    def accept(self) -> tuple[Submission, Lease | None]:
        """Return the new row and its lease, or the row that the request repeats."""
        try:
            earlier = self._ledger.find_repeat(self._new)
            if earlier is not None:
                return earlier, None
            return self._ledger.accept(self._new, self._count, lease_s=self._lease_s)
        except SQLAlchemyError as error:
            log.exception("not_accepted")
            with suppress(SQLAlchemyError):  # the database may contain an earlier, equal submission
                if self._ledger.find_repeat(self._new) is None:
                    raise Unkept(self._what) from error
            raise failures.unknown(self._what) from error

    def resume(self, row: Submission, document: Document | None, check: Callable[[], None]) -> _End:
        """Take the next steps of an earlier request's submission, if one is due, like a turn of the worker.

        If that request ended before its submission was sent or promised, begin it again. Raise `InProgress` while a
        process works on it.
        """
        now = self._ledger.now()
        is_due = row.next_at is not None and row.next_at <= now
        if row.state not in OPEN or not (is_due or row.is_bare or row.state is State.SENDING):
            return self._release(row, None, None)
        is_leased = row.lease_until is not None and row.lease_until > now
        taken = None if is_leased else self._ledger.take(row.submission_id, lease_s=self._lease_s)
        if taken is None:
            raise InProgress(row.submission_id, retry_after_s=failures.AGAIN_S)
        row, lease = taken
        if row.is_bare:
            return self.begin(row, lease, document, check)
        if row.state not in OPEN:  # it has just ended
            return self._release(row, lease, None)
        with ExitStack() as stack:
            try:
                self._enter_bulkhead(stack)
            except agentos.Crowded as error:
                return self._release(row, lease, error)
            return self._deliver(row, lease, self._handler_of(self._services, self._context, row), is_new=False)

    @property
    def _lease_s(self) -> float:
        return self._context.caller.deadline.left() + GRACE_S

    # the work -------------------------------------------------------------------------------------------------------

    def begin(self, row: Submission, lease: Lease, document: Document | None, check: Callable[[], None]) -> _End:
        """Check a new submission, store its document, and deliver it.

        The check precedes the bulkhead: a document may take seconds, and must not take a place of those who wait for
        AgentOS.
        """
        with ExitStack() as stack:
            try:
                check()
                crowded = None
                try:
                    self._enter_bulkhead(stack)
                except agentos.Crowded as error:
                    if not self._wants_promise:
                        raise
                    crowded = error  # the worker delivers
                handler = self._handler_of(self._services, self._context, row)
                cause = self._read_job(handler) or crowded
                changes = Changes()
                if row.content is None:
                    changes["content"] = handler.content()
                if row.document is not None:
                    changes["document"] = replace(row.document, folder=self._ledger.documents.mark())
                if changes:
                    row = handler.submission = self._ledger.change(lease, changes)
                if (objection := handler.objection()) is not None:
                    raise Invalid(objection)
                if document is not None:
                    self._ledger.documents.keep(row.submission_id, document)
            except BaseException as error:
                if isinstance(error, Invalid | Unchecked):  # it has cost work, if no call
                    self._count_failure()
                self._discard(row, lease, error)
            if cause is not None:
                return self._release(row, lease, cause, Changes(tries=row.tries + cause.was_called))
            return self._deliver(row, lease, handler, is_new=True)

    def _read_job(self, handler: Handler) -> agentos.AgentOSError | None:
        """Fetch the job from AgentOS, because the mirror must not decide whose job it is.

        If the call fails but the sender accepts a 202, use the mirror's job and return AgentOS's error. The portal
        fetches the job again before it sends. Raise `NotFound` if the job is not this contractor's, or `AgentOSError`.
        A job that AgentOS lists but does not have is unknown to all contractors but its own.
        """
        standing: Standing | None = None
        try:
            standing = handler.read_job(calls_to_follow=handler.calls_after_job)
            cause: agentos.AgentOSError = agentos.Unreachable("job", result=AttemptResult.NOT_SENT)
        except agentos.AgentOSError as error:
            cause = error
        if standing is Standing.OWN:
            return None
        job: Job | None = self._services.mirror.get_record(self._new.agency, Kind.JOB, self._new.job_id or "")
        is_theirs = job is not None and job.contractor_id == self._new.contractor_id
        is_decided = standing is Standing.MISSING or (standing is None and self._wants_promise)
        is_missing = standing in (Standing.OTHERS, Standing.GONE) or (is_decided and not is_theirs)
        if is_missing or not self._wants_promise:
            self._count_failure(cause)
            raise NotFound("job") if is_missing else cause
        handler.job = job
        return cause

    def _enter_bulkhead(self, stack: ExitStack) -> None:
        """Acquire a place of the bulkhead. Raise `Crowded`."""
        holders = agentos_holders(self._context.agency.short_name, self._context.contractor_id)
        stack.enter_context(self._services.bulkhead.acquire(holders))

    def _deliver(self, row: Submission, lease: Lease, handler: Handler, *, is_new: bool) -> _End:
        delivery = Delivery(handler, lease, deadline=self._context.caller.deadline, promise=self._wants_promise)
        try:
            after = delivery.run(row, job_was_read=is_new)
        except LeaseLost:  # or a repeat has promised the row, whose lease this request still has
            self._ledger.release_unchanged(lease)
            return self._release(self._reload(row), None, delivery.cause)
        except Exception as error:
            with suppress(SQLAlchemyError):
                row, delivery.has_sent = self._reload(row), False  # the stored row shows an attempt
            if row.is_bare and not delivery.has_sent:
                self._discard(row, lease, error)
            log.exception("not_delivered")
            self._ledger.release_unchanged(lease)
            return _End(row, delivery.cause, failures.DATABASE_AGAIN_S)
        is_confirmed, was_attempted = after.state is State.CONFIRMED, after.attempts > 0
        if is_new and is_confirmed != was_attempted:  # it failed, or there was nothing to change
            self._count_failure()
        elif is_new and after.state is State.ABANDONED:
            self._count_failure(delivery.cause)
        return self._release(
            after, None if delivery.released else lease, delivery.cause, Changes(next_at=delivery.next_at)
        )

    # the end --------------------------------------------------------------------------------------------------------

    def _release(
        self, row: Submission, lease: Lease | None, cause: agentos.AgentOSError | None, changes: Changes | None = None
    ) -> _End:
        """Release the lease, if the request still has it, and promise an open row if the sender wants a 202."""
        promise: Changes = {"promised": True} if self._wants_promise and row.state in OPEN else {}
        changes = (changes or Changes()) | failure(cause, self._services.clock.now())
        try:
            if lease is not None:
                with suppress(LeaseLost):  # another process took the row over, and may have sent it
                    return _End(self._ledger.release(lease, changes | promise), cause)
            if promise:
                row = self._ledger.promise(row.submission_id)
            return _End(row if promise or lease is None else self._reload(row), cause)
        except SQLAlchemyError as error:
            log.exception("not_noted")
            if lease is not None:
                self._ledger.release_later(lease)
            row = self._reload(row)
            if row.is_bare and lease is not None:
                self._discard(row, lease, error)
            return _End(row, cause, failures.DATABASE_AGAIN_S)

    def _discard(self, row: Submission, lease: Lease, error: BaseException) -> NoReturn:
        """Delete a row of which this request sent nothing, because of an `error`. Raise the error for the sender.

        Raise `InProgress` if another process has taken the row over, and may have sent it.
        """
        is_ours = isinstance(error, OSError | SQLAlchemyError | LeaseLost)
        reported = Unkept(self._what) if is_ours else error
        if not self._ledger.discard(lease, problem_in_brief(problem_type_of(reported), faults_of(reported))):
            raise InProgress(row.submission_id, retry_after_s=failures.AGAIN_S) from error
        if is_ours:
            log.error("not_accepted", exc_info=error)
            raise reported from error
        if isinstance(error, PortalError):
            error.submission_id = row.submission_id
        raise error

    def _reload(self, row: Submission) -> Submission:
        """Return the stored row. A commit may succeed although it reports a failure."""
        return self._ledger.find(row.submission_id) or row

    # the limits -----------------------------------------------------------------------------------------------------

    def _count(self, connection: Connection, now: float) -> None:
        quota = quota_of(self._services, self._context)
        wait_s = self._services.rate_limit.take_within(connection, quota.key, quota.most, quota.window_s, now)
        if wait_s is not None:
            raise TooMany(TOO_MANY_SUBMISSIONS, retry_after_s=wait_s)

    def _count_failure(self, cause: agentos.AgentOSError | None = None) -> None:
        """Add the rest of a failure's price to the count of new submissions, unless the `cause` prevented a call."""
        if cause is not None and not cause.was_called:
            return
        rate_limit, key = self._services.rate_limit, quota_of(self._services, self._context).key
        with suppress(SQLAlchemyError):
            if rate_limit.take(f"failed-{key}", CHEAP_FAILURES, CHEAP_FAILURES_S) is not None:
                rate_limit.add(key, FAILURE_WEIGHT - 1)
