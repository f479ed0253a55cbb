"""Turns of the worker, and what happens meanwhile."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from app.store.tables import submissions
from tests.house import House

HOUR = 3_600.0
SHORT = json.dumps({"Count": 7, "Data": []})


def states(house: House) -> list[str]:
    """Of all rows, in the order of acceptance."""
    with house.portal.database.read() as connection:
        return [row.state for row in connection.execute(submissions.select().order_by(submissions.c.number))]


def later(house: House, turns: int = 4, seconds: float = 310.0) -> None:
    """Let the worker have so many turns."""
    house.clock.work = None  # type: ignore[union-attr]
    for _ in range(turns):
        house.tomorrow(seconds)
        house.work()


@contextmanager
def locked(house: House) -> Iterator[None]:
    """Another program writes, and does not end."""
    path = house.config.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def whenever_waiting(house: House, act: Callable[[], Any]) -> None:
    """Do it when somebody next waits."""
    house.clock.work = act  # type: ignore[union-attr]
