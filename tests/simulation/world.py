"""Virtual time, its processes, and the story of their actions.

Each request and each worker is a greenlet. Greenlets switch at calls to the ledger, AgentOS, the disk or the clock:
only these steps are visible to other processes. A process crashes or freezes at such a step.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from greenlet import getcurrent, greenlet
from sqlalchemy.exc import OperationalError

BEGINNING = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
BOOT_S = 10_000.0
LEDGER_STEP_S = 0.004
"""Duration of a call to the ledger or to the disk."""
RESTART_S = 3.0
"""Seconds from a crash to the restart."""


class Crashed(BaseException):
    """The process is killed. Code that still runs in it has no effect."""


def seconds_of(moment: datetime) -> float:
    """Return the seconds from the beginning of a history to a moment."""
    return (moment - BEGINNING).total_seconds()


class World:
    """Time, and the future events. `story` collects lines if it is not None."""

    def __init__(self, *, with_story: bool = False) -> None:
        self.now = 0.0
        self.story: list[tuple[float, str, str]] | None = [] if with_story else None
        self.database_offset_s = 0.0
        self.tasks: list[Task] = []
        self._events: list[tuple[float, int, Any]] = []
        self._number = 0
        self._until = 0.0
        self._hub = getcurrent()

    def tell(self, who: str, what: str) -> None:
        """Add a line to the story."""
        if self.story is not None:
            self.story.append((self.now, who, what))

    def at(self, moment: float, act: Callable[[], Any]) -> None:
        """Call `act` at a moment."""
        self._number += 1
        heapq.heappush(self._events, (moment, self._number, act))

    def run(self, until: float) -> None:
        """Run all events up to a moment."""
        self._until = until
        events = self._events
        while events and events[0][0] <= until:
            moment, _, act = heapq.heappop(events)
            self.now = max(self.now, moment)
            act()
        self.now = until

    def sleep(self, seconds: float) -> None:
        """Let time pass for the running task."""
        moment = self.now + seconds
        if moment <= self._until and (not self._events or self._events[0][0] > moment):
            self.now = moment  # no other task acts meanwhile
            return
        task = running()
        if task is None:
            return
        self.at(moment, task.go_on)
        self._hub.switch()
        if not task.process.is_alive or task.life != task.process.life:
            raise Crashed

    def wait(self, until: float) -> None:
        """Suspend the running task until a moment, or until another task wakes it."""
        task = running()
        assert task is not None
        task.wait_number += 1
        self.at(until, partial(task.wake, task.wait_number))
        self._hub.switch()
        if not task.process.is_alive or task.life != task.process.life:
            raise Crashed

    def end(self) -> None:
        """Drop all future events, and kill waiting tasks."""
        self._events = []
        for task in self.tasks:
            task.process.is_alive = False
            if task.gr_frame is not None:
                task.throw(Crashed)
        self.tasks = []


class Task(greenlet):
    """A request or a worker that runs in a process."""

    def __init__(self, world: World, process: Process, run: Callable[[], Any]) -> None:
        super().__init__(self._run, world._hub)
        self.world = world
        self.process = process
        self.life = process.life
        self.sending: str | None = None
        """The submission that the task will send next."""
        self.wait_number = 0
        self._act = run

    def go_on(self) -> None:
        """Continue after a wait, as soon as the process is not frozen."""
        if self.process.frozen_until > self.world.now and self.process.is_alive:
            self.world.at(self.process.frozen_until, self.go_on)
        else:
            self.switch()

    def wake(self, number: int) -> None:
        """End the wait with this number, if it has not ended."""
        if number == self.wait_number:
            self.wait_number += 1
            self.go_on()

    def _run(self) -> None:
        with suppress(Crashed):
            self._act()


def running() -> Task | None:
    """Return the running task; None outside of tasks."""
    task = getcurrent()
    return task if isinstance(task, Task) else None


class Process:
    """A process of the portal: its clocks, its state, and its future faults."""

    def __init__(self, world: World, name: str) -> None:
        self.world = world
        self.name = name
        self.is_alive = True
        self.life = 1
        self.steps = 0
        self.has_frozen = False
        self.frozen_until = 0.0
        self.wall_offset_s = 0.0
        self.faults: dict[int, tuple[str, float]] = {}
        """Faults by the number of the step: "crash" with seconds until the restart, or "freeze" with its seconds."""
        self.gap_freezes: list[float] = []
        """Seconds of freezes right between the check of the clocks and the write."""
        self.on_restart: Callable[[], Any] = lambda: None

    def start(self, act: Callable[[], Any]) -> None:
        """Run `act` as a task of the process."""
        task = Task(self.world, self, act)
        self.world.tasks.append(task)
        self.world.at(self.world.now, task.go_on)

    def step(self) -> None:
        """Begin or end a visible step: the process may crash or freeze here."""
        task = running()
        if task is not None and (not self.is_alive or task.life != self.life):
            raise Crashed
        self.steps += 1
        if self.faults and (fault := self.faults.pop(self.steps, None)) is not None and task is not None:
            what, seconds = fault
            if what == "crash":
                self.crash(seconds)
                raise Crashed
            self.freeze(seconds)

    def forget_faults(self) -> None:
        """Drop all future faults of the process."""
        self.faults.clear()
        self.gap_freezes.clear()

    def freeze(self, seconds: float) -> None:
        """Stop all tasks of the process for a time."""
        self.world.tell(self.name, f"freezes for {seconds:.0f} s")
        self.has_frozen = True
        self.frozen_until = self.world.now + seconds
        self.world.sleep(seconds)
        self.world.tell(self.name, "wakes up")

    def crash(self, restart_s: float = RESTART_S) -> None:
        """Kill the process, and restart it after `restart_s`."""
        self.world.tell(self.name, "is killed")
        self.is_alive = False
        self.frozen_until = self.world.now + restart_s
        self.world.at(self.frozen_until, self._restart)

    def _restart(self) -> None:
        self.is_alive, self.life = True, self.life + 1
        self.world.tell(self.name, "starts again")
        self.on_restart()

    # its clock: `app.domain.clock.Clock` ----------------------------------------------------------------------------

    def now(self) -> datetime:
        """Return the time of the wall clock."""
        return BEGINNING + timedelta(seconds=self.world.now + self.wall_offset_s)

    def boot(self) -> float:
        """Return the seconds of the boot clock, which never steps."""
        return BOOT_S + self.world.now

    def boot_id(self) -> str:
        """Return the id of the only boot: the machine never restarts."""
        return "boot"

    def sleep(self, seconds: float) -> None:
        """Wait for `seconds`."""
        self.step()
        self.world.sleep(seconds)


READS = (
    *("find", "find_repeat", "due", "facts", "claimed_ids", "has_unnamed_sibling"),
    *("now", "open_documents"),
)
WRITES = (
    *("accept", "_delete_bare", "take", "change", "promise"),
    *("record_proof", "raise_lag", "revoke_proof", "make_due", "make_paused_due"),
)


def stepping(ledger_type: type) -> type:
    """Return a type of ledger with a step of its `process` in every call. Its writes fail on a full `disk`."""

    def reading(name: str) -> Callable[..., Any]:
        plain = getattr(ledger_type, name)

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            self.process.step()
            return plain(self, *args, **kwargs)

        return method

    def writing(name: str) -> Callable[..., Any]:
        plain = getattr(ledger_type, name)

        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            process = self.process
            process.step()
            process.world.sleep(LEDGER_STEP_S)
            failure = self.disk.failure(process.world.now)
            if failure == "before the commit":
                process.world.tell(process.name, f"cannot write to the database ({name})")
                raise _full()
            task = running()
            if task is not None and name == "change" and args[1].get("state") == "sending":
                task.sending = args[0].submission_id
            taken_over = name == "take" and self.disk.is_sending(args[0])
            outcome = plain(self, *args, **kwargs)
            self.disk.on_change()
            if taken_over and not self.disk.is_sending(args[0]):
                self.disk.on_takeover(args[0])
            if failure is not None:
                process.world.tell(process.name, f"writes to the database, and is told that it failed ({name})")
                raise _full()
            process.step()
            return outcome

        return method

    methods = {name: reading(name) for name in READS} | {name: writing(name) for name in WRITES}
    return type(f"Stepping{ledger_type.__name__}", (ledger_type,), methods)


def _full() -> OperationalError:
    return OperationalError("a statement", None, Exception("database or disk is full"))


class Disk:
    """The disk of the database: the times when it is full, and listeners for changes."""

    def __init__(self) -> None:
        self.full: list[tuple[float, float, str]] = []
        self.on_change: Callable[[], Any] = lambda: None
        self.is_sending: Callable[[str], bool] = lambda submission_id: False
        self.on_takeover: Callable[[str], Any] = lambda submission_id: None

    def failure(self, now: float) -> str | None:
        """Return how a write fails now: before or after the commit; None if it does not fail."""
        for begin, end, how in self.full:
            if begin <= now < end:
                return how
        return None
