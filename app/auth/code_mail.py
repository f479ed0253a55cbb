"""Requests for a sign-in code, and the mails that answer them. The code is created when its mail is written."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Connection, Row
from sqlalchemy.exc import SQLAlchemyError

from app.audit.audit import Event
from app.auth import codes, devices, limits
from app.auth.codes import CodeRequest
from app.auth.service import accounts_by_email
from app.domain.clock import from_text, to_london, to_text
from app.domain.errors import NoWorker, PortalError
from app.mail import queue
from app.mail.queue import Urgency
from app.mail.sender import Dropped, Kind, Letter, NotYet
from app.mirror.overview import agencies_with_unread_contractors
from app.observability.database_log import AWAY_RETRY_S, is_away
from app.store.tables import mails
from app.store.worker_tasks import agencies_of_others

if TYPE_CHECKING:
    from app.domain.client import Client
    from app.services import Services

REQUEST_LIFETIME = timedelta(minutes=10)
"""Time for which a request for a code is kept."""
OTHERS_TIME = timedelta(seconds=30)
"""Time for which an unknown address is left to workers with other agencies. Too short for PortalCodesLate."""
LOOKUP_RETRY = timedelta(seconds=1)
LOOKUPS = 10
"""An unknown address is looked up again after a tenth of its request's age, or else after `LOOKUP_RETRY`."""

SUBJECT = "Your sign-in code"
TEXT = """Your code for the Contractor Portal is

    {code}

It is for the request of {at:%H:%M:%S}. Enter it where you asked for it: it works only there, once, for 10 minutes. If
you did not ask for it, you need not do anything.
"""

CODES_NOT_SENT = "cannot send sign-in codes"
CODE_REQUEST_NOT_STORED = "The portal cannot store your request for a code just now. Please try again in a minute."
NOT_READ_YET = "the contractors of {} were not read yet; if that lasts, `agentos check` finds the cause"
NOT_KNOWN_HERE = "it may be known at {}, which only another worker's settings have"

log = structlog.get_logger("auth")


def request_code(services: Services, asked: CodeRequest, client: Client) -> None:
    """Queue a mail with a sign-in code.

    The request replaces an earlier one of this browser that still waits, so the person gets one mail.

    The worker looks up the address later, so the response does not reveal whether it is known. Raise TooMany. If no
    worker is alive to mail a code, raise NoWorker for known and unknown addresses alike, and record and count nothing.
    If the database cannot be written, because the disk is full or the server is away, raise PortalError.
    """
    if not services.heartbeat.is_alive():
        raise NoWorker(CODES_NOT_SENT)
    try:
        limits.limit(services, limits.quota(services, limits.CODES, asked.origin))
        _store(services, asked, client)
    except SQLAlchemyError as error:
        if not is_away(error):
            raise
        log.error("code_request_not_stored", exc_info=error)
        raise PortalError(CODE_REQUEST_NOT_STORED, retry_after_s=AWAY_RETRY_S) from error


def _store(services: Services, asked: CodeRequest, client: Client) -> None:
    now, details = to_text(services.clock.now()), {"agency": asked.agency, "browser": asked.browser}
    same = (mails.c.kind == codes.MAIL, mails.c.email == asked.email, mails.c.details == queue.encode(details))
    urgency = Urgency.CODE_FOR_KNOWN_DEVICE if devices.is_device(asked.origin) else Urgency.CODE
    about = {"at": now, "email": asked.email, "source": asked.origin}
    with services.database.write() as connection:
        for mail in queue.remove(connection, *same):
            _ended(services, connection, mail, "asked again")
        queue.add(services.database, connection, codes.MAIL, urgency, details=details, **about)
        services.audit.record(connection, Event.CODE_REQUESTED, at=now, email=asked.email, client=client)


def kinds(services: Services) -> dict[str, Kind]:
    """Return the kind of these mails, for the sender."""
    tried_s = REQUEST_LIFETIME.total_seconds()
    return {codes.MAIL: Kind(write=partial(_write, services), tried_s=tried_s, ended=partial(_ended, services))}


def _write(services: Services, mail: Row[Any]) -> Letter:
    """Look up the address, create a code, and return the mail with it. No transaction is open meanwhile."""
    asked_at, details = from_text(mail.created_at), queue.details_of(mail)
    age = services.clock.now() - asked_at
    if age >= REQUEST_LIFETIME:
        raise Dropped("too late")
    # Checked before the look-up. If a first fetch ended in between, a known address would count as unknown.
    unread = agencies_with_unread_contractors(services.mirror, services.config.agencies.values())
    if not accounts_by_email(services, mail.email):
        others = [] if unread else agencies_of_others(services.database, services.config.agencies)
        if unread or (others and age < OTHERS_TIME):
            why = (NOT_READ_YET if unread else NOT_KNOWN_HERE).format(", ".join(unread or others))
            raise NotYet(max(age / LOOKUPS, LOOKUP_RETRY).total_seconds(), why if age < LOOKUP_RETRY else None)
        raise Dropped("no active contractor")
    asked = CodeRequest(email=mail.email, agency=details["agency"], browser=str(details["browser"]), origin=mail.source)
    digits = codes.create(services, mail.id, asked)
    if digits is None:
        raise Dropped("limit reached")
    return Letter([mail.email], SUBJECT, TEXT.format(code=digits, at=to_london(asked_at)))


def _ended(services: Services, connection: Connection, mail: Row[Any], why: str | None) -> None:
    """Record in the audit what became of a request."""
    event = Event.CODE_NOT_MAILED if why else Event.CODE_MAILED
    now = to_text(services.clock.now())
    services.audit.record(connection, event, at=now, email=mail.email, client=None, detail=why)
    if why and (mail.tries or why != "asked again"):  # otherwise, its mail may be on its way
        codes.delete_unsent(connection, mail.id)
