"""The restore of a backup into an empty database of either engine. Nothing may be sent to AgentOS twice.

Rows of the time after the backup are lost, and those of the backup may be out of date. So each open submission counts
as in doubt (`app.ledger.restores`). For a week of a live worker, the portal looks for newer records in AgentOS before
it sends. The rows are written and changed in one transaction, so no process sees them before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import structlog
from sqlalchemy import Connection, func, insert, select

from app.auth import codes
from app.domain.clock import from_text
from app.domain.private_folder import make_private_folder
from app.ledger import queries, restores
from app.ledger.document_files import sync_folder
from app.mail import queue
from app.operations.backup.archive import DAMAGED, BackupFailed, Manifest, Reader, disk_errors_at
from app.operations.backup.contents import INCLUDED
from app.services import Services
from app.store import migrations
from app.store.engine import SEQUENCE, batches, put_row
from app.store.steady_clock import SteadyClock
from app.store.tables import backups, counters, mails, metadata, submissions

log = structlog.get_logger("restore")


def restore(services: Services, path: Path) -> tuple[Manifest, int]:
    """Restore the backup at `path`. Return its manifest, and the number of open submissions, which are in doubt.

    No process of the portal may run. The database has the tables of this version, without rows. DOCUMENTS_DIR may have
    documents, as long as they are the same. A restore that fails leaves nothing. Raise `BackupFailed` or
    SQLAlchemyError.
    """
    try:
        with disk_errors_at(path), ZipFile(path) as file:
            archive = Reader(file)
            manifest = archive.manifest
            if manifest.tables > migrations.newest():
                raise BackupFailed(
                    f"The backup is of version {manifest.portal}, later than this one. Install it first."
                )
            with _restored_documents(archive, services.config.documents_dir), services.database.write() as connection:
                _refuse_rows(connection, migrations.place(services.config.database_url))
                for table in INCLUDED:
                    for rows in batches(archive.rows(table)):
                        connection.execute(insert(table), list(rows))
                doubtful = _mark(services, connection, archive)
    except DAMAGED as error:
        raise BackupFailed(f"{path} is damaged, or is no backup of the portal. Use another backup.") from error
    log.warning("restored", backup=manifest.began_at, doubtful=doubtful)
    return manifest, doubtful


def _refuse_rows(connection: Connection, place: str) -> None:
    """Raise `BackupFailed` if a process has used the database."""
    for table in {*metadata.sorted_tables} - {counters}:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise BackupFailed(
                f"The database {place} is not empty, and a restore overwrites nothing. Stop the portal, name a new "
                "database in DATABASE_URL, and run `db upgrade`."
            )


@contextmanager
def _restored_documents(archive: Reader, folder: Path) -> Iterator[None]:
    """Write the documents that are missing in a folder, and delete them again if the block fails.

    Raise `BackupFailed`, OSError.
    """
    make_private_folder(folder)
    written = []
    try:
        for name in archive.documents():
            path = folder / name
            if not path.exists():
                written.append(path)
                archive.extract(name, path)
            elif not archive.is_same(name, path):
                raise BackupFailed(f"{path} differs from the backup, and a restore overwrites nothing. Move it away.")
        sync_folder(folder)
        yield
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _mark(services: Services, connection: Connection, archive: Reader) -> int:
    """Change the restored rows, so that no process repeats anything that happened after the backup.

    Return the number of open submissions.
    """
    now, began_at = services.clock.now(), archive.manifest.began_at
    restores.record_restore(connection, from_text(began_at), now)
    put_row(connection, backups, {"id": 1}, {"began_at": began_at})  # it has all that the database has
    newest = connection.scalar(select(func.max(submissions.c.number))) or 0
    put_row(connection, counters, {"name": SEQUENCE}, {"value": newest})
    documents = [Path(name).stem for name in archive.documents()]
    queries.set_document_folder(connection, documents, services.ledger.documents.mark())
    queue.remove(connection, mails.c.kind == codes.MAIL)  # as with sessions, everybody asks again
    seconds = SteadyClock(services.database).compare(connection).now
    restores.restart_after_restore(connection, seconds)
    return restores.doubt_open_submissions(connection, services.audit, now, seconds)
