"""A separate Redis for the tests: Debian's redis-server without privileges, on a free port, in a temporary folder."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from redis import Redis, RedisError

MISSING = "redis-server is not installed: `apt-get install redis-server` brings the tests of the portal with it."
START_S = 10.0
NOBODY = 65534


def path() -> str:
    """Return the path of redis-server. Skip the test if it is missing."""
    return shutil.which("redis-server") or pytest.skip(MISSING)


def unprivileged(*folders: Path) -> dict[str, Any]:
    """Return arguments that run a process as nobody if we are the superuser. `folders` will belong to nobody."""
    if os.geteuid() != 0:
        return {}
    for folder in folders:
        os.chown(folder, NOBODY, NOBODY)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


class RedisServer:
    """A server that stores nothing on the disk, so it is empty after each start. `url` stays the same."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.url = f"redis://127.0.0.1:{port}/0"
        self._log = folder / "log"
        options = {"port": port, "bind": "127.0.0.1", "dir": folder, "save": "", "appendonly": "no", "daemonize": "no"}
        self._command = [path(), *(part for name, value in options.items() for part in (f"--{name}", str(value)))]
        self._rights = unprivileged(folder)
        self.start()

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        with self._log.open("ab") as log:
            environment = {"PATH": os.environ["PATH"]}
            self.process = subprocess.Popen(
                self._command, cwd="/", stdout=log, stderr=log, env=environment, **self._rights
            )
        until = time.monotonic() + START_S
        with Redis.from_url(self.url) as client:
            while time.monotonic() < until and self.process.poll() is None:
                try:
                    client.ping()
                    return
                except RedisError:
                    time.sleep(0.02)
        pytest.fail(f"redis-server did not start:\n{self._log.read_text('utf-8', 'replace')[-2000:]}", pytrace=False)

    def kill(self) -> None:
        """End the server at once, without any farewell to its clients."""
        self.process.kill()
        self.process.wait(10)

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Suspend the server: connections succeed, and no command is answered."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@contextmanager
def running() -> Iterator[RedisServer]:
    """Yield a server. Stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:
        server = RedisServer(Path(folder))
        try:
            yield server
        finally:
            server.process.terminate()
            server.process.wait(10)


@contextmanager
def serving() -> Iterator[str]:
    """Yield the URL of a server. Stop it at the end."""
    with running() as server:
        yield server.url
