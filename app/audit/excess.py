"""A limit on the entries that strangers cause: requests for codes, their outcomes, and failed sign-ins.

Each network has a limit, but a stranger may have many networks. Therefore the worker deletes the entries above
`MOST_ENTRIES` an hour, once the hour is over. A limit at the request would tell strangers, by its duration, which
addresses are known. It would also hide the extent of an attack from `count_addresses`.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import and_, case, exists, func, null, select

from app.audit.entries import CAUSED_BY_TRY
from app.domain.clock import from_text, to_text
from app.store.engine import delete_rows
from app.store.tables import audit_entries as table
from app.store.tables import emails

if TYPE_CHECKING:
    from datetime import datetime

    from app.store.engine import Database

MOST_ENTRIES = 1_000
"""Entries of an hour for each address of a contractor, and for all other addresses together."""
HOUR = timedelta(hours=1)
CHECKED = timedelta(days=1)
"""The worker checks the hours of the last day, because it may have been away for some of them."""
_HOUR_CHARACTERS = len("2026-11-25T07")

_CONTRACTORS_EMAIL = case((exists().where(emails.c.email == table.c.email), table.c.email), else_=null())
"""The address of an entry if it is a contractor's, otherwise NULL."""

log = structlog.get_logger("audit")


def delete_excess(database: Database, now: datetime) -> int:
    """Delete the entries beyond the first `MOST_ENTRIES` of each hour that is over. Return their number."""
    this_hour = now.replace(minute=0, second=0, microsecond=0)
    tried = (CAUSED_BY_TRY, table.c.at >= to_text(this_hour - CHECKED), table.c.at < to_text(this_hour))
    hour = func.substr(table.c.at, 1, _HOUR_CHARACTERS).label("hour")
    grouped = select(hour, _CONTRACTORS_EMAIL.label("email")).where(*tried).subquery()
    crowded = select(grouped).group_by(*grouped.c).having(func.count() > MOST_ENTRIES)
    with database.read() as connection:
        groups = connection.execute(crowded).all()
    numbers: Counter[datetime] = Counter()
    for group in groups:
        begin = from_text(f"{group.hour}:00+00:00")
        numbers[begin] += _delete_excess_of(database, begin, group.email)
    for begin, number in numbers.items():
        log.warning("audit_entries_not_kept", hour=to_text(begin), entries=number, most=MOST_ENTRIES)
    return numbers.total()


def _delete_excess_of(database: Database, hour: datetime, email: str | None) -> int:
    """Delete the excess of the hour that begins at `hour`. `email`: a contractor's; None for all other addresses."""
    of_hour = (CAUSED_BY_TRY, table.c.at >= to_text(hour), table.c.at < to_text(hour + HOUR))
    of_group = and_(*of_hour, _CONTRACTORS_EMAIL.is_not_distinct_from(email))
    last_kept = select(table.c.id).where(of_group).order_by(table.c.id).offset(MOST_ENTRIES - 1).limit(1)
    with database.read() as connection:
        last_id = connection.scalar(last_kept)
    return delete_rows(database, table, and_(of_group, table.c.id > last_id))
