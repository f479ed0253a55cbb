"""Queries of the audit's entries."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from app.audit.audit import OPERATORS_ONLY, Event
from app.domain.clock import from_text, to_text
from app.domain.paging import Page, PageQuery, position_of
from app.store.engine import Database
from app.store.tables import audit_entries as table


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry of the audit. `request_id`: the id of the request or, for a submission, of the request that sent it."""

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


TRIED = table.c.event.in_((Event.CODE_REQUESTED, Event.SIGN_IN_FAILED))
"""Condition: the entry is of a try to sign in, which may be a stranger's."""
CAUSED_BY_TRY = or_(TRIED, table.c.event.in_(OPERATORS_ONLY))
"""Condition: the entry is of such a try, or of the worker's answer to it."""
NEWEST_FIRST = (table.c.at.desc(), table.c.id.desc())
"""A later entry may have an earlier time."""
_SENT = table.alias()
_COLUMNS = [table.c[field.name] for field in fields(Entry) if field.name != "request_id"]
_ENTRIES = select(*_COLUMNS, func.coalesce(table.c.request_id, _SENT.c.request_id).label("request_id")).outerjoin(
    _SENT, (_SENT.c.submission_id == table.c.submission_id) & (_SENT.c.event == Event.SUBMITTED)
)


def list_entries(
    database: Database,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
    **equal: str | None,
) -> tuple[list[Entry], int]:
    """Return the newest `limit` of the matching entries, newest first, and the number of all matches.

    `since`: the earliest time. `until`: the latest time. `equal`: values of columns, such as `email` and `agency`. None
    matches every entry.
    """
    where = [table.c[name] == value for name, value in equal.items() if value is not None]
    where += [table.c.at >= to_text(since)] if since is not None else []
    where += [table.c.at <= to_text(until)] if until is not None else []
    with database.read() as connection:
        total = _count(connection, *where)
        rows = connection.execute(_ENTRIES.where(*where).order_by(*NEWEST_FIRST).limit(limit)).all()
    return [_entry(row) for row in rows], total


def page_of_person(database: Database, email: str, query: PageQuery) -> Page[Entry]:
    """Return a page of the entries with an e-mail address, newest first, without those for operators only.

    The ids of entries count everybody's, so a position must not show them. It has the time of an entry, and in place of
    its id the number of the person's earlier entries with the same time.
    """
    own = and_(table.c.email == email, table.c.event.not_in(OPERATORS_ONLY))
    listed, offset = _ENTRIES.add_columns(table.c.id).where(own).order_by(*NEWEST_FIRST), query.offset
    limit = None if query.limit is None else query.limit + 1
    position = None
    with database.read() as connection:
        if query.after is not None:
            at, item = to_text(query.after.moment), query.after.item_id
            earlier = int(item) if re.fullmatch("[0-9]{1,9}", item) else 0
            listed = listed.where(table.c.at <= at)
            offset += max(0, _count(connection, own, table.c.at == at) - earlier)
        rows = connection.execute(listed.offset(offset).limit(limit)).all()
        page = rows[: query.limit]
        if len(page) < len(rows):
            last = page[-1]
            earlier = _count(connection, own, table.c.at == last.at, table.c.id < last.id)
            position = position_of(from_text(last.at), str(earlier))
        return Page([_entry(row) for row in page], _count(connection, own), position)


def _count(connection: Connection, *where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0


def _entry(row: Any) -> Entry:
    values = {field.name: getattr(row, field.name) for field in fields(Entry)}
    return Entry(**{**values, "at": from_text(row.at)})


def count_addresses(database: Database, since: datetime) -> int:
    """Return the number of distinct e-mail addresses that were tried since a time.

    A try is a request for a code or a failed sign-in. Many addresses within minutes are a sign of an attack.
    """
    recent = select(table.c.email).where(table.c.at >= to_text(since), TRIED, table.c.email.is_not(None))
    with database.read() as connection:  # SQLite would read the whole index on addresses for count(DISTINCT email)
        return len(set(connection.scalars(recent)))
