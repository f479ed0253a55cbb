"""Files of a backup: copied with their digest, readable by this user alone, and on the disk when a function returns."""

from __future__ import annotations

import hashlib
import os
from functools import partial
from pathlib import Path

PIECE_BYTES = 2**20


def copy(source: Path, target: Path) -> str:
    """Copy a file to a new file, and return its SHA-256. Raise OSError with a file name, for example on a full disk."""
    digest = hashlib.sha256()
    try:
        with source.open("rb") as old, open(target, "xb", opener=partial(os.open, mode=0o600)) as new:
            while piece := old.read(PIECE_BYTES):
                digest.update(piece)
                new.write(piece)
            new.flush()
            os.fsync(new.fileno())
    except OSError as error:
        error.filename = error.filename or str(target)
        raise
    return digest.hexdigest()


def digest(path: Path) -> str:
    """Return the SHA-256 of a file. Raise OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Write a file, or the names in a folder, to the disk. Raise OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
