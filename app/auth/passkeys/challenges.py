"""Challenges of WebAuthn: random bytes that the browser's answer must contain. Each is valid once, for five minutes.

A browser has one challenge for signing in, and each session has one for registration. A new one replaces it.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete

from app.domain.clock import to_text
from app.store.engine import upsert
from app.store.tables import passkey_challenges

if TYPE_CHECKING:
    from app.services import Services

LIFETIME = timedelta(minutes=5)
BYTES = 32
"""WebAuthn requires at least 16 (https://www.w3.org/TR/webauthn-3/#sctn-cryptographic-challenges)."""


def create(services: Services, holder: str, ending: bytes = b"") -> bytes:
    """Create a challenge for a holder, and return it: random bytes, and after `BYTES` of them, `ending`.

    `holder`: the digest of a browser's nonce for a sign-in, or the id of a session for a registration.
    """
    challenge = secrets.token_bytes(BYTES) + ending
    values = {"challenge": challenge, "created_at": to_text(services.clock.now())}
    with services.database.write() as connection:
        row = upsert(connection.dialect.name, passkey_challenges).values(holder=holder, **values)
        connection.execute(row.on_conflict_do_update(index_elements=["holder"], set_=values))
    return challenge


def take(services: Services, holder: str) -> bytes | None:
    """Delete the holder's challenge, and return it. Return None if there is none or if it has expired."""
    valid = delete(passkey_challenges).where(
        passkey_challenges.c.holder == holder,
        passkey_challenges.c.created_at > to_text(services.clock.now() - LIFETIME),
    )
    with services.database.write() as connection:
        challenge: bytes | None = connection.scalar(valid.returning(passkey_challenges.c.challenge))
    return challenge
