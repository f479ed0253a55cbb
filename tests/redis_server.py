"""A separate Redis for the tests: Debian's redis-server without privileges, on a free port, in a temporary folder."""

import os
import shutil
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


@contextmanager
def serving() -> Iterator[str]:
    """Yield the URL of a server that stores nothing on the disk. Stop it at the end."""
    program = path()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:
        options = {"port": port, "bind": "127.0.0.1", "dir": folder, "save": "", "appendonly": "no", "daemonize": "no"}
        command = [program, *(part for name, value in options.items() for part in (f"--{name}", str(value)))]
        log = (Path(folder) / "log").open("wb")
        rights = unprivileged(Path(folder))
        environment = {"PATH": os.environ["PATH"]}
        process = subprocess.Popen(command, cwd="/", stdout=log, stderr=log, env=environment, **rights)
        try:
            url = f"redis://127.0.0.1:{port}/0"
            _wait_for(url, process, Path(log.name))
            yield url
        finally:
            process.terminate()
            process.wait(10)
            log.close()


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_S
    with Redis.from_url(url) as client:
        while time.monotonic() < until and process.poll() is None:
            try:
                client.ping()
                return
            except RedisError:
                time.sleep(0.02)
    pytest.fail(f"redis-server did not start:\n{log.read_text('utf-8', 'replace')[-2000:]}", pytrace=False)
