"""The queue for slots: people wait in order of arrival, and before the worker's idle calls."""

import pytest
from sqlalchemy import event

from app.agentos.budget import Budget
from app.agentos.caller import PERSON_WAIT_S, Caller, Role
from app.agentos.errors import Busy, RateLimited
from app.domain.clock import Deadline
from app.store.engine import Database
from app.store.slots import SlotStore
from app.store.tables import tickets
from tests.agentos.test_budget import MakeStore, make_agency
from tests.agentos.thread_scheduler import ScheduledThread, ThreadScheduler

WINDOW_S = 60.0


def queue_length(store: SlotStore) -> int:
    """Return the number of places in a store's queue."""
    with store._database.read() as connection:
        return len(connection.execute(tickets.select()).all())


class CallerQueue:
    """Callers of one key with `limit` slots. By default an attempt takes no time."""

    def __init__(self, make_store: MakeStore, scheduler: ThreadScheduler, limit: int, share: int = 1) -> None:
        self.stage = scheduler
        self.agency = make_agency(limit)
        self.store = make_store(scheduler)
        self.budget = Budget(self.store, scheduler, window_s=WINDOW_S, worker_share=share, rest_s=WINDOW_S)

    def ask(
        self,
        role: Role = "person",
        wait_s: float = PERSON_WAIT_S,
        lasts_s: float = 0.0,
        asked_too_much: bool = False,
        contractor_id: str | None = None,
        calls_to_follow: int = 0,
    ) -> ScheduledThread:
        """Start a caller whose result is the time when it got its slot."""
        deadline = Deadline(self.stage, 1e6)
        caller = Caller(role=role, deadline=deadline, contractor_id=contractor_id, calls_to_follow=calls_to_follow)

        def play() -> float:
            with self.budget.slot(self.agency, caller, hold_s=20.0, wait_s=wait_s):
                got = self.stage.boot()
                if lasts_s:
                    self.stage.sleep(lasts_s)
                if asked_too_much:
                    self.budget.rest(self.agency)
                return got

        return self.stage.act(play)

    def waiting(self) -> int:
        """Return the number of callers in the queue."""
        return queue_length(self.store)


@pytest.fixture
def busy_queue(make_store: MakeStore, scheduler: ThreadScheduler) -> CallerQueue:
    """Return a queue with three slots for people, free in 1, 2 and 3 s. The worker's slot is in use."""
    crowd = CallerQueue(make_store, scheduler, limit=4)
    crowd.ask("worker")
    for _ in range(3):
        scheduler.advance(1)
        crowd.ask()
    scheduler.advance(57)
    crowd.ask("worker")
    return crowd


def waiting_times_s(*actors: ScheduledThread) -> list[float | None]:
    """Return each caller's wait until it got a slot."""
    return [None if actor.result is None else round(actor.result - actor.began, 2) for actor in actors]


def test_people_get_slots_in_order_of_arrival(busy_queue: CallerQueue, scheduler: ThreadScheduler) -> None:
    people = [busy_queue.ask() for _ in range(4)]
    assert isinstance(people[3].error, Busy), "the fourth would wait longer than people do"
    assert people[3].ended == people[3].began
    scheduler.advance(0.5)
    late = busy_queue.ask()
    assert isinstance(late.error, Busy)
    assert busy_queue.waiting() == 3
    scheduler.advance(10)
    assert waiting_times_s(*people[:3]) == [1.0, 2.0, 3.0]
    assert busy_queue.waiting() == 0


@pytest.mark.parametrize("role", ["person", "awaited", "worker", "background"])
def test_waiting_caller_wakes_when_slot_becomes_free(
    make_store: MakeStore, scheduler: ThreadScheduler, role: Role
) -> None:
    crowd = CallerQueue(make_store, scheduler, limit=1)
    crowd.ask()
    scheduler.advance(WINDOW_S - 1)
    caller = crowd.ask(role)
    scheduler.advance(1.01)
    assert caller.done
    assert caller.result - caller.began == pytest.approx(1.0, abs=0.006)


def test_dead_waiting_caller_blocks_queue_only_briefly(busy_queue: CallerQueue, scheduler: ThreadScheduler) -> None:
    dead = [busy_queue.ask() for _ in range(3)]
    for caller in dead:
        caller.dead = True
    scheduler.advance(1)
    living = busy_queue.ask()
    assert isinstance(living.error, Busy), "three slots are kept for the three before him"
    scheduler.advance(2.5)
    living = busy_queue.ask()
    assert waiting_times_s(living) == [0.0]
    assert busy_queue.waiting() == 0


def test_caller_that_gives_up_leaves_queue(busy_queue: CallerQueue, scheduler: ThreadScheduler) -> None:
    caller = busy_queue.ask()
    assert busy_queue.waiting() == 1
    busy_queue.budget.rest(busy_queue.agency)
    scheduler.advance(1)
    assert isinstance(caller.error, RateLimited)
    assert busy_queue.waiting() == 0


def test_person_gets_slot_before_workers_idle_calls(make_store: MakeStore, scheduler: ThreadScheduler) -> None:
    crowd = CallerQueue(make_store, scheduler, limit=9, share=2)
    for _ in range(6):
        crowd.ask("worker")
        scheduler.advance(0.1)
    for _ in range(3):
        crowd.ask()
    scheduler.advance(58)
    worker = crowd.ask("worker", wait_s=10.0)
    scheduler.advance(0.2)
    people = [crowd.ask() for _ in range(2)]
    scheduler.advance(10)
    assert crowd.waiting() == 0
    assert waiting_times_s(*people) == [pytest.approx(1.2), pytest.approx(1.3)]
    assert worker.result > max(person.result for person in people)


@pytest.mark.parametrize("role", ["worker", "background"])
def test_idle_slots_are_not_used_while_person_waits(
    make_store: MakeStore, scheduler: ThreadScheduler, role: Role
) -> None:
    crowd = CallerQueue(make_store, scheduler, limit=30, share=29)
    crowd.ask()
    scheduler.advance(58)
    waiting = crowd.ask()
    assert not waiting.done
    idle = CallerQueue(make_store, scheduler, limit=30).ask(role, wait_s=0.0)  # other terms for the same key
    assert (idle.error is None) == (role == "worker")
    assert isinstance(CallerQueue(make_store, scheduler, limit=30).ask(role, wait_s=0.0).error, Busy)
    waiting.dead = True
    scheduler.advance(4)
    assert CallerQueue(make_store, scheduler, limit=30).ask(role, wait_s=0.0).error is None


def test_call_with_a_person_waiting_may_use_slots_of_people(make_store: MakeStore, scheduler: ThreadScheduler) -> None:
    crowd = CallerQueue(make_store, scheduler, limit=9, share=2)
    assert waiting_times_s(*(crowd.ask("awaited", wait_s=0.0) for _ in range(8))) == [0.0] * 7 + [None]
    assert isinstance(crowd.ask(wait_s=0.0).error, Busy)


def test_slot_costs_one_transaction_if_nobody_waits(database: Database, scheduler: ThreadScheduler) -> None:
    begun: list[str] = []
    event.listen(database._engine, "begin", lambda _: begun.append("begin"))
    crowd = CallerQueue(lambda _: SlotStore(database), scheduler, limit=9)
    caller = Caller(role="person", deadline=Deadline(scheduler, 1e6))
    with crowd.budget.slot(crowd.agency, caller, hold_s=20.0, wait_s=3.0):
        assert begun == ["begin"]


def test_first_call_after_rest_of_key_is_made_alone(make_store: MakeStore, scheduler: ThreadScheduler) -> None:
    crowd = CallerQueue(make_store, scheduler, limit=9)
    crowd.budget.rest(crowd.agency)
    scheduler.advance(59.9)
    assert isinstance(crowd.ask().error, RateLimited)
    scheduler.advance(0.1)
    first = crowd.ask("background", lasts_s=2.0)
    people = [crowd.ask(), crowd.ask()]
    hurried = crowd.ask(wait_s=0.0)
    assert isinstance(hurried.error, Busy)
    scheduler.advance(1.95)
    assert not any(person.done for person in people)
    scheduler.advance(0.2)
    assert first.result is not None
    assert waiting_times_s(*people) == [pytest.approx(2.0, abs=0.15)] * 2


def test_key_rests_again_if_first_call_after_its_rest_is_refused(
    make_store: MakeStore, scheduler: ThreadScheduler
) -> None:
    crowd = CallerQueue(make_store, scheduler, limit=9)
    crowd.budget.rest(crowd.agency)
    scheduler.advance(60)
    crowd.ask(lasts_s=1.0, asked_too_much=True)
    caller = crowd.ask()
    scheduler.advance(1.2)
    assert isinstance(caller.error, RateLimited)
    assert crowd.budget.resting(crowd.agency) == pytest.approx(59.8)
    scheduler.advance(59.8)
    assert waiting_times_s(crowd.ask()) == [0.0]
    assert waiting_times_s(crowd.ask(wait_s=0.0)) == [0.0], "the call before was the one let through"
