"""Transactions: one write at a time, reads from one snapshot, and connections that break at any moment."""

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count as count_from

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import OperationalError

from app.store.engine import Database
from app.store.tables import counters
from tests.postgres_server import PostgresServer

MakeDatabase = Callable[..., Database]


@pytest.fixture
def database(make_database: MakeDatabase) -> Database:
    """Return a database with a counter at 0."""
    database = make_database()
    with database.write() as connection:
        connection.execute(delete(counters))
        connection.execute(insert(counters).values(name="visits", value=0))
    return database


def value(connection: Connection) -> int:
    return int(connection.execute(select(counters.c.value)).scalar_one())


def count(database: Database) -> None:
    """Read the counter, and write the next number."""
    with database.write() as connection:
        connection.execute(update(counters).values(value=value(connection) + 1))


def count_dropped_connections(server: socket.socket) -> int:
    """Accept and close connections until none arrives for half a second, and return their number."""
    server.settimeout(0.5)
    for calls in count_from(0):
        try:
            server.accept()[0].close()
        except TimeoutError:
            return calls
    raise AssertionError


def test_write_transaction_prevents_concurrent_changes(database: Database, make_database: MakeDatabase) -> None:
    processes = [database, make_database()]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(count, processes * 40))
    with database.read() as connection:
        assert value(connection) == 80


def test_read_transaction_is_one_snapshot_and_does_not_wait(database: Database) -> None:
    with database.read() as connection:
        assert value(connection) == 0
        with database.write() as writing:
            writing.execute(update(counters).values(value=7))
            assert value(connection) == 0
        assert value(connection) == 0
    with database.read() as connection:
        assert value(connection) == 7


def set_to_9_and(then: Callable[[Connection], object], database: Database) -> None:
    with database.write() as connection:
        connection.execute(update(counters).values(value=9))
        then(connection)


class TestPostgreSQL:
    """Behaviour of a database server only."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    def test_idle_connection_that_was_cut_is_replaced(
        self, database: Database, postgres: PostgresServer, database_url: str
    ) -> None:
        count(database)
        with database.read():
            pass
        assert postgres.hang_up(database_url) == 1
        count(database)
        with database.read() as connection:
            assert value(connection) == 2

    def test_connection_cut_in_transaction_rolls_back(
        self, database: Database, postgres: PostgresServer, database_url: str
    ) -> None:
        def cut(connection: Connection) -> None:
            postgres.hang_up(database_url)
            value(connection)

        with pytest.raises(OperationalError):
            set_to_9_and(cut, database)
        count(database)
        with database.read() as connection:
            assert value(connection) == 1

    def test_thread_connection_that_was_cut_is_replaced_silently(
        self, database: Database, postgres: PostgresServer, database_url: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for _ in range(2):
            assert database.look(select(counters.c.value), {}) == [(0,)]
            assert postgres.hang_up(database_url)
        assert capsys.readouterr() == ("", "")

    def test_unreachable_server_is_tried_once(self) -> None:
        """Each attempt may take as long as `connect_timeout`, and the caller must then use the slower path as well."""
        with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as threads:
            away = Database(f"postgresql+psycopg://portal@127.0.0.1:{server.getsockname()[1]}/x?sslmode=disable")
            calls = threads.submit(count_dropped_connections, server)
            with pytest.raises(OperationalError):
                away.look(select(1), {})
            assert calls.result() == 1

    def test_commit_is_durable_regardless_of_server_default(
        self, database: Database, make_database: MakeDatabase
    ) -> None:
        with database.write() as connection:
            name = connection.execute(text("SELECT current_database()")).scalar_one()
            connection.execute(text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
        settings = ("synchronous_commit", "idle_in_transaction_session_timeout", "transaction_isolation")
        with make_database().write() as connection:
            values = [connection.execute(text(f"SHOW {setting}")).scalar_one() for setting in settings]
        assert values == ["on", "30s", "read committed"]

    def test_read_transaction_cannot_write(self, database: Database) -> None:
        with pytest.raises(Exception, match="read-only transaction"), database.read() as connection:
            connection.execute(update(counters).values(value=9))

    def test_write_after_lock_timeout_succeeds(self, database: Database, make_database: MakeDatabase) -> None:
        hasty = make_database(busy_timeout_ms=50)
        for _ in range(3):
            count(hasty)
            with database.write(), pytest.raises(OperationalError, match="lock timeout"):
                count(hasty)
        with database.read() as connection:
            assert value(connection) == 3
