"""Making a backup while the portal serves: first the tables, in one transaction, then the documents.

A document is on the disk before its submission is promised or sent, so each such row in the backup has its file. The
only exceptions are documents that were deleted meanwhile because they were old or erased. If an open submission lacks
its document, the disk or DOCUMENTS_DIR is wrong. Then the backup stays, because its rows are worth having, but it does
not count as complete.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import msgspec

from app.domain.clock import to_text
from app.domain.private_folder import make_private_folder, private_opener
from app.domain.version import VERSION
from app.ledger.document_files import sync_folder
from app.ledger.queries import open_documents
from app.operations.backup import archive
from app.operations.backup.archive import Manifest, disk_errors_at
from app.operations.backup.contents import INCLUDED, rows_of
from app.services import Services
from app.store import migrations
from app.store.engine import put_row
from app.store.tables import backups


def make(services: Services, folder: Path) -> tuple[Path, Manifest, int]:
    """Write a backup into a new file in `folder`, whose name is the time (UTC).

    Return the file, its manifest, and the number of documents of open submissions that it lacks. Record the backup if
    it is complete. Raise `BackupFailed` or SQLAlchemyError. The file gets its name only when it is on the disk. If the
    process is killed, a file that ends with `.part` stays.
    """
    began_at = services.clock.now()
    path = folder / f"portal-{began_at:%Y-%m-%d-%H%M%S}.zip"
    unfinished = path.with_suffix(".zip.part")
    with disk_errors_at(folder):
        make_private_folder(folder)
        with open(unfinished, "xb", opener=private_opener) as file:
            try:
                manifest, missing = _write(services, file, to_text(began_at))
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                unfinished.unlink()
                raise
        unfinished.rename(path)
        sync_folder(folder)
    if not missing:
        with services.database.write() as connection:
            put_row(connection, backups, {"id": 1}, {"began_at": manifest.began_at})
    return path, manifest, missing


def _write(services: Services, file: IO[bytes], began_at: str) -> tuple[Manifest, int]:
    """Write the archive. Return its manifest, and the number of documents that it lacks."""
    with ZipFile(file, "w", ZIP_DEFLATED, strict_timestamps=False) as new:
        with services.database.read() as connection:
            rows = sum(archive.add_rows(new, table, rows_of(connection, table)) for table in INCLUDED)
            needed = open_documents(connection)
        copied = set()
        for path in services.ledger.documents.files():
            with suppress(FileNotFoundError):  # it was deleted meanwhile
                new.write(path, f"{archive.DOCUMENTS}{path.name}", ZIP_STORED)  # it is compressed already
                copied.add(path.stem)
        is_intact = services.ledger.documents.is_intact
        missing = {each for each, stored in needed.items() if each not in copied or not is_intact(each, stored)}
        if missing:
            with services.database.read() as connection:
                missing &= open_documents(connection).keys()  # others were settled or erased meanwhile
        tables, documents = migrations.newest(), len(copied)
        manifest = Manifest(portal=VERSION, tables=tables, began_at=began_at, rows=rows, documents=documents)
        new.writestr(archive.MANIFEST, msgspec.json.encode(manifest))
    return manifest, len(missing)
