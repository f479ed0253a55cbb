"""Six-digit codes, stored as keyed hashes. A code is valid for 10 minutes, 5 tries and one use, in one browser.

A code is created and committed just before its mail is sent (`app.auth.code_mail`), so it is valid when the mail
arrives. Each try to send makes a new code, which replaces that of the failed try. The two newest codes of an address
for a browser can be live, and a wrong answer counts against both. `app.auth.limits` limits the number of codes.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, select, update

from app.auth import devices, limits
from app.domain.clock import to_text
from app.domain.digests import keyed_digest
from app.domain.limits import CODE_DIGITS, CODE_TRIES
from app.mail import queue
from app.store.engine import upsert
from app.store.tables import codes, mails

if TYPE_CHECKING:
    from app.services import Services

MAIL = "code"
"""The kind of the mails with a code."""
LIFETIME = timedelta(minutes=10)
TRIES = CODE_TRIES
LIVE_CODES = 2
"""The most live codes of an address for a browser: the mail of one may be slow, and its person may ask again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeRequest:
    """A request for a code. `agency`: to start with, if the person named it. `browser`: the hash of its nonce.

    `origin`: the known device or the network (`limits.origin_of`).
    """

    email: str
    agency: str | None
    browser: str
    origin: str


def create(services: Services, code_id: str, asked: CodeRequest) -> str | None:
    """Create a code, commit it, and return its six digits. Return None over the limits.

    A code with the same id, whose mail was not sent, is replaced. Its tries count for the new one, because otherwise a
    stranger would get five more with each try to send.
    """
    now, email = services.clock.now(), asked.email
    digits = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    new = {"digest": _digest(services.config.secret_key, email, digits), "created_at": to_text(now)}
    values = {"email": email, "agency": asked.agency, "browser": asked.browser, "origin": asked.origin}
    with services.database.write() as connection:
        if not limits.allow_code(connection, email, asked.origin, now, except_id=code_id):
            return None
        row = upsert(connection.dialect.name, codes).values(id=code_id, **values, **new)
        connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=new))
    return digits


def delete_unsent(connection: Connection, code_id: str) -> None:
    """Delete a code whose mail was not sent, unless somebody has tried it. It no longer counts for the limits."""
    connection.execute(delete(codes).where(codes.c.id == code_id, codes.c.tries == 0))


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """The result of a try. `code_id`: the correct code, or None. `agency`: the agency in its request.

    `has_live_code`: the browser has a live code for the address.
    """

    code_id: str | None
    agency: str | None
    has_live_code: bool


def check(services: Services, connection: Connection, email: str, code: str, browser: str | None) -> Answer:
    """Count a try of the browser's live codes, and look for the correct one. It is valid until `use_up`.

    One statement counts the try and checks that a try is left, so concurrent requests get no more than five tries.
    """
    now = services.clock.now()
    of_browser = (codes.c.email == email, codes.c.browser == browser)
    newest = (
        select(codes.c.id).where(*of_browser).order_by(codes.c.created_at.desc(), codes.c.id.desc()).limit(LIVE_CODES)
    )
    is_live = (
        codes.c.id.in_(newest),
        codes.c.tries < TRIES,
        codes.c.used_at.is_(None),
        codes.c.created_at > to_text(now - LIFETIME),
    )
    tried = update(codes).where(*is_live).values(tries=codes.c.tries + 1)
    rows = connection.execute(tried.returning(codes.c.id, codes.c.digest, codes.c.agency)).all()
    digests = [_digest(key, email, code) for key in services.config.secret_keys]
    correct = [row for row in rows if any(hmac.compare_digest(row.digest, digest) for digest in digests)]
    if not correct:
        return Answer(code_id=None, agency=None, has_live_code=bool(rows))
    return Answer(code_id=correct[0].id, agency=correct[0].agency, has_live_code=True)


def use_up(connection: Connection, email: str, browser: str | None, at: str) -> list[str]:
    """Use up the codes of an address for a browser. Return the ids of those that were unused."""
    unused = (codes.c.email == email, codes.c.browser == browser, codes.c.used_at.is_(None))
    return list(connection.scalars(update(codes).where(*unused).values(used_at=at).returning(codes.c.id)))


def end_others(connection: Connection, email: str, device: str | None, at: str) -> int:
    """Use up a person's codes, and forget the requests for more, except those of a known device. None: of all devices.

    Return the number of these requests. Used codes still count for the limits.
    """
    kept = f"{devices.DEVICE}{device}"  # no origin is "device None"
    others = (codes.c.email == email, codes.c.origin != kept, codes.c.used_at.is_(None))
    connection.execute(update(codes).where(*others).values(used_at=at))
    return len(queue.remove(connection, mails.c.kind == MAIL, mails.c.email == email, mails.c.source != kept))


def _digest(secret_key: str, email: str, code: str) -> str:
    """Return the keyed hash. From a hash without a key, a million guesses would find the code."""
    return keyed_digest(secret_key, "code", email, code).hex()
