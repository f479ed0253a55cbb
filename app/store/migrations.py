"""Migrations of the database to the tables of this version (alembic)."""

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
from app.store.engine import Database

FOLDER = Path(__file__).parents[2] / "migrations"
NOT_READY = "The database is not ready: run `flask --app wsgi db upgrade` first."


def upgrade(database: Database, url: str) -> None:
    """Create or migrate the tables. Raise OSError if a missing file cannot be made."""
    make_file(url)
    with database.write() as connection:
        settings = _settings()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


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
            return None if is_current(connection) else NOT_READY
    except OperationalError as error:
        return unusable(url, error) if database.is_server else NOT_READY  # a missing file
    except SQLAlchemyError:
        return NOT_READY


def log_fault(database: Database, url: str) -> None:
    """Log the `fault` of the database, if there is one, at the start of a web server."""
    if sentence := fault(database, url):
        structlog.get_logger("process").critical(sentence)


def unusable(url: str, error: OperationalError) -> str:
    """Return the sentence for an `error` of a database server. Its message about a connection or a lock has no rows."""
    return f"The database at {place(url)} cannot be used: {' '.join(str(error.orig).split())}"


def is_current(connection: Connection) -> bool:
    """Return True if the database has the tables of this version."""
    return MigrationContext.configure(connection).get_current_revision() == _head()


def _file(url: str) -> Path | None:
    """Return the path of a SQLite file; None for a server."""
    address = make_url(url)
    return Path(address.database) if address.get_backend_name() == "sqlite" and address.database else None


@cache
def _head() -> str | None:
    return ScriptDirectory.from_config(_settings()).get_current_head()


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    return settings
