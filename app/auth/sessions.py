"""The life of a session: a sign-in inserts its row of `sessions`, and whatever ends it changes the row.

`app.auth.session_store` explains the table, and reads a request's session. Each change is one transaction, with the
entry of the audit. A row that has ended never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, insert, not_, select, update

from app.audit.audit import Event
from app.auth import codes, devices, security_mail
from app.auth.security_mail import SecurityMail
from app.domain.client import Client
from app.domain.clock import from_text, to_text
from app.domain.digests import lookup_digest
from app.domain.errors import SIGN_IN, Unauthenticated
from app.services import Services
from app.store.engine import DatabaseBusy
from app.store.tables import passkeys, sessions
from app.store.worker_tasks import Task, request

RENEW_AFTER = timedelta(minutes=5)
"""The time of the last visit is only this precise, because a write at every request would cost too much."""
MOST_SESSIONS = 100
"""Maximum number of valid sessions of a person. To end them all takes time for each, and blocks other writes."""
FROM_PROVIDER = timedelta(hours=12)
"""The longest session from OpenID Connect: the portal does not learn when the session at the provider ends."""
OVERLAP = timedelta(seconds=10)
"""Longer than a sign-in takes. Tabs of one browser may sign in together, and it keeps the cookie that arrives last."""


class Method(StrEnum):
    """The ways in which a person can prove their e-mail address."""

    CODE = "code"
    OIDC = "oidc"
    HANDOVER = "handover"
    PASSKEY = "passkey"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewSession:
    """The session that a sign-in is to have. `id`: the hash of the id in the cookie. `client`: its browser.

    `device`: the hash of the browser's device cookie. `earlier_id`: the browser's earlier session, perhaps another
    person's.
    """

    id: str
    client: Client
    device: str
    earlier_id: str | None


def create(
    services: Services,
    email: str,
    account_key: tuple[str, str],
    agencies: Iterable[str],
    method: Method,
    session: NewSession,
    *,
    sign_out_url: str | None = None,
    store_more: Callable[[Connection], None] | None = None,
) -> None:
    """Insert the row of a session that begins with this current account.

    `agencies`: the short names of the person's agencies, whose personal lists are kept fresh from now on. `session`:
    its client's device is a known device of the person from now on. If it is a new device, the person gets an e-mail.
    Of more than `MOST_SESSIONS`, those end that were used the longest time ago. `sign_out_url`: the page that ends the
    session at the identity provider. `store_more`: stores more in the same transaction.

    End the sessions that this one replaces in the browser: that of the browser's earlier session, and others of the
    person there, whose cookies the browser has lost. The new one takes over the person's session at the identity
    provider, so that signing out still ends both.
    """
    client, began_at = session.client, services.clock.now()
    now = to_text(began_at)
    agency, contractor_id = account_key
    longest = timedelta(hours=services.config.session_max_hours)
    if method == Method.OIDC:
        longest = min(longest, FROM_PROVIDER)
    with services.database.write() as connection:
        is_new_device = devices.is_new(connection, email, session.device)
        own = (sessions.c.email == email, *validity_conditions(services, began_at))
        valid = connection.execute(select(sessions).where(*own).order_by(sessions.c.seen_at.desc())).all()
        earlier = connection.execute(select(sessions).where(sessions.c.id == (session.earlier_id or ""))).all()
        overlap = to_text(began_at - OVERLAP)
        lost = [row for row in valid if row.device == session.device and row.created_at <= overlap]
        for row in (*earlier, *lost):
            end(services, connection, row, Event.SIGNED_OUT, client, now, "replaced by a new sign-in")
            sign_out_url = sign_out_url or (row.sign_out_url if row.email == email else None)
        connection.execute(
            insert(sessions).values(
                id=session.id,
                email=email,
                agency=agency,
                contractor_id=contractor_id,
                created_at=now,
                seen_at=now,
                ends_at=to_text(began_at + longest),
                method=method,
                device=session.device,
                software=client.software,
                network=client.prefix,
                sign_out_url=sign_out_url,
            )
        )
        others = [row for row in valid if row not in lost and row.id != session.earlier_id]
        for row in others[MOST_SESSIONS - 1 :]:
            end(services, connection, row, Event.SESSION_ENDED, client, now, f"{_device(row)}, too many sessions")
        services.audit.record(
            connection, Event.SIGNED_IN, at=now, email=email, client=client, account=account_key, detail=method
        )
        if is_new_device:
            security_mail.add(services, connection, SecurityMail.NEW_DEVICE, email, client, at=now)
        devices.remember(connection, email, session.device, now)
        for name in agencies:
            request(services.database, connection, name, Task.RECORDS)
        if store_more is not None:
            store_more(connection)


def note_visit(services: Services, session_id: str, before: str) -> None:
    """Record a visit with a session that was last seen `before`, unless the database is busy or cannot be written."""
    now = services.clock.now()
    if now - from_text(before) >= RENEW_AFTER:
        with suppress(DatabaseBusy), services.database.write(patient=False) as connection:
            _change(connection, session_id, seen_at=to_text(now))


def last_used_account(services: Services, email: str) -> tuple[str, str] | None:
    """Return the key of the account that this person used last, or None."""
    with services.database.read() as connection:
        row = connection.execute(
            select(sessions.c.agency, sessions.c.contractor_id)
            .where(sessions.c.email == email)
            .order_by(sessions.c.seen_at.desc())
            .limit(1)
        ).one_or_none()
    return (row.agency, row.contractor_id) if row else None


def switch_account(
    services: Services, session_id: str, email: str, account_key: tuple[str, str], client: Client
) -> None:
    """Set the current account of the session. Raise Unauthenticated if the session has ended."""
    agency, contractor_id = account_key
    at = services.clock.now()
    now = to_text(at)
    with services.database.write() as connection:
        require_valid(services, connection, session_id, at)
        _change(connection, session_id, agency=agency, contractor_id=contractor_id, seen_at=now)
        services.audit.record(connection, Event.SWITCHED, at=now, email=email, client=client, account=account_key)


def sign_out(services: Services, session_id: str, client: Client) -> str | None:
    """End the session for its own browser, unless it has ended.

    Return the page that ends the session at the identity provider, if it began there.
    """
    now = to_text(services.clock.now())
    with services.database.write() as connection:
        row = connection.execute(select(sessions).where(sessions.c.id == session_id)).one()
        end(services, connection, row, Event.SIGNED_OUT, client, now)
    page: str | None = row.sign_out_url
    return page


def list_sessions(services: Services, email: str, current_id: str | None = None) -> list[dict[str, Any]]:
    """Return the rows of a person's valid sessions, the last used first, each with its public id.

    `current_id`: the id of the request's own session, which is marked as `current`.
    """
    valid = (sessions.c.email == email, *validity_conditions(services))
    with services.database.read() as connection:
        rows = connection.execute(select(sessions).where(*valid).order_by(sessions.c.seen_at.desc()))
        return [
            {**row, "public_id": public_id_of(row["id"]), "current": row["id"] == current_id} for row in rows.mappings()
        ]


def end_sessions(
    services: Services,
    email: str,
    client: Client | None,
    *,
    public_id: str | None = None,
    except_id: str | None = None,
    with_passkeys: bool = False,
) -> int:
    """End the valid sessions of a person, or only the one of the session with this id. Return how many have ended.

    `client`: the sender of the request, or None for an administrator. `except_id`: this session goes on; raise
    Unauthenticated if it has ended. `with_passkeys`: also remove all passkeys, in the same transaction. Between
    two, a session could add a passkey, or a passkey could begin a session.

    Forget the device of the one session or, without an id, all devices: a thief may have one whose session has expired.
    The device of the session that goes on stays known. Without an id, also end the codes that others have asked for: a
    thief may have read one.
    """
    at = services.clock.now()
    now, is_valid = to_text(at), (sessions.c.email == email, *validity_conditions(services, at))
    number = 0
    with services.database.write() as connection:
        if except_id is not None:
            require_valid(services, connection, except_id, at)
        valid = connection.execute(select(sessions).where(*is_valid)).all()
        kept = next((row.device for row in valid if row.id == except_id), None)
        if public_id is None:
            devices.forget_other_devices(connection, email, kept)
            for _ in range(codes.end_others(connection, email, kept, now)):
                services.audit.record(
                    connection, Event.CODE_NOT_MAILED, at=now, email=email, client=client, detail="all sessions ended"
                )
        for row in valid:
            if row.id == except_id or public_id not in (None, public_id_of(row.id)):
                continue
            if public_id is not None and row.device != kept:
                devices.forget_device(connection, email, row.device)
            detail = _device(row) if client else f"{_device(row)}, by an administrator"
            number += end(services, connection, row, Event.SESSION_ENDED, client, now, detail)
        if with_passkeys:
            removed = delete(passkeys).where(passkeys.c.email == email).returning(passkeys.c.name)
            for name in connection.scalars(removed):
                detail = f"{name}, by an administrator"
                services.audit.record(
                    connection, Event.PASSKEY_REMOVED, at=now, email=email, client=client, detail=detail
                )
    return number


def require_valid(services: Services, connection: Connection, session_id: str, at: datetime) -> None:
    """Raise Unauthenticated if the session has ended at this time, perhaps since the guard found it.

    Within a write transaction, this guarantees that the write precedes the end of the session.
    """
    valid = exists().where(sessions.c.id == session_id, *validity_conditions(services, at))
    if not connection.scalar(select(valid)):
        raise Unauthenticated(SIGN_IN)


def validity_conditions(services: Services, at: datetime | None = None) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of valid sessions, now or at another time."""
    now = at or services.clock.now()
    return (
        sessions.c.ended_at.is_(None),
        sessions.c.ends_at > to_text(now),
        sessions.c.seen_at > to_text(now - timedelta(hours=services.config.session_idle_hours)),
    )


def public_id_of(session_id: str) -> str:
    """Return the id under which people see a session. Nobody can derive the row's id from it."""
    return lookup_digest(f"device\n{session_id}")[:32]


def forget_sign_out_urls(services: Services) -> None:
    """Delete the pages of sessions that have expired: they contain ID tokens."""
    expired = (sessions.c.sign_out_url.is_not(None), not_(and_(*validity_conditions(services))))
    with services.database.write() as connection:
        connection.execute(update(sessions).where(*expired).values(sign_out_url=None))


def end(
    services: Services,
    connection: Connection,
    row: Row[Any],
    event: Event,
    client: Client | None,
    at: str,
    detail: str | None = None,
) -> bool:
    """End a session, and forget its page at the provider. `detail`: for the audit. Return False if it has ended."""
    if _change(connection, row.id, ended_at=at, sign_out_url=None) == 0:
        return False
    account_key = (row.agency, row.contractor_id)
    services.audit.record(connection, event, at=at, email=row.email, client=client, account=account_key, detail=detail)
    return True


def _device(row: Row[Any]) -> str:
    return row.software or "unknown device"


def _change(connection: Connection, session_id: str, **values: str | None) -> int:
    """Change the row, and return 1. Return 0 if the session has ended."""
    valid = (sessions.c.id == session_id, sessions.c.ended_at.is_(None))
    return connection.execute(update(sessions).where(*valid).values(**values)).rowcount
