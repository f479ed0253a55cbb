"""Transactions: one write at a time, reads that are one snapshot, connections that may be cut at any moment."""

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count as count_from

import pytest
from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.exc import OperationalError

from app.store.compiled_query import CompiledQuery
from app.store.engine import Database, DatabaseBusy
from app.store.tables import counters
from tests.postgres_server import PostgresServer

MakeDatabase = Callable[..., Database]


@pytest.fixture
def database(make_database: MakeDatabase) -> Database:
    """One with a counter that stands at 0."""
    database = make_database()
    with database.write() as connection:
        connection.execute(insert(counters).values(name="visits", value=0))
    return database


def value(connection: Connection) -> int:
    return int(connection.execute(select(counters.c.value)).scalar_one())


def count(database: Database) -> None:
    """Look, and write what follows from it."""
    with database.write() as connection:
        connection.execute(update(counters).values(value=value(connection) + 1))


def hung_up_on(server: socket.socket) -> int:
    """How many call, one soon after the other; nobody is answered."""
    server.settimeout(0.5)
    for calls in count_from(0):
        try:
            server.accept()[0].close()
        except TimeoutError:
            return calls
    raise AssertionError


def test_what_a_write_has_seen_nobody_changes_before_it_ends(database: Database, make_database: MakeDatabase) -> None:
    processes = [database, make_database()]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(count, processes * 40))
    with database.read() as connection:
        assert value(connection) == 80


def test_a_read_is_one_snapshot_and_waits_for_no_writer(database: Database) -> None:
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


def test_an_exception_undoes_a_write(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        set_to_9_and(lambda _: 1 // 0, database)
    count(database)
    with database.read() as connection:
        assert value(connection) == 1


def test_who_has_no_patience_leaves_a_write_to_another_time(database: Database) -> None:
    with database.write(), pytest.raises(DatabaseBusy), database.write(patient=False):
        pass
    with database.write(patient=False) as connection:
        connection.execute(update(counters).values(value=1))
    with database.read() as connection:
        assert value(connection) == 1


def test_a_look_at_its_readiness_does_not_wait_long_for_a_writer(database: Database) -> None:
    with database.write(), pytest.raises(OperationalError), database.probe():
        pass
    with database.probe() as connection:
        assert value(connection) == 0


class TestPostgreSQL:
    """What only a server has."""

    @pytest.fixture
    def engine(self) -> str:
        return "postgresql"

    def test_a_connection_that_was_cut_while_idle_is_made_anew(
        self, database: Database, postgres: PostgresServer, database_url: str
    ) -> None:
        count(database)
        with database.read():
            pass
        assert postgres.hang_up(database_url) >= 2
        count(database)
        with database.read() as connection:
            assert value(connection) == 2

    def test_one_that_is_cut_in_a_transaction_undoes_it_and_the_next_goes_on(
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

    def test_a_thread_whose_own_connection_was_cut_takes_another_without_a_word(
        self, database: Database, postgres: PostgresServer, database_url: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        for _ in range(2):
            assert database.look(CompiledQuery(select(counters.c.value)), {}) == [(0,)]
            assert postgres.hang_up(database_url)
        assert caplog.records == []

    def test_a_server_that_is_not_there_is_asked_once(self) -> None:
        """Each time may take as long as `connect_timeout`, and who looks has yet to go the long way."""
        with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as threads:
            away = Database(f"postgresql+psycopg://portal@127.0.0.1:{server.getsockname()[1]}/x?sslmode=disable")
            calls = threads.submit(hung_up_on, server)
            with pytest.raises(OperationalError):
                away.look(CompiledQuery(select(1)), {})
            assert calls.result() == 1

    def test_a_commit_is_on_the_disk_whatever_the_server_does_by_default(
        self, database: Database, make_database: MakeDatabase
    ) -> None:
        with database.write() as connection:
            name = connection.execute(text("SELECT current_database()")).scalar_one()
            connection.execute(text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
        settings = ("synchronous_commit", "idle_in_transaction_session_timeout", "transaction_isolation")
        with make_database().write() as connection:
            found = [connection.execute(text(f"SHOW {setting}")).scalar_one() for setting in settings]
        assert found == ["on", "30s", "read committed"]

    def test_a_read_cannot_write(self, database: Database) -> None:
        with pytest.raises(Exception, match="read-only transaction"), database.read() as connection:
            connection.execute(update(counters).values(value=9))

    def test_a_writer_that_waited_too_long_says_so_and_writes_the_next_time(
        self, database: Database, make_database: MakeDatabase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.store.engine.BUSY_TIMEOUT_MS", 50)
        hasty = make_database()
        for _ in range(3):
            count(hasty)
            with database.write(), pytest.raises(OperationalError, match="lock timeout"):
                count(hasty)
        with database.read() as connection:
            assert value(connection) == 3
