"""Making a backup while the portal serves: first the database, then the documents, and the manifest last.

A document is on the disk before its submission is promised or sent, so each such row in the copy has its file. The only
exceptions are documents that were deleted meanwhile because they were old or erased. If an open submission lacks its
document, the disk or DOCUMENTS_DIR is wrong. Then the backup stays, because its rows are worth having, but it does
not count as complete.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, func, inspect, select
from sqlalchemy import table as named_table

from app.backup import files, manifest, postgres_dump, sqlite_file
from app.backup.errors import BackupFailed, disk_errors_in
from app.backup.manifest import DATABASE, DOCUMENTS, Manifest
from app.domain.clock import to_text
from app.domain.private_folder import make_private_folder
from app.ledger.document_files import DOCUMENT
from app.ledger.queries import open_documents
from app.store import migrations
from app.store.engine import Database

RESERVE_BYTES = 100_000_000
"""Room that a backup leaves on the disk, for what the portal and the database write meanwhile."""

if TYPE_CHECKING:
    from app.services import Services


class Backup(NamedTuple):
    """A backup that was made. `missing`: the number of documents of open submissions that it lacks."""

    manifest: Manifest
    missing: int


def make(services: Services, folder: Path, *, version: str) -> Backup:
    """Write a backup into a new or empty folder, and return it. `version`: of the portal.

    Raise `BackupFailed` or SQLAlchemyError. Then a new folder is deleted, because parts of failed backups would fill
    the disk, on which the portal itself may write. If the process is killed, the parts stay.
    """
    with disk_errors_in(folder):
        is_new = _make_folder(folder)
        try:
            _check_space(services, folder)
            made = _write(services, folder, version)
        except BaseException:
            if is_new:
                shutil.rmtree(folder, ignore_errors=True)
            raise
        files.sync(folder.absolute().parent)
    return made


def _write(services: Services, folder: Path, version: str) -> Backup:
    config, database, target = services.config, services.database, folder / DATABASE
    began_at = services.clock.now()
    if database.is_server:
        with database.read() as connection:
            postgres_dump.dump(connection, config.database_url, target)
            tables, rows = migrations.revision_of(connection), count_rows(connection)
            needed = open_documents(connection)
        files.sync(target)
    else:
        tables = sqlite_file.dump(Path(migrations.place(config.database_url)), target)
        copy = Database(f"sqlite:///{target}", services.clock)
        with copy.read() as connection:
            rows, needed = count_rows(connection), open_documents(connection)
        copy.dispose()
        sqlite_file.close_up(target)
    digests = {DATABASE: files.digest(target), **dict(_copy_documents(config.documents_dir, folder / DOCUMENTS))}
    made = Manifest(
        portal=version,
        tables=tables or "",
        engine=engine_of(database),
        began_at=to_text(began_at),
        rows=rows,
        files=digests,
    )
    missing = {each for each, sha256 in needed.items() if digests.get(f"{DOCUMENTS}/{each}.pdf") != sha256}
    if missing:
        with database.read() as connection:
            missing &= open_documents(connection).keys()  # others were settled or erased meanwhile
    manifest.write(folder, made)
    return Backup(made, len(missing))


def engine_of(database: Database) -> str:
    """Return the kind of a database in a manifest."""
    return "postgresql" if database.is_server else "sqlite"


def count_rows(connection: Connection) -> dict[str, int]:
    """Return the number of rows of each table, except that of the tables' revision."""
    names = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
    return {name: connection.scalar(select(func.count()).select_from(named_table(name))) or 0 for name in names}


def _make_folder(folder: Path) -> bool:
    """Make the folder of a backup, readable by this user alone. Return False if there is an empty one already.

    Raise `BackupFailed`, OSError. Of two backups that begin at once, one makes the folder.
    """
    make_private_folder(folder.absolute().parent)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not folder.is_dir() or any(folder.iterdir()):
            raise BackupFailed(f"{folder} is not an empty folder. Name a new one.") from None
        return False
    return True


def _check_space(services: Services, folder: Path) -> None:
    """Raise `BackupFailed` if the files do not fit on the disk. The size of a dump of PostgreSQL is not known yet."""
    url = services.config.database_url
    database = [] if services.database.is_server else sqlite_file.leftovers(Path(migrations.place(url)))
    needed = RESERVE_BYTES
    for path in (*database, *_documents(services.config.documents_dir)):
        with suppress(FileNotFoundError):  # it was deleted meanwhile
            needed += path.stat().st_size
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise BackupFailed(f"{folder}: the backup needs {needed / 1e6:,.0f} MB, and {free / 1e6:,.0f} MB are free.")


def _documents(folder: Path) -> list[Path]:
    """Return the documents, of which there are none if the folder is missing. Raise OSError if it cannot be listed."""
    return [path for path in sorted(folder.iterdir()) if DOCUMENT.fullmatch(path.name)] if folder.is_dir() else []


def _copy_documents(source: Path, target: Path) -> Iterator[tuple[str, str]]:
    """Copy all documents. Yield the name of each within the backup, and its SHA-256."""
    target.mkdir(mode=0o700)
    for path in _documents(source):
        try:
            digest = files.copy(path, target / path.name)
        except FileNotFoundError:  # it was deleted meanwhile
            continue
        yield f"{DOCUMENTS}/{path.name}", digest
    files.sync(target)
