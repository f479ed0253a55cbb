"""Looking rows of the ledger up: whose, in which state, and which are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, or_, select
from sqlalchemy.sql.selectable import FromClause

from app.domain.attempt import AttemptResult
from app.domain.clock import Clock
from app.domain.invoice import StoredDocument
from app.domain.limits import INVOICE_S
from app.domain.recognition import Proof
from app.domain.slots import ROUNDING_S
from app.domain.submission import CONTENT, OPEN, State, Submission, SubmissionKind
from app.store.engine import Database
from app.store.steady_clock import SteadyClock
from app.store.tables import proofs
from app.store.tables import submissions as table

GRACE_S = 30.0
"""How much longer a lease is than its holder may take."""
LONGEST_REQUEST_S = INVOICE_S
BESIDE_S = 60.0
"""For the worker's reading and looking, beside the upload itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """How long things last, in seconds.

    `settle_s`: how late AgentOS may act on a request; `upload_timeout_s`: the longest attempt.
    """

    settle_s: float
    upload_timeout_s: float

    @property
    def lease_s(self) -> float:
        """The longest lease. An end further ahead was written before a clock stepped."""
        return max(self.upload_timeout_s + BESIDE_S, LONGEST_REQUEST_S) + GRACE_S


class Rows:
    """The rows of `submissions` and `proofs`, to look at."""

    def __init__(self, database: Database, clock: Clock, times: Times) -> None:
        self._database = database
        self._clock = clock
        self._steady = SteadyClock(database)
        self.times = times

    def now(self) -> float:
        """Now, by the steady clock of the database."""
        with self._database.read() as connection:
            return self._steady.seconds(connection)

    def find(self, submission_id: str) -> Submission | None:
        """One row, if it is there."""
        with self._database.read() as connection:
            row = connection.execute(BY_ID, {"id": submission_id}).one_or_none()
        return submission_of(row) if row is not None else None

    def of(
        self,
        agency: str,
        contractor_id: str,
        kind: SubmissionKind | None = None,
        state: State | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> tuple[list[Submission], int]:
        """A contractor's own, of a kind and in a state or all, newest first: a slice, and how many there are."""
        theirs = [table.c.agency == agency, table.c.contractor_id == contractor_id]
        theirs += [table.c.kind == kind] if kind else []
        theirs += [table.c.state == state] if state else []
        with self._database.read() as connection:
            total = connection.scalar(select(func.count()).select_from(table).where(*theirs)) or 0
            rows = connection.execute(
                select(table).where(*theirs).order_by(table.c.number.desc()).offset(offset).limit(limit)
            ).all()
        return [submission_of(row) for row in rows], total

    def due(self, agency: str, most: int, *, unattempted_s: float | None = None) -> list[str]:
        """The ids of up to `most` rows that are due, those first that have been due longest.

        `unattempted_s`: only open ones for which there was no attempt for so long.
        """
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            values = {"agency": agency, "most": most, **self._moments(now)}
            if unattempted_s is None:
                return list(connection.scalars(DUE, values))
            return list(connection.scalars(UNATTEMPTED, values | {"attempted_before": now - unattempted_s}))

    def waiting_documents(self, agency: str) -> list[tuple[str, StoredDocument]]:
        """The ids and the documents of all rows that wait to be sent with one."""
        with self._database.read() as connection:
            rows = connection.execute(WAITING_DOCUMENTS, {"agency": agency}).all()
        return [
            (identity, StoredDocument(name=name, size=size, sha256=digest)) for identity, name, size, digest in rows
        ]

    def is_held(self, submission_id: str) -> bool:
        """Whether somebody works on a row now."""
        with self._database.read() as connection:
            until = connection.scalar(select(table.c.lease_until).where(table.c.id == submission_id))
            return until is not None and until > self._steady.seconds(connection)

    def is_blocked(self, submission_id: str) -> bool:
        """Whether a submission of the same lane that was accepted before must end first."""
        with self._database.read() as connection:
            return self._is_blocked(connection, submission_id, self._steady.seconds(connection))

    def claimed(self, submission: Submission, ids: frozenset[str]) -> frozenset[str]:
        """Those of AgentOS's records that other submissions of its kind have claimed."""
        mine = {"agency": submission.agency, "kind": submission.kind, "id": submission.submission_id}
        with self._database.read() as connection:
            return frozenset(str(one) for one in connection.scalars(CLAIMED, {**mine, "ids": list(ids)}))

    def has_unnamed_sibling(self, submission: Submission) -> bool:
        """Return True if another submission of its kind has a record that is not known and may look like this one's.

        AgentOS accepted the other one since this one's baseline; or the other one says the same, and was in doubt then.
        """
        ended_at = submission.ended_at if submission.ended_at is not None else 0.0
        since = 0.0 if submission.attempts > 1 else ended_at - self.times.lease_s  # the baseline is older by then
        moments = {"since": since, "doubtful_since": since - self.times.settle_s}
        with self._database.read() as connection:
            return bool(connection.scalar(HAS_UNNAMED_SIBLING, {"id": submission.submission_id, **moments}))

    def known(self, submission: Submission) -> tuple[float, Proof, bool]:
        """Now, how well the portal recognises submissions of its kind, and whether earlier ones must end first."""
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            row = connection.execute(PROOF, {"agency": submission.agency, "kind": submission.kind}).one_or_none()
            blocked = submission.state is State.WAITING and self._is_blocked(connection, submission.submission_id, now)
        if row is None:
            return now, Proof(), blocked
        return now, proof_of(row), blocked

    def unrecognised(self, agency: str) -> list[SubmissionKind]:
        """The kinds of which the portal did not recognise its own record last, so that people must tell."""
        of_agency = (proofs.c.agency == agency, proofs.c.proven_at.is_(None))
        with self._database.read() as connection:
            found = connection.scalars(select(proofs.c.kind).where(*of_agency).order_by(proofs.c.kind))
            return [SubmissionKind(one) for one in found]

    def ended(self, before: datetime) -> set[str]:
        """The ids of rows with a document that ended before then: it is not sent any more."""
        ended = (table.c.updated_at < before.isoformat(), table.c.state.not_in((*OPEN, State.REVIEW)))
        with self._database.read() as connection:
            return set(connection.scalars(select(table.c.id).where(table.c.document_name.is_not(None), *ended)))

    def listed(
        self, agency: str | None, states: Sequence[State], before: datetime, most: int
    ) -> tuple[list[Submission], int]:
        """Up to `most` rows in these states that were accepted before then, oldest first, and how many there are.

        Of an agency, or all.
        """
        where = [table.c.created_at <= before.isoformat(), table.c.state.in_(states)]
        where += [table.c.agency == agency] if agency else []
        with self._database.read() as connection:
            total = connection.scalar(select(func.count()).select_from(table).where(*where)) or 0
            rows = connection.execute(select(table).where(*where).order_by(table.c.number).limit(most)).all()
        return [submission_of(row) for row in rows], total

    def open_by_kind(self, agency: str) -> list[tuple[str, str, int, datetime]]:
        """Of an agency's rows that have not ended: kind, state, how many, and when the oldest was accepted."""
        query = (
            select(table.c.kind, table.c.state, func.count(), func.min(table.c.created_at))
            .where(table.c.agency == agency, table.c.state.in_((*OPEN, State.REVIEW)))
            .group_by(table.c.kind, table.c.state)
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return [(kind, state, number, datetime.fromisoformat(oldest)) for kind, state, number, oldest in rows]

    def _is_blocked(self, connection: Connection, submission_id: str, now: float) -> bool:
        return bool(connection.scalar(BLOCKED, {"id": submission_id, **self._moments(now)}))

    def _moments(self, now: float) -> dict[str, float]:
        return {"now": now, "settling_since": now - self.times.settle_s}


def proof_of(row: Any) -> Proof:
    """A row of `proofs` as the domain has it."""
    kept = frozenset(msgspec.json.decode(row.kept, type=list[str]))
    return Proof(proven_at=row.proven_at, kept=kept, lag_s=row.lag_s)


def submission_of(row: Any) -> Submission:
    """A row as the domain has it."""
    kind = SubmissionKind(row.kind)
    document = None
    if row.document_name is not None:
        document = StoredDocument(name=row.document_name, size=row.document_size, sha256=row.document_sha256)
    return Submission(
        submission_id=row.id,
        number=row.number,
        kind=kind,
        agency=row.agency,
        contractor_id=row.contractor_id,
        job_id=row.job_id,
        lane=row.lane,
        content=None if row.content is None else msgspec.json.decode(row.content, type=CONTENT[kind]),
        document=document,
        email=row.email,
        promised=row.promised,
        state=State(row.state),
        agentos_id=row.agentos_id,
        created_at=datetime.fromisoformat(row.created_at),
        updated_at=datetime.fromisoformat(row.updated_at),
        attempts=row.attempts,
        doubts=row.doubts,
        refusals=row.refusals,
        refused_at=row.refused_at,
        last=None if row.last_result is None else AttemptResult(row.last_result),
        last_status=row.last_status,
        ended_at=row.ended_at,
        baseline=None if row.baseline is None else frozenset(msgspec.json.decode(row.baseline, type=list[str])),
        looks=row.looks,
        looked_at=row.looked_at,
        absences=row.absences,
        absent_at=row.absent_at,
        tries=row.tries,
        tried_s=row.tried_s,
        tried_at=row.tried_at,
        attempted_at=row.attempted_at,
        next_at=row.next_at,
        message=row.message,
        status=row.status,
        result=row.result,
        resolved_by=row.resolved_by,
        finding=row.finding,
    )


def in_doubt(row: FromClause) -> ColumnElement[bool]:
    """Return true if an attempt may have arrived although AgentOS did not accept it."""
    return or_(row.c.doubts > 0, row.c.last_result == AttemptResult.PROBABLY_TURNED_AWAY)


def _goes_before(earlier: FromClause, row: FromClause) -> ColumnElement[bool]:
    """Whether `earlier` must end before `row` is sent.

    A completion in doubt holds later completions of its job until it can take effect no more, even if it ended: a late
    "done" would undo "reopened".
    """
    may_undo = and_(
        earlier.c.kind == SubmissionKind.COMPLETION,
        row.c.kind == SubmissionKind.COMPLETION,
        in_doubt(earlier),
        earlier.c.ended_at > bindparam("settling_since"),
        earlier.c.ended_at <= bindparam("now") + ROUNDING_S,
    )
    return and_(
        earlier.c.agency == row.c.agency,
        earlier.c.lane == row.c.lane,
        earlier.c.number < row.c.number,
        or_(earlier.c.state.in_(OPEN), may_undo),
    )


# Written once: to put such a statement together takes longer than the database needs for it.
BY_ID = select(table).where(table.c.id == bindparam("id"))
"""A row."""
WAITING_DOCUMENTS = select(table.c.id, table.c.document_name, table.c.document_size, table.c.document_sha256).where(
    table.c.agency == bindparam("agency"), table.c.state == State.WAITING, table.c.document_name.is_not(None)
)
"""An agency's rows that wait to be sent with a document."""
CLAIMED = select(table.c.agentos_id).where(
    table.c.agency == bindparam("agency"),
    table.c.kind == bindparam("kind"),
    table.c.id != bindparam("id"),
    table.c.agentos_id.in_(bindparam("ids", expanding=True)),
)
"""Which of AgentOS's records `ids` are those of other rows."""
PROOF = select(proofs).where(proofs.c.agency == bindparam("agency"), proofs.c.kind == bindparam("kind"))
_EARLIER, _ROW = table.alias(), table.alias()
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
"""True if the record of another submission is not known, and may look like a row's."""
BLOCKED = select(exists().where(_ROW.c.id == bindparam("id"), _goes_before(_EARLIER, _ROW)))
"""True if an earlier row of its lane must end before a row is sent."""
DUE = (
    select(table.c.id)
    .where(
        table.c.agency == bindparam("agency"),
        table.c.next_at <= bindparam("now"),
        or_(table.c.lease_until.is_(None), table.c.lease_until <= bindparam("now")),
        or_(table.c.state != State.WAITING, ~exists().where(_goes_before(_EARLIER, table))),
    )
    .order_by(table.c.next_at, table.c.number)
    .limit(bindparam("most"))
)
"""The ids of up to `most` rows of an agency that are due, those first that have been due longest."""
UNATTEMPTED = DUE.where(table.c.state.in_(OPEN), table.c.attempted_at <= bindparam("attempted_before"))
"""Of these, the open ones without an attempt since then."""
