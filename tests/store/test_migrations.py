"""Migrations: they create the tables that the portal uses, on each database, without stopping those who use them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError

import config
from app import create_app
from app.store import migrations
from app.store.engine import Database
from app.store.tables import metadata, sessions
from tests.portal_server import PortalServer
from tests.postgres_server import PostgresServer

FIRST = "0001"
TABLE = "CREATE TABLE later (id INTEGER PRIMARY KEY)"
SIGN_INS = "ALTER TABLE sessions ADD later VARCHAR(8)"
SUBMISSIONS = "ALTER TABLE submissions ADD later VARCHAR(8)"
AddMigrations = Callable[..., None]

OF_SQLITE = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%alembic%' AND name NOT LIKE 'sqlite%'"
OF_POSTGRESQL = """
    SELECT table_name, ordinal_position::text, column_name, data_type, character_maximum_length::text,
           column_default, is_nullable
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
    UNION SELECT tablename, indexname, indexdef, '', '', '', ''
    FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '', '', ''
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
"""


@pytest.fixture
def empty_urls(database_url: str, engine: str, request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """Yield the URLs of two databases without tables."""
    if engine == "sqlite":
        urls = database_url, database_url.replace("portal.db", "other.db")
        for url in urls:
            migrations.make_file(url)
        yield urls
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.database("template0") as url, server.database("template0") as other:
        yield url, other


def schema_of(connection: Connection) -> list[tuple[str, ...]]:
    """Return each table, column, index and constraint, except for comments."""
    query = OF_SQLITE if connection.dialect.name == "sqlite" else OF_POSTGRESQL
    return sorted(tuple(map(str, row)) for row in connection.exec_driver_sql(query))


def test_upgrade_makes_the_tables_that_the_code_knows(empty_urls: tuple[str, str]) -> None:
    migrated, made = (Database(url) for url in empty_urls)
    migrations.upgrade(migrated, empty_urls[0])
    with made.write() as connection:
        metadata.create_all(connection)
    with migrated.read() as connection, made.read() as other:
        assert schema_of(connection) == schema_of(other)
        assert migrations.fits(connection)
        assert not migrations.fits(other)
    migrated.dispose()
    made.dispose()


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


def faults_for_earlier_code(database: Database, change: Callable[[Connection], object]) -> list[str]:
    """Change the tables. Return what may stop the code that knows only the earlier ones."""
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


def test_each_migration_only_adds(empty_urls: tuple[str, str]) -> None:
    """The code of each version uses the tables of all later ones."""
    database = Database(empty_urls[0])
    revisions = sorted(each.revision for each in ScriptDirectory(str(migrations.FOLDER)).walk_revisions())
    with database.write() as connection:
        migrations._upgrade(connection, FIRST)
    assert revisions[0] == FIRST
    for revision in revisions[1:]:
        assert faults_for_earlier_code(database, partial(migrations._upgrade, target=revision)) == [], revision
    database.dispose()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("ALTER TABLE sessions ADD added VARCHAR(8)", []),
        ("ALTER TABLE sessions ADD added VARCHAR(8) NOT NULL DEFAULT ''", []),
        (
            "ALTER TABLE restores RENAME backed_up_at TO made_at",
            ["restores.backed_up_at changed", "restores.made_at is required"],
        ),
        ("ALTER TABLE restores DROP backed_up_at", ["restores.backed_up_at changed"]),
        (
            "DROP TABLE erased_contractors",
            [
                "erased_contractors primary key ['agency', 'contractor_id']",
                "erased_contractors.agency changed",
                "erased_contractors.contractor_id changed",
            ],
        ),
        ("CREATE UNIQUE INDEX once ON restores (backed_up_at)", ["restores unique index ['backed_up_at']"]),
    ],
)
def test_change_that_earlier_code_cannot_use_is_a_fault(database_url: str, statement: str, expected: list[str]) -> None:
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    assert faults_for_earlier_code(database, lambda connection: connection.exec_driver_sql(statement)) == expected
    database.dispose()


def test_upgrade_keeps_each_migration_before_one_that_fails_and_continues_there(
    portal_server: PortalServer, add_migrations: AddMigrations
) -> None:
    database, url = portal_server.services.database, portal_server.config.database_url
    add_migrations(SIGN_INS, TABLE, SUBMISSIONS)
    with database.write() as connection:
        connection.exec_driver_sql(TABLE)
    with pytest.raises(DBAPIError, match="later"):
        migrations.upgrade(database, url)
    with database.write() as connection:
        assert migrations.revision_of(connection) == "0002"
        connection.exec_driver_sql("DROP TABLE later")
    migrations.upgrade(database, url)
    with database.read() as connection:
        assert migrations.revision_of(connection) == migrations.newest() == "0004"


@pytest.fixture
def long_read(
    portal_server: PortalServer, add_migrations: AddMigrations, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ExitStack]:
    """Yield a read of a table that the last migration changes. `close` ends it."""
    monkeypatch.setattr(migrations, "LOCK_TIMEOUT", "20ms")
    add_migrations(TABLE, SIGN_INS)
    with ExitStack() as reading:
        reading.enter_context(portal_server.services.database.read()).execute(select(sessions.c.id)).first()
        yield reading


@pytest.mark.parametrize("engine", ["postgresql"])
def test_upgrade_ends_with_a_sentence_if_a_read_takes_too_long(
    portal_server: PortalServer, long_read: ExitStack
) -> None:
    ended = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert (ended.exit_code, ended.output) == (2, f"Error: {migrations.IN_USE}\n")
    with portal_server.services.database.read() as connection:
        assert migrations.revision_of(connection) == "0002"
    long_read.close()
    assert portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0


def test_portal_is_ready_with_later_tables_and_leaves_them(portal_server: PortalServer) -> None:
    with portal_server.services.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    portal_server.advance_clock(2)
    assert portal_server.app.test_client().get("/health/ready").status_code == 200
    upgrade = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert upgrade.exit_code == 0, upgrade.output
    with portal_server.services.database.read() as connection:
        assert migrations.revision_of(connection) == "9999"


def test_portal_with_earlier_tables_is_ready_once_they_are_migrated(
    portal_server: PortalServer, add_migrations: AddMigrations
) -> None:
    client = portal_server.app.test_client()
    add_migrations(TABLE)
    portal_server.advance_clock(2)
    assert client.get("/health/ready").status_code == 503
    assert portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0
    portal_server.advance_clock(2)
    assert client.get("/health/ready").status_code == 200
