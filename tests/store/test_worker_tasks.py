"""The worker's schedule: a due task is claimed by one worker, in order of urgency, and never forgotten."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import update

from app.domain.worker_lease import LEASE_S
from app.store.engine import Database
from app.store.tables import worker_tasks
from app.store.worker_tasks import ALL_AGENCIES, LETS_PASS_S, LONGEST_WAIT_S, Claim, Task, TaskStore, request
from tests.clock import FakeClock
from tests.statements import recorded, scans

MakeDatabase = Callable[..., Database]


def ask(database: Database, agency: str, task: Task = Task.LISTS, **options: float | bool) -> None:
    with database.write() as connection:
        request(database, connection, agency, task, **options)  # type: ignore[arg-type]


def names(claims: list[Claim]) -> list[str]:
    return [f"{claim.agency} {claim.task}" for claim in claims]


@pytest.fixture
def store(database: Database) -> TaskStore:
    return TaskStore(database, ["acme", "harbour"])


def ask_thrice(database: Database, store: TaskStore) -> None:
    for in_s in (50, 5, 20):
        ask(database, "acme", in_s=in_s)


def finish_in(due_in_s: float | None) -> Callable[[Database, TaskStore], None]:
    """Return a function that runs a task, which is due again in so many seconds."""

    def run(database: Database, store: TaskStore) -> None:
        ask(database, "acme")
        store.finish(store.claim(1)[0], due_in_s)

    return run


@pytest.mark.parametrize(
    ("prepare", "wait_s"), [(ask_thrice, 5), (finish_in(60), 60), (finish_in(None), LONGEST_WAIT_S)]
)
def test_task_is_not_due_before_its_time(
    database: Database,
    store: TaskStore,
    clock: FakeClock,
    prepare: Callable[[Database, TaskStore], None],
    wait_s: float,
) -> None:
    """The earliest of several requests counts. Without work, a task has the longest wait."""
    prepare(database, store)
    clock.advance(wait_s - 1)
    assert store.claim(10) == []
    clock.advance(1)
    assert names(store.claim(10)) == ["acme lists"]


def test_awaited_task_goes_first(database: Database, store: TaskStore, clock: FakeClock) -> None:
    ask(database, "acme", Task.DELIVERY)
    clock.advance(30)
    ask(database, "harbour", Task.RECORDS, is_awaited=True)
    ask(database, "harbour")
    assert names(store.claim(10)) == ["harbour records", "acme delivery", "harbour lists"]


def test_list_lets_later_delivery_pass_for_a_limited_time(
    database: Database, store: TaskStore, clock: FakeClock
) -> None:
    ask(database, "acme", Task.LISTS)
    clock.advance(LETS_PASS_S[Task.LISTS] - 1)
    ask(database, "harbour", Task.DELIVERY)
    clock.advance(2)
    ask(database, "acme", Task.DELIVERY)
    assert names(store.claim(10)) == ["harbour delivery", "acme lists", "acme delivery"]


def test_request_during_run_starts_another_run(database: Database, store: TaskStore) -> None:
    ask(database, "acme")
    claim = store.claim(1)[0]
    ask(database, "acme", is_awaited=True)
    store.finish(claim, 3_000)
    (again,) = store.claim(1)
    assert again.is_awaited
    assert again.token != claim.token


def test_failed_task_keeps_its_pause_despite_requests(database: Database, store: TaskStore, clock: FakeClock) -> None:
    """Otherwise every view of a page would repeat the failure."""
    ask(database, "acme")
    claim = store.claim(1)[0]
    ask(database, "acme")
    store.fail(claim, 600)
    ask(database, "acme", is_awaited=True)
    clock.advance(599)
    assert store.claim(1) == []
    clock.advance(1)
    claim = store.claim(1)[0]
    store.finish(claim, 600)
    ask(database, "acme")
    assert names(store.claim(1)) == ["acme lists"], "a success ends the pause"


def test_claim_of_killed_worker_ends_with_its_lease(database: Database, store: TaskStore, clock: FakeClock) -> None:
    ask(database, "acme")
    lost = store.claim(1)[0]
    clock.advance(LEASE_S - 5)
    assert store.renew([lost]) == {lost.key}
    clock.advance(LEASE_S - 1)
    other = TaskStore(database, ["acme"])
    assert other.claim(1) == []
    clock.advance(1)
    (taken,) = other.claim(1)
    assert store.renew([lost]) == set()
    store.finish(lost, 0)
    assert other.renew([taken]) == {taken.key}, "the former worker must not end the new claim"


def test_killed_workers_task_goes_before_tasks_that_became_due_later(
    database: Database, store: TaskStore, clock: FakeClock
) -> None:
    """Otherwise a worker with much to do would take over late."""
    ask(database, "acme")
    store.claim(1)
    clock.advance(5)
    ask(database, "harbour")
    clock.advance(LEASE_S)
    assert names(TaskStore(database, ["acme", "harbour"]).claim(10)) == ["acme lists", "harbour lists"]


def test_unknown_agencies_block_no_task(database: Database, store: TaskStore, clock: FakeClock) -> None:
    """Another host may have them in its configuration."""
    for number in range(20):
        ask(database, f"stranger-{number}", is_awaited=True)
    clock.advance(1)
    ask(database, "acme")
    claimed = [names(store.claim(5)) for _ in range(6)]
    assert ["acme lists"] in claimed
    strangers = TaskStore(database, [f"stranger-{number}" for number in range(20)])
    assert len(strangers.claim(30)) == 20


def test_times_from_before_a_reboot_count_as_due(database: Database, store: TaskStore, clock: FakeClock) -> None:
    ask(database, "acme", in_s=60)
    ask(database, "harbour")
    store.claim(1)
    clock.reboot("second boot", boot=30.0)
    assert sorted(names(store.claim(10))) == ["acme lists", "harbour lists"]


@pytest.mark.parametrize("end", ["stopped", "killed"])
def test_task_of_an_ended_worker_is_still_awaited(
    database: Database, store: TaskStore, clock: FakeClock, end: str
) -> None:
    ask(database, "acme", is_awaited=True)
    (claim,) = store.claim(10)
    if end == "stopped":
        store.release([claim])
    else:
        clock.advance(LEASE_S)
    (again,) = store.claim(10)
    assert again.is_awaited
    store.finish(again, 0.0)
    assert [each.is_awaited for each in store.claim(10)] == [False]


def test_deliveries_beyond_the_most_are_left_to_other_workers(database: Database, store: TaskStore) -> None:
    for agency in ("acme", "harbour"):
        ask(database, agency, Task.DELIVERY)
        ask(database, agency)
    assert sorted(names(store.claim(10, most_deliveries=1))) == ["acme delivery", "acme lists", "harbour lists"]
    assert names(store.claim(10)) == ["harbour delivery"]


def test_only_missing_tasks_are_added(database: Database, store: TaskStore) -> None:
    ask(database, "acme", Task.DELIVERY, in_s=60)
    store.add_missing()
    claims = names(store.claim(100))
    assert "acme delivery" not in claims
    assert {"acme lists", "acme records", "harbour delivery"} <= set(claims)
    assert len(claims) == 2 + 3 + 2
    store.add_missing()
    assert store.claim(100) == []


def test_claims_from_before_a_power_failure_are_free_at_start(make_database: MakeDatabase) -> None:
    """The machine had run for less than an hour, so the claim's end is not far ahead of the new boot clock."""
    clock = FakeClock(boot=1_500.0)
    database = make_database(clock)
    TaskStore(database, ["acme"]).make_all_due()
    assert len(TaskStore(database, ["acme"]).claim(100)) == 5
    clock.reboot("second boot", boot=30.0)
    store = TaskStore(database, ["acme"])
    store.make_all_due()
    assert len(store.claim(100)) == 5


def test_tasks_of_a_newer_release_block_no_task(database: Database, store: TaskStore, clock: FakeClock) -> None:
    for number in range(10):
        ask(database, "acme", f"new task {number}")  # type: ignore[arg-type]
    clock.advance(60)
    ask(database, "acme")
    assert names(store.claim(5)) == ["acme lists"]


def test_start_makes_every_task_due(database: Database, store: TaskStore, clock: FakeClock) -> None:
    """The ages may have changed. Claims of another worker stay."""
    store.make_all_due()
    claims = store.claim(100)
    for claim in claims[1:]:
        store.fail(claim, 3_000)
    clock.advance(1)
    TaskStore(database, ["acme", "harbour"]).make_all_due()
    again = {claim.key for claim in store.claim(100)}
    assert again == {claim.key for claim in claims[1:]}
    assert {claim.agency for claim in claims} == {ALL_AGENCIES, "acme", "harbour"}


def test_two_workers_never_claim_the_same_task(make_database: MakeDatabase, database_url: str) -> None:
    databases = [make_database(url=database_url) for _ in range(4)]
    agencies = [f"agency-{number}" for number in range(100)]
    TaskStore(databases[0], agencies).make_all_due()
    claims: list[Claim] = []

    def take(database: Database) -> None:
        worker = TaskStore(database, agencies)
        while taken := worker.claim(7):
            claims.extend(taken)

    threads = [threading.Thread(target=take, args=(database,)) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(claims) == len({claim.key for claim in claims}) == 302


def test_look_without_due_tasks_is_one_indexed_query(
    database: Database, store: TaskStore, database_url: str, clock: FakeClock
) -> None:
    TaskStore(database, [f"agency-{number}" for number in range(1_000)]).make_all_due()
    with database.write() as connection:
        assert connection.execute(update(worker_tasks).values(due_at=clock.boot() + 60)).rowcount == 3_002
    with recorded() as statements:
        assert store.claim(64) == []
    looks = [statement for statement in statements if "worker_tasks" in statement[0]]
    assert len(looks) == 1
    assert scans(database_url, looks) == set()


class TestPostgreSQL:
    """Claims run beside other writes."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    def test_claim_does_not_wait_for_other_writes(
        self, database: Database, make_database: MakeDatabase, clock: FakeClock
    ) -> None:
        store = TaskStore(make_database(clock, busy_timeout_ms=50), ["acme", "harbour"])
        ask(database, "acme")
        ask(database, "harbour")
        with database.write() as connection:
            request(database, connection, "harbour", Task.LISTS)
            assert names(store.claim(2)) == ["acme lists"], "the other row is locked by the request"
