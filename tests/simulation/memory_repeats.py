"""Detection of repeated requests on rows in memory, as `app.ledger.idempotency` does for the database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from app.domain.clock import to_london
from app.domain.errors import DuplicateInvoice, KeyReused
from app.domain.submission import UNSETTLED, State
from app.ledger.idempotency import DUPLICATE, KEY_LIVES, LIKE, NewSubmission

Rows = Collection[dict[str, Any]]


def rows_of_route(rows: Rows, new: NewSubmission) -> list[dict[str, Any]]:
    """Return the rows of the same contractor and route."""
    identity = (new.agency, new.contractor_id, new.options.route)
    return [row for row in rows if (row["agency"], row["contractor_id"], row["route"]) == identity]


def repeat_of(rows: Rows, new: NewSubmission, now: datetime) -> dict[str, Any] | None:
    """Return the row that `new` repeats; None if it is new. Raise `KeyReused` or `DuplicateInvoice`."""
    columns, earlier = new.columns(), rows_of_route(rows, new)
    if new.options.key is not None:
        for row in earlier:
            holds = row["state"] in UNSETTLED or row["updated_at"] > now - KEY_LIVES
            if row["key"] == new.options.key and holds:
                if row["request"] != columns["request"]:
                    raise KeyReused
                return row
    if new.options.allow_duplicate:
        return None
    if new.options.key is None and new.kind in LIKE:
        for row in reversed(earlier):
            is_lately = row["state"] is State.CONFIRMED and row["created_at"] > now - LIKE[new.kind]
            if row["likeness"] == columns["likeness"] and (row["state"] in UNSETTLED or is_lately):
                return row
    if new.kind in LIKE and new.amount_pence is not None:
        _refuse_duplicate(rows, new, now)
    return None


def _refuse_duplicate(rows: Rows, new: NewSubmission, now: datetime) -> None:
    sha256 = new.document.sha256 if new.document else None
    for row in rows:
        if (row["agency"], row["contractor_id"], row["kind"]) != (new.agency, new.contractor_id, new.kind):
            continue
        same_amount = (row["amount_pence"], row["lane"]) == (new.amount_pence, new.lane)
        same_document = sha256 is not None and row["document"] is not None and row["document"].sha256 == sha256
        counts = row["state"] in (*UNSETTLED, State.CONFIRMED) and row["created_at"] > now - DUPLICATE
        if counts and row["agentos_id"] not in new.rejected and (same_amount or same_document):
            what = "this document" if same_document else "this amount for this job"
            sent = to_london(row["created_at"])
            raise DuplicateInvoice(f"You already sent an invoice with {what} on {sent.day} {sent:%B} at {sent:%H:%M}.")
