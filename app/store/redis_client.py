"""A client of Redis, which stores the sessions if the portal runs on several hosts."""

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

CONNECT_TIMEOUT_S = 2.0
ANSWER_TIMEOUT_S = 5.0


def connect(url: str) -> Redis:
    """Return a client of the Redis at `url` for all threads. It connects at its first use, and retries once."""
    return Redis.from_url(
        url,
        socket_connect_timeout=CONNECT_TIMEOUT_S,
        socket_timeout=ANSWER_TIMEOUT_S,
        retry=Retry(NoBackoff(), 1),  # an idle connection may have been closed
    )
