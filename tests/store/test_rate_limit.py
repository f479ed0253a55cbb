"""Hits within a moving window, on both databases."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, insert, select

from app.store.engine import Database
from app.store.rate_limit import RateLimit
from app.store.tables import hits
from tests.clock import FakeClock


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_old_hits_are_neither_counted_nor_stored(make_database: Callable[..., Database], engine: str) -> None:
    clock = FakeClock()
    database, now = make_database(clock), clock.now().timestamp()
    with database.write() as connection:
        ages = [{"key": "mine", "at": now - age} for age in (100, 60, 40, 20)]
        connection.execute(insert(hits), [*ages, {"key": "another", "at": now - 100}])
    counted = RateLimit(database, clock)
    assert counted.take("mine", 3, 50) is None
    assert counted.take("mine", 3, 50) == pytest.approx(10)
    with database.read() as connection:
        kept = connection.execute(select(hits.c.key, func.count()).group_by(hits.c.key)).all()
    assert {tuple(row) for row in kept} == {("mine", 3), ("another", 1)}
