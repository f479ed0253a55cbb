"""Workers killed in the middle of a page, a fill, a flip: nothing is lost, doubled or half shown, another takes over.

Two workers on an empty database; the one that holds a list of jobs is killed (SIGKILL) while a page of it is under way,
while its rows are being filled in unseen, around the moment they are shown, and while a page of changes is under way.
All the while the database is looked at from outside, a hundred times a second: a list is shown whole or not at all. In
the end it holds what AgentOS holds. Fifty times with time ten times as fast, for workers and for AgentOS's limit, and
three times in real time.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from app.domain.clock import SystemClock
from bench.estate import BOUND, LIMIT, SHORT, Estate, estate
from bench.figures import Figure, percentile
from bench.watch import Lists, Watch
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
    """Kills in fast and in real time, and what came of them."""
    chance = random.Random(11)
    with estate(sizes=(SIZE, "--plain"), AGE_JOBS_S="20", **BOUND) as one:
        one.slow()
        empty = one.folder / "empty.db"
        shutil.copy(one.folder / "portal.db", empty)
        fast = _Kills(one, empty, SPEED, chance)
        while fast.count < FAST_KILLS:
            fast.round(MOMENTS)
        real = _Kills(one, empty, 1.0, chance)
        while real.count < REAL_KILLS:
            real.round(MOMENTS[real.count : REAL_KILLS])
    return [*fast.figures("fast time", FAST_KILLS), *real.figures("real time", REAL_KILLS)]


class _Kills:
    """Rounds of kills at one speed."""

    def __init__(self, one: Estate, empty: Path, speed: float, chance: random.Random) -> None:
        self._estate = one
        self._empty = empty
        self._speed = speed
        self._chance = chance
        self._epoch = SystemClock().boot()
        self._expected = _lists(one)
        self._round = 0
        self._watch: Watch
        self._most = self._refused = self._looks = 0
        self._faults: list[str] = []
        self._takeovers_s: list[float] = []

    @property
    def count(self) -> int:
        """Workers killed that held a list."""
        return len(self._takeovers_s)

    def round(self, moments: tuple[str, ...]) -> None:
        """An empty database, two workers, a kill at each of these moments, and a look at what is there in the end."""
        self._round += 1
        database = self._estate.folder / f"round-{self._speed:.0f}-{self._round}.db"
        shutil.copy(self._empty, database)
        self._estate.settings({"DATABASE_URL": f"sqlite:///{database}"})
        self._estate.limit(LIMIT, 60 / self._speed)
        self._watch = Watch(database, self._expected)
        for name in NAMES:
            self._start(name)
        with self._watch.watching():
            for moment in moments:
                if moment == "change":
                    self._wait_for_all()
                    self._change()
                self._kill(moment)
            self._wait_for_all()
        self._compare("change" in moments)
        self._estate.stop(*NAMES)
        limits = self._estate.limits()
        self._most = max(self._most, limits["most_in_window"])
        self._refused += limits["refused_429"] + limits["refused_403"]
        self._looks += self._watch.looks
        self._faults += self._watch.faults

    def figures(self, when: str, wanted: int) -> list[Figure]:
        """What came of all rounds."""
        for fault in self._faults[:10]:
            print(f"  {when}: {fault}")
        return [
            Figure(f"{when}: kills", self.count, at_least=wanted),
            Figure(f"{when}: lists seen with rows lost, doubled or half shown", len(self._faults), at_most=0),
            Figure(f"{when}: longest until another took over", max(self._takeovers_s), "s", at_most=35),
            Figure(f"{when}: half of them did within", percentile(self._takeovers_s, 0.5), "s"),
            Figure(f"{when}: most calls in any window", self._most, at_most=LIMIT),
            Figure(f"{when}: calls refused", self._refused, at_most=0),
            Figure(f"{when}: looks at the database", self._looks),
        ]

    def _start(self, name: str) -> None:
        self._estate.start_worker(name, "bench.fast_worker", name, str(self._speed), str(self._epoch))

    def _kill(self, moment: str) -> None:
        """Kill whoever holds a list of jobs at that moment, and wait until another takes it over.

        One that had just given the list back when it died does not count.
        """
        look = {"page": self._in_page, "change": self._in_page, "fill": self._in_fill, "flip": self._near_flip}[moment]
        victim, scope = self._catch(moment, look)
        self._estate.kill(victim)
        killed = time.monotonic()
        if victim in self._watch.look().holders.get(("job", scope), ""):
            survivor = next(name for name in NAMES if name != victim)
            wait_until(f"{survivor} to take over", lambda: self._has_taken_over(survivor, scope), PATIENCE_S)
            self._takeovers_s.append((time.monotonic() - killed) * self._speed)
        self._start(victim)

    def _catch(self, moment: str, look: Callable[[], tuple[str, str] | None]) -> tuple[str, str]:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            if found := look():
                return found
            time.sleep(0.002)
        raise RuntimeError(f"no worker was in the middle of a {moment}")

    def _in_page(self) -> tuple[str, str] | None:
        for call in self._estate.calls()[-20:]:
            parts = call["path"].split("/")
            if call["open"] and parts[4] == "jobs" and parts[5] != "statusTypes":
                return self._holder(parts[5])
        return None

    def _in_fill(self) -> tuple[str, str] | None:
        hidden = self._watch.look().hidden
        scopes = [scope for (kind, scope), count in hidden.items() if kind == "job" and count]
        return self._holder(scopes[0]) if scopes else None

    def _near_flip(self) -> tuple[str, str] | None:
        """All rows are there, or nearly, and not shown yet."""
        look = self._watch.look()
        for (kind, scope), count in look.hidden.items():
            if kind == "job" and count > len(self._expected[kind, scope]) - 200 and (found := self._holder(scope)):
                time.sleep(self._chance.uniform(0, 0.01))
                return found
        return None

    def _holder(self, scope: str) -> tuple[str, str] | None:
        owner = self._watch.look().holders.get(("job", scope))
        return (owner.rpartition("-")[0], scope) if owner else None

    def _has_taken_over(self, name: str, scope: str) -> bool:
        look = self._watch.look()
        return name in look.holders.get(("job", scope), "")

    def _wait_for_all(self) -> None:
        wait_until("all lists to be read", lambda: self._watch.look().read >= set(self._expected), PATIENCE_S)

    def _change(self) -> None:
        """As the office would: rename some jobs."""
        for job in sorted(self._expected["job", "BR-1"])[:CHANGED]:
            self._estate.control("PATCH", f"state/acme/jobs/{job}", {"Title": f"Round {self._round}"})

    def _compare(self, changed: bool) -> None:
        """What the database shows in the end against what AgentOS holds."""

        def same() -> bool:
            swept = not any(self._watch.look().hidden.values())
            renamed = self._watch.bodies_with(f"Round {self._round}") if changed else CHANGED
            return swept and renamed == CHANGED and self._watch.ids() == self._expected

        try:
            wait_until("the same rows", same, PATIENCE_S)
        except AssertionError:
            self._faults.append(f"round {self._round}: not what AgentOS holds")


def _lists(one: Estate) -> Lists:
    """What AgentOS holds."""
    found: Lists = {}
    for oid, job in one.control("GET", "state/acme/jobs").items():
        found.setdefault(("job", job["BranchOID"]), set()).add(oid)
    for oid, contractor in one.control("GET", "state/acme/contractors").items():
        found.setdefault(("contractor", contractor.get("BranchOID") or "BR-1"), set()).add(oid)
    return found
