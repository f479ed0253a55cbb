"""Six-digit codes, stored as keyed hashes. A code is valid for 10 minutes, 5 tries and one use, in one browser.

Only the newest code of an address that was mailed for a browser is valid there. An address gets at most 5 codes an hour
and 10 a day for each known device, and as many for each network (an IPv4 address, an IPv6 /48) of other browsers. All
networks together get 60 an hour and 200 a day. After these, a network still gets codes with one try, until two of the
day are unused: 300 for all networks an hour, and 1,000 a day. All known devices of an address together get 15 an hour
and 40 a day. A known device without codes or tries left counts with its network. So no stranger can use up the codes or
tries of a known device. To use up the codes of new devices for a day, a stranger needs more than 500 networks.

The probability of guessing a code is 5 in 1,000,000. A network has 25 tries an hour for an address (1 in 40,000). All
networks together have 600 an hour (60 codes with 5 tries and 300 with one: 1 in 1,670) and 2,000 a day (1 in 500). If
more than `SIGNIN_FAILURES_PER_HOUR` tries fail for all addresses, each code for a network has one try, and each network
and each known device has a try every 10 s.
"""

from __future__ import annotations

import hmac
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, or_, select, update

from app.auth.devices import DEVICE, NETWORK, is_network
from app.domain.clock import to_text
from app.domain.digests import keyed_digest
from app.domain.limits import CODE_DIGITS, CODE_TRIES
from app.store.tables import codes

if TYPE_CHECKING:
    from app.services import Services

LIFETIME = timedelta(minutes=10)
TRIES = CODE_TRIES
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LIMITS = {HOUR: 5, DAY: 10}
"""Maximum number of codes for an address and an origin in each period."""
LIMITS_OF_DEVICES = {HOUR: 15, DAY: 40}
"""The same for an address and all its known devices. Its owner can make any number of them."""
LIMITS_OF_NETWORKS = {HOUR: 60, DAY: 200}
"""The same for an address and all networks. Otherwise, guesses would grow with a stranger's networks."""
LIMITS_WITH_ONE_TRY = {HOUR: 60 + 300, DAY: 200 + 1_000}
"""The same including the codes that have one try."""
UNUSED_BEFORE_ONE_TRY = {DAY: 2}
"""A network that had so many codes for an address, and did not sign in with them, gets none with one try."""
TRIES_UNDER_ATTACK = 1
"""Tries of a code by a network while too many tries fail everywhere (`SIGNIN_FAILURES_PER_HOUR`)."""
_NO_ADDRESS = ""
"""The address in rows that are written only to make the response to an unknown address take the same time."""


def create(services: Services, connection: Connection, asked: Row[Any]) -> str | None:
    """Create the code for a row of `code_requests`, and return its six digits. Return None over the limits.

    Replace an earlier code with the same id. Until `activate`, the code is for no browser: it accepts no tries, and an
    earlier one stays valid. While mail fails, codes are created again and again, and each would otherwise allow five
    tries.
    """
    now, email = services.clock.now(), asked.email
    tries = _tries(connection, asked, now)
    if not tries:
        return None
    digits = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    delete_code(connection, asked.id)
    connection.execute(
        insert(codes).values(
            id=asked.id,
            email=email,
            agency=asked.agency,
            digest=_digest(services.config.secret_key, email, digits),
            created_at=to_text(now),
            tries=TRIES - tries,
            origin=asked.origin,
        )
    )
    return digits


def _tries(connection: Connection, asked: Row[Any], now: datetime) -> int:
    """Return how many tries a new code for a row of `code_requests` has: `TRIES` or one, or none over the limits."""

    others = (codes.c.email == asked.email, codes.c.id != asked.id)

    def allows(limits: dict[timedelta, int], origin: ColumnElement[bool]) -> bool:
        return _allows(connection, limits, now, *others, origin)

    if asked.origin is None or not is_network(asked.origin):
        return TRIES if _device_has_left(connection, now, asked.origin, *others) else 0
    own, of_networks = codes.c.origin == asked.origin, codes.c.origin.startswith(NETWORK)
    if not allows(LIMITS, own):
        return 0
    if allows(LIMITS_OF_NETWORKS, of_networks):
        return TRIES
    unused = and_(own, codes.c.used_at.is_(None))
    return 1 if allows(UNUSED_BEFORE_ONE_TRY, unused) and allows(LIMITS_WITH_ONE_TRY, of_networks) else 0


def device_has_left(services: Services, email: str, origin: str) -> bool:
    """Return whether an address gets a further code on a known device with this origin."""
    with services.database.read() as connection:
        return _device_has_left(connection, services.clock.now(), origin, codes.c.email == email)


def _device_has_left(
    connection: Connection, now: datetime, origin: str | None, *of_address: ColumnElement[bool]
) -> bool:
    own, of_devices = codes.c.origin.is_not_distinct_from(origin), codes.c.origin.startswith(DEVICE)
    limits = ((LIMITS, own), (LIMITS_OF_DEVICES, of_devices))
    return all(_allows(connection, most, now, *of_address, which) for most, which in limits)


def _allows(
    connection: Connection, limits: dict[timedelta, int], now: datetime, *conditions: ColumnElement[bool]
) -> bool:
    """Return whether the codes with these conditions are fewer than the limits."""
    number = select(func.count()).select_from(codes).where(*conditions)
    return all(
        connection.execute(number.where(codes.c.created_at > to_text(now - period))).scalar_one() < most
        for period, most in limits.items()
    )


def activate(connection: Connection, asked: Row[Any]) -> None:
    """Accept the mailed code for a row of `code_requests` in the browser that asked, and no earlier one."""
    connection.execute(update(codes).where(codes.c.id == asked.id).values(attempt=asked.attempt))


def delete_code(connection: Connection, code_id: str) -> None:
    """Delete a code that was never sent. It no longer counts."""
    connection.execute(delete(codes).where(codes.c.id == code_id))


@dataclass(frozen=True, slots=True)
class CorrectCode:
    """A code that was tried and is correct. `agency`: the agency in the request for the code."""

    code_id: str
    agency: str | None


def check(
    services: Services, email: str, code: str, nonce_digest: str | None, *, most_tries: int = TRIES
) -> CorrectCode | None:
    """Count a try. Return the code if it is correct, otherwise None. It is valid until `use_up`.

    Codes for other browsers are not tried. `most_tries`: of each code. If it is lower than `TRIES`, a code whose last
    try is left still has that one.

    One statement counts the try and checks that a try is left, so concurrent requests get no more than five tries. An
    address without a code causes the same work: a comparison and a written row.
    """
    now = services.clock.now()
    of_browser = (codes.c.email == email, codes.c.attempt == nonce_digest, codes.c.attempt.is_not(None))
    # A newer request replaces an earlier one that waits, so codes are created in the order of their requests.
    newest = select(codes.c.id).where(*of_browser).order_by(codes.c.created_at.desc()).limit(1)
    secret_keys = services.config.secret_keys
    digests = [_digest(key, email, code) for key in secret_keys]
    with services.database.write() as connection:
        row = connection.execute(
            update(codes)
            .where(
                codes.c.id == newest.scalar_subquery(),
                or_(codes.c.tries < most_tries, codes.c.tries == TRIES - 1),  # the latter: one that began with one try
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
                    digest=digests[0],
                    created_at=to_text(now),
                    tries=1,
                    used_at=to_text(now),
                )
            )
        stored = row.digest if row else _digest(secret_keys[0], _NO_ADDRESS, "")
        is_correct = any(hmac.compare_digest(stored, digest) for digest in digests)
        return CorrectCode(row.id, row.agency) if row is not None and is_correct else None


def use_up(connection: Connection, code_id: str, at: str) -> bool:
    """Use up a code. Return False if it was used up since `check`, perhaps by the end of all sessions."""
    unused = update(codes).where(codes.c.id == code_id, codes.c.used_at.is_(None))
    return connection.execute(unused.values(used_at=at)).rowcount == 1


def _digest(secret_key: str, email: str, code: str) -> str:
    """Return the keyed hash. From a hash without a key, a million guesses would find the code."""
    return keyed_digest(secret_key, "code", email, code).hex()
