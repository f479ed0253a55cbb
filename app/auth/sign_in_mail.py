"""Answering requests for codes, in the worker: looking addresses up and mailing. No transaction is open meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Row, delete, select, update

from app.auth import codes
from app.auth.accounts import accounts_by_email
from app.mail import Mailer, MailNotSent
from app.store.tables import code_requests
from app.store.timestamps import text

if TYPE_CHECKING:
    from app.services import Services

REQUEST_LIFETIME = timedelta(minutes=10)
"""How long a request is kept."""
LOOK_AGAIN = timedelta(seconds=1)
MAIL_AGAIN = timedelta(seconds=15)
CLAIM = timedelta(minutes=2)
"""Longer than one mail can take: nobody else mails this request meanwhile."""
BATCH = 200

SUBJECT = "Your sign-in code"
TEXT = """Your code for the Contractor Portal is

    {code}

It is good for 10 minutes and can be used once. If you did not ask for it, you need not do anything.
"""

WAITS = "it waits until the contractors of {} were read."
TOO_LATE = "it could not be found or mailed within 10 minutes."
UNKNOWN = "no agency knows it as that of an active contractor."
ELSEWHERE = "has no account there ({}), so signing in leads to another of its agencies."
HAD_ITS_SHARE = (
    "it had its {} of this hour or its {} of this day. The last one is good for 10 minutes; to go on after that, "
    "sign in as somebody else, or end the portal and remove instance/."
).format(*(most for _, most in codes.LIMITS))

log = structlog.get_logger("mail")


def send_codes(services: Services, mailer: Mailer) -> int:
    """Work on every request that is due; returns how many codes were mailed."""
    now = services.clock.now()
    with services.database.read() as connection:
        due = connection.execute(
            select(code_requests)
            .where(code_requests.c.next_try_at <= text(now))
            .order_by(code_requests.c.next_try_at)
            .limit(BATCH)
        ).all()
    if not due:
        return 0
    # Asked before looking up: a reading that ends in between must not make a known address an unknown one.
    agencies = services.config.agencies
    unread = [name for name, agency in agencies.items() if not services.mirror.contractors_were_read(agency)]
    late = {row.id for row in due if row.asked_at <= text(now - REQUEST_LIFETIME)}
    known = [row for row in due if row.id not in late and accounts_by_email(services, row.email)]
    unknown = {row.id for row in due} - late - {row.id for row in known}
    dropped, kept = (late, unknown) if unread else (late | unknown, set())
    _settle(services, dropped, kept)
    for row in due:
        if row.id in dropped:
            mailer.explain(f"No code for {row.email}: {TOO_LATE if row.id in late else UNKNOWN}")
        elif row.id in kept and row.next_try_at == row.asked_at:  # said at the first look, and not each second
            mailer.explain(f"No code for {row.email} yet: {WAITS.format(', '.join(unread))}")
    for row in known:
        if row.agency and row.agency not in {
            account.agency.short_name for account in accounts_by_email(services, row.email)
        }:
            why = "its contractors were not read yet" if row.agency in unread else "it knows no such contractor"
            mailer.explain(f"{row.email} asked for {row.agency}, but {ELSEWHERE.format(why)}")
    mailed = sum(_mail(services, mailer, row) for row in known)
    if mailed:
        log.info("codes_mailed", count=mailed)
    return mailed


def _settle(services: Services, dropped: set[str], kept: set[str]) -> None:
    """Drop some requests; look at the others again in a second, when more may have been read."""
    if not dropped and not kept:
        return
    again = text(services.clock.now() + LOOK_AGAIN)
    with services.database.write() as connection:
        connection.execute(delete(code_requests).where(code_requests.c.id.in_(dropped)))
        connection.execute(update(code_requests).where(code_requests.c.id.in_(kept)).values(next_try_at=again))


def _mail(services: Services, mailer: Mailer, row: Row[Any]) -> bool:
    """Claim one request, make its code and mail it. Whether it went out."""
    mine = code_requests.c.id == row.id
    now = services.clock.now()
    with services.database.write() as connection:
        claimed = connection.execute(
            update(code_requests)
            .where(mine, code_requests.c.next_try_at == row.next_try_at)
            .values(next_try_at=text(now + CLAIM))
        )
        if claimed.rowcount == 0:  # another worker has it
            return False
        code = codes.create(services, connection, row.id, row.email, row.agency)
        if code is None:
            connection.execute(delete(code_requests).where(mine))
    if code is None:
        mailer.explain(f"No code for {row.email}: {HAD_ITS_SHARE}")
        return False
    try:
        mailer.send(row.email, SUBJECT, TEXT.format(code=code))
    except MailNotSent:
        again = text(services.clock.now() + MAIL_AGAIN)
        with services.database.write() as connection:
            codes.delete_code(connection, row.id)
            connection.execute(update(code_requests).where(mine).values(next_try_at=again))
        return False
    with services.database.write() as connection:
        codes.activate(connection, row.id)
        connection.execute(delete(code_requests).where(mine))
    return True
