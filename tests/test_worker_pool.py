"""The worker's pool: turns, limits, failures and lost claims, without threads and on a virtual clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from app.domain.worker_lease import LEASE_S
from app.store.engine import Database
from app.store.worker_tasks import Claim, Task, TaskStore, request
from app.worker.pool import AWAY_PAUSE_S, FAULT_PAUSE_S, Pool, Steps
from tests.clock import FakeClock

AGENCIES = [f"agency-{number}" for number in range(10)]


class Bench:
    """A pool whose tasks are written in the test, with the log of their steps."""

    def __init__(self, database: Database, clock: FakeClock, *, threads: int = 4) -> None:
        self.database = database
        self.clock = clock
        self.store = TaskStore(database, AGENCIES)
        self.done: list[str] = []
        self.steps: Callable[[Claim], Steps] = self.one_step
        self.pool = Pool(self.store, clock, lambda claim: self.steps(claim), threads=threads)

    def one_step(self, claim: Claim) -> Steps:
        self.done.append(f"{claim.agency} {claim.task}")
        yield from ()
        return None

    def ask(self, agency: str, task: Task = Task.LISTS, *, is_awaited: bool = False) -> None:
        with self.database.write() as connection:
            request(self.database, connection, agency, task, is_awaited=is_awaited)

    def work(self, seconds: int = 1) -> None:
        for _ in range(seconds):
            self.pool.look()
            while self.pool.step():
                pass
            self.clock.advance(1)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def bench(make_database: Callable[..., Database], clock: FakeClock) -> Bench:
    return Bench(make_database(clock), clock)


def test_long_tasks_take_turns(bench: Bench) -> None:
    def three_steps(claim: Claim) -> Steps:
        for number in range(3):
            bench.done.append(f"{claim.agency} {number}")
            yield 0.0
        return None

    bench.steps = three_steps
    bench.ask("agency-1")
    bench.ask("agency-2")
    bench.work()
    assert bench.done == [f"agency-{agency} {number}" for number in range(3) for agency in (1, 2)]


def test_waiting_task_lets_others_run_and_continues_in_time(bench: Bench) -> None:
    times: list[float] = []

    def waits(claim: Claim) -> Steps:
        times.append(bench.clock.boot())
        yield 5.0
        times.append(bench.clock.boot())
        return None

    bench.steps = waits
    bench.ask("agency-1")
    bench.work()
    bench.steps = bench.one_step
    bench.ask("agency-2")
    bench.work(10)
    assert bench.done == ["agency-2 lists"]
    assert 5 <= times[1] - times[0] <= 6


def test_deliveries_take_at_most_half_of_the_threads(bench: Bench) -> None:
    running: list[str] = []
    most: list[int] = []

    def uploads(claim: Claim) -> Steps:
        running.append(claim.agency)
        most.append(len([agency for agency in running if agency != "agency-9"]))
        while len(running) < 4 and bench.pool.step():  # another thread takes the next task meanwhile
            pass
        bench.done.append(claim.agency)
        running.remove(claim.agency)
        yield from ()
        return None

    bench.steps = uploads
    for number in range(6):
        bench.ask(f"agency-{number}", Task.DELIVERY)
    bench.ask("agency-9")
    bench.work()
    assert max(most) == 2
    assert sorted(bench.done) == [*[f"agency-{number}" for number in range(6)], "agency-9"]


def test_one_thread_serves_only_tasks_for_all_agencies(bench: Bench) -> None:
    """Sign-in codes are mailed although calls to a slow AgentOS take all other threads."""
    bench.ask("agency-1", is_awaited=True)
    bench.ask("", Task.NOTICES)
    bench.ask("", Task.CODES, is_awaited=True)
    bench.pool.look()
    while bench.pool.step(only_shared=True):
        pass
    assert sorted(bench.done) == [" codes", " notices"]


def test_task_with_a_fault_waits_an_hour_and_delays_no_other(bench: Bench) -> None:
    def fails(claim: Claim) -> Steps:
        bench.done.append(claim.agency)
        if claim.agency == "agency-1":
            raise KeyError("a fault")
        yield from ()
        return 60.0

    bench.steps = fails
    bench.ask("agency-1")
    bench.ask("agency-2")
    bench.work(int(FAULT_PAUSE_S) - 1)
    assert bench.done.count("agency-1") == 1
    assert bench.done.count("agency-2") == 60
    bench.work(2)
    assert bench.done.count("agency-1") == 2


def test_task_runs_again_soon_after_a_failure_of_the_database(bench: Bench) -> None:
    def fails(claim: Claim) -> Steps:
        bench.done.append(claim.agency)
        if len(bench.done) == 1:
            raise OperationalError("a statement", {}, OSError("disk full"))
        yield from ()
        return None

    bench.steps = fails
    bench.ask("agency-1")
    bench.work(int(AWAY_PAUSE_S) + 2)
    assert len(bench.done) == 2


def test_claim_is_ended_later_if_the_database_fails(bench: Bench) -> None:
    bench.ask("agency-1")
    bench.pool.look()
    with failing(bench.database):
        assert bench.pool.step()
    bench.ask("agency-1")
    bench.work()
    assert bench.done == ["agency-1 lists"] * 2, "the task was free for the next request"


def test_renewed_claim_lasts_as_long_as_its_task(bench: Bench) -> None:
    def waits(claim: Claim) -> Steps:
        bench.done.append("begun")
        for _ in range(100):
            yield 1.0
        bench.done.append("ended")
        return None

    bench.steps = waits
    bench.ask("agency-1")
    other = TaskStore(bench.database, AGENCIES)
    for _ in range(90):
        bench.work()
        assert other.claim(10) == []
    bench.work(20)
    assert bench.done == ["begun", "ended"]


def test_run_whose_claim_was_taken_over_ends_without_another_step(bench: Bench) -> None:
    def waits(claim: Claim) -> Steps:
        try:
            bench.done.append("begun")
            yield 1.0
            bench.done.append("went on")
        finally:
            bench.done.append("closed")
        return None

    bench.steps = waits
    bench.ask("agency-1")
    bench.work()
    bench.clock.advance(LEASE_S + 1)  # as if the process had been frozen
    other = TaskStore(bench.database, AGENCIES)
    (claim,) = other.claim(10)
    bench.work(2)
    assert bench.done == ["begun", "closed"]
    assert other.renew([claim]) == {claim.key}


def test_stopped_pool_closes_runs_and_releases_their_tasks(bench: Bench) -> None:
    def waits(claim: Claim) -> Steps:
        try:
            yield 60.0
        finally:
            bench.done.append("closed")
        return None

    bench.steps = waits
    bench.ask("agency-1")
    bench.ask("agency-2")
    bench.pool.look()
    bench.pool.step()
    bench.pool.stop()
    assert bench.done == ["closed"], "the other had not begun"
    assert len(TaskStore(bench.database, AGENCIES).claim(10)) == 2


@contextmanager
def failing(database: Database) -> Iterator[None]:
    """Make the table of tasks unusable meanwhile, as by a statement that fails."""
    with database.write() as connection:
        _rename(connection, "worker_tasks", "hidden")
    try:
        yield
    finally:
        with database.write() as connection:
            _rename(connection, "hidden", "worker_tasks")


def _rename(connection: Connection, former: str, new: str) -> None:
    connection.execute(text(f"ALTER TABLE {former} RENAME TO {new}"))
