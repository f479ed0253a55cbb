"""Copies of a SQLite database. Python's `sqlite3` makes them while other processes write (Connection.backup)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from app.backup import files
from app.backup.errors import BackupFailed

BESIDE = ("", "-wal", "-shm", "-journal")
"""The ends of the names of SQLite's files. A WAL that stays behind would change the next file of that name."""


def dump(path: Path, target: Path) -> str | None:
    """Copy the database to a new file, and return the revision of the copied tables, or None if they have none.

    The copy does not say its revision, so only a restore can use it. Raise `BackupFailed`, OSError.
    """
    target.touch(mode=0o600, exist_ok=False)
    try:
        with closing(_open(path)) as live, closing(_open(target)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").close()  # one file, without a WAL beside it
            row = copy.execute("SELECT version_num FROM alembic_version").fetchone()
            copy.execute("DELETE FROM alembic_version").close()
            copy.commit()
    except sqlite3.Error as error:
        raise BackupFailed(f"{path} cannot be copied to {target}: {error}.") from error
    files.sync(target)
    return None if row is None else str(row[0])


def leftovers(path: Path) -> list[Path]:
    """Return the files of a database at a path, with its WAL and the like."""
    return [beside for end in BESIDE if (beside := path.with_name(path.name + end)).exists()]


def close_up(path: Path) -> None:
    """Merge the WAL into the file, and write it to the disk. Raise `BackupFailed`, OSError."""
    try:
        with closing(_open(path)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").close()
    except sqlite3.Error as error:
        raise BackupFailed(f"{path}: {error}.") from error
    files.sync(path)


def _open(path: Path) -> sqlite3.Connection:
    """Open an existing file."""
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=rw", uri=True)
