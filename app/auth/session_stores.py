"""The stores of sessions: as JSON in files that only the portal's own user can read, or in Redis.

`CACHELIB_READ` is the version of cachelib that was read. Two of its private methods are used, because it has no public
way to delete expired files: `FileSystemCache._remove_expired` deletes them, and `_list_dir` is overridden to limit it.
"""

import json
import re
import time
import uuid
from collections.abc import Generator
from pathlib import Path
from typing import IO, Any

from cachelib.base import BaseCache
from cachelib.file import FileSystemCache
from cachelib.redis import RedisCache
from cachelib.serializers import BaseSerializer
from redis import Redis, RedisError

CACHELIB_READ = "0.17.0"
NAME = re.compile("[0-9a-f]{64}")
"""The name of a session's file: a SHA-256."""
REMEMBERED = 20_000
"""Most sessions that a process remembers. When it has more, it forgets all of them."""


class JsonSerializer(BaseSerializer):
    """Stores a session as a JSON object. cachelib's default is pickle, with which a changed file could run code.

    A file with any other content is no session. (The cache itself writes the time of expiry in front of the JSON.)
    """

    def dump(self, value: Any, f: IO[bytes], protocol: int = 0) -> None:
        """Write `value` to `f`."""
        f.write(self.dumps(value))

    def load(self, f: IO[bytes]) -> dict[str, Any] | None:
        """Return the object in `f`, or None."""
        return self.loads(f.read())

    def dumps(self, value: Any, protocol: int = 0) -> bytes:
        """Return `value` as bytes."""
        return json.dumps(value).encode()

    def loads(self, bvalue: bytes | None) -> dict[str, Any] | None:
        """Return the object in `bvalue`, or None."""
        try:
            value = json.loads(bvalue or b"null")
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None


class ReadOnce(BaseCache):
    """Reads each session from the store once, not at every request.

    The row of `sign_ins` that a session names never changes. That row alone says whether the sign-in is still valid.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known: dict[str, dict[str, Any]] = {}

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the session, from memory if it was read before."""
        if (session := self._known.get(key)) is None and (session := self.read(key)) is not None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[key] = session
        return session

    def read(self, key: str) -> dict[str, Any] | None:
        """Return the session from the store."""
        session: dict[str, Any] | None = super().get(key)
        return session


class SessionFiles(ReadOnce, FileSystemCache):
    """A file for each session, without a limit: no session is deleted early because other sessions came."""

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        super().__init__(str(folder), threshold=0, mode=0o600)  # 0 means no threshold

    def _list_dir(self) -> Generator[str, None, None]:
        """Yield the files of sessions only: the first bytes of another file, such as a database, may look expired."""
        for path in super()._list_dir():
            if NAME.fullmatch(Path(path).name):
                yield path

    def works(self) -> bool:
        """Return whether a session can be stored now: write, read and delete a file."""
        key, value = uuid.uuid4().hex, {"works": True}
        return self.set(key, value, timeout=60) and self.read(key) == value and self.delete(key)

    def remove_expired(self) -> int:
        """Delete expired sessions by the machine's own clock. Return how many."""
        before = sum(1 for _ in self._list_dir())
        self._remove_expired(time.time())
        return before - sum(1 for _ in self._list_dir())


PREFIX = "portal:"


class SessionRedis(ReadOnce, RedisCache):
    """A key for each session, until it expires. A failing Redis raises RedisError and signs nobody out.

    flask-session's own interface to Redis is not used: it unpickles values that are not msgpack, which could run code.
    """

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, client: Redis) -> None:
        super().__init__(client, key_prefix=PREFIX)

    def works(self) -> bool:
        """Return whether a session can be stored now: write, read and delete a key."""
        key, value = f"look:{uuid.uuid4().hex}", {"works": True}
        try:
            return bool(self.set(key, value, timeout=60)) and self.read(key) == value and self.delete(key)
        except RedisError:
            return False
