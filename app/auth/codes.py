"""Six-digit codes, stored as keyed hashes. A code is valid for 10 minutes, 5 tries and one use, in one browser.

Only the newest code of an address in the browser that asked for it is valid. An address gets at most 5 codes an hour
and 10 a day for each known device, and as many for each network (an IPv4 address, an IPv6 /64) of other browsers. So
nobody can use up the codes or the tries of another person.

The probability of guessing a code is 5 in 1,000,000. A network has 25 tries an hour for an address (1 in 40,000), and
all networks together have 300 (1 in 3,300) and 1,000 a day. If more than `SIGNIN_FAILURES_PER_HOUR` tries fail for all
addresses, each code for a network has one try, and each network and each known device has a try every 10 s.
"""

from __future__ import annotations

import hmac
import secrets
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.auth.devices import NETWORK
from app.domain.clock import to_text
from app.domain.digests import keyed_digest
from app.store.tables import codes

if TYPE_CHECKING:
    from app.services import Services

LIFETIME = timedelta(minutes=10)
TRIES = 5
LIMITS = ((timedelta(hours=1), 5), (timedelta(days=1), 10))
"""Maximum number of codes for an address and an origin in each period."""
LIMITS_OF_NETWORKS = ((timedelta(hours=1), 60), (timedelta(days=1), 200))
"""Maximum number of codes for an address and all networks. Otherwise, guesses would grow with a stranger's networks."""
TRIES_UNDER_ATTACK = 1
"""Tries of a code by a network while too many tries fail everywhere (`SIGNIN_FAILURES_PER_HOUR`)."""
_NO_ADDRESS = ""
"""The address in rows that are written only to make the response to an unknown address take the same time."""


def create(services: Services, connection: Connection, asked: Row[Any]) -> str | None:
    """Create the code for a row of `code_requests`, and return it. Return None if its origin is over its limit.

    Replace an earlier code with the same id. The code accepts no tries until `activate`. While mail fails, codes are
    created again and again, and each would otherwise allow five tries.
    """
    now, code_id, email = services.clock.now(), asked.id, asked.email
    own = (codes.c.email == email, codes.c.origin.is_not_distinct_from(asked.origin), codes.c.id != code_id)
    limited = [(own, *each) for each in LIMITS]
    if asked.origin is not None and asked.origin.startswith(NETWORK):
        of_networks = (codes.c.email == email, codes.c.origin.startswith(NETWORK), codes.c.id != code_id)
        limited += [(of_networks, *each) for each in LIMITS_OF_NETWORKS]
    for which, period, limit in limited:
        recent = (*which, codes.c.created_at > to_text(now - period))
        if connection.execute(select(func.count()).select_from(codes).where(*recent)).scalar_one() >= limit:
            return None
    code = f"{secrets.randbelow(1_000_000):06}"
    delete_code(connection, code_id)
    connection.execute(
        insert(codes).values(
            id=code_id,
            email=email,
            agency=asked.agency,
            digest=_digest(services, email, code),
            created_at=to_text(now),
            tries=TRIES,
            attempt=asked.attempt,
            origin=asked.origin,
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


def redeem(
    services: Services, email: str, code: str, browser_nonce: str | None, *, most_tries: int = TRIES
) -> RedeemedCode | None:
    """Count a try. If the code is correct, use it up and return it; otherwise return None.

    `browser_nonce`: the digest of the browser's nonce. Codes for other browsers are not tried.
    `most_tries`: of each code.

    One statement counts the try and checks that a try is left, so concurrent requests get no more than five tries. An
    address without a code causes the same work: a comparison and a written row.
    """
    now = services.clock.now()
    of_browser = (codes.c.email == email, codes.c.attempt == browser_nonce, codes.c.attempt.is_not(None))
    newest = select(codes.c.id).where(*of_browser).order_by(codes.c.created_at.desc()).limit(1)
    digest = _digest(services, email, code)
    with services.database.write() as connection:
        row = connection.execute(
            update(codes)
            .where(
                codes.c.id == newest.scalar_subquery(),
                codes.c.tries < most_tries,
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
    return keyed_digest(services.config.secret_key, "code", email, code).hex()
