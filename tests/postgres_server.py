"""A separate PostgreSQL for the tests.

It runs Debian's programs without privileges, with its data and its socket in a temporary folder.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from app.store import migrations
from app.store.engine import Database

MISSING = "PostgreSQL is not installed: `apt-get install postgresql` brings the tests of the portal on it."
START_S = 20.0
NOBODY = 65534
OURS = ("listen_addresses=", "max_connections=200")
FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off")
"""Settings that may lose data in a crash of the machine, which does not matter here."""


def program(name: str) -> str:
    """Return the path of a PostgreSQL program in its newest version. Skip the test if it is missing."""
    newest = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=Path("/"))
    return shutil.which(name, path=f"{newest}:{os.environ['PATH']}") or pytest.skip(MISSING)


def unprivileged(*folders: Path) -> dict[str, Any]:
    """Return arguments that run a process as nobody if we are the superuser. `folders` will belong to nobody."""
    if os.geteuid() != 0:
        return {}
    for folder in folders:
        os.chown(folder, NOBODY, NOBODY)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


class PostgresServer:
    """A server on which each test gets its own database."""

    def __init__(self, folder: Path, program: "Postmaster") -> None:
        self._folder = folder
        self._names = (f"portal_{number}" for number in count())
        self._admin = psycopg.connect(f"host={folder} user=portal dbname=postgres", autocommit=True)
        self.program = program
        self.tables = self._with_tables()

    def url(self, database: str) -> str:
        """Return the URL of a database, as the configuration expects it."""
        return f"postgresql+psycopg://portal@/{database}?host={quote(str(self._folder))}"

    def make(self, like: str) -> str:
        """Create a copy of the database `like`, which must have no connections. Return its name."""
        name = next(self._names)
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(like))
        self._admin.execute(words)
        return name

    @contextmanager
    def database(self, like: str) -> Iterator[str]:
        """Yield the URL of a copy of `like`. Drop it at the end, even if it has connections."""
        name = self.make(like)
        try:
            yield self.url(name)
        finally:
            self.drop(self.url(name))

    def drop(self, url: str) -> None:
        """Drop a database."""
        self._admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(_name(url))))

    def hang_up(self, url: str) -> int:
        """Close every connection to a database, as a restart would. Return their number."""
        words = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
        return len(self._admin.execute(words, [_name(url)]).fetchall())

    def close(self) -> None:
        self._admin.close()

    def start_again(self) -> None:
        """Start the stopped server, and wait until it accepts connections."""
        self.program.start()
        until = time.monotonic() + START_S
        while True:
            try:
                return self.reconnect()
            except psycopg.OperationalError:
                assert time.monotonic() < until, "PostgreSQL did not start again"
                time.sleep(0.02)

    def reconnect(self) -> None:
        """Connect again after a restart."""
        self._admin.close()
        self._admin = psycopg.connect(f"host={self._folder} user=portal dbname=postgres", autocommit=True)

    def _with_tables(self) -> str:
        """Return the name of a database with empty tables, from which others are copied."""
        name = self.make("template0")
        database = Database(self.url(name))
        migrations.upgrade(database, self.url(name))
        database.dispose()
        return name


def _name(url: str) -> str:
    return str(make_url(url).database)


class Postmaster:
    """The server's process, which can be started again."""

    def __init__(self, command: list[str], log: IO[bytes], rights: dict[str, Any], environment: dict[str, str]) -> None:
        self._command = command
        self._log = log
        self._rights = rights
        self._environment = {**os.environ, **environment}
        self.start()

    def start(self) -> None:
        """Start the process."""
        self.process = subprocess.Popen(
            self._command, cwd="/", stdout=self._log, stderr=self._log, env=self._environment, **self._rights
        )

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """Stop the process. SIGQUIT is what `pg_ctl -m immediate` sends: the next start recovers as after a crash."""
        self.process.send_signal(number)  # SIGTERM would wait until all clients have disconnected
        self.process.wait(20)

    @property
    def is_running(self) -> bool:
        """Return whether the process is running."""
        return self.process.poll() is None


@contextmanager
def serving(
    *,
    durable: bool = False,
    place: Path | None = None,
    environment: dict[str, str] | None = None,
) -> Iterator[PostgresServer]:
    """Yield a server, in `place` if set, with additional variables of the `environment`. Stop it at the end.

    `durable`: write to the disk, where a commit takes as long as in production.
    """
    parent = place or (None if durable else os.environ.get("PYTEST_DEBUG_TEMPROOT"))
    programs = {name: program(name) for name in ("initdb", "postgres")}
    with tempfile.TemporaryDirectory(prefix="postgres-", dir=parent) as root:
        folder, log = Path(root) / "data", (Path(root) / "log").open("wb")
        folder.mkdir(0o700)
        rights = unprivileged(Path(root), folder)
        options = ("-D", str(folder), "-U", "portal", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
        subprocess.run([programs["initdb"], *options], cwd="/", stdout=log, stderr=log, check=True, **rights)
        chosen = (*(() if durable else FAST), *OURS, f"unix_socket_directories={folder}")
        settings = [part for each in chosen for part in ("-c", each)]
        command = [programs["postgres"], "-D", str(folder), *settings]
        master = Postmaster(command, log, rights, environment or {})
        try:
            server = _once_there(folder, master, Path(log.name))
            yield server
            server.close()
        finally:
            master.stop()
            log.close()


def _once_there(folder: Path, master: Postmaster, log: Path) -> PostgresServer:
    until = time.monotonic() + START_S
    while time.monotonic() < until and master.is_running:
        try:
            return PostgresServer(folder, master)
        except psycopg.OperationalError:
            time.sleep(0.02)
    pytest.fail(f"postgres did not start:\n{log.read_text('utf-8', 'replace')[-2000:]}", pytrace=False)
