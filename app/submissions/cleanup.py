"""Deleting old submissions: first their documents, then their rows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from app.ledger.document_check import ROWS_KEPT, document_lifetime
from app.ledger.idempotency import KEY_LIVES

if TYPE_CHECKING:
    from app.services import Services

UNFINISHED = timedelta(days=1)
"""The age at which an unfinished upload is deleted: far longer than any request lasts."""

log = structlog.get_logger("submissions")


def delete_old(services: Services) -> None:
    """Delete the PDF of a finished submission after `DOCUMENT_DAYS`, and its row after a year.

    Keep files without a row: another database may use the folder, or this one may have been restored from a backup.
    """
    ledger, now = services.ledger, services.clock.now()
    settled = ledger.ended_with_document(now - document_lifetime(services.config.document_days))
    documents = settled & ledger.documents.ids()
    for submission_id in documents:
        ledger.documents.remove(submission_id)
    ledger.documents.remove_unfinished((now - UNFINISHED).timestamp())
    ledger.forget_old_restore()
    rows = ledger.delete_ended(now - ROWS_KEPT)
    ledger.clear_responses(now - min(KEY_LIVES, timedelta(days=services.config.contact_days)))
    if rows or documents:
        log.info("cleared", rows=rows, documents=len(documents))
