"""Engines for the portal's database: SQLite by default, in WAL mode, or PostgreSQL by psycopg 3."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Connection,
    Dialect,
    Engine,
    Executable,
    NullPool,
    Select,
    Table,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError

from app.domain.clock import Clock, SystemClock
from app.store.tables import counters

T = TypeVar("T")
BUSY_TIMEOUT_MS = 5_000
PROBE_TIMEOUT_MS = 1_000
BATCH_ROWS = 500
"""The most rows that a transaction writes or deletes."""
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
READ = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
SERVER_TIME = text("SELECT CAST(extract(epoch FROM clock_timestamp()) AS double precision)")


DATABASE_AWAY = (OperationalError, InterfaceError, TimeoutError)
"""The exceptions of a database that cannot be used now: it is away, locked or full, or has no connection left."""


class DatabaseBusy(Exception):
    """An optional write was skipped, because another process was writing."""


class CompiledQuery:
    """A query in each driver's own syntax, because running it in SQLAlchemy takes several times as long."""

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement

    def bind(self, values: dict[str, Any], *, is_server: bool) -> tuple[str, Any]:
        """Return the text of the query, and its parameters in the driver's form."""
        text, constants, order = _compiled(self.statement, is_server)
        named = {**constants, **values}
        return text, named if order is None else [named[name] for name in order]


@cache
def _compiled(query: Select[Any], is_server: bool) -> tuple[str, dict[str, Any], list[str] | None]:
    """Return the text, the constants, and the order of all parameters (None if the driver takes names)."""
    dialect: Dialect = psycopg.dialect() if is_server else sqlite.dialect()  # type: ignore[no-untyped-call]
    compiled: Any = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return str(compiled), constants, compiled.positiontup


class Database:
    """Engines for one database: readers never wait for writers, and writers take one lock before they read.

    So write transactions run one after the other, and a transaction can count, compare and then write without another
    write in between. PostgreSQL could run writes in parallel, but they are short and rare here.

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
    ) -> None:
        """Tests set both clocks: `clock` is the machine's clock, `server_clock` the database's (default: `clock`)."""
        url_parts = make_url(url)
        self.is_server = url_parts.get_backend_name() == "postgresql"
        self.clock = clock or SystemClock()
        self._server_clock = server_clock or clock
        self._writer = _engine(url_parts, _write(busy_timeout_ms), busy_timeout_ms)
        self._impatient = _engine(url_parts, _write(IMPATIENT_MS), IMPATIENT_MS)
        self._reader = _engine(url_parts, READ)
        self._threads = threading.local()
        self._prober = _engine(_existing(url_parts), _write(PROBE_TIMEOUT_MS), PROBE_TIMEOUT_MS, poolclass=NullPool)

    def read(self) -> AbstractContextManager[Connection]:
        """Return a connection, to be used in a `with`, whose reads are one snapshot."""
        return self._reader.begin()

    @contextmanager
    def write(self, *, patient: bool = True) -> Iterator[Connection]:
        """Yield a connection in a transaction, which is committed on leaving and rolled back on an exception.

        Only one write transaction runs at a time in all processes. Raise OperationalError if it cannot begin within
        `busy_timeout_ms`; if not `patient`, raise DatabaseBusy if it cannot begin within `IMPATIENT_MS`.
        """
        with ExitStack() as stack:
            try:
                connection = stack.enter_context((self._writer if patient else self._impatient).begin())
            except OperationalError:
                if patient:
                    raise
                raise DatabaseBusy from None
            yield connection

    def look(self, query: CompiledQuery, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        """Run one query, a snapshot by itself, on the thread's own driver connection. Return the rows.

        The first query of a thread runs through SQLAlchemy. So does a query whose connection failed: the server may
        have ended the connection since its last use. Raise SQLAlchemyError if SQLAlchemy fails as well.
        """
        rows: list[tuple[Any, ...]]
        if (kept := getattr(self._threads, "connection", None)) is not None:
            text, parameters = query.bind(values, is_server=self.is_server)
            try:
                with closing(kept.cursor()) as cursor:
                    cursor.execute(text, parameters)
                    rows = cursor.fetchall()
                return rows
            except self._reader.dialect.loaded_dbapi.Error:
                self._let_go()
        with self.read() as connection:
            rows = [tuple(row) for row in connection.execute(query.statement, values)]
        # Detached from the pool, which would otherwise take the connection back when the thread ends.
        pooled = self._reader.raw_connection()
        pooled.detach()
        self._threads.connection = pooled.dbapi_connection
        return rows

    def _let_go(self) -> None:
        if (connection := getattr(self._threads, "connection", None)) is not None:
            self._threads.connection = None
            connection.close()

    def probe(self) -> AbstractContextManager[Connection]:
        """Return a new connection for a write transaction, which waits at most `PROBE_TIMEOUT_MS` for its turn.

        A pooled connection would still write to a file that was removed. This connection does not create a new file.
        """
        return self._prober.begin()

    def seconds(self, connection: Connection) -> float:
        """Return the time by the database's own clock: PostgreSQL's wall clock, or this machine's boot clock.

        PostgreSQL's clock may step, and a boot clock starts again at each boot; `SteadyClock` notices both.
        """
        if self._server_clock is None and self.is_server:
            return float(connection.execute(SERVER_TIME).scalar_one())
        return (self._server_clock or self.clock).boot()

    def dispose(self) -> None:
        """Close every pooled connection."""
        self._let_go()
        for engine in (self._writer, self._impatient, self._reader):
            engine.dispose()


def _write(timeout_ms: int) -> dict[str, str]:
    """Return the statement that begins a write, by dialect. It sets the transaction's options in the same message."""
    settings = {
        "lock_timeout": timeout_ms,
        "idle_in_transaction_session_timeout": ABANDONED_MS,
        "synchronous_commit": "on",
    }
    statements = [f"SET LOCAL {name} = {value}" for name, value in settings.items()]
    return {
        "sqlite": "BEGIN IMMEDIATE",
        "postgresql": "; ".join(["BEGIN", *statements, f"SELECT pg_advisory_xact_lock({WRITE_LOCK})"]),
    }


def _existing(url: URL) -> URL:
    if url.get_backend_name() != "sqlite":
        return url
    return url.set(database=f"file:{quote(url.database or '')}", query={"mode": "rw", "uri": "true"})


def _engine(url: URL, begin: dict[str, str], busy_timeout_ms: int = BUSY_TIMEOUT_MS, **pool: Any) -> Engine:
    is_sqlite = url.get_backend_name() == "sqlite"
    if not is_sqlite:
        url = url.set(query={**POSTGRESQL, **url.query})
    # A server may have closed a connection since its last use.
    pool = pool or {"pool_size": 20, "max_overflow": 20, "pool_pre_ping": not is_sqlite}
    engine = create_engine(url, hide_parameters=True, **pool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself.
        if not is_sqlite:
            connection.autocommit = True
            return
        connection.isolation_level = None
        for setting in (f"busy_timeout={busy_timeout_ms}", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {setting}").close()

    engine.dialect.do_begin = _Begin(begin[engine.dialect.name])  # type: ignore[method-assign]
    return engine


class _Begin:
    """Begins a transaction in the driver, because a statement through SQLAlchemy takes as long as a short read."""

    def __init__(self, statement: str) -> None:
        self.statement = statement

    def __call__(self, dbapi_connection: Any) -> None:
        with closing(dbapi_connection.cursor()) as cursor:
            cursor.execute(self.statement)


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
    row = upsert(connection.dialect.name, table).values(**key, **values)
    connection.execute(row.on_conflict_do_update(index_elements=list(key), set_=values))


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
