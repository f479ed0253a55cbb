"""A limit on the entries that strangers cause: requests for codes and failed sign-ins.

Each network has a limit, but a stranger may have many networks. Therefore the worker deletes the entries above `MOST`
an hour, once the hour is over. A limit at the request would tell strangers, by its duration, which addresses are known.
It would also hide the extent of an attack from `count_addresses`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import and_, case, exists, func, null, select

from app.audit.entries import TRIED
from app.domain.clock import to_text
from app.store.old_rows import delete_rows
from app.store.tables import audit_entries as table
from app.store.tables import emails

if TYPE_CHECKING:
    from datetime import datetime

    from app.store.engine import Database

MOST = 1_000
"""Entries of an hour for each address of a contractor, and for all other addresses together."""
HOUR = timedelta(hours=1)
HOURS_CHECKED = 24
"""The worker checks the last day, because it may have been away for some hours."""

log = structlog.get_logger("audit")


def delete_excess(database: Database, now: datetime) -> int:
    """Delete the entries beyond the first `MOST` of each hour that is over. Return their number."""
    this_hour = now.replace(minute=0, second=0, microsecond=0)
    return sum(_delete_excess_of(database, this_hour - hours * HOUR) for hours in range(1, HOURS_CHECKED + 1))


def _delete_excess_of(database: Database, hour: datetime) -> int:
    """Delete the excess of the hour that begins at `hour`."""
    of_hour = (TRIED, table.c.at >= to_text(hour), table.c.at < to_text(hour + HOUR))
    contractors_email = case((exists().where(emails.c.email == table.c.email), table.c.email), else_=null())
    grouped = select(table.c.id, contractors_email.label("email")).where(*of_hour).subquery()
    crowded = select(grouped.c.email).group_by(grouped.c.email).having(func.count() > MOST)
    with database.read() as connection:
        crowded_emails = connection.scalars(crowded).all()
    number = 0
    for email in crowded_emails:
        of_group = and_(*of_hour, contractors_email.is_not_distinct_from(email))
        last_kept = select(table.c.id).where(of_group).order_by(table.c.id).offset(MOST - 1).limit(1)
        with database.read() as connection:
            last_id = connection.scalar(last_kept)
        number += delete_rows(database, table, and_(of_group, table.c.id > last_id))
    if number:
        log.warning("audit_entries_not_kept", hour=to_text(hour), entries=number, most=MOST)
    return number
