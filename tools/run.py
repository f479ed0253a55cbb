"""`make run`: starts the database, a simulated AgentOS, the worker and the portal, until Ctrl-C."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from io import StringIO
from types import FrameType
from urllib.parse import urlsplit

from dotenv import dotenv_values
from flask.helpers import get_load_dotenv

import config
from app.settings.environment import EXAMPLE
from app.settings.model import ConfigurationError, local_url
from app.settings.rules import ADDRESS, is_address

PORTAL, SIMULATOR = "127.0.0.1:8000", "127.0.0.1:9400"
READY_S = 60.0
END_S = 8.0  # for a child to end by itself before it is killed


class Failure(Exception):
    """A failure, with a sentence for people."""


class Stopped(Exception):
    """A signal asked this process to end."""


class Children:
    """Processes that start and end together. Each has a session of its own, so Ctrl-C reaches only this process."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._asked_to_end = False
        self._terminal = os.isatty(0)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._asked_to_end = True  # without a lock: a second signal may interrupt this handler

    def start(self, name: str, *module: str) -> None:
        """Start `python -m module…`, which messages call `name`."""
        self._running[name] = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
            [sys.executable, "-m", *module],
            cwd=config.ROOT,
            env=dict(self._environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def finish(self, name: str) -> None:
        """Wait until a child has ended."""
        while self._running[name].poll() is None:
            self.pause(0.05)
        self.pause(0)
        del self._running[name]

    def wait_for(self, name: str, bind: str, path: str) -> bytes:
        """Wait until `path` returns 200, and return the body. Raise `Failure` after `READY_S`."""
        until = time.monotonic() + READY_S
        while time.monotonic() < until:
            status, body = _get(bind, path)
            if status == 200:
                return body
            self.pause(0.1)
        raise Failure(f"The {name} was not ready within {READY_S:.0f} seconds.")

    def pause(self, seconds: float) -> None:
        """Sleep. Raise `Stopped` after a signal, and `Failure` if a child has failed."""
        time.sleep(seconds)
        if self._asked_to_end or (self._terminal and not os.isatty(0)):  # make may keep a lost terminal's SIGHUP
            raise Stopped
        for name, child in self._running.items():
            if status := child.poll():
                raise Failure(f"The {name} ended by itself (exit status {status}), so everything was ended.")

    def wait(self) -> None:
        """Wait. Raise `Stopped` after a signal, and `Failure` if a child ends by itself."""
        while True:
            self.pause(0.2)
            for name, child in self._running.items():
                if child.poll() == 0:
                    raise Failure(f"The {name} ended by itself, so everything was ended.")

    def end(self) -> None:
        """End every child and its children. The simulator ends last, because the others may still call it."""
        until = time.monotonic() + END_S
        for is_last in (False, True):
            children = [child for name, child in self._running.items() if (name == "simulator") == is_last]
            for child in reversed(children):
                _signal(child, signal.SIGTERM)
            for child in children:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(max(0.0, until - time.monotonic()))
        for child in self._running.values():
            _signal(child, signal.SIGKILL)
            child.wait()


def _signal(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _get(bind: str, path: str) -> tuple[int, bytes]:
    """Return status and body, or 0 if nothing answers."""
    host, port = _address(bind)
    connection = http.client.HTTPConnection("127.0.0.1" if host == "0.0.0.0" else host, port, timeout=5)  # noqa: S104
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()


def _address(bind: str) -> tuple[str, int]:
    host, _, port = bind.rpartition(":")
    return host.strip("[]"), int(port)


def _faults(settings: Mapping[str, str], portal: str, simulator: str | None) -> Iterator[str]:
    """Yield a line for each reason why the portal cannot start with these settings."""
    os.environ.update(settings)
    config_faults: list[str] = []
    try:
        config.load()
    except ConfigurationError as error:
        config_faults = error.faults
    yield from config_faults
    if not any(fault.startswith("BIND:") for fault in config_faults):
        yield from _bind_faults("BIND", portal, "choose another address")
    if simulator is not None and not is_address(simulator):
        yield f"SIMULATOR_BIND: {ADDRESS}"
    elif simulator is not None:
        yield from _bind_faults("SIMULATOR_BIND", simulator, "choose another address there and in AGENTOS_BASE_URL")


def _bind_faults(variable: str, bind: str, advice: str) -> Iterator[str]:
    host, port = _address(bind)
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            yield f"{variable}: {bind} cannot be used ({error.strerror}): end what is there, or {advice}"


def settings() -> dict[str, str]:
    """Return the environment; the variables it lacks come from `.env` or, without that file, from `.env.example`."""
    file = config.ROOT / ".env"
    # `load` reports text that is not UTF-8.
    text = (file if get_load_dotenv() and file.exists() else EXAMPLE).read_text("utf-8", errors="replace")
    variables = dotenv_values(stream=StringIO(text))
    return {"PYTHONUNBUFFERED": "1", **{name: value or "" for name, value in variables.items()}, **os.environ}


def _welcome(portal: str, demo: bytes | None) -> str:
    url = local_url(portal)
    lines = ["", f"The portal is at {url}, for a browser; its API to read and try at {url}/api/docs."]
    if demo is not None:
        lines += ["Sign in with the e-mail address of one of these; the code appears in this terminal."]
        lines += [f"  {person['email']:24} {person['what']}" for person in json.loads(demo)["people"]]
    return "\n".join([*lines, "Ctrl-C ends it.", ""])


def _run(children: Children, settings: Mapping[str, str]) -> None:
    portal, simulator = settings.get("BIND", PORTAL), settings.get("SIMULATOR_BIND", SIMULATOR)
    agentos = settings.get("AGENTOS_BASE_URL", "")
    simulated = urlsplit(agentos).netloc == simulator
    if faults := list(_faults(settings, portal, simulator if simulated else None)):
        raise Failure("\n    ".join(["It cannot be started with these settings:", *faults]))
    if simulated:
        children.start("simulator", "simulator")
    children.start("database upgrade", "flask", "--app", "wsgi", "db", "upgrade")
    children.finish("database upgrade")
    demo = children.wait_for("simulator", simulator, "/_control/demo") if simulated else None
    children.start("worker", "flask", "--app", "wsgi", "worker")
    children.start("portal", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app")
    children.wait_for("portal", portal, "/health/ready")
    print(_welcome(portal, demo), flush=True)
    children.wait()


def main() -> int:
    """Run until a signal. Return 0 after a signal, and 1 otherwise."""
    environment = settings()
    children = Children(environment)
    reason = ""
    try:
        _run(children, environment)
    except Failure as failure:
        reason = str(failure)
    except Stopped:
        with contextlib.suppress(OSError):
            print("\nEnding …", flush=True)
    finally:
        children.end()
    if reason:
        print(reason, file=sys.stderr)
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
