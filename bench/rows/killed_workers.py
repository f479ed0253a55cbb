"""Workers killed in the middle of a page, a fill, a flip: no row is lost, doubled or half shown, another takes over.

Two workers start on an empty database. The worker that holds a list of jobs is killed (SIGKILL) while it reads a page,
while it fills in hidden rows, around the moment when the rows become visible, and while it reads a page of changes.
Meanwhile an observer reads the database a hundred times a second: a list is visible completely or not at all. At the
end, the database has the records of AgentOS. Fifty kills run with time ten times as fast, for workers and for AgentOS's
limit, and three in real time.
"""

from __future__ import annotations

import itertools
import random
import shutil
import time
from collections.abc import Callable

from app.domain.clock import Clock
from bench.deployment import BOUND, LIMIT, SHORT, Deployment, deploy
from bench.figures import Figure, percentile
from bench.observer import Lists, Observer
from tests.end_to_end.processes import wait_until

SPEED = 10.0
MOMENTS = ("page", "fill", "flip", "change")
FAST_KILLS = 6 if SHORT else 50
REAL_KILLS = 1 if SHORT else 3
SIZE = "acme:3,30,3300"
CHANGED = 300
PATIENCE_S = 120.0
NAMES = ("worker-1", "worker-2")


def measure() -> list[Figure]:
    """Kill workers in fast and in real time, on SQLite, the portal's default."""
    with deploy(sizes=(SIZE, "--plain"), AGE_JOBS_S="20", **BOUND) as deployment:
        empty = deployment.folder / "empty.db"
        shutil.copy(deployment.folder / "portal.db", empty)
        numbers = itertools.count(1)

        def empty_database() -> str:
            database = deployment.folder / f"round-{next(numbers)}.db"
            shutil.copy(empty, database)
            return f"sqlite:///{database}"

        chance = random.Random(11)
        deployment.slow()
        fast = _Kills(deployment, empty_database, SPEED, chance)
        while fast.count < FAST_KILLS:
            fast.round(MOMENTS[: FAST_KILLS - fast.count])
        real = _Kills(deployment, empty_database, 1.0, chance)
        while real.count < REAL_KILLS:
            real.round(MOMENTS[real.count : REAL_KILLS])
        return [*fast.figures("fast time", FAST_KILLS), *real.figures("real time", REAL_KILLS)]


class _Kills:
    """Rounds of kills at one speed."""

    def __init__(
        self, deployment: Deployment, empty_database: Callable[[], str], speed: float, chance: random.Random
    ) -> None:
        self._deployment = deployment
        self._empty_database = empty_database
        self._speed = speed
        self._chance = chance
        self._epoch = Clock().boot()
        self._expected = _lists(deployment)
        self._round = 0
        self._observer: Observer
        self._most = self._refused = self._snapshots = 0
        self._faults: list[str] = []
        self._takeovers_s: list[float] = []

    @property
    def count(self) -> int:
        """Return the number of killed workers that held a list."""
        return len(self._takeovers_s)

    def round(self, moments: tuple[str, ...]) -> None:
        """Start two workers on an empty database, kill one at each moment, and compare the rows at the end."""
        self._round += 1
        database = self._empty_database()
        self._deployment.settings({"DATABASE_URL": database})
        self._deployment.limit(LIMIT, 60 / self._speed)
        self._observer = Observer(database, self._expected)
        for name in NAMES:
            self._start(name)
        with self._observer.observing():
            for moment in moments:
                if moment == "change":
                    self._wait_for_all()
                    self._change()
                self._kill(moment)
            self._wait_for_all()
        self._compare("change" in moments)
        self._deployment.stop(*NAMES)
        limits = self._deployment.limits()
        self._most = max(self._most, limits["most_in_window"])
        self._refused += limits["refused_429"] + limits["refused_403"]
        self._snapshots += self._observer.snapshots
        self._faults += self._observer.faults

    def figures(self, when: str, least_kills: int) -> list[Figure]:
        """Return the figures of all rounds."""
        for fault in self._faults[:10]:
            print(f"  {when}: {fault}")
        return [
            Figure(f"{when}: kills", self.count, at_least=least_kills),
            Figure(f"{when}: lists seen with rows lost, doubled or half shown", len(self._faults), at_most=0),
            Figure(f"{when}: longest until another took over", max(self._takeovers_s), "s", at_most=35),
            Figure(f"{when}: half of them did within", percentile(self._takeovers_s, 0.5), "s", at_most=32),
            Figure(f"{when}: most calls in any window", self._most, at_most=LIMIT),
            Figure(f"{when}: calls refused", self._refused, at_most=0),
            Figure(f"{when}: looks at the database", self._snapshots),
        ]

    def _start(self, name: str) -> None:
        self._deployment.start_worker(name, "bench.fast_worker", name, str(self._speed), str(self._epoch))

    def _kill(self, moment: str) -> None:
        """Kill the worker that holds a list of jobs at that moment. Wait until the other worker takes the list over.

        A worker that had just released the list when it died does not count.
        """
        look = {"page": self._in_page, "change": self._in_page, "fill": self._in_fill, "flip": self._near_flip}[moment]
        victim, scope = self._catch(moment, look)
        self._deployment.kill(victim)
        killed = time.monotonic()
        if victim in self._observer.snapshot().holders.get(("job", scope), ""):
            survivor = next(name for name in NAMES if name != victim)
            wait_until(f"{survivor} to take over", lambda: self._has_taken_over(survivor, scope), PATIENCE_S)
            self._takeovers_s.append((time.monotonic() - killed) * self._speed)
        self._start(victim)

    def _catch(self, moment: str, look: Callable[[], tuple[str, str] | None]) -> tuple[str, str]:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            if holder := look():
                return holder
            time.sleep(0.002)
        raise RuntimeError(f"no worker was in the middle of a {moment}")

    def _in_page(self) -> tuple[str, str] | None:
        for call in self._deployment.calls()[-20:]:
            parts = call["path"].split("/")
            if call["open"] and parts[4] == "jobs" and parts[5] != "statusTypes":
                return self._holder(parts[5])
        return None

    def _in_fill(self) -> tuple[str, str] | None:
        hidden = self._observer.snapshot().hidden
        scopes = [scope for (kind, scope), count in hidden.items() if kind == "job" and count]
        return self._holder(scopes[0]) if scopes else None

    def _near_flip(self) -> tuple[str, str] | None:
        """Return the holder of a list whose rows are nearly all filled in, and still hidden."""
        snapshot = self._observer.snapshot()
        for (kind, scope), count in snapshot.hidden.items():
            if kind == "job" and count > len(self._expected[kind, scope]) - 200 and (holder := self._holder(scope)):
                time.sleep(self._chance.uniform(0, 0.01))
                return holder
        return None

    def _holder(self, scope: str) -> tuple[str, str] | None:
        owner = self._observer.snapshot().holders.get(("job", scope))
        return (owner.rpartition("-")[0], scope) if owner else None

    def _has_taken_over(self, name: str, scope: str) -> bool:
        snapshot = self._observer.snapshot()
        return name in snapshot.holders.get(("job", scope), "")

    def _wait_for_all(self) -> None:
        wait_until("all lists to be read", lambda: self._observer.snapshot().read >= set(self._expected), PATIENCE_S)

    def _change(self) -> None:
        """Rename some jobs, as the office would."""
        for job in sorted(self._expected["job", "BR-1"])[:CHANGED]:
            self._deployment.control("PATCH", f"state/acme/jobs/{job}", {"Title": f"Round {self._round}"})

    def _compare(self, changed: bool) -> None:
        """Compare the rows of the database with the records of AgentOS."""

        def same() -> bool:
            swept = not any(self._observer.snapshot().hidden.values())
            renamed = self._observer.bodies_with(f"Round {self._round}") if changed else CHANGED
            return swept and renamed == CHANGED and self._observer.ids() == self._expected

        try:
            wait_until("the same rows", same, PATIENCE_S)
        except AssertionError:
            self._faults.append(f"round {self._round}: not what AgentOS holds")


def _lists(deployment: Deployment) -> Lists:
    """Return the ids of AgentOS's jobs and contractors."""
    lists: Lists = {}
    for oid, job in deployment.control("GET", "state/acme/jobs").items():
        lists.setdefault(("job", job["BranchOID"]), set()).add(oid)
    for oid, contractor in deployment.control("GET", "state/acme/contractors").items():
        lists.setdefault(("contractor", contractor.get("BranchOID") or "BR-1"), set()).add(oid)
    return lists
