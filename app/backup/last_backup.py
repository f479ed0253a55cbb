"""The time of the last backup, in the database, so that `status` and an alert know it on all hosts.

A backup is recorded after its manifest is written, so its own copy of the row names the backup before it. A restore
therefore records the backup that it restores: this one has all that the database has. Later backups may exist, but
none of them has the rows that are written from then on. Of backups that overlap, the one that began last counts.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.clock import from_optional_text
from app.store.engine import Database, put_row
from app.store.tables import backups


def record(connection: Connection, began_at: str) -> None:
    """Record the complete backup that began at this time, as its manifest says it."""
    known = connection.scalar(select(backups.c.began_at)) or ""
    put_row(connection, backups, {"id": 1}, {"began_at": max(began_at, known)})


def last_backup_at(database: Database) -> datetime | None:
    """Return when the last backup began, or None if none is known. Raise SQLAlchemyError."""
    with database.read() as connection:
        return from_optional_text(connection.scalar(select(backups.c.began_at)))
