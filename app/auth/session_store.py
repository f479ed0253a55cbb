"""The store of sessions: flask-session over the table `sessions`, which is also the list of a person's devices.

- The cookie `portal_session` (in production `__Host-portal_session`) has a random id of 256 bits. The row has only its
  hash, as its primary key. So nobody can make a cookie from a row, and a copy of a row under another id is no session.
- Only a sign-in inserts a row (`app.auth.sessions`). All else updates a row that has not ended. So a request in flight
  cannot restore a session that has ended meanwhile.
- flask-session reads rows through `SessionStore`, a cache of cachelib, and sets the cookie. It writes no row.
- A session is read when a request first needs it: the guard does, static files and health do not. If the database
  fails, the error is raised, and the response is 500: a client would take a 401 for the end of the session.
- The response cache asks the same store before it serves a response (`session_of`).
- A visit is recorded at most every five minutes. If only that write fails, the request goes on.

A session ends when somebody ends it (`ended_at`), at its latest end (`ends_at`), or without visits (`seen_at`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

from cachelib.base import BaseCache
from flask import Flask, Request, Response, current_app, session
from flask_session.cachelib import CacheLibSession, CacheLibSessionInterface
from sqlalchemy import String, bindparam, select
from werkzeug.sansio.http import parse_cookie

from app.auth.sessions import note_visit
from app.domain.account import Contractor
from app.domain.clock import from_text
from app.domain.digests import lookup_digest
from app.mirror.mirror import HAS_EMAIL, contractors_of
from app.services import Services
from app.settings.model import Config
from app.store.tables import emails, records, sessions

KEY = "session"
PREFIX = "session:"
"""flask-session puts this before the id in the cookie. Rows have hashes of both together."""
WITH_CONTRACTORS = (
    select(
        sessions.c.email,
        sessions.c.agency,
        sessions.c.contractor_id,
        sessions.c.created_at,
        sessions.c.seen_at,
        sessions.c.ends_at,
        sessions.c.method,
        records.c.agency.label("contractors_agency"),
        records.c.record_id,
        records.c.body,
    )
    .select_from(sessions.outerjoin(emails, emails.c.email == sessions.c.email).outerjoin(records, HAS_EMAIL))
    .where(sessions.c.id == bindparam("id", None, String), sessions.c.ended_at.is_(None))
    .order_by(records.c.sequence)
)
"""A session that nobody has ended, with each contractor of its e-mail address."""


@dataclass(frozen=True, slots=True)
class Session:
    """A valid session. `account_key`: the current account's `Account.key`.

    `ends_at`: its latest end if no other visit follows.
    `contractors`: those with the person's address now, each with the short name of its agency.
    """

    id: str
    email: str
    account_key: tuple[str, str]
    began_at: datetime
    method: str
    ends_at: datetime
    contractors: list[tuple[str, Contractor]]


class SessionStore(BaseCache):
    """The valid sessions by `PREFIX` and the id in the cookie.

    `set` and `delete` do nothing, as in `BaseCache`: a row changes in `app.auth.sessions`, together with the audit.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the content of a session for flask-session, or None if it is not valid."""
        valid = self.find(lookup_digest(key))
        return None if valid is None else {"_permanent": True, KEY: valid}

    def find(self, row_id: str) -> Session | None:
        """Record the visit, and return the session. Return None if it has ended. Raise SQLAlchemyError."""
        rows = self._services.database.look(WITH_CONTRACTORS, {"id": row_id})
        if not rows:
            return None
        email, agency, contractor_id, created_at, seen_at, ends_at, method = rows[0][:7]
        now, latest = self._services.clock.now(), from_text(ends_at)
        idle = timedelta(hours=self._services.config.session_idle_hours)
        if now >= latest or now - from_text(seen_at) >= idle:
            return None
        note_visit(self._services, row_id, seen_at)
        # If the person has no contractor, the query returns one row with the session alone.
        contractors = contractors_of(row[7:] for row in rows if row[7] is not None)
        ends = min(latest, now + idle)
        return Session(row_id, email, (agency, contractor_id), from_text(created_at), method, ends, contractors)


class LazySession(CacheLibSession):  # type: ignore[misc]
    """flask-session's session, which is read at its first use. `read`: returns the session that is read.

    That use is always `get`. flask-session's `clear` calls it too, so `start` and `end` change a session that was read.
    """

    def __init__(self, read: Callable[[], CacheLibSession]) -> None:
        super().__init__(sid="")
        self._read: Callable[[], CacheLibSession] | None = read

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value. At the first call, read the session. Raise SQLAlchemyError."""
        if self._read is not None:
            opened = self._read()
            self._read = None
            self.sid = opened.sid
            dict.update(self, opened)
        return super().get(key, default)


class SessionInterface(CacheLibSessionInterface):  # type: ignore[misc]
    """flask-session, but a session is read at its first use, and a cookie is deleted with the attributes that it has.

    Browsers ignore the deletion of a cookie without `Secure` if its name begins with `__Host-`.
    """

    def open_session(self, app: Flask, request: Request) -> LazySession:
        """Return the session of a request."""
        return LazySession(partial(super().open_session, app, request))

    def save_session(self, app: Flask, session: LazySession, response: Response) -> None:
        """Set the cookie of a new session. Delete that of a session that was cleared."""
        if session or not session.modified:
            super().save_session(app, session, response)
            return
        response.vary.add("Cookie")
        response.delete_cookie(
            self.get_cookie_name(app),
            path=self.get_cookie_path(app),
            secure=bool(self.get_cookie_secure(app)),
            httponly=self.get_cookie_httponly(app),
            samesite=self.get_cookie_samesite(app),
        )


def install(app: Flask, config: Config) -> None:
    """Set up the sessions of `app`."""
    app.config.update(
        PERMANENT_SESSION_LIFETIME=timedelta(hours=config.session_max_hours),
        SESSION_REFRESH_EACH_REQUEST=False,
        SESSION_COOKIE_PATH="/",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.is_production,
    )
    app.config["SESSION_COOKIE_NAME"] = cookie_name(app, "portal_session")
    store = app.extensions["sessions"] = SessionStore(app.extensions["services"])
    app.session_interface = SessionInterface(client=store, key_prefix=PREFIX)


def cookie_name(app: Flask, name: str) -> str:
    """Return a cookie's name in this installation.

    Browsers accept `__Host-` only from this very host and over HTTPS, so no other host of the domain can set the cookie
    (draft-ietf-httpbis-rfc6265bis, 4.1.3). Development has no HTTPS.
    """
    return f"__Host-{name}" if app.config["SESSION_COOKIE_SECURE"] else name


def current_session() -> Session | None:
    """Return the valid session of this request, or None. Raise SQLAlchemyError."""
    return cast("Session | None", session.get(KEY))


def session_of(app: Flask, cookies: str | None) -> Session | None:
    """Return the valid session of this `Cookie` header, or None. For use outside requests. Raise SQLAlchemyError.

    The parser is the one of Flask's requests. `werkzeug.http.parse_cookie` fails on bytes that are not UTF-8.
    """
    if cookies is None:
        return None
    cookie = parse_cookie(cookies).get(app.config["SESSION_COOKIE_NAME"])
    return app.extensions["sessions"].find(row_id_of(cookie)) if cookie else None


def row_id_of(session_id: str) -> str:
    """Return the id of the row of a session with this id in its cookie."""
    return lookup_digest(f"{PREFIX}{session_id}")


def start(session_id: str) -> None:
    """Give the browser the session whose row a sign-in has inserted, in place of its earlier one."""
    session.clear()
    session.sid = session_id  # type: ignore[attr-defined]
    session.update(current_app.extensions["sessions"].get(f"{PREFIX}{session_id}") or {})


def end() -> None:
    """Take the session away from the browser. Call this after its row has ended."""
    session.clear()
