"""The mail queue: the table `mails`, with one row for each mail that is to be sent.

| kinds of mails | urgency | recipient | tried for | text comes from |
|---|---|---|---|---|
| `code`: a sign-in code | `CODE_FOR_KNOWN_DEVICE`, `CODE` | the address that asked | 10 minutes | `app.auth.codes` |
| a new device, a passkey added or removed | `SECURITY` | the person | a day | `app.auth.security_mail` |
| the outcome of a submission | `NOTICE` | its contractor | a week | `app.submissions.notices` |
| a review, a duplicate in AgentOS | `NOTICE` | the agency's office | a week | `app.submissions.notices` |

Adding. Call `add` in the transaction of the change that a mail reports, so the one never exists without the other. A
row has facts, not the text, which is written when the mail is sent. A code is drawn at that moment too. Its hash is
committed to the table `codes`, as valid, before its mail leaves, and its digits are in the mail alone.

Sending (`app.mail.sender`, in each worker). The most urgent due mail goes first. Among equally urgent ones, it is the
one that has been due longest, and then the other mails of its source become due again as the last. So no source can
delay others of the same urgency. A worker claims a mail for two minutes, longer than sending can take, by moving
`next_at` forward. Other workers do not send it during that time.

Crash. If a process dies before it has recorded the result, the mail is due again at the end of the claim. So it may be
sent twice, and is never lost. Each try of a code draws a new one, which replaces the former.

Failure. The mail is due again after 15 s, then after waits that double each time, but are never longer than a fortieth
of the time in the table. After that time, it is given up, with an error in the log. A mail to a person is given up at
once if the mail server says that there is no such address. A mail to several recipients is sent if one of them gets it.

Removal. Only mails with codes are removed: the person asked again, or ended all sessions, or a backup was restored. If
a worker has claimed the mail, it draws no code for it. A mail on its way arrives.

End. A mail ends when it was sent, given up, or dropped because its reason has passed. Its row is deleted. Only the row
of a mail about a submission stays until the submission is deleted, with `next_at` null, so that each kind is added once
for each submission. The request to the office to check its submissions is sent once a day for 14 days, as one
mail that counts for all of them.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Collection
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select, update

from app.store.engine import Database, upsert
from app.store.steady_clock import SteadyClock
from app.store.tables import mails
from app.store.worker_tasks import ALL_AGENCIES, Task, request


class Urgency(IntEnum):
    """The order in which mails are sent. The lowest goes first."""

    CODE_FOR_KNOWN_DEVICE = 0
    CODE = 1
    SECURITY = 2
    NOTICE = 3


def add(
    database: Database,
    connection: Connection,
    kind: str,
    urgency: Urgency,
    *,
    at: str,
    email: str | None = None,
    source: str | None = None,
    details: dict[str, str | None] | None = None,
    agency: str | None = None,
    submission_id: str | None = None,
) -> None:
    """Add a mail, which is due now, unless the queue has one of this kind about the same submission, sent or not.

    `at`: the time of the event, as text. `email`: the recipient; None if the recipients follow from the submission.
    `source`: the device, network or person that causes the mail. `details`: further facts for the text. `agency`: only
    workers that know this agency send the mail; None: all workers.
    """
    row = upsert(connection.dialect.name, mails).values(
        id=f"{time.time_ns():016x}{secrets.token_hex(8)}",
        kind=kind,
        urgency=urgency,
        email=email,
        source=source,
        details=encode(details or {}),
        created_at=at,
        agency=agency,
        submission_id=submission_id,
        next_at=SteadyClock(database).seconds(connection),
    )
    connection.execute(row.on_conflict_do_nothing(index_elements=["submission_id", "kind"]))
    request(database, connection, ALL_AGENCIES, Task.MAILS, is_awaited=urgency <= Urgency.CODE)


def encode(details: dict[str, str | None]) -> str:
    """Return details as the queue stores them. Equal details give equal results, so that SQL can compare them."""
    return json.dumps(details, sort_keys=True)


def details_of(mail: Any) -> dict[str, str | None]:
    """Return the details with which a mail was added."""
    details: dict[str, str | None] = json.loads(mail.details)
    return details


def let_all_send(connection: Connection, agency: str, kinds: Collection[str]) -> None:
    """Let every worker send an agency's unsent mails of these kinds, because no worker knows the agency."""
    unsent = (mails.c.agency == agency, mails.c.kind.in_(tuple(kinds)), mails.c.next_at.is_not(None))
    connection.execute(update(mails).where(*unsent).values(agency=None))


def remove(connection: Connection, *conditions: ColumnElement[bool]) -> list[Any]:
    """Delete mails that are still to be sent, and return their rows. A mail that is on its way arrives all the same."""
    return list(connection.execute(delete(mails).where(mails.c.next_at.is_not(None), *conditions).returning(mails)))


def waiting(agencies: Collection[str]) -> ColumnElement[bool]:
    """Return the SQL condition of mails that are to be sent by a worker that knows these agencies."""
    return and_(mails.c.next_at.is_not(None), or_(mails.c.agency.is_(None), mails.c.agency.in_(tuple(agencies))))


def count_waiting(database: Database, agencies: Collection[str]) -> dict[str, tuple[int, str]]:
    """Return the number of unsent mails of each kind, and the time of the event of the oldest one as text.

    A mail that was sent today, and is due again tomorrow, does not count.
    """
    is_unsent = or_(mails.c.sent == 0, mails.c.tries > 0)
    counts = select(mails.c.kind, func.count(), func.min(mails.c.created_at)).where(waiting(agencies), is_unsent)
    with database.read() as connection:
        return {kind: (number, oldest) for kind, number, oldest in connection.execute(counts.group_by(mails.c.kind))}


def is_sent(database: Database, kind: str, submission_id: str) -> bool | None:
    """Return whether the mail about a submission was sent. None: there is none, or no try has succeeded yet."""
    about = select(mails).where(mails.c.submission_id == submission_id, mails.c.kind == kind)
    with database.read() as connection:
        mail = connection.execute(about).one_or_none()
    if mail is None or (not mail.sent and (mail.tries or mail.next_at is None)):
        return None
    return bool(mail.sent)


def kept_mails(database: Database, kind: str, agency: str) -> list[Any]:
    """Return the mails of a kind about an agency's submissions that are to be sent, oldest first."""
    where = (mails.c.kind == kind, mails.c.agency == agency, mails.c.next_at.is_not(None))
    with database.read() as connection:
        return list(connection.execute(select(mails).where(*where).order_by(mails.c.id)))


def mails_about(database: Database, submission_id: str) -> list[dict[str, Any]]:
    """Return the mails about a submission. `sent` and `failed` are counts. `due`: another mail is to be sent."""
    about = select(mails).where(mails.c.submission_id == submission_id).order_by(mails.c.id)
    with database.read() as connection:
        rows = connection.execute(about).all()
    return [{"kind": row.kind, "sent": row.sent, "failed": row.tries, "due": row.next_at is not None} for row in rows]
