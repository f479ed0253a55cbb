"""The shared call budget: never above the limit in a window, people first, and no endless waits."""

import threading
from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from app.agentos.budget import Budget, key_id
from app.agentos.caller import Caller
from app.agentos.errors import Busy, RateLimited
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Clock, Deadline
from app.domain.slots import LONGEST_HOLD_S
from app.store.engine import Database
from app.store.slots import SlotStore
from app.store.tables import rests, slots
from tests.agentos.calls import KEY
from tests.clock import FakeClock

WINDOW_S = 60.0


MakeStore = Callable[[Clock], SlotStore]


@pytest.fixture
def store(make_store: MakeStore, clock: FakeClock) -> SlotStore:
    """Return a store on each of the two databases in turn."""
    return make_store(clock)


def make_agency(limit: int, key: str = KEY) -> Agency:
    return Agency(short_name="acme", name="", api_key=key, budget=limit)


class Callers:
    """A person, a worker and a delivery, with one clock."""

    def __init__(self, clock: FakeClock) -> None:
        self.person = Caller(role="person", deadline=Deadline(clock, 1e9))
        self.worker = Caller(role="worker", deadline=Deadline(clock, 1e9))
        self.delivery = Caller(role="delivery", deadline=Deadline(clock, 1e9))


@pytest.fixture
def callers(clock: FakeClock) -> Callers:
    return Callers(clock)


def use(budget: Budget, agency: Agency, caller: Caller, wait_s: float = 0.0, hold_s: float = 20.0) -> None:
    """Make one attempt that takes no time."""
    with budget.slot(agency, caller, hold_s, wait_s):
        pass


def count(budget: Budget, agency: Agency, caller: Caller, most: int = 1_000) -> int:
    """Return the number of slots that a caller gets at once, if it wants `most`."""
    for number in range(most):
        try:
            use(budget, agency, caller)
        except Busy:
            return number
    assert most < 1_000, "no limit"
    return most


def test_people_may_use_all_slots_except_workers_share(budget: Budget, callers: Callers) -> None:
    agency = make_agency(45)
    assert count(budget, agency, callers.person) == 35
    assert count(budget, agency, callers.worker) == 10


def test_worker_may_use_idle_slots_except_a_third(budget: Budget, callers: Callers) -> None:
    agency = make_agency(45)
    assert count(budget, agency, callers.worker) == 30
    assert count(budget, agency, callers.person) == 15


def test_first_fetches_use_idle_slots_only(budget: Budget, callers: Callers, clock: FakeClock) -> None:
    first = Caller(role="first", deadline=callers.person.deadline)
    assert count(budget, make_agency(45), first) == 30
    assert count(budget, make_agency(45), callers.person) == 15
    clock.advance(WINDOW_S)
    assert count(budget, make_agency(45), callers.person) == 35
    assert count(budget, make_agency(45), first) == 0
    assert count(budget, make_agency(45), callers.worker) == 10


def test_contractors_leave_slots_for_each_other(make_store: MakeStore, clock: FakeClock) -> None:
    """Each contractor is served by another process."""
    agency = make_agency(45)

    def get(name: str) -> int:
        """Return the number of slots that the contractor gets at once."""
        budget = Budget(make_store(clock), clock, window_s=WINDOW_S, worker_share=10, rest_s=60.0)
        return count(budget, agency, Caller(role="person", deadline=Deadline(clock, 1e9), contractor_id=name))

    assert [get("first"), get("second"), get("third")] == [30, 5, 0]
    clock.advance(WINDOW_S)
    assert [get("second"), get("first")] == [30, 5]


@pytest.mark.parametrize(("limit", "people", "worker"), [(1, 1, 1), (2, 1, 1), (3, 1, 2), (5, 1, 4), (11, 1, 10)])
def test_small_limit_leaves_slots_for_people_and_worker(
    budget: Budget, callers: Callers, limit: int, people: int, worker: int
) -> None:
    agency = make_agency(limit)
    assert count(budget, agency, callers.person) == people
    assert count(budget, agency, callers.worker) == min(worker, limit - people)
    other = make_agency(limit, "another")
    assert count(budget, other, callers.worker) == worker


def test_worker_share_of_zero_leaves_one_slot(store: SlotStore, clock: FakeClock, callers: Callers) -> None:
    budget = Budget(store, clock, window_s=WINDOW_S, worker_share=0, rest_s=60.0)
    assert count(budget, make_agency(9), callers.person) == 8
    assert count(budget, make_agency(9), callers.worker) == 1


def test_slot_is_free_one_window_after_its_attempt_ended(budget: Budget, callers: Callers, clock: FakeClock) -> None:
    agency = make_agency(1)
    with budget.slot(agency, callers.person, hold_s=20.0, wait_s=0.0):
        clock.advance(15)
    clock.advance(59.9)
    with pytest.raises(Busy) as caught:
        use(budget, agency, callers.person)
    assert caught.value.retry_after_s == pytest.approx(0.1)
    assert caught.value.result is AttemptResult.NOT_SENT
    clock.advance(0.1)
    use(budget, agency, callers.person)


def test_slot_of_dead_process_becomes_free(budget: Budget, callers: Callers, clock: FakeClock) -> None:
    agency = make_agency(1)
    dead = budget.slot(agency, callers.person, hold_s=20.0, wait_s=0.0)
    dead.__enter__()
    clock.advance(79.9)
    with pytest.raises(Busy):
        use(budget, agency, callers.person)
    clock.advance(0.1)
    use(budget, agency, callers.person)


def test_wait_too_short_for_next_slot_fails_at_once(budget: Budget, callers: Callers, clock: FakeClock) -> None:
    agency = make_agency(1)
    use(budget, agency, callers.person)
    clock.advance(50)
    started = clock.boot()
    with pytest.raises(Busy) as caught:
        use(budget, agency, callers.person, wait_s=3.0)
    assert caught.value.retry_after_s == pytest.approx(10)
    assert clock.boot() == started


def test_wait_ends_at_its_limit_or_deadline(store: SlotStore, clock: FakeClock, callers: Callers) -> None:
    """The window is short: an attempt in progress may end at any moment, which makes waiting worthwhile."""
    budget = Budget(store, clock, window_s=1.0, worker_share=10, rest_s=60.0)
    agency = make_agency(1)
    hurried = Caller(role="person", deadline=Deadline(clock, 2.0))
    with budget.slot(agency, callers.person, hold_s=100.0, wait_s=0.0):
        started = clock.boot()
        with pytest.raises(Busy):
            use(budget, agency, callers.person, wait_s=3.0)
        assert 2.0 <= clock.boot() - started <= 3.001
        started = clock.boot()
        with pytest.raises(Busy):
            use(budget, agency, hurried, wait_s=3.0)
        assert clock.boot() - started <= 2.001


def test_resting_key_rests_for_all_callers(budget: Budget, callers: Callers, clock: FakeClock) -> None:
    agency, sharing, other = make_agency(45), make_agency(9), make_agency(45, "another")
    assert budget.resting(agency) == 0
    assert budget.rest(agency) == 60
    clock.advance(20)
    for each in (agency, sharing):
        assert budget.resting(each) == pytest.approx(40)
        with pytest.raises(RateLimited) as caught:
            use(budget, each, callers.worker, wait_s=99)
        assert caught.value.retry_after_s == pytest.approx(40)
    use(budget, other, callers.person)
    clock.advance(40)
    assert budget.resting(agency) == 0
    use(budget, agency, callers.person)


def test_rest_started_during_wait_ends_wait(
    store: SlotStore, clock: FakeClock, callers: Callers, monkeypatch: pytest.MonkeyPatch
) -> None:
    budget = Budget(store, clock, window_s=1.0, worker_share=10, rest_s=60.0)
    agency = make_agency(1)
    monkeypatch.setattr(clock, "sleep", lambda _: budget.rest(agency))
    with budget.slot(agency, callers.person, 20.0, 0.0), pytest.raises(RateLimited):
        use(budget, agency, callers.person, wait_s=3.0)


def test_slots_and_rests_from_before_a_reboot_block_nothing(
    store: SlotStore, make_store: MakeStore, callers: Callers, clock: FakeClock
) -> None:
    agency = make_agency(1)
    before = Budget(store, clock, window_s=WINDOW_S, worker_share=10, rest_s=60.0)
    use(before, agency, callers.person, hold_s=120)
    before.rest(agency)
    restarted = FakeClock(boot=30.0, boot_id="second boot")
    after = Budget(make_store(restarted), restarted, window_s=WINDOW_S, worker_share=10, rest_s=60.0)
    assert after.resting(agency) == 0
    use(after, agency, Callers(restarted).person)


def test_slot_is_counted_for_at_most_the_longest_allowed_time(
    budget: Budget, callers: Callers, clock: FakeClock
) -> None:
    agency = make_agency(1)
    slot = budget.slot(agency, callers.worker, hold_s=99_999.0, wait_s=0.0)
    slot.__enter__()
    clock.advance(LONGEST_HOLD_S + WINDOW_S - 0.1)
    with pytest.raises(Busy):
        use(budget, agency, callers.worker)


def test_agencies_with_same_key_share_its_slots(budget: Budget, callers: Callers) -> None:
    assert count(budget, make_agency(3), callers.worker) == 2
    with pytest.raises(Busy):
        use(budget, Agency(short_name="harbour", name="", api_key=KEY, budget=3), callers.worker)
    use(budget, make_agency(3, "another"), callers.worker)


def test_call_result_is_returned_although_database_fails_afterwards(
    budget: Budget, callers: Callers, store: SlotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise RuntimeError("database is locked")

    monkeypatch.setattr(store, "end", locked)
    with capture_logs() as lines, budget.slot(make_agency(5), callers.person, 20.0, 0.0):
        result = "done"
    assert result == "done"
    assert lines == [{"event": "agentos_slot_not_ended", "error": "RuntimeError", "log_level": "warning"}]


def test_stored_slots_do_not_contain_key(clock: FakeClock, callers: Callers, database: Database) -> None:
    agency = make_agency(5)
    budget = Budget(SlotStore(database), clock, window_s=WINDOW_S, worker_share=1, rest_s=60.0)
    use(budget, agency, callers.person)
    budget.rest(agency)
    with database.read() as connection:
        stored = [*connection.execute(slots.select()), *connection.execute(rests.select())]
    assert len(stored) == 2
    assert KEY not in repr(stored)
    assert all(row.key_id == key_id(agency) for row in stored)
    assert KEY not in key_id(agency)


def test_concurrent_threads_never_exceed_limit(make_store: MakeStore) -> None:
    clock = Clock()
    store = make_store(clock)
    agency = make_agency(5)
    gate = threading.Barrier(12)
    got: list[str] = []

    def ask(number: int) -> None:
        caller = Caller(role="worker" if number % 2 else "person", deadline=Deadline(clock, 60))
        budget = Budget(store, clock, window_s=60.0, worker_share=2, rest_s=60.0)
        gate.wait()
        try:
            use(budget, agency, caller)
        except Busy:
            return
        got.append(caller.role)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 5
    assert got.count("person") <= 3


def test_refreshes_leave_half_of_worker_share_to_deliveries(
    store: SlotStore, clock: FakeClock, callers: Callers
) -> None:
    budget = Budget(store, clock, window_s=WINDOW_S, worker_share=4, rest_s=60.0)
    agency = make_agency(12)
    assert count(budget, agency, callers.person) == 8
    use(budget, agency, callers.delivery)
    assert count(budget, agency, callers.worker) == 1
    assert count(budget, agency, callers.delivery) == 2
    clock.advance(WINDOW_S)
    assert count(budget, agency, callers.person) == 8
    assert count(budget, agency, callers.worker) == 4, "nothing is delivered any more"
