"""The worker's pool: turns, limits, failures and lost claims, without threads and on a virtual clock."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlalchemy.exc import OperationalError

from app.domain.worker_lease import LEASE_S
from app.store.engine import Database
from app.store.worker_tasks import FAULT_PAUSE_S, Claim, Task, TaskStore, request
from app.worker import pool
from app.worker.pool import AWAY_PAUSE_S, Pool, Steps
from tests.clock import FakeClock

AGENCIES = [f"agency-{number}" for number in range(10)]


class ScriptedPool:
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
def scripted(make_database: Callable[..., Database], clock: FakeClock) -> ScriptedPool:
    return ScriptedPool(make_database(clock), clock)


def test_long_tasks_take_turns(scripted: ScriptedPool) -> None:
    def three_steps(claim: Claim) -> Steps:
        for number in range(3):
            scripted.done.append(f"{claim.agency} {number}")
            yield 0.0
        return None

    scripted.steps = three_steps
    scripted.ask("agency-1")
    scripted.ask("agency-2")
    scripted.work()
    assert scripted.done == [f"agency-{agency} {number}" for number in range(3) for agency in (1, 2)]


def test_waiting_task_lets_others_run_and_continues_in_time(scripted: ScriptedPool) -> None:
    times: list[float] = []

    def waits(claim: Claim) -> Steps:
        times.append(scripted.clock.boot())
        yield 5.0
        times.append(scripted.clock.boot())
        return None

    scripted.steps = waits
    scripted.ask("agency-1")
    scripted.work()
    scripted.steps = scripted.one_step
    scripted.ask("agency-2")
    scripted.work(10)
    assert scripted.done == ["agency-2 lists"]
    assert 5 <= times[1] - times[0] <= 6


def test_deliveries_take_at_most_half_of_the_threads(scripted: ScriptedPool) -> None:
    running: list[str] = []
    most: list[int] = []

    def uploads(claim: Claim) -> Steps:
        running.append(claim.agency)
        most.append(len([agency for agency in running if agency != "agency-9"]))
        while len(running) < 4 and scripted.pool.step():  # another thread takes the next task meanwhile
            pass
        scripted.done.append(claim.agency)
        running.remove(claim.agency)
        yield from ()
        return None

    scripted.steps = uploads
    for number in range(6):
        scripted.ask(f"agency-{number}", Task.DELIVERY)
    scripted.ask("agency-9")
    scripted.work(2)
    assert max(most) == 2
    assert sorted(scripted.done) == [*[f"agency-{number}" for number in range(6)], "agency-9"]


def test_busy_pool_leaves_tasks_to_other_workers_but_takes_awaited_tasks(
    make_database: Callable[..., Database], clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "MOST_READY", 5)
    scripted = ScriptedPool(make_database(clock), clock)
    for agency in AGENCIES:
        scripted.ask(agency)
    scripted.pool.look()
    scripted.ask("agency-9", Task.RECORDS, is_awaited=True)
    scripted.pool.look()
    left = TaskStore(scripted.database, AGENCIES).claim(20)
    assert len(left) == 5
    assert {claim.task for claim in left} == {Task.LISTS}
    assert scripted.pool.step()
    assert scripted.done == ["agency-9 records"]


def test_deliveries_that_wait_for_threads_do_not_delay_other_tasks(
    make_database: Callable[..., Database], clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "MOST_READY", 5)
    scripted = ScriptedPool(make_database(clock), clock, threads=2)
    for agency in AGENCIES:
        scripted.ask(agency, Task.DELIVERY)
    scripted.pool.look()
    scripted.ask("agency-1")
    clock.advance(60)
    scripted.pool.look()
    assert len(TaskStore(scripted.database, AGENCIES).claim(20)) == 8, "deliveries for other workers"
    while scripted.pool.step():
        pass
    assert "agency-1 lists" in scripted.done


def test_same_task_does_not_run_in_two_threads(scripted: ScriptedPool) -> None:
    """The claim of a long step ended, another worker had it, and it is due again."""
    most: list[int] = []
    running: list[str] = []

    def long(claim: Claim) -> Steps:
        running.append(claim.token)
        most.append(len(running))
        if len(most) == 1:
            scripted.clock.advance(LEASE_S + 1)
            other = TaskStore(scripted.database, AGENCIES)
            (taken_over,) = other.claim(10)
            other.finish(taken_over, 0.0)
            scripted.pool.look()
            scripted.pool.step()
        running.remove(claim.token)
        yield from ()
        return None

    scripted.steps = long
    scripted.ask("agency-1")
    scripted.work(10)
    assert most == [1, 1], "the task runs again after the step"


def test_awaited_runs_do_not_delay_the_other_work_of_their_agency(
    make_database: Callable[..., Database], clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One person asks each second, and the backlog is long."""
    monkeypatch.setattr(pool, "MOST_READY", 1)
    scripted = ScriptedPool(make_database(clock), clock, threads=1)

    def more_work(claim: Claim) -> Steps:
        scripted.done.append(f"{claim.agency} {claim.is_awaited}")
        yield from ()
        return 0.0

    scripted.steps = more_work
    for agency in AGENCIES:
        scripted.ask(agency)
    for _ in range(60):
        scripted.ask("agency-9", is_awaited=True)
        for _ in range(2):
            scripted.pool.look()
            scripted.pool.step()
        clock.advance(1)
    counts = [scripted.done.count(f"{agency} False") for agency in AGENCIES]
    assert min(counts) >= 3
    assert counts[9] >= 3


def test_claims_are_renewed_although_the_heartbeat_fails(
    make_database: Callable[..., Database], clock: FakeClock
) -> None:
    def waits(claim: Claim) -> Steps:
        while True:
            yield 1.0

    def fail() -> None:
        raise OperationalError("a statement", {}, OSError("disk full"))

    database = make_database(clock)
    store = TaskStore(database, AGENCIES)
    with database.write() as connection:
        request(database, connection, "agency-1", Task.LISTS)
    failing_pool = Pool(store, clock, waits, threads=2, after_look=fail)
    for _ in range(60):
        with suppress(OperationalError):
            failing_pool.look()
        while failing_pool.step():
            pass
        clock.advance(1)
        assert TaskStore(database, AGENCIES).claim(10) == []


def test_one_thread_serves_e_mails_alone(scripted: ScriptedPool) -> None:
    """Sign-in codes are mailed although calls to a slow AgentOS take all other threads, and slow mail takes none."""
    scripted.ask("agency-1", is_awaited=True)
    scripted.ask("", Task.CLEANUP)
    scripted.ask("", Task.MAILS, is_awaited=True)
    scripted.pool.look()
    while scripted.pool.step(only_mails=True):
        pass
    assert scripted.done == [" mails"]
    scripted.ask("", Task.MAILS)
    scripted.pool.look()
    while scripted.pool.step():
        pass
    assert sorted(scripted.done[1:]) == [" cleanup", "agency-1 lists"]


def test_task_with_a_fault_waits_an_hour_and_delays_no_other(scripted: ScriptedPool) -> None:
    def fails(claim: Claim) -> Steps:
        scripted.done.append(claim.agency)
        if claim.agency == "agency-1":
            raise KeyError("a fault")
        yield from ()
        return 60.0

    scripted.steps = fails
    scripted.ask("agency-1")
    scripted.ask("agency-2")
    scripted.work(int(FAULT_PAUSE_S) - 1)
    assert scripted.done.count("agency-1") == 1
    assert scripted.done.count("agency-2") == 60
    scripted.work(2)
    assert scripted.done.count("agency-1") == 2


def test_task_runs_again_soon_after_a_failure_of_the_database(scripted: ScriptedPool) -> None:
    def fails(claim: Claim) -> Steps:
        scripted.done.append(claim.agency)
        if len(scripted.done) == 1:
            raise OperationalError("a statement", {}, OSError("disk full"))
        yield from ()
        return None

    scripted.steps = fails
    scripted.ask("agency-1")
    scripted.work(int(AWAY_PAUSE_S) + 2)
    assert len(scripted.done) == 2


def test_renewed_claim_lasts_as_long_as_its_task(scripted: ScriptedPool) -> None:
    def waits(claim: Claim) -> Steps:
        scripted.done.append("begun")
        for _ in range(100):
            yield 1.0
        scripted.done.append("ended")
        return None

    scripted.steps = waits
    scripted.ask("agency-1")
    other = TaskStore(scripted.database, AGENCIES)
    for _ in range(90):
        scripted.work()
        assert other.claim(10) == []
    scripted.work(20)
    assert scripted.done == ["begun", "ended"]


def test_run_whose_claim_was_taken_over_ends_without_another_step(scripted: ScriptedPool) -> None:
    def waits(claim: Claim) -> Steps:
        try:
            scripted.done.append("begun")
            yield 1.0
            scripted.done.append("went on")
        finally:
            scripted.done.append("closed")
        return None

    scripted.steps = waits
    scripted.ask("agency-1")
    scripted.work()
    scripted.clock.advance(LEASE_S + 1)  # as if the process had been frozen
    other = TaskStore(scripted.database, AGENCIES)
    (claim,) = other.claim(10)
    scripted.work(2)
    assert scripted.done == ["begun", "closed"]
    assert other.renew([claim]) == {claim.key}


def test_stopped_pool_closes_runs_and_releases_their_tasks(scripted: ScriptedPool) -> None:
    def waits(claim: Claim) -> Steps:
        try:
            yield 60.0
        finally:
            scripted.done.append("closed")
        return None

    scripted.steps = waits
    scripted.ask("agency-1")
    scripted.ask("agency-2")
    scripted.pool.look()
    scripted.pool.step()
    scripted.pool.stop()
    assert scripted.done == ["closed"], "the other had not begun"
    assert len(TaskStore(scripted.database, AGENCIES).claim(10)) == 2
