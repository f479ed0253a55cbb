"""The manifest of a backup. It is written last, so a folder without one is no complete backup."""

from __future__ import annotations

import hashlib
import os
import re
from functools import partial
from pathlib import Path

import msgspec

from app.backup import files
from app.backup.errors import BackupFailed
from app.ledger.document_files import DOCUMENT

NAME = "manifest.json"
DATABASE = "database"
"""The name of the file with the database's content: a SQLite file, or a dump of PostgreSQL."""
DOCUMENTS = "documents"
FILE = re.compile(rf"database|documents/{DOCUMENT.pattern}")
"""The names of files in a backup, relative to its folder."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The content of a backup.

    `portal`: the version. `tables`: the revision of the tables. `engine`: sqlite or postgresql. `began_at`: when the
    backup began (UTC). `rows`: the number of rows of each table. `files`: the SHA-256 of each file.
    """

    portal: str
    tables: str
    engine: str
    began_at: str
    rows: dict[str, int]
    files: dict[str, str]

    @property
    def documents(self) -> list[str]:
        """The names of the documents' files."""
        return [name for name in self.files if name != DATABASE]


class _Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    manifest: Manifest
    sha256: str


_SEALED = msgspec.json.Decoder(_Sealed)


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest. It gets its name only when it is on the disk. Raise OSError."""
    sealed = _Sealed(manifest, _digest(manifest))
    unfinished = folder / f"{NAME}.part"
    with open(unfinished, "wb", opener=partial(os.open, mode=0o600)) as file:
        file.write(msgspec.json.format(msgspec.json.encode(sealed), indent=1))
        file.flush()
        os.fsync(file.fileno())
    files.sync(folder)
    unfinished.rename(folder / NAME)
    files.sync(folder)


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup whose files are all there and unchanged. Raise `BackupFailed`, OSError."""
    try:
        sealed = _SEALED.decode((folder / NAME).read_bytes())
    except FileNotFoundError:
        raise BackupFailed(f"{folder} has no complete backup: {NAME} is missing.") from None
    except msgspec.MsgspecError:
        raise _damaged(folder / NAME) from None
    manifest = sealed.manifest
    if sealed.sha256 != _digest(manifest) or DATABASE not in manifest.files:
        raise _damaged(folder / NAME)
    for name, sha256 in manifest.files.items():
        path = folder / name
        if not FILE.fullmatch(name) or not path.is_file() or files.digest(path) != sha256:
            raise _damaged(path)
    return manifest


def _damaged(path: Path) -> BackupFailed:
    return BackupFailed(f"The backup is damaged: {path} is missing or has changed. Use another backup.")


def _digest(manifest: Manifest) -> str:
    return hashlib.sha256(msgspec.json.encode(manifest, order="sorted")).hexdigest()
