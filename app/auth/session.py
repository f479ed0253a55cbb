"""The cookie and what stands behind it: nothing but the id of a row in `sign_ins`."""

from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Flask, current_app, session
from flask_session import Session
from redis import Redis

from app.auth.session_files import SessionFiles
from app.auth.session_redis import SessionRedis

if TYPE_CHECKING:
    from config import Config

KEY = "sign_in"


def install(app: Flask, config: "Config") -> None:
    """Give `app` server-side sessions under the cookie `portal_session`."""
    redis: Redis | None = app.extensions["portal"].redis
    in_redis = config.session_type == "redis"
    store = SessionRedis(redis) if in_redis and redis else SessionFiles(config.session_file_dir)
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


def start(sign_in_id: str) -> None:
    """Begin a session under a new id. In this order: `regenerate` does nothing to an empty session."""
    session.clear()
    session[KEY] = sign_in_id
    current_app.session_interface.regenerate(session)  # type: ignore[attr-defined]


def current() -> str | None:
    """The sign-in this session is for, if there is a session."""
    held = session.get(KEY)
    return held if isinstance(held, str) else None


def end() -> None:
    """Forget the session, here and in the browser."""
    session.clear()
