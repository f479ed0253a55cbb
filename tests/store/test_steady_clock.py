"""The steady clock alone: its seconds, and the start of a new epoch."""

from collections.abc import Callable

import pytest

from app.store.engine import Database
from app.store.steady_clock import Reading, SteadyClock
from tests.clock import FakeClock

MakeDatabase = Callable[..., Database]


def compare(database: Database) -> Reading:
    """Compare the clocks once, and check that `seconds` agrees."""
    clock = SteadyClock(database)
    with database.write() as connection:
        reading = clock.compare(connection)
    with database.read() as connection:
        assert clock.seconds(connection) == pytest.approx(reading.now, abs=5)
    return reading


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_steady_clock_on_real_clocks_keeps_its_epoch(make_database: MakeDatabase) -> None:
    first, second = (compare(make_database()) for _ in range(2))
    assert second.epoch == first.epoch
    assert second.now - first.now == pytest.approx(0, abs=5)


def test_steady_clock_starts_new_epoch_after_reboot(make_database: MakeDatabase, clock: FakeClock) -> None:
    before = compare(make_database(clock))
    clock.advance(60)
    assert compare(make_database(clock)) == before._replace(now=before.now + 60)
    clock.reboot("second boot")
    after = compare(make_database(clock))
    assert after.epoch != before.epoch
    assert compare(make_database(clock)) == after


class TestPostgreSQL:
    """PostgreSQL's clock can be set."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    @pytest.fixture
    def server(self) -> FakeClock:
        return FakeClock(boot=1_795_626_738.25)

    @pytest.fixture
    def database(self, make_database: MakeDatabase, database_url: str, clock: FakeClock, server: FakeClock) -> Database:
        make_database()
        return Database(database_url, clock, server)

    @pytest.mark.parametrize(("seconds", "is_step"), [(1.9, False), (-1.9, False), (2.0, True), (-200.0, True)])
    def test_steady_clock_continues_after_server_clock_step(
        self, database: Database, clock: FakeClock, server: FakeClock, seconds: float, is_step: bool
    ) -> None:
        before = compare(database)
        for each in (clock, server):
            each.advance(10)
        server.advance(seconds)
        after = compare(database)
        assert (after.epoch != before.epoch, after.keeps_times) == (is_step, True)
        assert after.now - before.now == pytest.approx(10)
        database.dispose()

    def test_delay_between_clock_readings_is_not_taken_for_a_step(
        self, database: Database, clock: FakeClock, server: FakeClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The delay is between its two queries of its own clock. The server's clock was queried at the first."""
        before = compare(database)
        boot, looks = clock.boot, iter((0.0, 300.0))
        monkeypatch.setattr(clock, "boot", lambda: boot() + next(looks, 300.0))
        with database.write() as connection:
            after = SteadyClock(database).compare(connection)
        assert after == before._replace(now=before.now + 300)
        database.dispose()
