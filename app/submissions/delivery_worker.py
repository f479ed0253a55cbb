"""The worker's task that finishes submissions after their requests: sends them, looks for them, or ends them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError
from structlog.contextvars import bound_contextvars

from app.agentos.caller import Caller
from app.agentos.errors import Busy, Failed, OperationRests, TimedOut, Unreachable
from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.clock import Deadline
from app.domain.delivery import after_turn, pause_s
from app.domain.submission import State, Submission
from app.ledger.document_files import DocumentsAway
from app.ledger.lease import BESIDE_S, GRACE_S, Lease, LeaseLost
from app.services import RequestContext, Services
from app.submissions.delivery import Delivery
from app.submissions.handler import Readings
from app.submissions.kinds import HANDLERS
from app.submissions.progress import failure

MOST_AT_ONCE = 20
"""The maximum number of rows in one run."""
SLOT_WAIT_S = 2.0
SLOT_RETRY_S = 5.0
"""The longest wait until the next run if no slot was free: a slot may be free sooner than was foreseen."""
LEFT_RETRY_S = 2.0
"""Seconds until the next look at rows that are due but could not be worked on."""
BLOCKED_RETRY_S = 10.0
"""The same if other rows of their lane block them. The end of such a row makes the task due at once."""
WAKE_EVERY_S = 30.0
"""The shortest time between two times at which AgentOS responds again, and all rows that failed become due."""
CHECK_DOCUMENTS_EVERY_S = 60.0
"""Seconds between checks for lost documents. A submission may wait long for others of its lane (job or statement)."""
AWAY = frozenset({502, 503, 504})
"""HTTP statuses which mean that AgentOS is down. Any other status refuses only one operation."""

log = structlog.get_logger("submissions")


class DeliveryWorker:
    """Delivers one agency's submissions."""

    def __init__(self, services: Services, agency: Agency) -> None:
        self._services = services
        self._agency = agency
        self._away_at: datetime | None = None
        self._no_slot_until = self._wake_at = 0.0
        self._check_documents_at = 0.0

    def batch(self) -> Iterator[str]:
        """Work on up to `MOST_AT_ONCE` due rows, and on rows whose document is lost. Yield the id of each.

        While the agency's key rests (must not be used for a while), no row is due. If there is no slot for a row, all
        rows keep their places until the next run.
        """
        self._wake_after_fetch()
        due = [] if self._waits_s() > 0 else self._services.ledger.due(self._agency.short_name, MOST_AT_ONCE)
        readings = Readings()
        for submission_id in dict.fromkeys([*self._lost_documents(), *due]):
            with bound_contextvars(submission_id=submission_id):  # in all log lines of the turn, also those of calls
                try:
                    self._take_turn(submission_id, readings)
                except (TypeError, ValueError):  # a row that cannot be decoded must not stop the rows after it
                    log.exception("not_delivered")
                    continue
            yield submission_id
            if self._waits_s() > 0:
                return

    def next_due_s(self) -> float | None:
        """Return the seconds until the next run, or None if it has no work."""
        next_s = self._services.ledger.next_due_s(self._agency.short_name, blocked_s=BLOCKED_RETRY_S)
        if next_s is None:
            return None
        # A row that is due although the last run has left it waits for the key or a slot, or another process has it.
        next_s = max(next_s, self._waits_s(), LEFT_RETRY_S)
        if self._away_at is not None:
            next_s = min(next_s, WAKE_EVERY_S)
        return min(next_s, CHECK_DOCUMENTS_EVERY_S)

    def _waits_s(self) -> float:
        """Return the seconds for which no row is due, because the key rests or no slot was free."""
        return max(self._services.budget.resting(self._agency), self._no_slot_until - self._services.clock.boot())

    def _wake_after_fetch(self) -> None:
        """After AgentOS was down, make the rows that failed due as soon as a fetch has succeeded."""
        wait = timedelta(seconds=WAKE_EVERY_S)
        if self._away_at is None or self._services.clock.now() < self._away_at + wait:
            return
        if self._services.mirror.has_read_since(self._agency.short_name, self._away_at):
            self._wake()

    def _wake(self) -> None:
        """Make the rows that failed due, because AgentOS responds again."""
        if self._services.clock.boot() >= self._wake_at:
            self._services.ledger.make_paused_due(self._agency.short_name)
            # After a failure of the database, the next run must wake them.
            self._away_at = None
            self._wake_at = self._services.clock.boot() + WAKE_EVERY_S

    def _lost_documents(self) -> list[str]:
        """Return the rows whose document is lost, even if they wait for other rows and are not due."""
        if self._services.clock.boot() < self._check_documents_at:
            return []
        self._check_documents_at = self._services.clock.boot() + CHECK_DOCUMENTS_EVERY_S
        ledger = self._services.ledger
        documents = ledger.open_documents(self._agency.short_name)
        return [key for key, document in documents.items() if ledger.documents.is_lost(key, document)]

    def _take_turn(self, submission_id: str, readings: Readings) -> None:
        seconds = self._services.config.agentos_upload_timeout_s + BESIDE_S
        taken = self._services.ledger.take(submission_id, lease_s=seconds + GRACE_S)
        if taken is None:
            return
        row, lease = taken
        contractor = Contractor(contractor_id=row.contractor_id)
        is_settled = row.state.is_final  # the portal itself wants to look at it again, so no contractor pays for that
        caller = Caller(
            role="delivery",
            deadline=Deadline(self._services.clock, seconds),
            contractor_id=None if is_settled else row.contractor_id,
            wait_s=SLOT_WAIT_S,
        )
        context = RequestContext(self._agency, contractor, caller)
        handler = HANDLERS[row.kind](self._services, context, row, readings)
        delivery = Delivery(handler, lease)
        try:
            after = delivery.run(row)
        except LeaseLost:
            log.info("lease_lost", agency=row.agency, kind=row.kind)
            return
        except DocumentsAway:
            log.error("documents_away", agency=row.agency)
            after = self._interrupted(delivery, row)
        except Exception:  # a fault in one row must not stop the rows after it
            log.exception("not_delivered")
            after = self._interrupted(delivery, row)
        cause = delivery.cause
        is_away = isinstance(cause, TimedOut | Unreachable) or (isinstance(cause, Failed) and cause.status in AWAY)
        if is_away and not delivery.has_sent:
            self._away_at = self._services.clock.now()
        if isinstance(cause, Busy):
            self._no_slot_until = self._services.clock.boot() + min(cause.retry_after_s or SLOT_RETRY_S, SLOT_RETRY_S)
        if not delivery.released:
            self._end_turn(after, delivery, lease)
        log.info("worked_on", agency=row.agency, kind=row.kind, state=after.state, attempts=after.attempts)
        if row.tries and after.state is State.CONFIRMED:
            self._wake()

    def _interrupted(self, delivery: Delivery, row: Submission) -> Submission:
        """After a fault of the portal itself, end a row whose time is up: it may fail every time. Return the row."""
        delivery.was_in_vain = True
        with suppress(Exception):  # the fault was just logged
            row = self._services.ledger.find(row.submission_id) or row
            return delivery.end_if_tried_enough(row)
        return row

    def _end_turn(self, row: Submission, delivery: Delivery, lease: Lease) -> None:
        """Record this turn and the time of the next, and release the lease. If that fails, release the lease later.

        Without a slot, there was no turn: the row stays due. A turn without a call to AgentOS does not lengthen the
        wait.
        """
        ledger, cause = self._services.ledger, delivery.cause
        try:
            if isinstance(cause, Busy) and delivery.was_in_vain:
                ledger.release(lease, failure(cause, self._services.clock.now()))
                return
            now = ledger.now()
            turn = after_turn(row, now)
            lane_tried_s = turn["tried_s"] - row.tried_s if row.state is State.WAITING else 0.0
            next_at = delivery.next_at
            if delivery.was_in_vain:
                turn["tries"] = row.tries + (cause is None or cause.was_called)
                again_s = (cause and cause.retry_after_s) or 0.0
                if next_at is not None or not row.state.is_final:
                    next_at = max(next_at or 0.0, now + max(pause_s(row), again_s))
            turn["next_at"] = next_at
            turn |= failure(cause, self._services.clock.now(), in_vain=delivery.was_in_vain)
            released = ledger.release(lease, turn, lane_tried_s=lane_tried_s)
            if not isinstance(cause, OperationRests) or released.state is not State.WAITING:
                return
            if ledger.facts(released).paused_until is None:  # the pause ended during this turn
                ledger.make_due(released.submission_id)
        except (LeaseLost, SQLAlchemyError):
            ledger.release_later(lease)
