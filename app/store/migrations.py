"""Bringing the database up to the tables of this version (alembic)."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError

from app.store.engine import Database

FOLDER = Path(__file__).parents[2] / "migrations"
NOT_READY = "The database is not ready: run `flask --app wsgi db upgrade` first."


def upgrade(database: Database, url: str) -> None:
    """Create or bring up the tables. Raises OSError where there is no file, and none can be made."""
    make_file(url)
    with database.write() as connection:
        settings = _settings()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def make_file(url: str) -> None:
    """Make a SQLite file and its folder, for the portal's own user alone, if they are missing. Raises OSError."""
    if path := _file(url):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)


def place(url: str) -> str:
    """Where the database is, for people: a SQLite file's whole path, otherwise the host and its name, no password."""
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        return str(Path(where.database or "").absolute())
    return f"{where.host or 'this machine'}/{where.database}"


def is_ready(database: Database, url: str) -> bool:
    """Whether `database`, which is at `url`, can be read and has the tables of this version."""
    path = _file(url)
    if path and not path.exists():  # looking into it would make it, for everybody to read
        return False
    try:
        with database.read() as connection:
            return is_current(connection)
    except SQLAlchemyError:
        return False


def is_current(connection: Connection) -> bool:
    """Whether the tables are those of this version."""
    return MigrationContext.configure(connection).get_current_revision() == _head()


def _file(url: str) -> Path | None:
    """SQLite's; a server's are its own."""
    where = make_url(url)
    return Path(where.database) if where.get_backend_name() == "sqlite" and where.database else None


@cache
def _head() -> str | None:
    return ScriptDirectory.from_config(_settings()).get_current_head()


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    return settings
