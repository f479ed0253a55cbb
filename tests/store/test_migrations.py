"""Migrations: they create the tables that the portal uses, on each database, and can be reverted."""

from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

import config
from app import create_app
from app.store import migrations
from app.store.engine import Database
from app.store.tables import metadata
from tests.portal_server import PortalServer


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
        assert not migrations.fits(connection)
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


def scripts() -> dict[str, Any]:
    """Return the module of each migration since code says what it can use, by revision."""
    revisions = migrations._scripts().walk_revisions()
    return {each.revision: each.module for each in revisions if each.revision >= "0023"}


def test_each_migration_says_which_code_can_use_its_tables() -> None:
    """The oldest code never becomes older, and is not newer than the migration."""
    modules = [module for _, module in sorted(scripts().items())]
    values = [module.oldest_code for module in modules]
    assert values == sorted(values)
    assert all(module.oldest_code <= module.revision for module in modules)


def tables_of(portal_server: PortalServer, revision: str, oldest_code: int) -> None:
    """Pretend that a later version has migrated the database."""
    with portal_server.services.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})
        connection.execute(text("UPDATE counters SET value = :to WHERE name = 'oldest code'"), {"to": oldest_code})
    portal_server.advance_clock(2)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_portal_is_ready_with_later_tables_that_it_can_use(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    tables_of(portal_server, "9999", oldest_code=1)
    assert client.get("/health/ready").status_code == 200
    upgrade = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert upgrade.exit_code == 0, upgrade.output
    tables_of(portal_server, "9999", oldest_code=9999)
    assert client.get("/health/ready").status_code == 503
    upgrade = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert (upgrade.exit_code, upgrade.output) == (
        2,
        "Error: The database has the tables of a later version, which this one cannot use. Install that version.\n",
    )


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_portal_with_older_tables_is_ready_once_they_are_migrated(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    with portal_server.services.database.write() as connection:
        settings = migrations._settings()
        settings.attributes["connection"] = connection
        command.downgrade(settings, "0022")
    portal_server.advance_clock(2)
    assert client.get("/health/ready").status_code == 503
    assert portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0
    portal_server.advance_clock(2)
    assert client.get("/health/ready").status_code == 200
