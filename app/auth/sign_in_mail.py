"""The worker's task that looks up addresses and mails codes to them. No transaction is open meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Connection, Row, case, delete, func, select, update

from app.audit.audit import Event
from app.auth import codes
from app.auth.devices import DEVICE
from app.auth.service import Account, accounts_by_email
from app.domain.clock import from_optional_text, from_text, to_london, to_text
from app.mail import AddressRefused, Mailer, MailNotSent
from app.mirror.overview import agencies_with_unread_contractors
from app.observability.database_log import is_away
from app.store.tables import code_requests
from app.store.worker_tasks import agencies_of_others

if TYPE_CHECKING:
    from app.services import Services

REQUEST_LIFETIME = timedelta(minutes=10)
"""Time for which a request for a code is kept."""
LOOKUP_RETRY = timedelta(seconds=1)
"""Time until the next look-up of an unknown address, if some contractors were never fetched."""
OTHERS_TIME = timedelta(seconds=30)
"""Time for which an unknown address is left to workers with other agencies. Too short for PortalCodesLate."""
MAIL_RETRY = timedelta(seconds=15)
CLAIM_TIME = timedelta(minutes=2)
"""Time for which a request belongs to one worker: longer than it takes to send a mail."""
BATCH_SIZE = 5
"""Requests that are read at a time. A mail may take a second or more, and a known device waits for the whole batch."""
_IS_DEVICE = code_requests.c.origin.startswith(DEVICE)
_ASKER = case((_IS_DEVICE, code_requests.c.email), else_=code_requests.c.origin)
"""A person with known devices, who can make any number of these, or a network."""
_TIME = (code_requests.c.next_try_at, code_requests.c.asked_at)
_TURN = func.row_number().over(partition_by=_ASKER, order_by=_TIME)
_ORDER = (case((_IS_DEVICE, 0), else_=1), _TURN, *_TIME)
"""Known devices first, then networks. Each asker has one request in turn, so nobody waits for all those of another."""

SUBJECT = "Your sign-in code"
TEXT = """Your code for the Contractor Portal is

    {code}

It is for the request of {at:%H:%M:%S}. Enter it where you asked for it: it works only there, once, for 10 minutes. If
you did not ask for it, you need not do anything.
"""

NOT_READ_YET = "the contractors of {} were not read yet; if that lasts, `agentos check` finds the cause"
NOT_KNOWN_HERE = "it may be known at {}, which only another worker's settings have"
TOO_LATE = "it could not be found or mailed within 10 minutes."
UNKNOWN = "no agency knows it as that of an active contractor."
OTHER_AGENCY = "has no account there ({}), so signing in leads to another of its agencies."
NOT_MAILABLE = "the portal cannot send e-mails to such an address."
OVER_LIMIT = (
    "it had its {} of this hour or its {} of this day, or all its devices or networks had theirs. The last one is good "
    "for 10 minutes if it was not used. To go on, sign in as somebody else, or end the portal and remove instance/."
).format(*codes.LIMITS.values())

log = structlog.get_logger("mail")


def send_codes(services: Services, mailer: Mailer) -> int:
    """Handle the next `BATCH_SIZE` due requests for a code. Return the number of mailed codes."""
    now = services.clock.now()
    due = _next_requests(services, to_text(now))
    if not due:
        return 0
    late = {row.id for row in due if row.asked_at <= to_text(now - REQUEST_LIFETIME)}
    accounts = _look_up(services, [row for row in due if row.id not in late])
    unread: list[str] = []
    if doubtful := [row for row in due if row.id in accounts and not _has_account(row, accounts[row.id])]:
        # Checked before another look-up. If a first fetch ended in between, a known address would count as unknown.
        unread = agencies_with_unread_contractors(services.mirror, services.config.agencies.values())
        accounts |= _look_up(services, doubtful)
    known_rows = [row for row in due if accounts.get(row.id)]
    unknown = accounts.keys() - {row.id for row in known_rows}
    others = [] if unread or not unknown else agencies_of_others(services.database, services.config.agencies)
    since = to_text(now - OTHERS_TIME)
    kept = {row.id for row in due if row.id in unknown and (unread or (others and row.asked_at > since))}
    dropped = late | (unknown - kept)
    if dropped or kept:
        retry_at = to_text(services.clock.now() + LOOKUP_RETRY)
        with services.database.write() as connection:
            is_dropped = code_requests.c.id.in_(dropped)
            deleted = set(connection.scalars(delete(code_requests).where(is_dropped).returning(code_requests.c.id)))
            for row in due:
                if row.id in deleted:  # otherwise another worker has recorded it
                    why = "too late" if row.id in late else "no active contractor"
                    _record_not_mailed(services, connection, row, now, why)
            connection.execute(update(code_requests).where(code_requests.c.id.in_(kept)).values(next_try_at=retry_at))
    for row in due:
        if row.id in dropped:
            mailer.explain(f"No code for {row.email}: {TOO_LATE if row.id in late else UNKNOWN}")
        elif row.id in kept and row.next_try_at <= row.asked_at:  # explained once, not each second
            why = NOT_READ_YET if unread else NOT_KNOWN_HERE
            mailer.explain(f"No code for {row.email} yet: {why.format(', '.join(unread or others))}.")
    for row in known_rows:
        if not _has_account(row, accounts[row.id]):
            why = NOT_READ_YET.format(row.agency) if row.agency in unread else "it knows no such contractor"
            mailer.explain(f"{row.email} asked for {row.agency}, but {OTHER_AGENCY.format(why)}")
    mailed = sum(_mail_or_postpone(services, mailer, row) for row in known_rows)
    if mailed:
        log.info("codes_mailed", count=mailed)
    return mailed


def next_request_s(services: Services) -> float:
    """Return the seconds until a request for a code is due, or those of `REQUEST_LIFETIME` if there is none."""
    with services.database.read() as connection:
        text: str | None = connection.scalar(select(func.min(code_requests.c.next_try_at)))
    next_at = from_text(text) if text else services.clock.now() + REQUEST_LIFETIME
    return (next_at - services.clock.now()).total_seconds()


def count_waiting(services: Services) -> tuple[int, datetime | None]:
    """Return the number of requests for a code that no worker has handled, and the time of the oldest."""
    with services.database.read() as connection:
        number, oldest = connection.execute(select(func.count(), func.min(code_requests.c.asked_at))).one()
    return number, from_optional_text(oldest)


def _next_requests(services: Services, now: str) -> list[Row[Any]]:
    """Return the next due requests. If there are more, the others of the same askers go to the end."""
    is_due = code_requests.c.next_try_at <= now
    due = select(code_requests, _ASKER.label("asker")).where(is_due).order_by(*_ORDER).limit(BATCH_SIZE)
    with services.database.read() as connection:
        rows = list(connection.execute(due))
    if len(rows) == BATCH_SIZE:
        ids, askers = [row.id for row in rows], {row.asker for row in rows}
        others = (is_due, _ASKER.in_(askers), code_requests.c.id.not_in(ids))
        with services.database.write() as connection:
            connection.execute(update(code_requests).where(*others).values(next_try_at=now))
    return rows


def _look_up(services: Services, rows: list[Row[Any]]) -> dict[str, tuple[Account, ...]]:
    """Return the accounts of the address in each request, by the request's id. Postpone requests that cause a fault."""
    accounts = {}
    for row in rows:
        try:
            accounts[row.id] = accounts_by_email(services, row.email)
        except Exception as error:  # a fault in one row must not stop the rows after it
            _postpone(services, row, error)
    return accounts


def _mail_or_postpone(services: Services, mailer: Mailer, row: Row[Any]) -> bool:
    """Mail a code as `_mail` does, and postpone the request after a fault."""
    try:
        return _mail(services, mailer, row)
    except Exception as error:
        _postpone(services, row, error)
        return False


def _postpone(services: Services, row: Row[Any], error: Exception) -> None:
    """After a fault in one request, let others go on. Raise `error` again if it concerns all: the database is away."""
    if is_away(error):
        raise error
    log.exception("code_not_sent")
    retry_at = to_text(services.clock.now() + MAIL_RETRY)
    with services.database.write() as connection:
        connection.execute(update(code_requests).where(code_requests.c.id == row.id).values(next_try_at=retry_at))


def _has_account(row: Row[Any], accounts: tuple[Account, ...]) -> bool:
    """Return whether the address in a request has an account, and if the request names an agency, one there."""
    return any(not row.agency or row.agency == account.agency.short_name for account in accounts)


def _mail(services: Services, mailer: Mailer, row: Row[Any]) -> bool:
    """Claim a request, create its code and mail it. Return whether the mail was sent."""
    is_request = code_requests.c.id == row.id
    now = services.clock.now()
    with services.database.write() as connection:
        claimed = connection.execute(
            update(code_requests)
            .where(is_request, code_requests.c.next_try_at == row.next_try_at)
            .values(next_try_at=to_text(now + CLAIM_TIME))
        )
        if claimed.rowcount == 0:  # another worker has it, or the person has asked again
            return False
        digits = codes.create(services, connection, row)
        if digits is None:
            connection.execute(delete(code_requests).where(is_request))
            _record_not_mailed(services, connection, row, now, "limit reached")
    if digits is None:
        mailer.explain(f"No code for {row.email}: {OVER_LIMIT}")
        return False
    try:
        text = TEXT.format(code=digits, at=to_london(from_text(row.asked_at)))
        mailer.send(row.email, SUBJECT, text, kind="code")
    except AddressRefused:
        with services.database.write() as connection:
            codes.delete_code(connection, row.id)
            connection.execute(delete(code_requests).where(is_request))
            _record_not_mailed(services, connection, row, now, "address refused")
        mailer.explain(f"No code for {row.email}: {NOT_MAILABLE}")
        return False
    except MailNotSent:
        retry_at = to_text(services.clock.now() + MAIL_RETRY)
        with services.database.write() as connection:
            codes.delete_code(connection, row.id)
            connection.execute(update(code_requests).where(is_request).values(next_try_at=retry_at))
        return False
    mailed_at = to_text(services.clock.now())
    with services.database.write() as connection:
        codes.activate(connection, row)
        connection.execute(delete(code_requests).where(is_request))
        services.audit.record(connection, Event.CODE_MAILED, at=mailed_at, email=row.email, client=None)
    return True


def _record_not_mailed(services: Services, connection: Connection, row: Row[Any], now: datetime, why: str) -> None:
    event = Event.CODE_NOT_MAILED
    services.audit.record(connection, event, at=to_text(now), email=row.email, client=None, detail=why)
