"""The worker's heartbeat: alive or not, and for how long, on each database and with any clock steps."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from app.store.engine import Database
from app.store.heartbeat import EVERY_S, SILENCE_S, Heartbeat
from app.store.tables import heartbeats
from tests.clock import FakeClock

MakeDatabase = Callable[..., Database]
FOUR_DAYS_S = 4 * 86_400.0


def work(clock: FakeClock, seconds: float, *workers: Heartbeat) -> None:
    """Let time pass while these workers run."""
    for _ in range(int(seconds)):
        clock.advance(1)
        for worker in workers:
            worker.run_once()


def test_worker_counts_as_alive_for_two_minutes_after_start_or_beat(database: Database, clock: FakeClock) -> None:
    web, worker = Heartbeat(database, clock), Heartbeat(database, clock)
    for _ in range(2):
        clock.advance(SILENCE_S - 1)
        assert web.is_alive()
        clock.advance(1)
        assert not web.is_alive()
        worker.beat()


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


@pytest.mark.parametrize(
    ("gaps_s", "alive_s"), [([60, 73 * 3_600, 60], 120), ([SILENCE_S - 1, SILENCE_S], SILENCE_S - 1)]
)
def test_alive_seconds_leave_out_gaps_of_two_minutes(
    database: Database, clock: FakeClock, gaps_s: list[float], alive_s: float
) -> None:
    """A slow disk delays a beat for as long as a silent worker still counts as alive."""
    worker = Heartbeat(database, clock)
    worker.beat()
    for gap_s in gaps_s:
        clock.advance(gap_s)
        worker.beat()
    assert worker.alive_s() == alive_s


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
