"""The Redis that sessions are kept in, for portals of several hosts."""

import uuid

from cachelib.redis import RedisCache
from redis import Redis, RedisError

from app.auth.session_stores import JsonSerializer

PREFIX = "portal:"


class SessionRedis(RedisCache):
    """Sessions as JSON, each until it expires. A Redis that fails raises RedisError: nobody is signed out by that.

    flask-session's own interface to Redis reads as a pickle whatever is no msgpack: who can write there could run code.
    """

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, client: Redis) -> None:
        super().__init__(client, key_prefix=PREFIX)

    def works(self) -> bool:
        """Whether a session could be kept now: writes, reads and deletes a key."""
        key, value = f"look:{uuid.uuid4().hex}", {"works": True}
        try:
            return bool(self.set(key, value, timeout=60)) and self.get(key) == value and self.delete(key)
        except RedisError:
            return False
