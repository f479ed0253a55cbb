"""Server-side sessions with the cookie `portal_session`, in production `__Host-portal_session`.

A session contains only the id of a row in `sign_ins`, and the row has a hash of the session's id.
"""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, after_this_request, current_app, request, session
from flask_session import Session
from werkzeug.sansio.http import parse_cookie

from app.auth import sign_ins
from app.domain.digests import lookup_digest
from app.middleware.header_limits import MOST_COOKIE

if TYPE_CHECKING:
    from app.services import Services
    from app.settings.model import Config

KEY = "sign_in"
PREFIX = "session:"
"""flask-session puts this before the id of a session. Rows and caches have hashes of both together."""
ID_BYTES = 32
REMEMBERED = 20_000
"""Maximum number of sessions that a process remembers. When the limit is reached, it forgets all of them."""


def install(app: Flask, config: "Config") -> None:
    """Set up the sessions of `app`."""
    services: Services = app.extensions["services"]
    app.config.update(
        SESSION_TYPE="cachelib",
        SESSION_CACHELIB=SessionStore(services),
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
    """Start a session with a new id, whose digest is in the row of the sign-in."""
    session.clear()
    session.update(_content(sign_in_id))
    session.sid = session_id  # type: ignore[attr-defined]


def end() -> None:
    """Delete the session, here and in the browser. Its sign-in has ended.

    flask-session deletes a cookie without `Secure`. Browsers ignore that for a name that begins with `__Host-`.
    """
    sessions = current_app.session_interface
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


def _cookie() -> str | None:
    """Return the id of the session with which this request came."""
    return request.cookies.get(current_app.config["SESSION_COOKIE_NAME"])


def _content(sign_in_id: str) -> dict[str, Any]:
    return {"_permanent": True, KEY: sign_in_id}


def _sign_in(session_data: Mapping[str, Any]) -> str | None:
    value = session_data.get(KEY)
    return value if isinstance(value, str) else None


class SessionStore:
    """The sessions: rows of `sign_ins`. A session always refers to the same row, which decides whether it is valid.

    `get`, `set` and `delete` have the names that flask-session expects.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._known: dict[str, str] = {}

    def find(self, session_id: str) -> str | None:
        """Return the sign-in id of a session, or None if the session is unknown or has ended. Raise SQLAlchemyError.

        Each process looks for a session once.
        """
        key = f"{PREFIX}{session_id}"
        if (sign_in_id := self._known.get(key)) is not None:
            return sign_in_id
        if (sign_in_id := sign_ins.id_of_session(self._services, digest_of(session_id))) is None:
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
        """Return True: the row of the sign-in is the session."""
        return True

    def delete(self, key: str) -> bool:
        """Return True: the row of the sign-in ends the session."""
        return True
