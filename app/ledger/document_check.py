"""A comparison of the documents on the disk with the rows of their submissions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import or_, select

from app.domain.clock import to_text
from app.domain.invoice import StoredDocument
from app.domain.submission import UNSETTLED, Submission
from app.ledger.document_files import DocumentLost, Documents, DocumentsAway
from app.ledger.queries import submission_of
from app.store.engine import Database
from app.store.tables import submissions as table

ORPHAN_AGE = timedelta(days=1)
"""The age from which a document without a row counts as an orphan: far longer than any request lasts."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The result of a check.

    `intact`: the number of documents that are as their rows say. `missing` and `altered`: submissions, the oldest
    first. `orphans`: the names of documents that belong to no submission.
    """

    intact: int
    missing: list[Submission]
    altered: list[Submission]
    orphans: list[str]


def check(database: Database, documents: Documents, ended_before: datetime, now: datetime) -> Findings:
    """Compare each document with its row. Raise OSError.

    The documents of submissions that `ended_before` this time are deleted. A document that a request is storing has a
    row before it has a file.
    """
    files = documents.files()
    rows = _with_document(database, ended_before)
    missing: list[Submission] = []
    altered: list[Submission] = []
    for submission, document in rows:
        try:
            documents.load(submission.submission_id, document)
        except (DocumentLost, DocumentsAway):
            is_missing = documents.is_missing(submission.submission_id)
            (missing if is_missing else altered).append(submission)
    intact = len(rows) - len(missing) - len(altered)
    with database.read() as connection:
        known = set(connection.scalars(select(table.c.id)))
    orphans = [path.name for path in files if path.stem not in known and _is_old(path, now)]
    # The worker, or an administrator, may have deleted a submission or its document since the rows were read.
    remaining = {submission.submission_id for submission, _ in _with_document(database, ended_before)}
    missing = [each for each in missing if each.submission_id in remaining and not each.is_bare]
    return Findings(intact, missing, altered, orphans)


def _is_old(path: Path, now: datetime) -> bool:
    """Return True if a document was last written more than `ORPHAN_AGE` ago. It may be deleted at the same time."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < (now - ORPHAN_AGE).timestamp()
    return False


def _with_document(database: Database, ended_before: datetime) -> list[tuple[Submission, StoredDocument]]:
    """Return the submissions that must have a document, the oldest first, each with its document."""
    must_exist = or_(table.c.state.in_(UNSETTLED), table.c.updated_at >= to_text(ended_before))
    rows = select(table).where(table.c.document_name.is_not(None), must_exist).order_by(table.c.number)
    with database.read() as connection:
        sent = [submission_of(row) for row in connection.execute(rows)]
    return [(submission, submission.document) for submission in sent if submission.document is not None]
