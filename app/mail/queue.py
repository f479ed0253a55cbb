"""The mail queue: the table `mails`, with one row for each mail that is to be sent.

Call `add` in the transaction of the change that a mail reports, so the one never exists without the other. A row says
what its mail is about. The text is written when the mail is sent (`app.mail.sender`), so the queue holds no code.

A mail about a submission is sent at most once for each kind, or once a day. Its row stays until the submission is
deleted. Any other row is deleted when its mail was sent or dropped.
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
    """Add a mail, which is due now, unless the queue has one of this kind about the same submission.

    `at`: the time of the event, as text. `email`: the recipient; None if the recipients follow from the submission.
    `source`: the device, network or person that causes mails; sources take turns. `details`: further facts for the
    text. `agency`: only workers that know this agency send the mail.
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
    """Delete mails that have not been sent, and return their rows."""
    return list(connection.execute(delete(mails).where(mails.c.next_at.is_not(None), *conditions).returning(mails)))


def waiting(agencies: Collection[str]) -> ColumnElement[bool]:
    """Return the condition of mails that are to be sent by a worker that knows these agencies."""
    return and_(mails.c.next_at.is_not(None), or_(mails.c.agency.is_(None), mails.c.agency.in_(tuple(agencies))))


def count_waiting(database: Database, agencies: Collection[str]) -> dict[str, tuple[int, str]]:
    """Return the number of unsent mails of each kind, and the time of the oldest one's event as text.

    A reminder that is due on another day does not count.
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
