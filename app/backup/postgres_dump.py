"""Dumps of a PostgreSQL database, by PostgreSQL's own programs pg_dump and pg_restore."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, Connection, make_url, text

from app.backup.errors import BackupFailed

PLAIN = ("--no-owner", "--no-privileges")
"""Options for a restore by another user."""
SERVER_VERSION = text("SELECT current_setting('server_version_num')::int / 10000")
NEVER_TOO_IDLE = text("SET LOCAL idle_in_transaction_session_timeout = 0")
"""For a transaction that waits for a program or for files, however long that takes."""
EXPORT_SNAPSHOT = text("SELECT pg_export_snapshot()")


def dump(connection: Connection, url: str, target: Path) -> None:
    """Dump the database to a new file, as the transaction of `connection` sees it. Only a restore can use the dump.

    The tables' revision is left out, so no portal starts with tables that were restored by other means. Raise
    `BackupFailed`, OSError.
    """
    program = _program("pg_dump", connection)
    target.touch(mode=0o600, exist_ok=False)
    connection.execute(NEVER_TOO_IDLE)
    snapshot = connection.execute(EXPORT_SNAPSHOT).scalar_one()
    options = ("--format=custom", f"--snapshot={snapshot}", "--exclude-table-data=alembic_version", f"--file={target}")
    _run(program, url, *PLAIN, *options)


def load(connection: Connection, url: str, source: Path) -> None:
    """Restore a dump into an empty database in one transaction. Raise `BackupFailed`."""
    program = _program("pg_restore", connection)
    _run(program, url, *PLAIN, "--single-transaction", "--exit-on-error", str(source))


def _program(name: str, connection: Connection) -> str:
    """Return the path of a program that is not older than the server. Raise `BackupFailed`."""
    server = int(connection.execute(SERVER_VERSION).scalar_one())
    needed = f"Install the client programs of PostgreSQL {server} or newer (Debian: postgresql-client)."
    path = shutil.which(name)
    if path is None:
        raise BackupFailed(f"{name} is not installed. {needed}")
    shown = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.search(r"\) (\d+)", shown)
    if version is None or int(version[1]) < server:
        raise BackupFailed(f"{name} is older than the server: {shown.strip() or 'unknown version'}. {needed}")
    return path


def _run(program: str, url: str, *options: str) -> None:
    """Run a program on the database. The password is in its environment, which other users cannot see.

    It may be among the options of the URL (`?password=…`), which override the rest.
    """
    address = make_url(url)
    password = address.query.get("password", address.password)
    query = {name: value for name, value in address.query.items() if name != "password"}
    place = URL.create("postgresql", address.username, None, address.host, address.port, address.database, query)
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    if password is not None:
        environment["PGPASSWORD"] = str(password)
    ended = subprocess.run(  # noqa: S603 # no shell
        [program, f"--dbname={place.render_as_string()}", *options],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        lines = ended.stderr.strip().splitlines() or [f"exit status {ended.returncode}"]
        raise BackupFailed(f"{Path(program).name} failed: {lines[0]}")
