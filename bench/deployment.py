"""A running portal for one row: simulator, workers and web servers as processes on this machine."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests

from bench.client import Address
from tests.end_to_end.processes import KEYS, ROOT, Processes, wait_until

DELAY_S = 0.12
"""Added to the time of each AgentOS call."""
LIMIT = 50
QUIET_S = 3.0
SMALL = "5,600,8000"
"""Branches, contractors and jobs of an agency of common size."""
SHORT = bool(os.environ.get("BENCH_SHORT"))
"""True for small, quick runs that check that a row works. Their figures mean nothing and are not written."""

ACME = """
[agencies.acme]
name = "Acme Lettings"
api_key_env = "AGENTOS_API_KEY_ACME"
completed_status = ["Completed", "Invoiced"]
"""
HARBOUR = """
[agencies.harbour]
name = "Harbour & Vale Estates"
api_key_env = "AGENTOS_API_KEY_HARBOUR"
completed_status = "Works done"
cancelled_status = "Abandoned"
reopened_status = "Reported"
"""
UNBOUND = {"AGENTOS_BUDGET": "100000", "AGENTOS_BUDGET_WINDOW_S": "1", "SIGNIN_PER_ADDRESS": "1000000"}
"""Settings for filling a mirror. A window of one second leaves no slots in use."""
BOUND = {"AGENTOS_BUDGET": "45", "AGENTOS_BUDGET_WINDOW_S": "60", "SIGNIN_PER_ADDRESS": "1000000"}
"""A portal's default settings, except that all people here come from one address."""


class Deployment:
    """Processes by name, and the simulator's control calls."""

    def __init__(self, processes: Processes) -> None:
        self.processes = processes
        self.folder = processes.folder
        self.agentos = ""
        self._running: list[str] = []

    # processes --------------------------------------------------------------------------------------------------

    def settings(self, changes: Mapping[str, str]) -> None:
        """Change the environment of processes that start later."""
        self.processes.environment |= changes

    def start_agentos(self, *arguments: str) -> None:
        """Start the simulator with these arguments; see `bench.agentos`."""
        (self.folder / "simulator.log").unlink(missing_ok=True)  # it may contain an earlier address
        self._start("simulator", "bench.agentos", *arguments)
        self.agentos = self.processes.find("simulator", r"(http://127\.0\.0\.1:\d+)")
        self.settings({"AGENTOS_BASE_URL": self.agentos})

    def migrate(self) -> None:
        """Prepare the database."""
        self.processes.start("upgrade", "flask", "--app", "wsgi", "db", "upgrade")
        self.processes.finish("upgrade")

    def start_worker(self, name: str = "worker", *module: str) -> None:
        """Start a worker; by default by the portal's own command."""
        self._start(name, *(module or ("flask", "--app", "wsgi", "worker")))

    def start_web(self, name: str = "portal", processes: int = 2, app: str = "wsgi:app") -> Address:
        """Start a web server with this number of processes. Return its address when it answers."""
        self.settings({"WEB_CONCURRENCY": str(processes)})
        log = self.folder / f"{name}.log"
        before = log.stat().st_size if log.exists() else 0
        self._start(name, "gunicorn", "-c", "gunicorn.conf.py", app)

        def port() -> str | None:
            self.processes.assert_running(name)
            match = re.search(rb"Listening at: http://127\.0\.0\.1:(\d+)", log.read_bytes()[before:])
            return match[1].decode() if match else None

        address = ("127.0.0.1", int(wait_until(f"the address of {name}", port)))

        def ready() -> bool:
            self.processes.assert_running(name)
            return _answers(address)

        wait_until(f"{name} to answer", ready)
        return address

    def stop(self, *names: str) -> None:
        """End processes by SIGTERM."""
        for name in names:
            self.kill(name, gently=True)

    def kill(self, name: str, *, gently: bool = False) -> None:
        """End one process and its children, by SIGTERM if `gently`, else by SIGKILL."""
        self._running.remove(name)
        self.processes.kill(name, signal.SIGTERM if gently else signal.SIGKILL)

    def pid(self, name: str) -> int:
        """Return the process id of that name."""
        return self.processes.pid(name)

    def children(self, name: str) -> list[int]:
        """Return the child processes of that name: a web server's processes."""
        pid = self.pid(name)
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]

    def _start(self, name: str, *module: str) -> None:
        self.processes.start(name, *module)
        self._running.append(name)

    # AgentOS ----------------------------------------------------------------------------------------------------

    def control(self, method: str, path: str, body: Any = None) -> Any:
        """Make a control call of the simulator. Return its JSON."""
        answer = requests.request(method, f"{self.agentos}/_control/{path}", json=body, timeout=120)
        answer.raise_for_status()
        return answer.json()

    def slow(self, delay_s: float = DELAY_S, path: str = ".") -> None:
        """Delay every call whose path matches. 0 ends the delay."""
        self.control("DELETE", "faults")
        if delay_s:
            self.control("POST", "faults", {"path": path, "delay_s": delay_s})

    def limit(self, calls: int | None = LIMIT, window_s: float = 60.0) -> None:
        """Set AgentOS's own limit, and reset its counts."""
        self.control("PUT", "limits", {"limit": calls, "window_s": window_s})

    def limits(self, agency: str = "acme") -> dict[str, int]:
        """Return AgentOS's counts since the last `limit`."""
        counts: dict[str, int] = self.control("GET", "limits")[agency]
        return counts

    def calls(self) -> list[dict[str, Any]]:
        """Return AgentOS's log of calls."""
        log: list[dict[str, Any]] = self.control("GET", "calls")["calls"]
        return log

    def wait_until_quiet(self) -> None:
        """Wait until AgentOS was not called for a while: the worker has read everything."""
        last, since = 0, time.monotonic()

        def quiet() -> bool:
            nonlocal last, since
            count = len(self.calls())
            if count != last:
                last, since = count, time.monotonic()
            time.sleep(QUIET_S / 10)
            return time.monotonic() - since > QUIET_S

        wait_until("AgentOS to be left alone", quiet, 600)

    def forget_calls(self) -> None:
        """Clear the log of calls."""
        self.control("DELETE", "calls")


@contextmanager
def deploy(agencies: str = ACME, sizes: Sequence[str] = (f"acme:{SMALL}",), **environment: str) -> Iterator[Deployment]:
    """Start a simulator and prepare a database, with settings for filling it. The row starts workers and web servers.

    `sizes`: the arguments of the simulator. Of this process's own variables, only PATH and TZ are passed on.
    """
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        (folder / "agencies.toml").write_text(agencies, "utf-8")
        passed = {name: os.environ[name] for name in ("PATH", "TZ") if name in os.environ}
        processes = Processes(
            folder,
            {
                **passed,
                **KEYS,
                "HOME": name,
                "LANG": "C.UTF-8",
                "PYTHONPATH": str(ROOT),
                "PYTHONUNBUFFERED": "1",
                "PORTAL_ENV": "test",
                "BIND": "127.0.0.1:0",
                "DATABASE_URL": f"sqlite:///{folder / 'portal.db'}",
                "DOCUMENTS_DIR": str(folder / "documents"),
                "AGENCIES_FILE": str(folder / "agencies.toml"),
                "SMTP_URL": "console:",
                **UNBOUND,
                **environment,
            },
        )
        deployment = Deployment(processes)
        try:
            deployment.start_agentos(*sizes)
            deployment.migrate()
            yield deployment
        except BaseException:
            for log in processes.log_files:
                tail = log.read_text("utf-8", "replace")[-800:]
                print(f"--- {log.name}\n{tail}", file=sys.stderr)
            raise
        finally:
            processes.end()


def memory(pid: int, field: str = "VmRSS") -> float:
    """Return the resident memory of a process, in megabytes, or another `field` of its status."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(re.findall(rf"{field}:\s+(\d+)", status)[0]) * 1024 / 1e6


def most_memory(pid: int) -> float:
    """Return the peak resident memory of a process, in megabytes."""
    return memory(pid, "VmHWM")


def _answers(address: Address) -> bool:
    try:
        return requests.get(f"http://{address[0]}:{address[1]}/health/ready", timeout=5).status_code != 503
    except requests.RequestException:
        return False
