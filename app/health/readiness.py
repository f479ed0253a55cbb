"""Readiness: reasons why the portal cannot serve contractors now. The checks make no call to AgentOS."""

import threading
from collections.abc import Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.observability.database_log import is_locked
from app.observability.exceptions import error_name
from app.store.engine import Database, upsert
from app.store.migrations import fault_of_tables
from app.store.tables import counters

REMEMBERED_S = 1.0
"""Seconds for which a result is reused, because anybody may request it and each check writes to the disk."""

log = structlog.get_logger("health")


class Readiness:
    """Checks on request whether the portal can serve people. Logs changes.

    `is_busy`: at the last check, a write waited for another one for `PROBE_TIMEOUT_MS`. Reads work.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._checked_at: float | None = None
        self._fault: str | None = None
        self.is_busy = False

    def fault(self) -> str | None:
        """Return the reason why the portal is not ready, or None if it is ready.

        One thread checks, and waits at most `PROBE_TIMEOUT_MS` for a locked database. Others get the last result.
        """
        if self._lock.acquire(blocking=self._checked_at is None):
            try:
                if self._checked_at is None or self._clock() - self._checked_at >= REMEMBERED_S:
                    self._check()
                    self._checked_at = self._clock()
            finally:
                self._lock.release()
        return self._fault

    def _check(self) -> None:
        fault, is_busy = self._database_state()
        if fault and fault != self._fault:
            log.warning("not_ready", reasons=[fault])
        if is_busy and not self.is_busy:
            log.warning("writes_degraded")
        self._fault, self.is_busy = fault, is_busy

    def _database_state(self) -> tuple[str | None, bool]:
        """Return the reason why the database cannot be used, or None, and whether it is locked."""
        try:
            try:
                return self._write_fault(), False
            except SQLAlchemyError as error:
                if not is_locked(error):
                    raise
            with self._database.read() as connection:
                return fault_of_tables(connection), True
        except SQLAlchemyError as error:
            return f"database: {error_name(error)}", False

    def _write_fault(self) -> str | None:
        """Return the fault of a write, or None. Raise SQLAlchemyError."""
        with self._database.probe() as connection:
            if fault := fault_of_tables(connection):
                return fault
            # A lock would succeed on a read-only file or a full disk, and an unchanged value would not be written.
            connection.execute(
                upsert(connection.dialect.name, counters)
                .values(name="looks", value=1)
                .on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
            )
        return None
