"""Hits within a moving window, on both databases."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from app.store.engine import Database
from app.store.rate_limit import KEPT_S, Quota, RateLimit
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


def test_hits_are_kept_for_two_hours(database: Database, clock: FakeClock) -> None:
    counted = RateLimit(database, clock)
    assert counted.take("mine", 1, KEPT_S / 2) is None
    clock.advance(2 * 3_600 - 1)
    assert counted.forget() == 0
    clock.advance(1)
    assert counted.forget() == 1


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_hits_are_counted_beyond_two_billion(make_database: Callable[..., Database], engine: str) -> None:
    """Strangers cause hits, so their numbers must not run out."""
    clock = FakeClock()
    database = make_database(clock)
    with database.write() as connection:
        connection.execute(insert(hits).values(id=2**31, key="mine", at=clock.now().timestamp()))
    assert RateLimit(database, clock).count("mine", 50) == 1


NUMBER = itertools.count()
QUARTERS = st.integers(0, 80).map(lambda quarters: quarters / 4)  # sums of such seconds are exact


@pytest.mark.parametrize("engine", ["sqlite"])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(most=st.integers(1, 5), steps=st.lists(st.tuples(QUARTERS, st.integers(0, 4)), min_size=1, max_size=8))
def test_hit_is_accepted_after_exactly_the_wait(
    database: Database, clock: FakeClock, most: int, steps: list[tuple[float, int]]
) -> None:
    """A step is a pause, a hit, and a number of further hits even above the limit."""
    counted, quota = RateLimit(database, clock), Quota("tries", f"{next(NUMBER)}", most, 30)
    for pause_s, further in steps:
        clock.advance(pause_s)
        counted.take(quota.key, most, quota.window_s)
        if further:
            counted.add(quota.key, further)
    wait_s = counted.take(quota.key, most, quota.window_s)
    if wait_s is None:
        return
    assert counted.left(quota) == (0, wait_s)
    clock.advance(wait_s - 0.25)
    assert counted.take(quota.key, most, quota.window_s) == 0.25
    clock.advance(0.25)
    assert counted.left(quota)[0] > 0
    assert counted.take(quota.key, most, quota.window_s) is None
