"""The worker's heartbeat: alive or not, and for how long, on each database and with any clock steps."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from app.domain.clock import SystemClock
from app.store.engine import Database
from app.store.heartbeat import EVERY_S, SILENCE_S, Heartbeat
from app.store.tables import heartbeats
from tests.clock import BEGINNING, FakeClock

MakeDatabase = Callable[..., Database]
FOUR_DAYS_S = 4 * 86_400.0


def work(clock: FakeClock, seconds: float, *workers: Heartbeat) -> None:
    """Let time pass while these workers run."""
    for _ in range(int(seconds)):
        clock.advance(1)
        for worker in workers:
            worker.run_once()


def test_worker_counts_as_alive_in_first_two_minutes_of_a_process(database: Database, clock: FakeClock) -> None:
    web = Heartbeat(database, clock)
    assert web.is_alive()
    clock.advance(SILENCE_S - 1)
    assert web.is_alive()
    clock.advance(1)
    assert not web.is_alive()


def test_worker_counts_as_alive_for_two_minutes_after_last_beat(database: Database, clock: FakeClock) -> None:
    web, worker = Heartbeat(database, clock), Heartbeat(database, clock)
    clock.advance(300)
    assert not web.is_alive()
    worker.beat()
    clock.advance(1)
    assert web.is_alive()
    clock.advance(SILENCE_S - 2)
    assert web.is_alive()
    clock.advance(1)
    assert not web.is_alive()
    worker.beat()
    clock.advance(1)
    assert web.is_alive()


def test_dead_worker_is_noticed_at_first_check_of_process(database: Database, clock: FakeClock) -> None:
    """A web process that starts later, or had no requests meanwhile, does not wait two minutes again."""
    idle, worker = Heartbeat(database, clock), Heartbeat(database, clock)
    assert idle.is_alive()
    work(clock, 300, worker)
    clock.advance(SILENCE_S)
    assert not idle.is_alive()
    assert not Heartbeat(database, clock).is_alive()


def test_alive_seconds_of_two_workers_are_counted_once(database: Database, clock: FakeClock) -> None:
    first, second = Heartbeat(database, clock), Heartbeat(database, clock)
    assert first.alive_s() == 0
    first.run_once()
    work(clock, 7)
    second.run_once()
    work(clock, 600, first, second)
    assert 600 + 7 - EVERY_S <= first.alive_s() <= 607
    assert first.alive_s() == second.alive_s()


def test_alive_seconds_do_not_grow_without_worker(database: Database, clock: FakeClock) -> None:
    worker = Heartbeat(database, clock)
    worker.run_once()
    work(clock, 60, worker)
    clock.advance(73 * 3_600)
    worker.run_once()
    assert worker.alive_s() == 60
    work(clock, 60, worker)
    assert worker.alive_s() == 120


def test_alive_seconds_include_time_before_late_beat(database: Database, clock: FakeClock) -> None:
    """A slow disk delays a beat for as long as a silent worker still counts as alive."""
    worker = Heartbeat(database, clock)
    worker.beat()
    clock.advance(SILENCE_S - 1)
    worker.beat()
    clock.advance(SILENCE_S)
    worker.beat()
    assert worker.alive_s() == SILENCE_S - 1


@pytest.mark.parametrize("step_s", [FOUR_DAYS_S, -FOUR_DAYS_S, 200.0, -200.0])
def test_database_clock_step_changes_nothing(make_database: MakeDatabase, step_s: float) -> None:
    """The server's clock steps, but the processes' own boot clocks do not."""
    servers, own = FakeClock(boot=1e9), FakeClock()
    database = make_database(servers)
    web, worker = Heartbeat(database, own), Heartbeat(database, own)

    def pass_time(seconds: int, *, alive: bool = True) -> None:
        for _ in range(seconds):
            own.advance(1)
            servers.advance(1)
            if alive:
                worker.run_once()
            assert web.is_alive() or not alive

    worker.run_once()
    pass_time(60)
    servers.advance(step_s)
    assert web.is_alive()
    pass_time(60)
    assert 120 - 2 * EVERY_S <= worker.alive_s() <= 120
    servers.advance(step_s)
    pass_time(int(SILENCE_S) + 1, alive=False)
    assert not web.is_alive(), "a step does not hide that the worker is gone"


@pytest.mark.parametrize("step_s", [FOUR_DAYS_S, -FOUR_DAYS_S])
def test_database_clock_step_misleads_new_process_only_briefly(make_database: MakeDatabase, step_s: float) -> None:
    """The new process is wrong until the next beat, or for two minutes without one."""
    servers, own = FakeClock(boot=1e9), FakeClock()
    database = make_database(servers)
    worker = Heartbeat(database, own)
    worker.beat()
    servers.advance(step_s)
    web = Heartbeat(database, own)
    assert web.is_alive() is (step_s < 0)
    own.advance(SILENCE_S)
    servers.advance(SILENCE_S)
    assert not web.is_alive()
    worker.beat()
    own.advance(1)
    servers.advance(1)
    assert web.is_alive()


def test_worker_with_wall_clock_days_ahead_is_alive(database: Database, clock: FakeClock) -> None:
    ahead = FakeClock(now=BEGINNING.replace(day=29), boot=clock.boot())
    web, worker = Heartbeat(database, clock), Heartbeat(database, ahead)
    worker.beat()
    clock.advance(60)
    ahead.advance(60)
    worker.beat()
    assert web.is_alive()
    assert web.alive_s() == 60
    clock.advance(SILENCE_S)
    assert not web.is_alive()


def test_alive_seconds_continue_after_reboot(make_database: MakeDatabase, database_url: str, clock: FakeClock) -> None:
    """SQLite's seconds start again, but the row is older than the reboot."""
    worker = Heartbeat(make_database(clock), clock)
    worker.run_once()
    work(clock, 60, worker)
    rebooted = FakeClock(boot=30)
    again = make_database(rebooted, database_url)
    web, worker = Heartbeat(again, rebooted), Heartbeat(again, rebooted)
    assert web.is_alive()
    worker.run_once()
    work(rebooted, 40, worker)
    assert web.is_alive()
    assert worker.alive_s() == 100


def test_worker_writes_a_beat_every_twenty_seconds(database: Database, clock: FakeClock) -> None:
    worker = Heartbeat(database, clock)
    worker.run_once()
    work(clock, 60, worker)
    with database.read() as connection:
        assert connection.scalar(select(heartbeats.c.beats)) == 4


def test_heartbeat_row_is_read_once_a_second(database: Database, clock: FakeClock) -> None:
    web = Heartbeat(database, clock)
    Heartbeat(database, clock).beat()
    assert web.is_alive()
    with database.write() as connection:
        connection.execute(update(heartbeats).values(beats=99, beat_at=clock.boot() - 500))
    clock.advance(0.9)
    assert web.silent_s() == pytest.approx(0.9)
    clock.advance(0.2)
    assert web.silent_s() == pytest.approx(1.1), "the change came after the look before"


def test_heartbeat_works_with_real_clocks(make_database: MakeDatabase) -> None:
    """The test uses PostgreSQL's own time, or this machine's."""
    database, clock = make_database(), SystemClock()
    worker, web = Heartbeat(database, clock), Heartbeat(database, clock)
    worker.beat()
    worker.beat()
    assert web.is_alive()
    assert 0 < web.alive_s() < SILENCE_S
    assert web.silent_s() < SILENCE_S / 2
