"""Deletion of many rows without a long transaction, because only one write transaction runs at a time."""

from sqlalchemy import ColumnElement, Table, delete, select, tuple_

from app.store.engine import BATCH_ROWS, Database

PAUSE_S = 0.12
"""Seconds between two transactions on SQLite, in which other processes write.

There, a waiting process looks every tenth of a second whether it can write (`sqliteDefaultBusyCallback` in SQLite's
main.c). Without a pause, it met one transaction after the other, for seconds. PostgreSQL has a queue.
"""


def delete_rows(database: Database, table: Table, condition: ColumnElement[bool]) -> int:
    """Delete the rows of a table that fulfil a condition, in transactions of `BATCH_ROWS`. Return their number."""
    key, number = table.primary_key.columns, 0
    while True:
        with database.read() as connection:
            keys = connection.execute(select(*key).where(condition).limit(BATCH_ROWS)).all()
        if not keys:
            return number
        with database.write() as connection:
            number += connection.execute(delete(table).where(condition, tuple_(*key).in_(keys))).rowcount
        if len(keys) == BATCH_ROWS and not database.is_server:
            database.clock.sleep(PAUSE_S)
