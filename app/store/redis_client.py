"""Redis, as REDIS_URL names it: for the sessions of several hosts."""

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

CONNECT_TIMEOUT_S = 2.0
ANSWER_TIMEOUT_S = 5.0


def connect(url: str) -> Redis:
    """A client that any number of threads may share. It connects when it is first used, and once more if cut off."""
    return Redis.from_url(
        url,
        socket_connect_timeout=CONNECT_TIMEOUT_S,
        socket_timeout=ANSWER_TIMEOUT_S,
        retry=Retry(NoBackoff(), 1),  # a connection that was cut while idle
    )
