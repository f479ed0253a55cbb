"""INSERT … ON CONFLICT, in the words of the database at hand."""

from typing import cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(dialect: str, table: Table) -> sqlite.Insert:
    """An insert into `table` that takes `on_conflict_do_update`; PostgreSQL's and SQLite's have the same methods.

    `dialect`: the connection's, `sqlite` or `postgresql`.
    """
    if dialect == "postgresql":
        return cast(sqlite.Insert, postgresql.insert(table))
    return sqlite.insert(table)
