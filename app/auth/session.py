"""Server-side sessions with the cookie `portal_session`, in production `__Host-portal_session`.

A session contains only the id of a row in `sign_ins`.

Sessions are stored as JSON, in files that only the portal's own user can read, or in Redis.
"""

import json
import re
import time
import uuid
from collections.abc import Generator, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from cachelib.base import BaseCache
from cachelib.file import FileSystemCache
from cachelib.redis import RedisCache
from cachelib.serializers import BaseSerializer
from flask import Flask, Response, after_this_request, current_app, session
from flask_session import Session
from redis import Redis, RedisError
from werkzeug.sansio.http import parse_cookie

from app.domain.digests import lookup_digest
from app.domain.private_folder import make_private_folder
from app.middleware.header_limits import MOST_COOKIE

if TYPE_CHECKING:
    from app.settings.model import Config

KEY = "sign_in"
FLASK_SESSION_READ = "0.8.0"
"""This module uses `_get_store_id`, `_retrieve_session_data`, `_delete_session`, `_generate_sid` and `sid_length` of
this release of flask-session."""
CACHELIB_READ = "0.17.0"
"""`SessionFiles` uses `_remove_expired` and `_get_filename` of this release of cachelib, which has no public ways.
`SessionFiles` overrides `_list_dir` to limit the deletion."""
NAME = re.compile("[0-9a-f]{64}")
"""The name of a session's file: a SHA-256."""
NOT_STORED = "The session cannot be stored."
REMEMBERED = 20_000
"""Maximum number of sessions that a process remembers. When the limit is reached, it forgets all of them."""


def install(app: Flask, config: "Config") -> None:
    """Set up the sessions of `app`."""
    redis: Redis | None = app.extensions["services"].redis
    store = SessionRedis(redis) if redis else SessionFiles(config.session_file_dir)
    app.config.update(
        SESSION_TYPE="cachelib",
        SESSION_CACHELIB=store,
        SESSION_PERMANENT=True,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=config.session_max_hours),
        # Written only at sign-in and sign-out. Otherwise a concurrent request would restore a signed-out session.
        SESSION_REFRESH_EACH_REQUEST=False,
        SESSION_COOKIE_NAME=cookie_name("portal_session", is_secure=config.is_production),
        SESSION_COOKIE_PATH="/",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.is_production,
    )
    Session(app)


def cookie_name(name: str, *, is_secure: bool) -> str:
    """Return a cookie's name in this installation.

    Browsers accept `__Host-` only from this very host and over HTTPS, so no other host of the domain can set the cookie
    (draft-ietf-httpbis-rfc6265bis, 4.1.3). Development has no HTTPS.
    """
    return f"__Host-{name}" if is_secure else name


def sign_in_of(app: Flask, cookies: str | None) -> str | None:
    """Return the sign-in id in the session of this `Cookie` header, or None. For use outside requests.

    The parser is the one of Flask's requests. `werkzeug.http.parse_cookie` fails on bytes that are not UTF-8.
    """
    if cookies is None or len(cookies) > MOST_COOKIE:
        return None
    cookie = parse_cookie(cookies).get(app.config["SESSION_COOKIE_NAME"])
    sessions: Any = app.session_interface
    session_data = cookie and sessions._retrieve_session_data(sessions._get_store_id(cookie))
    return _sign_in(session_data or {})


def check_store() -> None:
    """Raise RedisError or OSError if no session can be stored now: Redis may be full, or the disk."""
    redis: Redis | None = current_app.extensions["services"].redis
    if redis is not None:
        redis.ping()
    store: SessionStore = current_app.config["SESSION_CACHELIB"]
    if not store.works():
        raise OSError(NOT_STORED)


def start(sign_in_id: str) -> None:
    """Start a session with a new id, and delete the earlier one once the new one is stored.

    Raise RedisError or OSError if it cannot be stored. Then the request's session is unchanged.
    """
    sessions: Any = current_app.session_interface
    session_id = sessions._generate_sid(sessions.sid_length)
    content = {"_permanent": True, KEY: sign_in_id}
    lifetime_s = int(current_app.permanent_session_lifetime.total_seconds())
    if not sessions.cache.set(sessions._get_store_id(session_id), content, timeout=lifetime_s):
        raise OSError(NOT_STORED)
    sessions._delete_session(sessions._get_store_id(session.sid))  # type: ignore[attr-defined]
    session.clear()
    session.update(content)
    session.sid = session_id  # type: ignore[attr-defined]


def sign_in_id() -> str | None:
    """Return the id of the session's sign-in, or None without a session."""
    return _sign_in(session)


def _sign_in(session_data: Mapping[str, Any]) -> str | None:
    value = session_data.get(KEY)
    return value if isinstance(value, str) else None


def end() -> None:
    """Delete the session, here and in the browser.

    flask-session deletes a cookie without `Secure`. Browsers ignore that for a name that begins with `__Host-`.
    """
    sessions: Any = current_app.session_interface
    sessions._delete_session(sessions._get_store_id(session.sid))  # type: ignore[attr-defined]
    session.clear()
    session.modified = False  # so that flask-session does nothing

    @after_this_request
    def delete_cookie(response: Response) -> Response:
        response.delete_cookie(
            sessions.get_cookie_name(current_app),
            path=sessions.get_cookie_path(current_app),
            secure=sessions.get_cookie_secure(current_app),
            httponly=sessions.get_cookie_httponly(current_app),
            samesite=sessions.get_cookie_samesite(current_app),
        )
        return response


class JsonSerializer(BaseSerializer):
    """Stores a session as a JSON object. cachelib's default is pickle, with which a manipulated file could run code.

    A file with other content is not a session. (The cache itself writes the time of expiry in front of the JSON.)
    """

    def dump(self, value: Any, f: IO[bytes], protocol: int = 0) -> None:
        f.write(self.dumps(value))

    def load(self, f: IO[bytes]) -> dict[str, Any] | None:
        return self.loads(f.read())

    def dumps(self, value: Any, protocol: int = 0) -> bytes:
        return json.dumps(value).encode()

    def loads(self, bvalue: bytes | None) -> dict[str, Any] | None:
        try:
            value = json.loads(bvalue or b"null")
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None


class SessionStore(BaseCache):
    """Reads each session from the store once, not at every request.

    A session always refers to the same row of `sign_ins`. Only that row decides whether the sign-in is still valid.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known: dict[str, dict[str, Any]] = {}

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the session, from memory if possible."""
        if (session := self._known.get(key)) is None and (session := self.read(key)) is not None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[key] = session
        return session

    def read(self, key: str) -> dict[str, Any] | None:
        """Return the session from the store."""
        return cast("dict[str, Any] | None", super().get(key))

    def works(self) -> bool:
        """Write, read and delete a session. Return whether that works now."""
        key, value = f"look:{uuid.uuid4().hex}", {"works": True}
        try:
            return bool(self.set(key, value, timeout=60)) and self.read(key) == value and self.delete(key)
        except RedisError:
            return False


class SessionFiles(SessionStore, FileSystemCache):
    """A file for each session, without a limit: no session is deleted early because of other sessions."""

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, folder: Path) -> None:
        make_private_folder(folder)
        super().__init__(str(folder), threshold=0, mode=0o600)  # 0 means no threshold

    def read(self, key: str) -> dict[str, Any] | None:
        """Return the session. Raise OSError if its file cannot be read: a fault of the host must sign nobody out."""
        with suppress(FileNotFoundError):
            Path(self._get_filename(key)).open("rb").close()  # cachelib takes a file that cannot be read for no session
        return super().read(key)

    def _list_dir(self) -> Generator[str, None, None]:
        """Yield the files of sessions only. The first bytes of others (databases) may look like a time of expiry."""
        for path in super()._list_dir():
            if NAME.fullmatch(Path(path).name):
                yield path

    def remove_expired(self) -> int:
        """Delete expired sessions, by the machine's own clock. Return their number."""
        before = sum(1 for _ in self._list_dir())
        self._remove_expired(time.time())
        return before - sum(1 for _ in self._list_dir())


class SessionRedis(SessionStore, RedisCache):
    """A key for each session, until it expires. If Redis fails, RedisError is raised and nobody is signed out.

    The key is a hash of the session's id, as the names of session files are.

    flask-session's own interface to Redis is not used: it unpickles values that are not msgpack, which could run code.
    """

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, client: Redis) -> None:
        super().__init__(client, key_prefix="portal:")

    def read(self, key: str) -> dict[str, Any] | None:
        return super().read(_hashed(key))

    def set(self, key: str, value: Any, timeout: int | timedelta | None = None) -> Any:
        return super().set(_hashed(key), value, timeout)

    def delete(self, key: str) -> bool:
        return super().delete(_hashed(key))


def _hashed(key: str) -> str:
    """Return the name under which Redis has a session. A reader of Redis cannot make a cookie from it."""
    return f"session:{lookup_digest(key)}"
