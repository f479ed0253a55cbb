"""Migrations of the database to the tables of this version (alembic).

An update must not stop running hosts. So `db upgrade` comes before the new code starts, and the old code uses the new
tables for a while. It also uses them after a return to the earlier version. So a migration only adds to the tables,
and each version can use the tables of any later version.

PostgreSQL lets nobody read a table from its ALTER until the end of the transaction
(https://www.postgresql.org/docs/current/explicit-locking.html). So each migration has a transaction of its own.
"""

from functools import cache
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from app.domain.private_folder import make_private_folder
from app.observability.database_log import is_locked
from app.observability.exceptions import error_name
from app.store.engine import Database

FOLDER = Path(__file__).parents[2] / "migrations"
NOT_READY = "The database is not ready: run `flask --app wsgi db upgrade` first."
IN_USE = (
    "The tables cannot be changed: a backup, another upgrade or a person has used them for too long. Run `flask --app"
    " wsgi db upgrade` again when that has ended. It continues where it stopped."
)
LOCK_TIMEOUT = "2s"
"""The time for which a migration waits for a table of PostgreSQL, while later reads of this table wait behind it.

It is longer than a second, after which PostgreSQL stops an autovacuum that is in the way (`deadlock_timeout`).
"""


class TablesInUse(Exception):
    """A migration did not get a lock."""


def upgrade(database: Database, url: str) -> None:
    """Create or migrate the tables. Change nothing if they are of a later version.

    If this is interrupted, the tables are those of a migration in between, and the next upgrade continues.
    Raise OSError if a missing file cannot be made, or TablesInUse if a migration did not get its locks.
    """
    make_file(url)
    is_done = False
    while not is_done:
        try:
            with database.write() as connection:
                is_done = _migrate(connection)
        except OperationalError as error:
            if not is_locked(error):
                raise
            raise TablesInUse(IN_USE) from error


def _migrate(connection: Connection) -> bool:
    """Run the next migration; all of them in an empty database, which nobody reads. Return whether it was the last."""
    if fits(connection):
        return True
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
    _upgrade(connection, "+1" if revision_of(connection) else "head")
    return fits(connection)


def _upgrade(connection: Connection, target: str) -> None:
    """Run the migrations up to `target`."""
    settings = _settings()
    settings.attributes["connection"] = connection
    command.upgrade(settings, target)


def make_file(url: str) -> None:
    """Make a missing SQLite file and its folder, readable by the portal's user alone. Raise OSError if that fails."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        path = Path(address.database)
        make_private_folder(path.parent)
        path.touch(mode=0o600)


def place(url: str) -> str:
    """Return the place of the database for people: a SQLite file's whole path, or host and name without a password.

    If an `@` in the password was not escaped, the end of the password is before the last `@` of host and name.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return str(Path(address.database or "").absolute())
    return f"{address.host or 'this machine'}/{address.database}".rpartition("@")[2]


def fault(database: Database, url: str) -> str | None:
    """Return a sentence if the database at `url` cannot be used, or lacks the tables of this version; else None."""
    try:
        with database.read() as connection:
            return fault_of_tables(connection)
    except OperationalError as error:
        return unusable(url, error) if database.is_server else NOT_READY  # a missing file
    except SQLAlchemyError:
        return NOT_READY


def fault_of_tables(connection: Connection) -> str | None:
    """Return a sentence if this code cannot use the tables, or None if it can. Raise SQLAlchemyError."""
    return None if fits(connection) else NOT_READY


def log_fault(database: Database, url: str) -> None:
    """Log the `fault` of the database, if there is one, at the start of a web server."""
    if sentence := fault(database, url):
        structlog.get_logger("process").critical("database_not_ready", why=sentence)


def unusable(url: str, error: SQLAlchemyError) -> str:
    """Return the sentence for an `error` of a database. Only a message about a connection or a lock has no rows.

    Words with an `@` are left out, as in `place`.
    """
    reason = f"{error_name(error)}."
    if isinstance(error, OperationalError):
        reason = " ".join(word for word in str(error.orig).split() if "@" not in word)
    return f"The database at {place(url)} cannot be used: {reason}"


def fits(connection: Connection) -> bool:
    """Return True if this code can use the tables: they are of its version or a later one."""
    revision = revision_of(connection)
    return revision is not None and revision >= newest()


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the tables, or None if they have none."""
    return MigrationContext.configure(connection).get_current_revision()


@cache
def newest() -> str:
    """Return the revision of the tables of this version."""
    return str(ScriptDirectory.from_config(_settings()).get_current_head())


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    return settings
