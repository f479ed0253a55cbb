"""The worker's task that finishes submissions after their requests: sends them, looks for them, or ends them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError
from structlog.contextvars import bound_contextvars

from app.agentos.caller import Caller
from app.agentos.errors import Failed, TimedOut, Unreachable
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

MOST_AT_ONCE = 20
"""The maximum number of rows in one run."""
SLOT_WAIT_S = 2.0
LEFT_RETRY_S = 2.0
"""Seconds until the next look at rows that are due but could not be worked on."""
BLOCKED_RETRY_S = 10.0
"""The same if other rows of their lane block them. The end of such a row makes the task due at once."""
WAKE_EVERY_S = 30.0
"""Seconds between checks whether AgentOS responds again. If it does, all paused rows become due."""
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
        self._check_documents_at = 0.0

    def batch(self) -> Iterator[str]:
        """Work on up to `MOST_AT_ONCE` due rows, and on rows whose document is lost. Yield the id of each.

        While the agency's key rests (must not be used for a while), no row is due.
        """
        self._wake()
        is_resting = self._services.budget.resting(self._agency) > 0
        due = [] if is_resting else self._services.ledger.due(self._agency.short_name, MOST_AT_ONCE)
        readings = Readings()
        for submission_id in dict.fromkeys([*self._lost_documents(), *due]):
            with bound_contextvars(submission_id=submission_id):  # in all log lines of the turn, also those of calls
                try:
                    self._take_turn(submission_id, readings)
                except (TypeError, ValueError):  # a row that cannot be decoded must not stop the rows after it
                    log.exception("not_delivered")
                    continue
            yield submission_id

    def next_due_s(self) -> float | None:
        """Return the seconds until the next run, or None if it has no work."""
        next_s = self._services.ledger.next_due_s(self._agency.short_name, blocked_s=BLOCKED_RETRY_S)
        if next_s is None:
            return None
        # A row that is due although the last run has left it waits for the key, or another process works on it.
        next_s = max(next_s, self._services.budget.resting(self._agency), LEFT_RETRY_S)
        if self._away_at is not None:
            next_s = min(next_s, WAKE_EVERY_S)
        return min(next_s, CHECK_DOCUMENTS_EVERY_S)

    def _wake(self) -> None:
        """After AgentOS was down, make paused rows due as soon as a fetch has succeeded."""
        wait = timedelta(seconds=WAKE_EVERY_S)
        if self._away_at is None or self._services.clock.now() < self._away_at + wait:
            return
        if self._services.mirror.has_read_since(self._agency.short_name, self._away_at):
            self._services.ledger.make_paused_due(self._agency.short_name)
            self._away_at = None

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
        if not delivery.released:
            self._end_turn(after, delivery, lease)
        log.info("worked_on", agency=row.agency, kind=row.kind, state=after.state, attempts=after.attempts)

    def _interrupted(self, delivery: Delivery, row: Submission) -> Submission:
        """After a fault of the portal itself, end a row whose time is up: it may fail every time. Return the row."""
        delivery.was_in_vain = True
        with suppress(Exception):  # the fault was just logged
            row = self._services.ledger.find(row.submission_id) or row
            return delivery.end_if_tried_enough(row)
        return row

    def _end_turn(self, row: Submission, delivery: Delivery, lease: Lease) -> None:
        """Record this turn and the time of the next, and release the lease. If that fails, release the lease later."""
        ledger = self._services.ledger
        try:
            now = ledger.now()
            turn = after_turn(row, now)
            lane_tried_s = turn["tried_s"] - row.tried_s if row.state is State.WAITING else 0.0
            next_at = delivery.next_at
            if delivery.was_in_vain:
                turn["tries"] = row.tries + 1
                again_s = delivery.cause.retry_after_s if delivery.cause is not None else None
                if next_at is not None or not row.state.is_final:
                    next_at = max(next_at or 0.0, now + max(pause_s(row), again_s or 0.0))
            turn["next_at"] = next_at
            ledger.release(lease, turn, lane_tried_s=lane_tried_s)
        except (LeaseLost, SQLAlchemyError):
            ledger.release_later(lease)
