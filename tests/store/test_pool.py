"""The pool of connections: its exact size, and connections that are given back, shared and replaced."""

import shutil
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import delete, insert, literal_column, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.store.engine import BUSY_TIMEOUT_MS, PROBE_TIMEOUT_MS, Database, DatabaseBusy
from app.store.tables import counters

MakeDatabase = Callable[..., Database]
LOOK = select(counters.c.value)


@pytest.fixture
def small(make_database: MakeDatabase) -> Database:
    """Return a database with one connection and a counter at 0."""
    database = make_database(connections=1, busy_timeout_ms=50)
    with database.write() as connection:
        connection.execute(delete(counters))
        connection.execute(insert(counters).values(name="visits", value=0))
    return database


def visit(database: Database) -> None:
    """Use the database in each way."""
    with database.write() as connection:
        connection.execute(update(counters).values(value=counters.c.value + 1))
    database.look(LOOK, {})
    with database.read() as connection:
        connection.execute(select(counters.c.value)).all()
    with database.probe():
        pass


def test_look_gives_its_connection_back_after_error(small: Database) -> None:
    for _ in range(3):
        with pytest.raises(Exception, match="nowhere"):
            small.look(select(literal_column("nowhere")), {})
        assert small.look(LOOK, {}) == [(0,)]


def test_failed_transaction_gives_a_clean_connection_back(small: Database, make_database: MakeDatabase) -> None:
    with make_database().write(), pytest.raises(OperationalError), small.write():
        pass
    with pytest.raises(ZeroDivisionError), small.write() as connection:
        connection.execute(update(counters).values(value=1 // 0))
    visit(small)
    assert small.look(LOOK, {}) == [(1,)]


def test_busy_pool_raises_after_time_out(small: Database) -> None:
    with small.read():
        for use in (small.read, small.write):
            with pytest.raises(PoolTimeout), use():
                pass
        with pytest.raises(PoolTimeout):
            small.look(LOOK, {})
        with pytest.raises(DatabaseBusy), small.write(patient=False):
            pass
    visit(small)


def test_each_use_has_its_own_time_out(make_database: MakeDatabase) -> None:
    database, patient_s = make_database(connections=1), BUSY_TIMEOUT_MS / 1_000
    with make_database().write():
        for use in (partial(database.write, patient=False), database.probe):
            began = time.monotonic()
            with pytest.raises((DatabaseBusy, OperationalError)), use():
                pass
            assert time.monotonic() - began < patient_s / 2


def test_read_waits_for_connection_no_longer_than_probe(make_database: MakeDatabase) -> None:
    """Each thread of a process should have a connection, so a wait is a fault."""
    database = make_database(connections=1)
    with database.read():
        began = time.monotonic()
        with pytest.raises(PoolTimeout), database.read():
            pass
        assert time.monotonic() - began < 2 * PROBE_TIMEOUT_MS / 1_000


def test_connection_limit_is_what_server_gives_ordinary_users(small: Database) -> None:
    assert small.connection_limit() == (197 if small.is_server else None)


class TestSQLite:
    """Behaviour of a file."""

    @pytest.fixture
    def engine(self) -> str:
        return "sqlite"

    def test_replaced_file_is_used_at_once(self, small: Database, make_database: MakeDatabase, tmp_path: Path) -> None:
        other = make_database(url=f"sqlite:///{tmp_path / 'other.db'}")
        with other.write() as connection:
            connection.execute(insert(counters).values(name="visits", value=7))
        other.look(LOOK, {})
        other.dispose()
        with ExitStack() as use:
            use.enter_context(small.read())
            for path in tmp_path.glob("portal.db*"):
                path.unlink()
            shutil.move(tmp_path / "other.db", tmp_path / "portal.db")
        visit(small)
        assert small.look(LOOK, {}) == [(8,)]

    def test_failed_commit_gives_a_clean_connection_back(self, small: Database) -> None:
        """SQLite leaves the transaction open."""
        with small.write() as connection:
            connection.exec_driver_sql("CREATE TABLE parents (id INTEGER PRIMARY KEY)")
            connection.exec_driver_sql(
                "CREATE TABLE children (parent INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED)"
            )
        small.look(cast(Any, text("PRAGMA foreign_keys = ON")), {})
        with pytest.raises(IntegrityError), small.write() as connection:
            connection.exec_driver_sql("INSERT INTO children VALUES (1)")
        visit(small)
        assert small.look(cast(Any, text("SELECT count(*) FROM children")), {}) == [(0,)]

    def test_removed_file_is_not_written_and_not_created(self, small: Database, tmp_path: Path) -> None:
        (tmp_path / "portal.db").unlink()
        for use in (small.probe, small.read, small.write):
            with pytest.raises(OperationalError, match="unable to open"), use():
                pass
        assert not (tmp_path / "portal.db").exists()
