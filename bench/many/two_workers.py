"""Many agencies on PostgreSQL with two workers: the share of each, the ages, and the work of a killed worker."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine

from app.domain.worker_lease import LEASE_S
from bench.deployment import Deployment
from bench.figures import Figure, percentile
from bench.many.agencies import age_limits
from bench.many.mirror import leases, observe, p95
from bench.many.one_worker import deployed, first_reading, logged_calls, start_work, work
from bench.many.scale import Scale
from tests import postgres_server
from tests.end_to_end.processes import wait_until
from tests.postgres_server import PostgresServer

WORKERS = ("worker-1", "worker-2")
PATIENCE_S = 120.0
LONGER_THAN_A_CALL_S = 2.0
"""A running worker has renewed or released a lease after this time."""
TRIES = 20


@contextmanager
def postgres(*overrides: str) -> Iterator[PostgresServer]:
    """Start a PostgreSQL with every safeguard of commits. Raise RuntimeError if it is not installed."""
    try:
        with postgres_server.serving(durable=True, overrides=overrides) as server:
            yield server
    except pytest.skip.Exception as missing:
        raise RuntimeError(str(missing)) from None


def measure(scale: Scale) -> list[Figure]:
    """Measure one worker, then two, then kill one of two again and again."""
    with (
        postgres() as server,
        server.database("template0") as database,
        deployed(scale, DATABASE_URL=database) as deployment,
    ):
        reading = first_reading(deployment, scale.agencies, scale, *WORKERS)
        deployment.stop(*WORKERS)
        deployment.settings(age_limits(scale.age_jobs_s))
        start_work(deployment, scale, WORKERS[0])
        alone = work(deployment, scale.window_s, scale.sample_every_s, WORKERS[0])
        start_work(deployment, scale, WORKERS[1])
        before = [logged_calls(deployment, name) for name in WORKERS]
        both = work(deployment, scale.window_s, scale.sample_every_s, WORKERS[0])

        def calls() -> list[int] | None:
            made = [logged_calls(deployment, name) - earlier for name, earlier in zip(WORKERS, before, strict=True)]
            return made if any(made) else None

        counts = wait_until("a call", calls, PATIENCE_S)  # on a busy machine, a short run may have none
        takeovers_s = _Takeovers(deployment, observe(database)).measure(scale.takeovers)
        limits = deployment.limits("all")
        deployment.stop(*WORKERS)
    return [
        Figure("two workers: smaller share of the calls", 100 * min(counts) / sum(counts), "%", at_least=35),
        Figure("two workers: larger share of the calls", 100 * max(counts) / sum(counts), "%", at_most=65),
        # The workers look for due lists once a second, so a smaller difference has no meaning.
        Figure("two workers: p95 of the age of jobs − that of one", p95(both.ages) - p95(alone.ages), "s", at_most=1),
        Figure("two workers: p95 of the age of jobs", p95(both.ages), "s", at_most=150),
        Figure("one worker on PostgreSQL: p95 of the age of jobs", p95(alone.ages), "s", at_most=150),
        Figure("one worker on PostgreSQL: processor time per call", alone.per_call_ms, "ms"),
        Figure("two workers: first reading of all agencies", reading.all_s, "s", at_most=300),
        Figure("two workers: answers of 429 or 403", limits["refused_429"] + limits["refused_403"], at_most=0),
        *(_takeover_figures(takeovers_s) if takeovers_s else ()),
    ]


def _takeover_figures(takeovers_s: list[float]) -> list[Figure]:
    return [
        Figure("a worker killed: longest until the other had its collections", max(takeovers_s), "s", at_most=35),
        Figure("a worker killed: half of them were taken over within", percentile(takeovers_s, 0.5), "s", at_most=32),
        Figure("a worker killed: collections taken over", len(takeovers_s)),
    ]


class _Takeovers:
    """Kills of a worker, and the times until its leases had other owners."""

    def __init__(self, deployment: Deployment, engine: Engine) -> None:
        self._deployment = deployment
        self._engine = engine

    def measure(self, kills: int) -> list[float]:
        """Kill workers in turn until so many had leases. Return the seconds until each lease was taken over."""
        takeovers_s: list[float] = []
        for number in range(TRIES):
            if not kills:
                return takeovers_s
            times = self._kill(WORKERS[number % 2])
            takeovers_s += times
            kills -= bool(times)
        raise RuntimeError("the killed workers had no leases")

    def _kill(self, victim: str) -> list[float]:
        self._deployment.kill(victim)
        killed = time.monotonic()
        at_death = leases(self._engine)
        time.sleep(LONGER_THAN_A_CALL_S)
        left = {key: lease for key, lease in leases(self._engine).items() if at_death.get(key) == lease}
        times = []

        def all_taken_over() -> bool:
            current = leases(self._engine)
            for key in [key for key, lease in left.items() if current.get(key) != lease]:
                del left[key]
                times.append(time.monotonic() - killed)
            return not left

        wait_until("the other worker to take over", all_taken_over, LEASE_S + PATIENCE_S)
        self._deployment.start_worker(victim)
        return times
