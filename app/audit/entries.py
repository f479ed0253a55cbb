"""Queries of the audit's entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.audit.audit import Event
from app.domain.clock import from_text, to_text
from app.store.tables import audit_entries as table

if TYPE_CHECKING:
    from datetime import datetime

    from app.store.engine import Database


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry of the audit. `request_id`: the id of the request or, for a submission, of the request that sent it."""

    id: int
    at: datetime
    event: str
    email: str | None
    agency: str | None
    contractor_id: str | None
    detail: str | None
    submission_id: str | None
    network: str | None
    software: str | None
    request_id: str | None


_SENT = table.alias()
_ENTRIES = select(
    table.c.id,
    table.c.at,
    table.c.event,
    table.c.email,
    table.c.agency,
    table.c.contractor_id,
    table.c.detail,
    table.c.submission_id,
    table.c.network,
    table.c.software,
    func.coalesce(table.c.request_id, _SENT.c.request_id).label("request_id"),
).outerjoin(_SENT, (_SENT.c.submission_id == table.c.submission_id) & (_SENT.c.event == Event.SUBMITTED))


def list_entries(
    database: Database,
    *,
    email: str | None = None,
    agency: str | None = None,
    contractor_id: str | None = None,
    since: datetime | None = None,
    before: int | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> tuple[list[Entry], int]:
    """Return a slice of the matching entries, newest first, and the number of all matches.

    `agency`: an agency's short name. `since`: the earliest time. None matches every entry. The slice begins `offset`
    entries after those with the id `before` and later.
    """
    values = {table.c.email: email, table.c.agency: agency, table.c.contractor_id: contractor_id}
    where = [column == value for column, value in values.items() if value is not None]
    where += [table.c.at >= to_text(since)] if since is not None else []
    with database.read() as connection:
        total = connection.scalar(select(func.count()).select_from(table).where(*where)) or 0
        if before is not None:
            where.append(table.c.id < before)
        slice_ = _ENTRIES.where(*where).order_by(table.c.id.desc()).offset(offset).limit(limit)
        rows = connection.execute(slice_).all()
    return [Entry(**{**row._asdict(), "at": from_text(row.at)}) for row in rows], total


def count_addresses(database: Database, since: datetime) -> int:
    """Return the number of distinct e-mail addresses that were tried since a time.

    A try is a request for a code or a failed sign-in. Many addresses within minutes are a sign of an attack.
    """
    tried = table.c.event.in_((Event.CODE_REQUESTED, Event.SIGN_IN_FAILED))
    recent = select(table.c.email).where(table.c.at >= to_text(since), tried)
    with database.read() as connection:  # SQLite would read the whole index on addresses for count(DISTINCT email)
        return len(set(connection.scalars(recent)))
