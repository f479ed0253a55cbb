"""Readiness: each thing a contractor's request needs, taken away once, told in the log and not in the answer."""

import resource
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.observability import logging
from tests.contract.visits import API, sentence
from tests.house import House
from tests.observability.conftest import Lines
from tests.postgres_server import PostgresServer


def database(house: House) -> Path:
    return Path(house.config.database_url.removeprefix("sqlite:///"))


def reasons(house: House, lines: Lines) -> list[str]:
    """Why the house is not ready, as its log has it."""
    house.tomorrow(1)
    lines()
    answer = house.app.test_client().get("/health/ready")
    told = [line for line in lines() if line["event"] == "not_ready"]
    if answer.status_code == 200:
        assert (answer.json, told) == ({"status": "ready"}, [])
        return []
    assert sentence(answer, 503) == "The portal is not ready yet."
    assert house.app.test_client().get("/health/live").status_code == 200
    found: list[str] = told[0]["reasons"]
    return found


def test_ready(house: House, lines: Lines) -> None:
    before = sorted(house.config.session_file_dir.iterdir())
    assert reasons(house, lines) == []
    assert sorted(house.config.session_file_dir.iterdir()) == before, "what it wrote is gone"


def test_not_migrated(house: House, lines: Lines) -> None:
    with house.portal.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    assert reasons(house, lines) == ["migrations are not current"]


@pytest.mark.parametrize("back", [True, False], ids=["put back", "gone"])
def test_a_database_file_that_disappears(house: House, lines: Lines, back: bool) -> None:
    file = database(house)
    assert reasons(house, lines) == []
    shutil.move(file, file.with_suffix(".away"))
    assert reasons(house, lines) == ["database: sqlalchemy.exc.OperationalError SQLITE_CANTOPEN"]
    assert not file.exists(), "a new one in its place would be empty"
    if back:
        shutil.move(file.with_suffix(".away"), file)
        assert reasons(house, lines) == []


def test_a_file_that_is_no_database(house: House, lines: Lines) -> None:
    file = database(house)
    house.portal.database.dispose()
    for each in file.parent.glob(f"{file.name}*"):
        each.unlink()
    file.write_bytes(b"not a database, whatever its name says" * 100)
    assert reasons(house, lines) == ["database: sqlalchemy.exc.DatabaseError SQLITE_NOTADB"]


def test_a_database_that_somebody_else_holds(house: House, lines: Lines) -> None:
    with closing(sqlite3.connect(database(house), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert reasons(house, lines) == ["database: sqlalchemy.exc.OperationalError SQLITE_BUSY"]
    assert reasons(house, lines) == []


@pytest.fixture
def full_disk(house: House) -> Callable[[bool], None]:
    """No file may grow beyond where the database's log stands: the system says so to whoever tries."""
    had = resource.getrlimit(resource.RLIMIT_FSIZE)

    def full(really: bool) -> None:
        size = database(house).with_name("portal.db-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, had[1]) if really else had)

    return full


def test_a_disk_that_takes_no_more(house: House, lines: Lines, full_disk: Callable[[bool], None]) -> None:
    assert reasons(house, lines) == []
    with house.portal.database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE padding AS SELECT randomblob(1000000)")
    with closing(sqlite3.connect(database(house))) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM padding").fetchall()  # or the log would begin anew from its start
        full_disk(True)
        try:
            found = reasons(house, lines)
        finally:
            full_disk(False)
    assert found[0].removeprefix("database: sqlalchemy.exc.OperationalError ") in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")
    assert reasons(house, lines) == []


def test_a_database_that_may_only_be_read(house: House, lines: Lines) -> None:
    """Locking it would succeed. (A file's mode would not stop the superuser, as whom some run their tests.)"""
    file = database(house)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    house.portal.database.dispose()
    with file.open("r+b") as header:  # https://sqlite.org/fileformat.html, 1.3.3: who knows no version 3 may only read
        header.seek(18)
        header.write(b"\x03")
    assert reasons(house, lines) == ["database: sqlalchemy.exc.OperationalError SQLITE_READONLY"]


@pytest.mark.parametrize("instead", ["a file", "nothing"])
def test_sessions_that_cannot_be_kept(house: House, lines: Lines, instead: str) -> None:
    folder = house.config.session_file_dir
    shutil.rmtree(folder)
    if instead == "a file":
        folder.write_text("")
    assert reasons(house, lines) == ["sessions cannot be kept"]


def test_readiness_without_the_redis_of_the_sessions_says_so(
    house: House, build: Callable[..., House], lines: Lines, redis_url: str
) -> None:
    there = build(REDIS_URL=redis_url, SESSION_TYPE="redis")
    gone = build(REDIS_URL="redis://127.0.0.1:1/0", SESSION_TYPE="redis")
    unused = build(REDIS_URL="redis://127.0.0.1:1/0", SESSION_TYPE="cachelib")
    logging.configure("DEBUG", readable=False)
    assert reasons(there, lines) == []
    assert reasons(gone, lines) == ["redis: redis.exceptions.ConnectionError", "sessions cannot be kept"]
    assert reasons(unused, lines) == []


class TestPostgreSQL:
    """The server, as the portal sees it."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    def test_ready_then_gone(self, house: House, lines: Lines, postgres: PostgresServer) -> None:
        client = house.sign_in()
        assert reasons(house, lines) == []
        postgres.drop(house.config.database_url)
        assert reasons(house, lines) == ["database: sqlalchemy.exc.OperationalError"]
        for path in ("jobs", "account"):
            assert "wrong on our side" in sentence(client.get(f"{API}/{path}"), 500)

    def test_somebody_else_writes(self, house: House, lines: Lines) -> None:
        with house.portal.database.write():
            assert reasons(house, lines) == ["database: sqlalchemy.exc.OperationalError SQLSTATE 55P03"]
        assert reasons(house, lines) == []


def test_the_log_hears_of_changes_only(house: House, lines: Lines) -> None:
    folder = house.config.session_file_dir
    client = house.app.test_client()

    def told() -> list[str]:
        lines()
        for _ in range(3):
            house.tomorrow(1)
            client.get("/health/ready")
        return [line["event"] for line in lines() if line["logger"] == "health"]

    assert told() == []
    shutil.rmtree(folder)
    assert told() == ["not_ready"]
    database(house).unlink()
    assert told() == ["not_ready"], "another reason is news"
    folder.mkdir()
    assert told() == ["not_ready"]
    shutil.rmtree(folder)


def test_back_to_ready_is_told(house: House, lines: Lines) -> None:
    shutil.rmtree(house.config.session_file_dir)
    assert reasons(house, lines) == ["sessions cannot be kept"]
    house.config.session_file_dir.mkdir()
    house.tomorrow(1)
    assert house.app.test_client().get("/health/ready").status_code == 200
    assert [line["event"] for line in lines() if line["logger"] == "health"] == ["ready_again"]


def test_asked_often_it_looks_once_a_second(house: House, lines: Lines) -> None:
    client = house.app.test_client()
    assert client.get("/health/ready").status_code == 200
    shutil.rmtree(house.config.session_file_dir)
    assert client.get("/health/ready").status_code == 200
    house.tomorrow(1)
    assert client.get("/health/ready").status_code == 503
