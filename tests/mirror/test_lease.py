"""One refresher for each collection, whoever asks for its lease and wherever they run."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from app.mirror.kinds import Collection, Kind
from app.mirror.lease import Lease, LeaseLost, acquire
from app.mirror.mirror import Mirror
from app.store.engine import Database
from app.store.tables import collections
from tests.clock import FakeClock

JOBS = Collection("acme", Kind.JOB, "BR-1")
MakeDatabase = Callable[..., Database]


class Process:
    """Somebody who would refresh, by a clock of this machine or of another."""

    def __init__(self, make_database: MakeDatabase, clock: FakeClock) -> None:
        self.clock = clock
        self.database = make_database(clock)

    def acquire(self) -> Lease | None:
        return acquire(self.database, self.clock, JOBS)

    def check(self, lease: Lease) -> None:
        with self.database.write() as connection:
            lease.renew_in(connection)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def one(make_database: MakeDatabase, clock: FakeClock) -> Process:
    return Process(make_database, clock)


@pytest.fixture
def other(make_database: MakeDatabase, clock: FakeClock) -> Process:
    return Process(make_database, clock)


def test_of_many_at_once_one_has_it(make_database: MakeDatabase, clock: FakeClock) -> None:
    many = [Process(make_database, clock) for _ in range(6)]
    with ThreadPoolExecutor(len(many)) as threads:
        for _ in range(5):
            leases = list(threads.map(Process.acquire, many))
            assert sum(lease is not None for lease in leases) == 1
            clock.advance(31)


def test_it_lasts_30_s_from_its_last_renewal_and_is_lost_to_who_takes_it_then(
    one: Process, other: Process, clock: FakeClock
) -> None:
    mine = one.acquire()
    assert mine
    for _ in range(3):
        clock.advance(29.9)
        assert other.acquire() is None
        mine.renew()
    clock.advance(30.1)
    one.check(mine)  # nobody wanted it meanwhile; and that renews it
    assert other.acquire() is None
    clock.advance(30.1)
    with capture_logs() as lines:
        theirs = other.acquire()
    assert theirs
    assert [line["event"] for line in lines] == ["lease_taken_over"]
    for late in (mine.renew, lambda: one.check(mine)):
        with pytest.raises(LeaseLost):
            late()
    mine.release_failed()
    mine.release()
    other.check(theirs)
    assert one.acquire() is None, "what the first still does changes nothing"


@pytest.mark.parametrize("how", ["release_failed", "release"])
def test_given_back_it_is_anybodys_at_once(one: Process, other: Process, how: str) -> None:
    mine = one.acquire()
    assert mine
    getattr(mine, how)()
    with capture_logs() as lines:
        assert other.acquire()
    assert lines == []


@pytest.mark.parametrize("hours", [-30, 30])
def test_a_wall_clock_that_is_set_lengthens_and_shortens_none(
    one: Process, other: Process, clock: FakeClock, hours: int
) -> None:
    assert one.acquire()
    clock._now += timedelta(hours=hours)
    assert other.acquire() is None
    clock.advance(30.1)
    assert other.acquire()


def test_one_of_before_the_machine_restarted_holds_nobody_up(make_database: MakeDatabase, one: Process) -> None:
    assert one.acquire()
    assert Process(make_database, FakeClock(boot=30.0)).acquire()


def test_a_server_times_them_by_its_own_clock(postgres_url: str) -> None:
    """As several hosts need: each of their own clocks may be wrong by hours."""
    database = Database(postgres_url)
    assert acquire(database, FakeClock(), JOBS)
    assert acquire(database, FakeClock(), JOBS) is None
    with database.read() as connection:
        now = "extract(epoch FROM clock_timestamp())"
        left_s = connection.exec_driver_sql(f"SELECT lease_until - {now} FROM collections").scalar_one()
    assert 15 < left_s <= 30
    database.dispose()


def test_what_another_has_read_meanwhile_is_not_due_any_more(one: Process, other: Process, clock: FakeClock) -> None:
    """Two workers find it due; before the second asks for the lease, the first is done with it."""
    mirror = Mirror(other.database, clock)
    for ending in ("read", "failed"):
        clock.advance(60)
        seen = mirror.state(JOBS)
        mine = one.acquire()
        assert mine
        if ending == "failed":
            mine.release_failed()
        else:
            with one.database.write() as connection:
                connection.execute(update(collections).values(read_at=clock.now().isoformat()))
            mine.release()
        assert acquire(other.database, clock, JOBS, seen) is None
        now_seen = acquire(other.database, clock, JOBS, mirror.state(JOBS))
        assert now_seen
        now_seen.release()
