"""Six-digit codes: kept as keyed hashes, good for 10 minutes, 5 tries and one use; only the newest of an address.

Somebody who guesses finds one code with 5 in 1,000,000, that is 1 in 200,000. An address gets 5 codes an hour and 10 a
day, so 25 tries an hour (1 in 40,000) and 50 a day (1 in 20,000) are all there is, from however many places.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, select, update

from app.store.tables import codes
from app.store.timestamps import text

if TYPE_CHECKING:
    from app.services import Services

LIFETIME = timedelta(minutes=10)
TRIES = 5
LIMITS = ((timedelta(hours=1), 5), (timedelta(days=1), 10))
"""How many codes an address gets in how long."""
_NOBODY = ""
"""The address of rows that are written only to take as long as others do."""


def create(services: Services, connection: Connection, code_id: str, email: str, agency: str | None) -> str | None:
    """A new code for `email`, or None if it had its share. One made before under the same id is replaced.

    It takes no tries until `activate`: where mail hangs, codes are made again and again, each with five tries else.
    """
    now = services.clock.now()
    for period, most in LIMITS:
        recent = (codes.c.email == email, codes.c.created_at > text(now - period), codes.c.id != code_id)
        if connection.execute(select(func.count()).select_from(codes).where(*recent)).scalar_one() >= most:
            return None
    code = f"{secrets.randbelow(1_000_000):06}"
    delete_code(connection, code_id)
    connection.execute(
        insert(codes).values(
            id=code_id,
            email=email,
            agency=agency,
            digest=_digest(services, email, code),
            created_at=text(now),
            tries=TRIES,
        )
    )
    return code


def activate(connection: Connection, code_id: str) -> None:
    """From now on the code may be tried."""
    connection.execute(update(codes).where(codes.c.id == code_id).values(tries=0))


def delete_code(connection: Connection, code_id: str) -> None:
    """Undo a code that never went out: it counts for nothing, and the one before it is good again."""
    connection.execute(delete(codes).where(codes.c.id == code_id))


@dataclass(frozen=True, slots=True)
class RedeemedCode:
    """A code that was right; `agency` is the one it was asked for with."""

    agency: str | None


def redeem(services: Services, email: str, code: str) -> RedeemedCode | None:
    """Count one try; what the code stood for if it is right, which uses it up, else None.

    The try is counted by the statement that also checks that one is left, so that no number of requests at once
    gets more than five. An address without a code costs the same work: a comparison, and a row written.
    """
    now = services.clock.now()
    newest = select(codes.c.id).where(codes.c.email == email).order_by(codes.c.created_at.desc()).limit(1)
    given = _digest(services, email, code)
    with services.database.write() as connection:
        row = connection.execute(
            update(codes)
            .where(
                codes.c.id == newest.scalar_subquery(),
                codes.c.tries < TRIES,
                codes.c.used_at.is_(None),
                codes.c.created_at > text(now - LIFETIME),
            )
            .values(tries=codes.c.tries + 1)
            .returning(codes.c.id, codes.c.digest, codes.c.agency)
        ).one_or_none()
        if row is None:
            connection.execute(
                insert(codes).values(
                    id=uuid.uuid4().hex, email=_NOBODY, digest=given, created_at=text(now), tries=1, used_at=text(now)
                )
            )
        right = hmac.compare_digest(row.digest if row else _digest(services, _NOBODY, ""), given)
        if row is None or not right:
            return None
        connection.execute(update(codes).where(codes.c.id == row.id).values(used_at=text(now)))
        return RedeemedCode(row.agency)


def _digest(services: Services, email: str, code: str) -> str:
    """The keyed hash: without SECRET_KEY, a million guesses would find the code from the row."""
    return hmac.new(services.config.secret_key.encode(), f"code\n{email}\n{code}".encode(), hashlib.sha256).hexdigest()
