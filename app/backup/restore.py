"""The restore of a backup into an empty database. Nothing may be sent to AgentOS twice.

Rows of the time after the backup are lost, and those of the backup may be out of date. So each open submission counts
as in doubt (`app.ledger.restores`). For a week of a live worker, the portal looks for newer records in AgentOS before
it sends. No process can use the database before the rows are changed: it needs the revision of the tables, which is
written in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import Connection, delete, update

from app.auth import sign_ins
from app.backup import files, last_backup, manifest, postgres_dump, sqlite_file
from app.backup.errors import BackupFailed, disk_errors_in
from app.backup.lists import record_lists
from app.backup.make import count_rows, engine_of
from app.backup.manifest import DATABASE, Manifest
from app.domain.clock import from_text, to_text
from app.domain.private_folder import make_private_folder
from app.ledger import queries, restores
from app.store import migrations
from app.store.engine import Database
from app.store.steady_clock import SteadyClock
from app.store.tables import (
    cached_responses,
    collections,
    first_windows,
    heartbeats,
    host_clocks,
    operation_rests,
    refused_keys,
    response_sources,
    rests,
    slots,
    tickets,
    worker_tasks,
)

if TYPE_CHECKING:
    from app.services import Services

OF_PROCESSES = (
    heartbeats,  # so the time for which a worker is alive begins again (`app.ledger.restores`)
    worker_tasks,
    host_clocks,  # so each machine begins a new epoch of the steady clock, in which the budget counts as used
    slots,
    first_windows,
    rests,
    operation_rests,
    refused_keys,
    tickets,
    cached_responses,
    response_sources,
)
"""Tables of processes that have ended, and of responses that can be made again."""
WHY = "restored from a backup"

log = structlog.get_logger("restore")


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """The result of a restore. `doubtful`: the number of open submissions. `sessions`: the number of ended sessions."""

    manifest: Manifest
    doubtful: int
    sessions: int


def restore(services: Services, folder: Path, *, keep_sessions: bool) -> Restored:
    """Restore the backup in `folder`. No process of the portal may run. Raise `BackupFailed` or SQLAlchemyError.

    A folder of documents may have documents, as long as they are the same.
    """
    with disk_errors_in(folder):
        backup = manifest.read(folder)
        _check(services.database, backup)
        with ExitStack() as stack:
            connection = stack.enter_context(_empty_database(services, folder / DATABASE))
            _restore_documents(folder, backup, services.config.documents_dir)
            if services.database.is_server:
                postgres_dump.load(connection, services.config.database_url, folder / DATABASE)
            if count_rows(connection) != backup.rows:
                raise BackupFailed("The restored tables have too few or too many rows. Use another backup.")
            migrations.upgrade_from(connection, backup.tables)
            restored = _mark(services, connection, backup, keep_sessions=keep_sessions)
    log.warning("restored", backup=backup.began_at, doubtful=restored.doubtful, ended_sessions=restored.sessions)
    return restored


def _check(database: Database, backup: Manifest) -> None:
    """Raise `BackupFailed` if this version cannot restore the backup into this kind of database."""
    engine = engine_of(database)
    if backup.engine != engine:
        raise BackupFailed(f"The backup is of a database of {backup.engine}, but DATABASE_URL is {engine}.")
    if backup.tables > migrations.newest():
        raise BackupFailed(f"The backup is of version {backup.portal}, which is later than this one. Install it first.")


@contextmanager
def _empty_database(services: Services, dump: Path) -> Iterator[Connection]:
    """Yield a write transaction of the empty database (SQLite: of a copy of the dump, which gets its name afterwards).

    Raise `BackupFailed` if the database is not empty.
    """
    url = services.config.database_url
    if services.database.is_server:
        with services.database.write() as connection:  # other writes must wait until the rows are changed
            if migrations.has_tables(connection):
                raise _not_empty(migrations.place(url), "Make a new database, and name it in DATABASE_URL.")
            connection.execute(postgres_dump.NEVER_TOO_IDLE)
            yield connection
        return
    path = Path(migrations.place(url))
    if existing := sqlite_file.leftovers(path):
        raise _not_empty(str(existing[0]), "Move it and all files beside it away.")
    make_private_folder(path.parent)
    unfinished = path.with_name(f"{path.name}.restoring")
    _delete(unfinished)
    database = Database(f"sqlite:///{unfinished}", services.clock)
    try:
        files.copy(dump, unfinished)
        with database.write() as connection:
            yield connection
        database.dispose()
        sqlite_file.close_up(unfinished)
        unfinished.rename(path)
    except BaseException:
        database.dispose()
        _delete(unfinished)
        raise
    files.sync(path.parent)


def _delete(unfinished: Path) -> None:
    """Delete the files of an unfinished database, which has personal data. Raise OSError."""
    for path in sqlite_file.leftovers(unfinished):
        path.unlink()


def _not_empty(place: str, remedy: str) -> BackupFailed:
    return BackupFailed(f"{place} exists already, and a restore overwrites nothing. Stop the portal. {remedy}")


def _restore_documents(folder: Path, backup: Manifest, target: Path) -> None:
    """Copy the documents of a backup that are not there yet. Raise `BackupFailed`, OSError."""
    missing = []
    for name in backup.documents:
        path = target / Path(name).name
        if not path.exists():
            missing.append((folder / name, path))
        elif files.digest(path) != backup.files[name]:
            raise BackupFailed(f"{path} differs from the backup, and a restore overwrites nothing. Move it away.")
    make_private_folder(target)
    for source, path in missing:
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        files.copy(source, unfinished)
        unfinished.rename(path)
    files.sync(target)


def _mark(services: Services, connection: Connection, backup: Manifest, *, keep_sessions: bool) -> Restored:
    """Change the restored rows, so that no process repeats anything that happened after the backup."""
    now = services.clock.now()
    if restores.record_restore(connection, from_text(backup.began_at), now):
        record_lists(connection)
    for table in OF_PROCESSES:
        connection.execute(delete(table))
    connection.execute(update(collections).values(lease_owner=None, lease_until=None))
    seconds = SteadyClock(services.database).compare(connection).now
    last_backup.record(connection, backup.began_at, now)
    documents = [Path(name).stem for name in backup.documents]
    queries.set_document_folder(connection, documents, services.ledger.documents.mark())
    doubtful = restores.doubt_open_submissions(connection, services.audit, now, seconds)
    sign_ins.end_all_codes(connection, to_text(now))
    sessions = 0 if keep_sessions else sign_ins.end_all(services, connection, to_text(now), WHY)
    return Restored(manifest=backup, doubtful=doubtful, sessions=sessions)
