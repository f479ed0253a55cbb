"""People wait in the order in which they came, and before the worker's idle calls."""

import pytest
from sqlalchemy import event

from app.agentos.budget import Budget
from app.agentos.caller import PERSON_WAIT_S, Caller, Role
from app.agentos.errors import Busy, RateLimited
from app.domain.clock import Deadline
from app.domain.slots import LATE_S
from app.store.engine import Database
from app.store.slots import SlotStore
from app.store.tables import tickets
from tests.agentos.stage import Actor, Stage
from tests.agentos.test_budget import MakeStore, make_agency

WINDOW_S = 60.0


def waiting(store: SlotStore) -> int:
    """How many places in the queue a store keeps."""
    with store._database.read() as connection:
        return len(connection.execute(tickets.select()).all())


class Crowd:
    """Askers of one key of `limit` slots; an attempt takes no time unless told."""

    def __init__(self, make_store: MakeStore, stage: Stage, limit: int, share: int = 1) -> None:
        self.stage = stage
        self.agency = make_agency(limit)
        self.store = make_store(stage)
        self.budget = Budget(self.store, stage, window_s=WINDOW_S, worker_share=share, rest_s=WINDOW_S)

    def ask(
        self, role: Role = "person", wait_s: float = PERSON_WAIT_S, lasts_s: float = 0.0, asked_too_much: bool = False
    ) -> Actor:
        """Somebody comes; his result is when he got his slot."""
        caller = Caller(role=role, deadline=Deadline(self.stage, 1e6))

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
        """How many stand in the queue."""
        return waiting(self.store)


@pytest.fixture
def four(make_store: MakeStore, stage: Stage) -> Crowd:
    """Three slots for people, one second apart, of which the first returns in a second; the worker's one is in use."""
    crowd = Crowd(make_store, stage, limit=4)
    crowd.ask("worker")
    for _ in range(3):
        stage.advance(1)
        crowd.ask()
    stage.advance(57)
    crowd.ask("worker")
    return crowd


def served(*actors: Actor) -> list[float | None]:
    """After how long each got a slot."""
    return [None if one.result is None else round(one.result - one.began, 2) for one in actors]


def test_people_are_served_in_the_order_in_which_they_came(four: Crowd, stage: Stage) -> None:
    people = [four.ask() for _ in range(4)]
    assert isinstance(people[3].error, Busy), "the fourth would wait longer than people do"
    assert people[3].ended == people[3].began
    stage.advance(0.5)
    late = four.ask()
    assert isinstance(late.error, Busy)
    assert four.waiting() == 3
    stage.advance(10)
    assert served(*people[:3]) == [1.0, 2.0, 3.0]
    assert four.waiting() == 0


def test_who_comes_later_is_not_served_before_who_waits(four: Crowd, stage: Stage) -> None:
    first = four.ask()
    # The slot returns while the first still sleeps: as far as anybody else can see, it is free.
    stage.advance(0.5)
    first.wakes_at += 0.6
    stage.advance(0.5)
    second = four.ask(wait_s=0.0)
    assert isinstance(second.error, Busy)
    stage.advance(1)
    assert served(first) == [1.6]


@pytest.mark.parametrize("role", ["person", "awaited", "worker", "background"])
def test_nobody_sleeps_on_when_his_slot_has_returned(make_store: MakeStore, stage: Stage, role: Role) -> None:
    crowd = Crowd(make_store, stage, limit=1)
    crowd.ask()
    stage.advance(WINDOW_S - 1)
    waiting = crowd.ask(role)
    stage.advance(1.01)
    assert waiting.done
    assert waiting.result - waiting.began == pytest.approx(1.0, abs=0.006)


def test_who_wakes_a_little_too_late_finds_the_place_that_was_his(four: Crowd, stage: Stage) -> None:
    """Later even than he would have waited."""
    stage.advance(0.1)
    people = [four.ask() for _ in range(3)]  # the third's slot comes in 2.9 s
    stage.advance(1)
    later = four.ask(lasts_s=1.0)  # and his in 60
    assert isinstance(later.error, Busy)
    people[2].wakes_at = people[2].began + PERSON_WAIT_S + LATE_S - 0.1
    stage.advance(1.95)
    newcomers = [four.ask() for _ in range(2)]
    stage.advance(2)
    assert served(*people) == [0.9, 1.9, 3.4]
    assert all(isinstance(one.error, Busy) for one in newcomers)


def test_who_dies_waiting_blocks_nobody_for_long(four: Crowd, stage: Stage) -> None:
    dead = [four.ask() for _ in range(3)]
    for one in dead:
        one.dead = True
    stage.advance(1)
    living = four.ask()
    assert isinstance(living.error, Busy), "three slots are kept for the three before him"
    stage.advance(2.5)
    living = four.ask()
    assert served(living) == [0.0]
    assert four.waiting() == 0


def test_who_gives_up_leaves_the_queue(four: Crowd, stage: Stage) -> None:
    waiting = four.ask()
    assert four.waiting() == 1
    four.budget.rest(four.agency)
    stage.advance(1)
    assert isinstance(waiting.error, RateLimited)
    assert four.waiting() == 0


def test_a_person_is_served_before_the_workers_idle_calls(make_store: MakeStore, stage: Stage) -> None:
    crowd = Crowd(make_store, stage, limit=9, share=2)
    for _ in range(6):
        crowd.ask("worker")
        stage.advance(0.1)
    for _ in range(3):
        crowd.ask()
    stage.advance(58)
    worker = crowd.ask("worker", wait_s=10.0)
    stage.advance(0.2)
    people = [crowd.ask() for _ in range(2)]
    stage.advance(10)
    assert crowd.waiting() == 0
    assert served(*people) == [pytest.approx(1.2), pytest.approx(1.3)]
    assert worker.result > max(one.result for one in people)


def test_the_workers_share_is_its_own_whoever_waits(make_store: MakeStore, stage: Stage) -> None:
    crowd = Crowd(make_store, stage, limit=4, share=2)
    for _ in range(2):
        crowd.ask()
    stage.advance(58)
    assert not crowd.ask().done
    assert served(crowd.ask("worker"), crowd.ask("worker")) == [0.0, 0.0]
    assert isinstance(crowd.ask("worker", wait_s=0.0).error, Busy)


@pytest.mark.parametrize("role", ["worker", "background"])
def test_nothing_idle_is_used_while_a_person_waits(make_store: MakeStore, stage: Stage, role: Role) -> None:
    crowd = Crowd(make_store, stage, limit=30, share=29)
    crowd.ask()
    stage.advance(58)
    waiting = crowd.ask()
    assert not waiting.done
    idle = Crowd(make_store, stage, limit=30).ask(role, wait_s=0.0)  # another's terms for the same key
    assert (idle.error is None) == (role == "worker")
    assert isinstance(Crowd(make_store, stage, limit=30).ask(role, wait_s=0.0).error, Busy)
    waiting.dead = True
    stage.advance(4)
    assert Crowd(make_store, stage, limit=30).ask(role, wait_s=0.0).error is None


def test_what_a_person_waits_for_is_asked_for_as_by_a_person(make_store: MakeStore, stage: Stage) -> None:
    crowd = Crowd(make_store, stage, limit=9, share=2)
    assert served(*(crowd.ask("awaited", wait_s=0.0) for _ in range(8))) == [0.0] * 7 + [None]
    assert isinstance(crowd.ask(wait_s=0.0).error, Busy)


def test_where_nobody_waits_a_slot_costs_one_transaction(database: Database, stage: Stage) -> None:
    begun: list[str] = []
    for engine in (database._writer, database._reader):
        event.listen(engine, "begin", lambda _: begun.append("begin"))
    crowd = Crowd(lambda _: SlotStore(database), stage, limit=9)
    caller = Caller(role="person", deadline=Deadline(stage, 1e6))
    with crowd.budget.slot(crowd.agency, caller, hold_s=20.0, wait_s=3.0):
        assert begun == ["begin"]


def test_after_a_rest_one_call_is_let_through_first(make_store: MakeStore, stage: Stage) -> None:
    crowd = Crowd(make_store, stage, limit=9)
    crowd.budget.rest(crowd.agency)
    stage.advance(59.9)
    assert isinstance(crowd.ask().error, RateLimited)
    stage.advance(0.1)
    first = crowd.ask("background", lasts_s=2.0)
    people = [crowd.ask(), crowd.ask()]
    hurried = crowd.ask(wait_s=0.0)
    assert isinstance(hurried.error, Busy)
    stage.advance(1.95)
    assert not any(one.done for one in people)
    stage.advance(0.2)
    assert first.result is not None
    assert served(*people) == [pytest.approx(2.0, abs=0.15)] * 2


def test_a_first_call_that_is_refused_again_lets_the_key_rest_on(make_store: MakeStore, stage: Stage) -> None:
    crowd = Crowd(make_store, stage, limit=9)
    crowd.budget.rest(crowd.agency)
    stage.advance(60)
    crowd.ask(lasts_s=1.0, asked_too_much=True)
    waiting = crowd.ask()
    stage.advance(1.2)
    assert isinstance(waiting.error, RateLimited)
    assert crowd.budget.resting(crowd.agency) == pytest.approx(59.8)
    stage.advance(59.8)
    assert served(crowd.ask()) == [0.0]
    assert served(crowd.ask(wait_s=0.0)) == [0.0], "the call before was the one let through"


def test_a_first_call_that_dies_is_followed_by_another(make_store: MakeStore, stage: Stage) -> None:
    crowd = Crowd(make_store, stage, limit=9)
    crowd.budget.rest(crowd.agency)
    stage.advance(60)
    crowd.ask(lasts_s=5.0).dead = True
    stage.advance(19.9)
    assert isinstance(crowd.ask(wait_s=0.0).error, Busy)
    stage.advance(0.1)
    second = crowd.ask(lasts_s=1.0)
    assert isinstance(crowd.ask(wait_s=0.0).error, Busy)
    stage.advance(1)
    assert second.result is not None
    assert served(crowd.ask()) == [0.0]
