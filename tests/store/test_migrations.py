"""Migrations: they create the tables that the portal uses, on each database, and can be reverted."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

import config
from app import create_app
from app.store import migrations
from app.store.engine import Database
from app.store.tables import metadata


def differences(database: Database) -> list[object]:
    """Return the differences between the tables and the portal's metadata, except for comments of columns."""
    with database.read() as connection:
        compared = compare_metadata(MigrationContext.configure(connection), metadata)
    changes = [
        each for difference in compared for each in (difference if isinstance(difference, list) else [difference])
    ]
    return [change for change in changes if change[0] != "modify_comment"]


def test_migrations_upgrade_downgrade_and_upgrade_again(database_url: str) -> None:
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    assert differences(database) == []
    with database.write() as connection:
        settings = migrations._settings()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")
    with database.read() as connection:
        assert not migrations.is_current(connection)
    migrations.upgrade(database, database_url)
    assert differences(database) == []
    database.dispose()


def test_unreachable_database_is_reported_in_one_sentence(
    settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = {"DATABASE_URL": "postgresql://portal:the-password@127.0.0.1:1/portal"}
    for name, value in {**settings, **nowhere}.items():
        monkeypatch.setenv(name, value)
    ended = create_app(config.load()).test_cli_runner().invoke(args=["db", "upgrade"])
    assert (ended.exit_code, ended.output.count("\n")) == (2, 1)
    assert ended.output.startswith("Error: The database at 127.0.0.1/portal cannot be used: connection failed: ")
    assert "the-password" not in ended.output
