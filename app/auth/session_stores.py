"""The files that sessions are kept in: JSON, readable by the portal's own user only."""

import json
import re
import time
import uuid
from collections.abc import Generator
from pathlib import Path
from typing import IO, Any

from cachelib.file import FileSystemCache
from cachelib.redis import RedisCache
from cachelib.serializers import BaseSerializer
from redis import Redis, RedisError

NAME = re.compile("[0-9a-f]{64}")
"""Of a session's file: a SHA-256."""


class JsonSerializer(BaseSerializer):
    """A session as a JSON object. cachelib's own default is pickle: whoever can write a file could run code.

    A file that holds anything else is no session. (When it expires stands before it, written by the cache itself.)
    """

    def dump(self, value: Any, f: IO[bytes], protocol: int = 0) -> None:
        """Write `value` to `f`."""
        f.write(self.dumps(value))

    def load(self, f: IO[bytes]) -> dict[str, Any] | None:
        """The object in `f`, or None."""
        return self.loads(f.read())

    def dumps(self, value: Any, protocol: int = 0) -> bytes:
        """`value` as bytes."""
        return json.dumps(value).encode()

    def loads(self, bvalue: bytes | None) -> dict[str, Any] | None:
        """The object in `bvalue`, or None."""
        try:
            value = json.loads(bvalue or b"null")
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None


class SessionFiles(FileSystemCache):
    """Any number of files (0 is no threshold): none is thrown out before its time because others came."""

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        super().__init__(str(folder), threshold=0, mode=0o600)

    def _list_dir(self) -> Generator[str, None, None]:
        """Sessions alone: of any other file the first bytes may pass for a time long past, a database's among them."""
        for path in super()._list_dir():
            if NAME.fullmatch(Path(path).name):
                yield path

    def works(self) -> bool:
        """Whether a session could be kept now: writes, reads and deletes a file."""
        key, value = uuid.uuid4().hex, {"works": True}
        return self.set(key, value, timeout=60) and self.get(key) == value and self.delete(key)

    def remove_expired(self) -> int:
        """Delete what expired; returns how many. cachelib counts by the machine's own time."""
        before = sum(1 for _ in self._list_dir())
        self._remove_expired(time.time())
        return before - sum(1 for _ in self._list_dir())


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
