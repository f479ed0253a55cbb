"""The error of a backup or a restore."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BackupFailed(Exception):
    """A backup or a restore failed. The text is a sentence for the operator, without a password."""


@contextmanager
def disk_errors_in(folder: Path) -> Iterator[None]:
    """Turn an OSError, such as that of a full disk, into `BackupFailed`. `folder`: the folder of the backup."""
    try:
        yield
    except OSError as error:
        raise BackupFailed(f"{error.filename or folder}: {error.strerror or type(error).__name__}.") from error
