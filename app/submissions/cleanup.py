"""Deleting old submissions: first their documents, then their rows."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, and_, delete, select, update

from app.domain.clock import to_text
from app.domain.submission import UNSETTLED, SubmissionKind
from app.ledger.idempotency import KEY_LIVES
from app.ledger.restores import forget_old_restore
from app.services import Services
from app.store.tables import mails
from app.store.tables import submissions as table

ROWS_KEPT = timedelta(days=365)
UNFINISHED = timedelta(days=1)
"""The age at which an unfinished upload is deleted: far longer than any request lasts."""

log = structlog.get_logger("submissions")


def document_lifetime(services: Services) -> timedelta:
    """Return the time after the end of a submission at which its document is deleted."""
    return min(ROWS_KEPT, timedelta(days=services.config.document_days))


def delete_old(services: Services) -> None:
    """Delete the PDF of a finished submission after `DOCUMENT_DAYS`, and its row and its mails after a year.

    Delete the response of a completion earlier, because it contains a tenant's phone number: the response to a repeat
    is then the job at the time of the repeat. Keep files without a row: another database may use the folder, or this
    one may have been restored from a backup.
    """
    database, documents, now = services.database, services.ledger.documents, services.clock.now()
    with_document = table.c.document_name.is_not(None)
    with database.read() as connection:
        ended = select(table.c.id).where(_ended_before(now - document_lifetime(services)), with_document)
        stored = {path.stem for path in documents.files()}
        old_documents = stored.intersection(connection.scalars(ended))
    for submission_id in old_documents:
        documents.remove(submission_id)
    documents.remove_unfinished((now - UNFINISHED).timestamp())
    is_old = _ended_before(now - ROWS_KEPT)
    answered_before = now - min(KEY_LIVES, timedelta(days=services.config.contact_days))
    has_response = and_(table.c.kind == SubmissionKind.COMPLETION, table.c.result.is_not(None))
    with database.write() as connection:
        forget_old_restore(connection)
        connection.execute(delete(mails).where(mails.c.submission_id.in_(select(table.c.id).where(is_old))))
        rows = connection.execute(delete(table).where(is_old)).rowcount
        old_response = (has_response, table.c.updated_at < to_text(answered_before))
        connection.execute(update(table).where(*old_response).values(result=None))
    if rows or old_documents:
        log.info("cleared", rows=rows, documents=len(old_documents))


def _ended_before(moment: datetime) -> ColumnElement[bool]:
    return and_(table.c.updated_at < to_text(moment), table.c.state.not_in(UNSETTLED))
