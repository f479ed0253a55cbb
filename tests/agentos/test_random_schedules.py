"""Random schedules of people and workers: never above the budget, and in order of arrival."""

from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.agentos.budget import Budget
from app.agentos.caller import PERSON_WAIT_S, Caller, Role
from app.agentos.errors import Busy, RateLimited
from app.domain.clock import Deadline
from app.domain.slots import LATE_S, TRIAL_LOOK_S
from tests.agentos.test_budget import MakeStore, make_agency
from tests.agentos.thread_scheduler import ScheduledThread, ThreadScheduler

NUMBERS = count()
WINDOW_S = 10.0
HOLD_S = 4.0
REST_S = 6.0
TICK = 1e-6
OVERSLEPT_S = 0.25
PEOPLE: tuple[Role, ...] = ("person", "awaited")


@dataclass(eq=False)
class SlotRequest:
    """A wait and attempt, as seen from outside. An attempt of a killed process may last until its time-out."""

    role: Role
    came: float
    actor: ScheduledThread | None = None
    began: float | None = None
    ended: float | None = None
    refused: float | None = None
    overslept: bool = False

    @property
    def last(self) -> float:
        """Return the last time at which AgentOS can have counted the attempt."""
        assert self.began is not None
        return self.began + HOLD_S if self.ended is None else self.ended


class SlotScheduleMachine(RuleBasedStateMachine):
    """One key, and any number of processes, each with its own budget object."""

    def __init__(self, make_store: MakeStore) -> None:
        super().__init__()
        self.make_store = make_store

    @initialize(limit=st.integers(1, 6), share=st.integers(0, 6))
    def open(self, limit: int, share: int) -> None:
        """Start with a key that has not been used."""
        self.limit, self.share = limit, min(max(1, share), limit - 1)
        self.stage = ThreadScheduler()
        self.agency = make_agency(limit, f"key {next(NUMBERS)}")
        self.store = self.make_store(self.stage)
        self.visits: list[SlotRequest] = []
        self.rests: list[float] = []

    def budget(self) -> Budget:
        """Return the budget of another process."""
        return Budget(self.store, self.stage, window_s=WINDOW_S, worker_share=self.share, rest_s=REST_S)

    @rule(
        role=st.sampled_from((*PEOPLE, *PEOPLE, "worker", "background")),
        lasts_s=st.sampled_from((0.0, 0.3, 1.0, HOLD_S)),
        wait_s=st.sampled_from((0.0, PERSON_WAIT_S, PERSON_WAIT_S)),
        asked_too_much=st.sampled_from((False,) * 9 + (True,)),
    )
    def come(self, role: Role, lasts_s: float, wait_s: float, asked_too_much: bool) -> None:
        """Let a caller request a slot, and make its attempt when it gets one."""
        visit = SlotRequest(role, self.stage.boot())
        self.visits.append(visit)
        expected = self.expected(role)
        caller = Caller(role=role, deadline=Deadline(self.stage, 1e6))
        budget = self.budget()

        def play() -> None:
            try:
                with budget.slot(self.agency, caller, hold_s=HOLD_S, wait_s=wait_s):
                    visit.began = self.stage.boot()
                    if lasts_s:
                        self.stage.sleep(lasts_s)
                    visit.ended = self.stage.boot()
                    if asked_too_much:
                        budget.rest(self.agency)
                        self.rests.append(visit.ended)
            except (Busy, RateLimited):
                visit.refused = self.stage.boot()

        visit.actor = self.stage.act(play)
        if expected is not None:
            assert (visit.began is not None) == expected, (visit, expected)

    @rule(
        roles=st.lists(st.sampled_from(("person", "person", "worker")), min_size=2, max_size=4),
        gap_s=st.sampled_from((0.25, 0.5)),
    )
    def request_many_slots(self, roles: list[Role], gap_s: float) -> None:
        """Use all slots one by one. As the first become free, let several callers request one."""
        began = self.stage.boot()
        for number in range(self.limit):
            self.come("person" if number < self.limit - self.share else "worker", 0.0, 0.0, False)
            self.stage.advance(gap_s)
        self.stage.advance(began + WINDOW_S - 1.0 - self.stage.boot())
        for role in roles:
            self.come(role, 0.0, PERSON_WAIT_S, False)

    @rule(seconds=st.sampled_from((0.05, 0.3, 1.0, 2.5, WINDOW_S)))
    def time_passes(self, seconds: float) -> None:
        """Let time pass for all."""
        self.stage.advance(seconds)

    @precondition(lambda self: any(self.living()))
    @rule(data=st.data())
    def kill(self, data: st.DataObject) -> None:
        """Kill a process, while it waits or during its attempt."""
        visit = data.draw(st.sampled_from(self.living()))
        assert visit.actor is not None
        visit.actor.dead = True

    @precondition(lambda self: any(visit.began is None for visit in self.living()))
    @rule(data=st.data())
    def wake_late(self, data: st.DataObject) -> None:
        """Let a waiting caller wake a little late."""
        visit = data.draw(st.sampled_from([visit for visit in self.living() if visit.began is None]))
        if visit.actor and not visit.overslept:
            visit.overslept = True
            visit.actor.wakes_at += OVERSLEPT_S

    @invariant()
    def attempts_stay_within_budget(self) -> None:
        """AgentOS may count each attempt at any time between its beginning and its end."""
        begun = [visit for visit in self.visits if visit.began is not None]
        for visit in begun:
            at = visit.began or 0.0
            counted = [other for other in begun if (other.began or 0.0) <= at and other.last > at - WINDOW_S + TICK]
            assert len(counted) <= self.limit

    @invariant()
    def worker_share_is_kept(self) -> None:
        """People never use the worker's share, at any moment."""
        begun = [visit for visit in self.visits if visit.began is not None and visit.role in PEOPLE]
        for visit in begun:
            at = visit.began or 0.0
            counted = [other for other in begun if (other.began or 0.0) <= at and other.last > at - WINDOW_S + TICK]
            assert len(counted) <= self.limit - self.share

    @invariant()
    def first_come_first_served(self) -> None:
        """A waiting caller is not refused, or served much later, when a later caller was served."""
        people = [visit for visit in self.visits if visit.role in PEOPLE and not self.is_dead(visit)]
        for number, first in enumerate(people):
            left = first.began or first.refused or float("inf")
            for later in people[number + 1 :]:
                if later.began is None or later.began >= left or self.rested(first.came, left):
                    continue
                assert first.refused is None, (first, later)
                assert self.stage.boot() - later.began <= TRIAL_LOOK_S + OVERSLEPT_S or first.began, (first, later)

    @invariant()
    def waits_stay_within_patience(self) -> None:
        """Each caller is served or refused in time."""
        for visit in self.visits:
            if not self.is_dead(visit):
                until = visit.began or visit.refused or self.stage.boot()
                assert until - visit.came <= PERSON_WAIT_S + OVERSLEPT_S + TICK

    @invariant()
    def resting_key_restarts_with_one_call(self) -> None:
        """A second call may follow when the first has ended, or when the time limit of a dead one has passed."""
        for rested in self.rests:
            begun = sorted(
                visit.began for visit in self.visits if visit.began is not None and visit.began > rested + TICK
            )
            assert all(began >= rested + REST_S - TICK for began in begun)
            first = next((visit for visit in self.visits if begun and visit.began == begun[0]), None)
            if first and len(begun) > 1:
                ended = first.ended or (first.last if self.is_dead(first) else float("inf"))
                assert begun[1] >= ended - TICK

    def teardown(self) -> None:
        """End all threads."""
        if hasattr(self, "stage"):
            self.stage.stop()

    def living(self) -> list[SlotRequest]:
        """Return the requests that wait or are in progress."""
        return [visit for visit in self.visits if visit.actor and not visit.actor.done and not visit.actor.dead]

    def is_dead(self, visit: SlotRequest) -> bool:
        """Return True if the process was killed."""
        return visit.actor is not None and visit.actor.dead

    def rested(self, since: float, until: float) -> bool:
        """Return True if a rest began between the two times, which refuses all waiting callers."""
        return any(since <= rest <= until for rest in self.rests)

    def expected(self, role: Role) -> bool | None:
        """Return whether a caller would be served at once now, by the documented rules.

        Return None if a rest or a death makes this uncertain.
        """
        now = self.stage.boot()
        dead = [visit for visit in self.visits if self.is_dead(visit) and visit.began is None]
        begun = [visit for visit in self.visits if visit.began is not None]
        if not all(any(rest + REST_S - TICK <= visit.began and visit.ended for visit in begun) for rest in self.rests):
            return None
        if any(now - visit.came < PERSON_WAIT_S + 2 * LATE_S for visit in dead):
            return None
        if any(abs(visit.last + WINDOW_S - now) < TICK for visit in begun):
            return None
        in_use = [visit for visit in begun if visit.last + WINDOW_S > now]
        people = sum(visit.role in PEOPLE for visit in in_use)
        waiting = sum(visit.role in PEOPLE and visit.began is None for visit in self.living())
        if role in PEOPLE:
            return people + waiting < self.limit - self.share and len(in_use) + waiting < self.limit
        idle = max(1, self.limit * 2 // 3 if role == "worker" else self.limit // 3)
        own = role == "worker" and len(in_use) - people < self.share and len(in_use) < self.limit
        return own or (waiting == 0 and len(in_use) < idle)


EXAMPLES = max(40, settings.default.max_examples // 5)
"""The number of random schedules. `make fuzz` tries more, and different ones each day."""


def test_random_schedules_never_exceed_budget_and_keep_order(
    make_store: MakeStore, request: pytest.FixtureRequest
) -> None:
    slow = "postgresql" in request.node.name  # the same statements as for SQLite, but each goes to a server
    examples = EXAMPLES // 4 if slow else EXAMPLES
    run_state_machine_as_test(
        lambda: SlotScheduleMachine(make_store),
        settings=settings(max_examples=examples, stateful_step_count=40, deadline=None),
    )
