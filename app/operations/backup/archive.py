"""The archive of a backup: a ZIP file with a manifest, the rows of each table as JSON lines, and the documents.

A ZIP file has a checksum of each member, and the list of its members at its end. So a file that was cut is no ZIP file.
"""

from __future__ import annotations

import json
import os
import zlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import Any
from zipfile import BadZipFile, ZipFile

import msgspec
from sqlalchemy import LargeBinary, Table

from app.domain.private_folder import private_opener
from app.ledger.document_files import DOCUMENT

MANIFEST = "manifest.json"
DOCUMENTS = "documents/"
DAMAGED = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, AttributeError)
"""Errors of `zipfile` and of the decoders for a file that is damaged, or that is something else."""


class BackupFailed(Exception):
    """A backup or a restore failed. The text is a sentence for the operator, without a password."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """A summary of a backup.

    `portal`: the version. `tables`: the revision of its tables. `began_at`: when the backup began (UTC). `rows` and
    `documents`: their numbers.
    """

    portal: str
    tables: str
    began_at: str
    rows: int
    documents: int


_MANIFEST = msgspec.json.Decoder(Manifest)


@contextmanager
def disk_errors_at(path: Path) -> Iterator[None]:
    """Convert an OSError, such as that of a full disk, into `BackupFailed`. `path`: the backup, or its folder."""
    try:
        yield
    except OSError as error:
        raise BackupFailed(f"{error.filename or path}: {error.strerror or type(error).__name__}.") from error


def add_rows(archive: ZipFile, table: Table, rows: Iterable[dict[str, Any]]) -> int:
    """Write the rows of a table. Return their number. Raise OSError."""
    number = 0
    with archive.open(_rows_name(table), "w", force_zip64=True) as member:
        for row in rows:
            member.write(msgspec.json.encode(row) + b"\n")
            number += 1
    return number


class Reader:
    """Reads an archive whose members are all intact. Every method may raise OSError and the errors of `DAMAGED`."""

    def __init__(self, archive: ZipFile) -> None:
        self._zip = archive
        if self._zip.testzip() is not None:
            raise BadZipFile
        self._names = set(self._zip.namelist())
        self.manifest = _MANIFEST.decode(self._zip.read(MANIFEST))

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table; none of a table that is newer than the backup."""
        if _rows_name(table) not in self._names:
            return
        binary = [column.name for column in table.c if isinstance(column.type, LargeBinary)]
        with self._zip.open(_rows_name(table)) as lines:
            for line in lines:
                row = json.loads(line)
                row.update((name, b64decode(row[name])) for name in binary if row.get(name) is not None)
                yield row

    def documents(self) -> list[str]:
        """Return the names of the documents' files. Other names are ignored: they might lead out of a folder."""
        names = [name.removeprefix(DOCUMENTS) for name in self._names if name.startswith(DOCUMENTS)]
        return [name for name in names if DOCUMENT.fullmatch(name)]

    def is_same(self, name: str, path: Path) -> bool:
        """Return True if the file at `path` has the content of a document."""
        info = self._zip.getinfo(f"{DOCUMENTS}{name}")
        content = path.read_bytes()  # at most LIMITS.document_bytes
        return (len(content), zlib.crc32(content)) == (info.file_size, info.CRC)

    def extract(self, name: str, target: Path) -> None:
        """Write a document to a new file, and wait until it is on the disk."""
        with self._zip.open(f"{DOCUMENTS}{name}") as source, open(target, "xb", opener=private_opener) as file:
            copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())


def _rows_name(table: Table) -> str:
    return f"tables/{table.name}.jsonl"
