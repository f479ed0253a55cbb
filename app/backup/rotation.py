"""A folder in which the newest backups stay. Only folders with the names of this module are deleted.

A backup has the time when it began (UTC) as its name. While it is written, `UNFINISHED` follows. If it lacks documents,
`INCOMPLETE` follows: it displaces no complete one, and may be the only one with the newest documents.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.backup import files, make
from app.backup.errors import BackupFailed, disk_errors_in
from app.domain.private_folder import make_private_folder

if TYPE_CHECKING:
    from app.services import Services

TIME_FORMAT = "%Y-%m-%d-%H%M%S"
NAME = re.compile(r"\d{4}-\d\d-\d\d-\d{6}(?P<kind>-incomplete|\.part)?")
INCOMPLETE, UNFINISHED = "-incomplete", ".part"


def make_beside_others(services: Services, parent: Path, *, version: str) -> tuple[Path, make.Backup]:
    """Write a backup into a new folder in `parent`; return its path and the backup. `version`: of the portal.

    First delete the parts of backups whose process was killed. Raise `BackupFailed` or SQLAlchemyError.
    """
    with disk_errors_in(parent):
        make_private_folder(parent)
        with _locked(parent):
            _delete(_backups(parent, UNFINISHED))
            name = services.clock.now().strftime(TIME_FORMAT)
            unfinished = parent / f"{name}{UNFINISHED}"
            backup = make.make(services, unfinished, version=version)
            folder = parent / (f"{name}{INCOMPLETE}" if backup.missing else name)
            unfinished.rename(folder)
            files.sync(parent)
    return folder, backup


def delete_old(new: Path, keep: int) -> None:
    """Delete the backups beside `new` that are as complete as it, except the `keep - 1` newest.

    A backup with a later name than `new` was made by a clock that was ahead. It stays, and does not count. Raise
    `BackupFailed`.
    """
    with disk_errors_in(new.parent), _locked(new.parent):
        kind = INCOMPLETE if new.name.endswith(INCOMPLETE) else None
        older = [path for path in _backups(new.parent, kind) if path.name < new.name]
        _delete(older[: max(0, len(older) - keep + 1)])


def _backups(parent: Path, kind: str | None) -> list[Path]:
    """Return the folders of one kind, the oldest first."""
    names = sorted(match[0] for name in os.listdir(parent) if (match := NAME.fullmatch(name)) and match["kind"] == kind)
    return [path for name in names if (path := parent / name).is_dir() and not path.is_symlink()]


def _delete(folders: Iterable[Path]) -> None:
    """Delete folders. If one cannot be deleted, go on with the others, and raise its OSError at the end."""
    failed: OSError | None = None
    for folder in folders:
        try:
            with suppress(FileNotFoundError):
                shutil.rmtree(folder)
        except OSError as error:
            failed = error
    if failed is not None:
        raise failed


@contextmanager
def _locked(parent: Path) -> Iterator[None]:
    """Lock a folder against other backups of this kind. Raise `BackupFailed` if there is one."""
    handle = os.open(parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupFailed(f"Another backup is being made in {parent}.") from None
        yield
    finally:
        os.close(handle)
