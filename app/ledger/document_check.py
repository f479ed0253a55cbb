"""A comparison of the documents on the disk with the rows of their submissions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import not_, or_, select

from app.domain.clock import to_text
from app.domain.submission import UNSETTLED, Submission
from app.ledger.document_files import Documents
from app.ledger.queries import BARE, document_of, submission_of
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

    The documents of submissions that `ended_before` this time are deleted. A request stores its row before its file, so
    the files are listed before the rows are read.
    """
    files = documents.files()
    must_exist = or_(table.c.state.in_(UNSETTLED), table.c.updated_at >= to_text(ended_before))
    with_document = select(table).where(table.c.document_name.is_not(None), must_exist, not_(BARE))
    with database.read() as connection:
        rows = connection.execute(with_document.order_by(table.c.number)).all()
        known = set(connection.scalars(select(table.c.id)))
    missing: list[Submission] = []
    altered: list[Submission] = []
    for row in rows:
        if not documents.is_intact(row.id, document_of(row)):
            (missing if documents.is_missing(row.id) else altered).append(submission_of(row))
    intact = len(rows) - len(missing) - len(altered)
    orphans = [path.name for path in files if path.stem not in known and _is_old(path, now)]
    return Findings(intact, missing, altered, orphans)


def _is_old(path: Path, now: datetime) -> bool:
    """Return True if a document was last written more than `ORPHAN_AGE` ago. It may be deleted at the same time."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < (now - ORPHAN_AGE).timestamp()
    return False
