"""Migrations of the database to the tables of this version (alembic).

An update must not stop running hosts. So `db upgrade` comes before the new code starts, and the former code uses the
new tables for a while. A release only adds to the tables. A later release removes the parts without a user. In each
migration, `oldest_code` is the revision of the oldest code that can use its tables.
"""

from functools import cache
from pathlib import Path

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, column, insert, inspect, make_url, select
from sqlalchemy import table as named_table
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from app.domain.private_folder import make_private_folder
from app.observability.exceptions import error_name
from app.store.engine import Database, upsert
from app.store.tables import counters

FOLDER = Path(__file__).parents[2] / "migrations"
NOT_READY = "The database is not ready: run `flask --app wsgi db upgrade` first."
TOO_LATE = "The database has the tables of a later version, which this one cannot use. Install that version."
OLDEST_CODE = "oldest code"
"""The row of `counters` with the revision of the oldest code that can use the tables."""
alembic_version = named_table("alembic_version", column("version_num"))


class LaterTables(Exception):
    """The database has the tables of a later version, which this one cannot use."""


def upgrade(database: Database, url: str) -> None:
    """Create or migrate the tables. Change nothing if they are of a later version that this code can use.

    Raise OSError if a missing file cannot be made, or LaterTables if this code cannot use the later tables.
    """
    make_file(url)
    with database.write() as connection:
        if _is_later(connection):
            if not fits(connection):
                raise LaterTables(TOO_LATE)
            return
        _upgrade(connection)


def upgrade_from(connection: Connection, revision: str) -> None:
    """Migrate restored tables, which have this revision but do not say so."""
    connection.execute(insert(alembic_version).values(version_num=revision))
    _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    settings = _settings()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
    row = upsert(connection.dialect.name, counters).values(name=OLDEST_CODE, value=int(oldest_code()))
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value}))


def make_file(url: str) -> None:
    """Make a missing SQLite file and its folder, readable by the portal's user alone. Raise OSError if that fails."""
    if path := _file(url):
        make_private_folder(path.parent)
        path.touch(mode=0o600)


def place(url: str) -> str:
    """Return the place of the database for people: a SQLite file's whole path, or host and name without a password."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return str(Path(address.database or "").absolute())
    return f"{address.host or 'this machine'}/{address.database}"


def fault(database: Database, url: str) -> str | None:
    """Return a sentence if the database at `url` cannot be used, or lacks the tables of this version; else None."""
    try:
        with database.read() as connection:
            if fits(connection):
                return None
            return TOO_LATE if _is_later(connection) else NOT_READY
    except OperationalError as error:
        return unusable(url, error) if database.is_server else NOT_READY  # a missing file
    except SQLAlchemyError:
        return NOT_READY


def log_fault(database: Database, url: str) -> None:
    """Log the `fault` of the database, if there is one, at the start of a web server."""
    if sentence := fault(database, url):
        structlog.get_logger("process").critical("database_not_ready", why=sentence)


def unusable(url: str, error: SQLAlchemyError) -> str:
    """Return the sentence for an `error` of a database. Only a message about a connection or a lock has no rows."""
    reason = " ".join(str(error.orig).split()) if isinstance(error, OperationalError) else f"{error_name(error)}."
    return f"The database at {place(url)} cannot be used: {reason}"


def fits(connection: Connection) -> bool:
    """Return True if this code can use the tables: they are of its version, or of a later one that says so."""
    if not _is_later(connection):
        return revision_of(connection) == newest()
    oldest = connection.scalar(select(counters.c.value).where(counters.c.name == OLDEST_CODE))
    return oldest is not None and oldest <= int(newest())


def oldest_code() -> str:
    """Return the revision of the oldest code that can use the tables of this version."""
    return str(_scripts().get_revision(newest()).module.oldest_code)


def _is_later(connection: Connection) -> bool:
    """Return True if the tables are of a later version than this code, which does not know their revision."""
    revision = revision_of(connection)
    return revision is not None and revision > newest()


def has_tables(connection: Connection) -> bool:
    """Return True if the database has any table."""
    return bool(inspect(connection).get_table_names())


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the tables, or None if they have none."""
    return MigrationContext.configure(connection).get_current_revision()


def _file(url: str) -> Path | None:
    """Return the path of a SQLite file; None for a server."""
    address = make_url(url)
    return Path(address.database) if address.get_backend_name() == "sqlite" and address.database else None


@cache
def newest() -> str:
    """Return the revision of the tables of this version."""
    return str(_scripts().get_current_head())


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_settings())


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    return settings
