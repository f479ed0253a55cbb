"""The connections of a process to its database: a pool of exact size.

SQLAlchemy's own pool is not used, because taking a connection from it takes longer than the query of a cached response.
"""

from collections import deque
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import TimeoutError as PoolTimeout

SPARE = 2
"""Connections of a process beyond one for each thread: one for the main thread, and one for a nested transaction."""


def pool_size(threads: int) -> int:
    """Return the number of connections of a process with so many threads."""
    return threads + SPARE


class Pooled(NamedTuple):
    """A connection, the driver's own connection inside it, and the number of renewals of the pool before it."""

    connection: Connection
    driver: Any
    renewals: int


class Pool:
    """At most `size` open connections of `engine`, which must have no pool itself (NullPool).

    The connection that was used last is used next, so a process with little to do opens few.
    """

    def __init__(self, engine: Engine, size: int) -> None:
        self._engine = engine
        self._idle: deque[Pooled] = deque()
        self._renewals = 0
        # A place is taken before a connection is taken or opened, so there are never more connections than places.
        self._places: SimpleQueue[None] = SimpleQueue()
        for _ in range(size):
            self._places.put(None)

    def take(self, timeout_ms: int) -> Pooled:
        """Take an idle connection, or open one. The caller must call `give_back` or `drop`.

        Raise SQLAlchemy's TimeoutError if all are in use for `timeout_ms`, and OperationalError if none can be opened.
        """
        try:
            self._places.get(True, timeout_ms / 1_000)
        except Empty:
            raise PoolTimeout("All database connections of this process are in use.") from None
        try:
            return self._idle.pop()
        except IndexError:
            pass
        renewals = self._renewals
        try:
            connection = self._engine.connect()
        except BaseException:
            self._places.put(None)
            raise
        return Pooled(connection, connection.connection.dbapi_connection, renewals)

    def give_back(self, pooled: Pooled) -> None:
        """Make a connection idle, or close it if it is older than the last renewal."""
        if pooled.renewals == self._renewals:
            self._idle.append(pooled)
            self._places.put(None)
        else:
            self.drop(pooled)

    def drop(self, pooled: Pooled) -> None:
        """Close a broken connection instead of giving it back."""
        _close(pooled.connection)
        self._places.put(None)

    def renew(self) -> None:
        """Close all connections, because they may be broken: idle ones now, and others when their use ends."""
        self._renewals += 1
        while True:
            try:
                _close(self._idle.pop().connection)
            except IndexError:
                return


def _close(connection: Connection) -> None:
    """Close a connection without a roll-back, which would log an error if the server has gone."""
    connection.invalidate()
    connection.close()
