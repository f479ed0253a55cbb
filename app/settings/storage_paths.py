"""Checks at the start that the portal can store data at the configured paths."""

import errno
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from environs import Env
from marshmallow import validate
from sqlalchemy import create_engine
from sqlalchemy.exc import ArgumentError

from app.settings.urls import is_database_cut

INSTANCE = Path(__file__).parents[2] / "instance"
"""The default folder of all data. If it is missing, the portal creates it."""
FULL_DISK = (errno.ENOSPC, errno.EDQUOT)
"""Errors of a full disk. The portal can still read its data."""
ESCAPED_AT = "the host, the database's name or an option has an @; there and in a password, write %40 for @, %3F for ?"
NOT_WRITABLE = "{} cannot be written to by this user"
SQLITE_HEADERS = (b"", b"SQLite format 3\0")


def database_url(env: Env, **default: Any) -> str | None:
    """Return the database's URL, with the driver's name in every PostgreSQL scheme; None if the URL is wrong.

    `default`: the argument of this name of `Env.str`, or nothing.
    """
    url: str | None = env.str(
        "DATABASE_URL",
        **default,
        validate=validate.Regexp(
            r"(sqlite:///.|postgres(ql)?(\+psycopg)?://).*",
            error="must be sqlite:///path or postgresql://user:password@host/name",
        ),
    )
    return url and re.sub(r"\Apostgres(ql)?(\+psycopg)?://", "postgresql+psycopg://", url)


def storage_faults(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each configured path that cannot be used. A setting that is None has another fault."""
    checks = (
        ("DATABASE_URL", _database_fault, settings["database_url"]),
        ("DOCUMENTS_DIR", _folder_fault, settings["documents_dir"]),
        ("METRICS_DIR", _folder_fault, settings["metrics_bind"] and settings["metrics_dir"]),
    )
    for variable, find_fault, path in checks:
        if path and (fault := find_fault(path)):
            yield f"{variable}: {fault}"


def _folder_fault(folder: Path) -> str | None:
    """Return the reason why nothing can be stored in `folder`, or None. Only the last folder may be missing."""
    path = folder.absolute()
    folders = (path, *path.parents)
    missing = [each for each in folders if not os.path.lexists(each)]
    existing = folders[len(missing)]
    if not existing.is_dir():
        return f"{existing} is not a folder"
    if missing[1:] not in ([], [INSTANCE]) and os.access(existing, os.X_OK):
        return f"{missing[-1]} does not exist, and only the last folder of a path is made"
    try:
        tempfile.TemporaryFile(dir=existing).close()
    except PermissionError:
        return NOT_WRITABLE.format(existing)
    except OSError as error:  # file modes do not show a read-only disk, or /proc
        if error.errno not in FULL_DISK:
            return f"nothing can be kept in {existing} ({error.strerror})"
    return None


def _database_fault(url: str) -> str | None:
    """Return the reason why the database at `url` cannot be used, or None. A server is not called."""
    try:
        where = create_engine(url).url
    except (ArgumentError, ImportError, TypeError, ValueError):
        return "is not a database's URL, or needs a driver that is not installed"
    if where.get_backend_name() != "sqlite":
        return ESCAPED_AT if is_database_cut(url, where) else None
    name = where.database or ""
    if name == ":memory:" or name.startswith("file:"):
        return "must be a file's path, since every process of the portal uses it"
    file = Path(name).absolute()
    if not os.path.lexists(file):
        return _folder_fault(file.parent)
    if not file.is_file():
        return f"{file} is not a file"
    try:
        with file.open("r+b") as opened:
            is_database = opened.read(16) in SQLITE_HEADERS
    except OSError:
        return NOT_WRITABLE.format(file)
    if not is_database:
        return f"{file} is not an SQLite database"
    return _folder_fault(file.parent)  # SQLite also writes files beside it
