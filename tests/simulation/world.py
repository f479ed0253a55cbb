"""Virtual time, the processes that live in it, and the story of what they do.

Each request and each worker is a greenlet. Another one can act wherever one calls the ledger, AgentOS, the disk or the
clock: those calls are the only steps that anybody else can see. A process crashes or freezes at such a step.
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
"""How long a call of the ledger or of the disk takes."""
RESTART_S = 3.0
"""How long after its crash a process runs again."""


class Crashed(BaseException):
    """The process is killed. Code that runs on the way out can do nothing any more."""


class World:
    """Time, and what is to happen in it. `story` collects lines if somebody wants to read them."""

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
        """Let `act` happen then."""
        self._number += 1
        heapq.heappush(self._events, (moment, self._number, act))

    def run(self, until: float) -> None:
        """Let everything happen up to that moment."""
        self._until = until
        events = self._events
        while events and events[0][0] <= until:
            moment, _, act = heapq.heappop(events)
            self.now = max(self.now, moment)
            act()
        self.now = until

    def sleep(self, seconds: float) -> None:
        """Let that much time pass for the running task."""
        moment = self.now + seconds
        if moment <= self._until and (not self._events or self._events[0][0] > moment):
            self.now = moment  # nobody else acts meanwhile
            return
        task = running()
        if task is None:
            return
        self.at(moment, task.go_on)
        self._hub.switch()
        if not task.process.is_alive or task.life != task.process.life:
            raise Crashed

    def wait(self, until: float) -> None:
        """Let the running task do nothing until then, or until somebody wakes it."""
        task = running()
        assert task is not None
        task.wait_number += 1
        self.at(until, partial(task.wake, task.wait_number))
        self._hub.switch()
        if not task.process.is_alive or task.life != task.process.life:
            raise Crashed

    def end(self) -> None:
        """Forget what has not happened yet. Tasks that wait are killed."""
        self._events = []
        for task in self.tasks:
            task.process.is_alive = False
            if task.gr_frame is not None:
                task.throw(Crashed)
        self.tasks = []


class Task(greenlet):
    """One request or one worker, running in a process."""

    def __init__(self, world: World, process: Process, run: Callable[[], Any]) -> None:
        super().__init__(self._run, world._hub)
        self.world = world
        self.process = process
        self.life = process.life
        self.sending: str | None = None
        """The submission that the task is about to send."""
        self.wait_number = 0
        self._act = run

    def go_on(self) -> None:
        """Continue after a wait, once the process is not frozen."""
        if self.process.frozen_until > self.world.now and self.process.is_alive:
            self.world.at(self.process.frozen_until, self.go_on)
        else:
            self.switch()

    def wake(self, number: int) -> None:
        """End a wait, if it is that one still."""
        if number == self.wait_number:
            self.wait_number += 1
            self.go_on()

    def _run(self) -> None:
        with suppress(Crashed):
            self._act()


def running() -> Task | None:
    """The task that runs now."""
    task = getcurrent()
    return task if isinstance(task, Task) else None


class Process:
    """One process of the portal: its clocks, whether it lives, and the faults that wait for it."""

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
        """By the number of the step: "crash" with the seconds until it runs again, or "freeze" with its seconds."""
        self.gap_freezes: list[float] = []
        """Seconds of freezes right between the check of the clocks and the write."""
        self.on_restart: Callable[[], Any] = lambda: None

    def start(self, act: Callable[[], Any]) -> None:
        """Run `act` as a task of the process, from now on."""
        task = Task(self.world, self, act)
        self.world.tasks.append(task)
        self.world.at(self.world.now, task.go_on)

    def step(self) -> None:
        """A step that others can see begins or ends: the process may crash or freeze here."""
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
        """Nothing happens to the process any more."""
        self.faults.clear()
        self.gap_freezes.clear()

    def freeze(self, seconds: float) -> None:
        """Stand still: all tasks of the process."""
        self.world.tell(self.name, f"freezes for {seconds:.0f} s")
        self.has_frozen = True
        self.frozen_until = self.world.now + seconds
        self.world.sleep(seconds)
        self.world.tell(self.name, "wakes up")

    def crash(self, restart_s: float = RESTART_S) -> None:
        """Die, and start again after so long."""
        self.world.tell(self.name, "is killed")
        self.is_alive = False
        self.world.at(self.world.now + restart_s, self._restart)

    def _restart(self) -> None:
        self.is_alive, self.life, self.frozen_until = True, self.life + 1, 0.0
        self.world.tell(self.name, "starts again")
        self.on_restart()

    # its clock: `app.domain.clock.Clock` ----------------------------------------------------------------------------

    def now(self) -> datetime:
        """The wall clock."""
        return BEGINNING + timedelta(seconds=self.world.now + self.wall_offset_s)

    def boot(self) -> float:
        """The boot clock, which never steps."""
        return BOOT_S + self.world.now

    def boot_id(self) -> str:
        """One machine, which never restarts."""
        return "boot"

    def sleep(self, seconds: float) -> None:
        """Wait that long."""
        self.step()
        self.world.sleep(seconds)


class DatabaseClock:
    """The clock that the ledger goes by."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def offset_s(self) -> float:
        """How far the database's own clock was set."""
        return self._world.database_offset_s

    def boot(self) -> float:
        return BOOT_S + self._world.now

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=self._world.now)

    def boot_id(self) -> str:
        return "boot"

    def sleep(self, seconds: float) -> None:
        raise AssertionError("the database waits for nobody")


READS = (
    *("find", "find_repeat", "due", "facts", "claimed_ids", "has_unnamed_sibling"),
    *("now", "is_leased", "is_blocked", "waiting_documents"),
)
WRITES = (
    *("accept", "_delete_bare", "take", "change", "confirm_late", "promise"),
    *("record_proof", "revoke_proof", "make_due", "make_paused_due"),
)


def stepping(ledger_type: type) -> type:
    """A ledger of that type whose every call is a step of its `process`, and fails while the `disk` is full."""

    def reading(name: str) -> Callable[..., Any]:
        plain = getattr(ledger_type, name)

        def method(self: Any, *given: Any, **named: Any) -> Any:
            self.process.step()
            return plain(self, *given, **named)

        return method

    def writing(name: str) -> Callable[..., Any]:
        plain = getattr(ledger_type, name)

        def method(self: Any, *given: Any, **named: Any) -> Any:
            process = self.process
            process.step()
            process.world.sleep(LEDGER_STEP_S)
            failure = self.disk.failure(process.world.now)
            if failure == "before the commit":
                process.world.tell(process.name, f"cannot write to the database ({name})")
                raise _full()
            task = running()
            if task is not None and str(named.get("state")) == "sending":
                task.sending = given[0].submission_id
            taken_over = name == "take" and self.disk.is_sending(given[0])
            outcome = plain(self, *given, **named)
            self.disk.changed()
            if taken_over and not self.disk.is_sending(given[0]):
                self.disk.on_takeover(given[0])
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
    """When the disk of the database is full, and who wants to know of changes."""

    def __init__(self) -> None:
        self.full: list[tuple[float, float, str]] = []
        self.on_change: Callable[[], Any] = lambda: None
        self.is_sending: Callable[[str], bool] = lambda submission_id: False
        self.on_takeover: Callable[[str], Any] = lambda submission_id: None

    def failure(self, now: float) -> str | None:
        """How a write fails now: before or after the commit; None if it does not."""
        for begin, end, how in self.full:
            if begin <= now < end:
                return how
        return None

    def changed(self) -> None:
        """A write was committed."""
        self.on_change()
