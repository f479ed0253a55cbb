"""A folder in which the newest backups stay. Everything in it that the rotation has not made stays, too."""

from __future__ import annotations

import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from app.backup import manifest
from app.backup.errors import disk_errors_in

FORM = "%Y-%m-%d-%H%M%S"
"""The name of a backup: when it began (UTC)."""
NAME = re.compile(r"\d{4}-\d\d-\d\d-\d{6}")
INCOMPLETE = "incomplete"
"""The name of the last backup that lacked documents."""
LONGEST = timedelta(days=1)
"""The time after which a backup has ended. If it has no manifest, the process was killed."""


def set_aside(backup: Path) -> Path:
    """Rename a backup that lacks documents to `INCOMPLETE`, in place of the former one. Return the new path.

    So a backup of every night does not fill the disk, and those that are complete stay. Raise `BackupFailed`.
    """
    path = backup.with_name(INCOMPLETE)
    with disk_errors_in(path):
        shutil.rmtree(path, ignore_errors=True)
        return backup.rename(path)


def delete_old(new: Path, keep: int) -> None:
    """Delete the backups beside `new`, except the `keep - 1` newest, and the parts that killed processes have left.

    A backup with a later name than `new` was made by a clock that was ahead. It stays, and does not count. Raise
    `BackupFailed`.
    """
    begun_since = (datetime.strptime(new.name, FORM) - LONGEST).strftime(FORM)  # noqa: DTZ007 - both are UTC
    with disk_errors_in(new.parent):
        others = [path for path in new.parent.iterdir() if NAME.fullmatch(path.name) and path.name < new.name]
        folders = sorted(path for path in others if path.is_dir() and not path.is_symlink())
        complete = [path for path in folders if (path / manifest.NAME).is_file()]
        parts = [path for path in folders if path not in complete and path.name < begun_since]
        for path in (*complete[: max(0, len(complete) - keep + 1)], *parts):
            shutil.rmtree(path)
