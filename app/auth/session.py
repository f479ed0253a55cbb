"""The cookie and what stands behind it: nothing but the id of a row in `sign_ins`."""

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
REMEMBERED = 20_000
"""How many sessions a process remembers; with more, it begins anew."""


def install(app: Flask, config: "Config") -> None:
    """Give `app` server-side sessions under the cookie `portal_session`."""
    redis: Redis | None = app.extensions["services"].redis
    store = SessionRedis(redis) if redis else SessionFiles(config.session_file_dir)
    app.config.update(
        SESSION_TYPE="cachelib",
        SESSION_CACHELIB=store,
        SESSION_PERMANENT=True,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=config.session_max_hours),
        # Written at sign-in and sign-out only, or a request in flight brings a signed-out session back.
        SESSION_REFRESH_EACH_REQUEST=False,
        SESSION_COOKIE_NAME="portal_session",
        SESSION_COOKIE_PATH="/",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.is_production,
    )
    Session(app)
    _read_once(app.session_interface)


def _read_once(sessions: Any) -> None:
    """Have `sessions` read what stands behind a cookie once, not at every request.

    Which row of `sign_ins` it names never changes, and that row alone says what it is still worth.
    """
    retrieve = sessions._retrieve_session_data
    known: dict[str, dict[str, Any]] = {}

    def remember(store_id: str) -> dict[str, Any] | None:
        if store_id in known:
            return known[store_id]
        held: dict[str, Any] | None = retrieve(store_id)
        if held is not None:
            if len(known) >= REMEMBERED:
                known.clear()
            known[store_id] = held
        return held

    sessions._retrieve_session_data = remember


def sign_in_of(app: Flask, cookies: str | None) -> str | None:
    """The sign-in that this `Cookie` header's session is for, if it names one. For use outside requests."""
    cookie = parse_cookie(cookies).get(app.config["SESSION_COOKIE_NAME"])
    sessions: Any = app.session_interface
    held = cookie and sessions._retrieve_session_data(sessions._get_store_id(cookie))
    return _sign_in(held or {})


def start(sign_in_id: str) -> None:
    """Begin a session under a new id. In this order: `regenerate` does nothing to an empty session."""
    session.clear()
    session[KEY] = sign_in_id
    current_app.session_interface.regenerate(session)  # type: ignore[attr-defined]


def sign_in_id() -> str | None:
    """The sign-in this session is for, if there is a session."""
    return _sign_in(session)


def _sign_in(held: Mapping[str, Any]) -> str | None:
    found = held.get(KEY)
    return found if isinstance(found, str) else None


def end() -> None:
    """Forget the session, here and in the browser."""
    session.clear()
