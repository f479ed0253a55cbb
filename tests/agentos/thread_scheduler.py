"""A scheduler that runs threads one step at a time, in a test's own time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.clock import BEGINNING


class SchedulerStopped(BaseException):
    """The scheduler has stopped: all waiting threads end."""


@dataclass(eq=False)
class ScheduledThread:
    """A scheduled thread. It has a `result` or an `error` once `done`. A dead thread is never woken again."""

    number: int
    began: float
    done: bool = False
    dead: bool = False
    result: Any = None
    error: BaseException | None = None
    ended: float = 0.0
    wakes_at: float = field(default=float("inf"))
    turn: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    thread: threading.Thread | None = None


class ThreadScheduler:
    """A clock for many threads, of which one runs at a time. A thread that sleeps lets the others run."""

    def __init__(self, boot: float = 10_000.0) -> None:
        self._start = self._boot = boot
        self._actors: list[ScheduledThread] = []
        self._waiting: list[ScheduledThread] = []
        self._yielded = threading.Semaphore(0)
        self._current: ScheduledThread | None = None
        self._stopped = False

    def boot(self) -> float:
        return self._boot

    def boot_id(self) -> str:
        return "first boot"

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=self._boot - self._start)

    def sleep(self, seconds: float) -> None:
        actor = self._current
        assert actor is not None
        actor.wakes_at = self._boot + seconds
        self._yielded.release()
        actor.turn.acquire()
        if self._stopped:
            raise SchedulerStopped

    def act(self, play: Callable[[], Any]) -> ScheduledThread:
        """Start a thread, and run it until it sleeps or is done."""
        actor = ScheduledThread(len(self._actors), self._boot)

        def run() -> None:
            try:
                actor.result = play()
            except BaseException as error:
                actor.error = error
            actor.done, actor.ended, actor.wakes_at = True, self._boot, float("inf")
            self._yielded.release()

        actor.thread = threading.Thread(target=run, daemon=True)
        self._actors.append(actor)
        self._waiting.append(actor)
        self._current = actor
        actor.thread.start()
        self._yielded.acquire()
        return actor

    def advance(self, seconds: float) -> None:
        """Let so much time pass, and wake each thread at its time."""
        until = self._boot + seconds
        while True:
            self._waiting = [actor for actor in self._waiting if not actor.done and not actor.dead]
            actor = min(self._waiting, key=lambda actor: (actor.wakes_at, actor.number), default=None)
            if actor is None or actor.wakes_at > until:
                break
            self._boot = max(self._boot, actor.wakes_at)
            self._wake(actor)
        self._boot = until

    def stop(self) -> None:
        """End all remaining threads."""
        self._stopped = True
        for actor in self._actors:
            if not actor.done:
                self._wake(actor)
            assert actor.thread is not None
            actor.thread.join()

    def _wake(self, actor: ScheduledThread) -> None:
        self._current = actor
        actor.turn.release()
        self._yielded.acquire()
