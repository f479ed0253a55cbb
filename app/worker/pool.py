"""The pool: a fixed number of threads runs the due tasks of all agencies, in steps.

One thread looks for due tasks once a second, and renews the claims. A task is a generator. Each step ends with the
seconds to wait before the next step, so a task that waits takes no thread, and long tasks take turns.
"""

from __future__ import annotations

import heapq
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from secrets import SystemRandom

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.domain.clock import Clock
from app.observability.database_log import is_away
from app.store.worker_tasks import FAULT_PAUSE_S, SHARED, Claim, Task, TaskStore

Steps = Generator[float, None, float | None]
"""A run of a task. It yields the seconds to wait before its next step, and returns those until its next run or None."""

LOOK_EVERY_S = 1.0
"""Mean seconds between two looks at the schedule. Each wait is random, so that several workers share the tasks."""
LOOK_AGAIN_S = 0.1
"""Seconds until the next look if there were more due tasks than the pool could take."""
RENEW_EVERY_S = 5.0
MOST_READY = 64
"""The most tasks that are ready to run: enough for the threads until the next look. Other workers take the rest.

Tasks that wait between two steps do not count. Tasks that people wait for may be more.
"""
AWAY_PAUSE_S = 5.0
"""Seconds until the next run of a task after a failure of the database or the disk, which may soon work again.

Any other exception would probably recur, and postpones the task by `FAULT_PAUSE_S`.
"""

MAILS, AWAITED, DELIVERIES, USUAL = "mails", "awaited", "deliveries", "usual"
"""The queues of runs that are ready. One thread serves the first alone; others take from the rest in this order."""

log = structlog.get_logger("worker")


@dataclass(slots=True, eq=False)
class Run:
    """A claimed task that has begun. `is_lost`: another worker has the claim now. `in_step`: a thread runs it."""

    claim: Claim
    steps: Steps
    is_lost: bool = False
    in_step: bool = False


def _queue_of(claim: Claim) -> str:
    """Return the name of the queue for a run that is ready."""
    if claim.task is Task.MAILS:
        return MAILS
    if claim.task is Task.DELIVERY:
        return DELIVERIES
    return AWAITED if claim.is_awaited else USUAL


class Pool:
    """Runs due tasks. `begin` returns the steps of a claimed task; `after_look` runs after each look.

    One more thread than `threads` serves only e-mails, such as sign-in codes: calls to AgentOS may take all other
    threads, and a slow mail server takes none of them. Deliveries, whose uploads may be slow, take at most half of the
    threads. An agency has one row for deliveries, so it has one upload at a time.
    """

    def __init__(
        self,
        store: TaskStore,
        clock: Clock,
        begin: Callable[[Claim], Steps],
        *,
        threads: int,
        after_look: Callable[[], object] = lambda: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._begin = begin
        self._threads = threads
        self._after_look = after_look
        self._lock = threading.Lock()
        self._work = threading.Condition(self._lock)
        self._stops = threading.Event()
        self._ready: dict[str, deque[Run]] = defaultdict(deque)
        self._waiting: list[tuple[float, int, Run]] = []
        self._numbers = count()
        self._runs: dict[tuple[str, str], Run] = {}
        self._delivering = 0
        self._renew_at = 0.0

    def run(self, wait: Callable[[], object]) -> None:
        """Run tasks in threads until `wait` returns. Then end each step that runs, and release all claims."""
        threads = [threading.Thread(target=self._look_repeatedly, name="worker-schedule")]
        threads += [
            threading.Thread(target=self._serve, args=(number == 0,), name=f"worker-{number}")
            for number in range(self._threads + 1)
        ]
        for thread in threads:
            thread.start()
        try:
            wait()
        finally:
            self._stops.set()
            with self._lock:
                self._work.notify_all()
            for thread in threads:
                thread.join()
            self.stop()

    def look(self) -> bool:
        """Wake runs whose wait is over, renew claims, and begin due tasks. Return True if more tasks may be due."""
        self._wake()
        if self._clock.boot() >= self._renew_at:
            self._renew()
            self._renew_at = self._clock.boot() + RENEW_EVERY_S
        most = max(self._threads, MOST_READY - len(self._ready[USUAL]))
        most_deliveries = max(0, self._threads - len(self._ready[DELIVERIES]))
        claims = self._store.claim(most, self._claimable(), most_deliveries=most_deliveries)
        for claim in claims:
            self._begin_run(claim)
        deliveries = sum(claim.task is Task.DELIVERY for claim in claims)
        self._after_look()
        return len(claims) - deliveries == most or 0 < deliveries == most_deliveries

    def step(self, *, only_mails: bool = False) -> bool:
        """Run one step of the first ready run. Return False if there is none."""
        with self._lock:
            run = self._take(only_mails)
        if run is None:
            return False
        self._step(run)
        return True

    def _begin_run(self, claim: Claim) -> None:
        with self._lock:
            former = self._runs.get(claim.key)
            if former:  # its claim ended while this process was frozen
                former.is_lost = True
            if not former or not former.in_step:
                self._runs[claim.key] = run = Run(claim, self._begin(claim))
                self._add(run)
                return
        self._store.finish(claim, RENEW_EVERY_S)  # two threads must not run the same task

    def _claimable(self) -> set[Task]:
        """Return the tasks for which there is room. Others are left to other workers, or to a later look.

        Deliveries have a limit of their own.
        """
        is_full = len(self._ready[USUAL]) >= MOST_READY
        return {Task.MAILS, Task.DELIVERY} if is_full else set(Task)

    def stop(self) -> None:
        """Close all runs, and release their claims, so that another worker can continue at once."""
        runs = list(self._runs.values())
        for run in runs:
            with suppress(Exception):  # its leases expire
                run.steps.close()
        with suppress(SQLAlchemyError):
            self._store.release([run.claim for run in runs if not run.is_lost])
        self._runs.clear()

    def _look_repeatedly(self) -> None:
        while not self._stops.is_set():
            is_more = False
            try:
                is_more = self.look()
            except Exception as error:
                log.exception("task_failed", error=type(error).__name__, task="schedule")
            self._stops.wait(LOOK_AGAIN_S if is_more else LOOK_EVERY_S * SystemRandom().uniform(0.5, 1.5))

    def _serve(self, only_mails: bool) -> None:
        while True:
            with self._lock:
                while (run := self._take(only_mails)) is None and not self._stops.is_set():
                    self._work.wait()
                if run is None or self._stops.is_set():
                    return
            self._step(run)

    def _add(self, run: Run) -> None:
        """Put a run into its queue, within the lock, and wake the threads that wait."""
        self._ready[_queue_of(run.claim)].append(run)
        self._work.notify_all()

    def _take(self, only_mails: bool) -> Run | None:
        """Take a run from its queue, within the lock."""
        for queue in (MAILS,) if only_mails else (AWAITED, DELIVERIES, USUAL):
            is_free = queue != DELIVERIES or self._delivering < max(1, self._threads // 2)
            if is_free and self._ready[queue]:
                run = self._ready[queue].popleft()
                run.in_step = True
                self._delivering += queue == DELIVERIES
                return run
        return None

    def _step(self, run: Run) -> None:
        """Run one step, and put the run into a queue or end it."""
        claim, is_delivery = run.claim, run.claim.task is Task.DELIVERY
        wait_s: float | None = None
        try:
            if run.is_lost:
                run.steps.close()
                self._forget(run)
                return
            wait_s = next(run.steps)
        except StopIteration as end:
            due_in_s: float | None = end.value
            self._end(run, lambda: self._store.finish(claim, due_in_s))
        except Exception as error:
            log.exception("task_failed", error=type(error).__name__, task=claim.task, agency=claim.agency or None)
            # A task for all agencies must not stop for an hour because of one row.
            is_short = is_away(error) or isinstance(error, OSError) or claim.task in SHARED
            pause_s = AWAY_PAUSE_S if is_short else FAULT_PAUSE_S
            self._end(run, lambda: self._store.fail(claim, pause_s))
        finally:
            with self._lock:
                run.in_step = False
                self._delivering -= is_delivery
                if wait_s is not None:
                    if wait_s > 0:
                        heapq.heappush(self._waiting, (self._clock.boot() + wait_s, next(self._numbers), run))
                    else:
                        self._add(run)
                if is_delivery:  # another one may begin
                    self._work.notify_all()

    def _wake(self) -> None:
        """Make the runs ready whose wait is over."""
        with self._lock:
            while self._waiting and self._waiting[0][0] <= self._clock.boot():
                self._add(heapq.heappop(self._waiting)[2])

    def _renew(self) -> None:
        with self._lock:
            runs = list(self._runs.values())
        kept = self._store.renew([run.claim for run in runs])
        for run in runs:
            run.is_lost = run.claim.key not in kept

    def _end(self, run: Run, end: Callable[[], None]) -> None:
        """End a claim. If the database fails, it ends by itself, because nobody renews it."""
        try:
            end()
        except Exception as error:
            log.exception("task_failed", error=type(error).__name__, task=run.claim.task)
        finally:
            self._forget(run)

    def _forget(self, run: Run) -> None:
        with self._lock:
            if self._runs.get(run.claim.key) is run:
                del self._runs[run.claim.key]
