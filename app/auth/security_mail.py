"""E-mails to a person about the security of their sign-in. The worker mails them; a sign-in never waits for one.

Each is a row, written in the transaction of the event that it reports. The worker tries for a day, but only once if the
address cannot be mailed to. If the worker dies while it sends an e-mail, the e-mail is sent twice.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.domain.clock import from_text, to_london, to_text
from app.mail import AddressRefused, Mailer, MailNotSent
from app.observability.database_log import is_away
from app.store.tables import security_mails as table
from app.store.worker_tasks import ALL_AGENCIES, Task, request

if TYPE_CHECKING:
    from app.domain.client import Client
    from app.services import Services

KEPT = timedelta(days=1)
"""Time for which the worker tries to send an e-mail. After that, the news is too old."""
RETRY = timedelta(minutes=5)
CLAIM_TIME = timedelta(minutes=2)
"""Time for which an e-mail belongs to one worker: longer than it takes to send it."""

log = structlog.get_logger("mail")


class Kind(StrEnum):
    """The events of which a person is told by e-mail."""

    NEW_DEVICE = "new device"
    NEW_PASSKEY = "new passkey"
    PASSKEY_REMOVED = "passkey removed"


SUBJECTS = {
    Kind.NEW_DEVICE: "New sign-in to the Contractor Portal",
    Kind.NEW_PASSKEY: "New passkey for the Contractor Portal",
    Kind.PASSKEY_REMOVED: "Passkey removed from the Contractor Portal",
}
FIRST_SENTENCES = {
    Kind.NEW_DEVICE: (
        "Somebody has signed in to the Contractor Portal with your e-mail address, on a device that\n"
        "the portal did not know."
    ),
    Kind.NEW_PASSKEY: (
        "Somebody has added a passkey for your e-mail address to the Contractor Portal. It signs in\n"
        "without a code, by the fingerprint, face or screen lock of a device."
    ),
    Kind.PASSKEY_REMOVED: (
        "Somebody has removed a passkey for your e-mail address from the Contractor Portal. Nobody can\n"
        "sign in with it now."
    ),
}
TEXT = """{first}

    When:    {at:%-d %B %Y at %H:%M}
    Device:  {software}
    Network: {network}

If it was you, you need not do anything.

If it was not you:
1. Open the portal: {url}/account
2. Remove each passkey that is not yours.
3. Choose "Where you are signed in", then "Sign out everywhere else".
4. Change the password of your e-mail account, because the portal sends your sign-in codes there.

If you cannot sign in, ask your agency to sign you out everywhere and to remove your passkeys.
"""


def queue(services: Services, connection: Connection, kind: Kind, email: str, client: Client, *, at: str) -> None:
    """Within the transaction of an event, store an e-mail about it. `at`: the time of the event as text (`to_text`)."""
    values = {"kind": kind, "email": email, "at": at, "next_try_at": at}
    connection.execute(insert(table).values(**values, software=client.software, network=client.prefix))
    request(services.database, connection, ALL_AGENCIES, Task.NOTICES)


def send_next(services: Services, mailer: Mailer) -> bool:
    """Send the e-mail that has been due longest. Return False if none is due. A fault in one e-mail delays no other.

    The recipient's other e-mails go to the end, so nobody waits for more than one e-mail to each other person.
    """
    now = services.clock.now()
    with services.database.write() as connection:
        due = (
            select(table).where(table.c.next_try_at <= to_text(now)).order_by(table.c.next_try_at, table.c.id).limit(1)
        )
        row = connection.execute(due).one_or_none()
        if row is None:
            return False
        is_late = row.at <= to_text(now - KEPT)
        is_row = table.c.id == row.id
        others = (table.c.email == row.email, table.c.next_try_at <= to_text(now), ~is_row)
        connection.execute(update(table).where(*others).values(next_try_at=to_text(now)))
        connection.execute(
            delete(table).where(is_row)
            if is_late
            else update(table).where(is_row).values(next_try_at=to_text(now + CLAIM_TIME))
        )
    if is_late:
        log.error("security_mail_given_up", kind=row.kind)
        return True
    try:
        kind = Kind(row.kind)
        mailer.send(row.email, SUBJECTS[kind], _text(services, kind, row), kind=kind)
    except AddressRefused:  # the mailer has logged that
        pass
    except Exception as error:  # a fault in one row must not stop the rows after it
        if is_away(error):
            raise
        if not isinstance(error, MailNotSent):  # the mailer has logged that
            log.exception("security_mail_not_sent", kind=row.kind)
        retry_at = to_text(services.clock.now() + RETRY)
        with services.database.write() as connection:
            connection.execute(update(table).where(is_row).values(next_try_at=retry_at))
        return True
    else:
        log.info("security_mail_sent", kind=row.kind)
    with services.database.write() as connection:
        connection.execute(delete(table).where(is_row))
    return True


def _text(services: Services, kind: Kind, row: Row[Any]) -> str:
    return TEXT.format(
        first=FIRST_SENTENCES[kind],
        at=to_london(from_text(row.at)),
        software=row.software or "unknown",
        network=row.network or "unknown",
        url=services.config.public_url,
    )


def count_waiting(services: Services) -> dict[str, int]:
    """Return the number of unsent e-mails of each kind."""
    with services.database.read() as connection:
        rows = connection.execute(select(table.c.kind, func.count()).group_by(table.c.kind))
        return dict(rows.all())


def next_due_s(services: Services) -> float | None:
    """Return the seconds until the next e-mail is due, or None if there is none."""
    with services.database.read() as connection:
        text: str | None = connection.scalar(select(func.min(table.c.next_try_at)))
    return None if text is None else (from_text(text) - services.clock.now()).total_seconds()
