"""Whether the portal itself could serve a contractor now; AgentOS is not asked, nor whether it was ever read."""

import threading
from collections.abc import Callable
from typing import Protocol

import structlog
from redis import Redis, RedisError
from sqlalchemy.exc import SQLAlchemyError

from app.observability.log_format import kind
from app.store.engine import Database, upsert
from app.store.migrations import is_current
from app.store.tables import counters

REMEMBERED_S = 1.0
"""How long an answer is good: anybody may ask, and each look writes to the disk."""

log = structlog.get_logger("health")


class SessionStore(Protocol):
    """What sessions are kept in."""

    def works(self) -> bool:
        """Whether one could be kept now."""


class Readiness:
    """What speaks against serving people, looked into when asked. The log hears of it when it changes."""

    def __init__(
        self, database: Database, redis: Redis | None, sessions: SessionStore, clock: Callable[[], float]
    ) -> None:
        self._database = database
        self._redis = redis
        self._sessions = sessions
        self._clock = clock
        self._lock = threading.Lock()
        self._looked_at: float | None = None
        self._reasons: list[str] = []

    def reasons(self) -> list[str]:
        """Every reason, none if ready.

        One thread looks, and waits `PROBE_TIMEOUT_MS` at most for a locked database; others say what it found last.
        """
        if self._lock.acquire(blocking=self._looked_at is None):
            try:
                if self._looked_at is None or self._clock() - self._looked_at >= REMEMBERED_S:
                    self._look()
                    self._looked_at = self._clock()
            finally:
                self._lock.release()
        return self._reasons

    def _look(self) -> None:
        looks = (self._of_database, self._of_redis, self._of_sessions)
        reasons = [reason for reason in (look() for look in looks) if reason]
        if reasons and reasons != self._reasons:
            log.warning("not_ready", reasons=reasons)
        elif self._reasons and not reasons:
            log.warning("ready_again")
        self._reasons = reasons

    def _of_database(self) -> str | None:
        try:
            with self._database.probe() as connection:
                if not is_current(connection):
                    return "migrations are not current"
                # Locking alone succeeds on a read-only file and a full disk, and what stays the same is not written.
                connection.execute(
                    upsert(connection.dialect.name, counters)
                    .values(name="looks", value=1)
                    .on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
                )
        except SQLAlchemyError as error:
            return f"database: {kind(error)}"
        return None

    def _of_redis(self) -> str | None:
        """Where sessions are kept, if not in files: the log says what is wrong with it."""
        try:
            if self._redis is not None:
                self._redis.set("portal:look", 1, ex=60)
        except RedisError as error:
            return f"redis: {kind(error)}"
        return None

    def _of_sessions(self) -> str | None:
        return None if self._sessions.works() else "sessions cannot be kept"
