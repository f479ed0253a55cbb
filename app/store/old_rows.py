"""Deletion of many rows without a long transaction, because only one write transaction runs at a time."""

from sqlalchemy import ColumnElement, Table, delete, select, tuple_

from app.store.engine import BATCH_ROWS, Database


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
