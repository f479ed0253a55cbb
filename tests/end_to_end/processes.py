"""The simulator, the worker and the portal as real processes, for tests of the whole portal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import requests

from tests.mailed_codes import codes_in

ROOT = Path(__file__).resolve().parents[2]
READY_S = 60.0
END_S = 10.0
KEYS = {
    "AGENTOS_API_KEY_ACME": "acme-simulated-key-6d1f0c2b9a",
    "AGENTOS_API_KEY_HARBOUR": "harbour-simulated-key-83ee417d5c",
}
T = TypeVar("T")


def wait_until(what: str, look: Callable[[], T | None], seconds: float = READY_S) -> T:
    """Return the first true result of `look`. If there is none in time, raise AssertionError with `what`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        result = look()
        if result:
            return result
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds:.0f} s")


class Processes:
    """Processes by name: `simulator`, `worker`, `portal`. Base URLs have no slash at their end.

    `code_folder`: the folder of the portal's code that the next processes run.
    """

    simulator = ""
    portal = ""
    code_folder = ROOT

    def __init__(self, folder: Path, environment: dict[str, str], python: str = sys.executable) -> None:
        self.folder = folder
        self.environment = environment
        self._python = python
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._modules: dict[str, tuple[str, ...]] = {}
        self._own: dict[str, dict[str, str]] = {}

    @property
    def log_files(self) -> list[Path]:
        """Return the files with the output of each process."""
        return sorted(self.folder.glob("*.log"))

    def output(self, name: str) -> str:
        """Return the output of a process so far."""
        return (self.folder / f"{name}.log").read_text("utf-8", "replace")

    def worker_output(self) -> str:
        """Return the output of the worker so far, with the mailed codes."""
        return self.output("worker")

    def code(self, email: str, after: int = 0) -> str:
        """Wait for a code mailed to `email` in the worker's output after `after` characters. Return the newest."""

        def look() -> str | None:
            return dict(codes_in(self.worker_output()[after:])).get(email)

        return wait_until(f"a code for {email}", look)

    def sign_in(self, email: str) -> requests.Session:
        """Return a browser that is signed in with a code from the worker's output."""
        browser = requests.Session()
        after = len(self.worker_output())
        browser.post(f"{self.portal}/api/session/code", json={"email": email}, timeout=30)
        body = {"email": email, "code": self.code(email, after)}
        answer = browser.post(f"{self.portal}/api/session", json=body, timeout=30)
        assert answer.status_code == 201, answer.text
        return browser

    def start(self, name: str, *module: str, **environment: str) -> None:
        """Run `python -m module…`; without a module, repeat the last command of this name.

        `environment`: overrides of the common environment for this name.
        """
        self._modules[name] = module or self._modules[name]
        self._own[name] = environment or self._own.get(name, {})
        with (self.folder / f"{name}.log").open("ab") as log:
            self._running[name] = subprocess.Popen(
                [self._python, "-m", *self._modules[name]],
                cwd=self.code_folder,
                env={**self.environment, **self._own[name]},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def pid(self, name: str) -> int:
        """Return the process id of this name."""
        return self._running[name].pid

    def children(self, name: str) -> list[int]:
        """Return the ids of the children of a process, such as the web processes of `portal`."""
        pid = self.pid(name)
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]

    def is_running(self, name: str) -> bool:
        """Return whether a process is running."""
        return self._running[name].poll() is None

    def assert_running(self, name: str) -> None:
        """Raise AssertionError with its output if a process has ended."""
        ended = self._running[name].poll()
        assert ended is None, f"the {name} ended with {ended}:\n{self.output(name)}"

    def find(self, name: str, pattern: str) -> str:
        """Wait for `pattern` in the output of a process, which must not end before. Return the first group."""

        def look() -> str | None:
            self.assert_running(name)
            match = re.search(pattern, self.output(name))
            return match and match[1]

        return wait_until(f"{pattern} from the {name}", look)

    def finish(self, name: str, expected: int = 0, seconds: float = READY_S) -> None:
        """Wait until a process ends. Its exit status must be `expected`."""
        status = self._running.pop(name).wait(seconds)
        assert status == expected, f"the {name} ended with {status}:\n{self.output(name)}"

    def kill(self, name: str, number: signal.Signals = signal.SIGKILL, seconds: float = END_S) -> None:
        """End a process and its children, by default by SIGKILL, and in any case by SIGKILL after some seconds."""
        child = self._running.pop(name)
        for each in (number, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(child.pid, each)
            with suppress(subprocess.TimeoutExpired):
                child.wait(seconds)

    def end(self) -> None:
        """End all processes by SIGTERM, then by SIGKILL."""
        for child in self._running.values():
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGTERM)
        for name in list(self._running):
            self.kill(name, signal.SIGTERM)


@contextmanager
def running(
    tmp_path: Path, *, simulator: Sequence[str] = (), python: str = sys.executable, **environment: str
) -> Iterator[Processes]:
    """Run the whole portal on free ports with its own data. `simulator`: further flags of `python -m simulator`.

    `environment` overrides the settings made here. Only a few variables of this process are passed on.
    """
    folder = tmp_path / "portal"
    folder.mkdir()
    passed = {name: value for name, value in os.environ.items() if name in ("PATH", "TZ") or name.startswith("COV")}
    everything = Processes(
        folder,
        {
            **passed,
            **KEYS,
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
            "FLASK_SKIP_DOTENV": "1",
            "PORTAL_ENV": "test",
            "BIND": "127.0.0.1:0",
            "DATABASE_URL": f"sqlite:///{folder / 'portal.db'}",
            "DOCUMENTS_DIR": str(folder / "documents"),
            "AGENCIES_FILE": str(ROOT / "agencies.example.toml"),
            "SMTP_URL": "console:",
        },
        python,
    )
    try:
        everything.start("simulator", "simulator", "--bind", "127.0.0.1:0", *simulator)
        everything.simulator = everything.find("simulator", r"(http://127\.0\.0\.1:\d+)")
        everything.environment |= {"AGENTOS_BASE_URL": everything.simulator, **environment}
        everything.start("upgrade", "flask", "--app", "wsgi", "db", "upgrade")
        everything.finish("upgrade")
        everything.start("worker", "flask", "--app", "wsgi", "worker")
        everything.start("portal", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app")
        everything.portal = everything.find("portal", r"Listening at: (http://127\.0\.0\.1:\d+)")
        wait_until("the portal's readiness", lambda: _is_ready(everything.portal))
        yield everything
    finally:
        everything.end()


def _is_ready(portal: str) -> bool:
    """Return whether the portal serves and has a worker. Before that, it accepts no request for a code."""
    try:
        answer = requests.get(f"{portal}/health/ready", timeout=5)
    except requests.RequestException:
        return False
    return answer.ok and answer.json()["status"] == "ready"
