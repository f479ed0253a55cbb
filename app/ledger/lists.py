"""Lists and counts of submissions for people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select

from app.domain.clock import from_text, to_text
from app.domain.paging import WHOLE, Page, PageQuery, page_of, position_of
from app.domain.submission import State, Submission, SubmissionKind
from app.ledger.queries import COUNT_UNSETTLED, LISTED, submission_of
from app.store.engine import Database
from app.store.tables import submissions as table


def find_all(database: Database, ids: Collection[str]) -> dict[str, Submission]:
    """Return the submissions with these ids, by id. Submissions that do not exist are left out."""
    with database.read() as connection:
        rows = connection.execute(select(table).where(table.c.id.in_(ids))).all()
    return {row.id: submission_of(row) for row in rows}


def list_by_contractor(
    database: Database,
    agency: str,
    contractor_id: str,
    *,
    kind: SubmissionKind | None = None,
    state: str | None = None,
    page: PageQuery = WHOLE,
) -> Page[Submission]:
    """Return a page of a contractor's submissions, newest first. They have no `baseline` and no `result`."""
    where = [table.c.agency == agency, table.c.contractor_id == contractor_id]
    where += [table.c.kind == kind] if kind else []
    where += [table.c.state == state] if state else []
    with database.read() as connection:
        rows = connection.execute(LISTED.where(*where)).all()
    some = page_of(rows, lambda row: position_of(from_text(row.created_at), row.id), page)
    return Page([submission_of(row) for row in some.items], some.total, some.next)


def list_by_state(
    database: Database, agency: str | None, states: Sequence[State], before: datetime, most: int | None
) -> tuple[list[Submission], int]:
    """Return up to `most` submissions that were accepted before a time, oldest first, and how many there are in all.

    They have no `baseline` and no `result`.
    `agency`: list only this agency's submissions; None lists those of all agencies. `most`: None is no limit.
    """
    where = [table.c.created_at <= to_text(before), table.c.state.in_(states)]
    where += [table.c.agency == agency] if agency else []
    with database.read() as connection:
        total = connection.scalar(select(func.count()).select_from(table).where(*where)) or 0
        rows = connection.execute(LISTED.where(*where).order_by(table.c.number).limit(most))
        return [submission_of(row) for row in rows], total


def count_unsettled(database: Database) -> list[tuple[str, str, str, int, datetime]]:
    """Return each agency, kind and state of unsettled submissions, their number and the oldest time of acceptance."""
    with database.read() as connection:
        rows = connection.execute(COUNT_UNSETTLED).all()
    return [(agency, kind, state, number, from_text(oldest)) for agency, kind, state, number, oldest in rows]
