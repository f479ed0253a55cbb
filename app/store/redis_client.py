"""A client of Redis, which can be the cache of the sessions."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from redis import ConnectionError as RedisConnectionError
from redis import Redis
from redis import TimeoutError as RedisTimeoutError
from redis.backoff import NoBackoff
from redis.retry import Retry

if TYPE_CHECKING:
    from app.domain.clock import Clock

TIMEOUT_S = 0.5
"""Seconds for a connection, and for an answer. A healthy Redis takes milliseconds, and the database replaces it."""
REST_S = 2.0
"""Seconds after a failure in which commands fail at once. Anybody can send an unknown cookie, which needs a command."""


class RestingRedis(Redis):
    """A client that rests after a failure. Then one command tries; the others fail at once until it has succeeded."""

    clock: Clock

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lock = threading.Lock()
        self._rests_until: float | None = None

    def execute_command(self, *args: Any, **options: Any) -> Any:
        """Return the answer to a command. Raise RedisError, also while the client rests."""
        self._begin()
        try:
            answer = super().execute_command(*args, **options)  # type: ignore[no-untyped-call]
        except (RedisConnectionError, RedisTimeoutError):
            self._rests_until = self.clock.boot() + REST_S
            raise
        self._rests_until = None
        return answer

    def _begin(self) -> None:
        """Raise RedisConnectionError while the client rests. The first command after the rest begins another one."""
        with self._lock:
            if self._rests_until is None:
                return
            now = self.clock.boot()
            if now < self._rests_until:
                raise RedisConnectionError("Redis has just failed")
            self._rests_until = now + TIMEOUT_S


def connect(url: str, clock: Clock) -> Redis:
    """Return a client of the Redis at `url` for all threads. It connects at its first use.

    A command is repeated once if the connection was closed, because it may have been idle, but not after a time-out.
    """
    retry = Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,))
    client = cast(
        "RestingRedis",
        RestingRedis.from_url(url, socket_connect_timeout=TIMEOUT_S, socket_timeout=TIMEOUT_S, retry=retry),
    )
    client.clock = clock
    return client
