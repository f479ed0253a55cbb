"""Migrations: they create the tables that the portal uses, on each database, and can be reverted."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

import config
from app import create_app
from app.store import migrations
from app.store.engine import Database
from app.store.tables import metadata
from tests.portal_server import PortalServer


def migrate(connection: Connection, direction: Callable[[Config, str], None], revision: str) -> None:
    """Upgrade or downgrade the tables to this revision."""
    settings = migrations._settings()
    settings.attributes["connection"] = connection
    direction(settings, revision)


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
        migrate(connection, command.downgrade, "base")
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


Parts = dict[tuple[str, str], tuple[str, ...]]
"""The demands of the tables on the code, by table and part."""


def names_of(connection: Connection) -> list[str]:
    return sorted(inspect(connection).get_table_names())


def columns_of(connection: Connection) -> Parts:
    """Return the type of each column, and whether a new row must name it."""
    columns = [(table, each) for table in names_of(connection) for each in inspect(connection).get_columns(table)]
    return {
        (table, each["name"]): (
            str(each["type"]),
            "nullable" if each["nullable"] else "not null",
            "optional" if each["nullable"] or each["default"] else "required",
        )
        for table, each in columns
    }


def rules_of(connection: Connection) -> set[tuple[str, str]]:
    """Return the rules of each table: repeated keys and values, unknown references, and values that fail a check."""
    inspector = inspect(connection)
    return {
        (table, f"{kind} {rule}")
        for table in names_of(connection)
        for kind, rules in {
            "primary key": [inspector.get_pk_constraint(table)["constrained_columns"]],
            "unique index": [each["column_names"] for each in inspector.get_indexes(table) if each["unique"]],
            "unique": [each["column_names"] for each in inspector.get_unique_constraints(table)],
            "reference": [each["constrained_columns"] for each in inspector.get_foreign_keys(table)],
            "check": [each["sqltext"] for each in inspector.get_check_constraints(table)],
        }.items()
        for rule in rules
    }


def faults_for_former_code(database: Database, change: Callable[[Connection], object]) -> list[str]:
    """Change the tables. Return what may stop the code that knows only the former ones."""
    with database.read() as connection:
        tables, columns, rules = names_of(connection), columns_of(connection), rules_of(connection)
    with database.write() as connection:
        change(connection)
    with database.read() as connection:
        new_columns, new_rules = columns_of(connection), rules_of(connection)
    changed = [f"{'.'.join(column)} changed" for column, form in columns.items() if new_columns.get(column) != form]
    required = [
        f"{'.'.join(column)} is required"
        for column, form in new_columns.items()
        if column not in columns and column[0] in tables and "required" in form
    ]
    other_rules = [" ".join(rule) for rule in rules ^ new_rules if rule[0] in tables]
    return sorted([*changed, *required, *other_rules])


def test_former_code_can_use_the_tables_of_each_migration_unless_it_says_otherwise(database_url: str) -> None:
    """A release only adds to the tables. A migration that does more must raise `oldest_code`."""
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    listed = scripts()
    with database.write() as connection:
        migrate(connection, command.downgrade, min(listed))
    former = listed[min(listed)].oldest_code
    for revision in sorted(listed)[1:]:
        change = partial(migrate, direction=command.upgrade, revision=revision)
        faults = faults_for_former_code(database, change)
        assert faults == [] or listed[revision].oldest_code > former, f"{revision}: {faults}"
        former = listed[revision].oldest_code
    database.dispose()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("ALTER TABLE sign_ins ADD added VARCHAR(8)", []),
        ("ALTER TABLE sign_ins ADD added VARCHAR(8) NOT NULL DEFAULT ''", []),
        (
            "ALTER TABLE restores RENAME backed_up_at TO made_at",
            ["restores.backed_up_at changed", "restores.made_at is required"],
        ),
        ("ALTER TABLE restores DROP restored_at", ["restores.restored_at changed"]),
        (
            "DROP TABLE erased_contractors",
            [
                "erased_contractors primary key ['agency', 'contractor_id']",
                "erased_contractors.agency changed",
                "erased_contractors.contractor_id changed",
                "erased_contractors.erased_at changed",
            ],
        ),
        ("CREATE UNIQUE INDEX once ON restores (restored_at)", ["restores unique index ['restored_at']"]),
    ],
)
def test_change_that_former_code_cannot_use_is_a_fault(database_url: str, statement: str, expected: list[str]) -> None:
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    assert faults_for_former_code(database, lambda connection: connection.exec_driver_sql(statement)) == expected
    database.dispose()


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
        migrate(connection, command.downgrade, "0022")
    portal_server.advance_clock(2)
    assert client.get("/health/ready").status_code == 503
    assert portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0
    portal_server.advance_clock(2)
    assert client.get("/health/ready").status_code == 200
