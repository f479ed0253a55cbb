"""Many agencies on SQLite with one worker: the first reading, at rest, at work, and beside a big agency.

The parts share one portal. Each needs a database that a worker has filled; the first part that needs it fills it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from bench.deployment import BOUND, Deployment, deploy, most_memory
from bench.figures import Figure, percentile
from bench.many import process
from bench.many.agencies import NEVER, age_limits, serve
from bench.many.mirror import LISTS, Ages, observe, p95, read_lists, sample_ages, staff_are_read
from bench.many.scale import SIZE, Scale
from tests.end_to_end.processes import wait_until

AGENTOS = "bench.many.agentos"
POLL_S = 0.5


@contextmanager
def deployed(scale: Scale, **environment: str) -> Iterator[Deployment]:
    """Deploy a portal for many agencies, with the limits of production. No worker runs yet."""
    arguments = (str(scale.agencies), "--size", SIZE, "--delay-s", str(scale.delay_s))
    with deploy(sizes=arguments, agentos=AGENTOS, **{**BOUND, **NEVER, **environment}) as deployment:
        serve(deployment, scale.agencies)
        yield deployment


@dataclass(frozen=True)
class Reading:
    """The seconds of a first reading: until each list was read, and until the last call. `calls`: their number."""

    lists_s: float
    all_s: float
    calls: int


def first_reading(deployment: Deployment, agencies: int, scale: Scale, *workers: str) -> Reading:
    """Start the workers and wait until each collection was read. The workers keep running, at rest."""
    engine = observe(deployment.processes.environment["DATABASE_URL"])
    before = _accepted(deployment)
    began = time.monotonic()
    for name in workers:
        deployment.start_worker(name)
    wait_until("all lists", lambda: read_lists(engine) >= agencies * LISTS, scale.patience_s)
    lists_s = time.monotonic() - began
    while not staff_are_read(engine):
        if time.monotonic() > began + scale.patience_s:
            raise RuntimeError(f"the staff were not read within {scale.patience_s:.0f} s")
        time.sleep(POLL_S)
    last, last_at = _accepted(deployment), time.monotonic()

    def quiet() -> bool:
        nonlocal last, last_at
        if (accepted := _accepted(deployment)) != last:
            last, last_at = accepted, time.monotonic()
        return time.monotonic() - last_at > scale.quiet_s

    wait_until("the worker to rest", quiet, scale.patience_s)
    return Reading(lists_s, last_at - began, last - before)


@dataclass(frozen=True)
class Work:
    """A worker's measured work: the ages of jobs, the calls, and the processor time in seconds."""

    ages: Ages
    calls: int
    processor_s: float

    @property
    def per_call_ms(self) -> float:
        """Return the processor time of a call, in milliseconds."""
        return 1000 * self.processor_s / max(1, self.calls)


def start_work(deployment: Deployment, scale: Scale, worker: str = "worker") -> None:
    """Start a worker, wait for its first call, and let it settle."""
    before = logged_calls(deployment, worker)
    deployment.start_worker(worker)
    wait_until(f"the first call of {worker}", lambda: logged_calls(deployment, worker) > before, scale.patience_s)
    time.sleep(scale.settle_s)


def logged_calls(deployment: Deployment, worker: str) -> int:
    """Return the number of calls that a worker has logged."""
    log = deployment.folder / f"{worker}.log"
    return log.read_bytes().count(b"agentos_call") if log.exists() else 0


def work(deployment: Deployment, scale: Scale, worker: str = "worker") -> Work:
    """Measure a running worker."""
    engine = observe(deployment.processes.environment["DATABASE_URL"])
    pid = deployment.pid(worker)
    before, calls = process.processor_s(pid), _accepted(deployment)
    ages = sample_ages(engine, scale.window_s, scale.sample_every_s)
    return Work(ages, _accepted(deployment) - calls, process.processor_s(pid) - before)


class OneWorker:
    """The parts on one deployment."""

    def __init__(self, deployment: Deployment, scale: Scale) -> None:
        self._deployment = deployment
        self._scale = scale
        self._reading: Reading | None = None

    def fresh(self) -> list[Figure]:
        """Measure the first reading of all agencies."""
        reading = self._first_reading()
        refused = self._refused()
        return [
            Figure("first reading of all agencies, with their staff", reading.all_s, "s", at_most=300),
            Figure("first reading of all lists", reading.lists_s, "s"),
            Figure("calls of the first reading", reading.calls),
            Figure("first reading: answers of 429 or 403 from AgentOS", refused, at_most=0),
        ]

    def rest(self) -> list[Figure]:
        """Measure the worker at rest, after the first reading."""
        self._first_reading()
        if not self._deployment.is_running("worker"):
            self._deployment.settings(NEVER)
            self._deployment.start_worker()
            time.sleep(self._scale.settle_s)
        pid = self._deployment.pid("worker")
        before, threads, began = process.processor_s(pid), [], time.monotonic()
        while time.monotonic() < began + self._scale.rest_s:
            threads.append(process.threads(pid))
            time.sleep(0.25)
        share = (process.processor_s(pid) - before) / (time.monotonic() - began)
        return [
            Figure("at rest: processor time, of a core", 100 * share, "%", at_most=3),
            Figure("at rest: threads", max(threads), at_most=24),
            Figure("at rest: memory", process.memory(pid), "MB", at_most=300),
            Figure("memory of the worker, at its highest", most_memory(pid), "MB"),
        ]

    def work(self) -> list[Figure]:
        """Measure the worker with all agencies, and with few."""
        scale, many, few = self._scale, self._work, self._few
        limit = f"{scale.few} agencies"
        cost = "processor time per call"
        return [
            Figure("at work: p95 of the age of jobs", p95(many.ages), "s", at_most=150),
            Figure("at work: answers of 429 or 403 from AgentOS", self._refused(), at_most=0),
            Figure(
                f"{cost} ÷ that with {limit} at {scale.few_age_jobs_s:g} s",
                many.per_call_ms / few[scale.few_age_jobs_s].per_call_ms,
                "×",
                at_most=1.3,
            ),
            Figure(
                f"{cost} ÷ that with {limit} at {scale.age_jobs_s:g} s",
                many.per_call_ms / few[scale.age_jobs_s].per_call_ms,
                "×",
            ),
            Figure(f"{cost}, all agencies", many.per_call_ms, "ms"),
            *(Figure(f"{cost}, {limit} at {age:g} s", each.per_call_ms, "ms") for age, each in few.items()),
            Figure("at work: calls a second", many.calls / scale.window_s, "/s"),
            Figure("at work: processor time, of a core", 100 * many.processor_s / scale.window_s, "%"),
        ]

    def big(self) -> list[Figure]:
        """Measure the ages of all other agencies while the worker reads a big one, for the first time and again."""
        alone = self._work.ages
        self._stop_worker()
        self._deployment.stop("simulator")
        arguments = (str(self._scale.agencies), "--size", SIZE, "--delay-s", str(self._scale.delay_s))
        self._deployment.start_agentos(*arguments, "--big", str(self._scale.big_jobs), module=AGENTOS)
        serve(self._deployment, self._scale.agencies, with_big=True)
        self._deployment.settings(age_limits(self._scale.age_jobs_s))
        start_work(self._deployment, self._scale)
        beside = work(self._deployment, self._scale)
        refused = self._refused()
        self._stop_worker()
        ratios = {
            name: percentile(ages, 0.95) / percentile(alone[name], 0.95)
            for name, ages in beside.ages.items()
            if name in alone
        }
        return [
            Figure(
                "beside a big agency: p95 of jobs of an agency ÷ that alone, most",
                max(ratios.values()),
                "×",
                at_most=1.1,
            ),
            Figure("the same, median of the agencies", median(ratios.values()), "×"),
            Figure("beside a big agency: p95 of the age of jobs", p95(beside.ages), "s"),
            Figure("beside a big agency: answers of 429 or 403 from AgentOS", refused, at_most=0),
        ]

    def fill(self) -> None:
        """Let a worker fill the database, unless an earlier part did. No worker runs afterwards."""
        self._first_reading()
        self._stop_worker()

    def _first_reading(self) -> Reading:
        """Read all agencies, unless an earlier part did. After the reading itself, the worker keeps running."""
        if self._reading is None:
            self._reading = first_reading(self._deployment, self._scale.agencies, self._scale, "worker")
        return self._reading

    @cached_property
    def _work(self) -> Work:
        self.fill()
        self._deployment.settings(age_limits(self._scale.age_jobs_s))
        start_work(self._deployment, self._scale)
        return work(self._deployment, self._scale)

    @cached_property
    def _few(self) -> dict[float, Work]:
        """Measure few agencies at each age limit of jobs, with a database of their own."""
        scale, deployment = self._scale, self._deployment
        database = deployment.processes.environment["DATABASE_URL"]
        self._stop_worker()
        serve(deployment, scale.few, f"sqlite:///{deployment.folder / 'few.db'}")
        deployment.settings(NEVER)
        first_reading(deployment, scale.few, scale, "worker")
        measured = {}
        for age_s in dict.fromkeys((scale.few_age_jobs_s, scale.age_jobs_s)):
            self._stop_worker()
            deployment.settings(age_limits(age_s))
            start_work(deployment, scale)
            measured[age_s] = work(deployment, scale)
        self._stop_worker()
        serve(deployment, scale.agencies)
        deployment.settings({"DATABASE_URL": database})
        return measured

    def _stop_worker(self) -> None:
        if self._deployment.is_running("worker"):
            self._deployment.stop("worker")

    def _refused(self) -> int:
        limits = self._deployment.limits("all")
        return limits["refused_429"] + limits["refused_403"]


def _accepted(deployment: Deployment) -> int:
    return deployment.limits("all")["accepted"]
