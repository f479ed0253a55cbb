"""Rows of `sign_ins`, which make sessions valid. Sign-out revokes a row, so no cookie can restore the session."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import String, bindparam, insert, select, update

from app.auth import devices
from app.domain.clock import from_text, to_text
from app.mirror.mirror import HAS_EMAIL, contractors_of
from app.store.engine import CompiledQuery, DatabaseBusy
from app.store.tables import emails, records, sign_ins
from app.store.worker_tasks import Task, request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.account import Contractor
    from app.services import Services

RENEW_AFTER = timedelta(minutes=5)
"""The time of the last visit is only this precise, because a write at every request would cost too much."""
SIGNED_IN = CompiledQuery(
    select(
        sign_ins.c.email,
        sign_ins.c.agency,
        sign_ins.c.contractor_id,
        sign_ins.c.created_at,
        sign_ins.c.seen_at,
        sign_ins.c.revoked_at,
        records.c.agency.label("contractors_agency"),
        records.c.record_id,
        records.c.body,
    )
    .select_from(sign_ins.outerjoin(emails, emails.c.email == sign_ins.c.email).outerjoin(records, HAS_EMAIL))
    .where(sign_ins.c.id == bindparam("sign_in_id", None, String))
    .order_by(records.c.sequence)
)
"""A sign-in with each contractor of its e-mail address."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A valid sign-in of a person, and its current account."""

    id: str
    email: str
    agency: str
    contractor_id: str

    @property
    def account_key(self) -> tuple[str, str]:
        """The current account's `Account.key`."""
        return self.agency, self.contractor_id


def create(
    services: Services, email: str, account_key: tuple[str, str], agencies: Iterable[str], device: str | None
) -> str:
    """Create a sign-in with this current account, and return the sign-in's id.

    `agencies`: the short names of the person's agencies, whose personal lists are kept fresh from now on. `device`: the
    hash of the device, which the person is known to use from now on.
    """
    sign_in_id, now = secrets.token_urlsafe(32), to_text(services.clock.now())
    agency, contractor_id = account_key
    with services.database.write() as connection:
        connection.execute(
            insert(sign_ins).values(
                id=sign_in_id, email=email, agency=agency, contractor_id=contractor_id, created_at=now, seen_at=now
            )
        )
        if device is not None:
            devices.remember(connection, email, device, now)
        for name in agencies:
            request(services.database, connection, name, Task.RECORDS)
    return sign_in_id


def find(services: Services, sign_in_id: str) -> tuple[SignIn, list[tuple[str, Contractor]]] | None:
    """Record the visit. Return the sign-in, and the person's contractors with their agencies' short names.

    Return None if the sign-in is revoked, too old or idle for too long.
    """
    rows = services.database.look(SIGNED_IN, {"sign_in_id": sign_in_id})
    if not rows:
        return None
    email, agency, contractor_id, created_at, seen_at, revoked_at = rows[0][:6]
    now, config = services.clock.now(), services.config
    if (
        revoked_at is not None
        or now - from_text(created_at) >= timedelta(hours=config.session_max_hours)
        or now - from_text(seen_at) >= timedelta(hours=config.session_idle_hours)
    ):
        return None
    note_visit(services, sign_in_id, seen_at)
    # If the person has no contractor, the query returns one row with the sign-in alone.
    contractors = contractors_of(row[6:] for row in rows if row[6] is not None)
    return SignIn(sign_in_id, email, agency, contractor_id), contractors


def note_visit(services: Services, sign_in_id: str, before: str) -> None:
    """Record a visit with a sign-in that was last seen `before`, unless the database is busy."""
    now = services.clock.now()
    if now - from_text(before) >= RENEW_AFTER:
        with suppress(DatabaseBusy):
            _change(services, sign_in_id, patient=False, seen_at=to_text(now))


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


def switch_account(services: Services, sign_in_id: str, account_key: tuple[str, str]) -> None:
    """Set the current account of the sign-in."""
    agency, contractor_id = account_key
    now = to_text(services.clock.now())
    _change(services, sign_in_id, agency=agency, contractor_id=contractor_id, seen_at=now)


def revoke(services: Services, sign_in_id: str) -> None:
    """Revoke the sign-in."""
    _change(services, sign_in_id, revoked_at=to_text(services.clock.now()))


def _change(services: Services, sign_in_id: str, *, patient: bool = True, **values: str) -> None:
    """Change the row, unless it is revoked."""
    with services.database.write(patient=patient) as connection:
        connection.execute(
            update(sign_ins).where(sign_ins.c.id == sign_in_id, sign_ins.c.revoked_at.is_(None)).values(**values)
        )
