"""Throwing away, in time, what was sent: first the documents, then the rows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from app.ledger.idempotency import KEY_LIVES

if TYPE_CHECKING:
    from app.services import Services

EVERY_S = 3_600.0
ROWS_KEPT = timedelta(days=365)
UNFINISHED = timedelta(days=1)
"""How long a file that is being written is left alone: far longer than any request lasts."""

log = structlog.get_logger("submissions")


class Cleanup:
    """Deletes what is older than it need be, once an hour."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._next = 0.0

    def run_once(self) -> bool:
        """Clear if an hour has passed."""
        if self._services.clock.boot() < self._next:
            return False
        self._next = self._services.clock.boot() + EVERY_S
        clear(self._services)
        return False


def clear(services: Services) -> None:
    """Delete documents that were settled `DOCUMENT_DAYS` ago, and rows that ended a year ago, with their documents.

    A document whose row this database lacks is left alone: the folder may be another's as well, or the database an
    older one that was put back. None comes of our own doing, for no row goes before its document.
    """
    ledger, now = services.ledger, services.clock.now()
    settled = ledger.ended(now - min(ROWS_KEPT, timedelta(days=services.config.document_days)))
    documents = settled & ledger.documents.ids()
    for submission_id in documents:
        ledger.documents.remove(submission_id)
    ledger.documents.remove_unfinished((now - UNFINISHED).timestamp())
    rows = ledger.forget(now - ROWS_KEPT)
    ledger.forget_answers(now - min(KEY_LIVES, timedelta(days=services.config.contact_days)))
    if rows or documents:
        log.info("cleared", rows=rows, documents=len(documents))
