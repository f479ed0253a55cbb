"""One sequence of numbers for the whole database: later writes have higher numbers, whatever the clocks say."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, Executable

from app.store.engine import upsert
from app.store.tables import counters

SEQUENCE = "sequence"
"""The counter's name."""


def next_number(connection: Connection) -> int:
    """Return the database's next number."""
    return int(connection.execute(_next_number(connection.dialect.name)).scalar_one())


@cache
def _next_number(dialect: str) -> Executable:
    return (
        upsert(dialect, counters)
        .values(name=SEQUENCE, value=1)
        .on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
        .returning(counters.c.value)
    )
