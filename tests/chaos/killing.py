"""SIGKILL now of a web process, now of a worker, and a wall clock that somebody steps."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bench.estate import Estate

WEBS = ("web-1", "web-2")
WORKERS = ("worker-1", "worker-2")
VICTIMS = {"web process": 5, "web server": 1, "worker": 3}
APART_S = 1.0
STEPPED = "web-2"
STEPS_S = (-300, -60, 0, 60, 300)
"""Sixty times as much would be a summer time set by hand."""
STEP_AT = 0.4
"""How often it is stepped with a kill."""


class Fleet:
    """Two web servers of two processes each, two workers; one web server's wall clock may be off."""

    def __init__(self, estate: Estate) -> None:
        self._estate = estate
        self._addresses: dict[str, str] = {}
        self.clock: Path = estate.folder / "clock"

    def start(self) -> None:
        """All of them."""
        for name in WORKERS:
            self.start_worker(name)
        for name in WEBS:
            self.start_web(name)

    def addresses(self) -> list[str]:
        """Where the web servers are, or were."""
        return list(self._addresses.values())

    def start_web(self, name: str) -> None:
        """One web server, on a port that is free."""
        self._estate.settings({"CHAOS_CLOCK": str(self.clock) if name == STEPPED else ""})
        host, port = self._estate.start_web(name, 2, "tests.chaos.scaled:app")
        self._addresses[name] = f"http://{host}:{port}"

    def start_worker(self, name: str) -> None:
        """One worker."""
        self._estate.settings({"CHAOS_CLOCK": ""})
        self._estate.start_worker(name, "flask", "--app", "tests.chaos.scaled", "worker")

    def kill_web(self, name: str) -> None:
        """A web server with its processes; it is started again."""
        self._estate.kill(name)
        self.start_web(name)

    def kill_web_process(self, name: str, chance: random.Random) -> bool:
        """One process of a web server, which starts another by itself; False if it has none just now."""
        master = self._estate.pid(name)
        processes = Path(f"/proc/{master}/task/{master}/children").read_text("utf-8").split()
        if not processes:
            return False
        with suppress(ProcessLookupError):
            os.kill(int(chance.choice(processes)), signal.SIGKILL)
        return True

    def kill_worker(self, name: str) -> None:
        """A worker; it is started again."""
        self._estate.kill(name)
        self.start_worker(name)


class Killer(threading.Thread):
    """Kills so many, spread over the work, until `end`. `progress` is the part of the work that is done."""

    def __init__(self, fleet: Fleet, count: int, progress: Callable[[], float], seed: str) -> None:
        super().__init__(daemon=True)
        self.kills: Counter[str] = Counter()
        self.steps = 0
        self.failure: BaseException | None = None
        self._fleet = fleet
        self._count = count
        self._progress = progress
        self._chance = random.Random(seed)
        self._ended = threading.Event()

    def end(self) -> None:
        """No more kills; what was killed is there again."""
        self._ended.set()
        self.join()
        if self.failure is not None:
            raise RuntimeError("what was killed did not start again") from self.failure

    def run(self) -> None:
        try:
            while self.kills.total() < self._count and not self._ended.wait(APART_S):
                if self._progress() >= (self.kills.total() + 0.5) / (self._count + 1):
                    self._kill()
        except BaseException as failure:
            self.failure = failure

    def _kill(self) -> None:
        time.sleep(self._chance.uniform(0, 0.3))  # at no particular moment
        victim = self._chance.choices(list(VICTIMS), list(VICTIMS.values()))[0]
        if victim == "web process":
            if not self._fleet.kill_web_process(self._chance.choice(WEBS), self._chance):
                return
        elif victim == "web server":
            self._fleet.kill_web(self._chance.choice(WEBS))
        else:
            self._fleet.kill_worker(self._chance.choice(WORKERS))
        self.kills[victim] += 1
        if self._chance.random() < STEP_AT:
            self._fleet.clock.write_text(str(self._chance.choice(STEPS_S)), "utf-8")
            self.steps += 1
