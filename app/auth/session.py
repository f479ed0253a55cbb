"""Server-side sessions under the cookie `portal_session`. A session holds only the id of a row in `sign_ins`."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from flask import Flask, current_app, session
from flask_session import Session
from redis import Redis
from werkzeug.http import parse_cookie

from app.auth.session_stores import SessionFiles, SessionRedis

if TYPE_CHECKING:
    from app.settings.model import Config

KEY = "sign_in"
FLASK_SESSION_READ = "0.8.0"
"""`sign_in_of` uses `_get_store_id` and `_retrieve_session_data` of this release of flask-session."""


def install(app: Flask, config: "Config") -> None:
    """Give `app` its sessions."""
    redis: Redis | None = app.extensions["services"].redis
    store = SessionRedis(redis) if redis else SessionFiles(config.session_file_dir)
    app.config.update(
        SESSION_TYPE="cachelib",
        SESSION_CACHELIB=store,
        SESSION_PERMANENT=True,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=config.session_max_hours),
        # Written only at sign-in and sign-out. Otherwise a request in flight would restore a signed-out session.
        SESSION_REFRESH_EACH_REQUEST=False,
        SESSION_COOKIE_NAME="portal_session",
        SESSION_COOKIE_PATH="/",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.is_production,
    )
    Session(app)


def sign_in_of(app: Flask, cookies: str | None) -> str | None:
    """The sign-in that this `Cookie` header's session is for, if it names one. For use outside requests."""
    cookie = parse_cookie(cookies).get(app.config["SESSION_COOKIE_NAME"])
    sessions: Any = app.session_interface
    session_data = cookie and sessions._retrieve_session_data(sessions._get_store_id(cookie))
    return _sign_in(session_data or {})


def start(sign_in_id: str) -> None:
    """Start a session under a new id. `regenerate` comes last, because it ignores an empty session."""
    session.clear()
    session[KEY] = sign_in_id
    current_app.session_interface.regenerate(session)  # type: ignore[attr-defined]


def sign_in_id() -> str | None:
    """Return the id of the session's sign-in, or None without a session."""
    return _sign_in(session)


def _sign_in(session_data: Mapping[str, Any]) -> str | None:
    sign_in_id_value = session_data.get(KEY)
    return sign_in_id_value if isinstance(sign_in_id_value, str) else None


def end() -> None:
    """Delete the session, here and in the browser."""
    session.clear()
