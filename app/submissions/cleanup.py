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
from app.store.engine import Database
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
    """Delete the PDF of a finished submission after `DOCUMENT_DAYS`, and its row after a year.

    Keep files without a row: another database may use the folder, or this one may have been restored from a backup.
    """
    database, documents, now = services.database, services.ledger.documents, services.clock.now()
    stored = {path.stem for path in documents.files()}
    old_documents = _ended_with_document(database, now - document_lifetime(services)) & stored
    for submission_id in old_documents:
        documents.remove(submission_id)
    documents.remove_unfinished((now - UNFINISHED).timestamp())
    with database.write() as connection:
        forget_old_restore(connection)
    rows = _delete_ended(database, now - ROWS_KEPT)
    _clear_responses(database, now - min(KEY_LIVES, timedelta(days=services.config.contact_days)))
    if rows or old_documents:
        log.info("cleared", rows=rows, documents=len(old_documents))


def _ended_with_document(database: Database, before: datetime) -> set[str]:
    """Return the ids of submissions with a document that ended before a time. Such a document is not sent again."""
    ended = (_ended_before(before), table.c.document_name.is_not(None))
    with database.read() as connection:
        return set(connection.scalars(select(table.c.id).where(*ended)))


def _delete_ended(database: Database, before: datetime) -> int:
    """Delete submissions that ended before a time, and their mails; return the number of submissions."""
    with database.write() as connection:
        old = select(table.c.id).where(_ended_before(before))
        connection.execute(delete(mails).where(mails.c.submission_id.in_(old)))
        return connection.execute(delete(table).where(_ended_before(before))).rowcount


def _clear_responses(database: Database, before: datetime) -> None:
    """Delete the responses of completions that ended before a time, because they contain tenants' phone numbers.

    The response to a repeat of such a completion is the job at the time of the repeat.
    """
    ended = (table.c.kind == SubmissionKind.COMPLETION, table.c.updated_at < to_text(before))
    with database.write() as connection:
        connection.execute(update(table).where(*ended, table.c.result.is_not(None)).values(result=None))


def _ended_before(moment: datetime) -> ColumnElement[bool]:
    return and_(table.c.updated_at < to_text(moment), table.c.state.not_in(UNSETTLED))
