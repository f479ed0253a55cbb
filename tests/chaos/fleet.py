"""The portal's processes: two web servers of two processes each, and two workers. Each has its own wall clock."""

from __future__ import annotations

import os
import random
import signal
from contextlib import suppress
from pathlib import Path

from bench.deployment import Deployment
from tests.chaos.clocks import SteppedClock
from tests.production.proxy import free_ports

WEBS = ("web-1", "web-2")
WORKERS = ("worker-1", "worker-2")
NAMES = (*WEBS, *WORKERS)
FIRST_WORKER = "worker-1"
"""The only worker that mails sign-in codes. With two workers, the code of the newer one would be unknown."""


class Fleet:
    """The portal's processes by name.

    `entry` is the module that runs. Processes that end by themselves are restarted.
    """

    def __init__(self, deployment: Deployment, entry: str) -> None:
        self._deployment = deployment
        self._entry = entry
        self._ports = dict(zip(WEBS, free_ports(len(WEBS)), strict=True))
        self._up: set[str] = set()
        self._frozen: set[int] = set()
        self.clocks = {name: SteppedClock(name) for name in NAMES}

    @property
    def addresses(self) -> list[str]:
        """Return the addresses of the web servers."""
        return [f"http://127.0.0.1:{port}" for port in self._ports.values()]

    def start(self, name: str) -> None:
        """Start a process, if it is not running."""
        if name in self._up:
            return
        clock = dict.fromkeys(("LD_PRELOAD", "STEPPED_CLOCK"), "") | self.clocks[name].environment()
        if name in WORKERS:
            self._deployment.settings(clock)
            self._deployment.start_worker(name, "flask", "--app", self._entry, "worker")
        else:
            bind = {"BIND": f"127.0.0.1:{self._ports[name]}", "WEB_CONCURRENCY": "2"}
            self._deployment.settings(clock | bind)
            self._deployment.start_worker(name, "gunicorn", "-c", "gunicorn.conf.py", f"{self._entry}:app")
        self._up.add(name)

    def kill(self, *names: str) -> bool:
        """Kill these processes by SIGKILL. Return False if none is running."""
        there = [name for name in names if name in self._up]
        for name in there:
            with suppress(ProcessLookupError):
                os.killpg(self._deployment.pid(name), signal.SIGKILL)
        for name in there:
            self._frozen.discard(self._deployment.pid(name))
            self._deployment.kill(name)
            self._up.discard(name)
        return bool(there)

    def kill_web_process(self, name: str, chance: random.Random) -> bool:
        """Kill one process of a web server, which starts another by itself. Return False if it has none now."""
        if name not in self._up:
            return False
        master = self._deployment.pid(name)
        with suppress(OSError):
            processes = Path(f"/proc/{master}/task/{master}/children").read_text("utf-8").split()
            if processes:
                os.kill(int(chance.choice(processes)), signal.SIGKILL)
                return True
        return False

    def freeze(self, name: str) -> int | None:
        """Stop a process and its children. Return its id; None if it is not running."""
        if name not in self._up:
            return None
        pid = self._deployment.pid(name)
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGSTOP)
        self._frozen.add(pid)
        return pid

    def wake(self, pid: int) -> bool:
        """Continue a frozen process. Return False if it was killed meanwhile."""
        if pid not in self._frozen:
            return False
        self._frozen.discard(pid)
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGCONT)
        return True

    def is_free(self, name: str) -> bool:
        """Return whether a process is running and not frozen."""
        return name in self._up and self._deployment.pid(name) not in self._frozen

    def restart_ended(self) -> int:
        """Restart processes that ended by themselves, as a service manager would. Return their number."""
        ended = [name for name in self._up if not self._deployment.processes.is_running(name)]
        for name in ended:
            self.kill(name)
            self.start(name)
        return len(ended)
