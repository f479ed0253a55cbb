"""One log line a second about a database that is away, in place of one for each use."""

import sqlite3
import threading
import time
from collections.abc import Callable

import structlog
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError, TimeoutError
from structlog.typing import EventDict

from app.observability.exceptions import error_name, exception_of

AWAY_RETRY_S = 5.0
"""Seconds after which a client may repeat a request that failed because the database was away."""
READ_ONLY = "25006"
"""PostgreSQL's code for a write on a server that is a standby, or that permits only reads: an InternalError."""
LOCK_NOT_AVAILABLE = "55P03"
"""PostgreSQL's code for a lock that another transaction has."""
EVERY_S = 1.0
"""Seconds between two lines about the same thing."""
DATABASE_AWAY = "database_away"


def is_away(error: object) -> bool:
    """Return True if the exception means that the database cannot be used now: away, busy, full or read-only.

    Return False for an error of the statement, whose trace somebody must read.
    """
    if isinstance(error, DBAPIError) and isinstance(error.orig, sqlite3.Error):
        # SQLite's driver raises OperationalError also for SQL errors, such as a missing table.
        code: int = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return isinstance(error, OperationalError) and code & 0xFF != sqlite3.SQLITE_ERROR
    if isinstance(error, DBAPIError) and (
        error.connection_invalidated or getattr(error.orig, "sqlstate", None) == READ_ONLY
    ):
        return True
    return isinstance(error, OperationalError | InterfaceError | TimeoutError)


def is_locked(error: SQLAlchemyError) -> bool:
    """Return True if a write waited too long for another one, so that reads work: a long migration, for example."""
    cause = getattr(error, "orig", None)
    code: int = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & 0xFF == sqlite3.SQLITE_BUSY or getattr(cause, "sqlstate", None) == LOCK_NOT_AVAILABLE


class LimitLines:
    """A processor of structlog: events with an exception of an absent database become `database_away`, one a second.

    `seconds`: the clock.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._next_at = float("-inf")

    def __call__(self, _logger: object, _method: str, event: EventDict) -> EventDict:
        """Return the event, without its trace if the database is away. Raise DropEvent if there was just a line."""
        error = exception_of(event.get("exc_info"))
        if error is not None and is_away(error):
            del event["exc_info"]
            event = {**event, "event": DATABASE_AWAY, "during": event["event"], "error": error_name(error)}
        if event["event"] == DATABASE_AWAY:
            with self._lock:
                now = self._seconds()
                if now < self._next_at:
                    raise structlog.DropEvent
                self._next_at = now + EVERY_S
        return event
