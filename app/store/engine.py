"""Engines for our database. SQLite by default, in WAL."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url

BUSY_TIMEOUT_MS = 5_000
PROBE_TIMEOUT_MS = 1_000


class Database:
    """Two engines over one database: readers never queue behind writers, writers take the lock at once.

    A SQLite transaction that begins as a reader and then writes can fail at once with "database is locked", whatever
    the busy time-out; so writes begin with BEGIN IMMEDIATE (https://sqlite.org/lang_transaction.html). Hold no
    transaction open during an HTTP call.
    """

    def __init__(self, url: str) -> None:
        self._writer = _engine(url, begin="BEGIN IMMEDIATE")
        self._reader = _engine(url, begin="BEGIN")
        self._prober = _engine(_only_if_there(make_url(url)), "BEGIN IMMEDIATE", PROBE_TIMEOUT_MS, poolclass=NullPool)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection whose reads are one snapshot."""
        with self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in a transaction that is committed on leaving, rolled back on an exception."""
        with self._writer.begin() as connection:
            yield connection

    @contextmanager
    def probe(self) -> Iterator[Connection]:
        """As `write`, on a connection of its own that waits `PROBE_TIMEOUT_MS` at most.

        A pooled one would go on writing to a file that was removed; and this one makes no new file in its place.
        """
        with self._prober.begin() as connection:
            yield connection

    def dispose(self) -> None:
        """Close every pooled connection."""
        self._writer.dispose()
        self._reader.dispose()


def _only_if_there(url: URL) -> URL:
    if url.get_backend_name() != "sqlite":
        return url
    return url.set(database=f"file:{quote(url.database or '')}", query={"mode": "rw", "uri": "true"})


def _engine(url: str | URL, begin: str, busy_timeout_ms: int = BUSY_TIMEOUT_MS, **pool: Any) -> Engine:
    pool = pool or {"pool_size": 20, "max_overflow": 20}
    engine = create_engine(make_url(url), hide_parameters=True, **pool)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _record: Any) -> None:
            connection.isolation_level = None  # the driver must not begin transactions by itself
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout={busy_timeout_ms}")
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.close()

        @event.listens_for(engine, "begin")
        def start(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

    return engine
