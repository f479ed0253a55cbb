"""Six-digit codes, stored as keyed hashes. Only the newest code of an address is valid: 10 minutes, 5 tries, one use.

The probability of guessing a code is 5 in 1,000,000, or 1 in 200,000. An address gets at most 5 codes an hour and 10 a
day. That allows 25 tries an hour (1 in 40,000) and 50 tries a day (1 in 20,000), from any number of clients.
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

from app.domain.clock import to_text
from app.store.tables import codes

if TYPE_CHECKING:
    from app.services import Services

LIFETIME = timedelta(minutes=10)
TRIES = 5
LIMITS = ((timedelta(hours=1), 5), (timedelta(days=1), 10))
"""Maximum number of codes for an address in each period."""
_NO_ADDRESS = ""
"""The address in rows that are written only to make the response to an unknown address take the same time."""


def create(services: Services, connection: Connection, code_id: str, email: str, agency: str | None) -> str | None:
    """Create a code for `email` and return it. Return None if the address is over its limit.

    Replace an earlier code with the same id. The code accepts no tries until `activate`. While mail fails, codes are
    created again and again, and each would otherwise allow five tries.
    """
    now = services.clock.now()
    for period, limit in LIMITS:
        recent = (codes.c.email == email, codes.c.created_at > to_text(now - period), codes.c.id != code_id)
        if connection.execute(select(func.count()).select_from(codes).where(*recent)).scalar_one() >= limit:
            return None
    code = f"{secrets.randbelow(1_000_000):06}"
    delete_code(connection, code_id)
    connection.execute(
        insert(codes).values(
            id=code_id,
            email=email,
            agency=agency,
            digest=_digest(services, email, code),
            created_at=to_text(now),
            tries=TRIES,
        )
    )
    return code


def activate(connection: Connection, code_id: str) -> None:
    """Accept tries of the code from now on."""
    connection.execute(update(codes).where(codes.c.id == code_id).values(tries=0))


def delete_code(connection: Connection, code_id: str) -> None:
    """Delete a code that was never sent. It no longer counts, and the previous code is valid again."""
    connection.execute(delete(codes).where(codes.c.id == code_id))


@dataclass(frozen=True, slots=True)
class RedeemedCode:
    """A correct code. `agency`: the agency in the request for the code."""

    agency: str | None


def redeem(services: Services, email: str, code: str) -> RedeemedCode | None:
    """Count a try. If the code is correct, use it up and return it; otherwise return None.

    One statement counts the try and checks that a try is left, so concurrent requests get no more than five tries. An
    address without a code causes the same work: a comparison and a written row.
    """
    now = services.clock.now()
    newest = select(codes.c.id).where(codes.c.email == email).order_by(codes.c.created_at.desc()).limit(1)
    digest = _digest(services, email, code)
    with services.database.write() as connection:
        row = connection.execute(
            update(codes)
            .where(
                codes.c.id == newest.scalar_subquery(),
                codes.c.tries < TRIES,
                codes.c.used_at.is_(None),
                codes.c.created_at > to_text(now - LIFETIME),
            )
            .values(tries=codes.c.tries + 1)
            .returning(codes.c.id, codes.c.digest, codes.c.agency)
        ).one_or_none()
        if row is None:
            connection.execute(
                insert(codes).values(
                    id=uuid.uuid4().hex,
                    email=_NO_ADDRESS,
                    digest=digest,
                    created_at=to_text(now),
                    tries=1,
                    used_at=to_text(now),
                )
            )
        is_correct = hmac.compare_digest(row.digest if row else _digest(services, _NO_ADDRESS, ""), digest)
        if row is None or not is_correct:
            return None
        connection.execute(update(codes).where(codes.c.id == row.id).values(used_at=to_text(now)))
        return RedeemedCode(row.agency)


def _digest(services: Services, email: str, code: str) -> str:
    """Return the keyed hash. From a hash without a key, a million guesses would find the code."""
    return hmac.new(services.config.secret_key.encode(), f"code\n{email}\n{code}".encode(), hashlib.sha256).hexdigest()
