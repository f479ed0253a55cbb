"""Bringing the database up to the tables of this version (alembic)."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url

from app.store.engine import Database

FOLDER = Path(__file__).parents[2] / "migrations"


def upgrade(database: Database, url: str) -> None:
    """Create or bring up the tables. Raises OSError where there is no file, and none can be made."""
    make_file(url)
    with database.write() as connection:
        settings = _settings()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def make_file(url: str) -> None:
    """Make a SQLite file and its folder, for the portal's own user alone, if they are missing. Raises OSError."""
    path = make_url(url).database
    if url.startswith("sqlite") and path:
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(path).touch(mode=0o600)


def place(url: str) -> str:
    """Where the database is, for people: a SQLite file's whole path, otherwise the host and its name, no password."""
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        return str(Path(where.database or "").absolute())
    return f"{where.host or 'this machine'}/{where.database}"


def is_current(connection: Connection) -> bool:
    """Whether the tables are those of this version."""
    return MigrationContext.configure(connection).get_current_revision() == _head()


@cache
def _head() -> str | None:
    return ScriptDirectory.from_config(_settings()).get_current_head()


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    return settings
