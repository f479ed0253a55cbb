"""Six-digit codes: the request for one, the mail with it, and the answer to it.

A code is valid for 10 minutes, 5 tries and one use, in the browser that asked. It is stored as a keyed hash. A request
waits in the mail queue (`app.mail.queue`). The code is created and committed just before its mail is sent, so it is
valid when the mail arrives. Each try to send makes a new code, which replaces that of the failed try.

The two newest codes of an address for a browser can be live, and a wrong answer counts against both. `app.auth.limits`
limits the number of codes.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection, Row, delete, select, update
from sqlalchemy.exc import SQLAlchemyError

from app.audit.audit import Event
from app.auth import devices, limits
from app.domain.client import Client
from app.domain.clock import from_text, to_london, to_text
from app.domain.digests import keyed_digest
from app.domain.errors import NoWorker, PortalError
from app.domain.limits import CODE_DIGITS, CODE_TRIES
from app.mail import queue
from app.mail.queue import Urgency
from app.mail.sender import Dropped, Kind, Letter, NotYet
from app.mirror.overview import agencies_with_unread_contractors
from app.observability.database_log import AWAY_RETRY_S, is_away
from app.services import Services
from app.store.engine import upsert
from app.store.tables import codes, mails

MAIL = "code"
"""The kind of the mails with a code."""
LIFETIME = timedelta(minutes=10)
"""Time for which a code is valid, and for which the request for one is kept."""
LIVE_CODES = 2
"""The most live codes of an address for a browser: the mail of one may be slow, and its person may ask again."""
LOOKUP_AGAIN_S = 5.0
"""Seconds after which an unknown address is looked up again while an agency's contractors have never been read."""

SUBJECT = "Your sign-in code"
TEXT = """Your code for the Contractor Portal is

    {code}

It is for the request of {at:%H:%M:%S}. Enter it where you asked for it: it works only there, once, for 10 minutes. If
you did not ask for it, you need not do anything.
"""

ASKED_AGAIN = "asked again"
CODES_NOT_SENT = "cannot send sign-in codes"
CODE_REQUEST_NOT_STORED = "The portal cannot store your request for a code just now. Please try again in a minute."

log = structlog.get_logger("auth")


def request_code(services: Services, email: str, agency: str | None, browser: str, client: Client, origin: str) -> None:
    """Queue a mail with a sign-in code for `email`. `agency`: the agency to sign in to, or None.

    `browser`: the hash of its nonce. `origin`: that of the request (`limits.origin_of`).

    The request replaces an equal one that still waits, so the person gets one mail.

    The worker looks up `email` later, so the response does not reveal whether it is known. Raise TooMany. If no worker
    is alive to mail a code, raise NoWorker for known and unknown addresses alike, and record and count nothing. If the
    database cannot be written, because the disk is full or the server is away, raise PortalError.
    """
    if not services.heartbeat.is_alive():
        raise NoWorker(CODES_NOT_SENT)
    now, details = to_text(services.clock.now()), {"agency": agency, "browser": browser}
    same = (mails.c.kind == MAIL, mails.c.email == email, mails.c.details == queue.encode(details))
    urgency = Urgency.CODE_FOR_KNOWN_DEVICE if devices.is_device(origin) else Urgency.CODE
    try:
        limits.count_try(services, limits.CODES, origin)
        with services.database.write() as connection:
            for mail in queue.remove(connection, *same):
                _note_end(services, connection, mail, ASKED_AGAIN)
            queue.add(services.database, connection, MAIL, urgency, at=now, email=email, source=origin, details=details)
            services.audit.record(connection, Event.CODE_REQUESTED, at=now, email=email, client=client)
    except SQLAlchemyError as error:
        if not is_away(error):
            raise
        log.error("code_request_not_stored", exc_info=error)
        raise PortalError(CODE_REQUEST_NOT_STORED, retry_after_s=AWAY_RETRY_S) from error


def kinds(services: Services) -> dict[str, Kind]:
    """Return the kind of the mails with a code, for the sender."""
    return {
        MAIL: Kind(
            write=partial(_write_mail, services),
            tried_s=LIFETIME.total_seconds(),
            ended=partial(_note_end, services),
        )
    }


def _write_mail(services: Services, mail: Row[Any]) -> Letter:
    """Look up the address, create a code, and return the mail with it. No transaction is open meanwhile."""
    asked_at = from_text(mail.created_at)
    if services.clock.now() - asked_at >= LIFETIME:
        raise Dropped("too late")
    if not _is_known(services, mail.email):
        # The search for unread contractors precedes a second look-up, because a first fetch may end between the two.
        # It takes seconds with many agencies, so known addresses need none.
        unread = agencies_with_unread_contractors(services.mirror, services.config.agencies.values())
        if not _is_known(services, mail.email):
            raise NotYet(LOOKUP_AGAIN_S) if unread else Dropped("no active contractor")
    return Letter([mail.email], SUBJECT, TEXT.format(code=_create(services, mail), at=to_london(asked_at)))


def _is_known(services: Services, email: str) -> bool:
    return any(agency in services.config.agencies for agency, _ in services.mirror.contractors_by_email(email))


def _create(services: Services, mail: Row[Any]) -> str:
    """Create the code of a mail, commit it, and return its digits.

    Raise Dropped over the limits, or if the person has asked again, has ended all sessions or has signed in meanwhile.

    It replaces the code of an earlier try to send the mail, and keeps the count of that code's tries. Otherwise, a
    stranger would get five more with each try to send.
    """
    now, details = services.clock.now(), queue.details_of(mail)
    digits = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    new = {"digest": _digest(services.config.secret_key, mail.email, digits), "created_at": to_text(now)}
    with services.database.write() as connection:
        if connection.scalar(select(mails.c.id).where(mails.c.id == mail.id)) is None:
            raise Dropped("removed meanwhile")
        used = select(codes.c.id).where(codes.c.id == mail.id, codes.c.used_at.is_not(None))
        if connection.scalar(used) is not None:  # the mail of an earlier try or of another code arrived
            raise Dropped("signed in meanwhile")
        if not limits.allow_code(connection, mail.email, mail.source, now, except_id=mail.id):
            raise Dropped("limit reached")
        row = upsert(connection.dialect.name, codes).values(
            id=mail.id, email=mail.email, origin=mail.source, **details, **new
        )
        connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=new))
    return digits


def _note_end(services: Services, connection: Connection, mail: Row[Any], why: str | None) -> None:
    """Record in the audit what became of a request. `why`: the reason why it got no mail, or None.

    Delete a code that was not sent, unless somebody has tried it: then it counts for the limits. If the person has
    asked again while the mail is being sent, its code stays. If the mail fails, the sender notes a second end.
    """
    event = Event.CODE_NOT_MAILED if why else Event.CODE_MAILED
    at = to_text(services.clock.now())
    services.audit.record(connection, event, at=at, email=mail.email, client=None, detail=why)
    if why and not (why == ASKED_AGAIN and mail.claimed):
        connection.execute(delete(codes).where(codes.c.id == mail.id, codes.c.tries == 0))


def check(
    services: Services, connection: Connection, email: str, code: str, browser: str | None
) -> tuple[Row[Any] | None, bool]:
    """Count a try of the browser's live codes for an address.

    Return the row of the correct code, which is valid until `use_up`, or None; and whether the browser has a live code.

    One statement counts the try and checks that a try is left, so concurrent requests get no more than five tries.
    """
    now = services.clock.now()
    of_browser = (codes.c.email == email, codes.c.browser == browser)
    newest = (
        select(codes.c.id).where(*of_browser).order_by(codes.c.created_at.desc(), codes.c.id.desc()).limit(LIVE_CODES)
    )
    is_live = (
        codes.c.id.in_(newest),
        codes.c.tries < CODE_TRIES,
        codes.c.used_at.is_(None),
        codes.c.created_at > to_text(now - LIFETIME),
    )
    tried = update(codes).where(*is_live).values(tries=codes.c.tries + 1)
    rows = connection.execute(tried.returning(codes.c.id, codes.c.digest, codes.c.agency)).all()
    digests = [_digest(key, email, code) for key in services.config.secret_keys]
    correct = [row for row in rows if any(hmac.compare_digest(row.digest, digest) for digest in digests)]
    return next(iter(correct), None), bool(rows)


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
