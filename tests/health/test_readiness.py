"""Readiness. Each service that a request needs is removed once; the log names it, and the response does not."""

import resource
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from app.domain.bulkhead import THREADS
from app.store.migrations import NOT_READY
from tests.contract.api_calls import API, error_sentence
from tests.log_lines import Lines
from tests.portal_server import PortalServer
from tests.postgres_server import PostgresServer

READY = {"status": "ready", "degraded": [], "warnings": []}


def database(portal_server: PortalServer) -> Path:
    return Path(portal_server.config.database_url.removeprefix("sqlite:///"))


def not_ready_reasons(portal_server: PortalServer, lines: Lines) -> list[str]:
    """Return the logged reasons why the portal is not ready."""
    portal_server.advance_clock(1)
    lines()
    answer = portal_server.app.test_client().get("/health/ready")
    entries = [line for line in lines() if line["event"] == "not_ready"]
    if answer.status_code == 200:
        assert (answer.json, entries) == (READY, [])
        return []
    assert error_sentence(answer, 503) == "The portal is not ready yet."
    assert answer.headers["Retry-After"] == "5"
    assert portal_server.app.test_client().get("/health/live").status_code == 200
    reasons: list[str] = entries[0]["reasons"]
    return reasons


def test_database_without_current_migrations_is_not_ready(portal_server: PortalServer, lines: Lines) -> None:
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    assert not_ready_reasons(portal_server, lines) == [NOT_READY]


@pytest.mark.parametrize("back", [True, False], ids=["put back", "gone"])
def test_missing_database_file_is_not_ready(portal_server: PortalServer, lines: Lines, back: bool) -> None:
    file = database(portal_server)
    assert not_ready_reasons(portal_server, lines) == []
    shutil.move(file, file.with_suffix(".away"))
    assert not_ready_reasons(portal_server, lines) == ["database: sqlalchemy.exc.OperationalError SQLITE_CANTOPEN"]
    assert not file.exists(), "a new one in its place would be empty"
    if back:
        shutil.move(file.with_suffix(".away"), file)
        assert not_ready_reasons(portal_server, lines) == []


def test_invalid_database_file_is_not_ready(portal_server: PortalServer, lines: Lines) -> None:
    file = database(portal_server)
    portal_server.services.database.dispose()
    for each in file.parent.glob(f"{file.name}*"):
        each.unlink()
    file.write_bytes(b"not a database, whatever its name says" * 100)
    assert not_ready_reasons(portal_server, lines) == ["database: sqlalchemy.exc.DatabaseError SQLITE_NOTADB"]


def assert_writes_are_degraded(portal_server: PortalServer, lines: Lines) -> None:
    portal_server.advance_clock(1)
    lines()
    answer = portal_server.app.test_client().get("/health/ready")
    assert (answer.status_code, answer.json) == (200, {**READY, "degraded": ["writes"]})
    assert [line["event"] for line in lines() if line["logger"] == "health"] == ["writes_degraded"]


def test_locked_database_degrades_the_portal(portal_server: PortalServer, lines: Lines) -> None:
    """A long migration locks it. Reads work meanwhile."""
    with closing(sqlite3.connect(database(portal_server), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert_writes_are_degraded(portal_server, lines)
    portal_server.advance_clock(1)
    assert portal_server.app.test_client().get("/health/ready").json == READY


def test_locked_database_with_other_tables_is_not_ready(portal_server: PortalServer, lines: Lines) -> None:
    with closing(sqlite3.connect(database(portal_server), isolation_level=None)) as other:
        other.execute("UPDATE alembic_version SET version_num = '0000'")
        other.execute("BEGIN IMMEDIATE")
        assert not_ready_reasons(portal_server, lines) == [NOT_READY]


@pytest.fixture
def full_disk(portal_server: PortalServer) -> Callable[[bool], None]:
    """Return a function that simulates a full disk: no file may grow beyond the database's log."""
    had = resource.getrlimit(resource.RLIMIT_FSIZE)

    def full(really: bool) -> None:
        size = database(portal_server).with_name("portal.db-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, had[1]) if really else had)

    return full


def test_full_disk_is_not_ready(portal_server: PortalServer, lines: Lines, full_disk: Callable[[bool], None]) -> None:
    assert not_ready_reasons(portal_server, lines) == []
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE padding AS SELECT randomblob(1000000)")
    with closing(sqlite3.connect(database(portal_server))) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM padding").fetchall()  # else the log would start again at its beginning
        full_disk(True)
        try:
            faults = not_ready_reasons(portal_server, lines)
        finally:
            full_disk(False)
    assert faults[0].removeprefix("database: sqlalchemy.exc.OperationalError ") in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")
    assert not_ready_reasons(portal_server, lines) == []


def test_read_only_database_is_not_ready(portal_server: PortalServer, lines: Lines) -> None:
    """Locking it would succeed. A read-only file mode would not stop the superuser, who may run these tests."""
    file = database(portal_server)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    portal_server.services.database.dispose()
    with file.open("r+b") as header:  # an unknown write version: https://sqlite.org/fileformat.html, 1.3.3
        header.seek(18)
        header.write(b"\x03")
    assert not_ready_reasons(portal_server, lines) == ["database: sqlalchemy.exc.OperationalError SQLITE_READONLY"]


def test_portal_with_busy_connections_is_ready(portal_server: PortalServer, lines: Lines) -> None:
    with ExitStack() as uses:
        for _ in range(THREADS):
            uses.enter_context(portal_server.services.database.read())
        assert not_ready_reasons(portal_server, lines) == []


def test_database_that_fails_after_the_last_check_is_not_ready(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    assert client.get("/health/ready").status_code == 200
    portal_server.app.extensions["readiness"]._checked_at = portal_server.clock.boot() + 1
    portal_server.advance_clock(1)
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE heartbeats")
    assert error_sentence(client.get("/health/ready"), 503) == "The portal is not ready yet."


class TestPostgreSQL:
    """The portal with PostgreSQL."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    def test_dropped_postgresql_database_is_not_ready(
        self, portal_server: PortalServer, lines: Lines, postgres: PostgresServer
    ) -> None:
        client = portal_server.sign_in()
        assert not_ready_reasons(portal_server, lines) == []
        postgres.drop(portal_server.config.database_url)
        assert not_ready_reasons(portal_server, lines) == ["database: sqlalchemy.exc.OperationalError"]
        for path in ("jobs", "account"):
            assert "wrong on our side" in error_sentence(client.get(f"{API}/{path}"), 500)

    def test_readiness_checks_open_no_connections(
        self, portal_server: PortalServer, lines: Lines, postgres: PostgresServer
    ) -> None:
        assert not_ready_reasons(portal_server, lines) == []
        for _ in range(3):
            assert not_ready_reasons(portal_server, lines) == []
        assert postgres.hang_up(portal_server.config.database_url) == 1
        assert not_ready_reasons(portal_server, lines) == []

    def test_locked_postgresql_database_degrades_the_portal(self, portal_server: PortalServer, lines: Lines) -> None:
        with portal_server.services.database.write():
            assert_writes_are_degraded(portal_server, lines)
        portal_server.advance_clock(1)
        assert portal_server.app.test_client().get("/health/ready").json == READY


def test_readiness_log_reports_only_changes(portal_server: PortalServer, lines: Lines) -> None:
    file = database(portal_server)
    client = portal_server.app.test_client()

    def events() -> list[str]:
        lines()
        for _ in range(3):
            portal_server.advance_clock(1)
            client.get("/health/ready")
        return [line["event"] for line in lines() if line["logger"] == "health"]

    assert events() == []
    file.rename(file.with_suffix(".away"))
    assert events() == ["not_ready"]
    file.touch()
    assert events() == ["not_ready"], "another reason is news"
    file.with_suffix(".away").rename(file)
    assert events() == []


def test_readiness_is_checked_at_most_once_a_second(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    assert client.get("/health/ready").json == READY
    file = database(portal_server)
    file.rename(file.with_suffix(".away"))
    assert client.get("/health/ready").json == READY
    portal_server.advance_clock(1)
    assert client.get("/health/ready").status_code == 503
