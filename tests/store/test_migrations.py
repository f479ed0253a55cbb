"""Migrations: they create the tables that the portal uses, on each database, and can be reverted."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, event, inspect, select, text
from sqlalchemy.exc import DBAPIError

import config
from app import create_app
from app.store import migrations
from app.store.engine import Database
from app.store.tables import counters, metadata, sign_ins
from tests.clock import FakeClock
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


FORMER_TABLES = text("SELECT oid, relname, relfilenode FROM pg_class WHERE relkind = 'r'")
WITHOUT_READS = "SELECT relation FROM pg_locks WHERE pid = pg_backend_pid() AND mode = 'AccessExclusiveLock'"
SHORT = re.compile("ALTER TABLE|COMMENT ON|DROP|UPDATE alembic_version", re.IGNORECASE)
"""The statements that may follow the first one that stops reads of a table."""


def delays_of_reads(database: Database, change: Callable[[Connection], object]) -> list[str]:
    """Change the tables of PostgreSQL. Return what may stop reads of a table in use for more than a moment."""
    faults: list[str] = []
    with database.write() as connection:
        tables = {oid: (name, file) for oid, name, file in connection.execute(FORMER_TABLES)}
        locked: list[str] = []

        def notice(_connection: object, cursor: Any, statement: str, *_: object) -> None:
            if locked and not SHORT.match(statement):
                faults.append(f"{' '.join(statement.split()[:2])} follows the lock on {locked[0]}")
            locks = {oid for (oid,) in cursor.connection.execute(WITHOUT_READS)}
            locked[:] = sorted(tables[oid][0] for oid in locks & tables.keys())

        event.listen(connection, "after_cursor_execute", notice)
        change(connection)
        event.remove(connection, "after_cursor_execute", notice)
        if len(locked) > 1:  # a read that holds one and waits for the other could end in a deadlock
            faults.append(f"locks {' and '.join(locked)}")
        rewritten = [
            name for oid, name, file in connection.execute(FORMER_TABLES) if tables.get(oid, ("", file))[1] != file
        ]
        return [*faults, *(f"rewrites {name}" for name in rewritten)]


@pytest.mark.parametrize("engine", ["postgresql"])
def test_migration_stops_reads_of_one_table_for_a_moment_at_its_end(database_url: str) -> None:
    """Nothing slow follows the change of a table in use, because nobody can read it until the end of the migration."""
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    listed = sorted(scripts())
    with database.write() as connection:
        migrate(connection, command.downgrade, listed[0])
    for revision in listed[1:]:
        assert delays_of_reads(database, partial(migrate, direction=command.upgrade, revision=revision)) == [], revision
    database.dispose()


@pytest.mark.parametrize("engine", ["postgresql"])
@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["CREATE INDEX added ON sign_ins (agency)", "ALTER TABLE sign_ins ADD added VARCHAR(8)"], []),
        (["ALTER TABLE sign_ins ADD added VARCHAR(8)", "ALTER TABLE sign_ins ADD other VARCHAR(8) DEFAULT ''"], []),
        (
            ["ALTER TABLE sign_ins ADD added VARCHAR(8)", "CREATE INDEX added ON sign_ins (added)"],
            ["CREATE INDEX follows the lock on sign_ins"],
        ),
        (
            ["DROP INDEX sign_ins_by_email", "CREATE INDEX added ON sign_ins (email)"],
            ["CREATE INDEX follows the lock on sign_ins"],
        ),
        (
            ["ALTER TABLE sign_ins ADD added VARCHAR(8)", "UPDATE sign_ins SET added = agency"],
            ["UPDATE sign_ins follows the lock on sign_ins"],
        ),
        (
            ["ALTER TABLE sign_ins ADD added VARCHAR(8)", "ALTER TABLE submissions ADD added VARCHAR(8)"],
            ["locks sign_ins and submissions"],
        ),
        (["ALTER TABLE sign_ins ADD added UUID DEFAULT gen_random_uuid()"], ["rewrites sign_ins"]),
    ],
)
def test_change_that_stops_reads_for_long_is_a_fault(
    database_url: str, statements: list[str], expected: list[str]
) -> None:
    database = Database(database_url)
    migrations.upgrade(database, database_url)

    def change(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    assert delays_of_reads(database, change) == expected
    database.dispose()


def test_upgrade_keeps_each_migration_before_one_that_fails_and_continues_there(database_url: str) -> None:
    """In between, the database says which code can use its tables."""
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    with database.write() as connection:
        migrate(connection, command.downgrade, "0020")
        connection.exec_driver_sql("CREATE INDEX known_devices_by_device ON known_devices (device)")
    with pytest.raises(DBAPIError, match="known_devices_by_device"):  # migration 0023 makes it
        migrations.upgrade(database, database_url)
    with database.write() as connection:
        assert migrations.revision_of(connection) == "0022"
        assert connection.scalar(select(counters.c.value).where(counters.c.name == migrations.OLDEST_CODE)) == 22
        connection.exec_driver_sql("DROP INDEX known_devices_by_device")
    migrations.upgrade(database, database_url)
    assert differences(database) == []
    with database.read() as connection:
        assert migrations.fits(connection)
    database.dispose()


def test_database_with_the_index_that_a_later_migration_makes_can_be_upgraded(database_url: str) -> None:
    """Migration 0027 made it once. It is now in 0028."""
    database = Database(database_url)
    migrations.upgrade(database, database_url)
    with database.write() as connection:
        migrate(connection, command.downgrade, "0027")
        connection.exec_driver_sql(
            "CREATE INDEX sign_ins_by_session ON sign_ins (session) WHERE revoked_at IS NULL AND session IS NOT NULL"
        )
    migrations.upgrade(database, database_url)
    assert differences(database) == []
    database.dispose()


def test_upgrade_waits_for_another_one(database_url: str) -> None:
    clock = FakeClock()
    database = Database(database_url, clock, busy_timeout_ms=10)
    migrations.upgrade(database, database_url)
    with database.write() as connection:
        migrate(connection, command.downgrade, "0026")
    with ExitStack() as other:
        other.enter_context(database.write())
        clock.worker = other.close  # while the upgrade pauses
        migrations.upgrade(database, database_url)
    assert differences(database) == []
    assert clock.boot() == FakeClock().boot() + migrations.PAUSE_S
    database.dispose()


@pytest.fixture
def long_read(portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[ExitStack]:
    """Yield a read of a table that the next migration changes. `close` ends it."""
    monkeypatch.setattr(migrations, "LOCK_TIMEOUT", "20ms")
    database = portal_server.services.database
    with database.write() as connection:
        migrate(connection, command.downgrade, "0025")
    with ExitStack() as reading:
        reading.enter_context(database.read()).execute(select(sign_ins.c.id)).first()
        yield reading


@pytest.mark.parametrize("engine", ["postgresql"])
def test_upgrade_waits_for_a_long_read_and_lets_others_pass(portal_server: PortalServer, long_read: ExitStack) -> None:
    pauses = 0

    def pass_by() -> None:
        nonlocal pauses
        pauses += 1
        with portal_server.services.database.write() as connection:
            connection.execute(select(sign_ins.c.id)).first()
        if pauses == migrations.TRIES - 1:
            long_read.close()

    portal_server.clock.worker = pass_by
    ended = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert ended.exit_code == 0, ended.output
    assert differences(portal_server.services.database) == []
    assert pauses == migrations.TRIES - 1


@pytest.mark.timeout(30, func_only=True)  # each try takes `LOCK_TIMEOUT`, and not the 5 s of other writes
@pytest.mark.parametrize("engine", ["postgresql"])
def test_upgrade_ends_with_a_sentence_if_a_read_takes_too_long(
    portal_server: PortalServer, long_read: ExitStack
) -> None:
    ended = portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"])
    assert (ended.exit_code, ended.output) == (2, f"Error: {migrations.IN_USE}\n")
    with portal_server.services.database.read() as connection:
        assert migrations.revision_of(connection) == "0026"
    long_read.close()
    assert portal_server.app.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0


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
def test_tables_without_a_revision_need_another_restore(portal_server: PortalServer) -> None:
    """A restore on PostgreSQL that broke off leaves them."""
    with portal_server.services.database.write() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    for words in (["db", "upgrade"], ["ready"], ["status"]):
        result = portal_server.app.test_cli_runner().invoke(args=words)
        assert (result.exit_code in (1, 2), migrations.UNFINISHED in result.output) == (True, True), result.output


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
