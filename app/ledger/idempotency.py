"""Repeats: a request repeats an earlier one if it has the same key, or the same content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, bindparam, or_, select, update

from app.domain import limits
from app.domain.client import Client
from app.domain.clock import from_text, to_london, to_text
from app.domain.errors import DuplicateInvoice, KeyReused
from app.domain.invoice import StoredDocument
from app.domain.submission import UNSETTLED, State, SubmissionKind, lane_of
from app.store.tables import submissions as table

KEY_LIVES = timedelta(days=limits.KEY_DAYS)
LIKE = {
    SubmissionKind.NOTE: timedelta(seconds=limits.NOTE_REPEAT_S),
    SubmissionKind.INVOICE: timedelta(hours=limits.INVOICE_REPEAT_HOURS),
}
DUPLICATE = timedelta(days=limits.DUPLICATE_DAYS)
# These statements are constants, because building one takes longer than running it.
HAS_KEY = and_(
    table.c.agency == bindparam("of_agency"),
    table.c.contractor_id == bindparam("of_contractor"),
    table.c.route == bindparam("of_route"),
    table.c.key == bindparam("of_key"),
)
"""The condition that a row is of a contractor's request with the same route and key."""
WITH_KEY = select(table).where(HAS_KEY, or_(table.c.state.in_(UNSETTLED), table.c.updated_at > bindparam("since")))
"""The row with a key that still counts."""
WITH_CONTENT = (
    select(table)
    .where(
        table.c.agency == bindparam("of_agency"),
        table.c.contractor_id == bindparam("of_contractor"),
        table.c.route == bindparam("of_route"),
        table.c.likeness == bindparam("likeness"),
        or_(
            table.c.state.in_(UNSETTLED),
            and_(table.c.state == State.CONFIRMED, table.c.created_at > bindparam("since")),
        ),
    )
    .order_by(table.c.number.desc())
    .limit(1)
)
"""The newest row with the same content that is unsettled, or is confirmed and was accepted after `since`."""
LIKE_INVOICE = (
    select(table)
    .where(
        table.c.agency == bindparam("of_agency"),
        table.c.contractor_id == bindparam("of_contractor"),
        table.c.kind == SubmissionKind.INVOICE,
        table.c.state.in_((*UNSETTLED, State.CONFIRMED)),
        table.c.created_at > bindparam("since"),
        or_(table.c.agentos_id.is_(None), table.c.agentos_id.not_in(bindparam("rejected", expanding=True))),
        or_(
            and_(table.c.amount_pence == bindparam("amount"), table.c.lane == bindparam("of_lane")),
            table.c.document_sha256 == bindparam("sha256"),
        ),
    )
    .order_by(table.c.number)
    .limit(1)
)
"""The oldest invoice after `since` with the same amount for the same job, or with the same document."""
FREE_KEY = update(table).where(HAS_KEY).values(key=None)
"""The removal of a key from its row. Use it only if `WITH_KEY` finds no row: then the row no longer counts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteOptions:
    """The options in a request's headers. `route` is the request's method and path."""

    route: str
    key: str | None = None
    allow_duplicate: bool = False
    respond_async: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class NewSubmission:
    """A request to send a submission.

    `request` is the request's body. `content` is sent to AgentOS; None if it is not known yet. `likeness` is the part
    that a repeat without a key has in common. `rejected` has the ids of invoices that the agency has rejected.
    `client` is the sender.
    """

    kind: SubmissionKind
    agency: str
    contractor_id: str
    job_id: str | None
    statement_id: str | None = None
    request: Any
    content: Any = None
    likeness: Any = None
    document: StoredDocument | None = None
    amount_pence: int | None = None
    rejected: frozenset[str] = frozenset()
    email: str | None = None
    client: Client | None = None
    options: WriteOptions

    @property
    def lane(self) -> str:
        """The submission's job or statement (`lane_of`)."""
        return lane_of(self.job_id, self.statement_id)

    def columns(self) -> dict[str, Any]:
        """Return the values of the columns that the request determines."""
        return {
            "kind": self.kind,
            "agency": self.agency,
            "contractor_id": self.contractor_id,
            "job_id": self.job_id,
            "lane": self.lane,
            "content": None if self.content is None else msgspec.json.encode(self.content),
            "route": self.options.route,
            "key": self.options.key,
            "request": _digest(self.request, self.document),
            "likeness": None if self.likeness is None else _digest(self.likeness, self.document),
            "document_name": self.document.name if self.document else None,
            "document_size": self.document.size if self.document else None,
            "document_sha256": self.document.sha256 if self.document else None,
            "amount_pence": self.amount_pence,
            "email": self.email,
        }


def key_values(agency: str, contractor_id: str, options: WriteOptions) -> dict[str, Any]:
    """Return the parameters of `HAS_KEY` for a contractor's request."""
    return {"of_agency": agency, "of_contractor": contractor_id, "of_route": options.route, "of_key": options.key}


def repeat_of(connection: Connection, new: NewSubmission, now: datetime) -> Any | None:
    """Return the row that `new` repeats, or None.

    Raise `KeyReused` if an earlier request with the key was different, or `DuplicateInvoice`.
    """
    if new.options.key is not None:
        key = key_values(new.agency, new.contractor_id, new.options)
        row = connection.execute(WITH_KEY, {**key, "since": to_text(now - KEY_LIVES)}).one_or_none()
        if row is not None:
            if row.request != new.columns()["request"]:
                raise KeyReused
            return row
    if new.options.allow_duplicate:
        return None
    if new.options.key is None and new.kind in LIKE and (row := _same_content(connection, new, now)) is not None:
        return row
    if new.kind is SubmissionKind.INVOICE:
        _refuse_duplicate(connection, new, now)
    return None


def _same_content(connection: Connection, new: NewSubmission, now: datetime) -> Any | None:
    """Return the newest row with the same content that is unsettled, or is confirmed and younger than `LIKE`."""
    return connection.execute(
        WITH_CONTENT,
        {
            "of_agency": new.agency,
            "of_contractor": new.contractor_id,
            "of_route": new.options.route,
            "likeness": new.columns()["likeness"],
            "since": to_text(now - LIKE[new.kind]),
        },
    ).one_or_none()


def _refuse_duplicate(connection: Connection, new: NewSubmission, now: datetime) -> None:
    sha256 = new.document.sha256 if new.document else ""
    first = connection.execute(
        LIKE_INVOICE,
        {
            "of_agency": new.agency,
            "of_contractor": new.contractor_id,
            "since": to_text(now - DUPLICATE),
            "rejected": list(new.rejected),
            "amount": new.amount_pence,
            "of_lane": new.lane,
            "sha256": sha256,
        },
    ).one_or_none()
    if first is not None:
        sent = to_london(from_text(first.created_at))
        what = "this document" if first.document_sha256 == sha256 else "this amount for this job"
        raise DuplicateInvoice(
            f"You already sent an invoice with {what} on {sent.day} {sent:%B} at {sent:%H:%M}. "
            "If this is a different invoice, please confirm that and send it."
        )


def _digest(content: Any, document: StoredDocument | None) -> str:
    return hashlib.sha256(msgspec.json.encode([content, document and document.sha256])).hexdigest()
