"""Whether data can be kept where the settings say, seen at the start, before anything is made there."""

import errno
import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from environs import Env
from marshmallow import validate
from sqlalchemy import create_engine
from sqlalchemy.exc import ArgumentError

INSTANCE = Path(__file__).parents[2] / "instance"
"""Ours by default, and made with what lies in it."""
PASSING = (errno.ENOSPC, errno.EDQUOT)
"""Of a full disk: what is kept there already can be read all the same."""
BEGINNINGS = (b"", b"SQLite format 3\0")


def database_url(env: Env) -> str | None:
    """Where the database is, with PostgreSQL's driver, whichever of its schemes was written; None if it is wrong."""
    given: str | None = env.str(
        "DATABASE_URL",
        f"sqlite:///{INSTANCE / 'portal.db'}",
        validate=validate.Regexp(
            r"(sqlite:///.|postgres(ql)?(\+psycopg)?://).*",
            error="must be sqlite:///path or postgresql://user:password@host/name",
        ),
    )
    return given and re.sub(r"\Apostgres(ql)?(\+psycopg)?://", "postgresql+psycopg://", given)


def storage_faults(settings: Mapping[str, Any], unread: Collection[str]) -> Iterator[str]:
    """A line for each place, of the `settings` by name, where nothing can be kept, save those that are `unread`."""
    in_files = settings["session_type"] != "redis"
    faults: Mapping[str, Callable[[], str | None]] = {
        "DATABASE_URL": lambda: _of_database(settings["database_url"]),
        "SESSION_FILE_DIR": lambda: _of_folder(settings["session_file_dir"]) if in_files else None,
        "DOCUMENTS_DIR": lambda: _of_folder(settings["documents_dir"]),
        "METRICS_DIR": lambda: _of_folder(settings["metrics_dir"]) if settings["metrics_bind"] else None,
    }
    for variable, look in faults.items():
        if variable not in unread and (fault := look()):
            yield f"{variable}: {fault}"


NOT_WRITABLE = "{} cannot be written to by this user"


def _of_folder(folder: Path) -> str | None:
    """Why nothing can be kept in `folder`, if so. One that is missing is made; more that is missing is a wrong path."""
    path = folder.absolute()
    missing = [each for each in (path, *path.parents) if not os.path.lexists(each)]
    there = next(each for each in (path, *path.parents) if each not in missing)
    if not there.is_dir():
        return f"{there} is not a folder"
    if missing[1:] not in ([], [INSTANCE]) and _may(there, os.X_OK):
        return f"{missing[-1]} does not exist, and only the last folder of a path is made"
    if not _may(there, os.R_OK | os.W_OK | os.X_OK):
        return NOT_WRITABLE.format(there)
    try:
        tempfile.TemporaryFile(dir=there).close()
    except OSError as error:  # where modes say nothing: a disk mounted read-only, or no disk at all, such as /proc
        if error.errno not in PASSING:
            return f"nothing can be kept in {there} ({error.strerror})"
    return None


def _of_database(url: str) -> str | None:
    """Why the database at `url` cannot be used, if so. Of SQLite's alone, which are files, anything can be seen."""
    try:
        where = create_engine(url).url
    except (ArgumentError, ImportError, TypeError, ValueError):
        return "is not a database's URL, or needs a driver that is not installed"
    if where.get_backend_name() != "sqlite":
        return None
    name = where.database or ""
    if name == ":memory:" or name.startswith("file:"):
        return "must be a file's path, since every process of the portal uses it"
    file = Path(name).absolute()
    if not os.path.lexists(file):
        return _of_folder(file.parent)
    if not file.is_file():
        return f"{file} is not a file"
    if not _may(file, os.R_OK | os.W_OK):
        return NOT_WRITABLE.format(file)
    with file.open("rb") as opened:
        if opened.read(16) not in BEGINNINGS:
            return f"{file} is not an SQLite database"
    return _of_folder(file.parent)  # SQLite writes beside it


def _may(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)
