"""The time of the last backup, in the database, so that `status` and an alert know it on all hosts.

A backup is recorded after its manifest is written, so its own copy of the row names the backup before it. A restore
therefore records the backup that it restores: this one has all that the database has. Later backups may exist, but
none of them has the rows that are written from then on. Of backups that overlap, the one that began last counts.

A time in the future comes from a wrong clock. It counts as unknown, or it would hide for long that backups are missing.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.clock import from_optional_text, to_text
from app.store.engine import Database, put_row
from app.store.tables import backups


def record(connection: Connection, began_at: str, now: datetime) -> None:
    """Record the complete backup that began at this time, as its manifest says it."""
    known = _known(connection, now)
    latest = began_at if known is None else max(began_at, to_text(known))
    put_row(connection, backups, {"id": 1}, {"began_at": latest})


def last_backup_at(database: Database, now: datetime) -> datetime | None:
    """Return when the last backup began, or None if none is known. Raise SQLAlchemyError."""
    with database.read() as connection:
        return _known(connection, now)


def _known(connection: Connection, now: datetime) -> datetime | None:
    began_at = from_optional_text(connection.scalar(select(backups.c.began_at)))
    return None if began_at is None or began_at > now else began_at
