"""`make run`, which is tools/run.py: one sentence if it cannot start, and no child processes at the end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.end_to_end.processes import KEYS, ROOT, wait_until

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks processes up in /proc"),
]


def free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@contextmanager
def make_run(
    folder: Path, environment: Mapping[str, str] = MappingProxyType({}), stdin: int = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[bytes]]:
    """Run tools/run.py with free ports. Its output goes to `folder`/output."""
    simulator = free_address()
    settings = {
        "PATH": os.environ["PATH"],
        **KEYS,
        "HOME": str(folder),
        "FLASK_SKIP_DOTENV": "1",
        "PORTAL_ENV": "test",
        "BIND": free_address(),
        "SIMULATOR_BIND": simulator,
        "AGENTOS_BASE_URL": f"http://{simulator}",
        "AGENCIES_FILE": "agencies.example.toml",
        "SMTP_URL": "console:",
        "DATABASE_URL": f"sqlite:///{folder / 'portal.db'}",
        "DOCUMENTS_DIR": str(folder / "documents"),
    }
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.run"],
            cwd=ROOT,
            env={**settings, **environment},
            stdin=stdin,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        for pid in living_processes(folder):
            os.kill(pid, signal.SIGKILL)
        process.wait(10)


def living_processes(folder: Path) -> dict[int, str]:
    """Return the command lines, by process id, of all running processes whose data lies in `folder`."""
    command_lines = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if f"HOME={folder}\0".encode() in (entry / "environ").read_bytes():
                command_lines[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue  # the process has ended meanwhile
    return command_lines


def output(folder: Path) -> str:
    return (folder / "output").read_text("utf-8")


def wait_until_it_runs(folder: Path) -> None:
    wait_until("make run's own words", lambda: "Ctrl-C ends it." in output(folder))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_make_run_stops_every_child_on_signal(tmp_path: Path, number: signal.Signals) -> None:
    with make_run(tmp_path) as process:
        wait_until_it_runs(tmp_path)
        assert len(living_processes(tmp_path)) >= 4  # make run, simulator, worker, gunicorn and its web processes
        process.send_signal(number)
        assert process.wait(20) == 0
        assert living_processes(tmp_path) == {}
    assert re.search(r"The portal is at http://localhost:\d+, ", output(tmp_path))
    assert "office@harper.example" in output(tmp_path), "who can sign in"


def test_make_run_stops_when_terminal_is_closed(tmp_path: Path) -> None:
    terminal, its_end = os.openpty()
    with make_run(tmp_path, stdin=its_end) as process:
        os.close(its_end)
        wait_until_it_runs(tmp_path)
        os.close(terminal)
        assert process.wait(20) == 0
        assert living_processes(tmp_path) == {}


@pytest.mark.parametrize(("name", "command"), [("worker", "wsgi worker"), ("simulator", "-m simulator")])
def test_make_run_stops_when_child_dies_and_names_it(tmp_path: Path, name: str, command: str) -> None:
    with make_run(tmp_path) as process:
        wait_until_it_runs(tmp_path)
        (child,) = [pid for pid, line in living_processes(tmp_path).items() if command in line]
        os.kill(child, signal.SIGKILL)
        assert process.wait(20) == 1
        assert living_processes(tmp_path) == {}
    last = output(tmp_path).splitlines()[-1]
    assert last == f"The {name} ended by itself (exit status -9), so everything was ended."


@pytest.mark.parametrize("variable", ["BIND", "SIMULATOR_BIND"])
def test_make_run_reports_port_in_use(tmp_path: Path, variable: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        bind = f"127.0.0.1:{taken.getsockname()[1]}"
        with make_run(tmp_path, {variable: bind, "AGENTOS_BASE_URL": f"http://{bind}"}) as process:
            assert process.wait(20) == 1
            assert living_processes(tmp_path) == {}
    _, fault = output(tmp_path).splitlines()
    assert fault.strip().startswith(f"{variable}: {bind} cannot be used (")


def test_make_run_reports_every_invalid_setting(tmp_path: Path) -> None:
    wrong = {
        "AGENTOS_BUDGET": "many",
        "BIND": "here",
        "SIMULATOR_BIND": "there:x",
        "AGENTOS_BASE_URL": "http://there:x",
    }
    with make_run(tmp_path, wrong) as process:
        assert process.wait(30) == 1
    variables = [line.strip().partition(":")[0] for line in output(tmp_path).splitlines()[1:]]
    assert variables == ["AGENTOS_BUDGET", "BIND", "SIMULATOR_BIND"], "all at once, and no trace"
