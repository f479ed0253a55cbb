"""Server-side sessions with the cookie `portal_session`, in production `__Host-portal_session`.

A session contains only the id of a row in `sign_ins`, and the row has a hash of the session's id. So the row is enough.
A cache, in files that only the portal's own user can read or in Redis, has each session as JSON. If it fails or is
emptied, nobody is signed out.
"""

import json
import re
import secrets
import time
import uuid
from collections.abc import Callable, Generator, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import structlog
from cachelib.base import BaseCache
from cachelib.file import FileSystemCache
from cachelib.redis import RedisCache
from cachelib.serializers import BaseSerializer
from flask import Flask, Response, after_this_request, current_app, request, session
from flask_session import Session
from redis import Redis, RedisError
from werkzeug.sansio.http import parse_cookie

from app.auth import sign_ins
from app.domain.digests import lookup_digest
from app.domain.private_folder import make_private_folder
from app.middleware.header_limits import MOST_COOKIE
from app.observability.database_log import SESSION_CACHE_AWAY
from app.observability.exceptions import error_name

if TYPE_CHECKING:
    from app.services import Services
    from app.settings.model import Config

KEY = "sign_in"
PREFIX = "session:"
"""flask-session puts this before the id of a session. Rows and caches have hashes of both together."""
ID_BYTES = 32
CACHELIB_READ = "0.17.0"
"""`SessionFiles` uses `_remove_expired` and `_get_filename` of this release of cachelib, which has no public ways.
`SessionFiles` overrides `_list_dir` to limit the deletion."""
NAME = re.compile("[0-9a-f]{64}")
"""The name of a session's file: a SHA-256."""
REMEMBERED = 20_000
"""Maximum number of sessions that a process remembers. When the limit is reached, it forgets all of them."""

log = structlog.get_logger("sessions")


def install(app: Flask, config: "Config") -> None:
    """Set up the sessions of `app`."""
    services: Services = app.extensions["services"]
    cache = SessionRedis(services.redis) if services.redis else SessionFiles(config.session_file_dir)
    app.config.update(
        SESSION_TYPE="cachelib",
        SESSION_CACHELIB=SessionStore(services, cache),
        SESSION_KEY_PREFIX=PREFIX,
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
    """Return the sign-in id of the session of this `Cookie` header, or None. For use outside requests.

    Raise SQLAlchemyError. The parser is the one of Flask's requests. `werkzeug.http.parse_cookie` fails on bytes that
    are not UTF-8.
    """
    if cookies is None or len(cookies) > MOST_COOKIE:
        return None
    cookie = parse_cookie(cookies).get(app.config["SESSION_COOKIE_NAME"])
    return store_of(app).find(cookie) if cookie else None


def sign_in_id() -> str | None:
    """Return the id of the session's sign-in, or None without a session. Raise SQLAlchemyError."""
    cookie = _cookie()
    return _sign_in(session) or (store_of(current_app).find(cookie) if cookie else None)


def store_of(app: Flask) -> "SessionStore":
    """Return the sessions of `app`."""
    store: SessionStore = app.config["SESSION_CACHELIB"]
    return store


def new_id() -> str:
    """Return the id of a new session, which only the browser's cookie will have."""
    return secrets.token_urlsafe(ID_BYTES)


def digest_of(session_id: str) -> str:
    """Return the hash of a session's id, by which its sign-in is found."""
    return lookup_digest(f"{PREFIX}{session_id}")


def start(session_id: str, sign_in_id: str) -> None:
    """Start a session with a new id, whose digest is in the row of the sign-in. Forget the browser's earlier one."""
    _forget_earlier()
    session.clear()
    session.update(_content(sign_in_id))
    session.sid = session_id  # type: ignore[attr-defined]


def end() -> None:
    """Delete the session, here and in the browser. Its sign-in has ended.

    flask-session deletes a cookie without `Secure`. Browsers ignore that for a name that begins with `__Host-`.
    """
    sessions = current_app.session_interface
    _forget_earlier()
    session.clear()
    session.modified = False  # so that flask-session does nothing

    @after_this_request
    def delete_cookie(response: Response) -> Response:
        response.delete_cookie(
            sessions.get_cookie_name(current_app),
            path=sessions.get_cookie_path(current_app),
            secure=bool(sessions.get_cookie_secure(current_app)),
            httponly=sessions.get_cookie_httponly(current_app),
            samesite=sessions.get_cookie_samesite(current_app),
        )
        return response


def _forget_earlier() -> None:
    if cookie := _cookie():
        store_of(current_app).delete(f"{PREFIX}{cookie}")


def _cookie() -> str | None:
    """Return the id of the session with which this request came."""
    return request.cookies.get(current_app.config["SESSION_COOKIE_NAME"])


def _content(sign_in_id: str) -> dict[str, Any]:
    return {"_permanent": True, KEY: sign_in_id}


def _sign_in(session_data: Mapping[str, Any]) -> str | None:
    value = session_data.get(KEY)
    return value if isinstance(value, str) else None


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


class SessionStore:
    """The sessions: rows of `sign_ins`, and in front of them a cache, whose failures fail no request.

    A session always refers to the same row. Only that row decides whether the sign-in is still valid.

    `get`, `set` and `delete` have the names that flask-session expects.
    """

    def __init__(self, services: "Services", cache: BaseCache) -> None:
        self._services = services
        self._cache = cache
        self._known: dict[str, str] = {}

    def find(self, session_id: str) -> str | None:
        """Return the sign-in id of a session, or None if the session is unknown or has ended. Raise SQLAlchemyError.

        Each process looks for a session once: in the cache, or else in the database.
        """
        key = f"{PREFIX}{session_id}"
        if (sign_in_id := self._known.get(key)) is not None:
            return sign_in_id
        digest = digest_of(session_id)
        if (sign_in_id := _sign_in(_attempt(lambda: self._cache.get(key)) or {})) is not None:
            if not sign_ins.keep_session(self._services, sign_in_id, digest):
                return sign_in_id
        elif (sign_in_id := sign_ins.id_of_session(self._services, digest)) is not None:
            lifetime = timedelta(hours=self._services.config.session_max_hours)
            self.set(key, _content(sign_in_id), int(lifetime.total_seconds()))
        else:
            return None
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[key] = sign_in_id
        return sign_in_id

    def get(self, key: str) -> dict[str, Any] | None:
        """Return a session that this process knows. Most pages need no sign-in; a request that does calls `find`."""
        sign_in_id = self._known.get(key)
        return None if sign_in_id is None else _content(sign_in_id)

    def set(self, key: str, value: Any, timeout: int | None = None) -> bool:
        """Write a session into the cache. Return whether that worked."""
        return bool(_attempt(lambda: self._cache.set(key, value, timeout)))

    def delete(self, key: str) -> bool:
        """Delete a session from the cache. Return whether that worked."""
        return bool(_attempt(lambda: self._cache.delete(key)))

    def fault(self) -> str | None:
        """Write, read and delete a session in the cache. Return the name of the fault if that does not work now."""
        key, value = f"look:{uuid.uuid4().hex}", {"works": True}
        try:
            works = self._cache.set(key, value, timeout=60) and self._cache.get(key) == value
            return None if works and self._cache.delete(key) else "not stored"
        except (RedisError, OSError) as error:
            return error_name(error)


def _attempt(use: Callable[[], Any]) -> Any:
    """Return the result of a use of the cache. Log a failure, and return None."""
    try:
        return use()
    except (RedisError, OSError) as error:
        log.warning(SESSION_CACHE_AWAY, error=error_name(error))
        return None


class SessionFiles(FileSystemCache):
    """A file for each session, without a limit: no session is deleted early because of other sessions."""

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, folder: Path) -> None:
        make_private_folder(folder)
        super().__init__(str(folder), threshold=0, mode=0o600)  # 0 means no threshold

    def get(self, key: str) -> Any:
        """Return the session. Raise OSError if its file cannot be read, which cachelib takes for no session."""
        with suppress(FileNotFoundError):
            Path(self._get_filename(key)).open("rb").close()
        return super().get(key)

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


class SessionRedis(RedisCache):
    """A key for each session, until it expires. If Redis fails, RedisError is raised.

    The key is a hash of the session's id, as the names of session files are.

    flask-session's own interface to Redis is not used: it unpickles values that are not msgpack, which could run code.
    """

    serializer = JsonSerializer()  # type: ignore[assignment]

    def __init__(self, client: Redis) -> None:
        super().__init__(client, key_prefix="portal:")

    def get(self, key: str) -> Any:
        return super().get(_hashed(key))

    def set(self, key: str, value: Any, timeout: int | timedelta | None = None) -> Any:
        return super().set(_hashed(key), value, timeout)

    def delete(self, key: str) -> bool:
        return super().delete(_hashed(key))


def _hashed(key: str) -> str:
    """Return the name under which Redis has a session. A reader of Redis cannot make a cookie from it."""
    return f"session:{lookup_digest(key)}"
