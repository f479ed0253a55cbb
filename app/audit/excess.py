"""A limit on the entries that strangers cause: requests for codes, their outcomes, and failed sign-ins.

Each network has a limit, but a stranger may have many networks. Therefore the worker deletes the entries above
`MOST_ENTRIES` an hour, once the hour is over. A limit at the request would tell strangers, by its duration, which
addresses are known. It would also hide the extent of an attack from `count_addresses`.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from sqlalchemy import and_, case, exists, func, null, select

from app.audit.entries import CAUSED_BY_TRY
from app.domain.clock import to_text
from app.store.engine import Database, delete_rows
from app.store.tables import audit_entries as table
from app.store.tables import emails

MOST_ENTRIES = 1_000
"""Entries of an hour for each address of a contractor, and for all other addresses together."""
CHECKED = timedelta(days=1)
"""The worker checks the hours of the last day, because it may have been away for some of them."""
_HOUR = func.substr(table.c.at, 1, len("2026-11-25T07"))
_CONTRACTORS_EMAIL = case((exists().where(emails.c.email == table.c.email), table.c.email), else_=null())
"""The address of an entry if it is a contractor's, otherwise NULL."""

log = structlog.get_logger("audit")


def delete_excess(database: Database, now: datetime) -> int:
    """Delete the entries beyond the first `MOST_ENTRIES` of each hour that is over. Return their number."""
    this_hour = now.replace(minute=0, second=0, microsecond=0)
    tried = (CAUSED_BY_TRY, table.c.at >= to_text(this_hour - CHECKED), table.c.at < to_text(this_hour))
    order = func.row_number().over(partition_by=(_HOUR, _CONTRACTORS_EMAIL), order_by=table.c.id).label("order")
    columns = (_HOUR.label("hour"), _CONTRACTORS_EMAIL.label("email"), table.c.id, order)
    numbered = select(*columns).where(*tried).subquery()
    with database.read() as connection:
        last_kept = connection.execute(select(numbered).where(numbered.c.order == MOST_ENTRIES)).all()
    total = 0
    for last in last_kept:
        of_group = and_(last.hour == _HOUR, _CONTRACTORS_EMAIL.is_not_distinct_from(last.email))
        if number := delete_rows(database, table, and_(*tried, of_group, table.c.id > last.id)):
            log.warning("audit_entries_not_kept", hour=last.hour, entries=number, most=MOST_ENTRIES)
            total += number
    return total
