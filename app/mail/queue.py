"""The mail queue: the table `mails`, with one row for each mail that is to be sent.

| kinds of mails | urgency | recipient | tried for | written in |
|---|---|---|---|---|
| `code`: a sign-in code | `CODE_FOR_KNOWN_DEVICE`, `CODE` | the address that asked | 10 minutes | `app.auth.codes` |
| a new device, a passkey added or removed | `SECURITY` | the person | a day | `app.auth.security_mail` |
| the outcome of a submission | `NOTICE` | its contractor | a week | `app.submissions.notices` |
| a review, a duplicate in AgentOS | `NOTICE` | the agency's office | a week | `app.submissions.notices` |

Adding: call `add` in the transaction of the change that a mail reports, so the one never exists without the other. A
row has the facts, not the text. The text is written when the mail is sent. A code is drawn then too, and committed as
valid before its mail leaves; each try draws a new one, which replaces that of the failed try. So the queue never holds
a code.

Sending (`app.mail.sender`, in each worker): the most urgent due mail goes first. Among equally urgent ones, it is the
one that has been due longest; after each mail, the other due mails of its source go behind those of other sources, so
no source can delay another for long. A worker claims a mail for two minutes by moving `next_at` forward, so no other
worker sends it meanwhile. If the process dies, the mail is due again after the claim: it may be sent twice, but it is
never lost.

Failure: the mail is due again after 15 s, then after waits that double, up to a fortieth of the time for which it is
tried. Then it is given up, with an error in the log. A mail to a person is given up at once if the mail server says
that the address does not exist. A mail whose reason has passed is dropped, such as that of a code when the person has
asked again.

End: the row of a mail about a submission stays, with no further due time, until the submission is deleted; so each kind
is sent once for each submission. Only the question about a review is repeated, daily for 14 days. All other rows are
deleted.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Collection
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select

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
    """Return details as the queue stores them: equal details are equal texts."""
    return json.dumps(details, sort_keys=True)


def details_of(mail: Any) -> dict[str, str | None]:
    """Return the details with which a mail was added."""
    details: dict[str, str | None] = json.loads(mail.details)
    return details


def remove(connection: Connection, *conditions: ColumnElement[bool]) -> list[Any]:
    """Delete mails that are still to be sent, and return their rows. One that is being sent is not stopped."""
    return list(connection.execute(delete(mails).where(mails.c.next_at.is_not(None), *conditions).returning(mails)))


def waiting(agencies: Collection[str]) -> ColumnElement[bool]:
    """Return the SQL condition of mails that are to be sent by a worker that knows these agencies."""
    return and_(mails.c.next_at.is_not(None), or_(mails.c.agency.is_(None), mails.c.agency.in_(tuple(agencies))))


def count_waiting(database: Database, agencies: Collection[str]) -> dict[str, tuple[int, str]]:
    """Return the number of unsent mails of each kind, and the time of the event of the oldest one as text.

    A question that is due again on another day does not count.
    """
    is_unsent = or_(mails.c.sent == 0, mails.c.tries > 0)
    counts = select(mails.c.kind, func.count(), func.min(mails.c.created_at)).where(waiting(agencies), is_unsent)
    with database.read() as connection:
        return {kind: (number, oldest) for kind, number, oldest in connection.execute(counts.group_by(mails.c.kind))}


def mails_about(database: Database, submission_id: str) -> list[dict[str, Any]]:
    """Return the mails about a submission. `sent` and `failed` are counts. `due`: another mail is to be sent."""
    about = select(mails).where(mails.c.submission_id == submission_id).order_by(mails.c.id)
    with database.read() as connection:
        rows = connection.execute(about).all()
    return [{"kind": row.kind, "sent": row.sent, "failed": row.tries, "due": row.next_at is not None} for row in rows]
