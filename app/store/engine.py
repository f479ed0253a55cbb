"""Engines for the portal's database: SQLite by default, in WAL mode, or PostgreSQL by psycopg 3."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast
from urllib.parse import quote

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Executable,
    QueuePool,
    RootTransaction,
    Select,
    Table,
    create_engine,
    delete,
    event,
    make_url,
    select,
    tuple_,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain.clock import Clock
from app.observability.database_log import is_away
from app.store.tables import counters

T = TypeVar("T")
BUSY_TIMEOUT_MS = 5_000
PROBE_TIMEOUT_MS = 1_000
CONNECTIONS = 10
"""Connections of a process that sets no number: a command."""
SPARE_CONNECTIONS = 2
"""Connections of a process beyond one for each of its threads. The worker's two other threads use both."""
BATCH_ROWS = 500
"""The most rows that a transaction writes or deletes."""
DELETE_PAUSE_S = 0.12
"""Seconds between two deletions on SQLite, in which other processes write.

There, a waiting process looks every tenth of a second whether it can write (`sqliteDefaultBusyCallback` in SQLite's
main.c). Without a pause, it met one transaction after the other, for seconds. PostgreSQL has a queue.
"""
IMPATIENT_MS = 10
"""Milliseconds for which an optional write waits for other writes."""
ABANDONED_MS = 30_000
"""Milliseconds for which an idle process may hold PostgreSQL's write lock."""
WRITE_LOCK = 0x706F7274616C
"""The number of PostgreSQL's advisory lock for writes."""
POSTGRESQL = {
    "connect_timeout": "5",
    # The client notices a lost server within half a minute, instead of the kernel's two hours.
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "4",
    "tcp_user_timeout": "30000",
}
"""Connection settings of PostgreSQL. Settings in the URL override them."""
READ: Mapping[str, str] = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
"""The statement that begins a read, by dialect."""
SEVERAL_STATEMENTS = {"no_parameters": True}
"""Only without parameters does psycopg take several statements in one message."""
CONNECTION_LIMIT = (
    "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int"
    # PostgreSQL has this setting since version 16.
    " - coalesce(current_setting('reserved_connections', true)::int, 0)"
)
SERVER_TIME = "SELECT CAST(extract(epoch FROM clock_timestamp()) AS double precision)"


def pool_size(threads: int) -> int:
    """Return the number of connections of a process with so many threads."""
    return threads + SPARE_CONNECTIONS


class DatabaseBusy(Exception):
    """An optional write was skipped: another process was writing, the disk is full, or the database is away."""


@cache
def _compiled(query: Select[Any], is_server: bool) -> tuple[str, dict[str, Any], list[str] | None]:
    """Return a query in the driver's syntax, its constants, and the order of parameters (None: it takes names)."""
    dialect: Dialect = psycopg.dialect() if is_server else sqlite.dialect()  # type: ignore[no-untyped-call]
    compiled: Any = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return str(compiled), constants, compiled.positiontup


class Database:
    """One database and this process's connections to it.

    Readers never wait for writers, and writers take one lock before they read. So write transactions run one after the
    other, and a transaction can count, compare and then write without another write in between. PostgreSQL could run
    writes in parallel, but they are short and rare here.

    SQLite: a transaction that begins as a reader and then writes can fail at once with "database is locked", despite
    the busy time-out; so writes begin with BEGIN IMMEDIATE (https://sqlite.org/lang_transaction.html). PostgreSQL: the
    lock is an advisory lock, and the isolation READ COMMITTED, so each statement sees all earlier commits.
    Hold no transaction open during an HTTP call.
    """

    def __init__(
        self,
        url: str,
        clock: Clock | None = None,
        server_clock: Clock | None = None,
        *,
        busy_timeout_ms: int = BUSY_TIMEOUT_MS,
        connections: int = CONNECTIONS,
    ) -> None:
        """Open nothing yet. `connections`: the most connections at a time. The file of SQLite must exist.

        If all are in use, a caller waits for `PROBE_TIMEOUT_MS` at most, because each thread should have a connection.
        Tests set both clocks: `clock` is the machine's clock, `server_clock` the database's (default: `clock`).
        """
        url_parts = make_url(url)
        self.is_server = url_parts.get_backend_name() == "postgresql"
        self.clock = clock or Clock()
        self._server_clock = server_clock or clock
        self._busy_timeout_ms = busy_timeout_ms
        self._file = None if self.is_server else url_parts.database
        self._file_id: tuple[int, int] | None = None
        self._engine = _engine(url_parts, connections, min(busy_timeout_ms, PROBE_TIMEOUT_MS) / 1_000)

    def read(self) -> AbstractContextManager[Connection]:
        """Return a connection, to be used in a `with`, whose reads are one snapshot."""
        return self._transaction(READ, self._busy_timeout_ms)

    @contextmanager
    def write(self, *, patient: bool = True, alone: bool = True) -> Iterator[Connection]:
        """Yield a connection in a transaction, which is committed on leaving and rolled back on an exception.

        Only one write transaction runs at a time in all processes. Raise SQLAlchemyError if it waits longer than
        `busy_timeout_ms` for its turn, or if the database cannot be used. If not `patient`, wait for `IMPATIENT_MS` at
        most, and raise DatabaseBusy for both: neither a busy database nor a full disk should fail a read.
        If not `alone`, a write on PostgreSQL runs beside other writes. Use this only for statements that lock their
        own rows. A patient write must lock them in an order that cannot end in a deadlock. An impatient write gives up
        before PostgreSQL looks for a deadlock, which it does after a second (`deadlock_timeout`).
        """
        timeout_ms = self._busy_timeout_ms if patient else IMPATIENT_MS
        try:
            with self._transaction(_write(timeout_ms, alone), timeout_ms) as connection:
                yield connection
        except SQLAlchemyError as error:
            if patient or not is_away(error):
                raise
            raise DatabaseBusy from error

    def probe(self) -> AbstractContextManager[Connection]:
        """Return a connection for a write transaction, which waits at most `PROBE_TIMEOUT_MS` for its turn."""
        return self._transaction(_write(PROBE_TIMEOUT_MS), PROBE_TIMEOUT_MS)

    def look(self, query: Select[Any], values: dict[str, Any]) -> list[tuple[Any, ...]]:
        """Run one query, a snapshot by itself, on a driver's connection. Return the rows.

        Running it in SQLAlchemy takes several times as long. The query is compiled once and kept, so it must be a
        constant of a module. A query whose connection failed runs again through SQLAlchemy: the server may have ended
        the connection since its last use. Raise SQLAlchemyError if this fails as well.
        """
        text, constants, order = _compiled(query, self.is_server)
        named = {**constants, **values}
        parameters: Any = named if order is None else [named[name] for name in order]
        driver_error = self._engine.dialect.loaded_dbapi.Error
        try:
            pooled = self._engine.raw_connection()
        except driver_error as error:
            raise OperationalError("connect", None, error) from error
        driver: Any = pooled.driver_connection
        with pooled:
            try:
                rows: list[tuple[Any, ...]] = driver.execute(text, parameters).fetchall()
                return rows
            except driver_error as error:
                pooled.invalidate(error)
        with self.read() as connection:
            return [tuple(row) for row in connection.execute(query, values)]

    @property
    def has_wall_clock(self) -> bool:
        """True if `seconds` is a server's wall clock, with which machines can compare theirs."""
        return self.is_server and self._server_clock is None

    def seconds(self, connection: Connection) -> float:
        """Return the time by the database's own clock: PostgreSQL's wall clock, or this machine's boot clock.

        PostgreSQL's clock may step, and a boot clock starts again at each boot; `SteadyClock` notices both.
        """
        if self._server_clock is None and self.is_server:
            return float(connection.exec_driver_sql(SERVER_TIME).scalar_one())
        return (self._server_clock or self.clock).boot()

    def connection_limit(self) -> int | None:
        """Return how many connections the server accepts from all its users together, except superusers.

        Return None for SQLite, which has no limit. Raise SQLAlchemyError.
        """
        if not self.is_server:
            return None
        with self.read() as connection:
            return int(connection.exec_driver_sql(CONNECTION_LIMIT).scalar_one())

    def dispose(self) -> None:
        """Close every idle connection. The size no longer counts the others, and nobody gets them again."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, start: Mapping[str, str], timeout_ms: int) -> Iterator[Connection]:
        """Yield a connection in a transaction that waits up to `timeout_ms` for a lock, once it has a connection."""
        if self._file:
            self._notice_new_file(self._file)
        try:
            transaction = self._begin(start, timeout_ms)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            # The server has ended this connection since its last use, so the pool replaces all that it opened earlier.
            transaction = self._begin(start, timeout_ms)
        actions: list[Callable[[], object]] = []
        transaction.connection.info["after_commit"] = actions
        with transaction.connection as connection, transaction:
            yield connection
        for action in actions:
            action()

    def _begin(self, start: Mapping[str, str], timeout_ms: int) -> RootTransaction:
        connection = self._engine.connect()
        try:
            transaction = connection.begin()
            if not self.is_server and connection.info.get("timeout_ms") != timeout_ms:
                connection.exec_driver_sql(f"PRAGMA busy_timeout={timeout_ms}").close()
                connection.info["timeout_ms"] = timeout_ms
            connection.exec_driver_sql(start[connection.dialect.name], execution_options=SEVERAL_STATEMENTS)
        except BaseException:
            connection.close()
            raise
        return transaction

    def _notice_new_file(self, path: str) -> None:
        """Close the connections if SQLite's file was removed or replaced, because they would still use the old one."""
        try:
            facts = os.stat(path)
            file_id = (facts.st_dev, facts.st_ino)
        except OSError:
            file_id = None
        if file_id != self._file_id:
            self.dispose()
            self._file_id = file_id


@cache
def _write(timeout_ms: int, alone: bool = True) -> Mapping[str, str]:
    """Return the statement that begins a write, by dialect. It sets the transaction's options in the same message."""
    settings = {
        "lock_timeout": timeout_ms,
        "idle_in_transaction_session_timeout": ABANDONED_MS,
        "synchronous_commit": "on",
    }
    statements = ["BEGIN", *(f"SET LOCAL {name} = {value}" for name, value in settings.items())]
    if alone:
        statements.append(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
    return {"sqlite": "BEGIN IMMEDIATE", "postgresql": "; ".join(statements)}


def _engine(url: URL, connections: int, timeout_s: float) -> Engine:
    is_sqlite = url.get_backend_name() == "sqlite"
    if is_sqlite:  # never create a file: it would be empty, and readable by other users
        url = url.set(database=f"file:{quote(url.database or '')}", query={"mode": "rw", "uri": "true"})
    else:
        url = url.set(query={**POSTGRESQL, **url.query})
    engine = create_engine(
        url,
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=timeout_s,
        # The connection that was used last is used next, so a process with little to do opens few.
        pool_use_lifo=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: ConnectionPoolEntry) -> None:
        # Transactions begin with the statement in `Database._begin`, and not in the driver.
        if not is_sqlite:
            connection.autocommit = True
            return
        connection.isolation_level = None
        for setting in (f"busy_timeout={BUSY_TIMEOUT_MS}", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {setting}").close()

    return engine


def after_commit(connection: Connection, action: Callable[[], object]) -> None:
    """Call `action` when the connection's transaction is committed. After a rollback, call nothing.

    SQLAlchemy's event "commit" comes before the commit, which may fail.
    """
    connection.info["after_commit"].append(action)


def batches(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Yield the items in batches of at most `BATCH_ROWS`."""
    remaining = iter(items)
    while batch := tuple(islice(remaining, BATCH_ROWS)):
        yield batch


def upsert(dialect: str, table: Table) -> sqlite.Insert:
    """Return an insert into `table` with `on_conflict_do_update`, for the dialect `sqlite` or `postgresql`."""
    if dialect == "postgresql":
        return cast(sqlite.Insert, postgresql.insert(table))
    return sqlite.insert(table)


def put_row(connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Insert a row with this primary key, or update the `values` of the existing row."""
    connection.execute(_put(connection.dialect.name, table, tuple(key), tuple(values)), key | values)


@cache
def _put(dialect: str, table: Table, key: tuple[str, ...], names: tuple[str, ...]) -> Executable:
    row = upsert(dialect, table)
    return row.on_conflict_do_update(index_elements=key, set_={name: row.excluded[name] for name in names})


def delete_rows(database: Database, table: Table, condition: ColumnElement[bool]) -> int:
    """Delete the rows of a table that fulfil a condition, in transactions of `BATCH_ROWS`. Return their number."""
    key, number = table.primary_key.columns, 0
    while True:
        with database.read() as connection:
            keys = connection.execute(select(*key).where(condition).limit(BATCH_ROWS)).all()
        if not keys:
            return number
        with database.write() as connection:
            number += connection.execute(delete(table).where(condition, tuple_(*key).in_(keys))).rowcount
        if len(keys) == BATCH_ROWS and not database.is_server:
            database.clock.sleep(DELETE_PAUSE_S)


SEQUENCE = "sequence"
"""The name of the counter that `next_number` increments."""


def next_number(connection: Connection) -> int:
    """Return the next sequence number of the database."""
    return int(connection.execute(_next_number(connection.dialect.name)).scalar_one())


@cache
def _next_number(dialect: str) -> Executable:
    return (
        upsert(dialect, counters)
        .values(name=SEQUENCE, value=1)
        .on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
        .returning(counters.c.value)
    )
