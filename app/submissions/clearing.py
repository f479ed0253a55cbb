"""Throwing away, in time, what was sent: first the documents, then the rows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from app.submissions.repeats import KEY_LIVES

if TYPE_CHECKING:
    from app.portal import Portal

EVERY_S = 3_600.0
ROWS_KEPT = timedelta(days=365)
STRAY = timedelta(days=1)
"""How old a document without a row must be: one that is just being accepted has none yet."""

log = structlog.get_logger("submissions")


class Clearing:
    """Deletes what is older than it need be, once an hour."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._next = 0.0

    def step(self) -> bool:
        """Clear if an hour has passed."""
        if self._portal.clock.boot() < self._next:
            return False
        self._next = self._portal.clock.boot() + EVERY_S
        clear(self._portal)
        return False


def clear(portal: Portal) -> None:
    """Delete documents that were settled `DOCUMENT_DAYS` ago or have no row, and rows that ended a year ago."""
    ledger, now = portal.ledger, portal.clock.now()
    rows = ledger.forget(now - ROWS_KEPT)
    ledger.forget_answers(now - min(KEY_LIVES, timedelta(days=portal.config.contact_days)))
    kept = now - timedelta(days=portal.config.document_days)
    documents = 0
    for submission_id in ledger.documents.older_than(min(kept, now - STRAY).timestamp()):
        if not ledger.needs_document(submission_id, kept):
            ledger.documents.remove(submission_id)
            documents += 1
    if rows or documents:
        log.info("cleared", rows=rows, documents=documents)
