"""The ledger's SQL statements, and the mapping of its rows to the domain."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Any

import msgspec
from msgspec.json import Decoder
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    not_,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.sql.selectable import FromClause

from app.domain.attempt import AttemptResult
from app.domain.clock import from_text
from app.domain.invoice import StoredDocument
from app.domain.slots import ROUNDING_S
from app.domain.submission import CONTENT, OPEN, UNSETTLED, Changes, State, Submission, SubmissionKind
from app.store.engine import batches
from app.store.tables import submissions as table

CONVERTED = {"kind", "content", "state", "created_at", "updated_at", "baseline"}
"""The fields of `Submission` that a column of the same name stores in another form."""
UNCONVERTED = [field.name for field in fields(Submission) if field.name in table.c and field.name not in CONVERTED]

NOT_LISTED = ("baseline", "result")
"""The large columns of a row: the ids of a list in AgentOS, and a response."""
LISTED = select(
    *(column for column in table.c if column.name not in NOT_LISTED), *(null().label(name) for name in NOT_LISTED)
)
"""Rows for a list of submissions, with None in the large columns."""
IDS = Decoder(list[str])
"""A decoder of a stored set of ids."""
# Made by the thread that imports: see `app.mirror.kinds.DECODERS`.
_CONTENT = {kind: Decoder(type_) for kind, type_ in CONTENT.items()}


def submission_of(row: Any) -> Submission:
    """Return the submission in a row of `submissions`."""
    kind = SubmissionKind(row.kind)
    return Submission(
        submission_id=row.id,
        kind=kind,
        content=None if row.content is None else _CONTENT[kind].decode(row.content),
        document=None if row.document_name is None else document_of(row),
        state=State(row.state),
        created_at=from_text(row.created_at),
        updated_at=from_text(row.updated_at),
        last=None if row.last_result is None else AttemptResult(row.last_result),
        baseline=None if row.baseline is None else frozenset(IDS.decode(row.baseline)),
        **{name: getattr(row, name) for name in UNCONVERTED},
    )


def columns_of(changes: Changes) -> dict[str, Any]:
    """Return the new values of a row's columns."""
    columns: dict[str, Any] = {"last_result" if name == "last" else name: value for name, value in changes.items()}
    if "document" in changes:
        columns["document_folder"] = columns.pop("document").folder
    if "content" in changes:
        columns["content"] = msgspec.json.encode(changes["content"])
    if (baseline := changes.get("baseline")) is not None:
        columns["baseline"] = msgspec.json.encode(sorted(baseline))
    return columns


def document_of(row: Any) -> StoredDocument:
    """Return the document of a row with the columns of `OPEN_DOCUMENTS`."""
    return StoredDocument(
        name=row.document_name, size=row.document_size, sha256=row.document_sha256, folder=row.document_folder
    )


def in_doubt(row: FromClause) -> ColumnElement[bool]:
    """Return true if an attempt may have arrived although AgentOS did not accept it."""
    return or_(row.c.doubts > 0, row.c.last_result == AttemptResult.PROBABLY_TURNED_AWAY)


def open_documents(connection: Connection, agency: str | None = None) -> dict[str, StoredDocument]:
    """Return each document that may still be sent, of one agency or of all, by the id of its submission."""
    rows = connection.execute(OPEN_DOCUMENTS if agency is None else OPEN_DOCUMENTS_OF, {"agency": agency})
    return {row.id: document_of(row) for row in rows}


def set_document_folder(connection: Connection, submission_ids: Collection[str], folder: str) -> None:
    """Record that the documents of these rows are expected in the folder with this mark."""
    for batch in batches(submission_ids):
        connection.execute(update(table).where(table.c.id.in_(batch)).values(document_folder=folder))


def _waits_for_earlier(row: FromClause) -> ColumnElement[bool]:
    """Return true if an earlier row of the same lane must end before `row` is sent.

    If it is unknown whether a completion took effect, it blocks later completions of the same job as long as it still
    may, even after it has ended: a late "done" would undo "reopened".
    """
    earlier = table.alias()
    goes_before = and_(earlier.c.agency == row.c.agency, earlier.c.lane == row.c.lane, earlier.c.number < row.c.number)
    may_undo = and_(
        earlier.c.kind == SubmissionKind.COMPLETION,
        row.c.kind == SubmissionKind.COMPLETION,
        in_doubt(earlier),
        earlier.c.ended_at > bindparam("settling_since"),
        earlier.c.ended_at <= bindparam("now") + ROUNDING_S,
    )
    is_open = earlier.c.state.in_(OPEN)
    return exists().where(goes_before, or_(is_open, may_undo))


# The statements are constants, because building one takes longer than running it.
BY_ID = select(table).where(table.c.id == bindparam("id"))
"""The row with an id."""
LEASED = BY_ID.where(table.c.lease_owner == bindparam("owner"))
"""The row with an id, if it is leased to `owner`."""
INSERT = insert(table).returning(*table.c)
"""Insert a row. The parameters name its columns."""
CHANGE = update(table).where(table.c.id == bindparam("row_id"))
"""Change a row. The parameters name the changed columns."""
UPDATE = CHANGE.returning(*table.c)
"""Change a row, and return it."""
BARE = and_(table.c.state == State.WAITING, table.c.promised.is_(False), table.c.attempts == 0)
"""The condition of `Submission.is_bare`."""
MAKE_WAITING_DUE = (
    update(table)
    .where(
        table.c.agency == bindparam("of_agency"),
        table.c.kind == bindparam("of_kind"),
        table.c.state == State.WAITING,
        table.c.next_at.is_not(None),
    )
    .values(next_at=bindparam("now"))
)
"""Make the waiting rows of an operation due now."""
DELETE_BARE = (
    delete(table)
    .where(table.c.id == bindparam("id"), table.c.lease_owner == bindparam("owner"), BARE)
    .returning(*table.c)
)
"""Delete a bare row that is leased to `owner`."""
PROMISE = update(table).where(table.c.id == bindparam("of_id"), table.c.state.in_(OPEN)).values(promised=True)
"""Promise the delivery of an open row."""
OPEN_DOCUMENTS = select(
    table.c.id,
    table.c.document_name,
    table.c.document_size,
    table.c.document_sha256,
    table.c.document_folder,
).where(table.c.document_name.is_not(None), table.c.state.in_(OPEN), not_(BARE))
"""The rows that have a document and may still be sent. A request without a result may be storing its document now."""
OPEN_DOCUMENTS_OF = OPEN_DOCUMENTS.where(table.c.agency == bindparam("agency"))
"""The same rows of an agency."""
TRY_LANE = (
    update(table)
    .where(
        table.c.agency == bindparam("of_agency"),
        table.c.lane == bindparam("of_lane"),
        table.c.number > bindparam("after"),
        table.c.state == State.WAITING,
    )
    .values(tried_s=table.c.tried_s + bindparam("seconds"))
)
"""Add seconds to `tried_s` of the later rows of a lane, which wait."""
COUNT_UNSETTLED = (
    select(table.c.agency, table.c.kind, table.c.state, func.count(), func.min(table.c.created_at))
    .where(table.c.state.in_(UNSETTLED))
    .group_by(table.c.agency, table.c.kind, table.c.state)
)
"""The number of unsettled rows and the oldest time of acceptance, by agency, kind and state."""
CLAIMED = select(table.c.agentos_id).where(
    table.c.agency == bindparam("agency"),
    table.c.kind == bindparam("kind"),
    table.c.id != bindparam("id"),
    table.c.agentos_id.in_(bindparam("ids", expanding=True)),
)
"""The subset of AgentOS's record `ids` that other rows have claimed."""
_ROW = table.alias()
# AgentOS's list does not show for which statement an invoice is.
_ARE_FOR_STATEMENTS = and_(
    table.c.job_id.is_(None), _ROW.c.job_id.is_(None), table.c.amount_pence == _ROW.c.amount_pence
)
HAS_UNNAMED_SIBLING = select(
    exists().where(
        _ROW.c.id == bindparam("id"),
        table.c.agency == _ROW.c.agency,
        table.c.kind == _ROW.c.kind,
        table.c.contractor_id == _ROW.c.contractor_id,
        table.c.id != _ROW.c.id,
        table.c.agentos_id.is_(None),
        or_(
            and_(table.c.state == State.CONFIRMED, table.c.ended_at >= bindparam("since")),
            and_(
                table.c.state.in_((State.SENDING, State.UNCONFIRMED, State.REVIEW)),
                table.c.attempts > 0,
                or_(table.c.ended_at.is_(None), table.c.ended_at >= bindparam("doubtful_since")),
                or_(table.c.likeness == _ROW.c.likeness, _ARE_FOR_STATEMENTS),
            ),
        ),
    )
)
"""True if another submission's record is unknown, and may be mistaken for this row's record."""
BLOCKED = select(exists().where(_ROW.c.id == bindparam("id"), _waits_for_earlier(_ROW)))
"""True if an earlier row of the same lane must end before this row is sent."""
_IS_BEFORE = table.c.number < _ROW.c.number
_IS_RETRY = table.c.ended_at.is_not(None)
_OWN_IS_RETRY = _ROW.c.ended_at.is_not(None)
ANOTHER_IS_TRIAL = select(
    exists().where(
        _ROW.c.id == bindparam("id"),
        table.c.agency == _ROW.c.agency,
        table.c.kind == _ROW.c.kind,
        table.c.state == State.WAITING,
        table.c.promised == true(),
        table.c.next_at <= bindparam("now"),
        or_(and_(~_IS_RETRY, or_(_OWN_IS_RETRY, _IS_BEFORE)), and_(_OWN_IS_RETRY, _IS_BEFORE)),
        ~_waits_for_earlier(table),
    )
)
"""True if another due row of this row's agency and kind goes first: rows never sent before retries, oldest first."""
_TURN = func.row_number().over(partition_by=table.c.contractor_id, order_by=(table.c.next_at, table.c.number))
_IS_FREE = or_(table.c.state != State.WAITING, ~_waits_for_earlier(table))
DUE = (
    select(table.c.id)
    .where(
        table.c.agency == bindparam("agency"),
        table.c.next_at <= bindparam("now"),
        or_(table.c.lease_until.is_(None), table.c.lease_until <= bindparam("now")),
        _IS_FREE,
    )
    .order_by(_TURN, table.c.next_at, table.c.number)
    .limit(bindparam("most"))
)
"""The ids of up to `most` due rows of an agency: a row of each contractor in turn, longest due first."""
_LANE = table.alias()
TO_COMPARE = (
    select(
        table,
        select(func.max(_LANE.c.updated_at))
        .where(_LANE.c.agency == table.c.agency, _LANE.c.lane == table.c.lane)
        .scalar_subquery()
        .label("lane_changed_at"),
    )
    .where(
        table.c.agency == bindparam("agency"),
        table.c.state == State.CONFIRMED,
        table.c.created_at > bindparam("since"),
        table.c.content.is_not(None),
        or_(
            and_(table.c.compared_at.is_(None), table.c.last_result == AttemptResult.DONE),
            and_(table.c.compared_at < bindparam("again_before"), table.c.kind != SubmissionKind.INVOICE),
        ),
    )
    .order_by(table.c.number.desc())
    .limit(bindparam("most"))
)
"""An agency's confirmed rows that were not compared with the mirror, or notes and completions not lately.

`lane_changed_at`: the last change of state of a row of the same lane.
"""
_LEASED_UNTIL = func.coalesce(table.c.lease_until, 0.0)
_UNLEASED_AT = case((table.c.next_at < _LEASED_UNTIL, _LEASED_UNTIL), else_=table.c.next_at)
_BLOCKED_UNTIL: BindParameter[float] = bindparam("blocked_until")
_TURN_AT = case((or_(_UNLEASED_AT > _BLOCKED_UNTIL, _IS_FREE), _UNLEASED_AT), else_=_BLOCKED_UNTIL)
NEXT_TURN = select(func.min(_TURN_AT)).where(table.c.agency == bindparam("agency"), table.c.next_at.is_not(None))
"""The earliest time at which a row of an agency is due and not leased: of a blocked row, `blocked_until` or later."""
