"""Each collection has one refresher at a time, by its lease, on whatever host the processes run."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from app.mirror.kinds import Collection, Kind
from app.mirror.lease import Lease, LeaseLost, acquire
from app.store.engine import Database
from tests.clock import FakeClock

JOBS = Collection("acme", Kind.JOB, "BR-1")
MakeDatabase = Callable[..., Database]


class Process:
    """A process that wants to refresh a collection, by the clock of its machine."""

    def __init__(self, make_database: MakeDatabase, clock: FakeClock) -> None:
        self.clock = clock
        self.database = make_database(clock)

    def acquire(self) -> Lease | None:
        return acquire(self.database, self.clock, JOBS)

    def check(self, lease: Lease) -> None:
        with self.database.write() as connection:
            lease.renew_in(connection)

    def complete(self, lease: Lease) -> None:
        with self.database.write() as connection:
            lease.release_read(connection, self.clock.now())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def process(make_database: MakeDatabase, clock: FakeClock) -> Process:
    return Process(make_database, clock)


@pytest.fixture
def other_process(make_database: MakeDatabase, clock: FakeClock) -> Process:
    return Process(make_database, clock)


def test_lease_acquired_concurrently_goes_to_one_process(make_database: MakeDatabase, clock: FakeClock) -> None:
    many = [Process(make_database, clock) for _ in range(6)]
    with ThreadPoolExecutor(len(many)) as threads:
        for _ in range(5):
            leases = list(threads.map(Process.acquire, many))
            assert sum(lease is not None for lease in leases) == 1
            clock.advance(26)


def test_lease_lasts_25_s_after_renewal_and_can_be_taken_over(
    process: Process, other_process: Process, clock: FakeClock
) -> None:
    lease = process.acquire()
    assert lease
    for _ in range(3):
        clock.advance(24.9)
        assert other_process.acquire() is None
        lease.renew()
    clock.advance(25.1)
    process.check(lease)  # no other process has acquired it, so this renews it
    assert other_process.acquire() is None
    clock.advance(25.1)
    with capture_logs() as lines:
        new_lease = other_process.acquire()
    assert new_lease
    assert [line["event"] for line in lines] == ["lease_taken_over"]
    for late in (lease.renew, lambda: process.check(lease), lambda: process.complete(lease)):
        with pytest.raises(LeaseLost):
            late()
    lease.release_failed()
    lease.release()
    other_process.check(new_lease)
    assert process.acquire() is None, "what the first still does changes nothing"


@pytest.mark.parametrize("how", ["release_failed", "release"])
def test_released_lease_can_be_acquired_at_once(process: Process, other_process: Process, how: str) -> None:
    lease = process.acquire()
    assert lease
    getattr(lease, how)()
    with capture_logs() as lines:
        assert other_process.acquire()
    assert lines == []


@pytest.mark.parametrize("hours", [-30, 30])
def test_lease_ignores_steps_of_the_wall_clock(
    process: Process, other_process: Process, clock: FakeClock, hours: int
) -> None:
    assert process.acquire()
    clock._now += timedelta(hours=hours)
    assert other_process.acquire() is None
    clock.advance(25.1)
    assert other_process.acquire()


def test_lease_from_before_a_restart_can_be_acquired(make_database: MakeDatabase, process: Process) -> None:
    assert process.acquire()
    assert Process(make_database, FakeClock(boot=30.0)).acquire()


def test_lease_on_postgresql_uses_the_server_clock(postgres_url: str) -> None:
    """With several hosts, each host's own clock may be wrong by hours."""
    database = Database(postgres_url)
    assert acquire(database, FakeClock(), JOBS)
    assert acquire(database, FakeClock(), JOBS) is None
    with database.read() as connection:
        now = "extract(epoch FROM clock_timestamp())"
        left_s = connection.exec_driver_sql(f"SELECT lease_until - {now} FROM collections").scalar_one()
    assert 15 < left_s <= 25
    database.dispose()
