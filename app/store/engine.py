"""Engines for our database: SQLite by default, in WAL, or PostgreSQL by psycopg 3."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any, cast
from urllib.parse import quote

from sqlalchemy import URL, Connection, Dialect, Engine, NullPool, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

from app.domain.clock import Clock, SystemClock

BUSY_TIMEOUT_MS = 5_000
PROBE_TIMEOUT_MS = 1_000
BATCH_ROWS = 500
"""The most rows that one transaction writes or deletes."""
HURRY_MS = 10
"""How long a write that can be left to another time waits for those of others."""
ABANDONED_MS = 30_000
"""How long a process that fell silent in the middle of a write may keep PostgreSQL's lock from the others."""
WRITE_LOCK = 0x706F7274616C
"""The number of PostgreSQL's lock that writes take."""
POSTGRESQL = {
    "connect_timeout": "5",
    # A server that vanished is noticed in half a minute, not in the kernel's two hours.
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "4",
    "tcp_user_timeout": "30000",
}
"""Connection settings of PostgreSQL; those in the URL win."""
READ = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
SERVER_TIME = text("SELECT CAST(extract(epoch FROM clock_timestamp()) AS double precision)")


class Occupied(Exception):
    """Others write, and what was to be written can be left to another time."""


class Database:
    """Engines over one database: readers never queue behind writers, and writers take one lock before they look.

    So write transactions run one after the other on both databases, and whoever is in one may count, compare and then
    write without anybody in between. It costs PostgreSQL the writes it could do side by side; they are short here, and
    contractors' requests hardly write.

    SQLite: a transaction that begins as a reader and then writes can fail at once with "database is locked", whatever
    the busy time-out; so writes begin with BEGIN IMMEDIATE (https://sqlite.org/lang_transaction.html). PostgreSQL: the
    lock is an advisory one; READ COMMITTED, so that each statement after it sees what was committed before it came.
    Hold no transaction open during an HTTP call.
    """

    def __init__(self, url: str, clock: Clock | None = None, server_clock: Clock | None = None) -> None:
        """A test moves both clocks: `clock` is this machine's, `server_clock` the database's own (else `clock` too)."""
        where = make_url(url)
        self.is_server = where.get_backend_name() == "postgresql"
        self.clock = clock or SystemClock()
        self._own_clock = server_clock or clock
        self._writer = _engine(where, _write(BUSY_TIMEOUT_MS))
        self._hurried = _engine(where, _write(HURRY_MS), HURRY_MS)
        self._reader = _engine(where, READ)
        self._threads = threading.local()
        self._prober = _engine(_only_if_there(where), _write(PROBE_TIMEOUT_MS), PROBE_TIMEOUT_MS, poolclass=NullPool)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection whose reads are one snapshot."""
        with self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self, *, patient: bool = True) -> Iterator[Connection]:
        """A connection in a transaction that is committed on leaving, rolled back on an exception.

        The only one at a time, over all processes. Raises OperationalError if it cannot be within `BUSY_TIMEOUT_MS`; or
        `Occupied` within `HURRY_MS`, for who has no patience.
        """
        with ExitStack() as stack:
            try:
                connection = stack.enter_context((self._writer if patient else self._hurried).begin())
            except OperationalError:
                if patient:
                    raise
                raise Occupied from None
            yield connection

    def first(self, text: str, values: Any) -> tuple[Any, ...] | None:
        """The first row of a query in the driver's own words, which is its own snapshot.

        On a connection that this thread keeps: to fetch one from the pool and give it back costs half a query. One that
        was kept and fails is changed for another once, for a server may have ended it since. Raises the driver's Error.
        """
        kept = getattr(self._threads, "connection", None)
        try:
            return _first(kept or self._keep(), text, values)
        except self._reader.dialect.loaded_dbapi.Error:
            self._let_go()
            if kept is None:
                raise
        return _first(self._keep(), text, values)

    def _keep(self) -> Any:
        """A driver's connection for this thread; the pool, which would speak to it as it ends, knows it no more."""
        pooled = self._reader.raw_connection()
        pooled.detach()
        self._threads.connection = pooled.dbapi_connection
        return self._threads.connection

    def _let_go(self) -> None:
        if (connection := getattr(self._threads, "connection", None)) is not None:
            self._threads.connection = None
            connection.close()

    @property
    def dialect(self) -> Dialect:
        """How statements are written for this database."""
        return self._reader.dialect

    @contextmanager
    def probe(self) -> Iterator[Connection]:
        """As `write`, on a connection of its own that waits `PROBE_TIMEOUT_MS` at most.

        A pooled one would go on writing to a file that was removed; and this one makes no new file in its place.
        """
        with self._prober.begin() as connection:
            yield connection

    def seconds(self, connection: Connection) -> float:
        """Return now, by the database's own clock: PostgreSQL's wall clock, or this machine's since its boot.

        PostgreSQL's may step, and the machine's begins anew at each boot; `SteadyClock` notices both.
        """
        if self._own_clock is None and self.is_server:
            return float(connection.execute(SERVER_TIME).scalar_one())
        return (self._own_clock or self.clock).boot()

    def dispose(self) -> None:
        """Close every pooled connection."""
        self._let_go()
        self._writer.dispose()
        self._hurried.dispose()
        self._reader.dispose()


def _first(connection: Any, text: str, values: Any) -> tuple[Any, ...] | None:
    cursor = connection.cursor()
    cursor.execute(text, values)
    row: tuple[Any, ...] | None = cursor.fetchone()
    cursor.close()
    return row


def _write(timeout_ms: int) -> dict[str, str]:
    """How a write begins, by dialect: in one message to PostgreSQL, for the time of the transaction."""
    settings = {
        "lock_timeout": timeout_ms,
        "idle_in_transaction_session_timeout": ABANDONED_MS,
        "synchronous_commit": "on",
    }
    words = [f"SET LOCAL {name} = {value}" for name, value in settings.items()]
    return {
        "sqlite": "BEGIN IMMEDIATE",
        "postgresql": "; ".join(["BEGIN", *words, f"SELECT pg_advisory_xact_lock({WRITE_LOCK})"]),
    }


def _only_if_there(url: URL) -> URL:
    if url.get_backend_name() != "sqlite":
        return url
    return url.set(database=f"file:{quote(url.database or '')}", query={"mode": "rw", "uri": "true"})


def _engine(url: URL, begin: dict[str, str], busy_timeout_ms: int = BUSY_TIMEOUT_MS, **pool: Any) -> Engine:
    is_sqlite = url.get_backend_name() == "sqlite"
    if not is_sqlite:
        url = url.set(query={**POSTGRESQL, **url.query})
    # A server may have ended a connection since its last use; a file cannot.
    pool = pool or {"pool_size": 20, "max_overflow": 20, "pool_pre_ping": not is_sqlite}
    engine = create_engine(url, hide_parameters=True, **pool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself.
        if not is_sqlite:
            connection.autocommit = True
            return
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={busy_timeout_ms}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    engine.dialect.do_begin = _Begin(begin[engine.dialect.name])  # type: ignore[method-assign]
    return engine


class _Begin:
    """Begins a transaction in the driver: a statement of SQLAlchemy takes as long as the rest of a short read."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __call__(self, dbapi_connection: Any) -> None:
        with closing(dbapi_connection.cursor()) as cursor:
            cursor.execute(self.words)


def upsert(dialect: str, table: Table) -> sqlite.Insert:
    """An insert into `table` that takes `on_conflict_do_update`; PostgreSQL's and SQLite's have the same methods.

    `dialect`: the connection's, `sqlite` or `postgresql`.
    """
    if dialect == "postgresql":
        return cast(sqlite.Insert, postgresql.insert(table))
    return sqlite.insert(table)
