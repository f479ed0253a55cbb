"""Rows of `sign_ins`, which make sessions valid. Sign-out revokes a row, so no cookie can restore the session."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Row, String, and_, bindparam, insert, not_, select, update

from app.audit.audit import Event
from app.auth import codes, devices, security_mail
from app.auth.security_mail import SecurityMail
from app.domain.clock import from_text, to_text
from app.domain.digests import lookup_digest
from app.domain.errors import SIGN_IN, Unauthenticated
from app.mirror.mirror import HAS_EMAIL, contractors_of
from app.store.engine import CompiledQuery, DatabaseBusy
from app.store.tables import emails, records, sign_ins
from app.store.worker_tasks import Task, request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.account import Contractor
    from app.domain.client import Client
    from app.services import Services

RENEW_AFTER = timedelta(minutes=5)
"""The time of the last visit is only this precise, because a write at every request would cost too much."""
MOST_SESSIONS = 100
"""Maximum number of valid sign-ins of a person. To end them all takes time for each, and blocks other writes."""
FROM_PROVIDER = timedelta(hours=12)
"""The longest session from OpenID Connect: the portal does not learn when the session at the provider ends."""
OIDC = "oidc"
OVERLAP = timedelta(seconds=10)
"""Longer than a sign-in takes. Tabs of one browser may sign in together, and it keeps the cookie that arrives last."""
REPLACED = "replaced by a new sign-in"
SIGNED_IN = CompiledQuery(
    select(
        sign_ins.c.email,
        sign_ins.c.agency,
        sign_ins.c.contractor_id,
        sign_ins.c.created_at,
        sign_ins.c.seen_at,
        sign_ins.c.ends_at,
        sign_ins.c.revoked_at,
        sign_ins.c.method,
        records.c.agency.label("contractors_agency"),
        records.c.record_id,
        records.c.body,
    )
    .select_from(sign_ins.outerjoin(emails, emails.c.email == sign_ins.c.email).outerjoin(records, HAS_EMAIL))
    .where(sign_ins.c.id == bindparam("sign_in_id", None, String))
    .order_by(records.c.sequence)
)
"""A sign-in with each contractor of its e-mail address."""
OF_SESSION = CompiledQuery(
    select(sign_ins.c.id).where(
        sign_ins.c.session == bindparam("session", None, String), sign_ins.c.revoked_at.is_(None)
    )
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A valid sign-in of a person, and its current account.

    `method`: None for old sign-ins. `ends_at`: its latest end if no other visit follows.
    """

    id: str
    email: str
    agency: str
    contractor_id: str
    began_at: datetime
    method: str | None
    ends_at: datetime

    @property
    def account_key(self) -> tuple[str, str]:
        """The current account's `Account.key`."""
        return self.agency, self.contractor_id


@dataclass(frozen=True, kw_only=True, slots=True)
class NewSession:
    """The session that a sign-in is to have. `client`: its browser. `digest`: the hash of the session's id.

    `earlier_id`: the sign-in of the browser's earlier session, perhaps another person's.
    """

    client: Client
    digest: str
    earlier_id: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """A valid sign-in as its person sees it. `network`: the prefix of its IP address. Old sign-ins lack the details."""

    session_id: str
    software: str | None
    network: str | None
    method: str | None
    signed_in_at: datetime
    last_seen_at: datetime
    current: bool


def create(
    services: Services,
    email: str,
    account_key: tuple[str, str],
    agencies: Iterable[str],
    method: str,
    session: NewSession,
    *,
    sign_out_url: str | None = None,
    store_more: Callable[[Connection], None] | None = None,
) -> str:
    """Create a sign-in with this current account and its session, and return the sign-in's id.

    `agencies`: the short names of the person's agencies, whose personal lists are kept fresh from now on. `session`:
    its client's device is a known device of the person from now on. If it is a new device, the person gets an e-mail.
    Of more than `MOST_SESSIONS`, those end that were used the longest time ago. `sign_out_url`: the page that ends the
    session at the identity provider. `store_more`: stores more in the same transaction.

    End the sign-ins that this one replaces in the browser: that of the browser's earlier session, and others of the
    person there, which have lost their sessions, for instance because the browser lost its cookies. The new one takes
    over the person's session at the identity provider, so that signing out still ends both.
    """
    sign_in_id, client, began_at = secrets.token_urlsafe(32), session.client, services.clock.now()
    now = to_text(began_at)
    agency, contractor_id = account_key
    with services.database.write() as connection:
        is_new_device = client.device is not None and devices.is_new(connection, email, client.device)
        own = connection.execute(
            insert(sign_ins)
            .values(
                id=sign_in_id,
                email=email,
                agency=agency,
                contractor_id=contractor_id,
                created_at=now,
                seen_at=now,
                ends_at=to_text(began_at + lifetime(services, method)),
                method=method,
                device=client.device,
                software=client.software,
                network=client.prefix,
                session=session.digest,
                sign_out_url=sign_out_url,
            )
            .returning(*sign_ins.c)
        ).one()
        _end_oldest(services, connection, email, client, now, except_sign_in_id=sign_in_id)
        services.audit.record(
            connection, Event.SIGNED_IN, at=now, email=email, client=client, account=account_key, detail=method
        )
        if is_new_device:
            security_mail.add(services, connection, SecurityMail.NEW_DEVICE, email, client, at=now)
        if client.device is not None:
            devices.remember(connection, email, client.device, now)
        for name in agencies:
            request(services.database, connection, name, Task.RECORDS)
        if store_more is not None:
            store_more(connection)
        if session.earlier_id is not None:
            _end_replaced(services, connection, session.earlier_id, own, client, now)
        _end_others_in_browser(services, connection, own, client, began_at)
    return sign_in_id


def find(services: Services, sign_in_id: str) -> tuple[SignIn, list[tuple[str, Contractor]]] | None:
    """Record the visit. Return the sign-in, and the person's contractors with their agencies' short names.

    Return None if the sign-in is revoked, too old or idle for too long.
    """
    rows = services.database.look(SIGNED_IN, {"sign_in_id": sign_in_id})
    if not rows:
        return None
    email, agency, contractor_id, created_at, seen_at, ends_at, revoked_at, method = rows[0][:8]
    now, latest, idle = services.clock.now(), from_text(ends_at), timedelta(hours=services.config.session_idle_hours)
    if revoked_at is not None or now >= latest or now - from_text(seen_at) >= idle:
        return None
    note_visit(services, sign_in_id, seen_at)
    # If the person has no contractor, the query returns one row with the sign-in alone.
    contractors = contractors_of(row[8:] for row in rows if row[8] is not None)
    ends = min(latest, now + idle)
    return SignIn(sign_in_id, email, agency, contractor_id, from_text(created_at), method, ends), contractors


def note_visit(services: Services, sign_in_id: str, before: str) -> None:
    """Record a visit with a sign-in that was last seen `before`, unless the database is busy or cannot be written.

    The visit shows whose cookie the browser has kept, so end the person's other sign-ins there.
    """
    now = services.clock.now()
    if now - from_text(before) >= RENEW_AFTER:
        text = to_text(now)
        with suppress(DatabaseBusy), services.database.write(patient=False) as connection:
            own = _change(connection, sign_in_id, seen_at=text)
            if own is not None:
                _end_others_in_browser(services, connection, own, None, now)


def id_of_session(services: Services, session: str) -> str | None:
    """Return the id of the sign-in whose session has this digest, unless it is revoked. Raise SQLAlchemyError."""
    rows = services.database.look(OF_SESSION, {"session": session})
    return rows[0][0] if rows else None


def last_used_account(services: Services, email: str) -> tuple[str, str] | None:
    """Return the key of the account that this person used last, or None."""
    with services.database.read() as connection:
        row = connection.execute(
            select(sign_ins.c.agency, sign_ins.c.contractor_id)
            .where(sign_ins.c.email == email)
            .order_by(sign_ins.c.seen_at.desc())
            .limit(1)
        ).one_or_none()
    return (row.agency, row.contractor_id) if row else None


def switch_account(services: Services, sign_in: SignIn, account_key: tuple[str, str], client: Client) -> None:
    """Set the current account of the sign-in."""
    agency, contractor_id = account_key
    now = to_text(services.clock.now())
    with services.database.write() as connection:
        _change(connection, sign_in.id, agency=agency, contractor_id=contractor_id, seen_at=now)
        services.audit.record(
            connection, Event.SWITCHED, at=now, email=sign_in.email, client=client, account=account_key
        )


def revoke(services: Services, sign_in_id: str, client: Client) -> None:
    """Revoke the sign-in, unless it has ended."""
    now = to_text(services.clock.now())
    with services.database.write() as connection:
        _sign_out(services, connection, sign_in_id, client, now)


def list_sessions(services: Services, email: str, current_id: str | None = None) -> list[Session]:
    """Return the valid sign-ins of a person, the last used first. `current_id`: the id of the request's own sign-in."""
    valid = (sign_ins.c.email == email, *validity_conditions(services))
    with services.database.read() as connection:
        rows = connection.execute(select(sign_ins).where(*valid).order_by(sign_ins.c.seen_at.desc()))
        return [
            Session(
                session_id=session_id_of(row.id),
                software=row.software,
                network=row.network,
                method=row.method,
                signed_in_at=from_text(row.created_at),
                last_seen_at=from_text(row.seen_at),
                current=row.id == current_id,
            )
            for row in rows
        ]


def end_sessions(
    services: Services,
    email: str,
    client: Client | None,
    *,
    session_id: str | None = None,
    except_sign_in_id: str | None = None,
    change_more: Callable[[Connection], None] | None = None,
) -> int:
    """End the valid sign-ins of a person, or only the one of the session with this id. Return how many have ended.

    `client`: the sender of the request, or None for an administrator. `except_sign_in_id`: this sign-in goes on.
    `change_more`: changes more in the same transaction.

    Forget the device of the one sign-in or, without an id, all devices: a thief may have one whose sign-in has expired.
    The device of the sign-in that goes on stays known. Without an id, also end the codes that others have asked for: a
    thief may have read one.
    """
    now, is_valid = to_text(services.clock.now()), (sign_ins.c.email == email, *validity_conditions(services))
    number = 0
    with services.database.write() as connection:
        valid = connection.execute(select(sign_ins).where(*is_valid)).all()
        kept = next((row.device for row in valid if row.id == except_sign_in_id), None)
        if session_id is None:
            devices.forget_other_devices(connection, email, kept)
            for _ in range(codes.end_others(connection, email, kept, now)):
                services.audit.record(
                    connection, Event.CODE_NOT_MAILED, at=now, email=email, client=client, detail="all sessions ended"
                )
        for row in valid:
            if row.id == except_sign_in_id or session_id not in (None, session_id_of(row.id)):
                continue
            if session_id is not None and row.device != kept:
                devices.forget_device(connection, email, row.device)
            number += end_sign_in(services, connection, row, client, now, None if client else "by an administrator")
        if change_more is not None:
            change_more(connection)
    return number


def require_valid(services: Services, connection: Connection, sign_in_id: str) -> None:
    """Raise Unauthenticated if the sign-in has ended, perhaps since the guard found it.

    Within a write transaction, this guarantees that the write precedes the end of the sign-in.
    """
    if owner_of(services, connection, sign_in_id) is None:
        raise Unauthenticated(SIGN_IN)


def owner_of(services: Services, connection: Connection, sign_in_id: str) -> str | None:
    """Return the e-mail address of a sign-in that `find` would accept, or None."""
    valid = select(sign_ins.c.email).where(sign_ins.c.id == sign_in_id, *validity_conditions(services))
    email: str | None = connection.scalar(valid)
    return email


def validity_conditions(services: Services, at: datetime | None = None) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of the sign-ins that `find` accepts, now or at another time."""
    now = at or services.clock.now()
    return (
        sign_ins.c.revoked_at.is_(None),
        sign_ins.c.ends_at > to_text(now),
        sign_ins.c.seen_at > to_text(now - timedelta(hours=services.config.session_idle_hours)),
    )


def lifetime(services: Services, method: str) -> timedelta:
    """Return the longest time for which a person stays signed in who has proved their address with this method."""
    longest = timedelta(hours=services.config.session_max_hours)
    return min(longest, FROM_PROVIDER) if method == OIDC else longest


def sign_out_url_of(services: Services, sign_in_id: str | None) -> str | None:
    """Return the page that ends the session at the identity provider, if this sign-in began there and is valid."""
    valid = (sign_ins.c.id == sign_in_id, *validity_conditions(services))
    with services.database.read() as connection:
        url: str | None = connection.scalar(select(sign_ins.c.sign_out_url).where(*valid))
    return url


def session_id_of(sign_in_id: str) -> str:
    """Return the id of the session, which people see. Nobody can derive the sign-in's id, a random token, from it."""
    return lookup_digest(f"device\n{sign_in_id}")[:32]


def forget_sign_out_urls(services: Services) -> None:
    """Delete the pages of sign-ins that have expired: they contain ID tokens."""
    expired = (sign_ins.c.sign_out_url.is_not(None), not_(and_(*validity_conditions(services))))
    with services.database.write() as connection:
        connection.execute(update(sign_ins).where(*expired).values(sign_out_url=None))


def _end_oldest(
    services: Services, connection: Connection, email: str, client: Client, now: str, *, except_sign_in_id: str
) -> None:
    """End the valid sign-ins of a person beyond `MOST_SESSIONS`, at most as many at a time."""
    others = (sign_ins.c.email == email, sign_ins.c.id != except_sign_in_id, *validity_conditions(services))
    oldest = select(sign_ins).where(*others).order_by(sign_ins.c.seen_at.desc(), sign_ins.c.created_at.desc())
    for row in connection.execute(oldest.offset(MOST_SESSIONS - 1).limit(MOST_SESSIONS)).all():
        end_sign_in(services, connection, row, client, now, "too many sessions")


def _end_others_in_browser(
    services: Services, connection: Connection, own: Row[Any], client: Client | None, now: datetime
) -> None:
    """End the person's other valid sign-ins in the browser of `own`, which keeps only one session. Spare `OVERLAP`."""
    if own.device is None:
        return
    same = (sign_ins.c.email == own.email, sign_ins.c.device == own.device, sign_ins.c.id != own.id)
    earlier = sign_ins.c.created_at <= to_text(now - OVERLAP)
    others = select(sign_ins.c.id).where(*same, earlier, *validity_conditions(services, now))
    for sign_in_id in connection.scalars(others).all():
        _end_replaced(services, connection, sign_in_id, own, client, to_text(now))


def _end_replaced(
    services: Services, connection: Connection, sign_in_id: str, own: Row[Any], client: Client | None, now: str
) -> None:
    """End a sign-in that `own` replaces. `own` takes over its session at the provider, if it is the same person's."""
    is_replaced = (sign_ins.c.id == sign_in_id, sign_ins.c.email == own.email)
    if own.sign_out_url is None and (url := connection.scalar(select(sign_ins.c.sign_out_url).where(*is_replaced))):
        _change(connection, own.id, sign_out_url=url)
    _sign_out(services, connection, sign_in_id, client, now, REPLACED)


def _sign_out(
    services: Services,
    connection: Connection,
    sign_in_id: str,
    client: Client | None,
    now: str,
    detail: str | None = None,
) -> None:
    """End a sign-in for its own browser, unless it has ended. `detail`: why, for the audit."""
    row = _revoke(connection, sign_in_id, now)
    if row is not None:
        account_key = (row.agency, row.contractor_id)
        services.audit.record(
            connection, Event.SIGNED_OUT, at=now, email=row.email, client=client, account=account_key, detail=detail
        )


def end_sign_in(
    services: Services, connection: Connection, row: Row[Any], client: Client | None, now: str, why: str | None
) -> bool:
    """End a sign-in for somebody else than its own browser. Return False if it has ended. `why`: for the audit."""
    if _revoke(connection, row.id, now) is None:
        return False
    services.audit.record(
        connection,
        Event.SESSION_ENDED,
        at=now,
        email=row.email,
        client=client,
        account=(row.agency, row.contractor_id),
        detail=", ".join(filter(None, (row.software or "unknown device", why))),
    )
    return True


def _revoke(connection: Connection, sign_in_id: str, at: str) -> Row[Any] | None:
    """Revoke the sign-in, and return it. Return None if it is revoked already. Forget its page at the provider."""
    return _change(connection, sign_in_id, revoked_at=at, sign_out_url=None)


def _change(connection: Connection, sign_in_id: str, **values: str | None) -> Row[Any] | None:
    """Change the row, and return it. Return None if it is revoked."""
    valid = (sign_ins.c.id == sign_in_id, sign_ins.c.revoked_at.is_(None))
    return connection.execute(update(sign_ins).where(*valid).values(**values).returning(*sign_ins.c)).one_or_none()
