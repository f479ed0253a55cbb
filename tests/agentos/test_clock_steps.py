"""Clock steps, reboots, restarts and lost rows: never more than 50 calls in any real minute, and usually 45."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
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

from app.agentos.errors import Busy
from app.domain.slots import VENDOR_LIMIT
from app.store.engine import Database
from app.store.tables import metadata
from tests.agentos.machines import WINDOW_S, Machine, Machines
from tests.agentos.test_budget import make_agency
from tests.clock import FakeClock

NUMBERS = count()
HOLD_S = 20.0
TICK = 1e-5


@dataclass(eq=False)
class Call:
    """An attempt to call AgentOS, in real time. A dead attempt may have lasted for its whole time limit."""

    machine: Machine
    slot: AbstractContextManager[None]
    began: float
    last: float | None = None
    is_dead: bool = False


class ClockStepMachine(RuleBasedStateMachine):
    """Machines of one database, and one key with the default budget."""

    url: str

    @initialize()
    def open(self) -> None:
        """Start with a key that has been in use."""
        self.machines = Machines(self.url)
        self.machines.agency = make_agency(45, f"key {next(NUMBERS)}")
        self.truth = FakeClock(boot=0.0)
        self.calls: list[Call] = []
        self.sign_at = 0.0
        self.signs: list[float] = []
        self.ask(self.machines.all[0], 1)
        self.time_passes(WINDOW_S + 1)

    def machine(self, data: st.DataObject) -> Machine:
        return data.draw(st.sampled_from(self.machines.all))

    def ask(self, machine: Machine, most: int, lasts: bool = False) -> None:
        """Make up to `most` attempts each for people and the worker, until no slot is free."""
        for role in ("person", "worker"):
            for _ in range(most):
                slot = machine.budget.slot(self.machines.agency, machine.caller(role), HOLD_S, wait_s=0.0)
                try:
                    slot.__enter__()
                except Busy:
                    break
                self.calls.append(call := Call(machine, slot, self.truth.boot()))
                if not lasts:
                    self.finish(call)

    def finish(self, call: Call) -> None:
        """End a call normally."""
        call.last = self.truth.boot()
        call.slot.__exit__(None, None, None)

    def running_calls(self) -> list[Call]:
        """Return the calls in progress."""
        return [call for call in self.calls if call.last is None]

    @rule(data=st.data(), most=st.sampled_from((1, 4, 40)), lasts=st.booleans())
    def request_slots(self, data: st.DataObject, most: int, lasts: bool) -> None:
        """Request slots on one of the machines."""
        self.ask(self.machine(data), most, lasts)

    @rule(seconds=st.sampled_from((0.5, 5.0, HOLD_S, 39.0, 58.5, WINDOW_S)))
    def time_passes(self, seconds: float) -> None:
        """Let time pass everywhere, and end each call before its time limit."""
        until = self.truth.boot() + seconds
        for call in sorted(self.running_calls(), key=lambda call: call.began):
            if call.began + HOLD_S <= until:
                self.advance(max(0.0, call.began + HOLD_S - self.truth.boot()))
                self.finish(call)
        self.advance(until - self.truth.boot())

    def advance(self, seconds: float) -> None:
        self.truth.advance(seconds)
        self.machines.advance(seconds)

    @precondition(lambda self: self.running_calls())
    @rule(data=st.data())
    def end_one_call(self, data: st.DataObject) -> None:
        """End a call before its time limit."""
        self.finish(data.draw(st.sampled_from(self.running_calls())))

    @rule(data=st.data())
    def restart_process(self, data: st.DataObject) -> None:
        """Restart a process, which kills its calls."""
        machine = self.machine(data)
        self.kill(machine, HOLD_S)
        machine.start()

    @rule(data=st.data(), boot=st.sampled_from((1.0, 30.0, 5_000.0, 9e6)))
    def reboot_machine(self, data: st.DataObject, boot: float) -> None:
        """Reboot a machine, which is running again at once."""
        machine = self.machine(data)
        self.kill(machine, 0.0)
        machine.reboot(boot)
        self.note_sign()
        self.compare_all_clocks()

    def kill(self, machine: Machine, lasts_s: float) -> None:
        for call in self.running_calls():
            if call.machine is machine:
                call.is_dead, call.last = True, call.began + lasts_s if lasts_s else self.truth.boot()

    def note_sign(self) -> None:
        """Note that AgentOS may have counted calls that the rows do not tell."""
        self.sign_at = self.truth.boot()
        self.signs.append(self.sign_at)

    def compare_all_clocks(self) -> None:
        """Let each machine make a call. Otherwise a machine could miss a clock that steps there and back."""
        for machine in self.machines.all:
            self.ask(machine, 1)

    @precondition(lambda self: self.truth.boot() >= self.sign_at + WINDOW_S)
    @rule()
    def lose_rows(self) -> None:
        """Lose all rows, at most once in a window, because only the rows remember the calls."""
        self.machines.lose()
        self.note_sign()

    @precondition(lambda self: self.machines.server is not None)
    @rule(seconds=st.sampled_from((0.3, 1.9, 2.0, 30.0, 59.0, 200.0, 1e5)), back=st.booleans())
    def step_clock(self, seconds: float, back: bool) -> None:
        """Step PostgreSQL's clock."""
        self.machines.step(-seconds if back else seconds)
        self.note_sign()

    @precondition(lambda self: self.machines.server is not None and len(self.machines.all) < 3)
    @rule()
    def add_machine(self) -> None:
        """Add a machine to the same database."""
        self.machines.add()
        self.note_sign()
        self.compare_all_clocks()

    @invariant()
    def calls_stay_within_vendor_limit(self) -> None:
        """AgentOS may count each attempt at any time between its beginning and its end.

        Without such an event in a window, they stay within the budget.
        """
        now = self.truth.boot()
        spans = [(call.began, now if call.last is None else call.last) for call in self.calls]
        for at, _ in spans[-100:]:
            counted = [began for began, last in spans if began <= at and last > at - WINDOW_S + TICK]
            assert len(counted) <= VENDOR_LIMIT
            if not any(at - WINDOW_S < sign + TICK and sign <= at for sign in self.signs):
                assert len(counted) <= self.machines.agency.budget

    def teardown(self) -> None:
        if hasattr(self, "machines"):
            for call in self.calls:
                if call.is_dead or call.last is None:
                    call.slot.__exit__(None, None, None)  # otherwise it would end when it is garbage-collected
            self.machines.lose()
            self.machines.close()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_clock_steps_restarts_and_lost_rows_never_exceed_limit(
    make_database: Callable[..., Database], database_url: str
) -> None:
    with make_database().write() as connection:
        metadata.create_all(connection)
    examples = max(12, settings.default.max_examples // 5)
    run_state_machine_as_test(
        type("ClocksHere", (ClockStepMachine,), {"url": database_url}),
        settings=settings(max_examples=examples, stateful_step_count=20, deadline=None),
    )
