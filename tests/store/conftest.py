"""The store's tests run on each database."""

from collections.abc import Callable

import pytest

from app.store.engine import Database
from tests.clock import FakeClock


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def clock() -> FakeClock:
    """Return the boot clock of the machine and of the database."""
    return FakeClock()


@pytest.fixture
def database(make_database: Callable[..., Database], clock: FakeClock) -> Database:
    return make_database(clock)
