"""Redis at REDIS_URL, for the sessions of several hosts."""

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

CONNECT_TIMEOUT_S = 2.0
ANSWER_TIMEOUT_S = 5.0


def connect(url: str) -> Redis:
    """Return a client for any number of threads. It connects at its first use, and reconnects once if disconnected."""
    return Redis.from_url(
        url,
        socket_connect_timeout=CONNECT_TIMEOUT_S,
        socket_timeout=ANSWER_TIMEOUT_S,
        retry=Retry(NoBackoff(), 1),  # an idle connection may have been closed
    )
