"""Rows of the ledger as they are looked up: whose, in which state, and which are somebody's turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.sql.selectable import FromClause

from app.domain.clock import Clock
from app.domain.invoice import StoredDocument
from app.domain.slots import ROUNDING_S
from app.domain.submission import CONTENT, OPEN, State, Submission, SubmissionKind
from app.store.engine import Database
from app.store.tables import submissions as table

GRACE_S = 30.0
"""How much longer a lease is than its holder may take."""
LONGEST_REQUEST_S = 55.0
BESIDE_S = 60.0
"""For the worker's reading and looking, beside the upload itself."""
PAUSE_MOST_S = 240.0
"""The longest that the worker leaves a row alone between two turns."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """How long things last, in seconds.

    `settle_s`: how late AgentOS may act on what it was sent; `upload_timeout_s`: the longest attempt. A moment further
    ahead than any can be was written before the machine restarted, and its clock with it.
    """

    settle_s: float
    upload_timeout_s: float

    @property
    def lease_s(self) -> float:
        """The longest lease."""
        return max(self.upload_timeout_s + BESIDE_S, LONGEST_REQUEST_S) + GRACE_S

    @property
    def pause_s(self) -> float:
        """The longest pause between two turns."""
        return PAUSE_MOST_S


class Rows:
    """The rows of `submissions`, to look at."""

    def __init__(self, database: Database, clock: Clock, times: Times) -> None:
        self._database = database
        self._clock = clock
        self.times = times

    def find(self, submission_id: str) -> Submission | None:
        """One row, if it is there."""
        with self._database.read() as connection:
            row = connection.execute(select(table).where(table.c.id == submission_id)).one_or_none()
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

    def due(self, agency: str, most: int) -> list[str]:
        """The ids of up to `most` rows that can be worked on now, those first that have waited longest for it."""
        earlier = table.alias()
        with self._database.read() as connection:
            now = self._database.seconds(connection)
            found = connection.scalars(
                select(table.c.id)
                .where(
                    table.c.agency == agency,
                    table.c.state.in_(OPEN),
                    or_(table.c.state != State.UNCONFIRMED, table.c.lookable),
                    self._is_past(table.c.lease_until, now, self.times.lease_s),
                    self._is_past(table.c.next_at, now, self.times.pause_s),
                    or_(table.c.quiet_until.is_(None), table.c.quiet_until <= now, self._is_absurd(now)),
                    ~exists().where(self._goes_before(earlier, table, now)),
                )
                .order_by(func.coalesce(table.c.next_at, 0.0), table.c.number)
                .limit(most)
            )
            return list(found)

    def overdue(self, agency: str, before: datetime, most: int) -> list[str]:
        """The ids of up to `most` rows that wait since before then, whether others must end first or not."""
        with self._database.read() as connection:
            now = self._database.seconds(connection)
            found = connection.scalars(
                select(table.c.id)
                .where(
                    table.c.agency == agency,
                    table.c.state == State.WAITING,
                    table.c.created_at < before.isoformat(),
                    self._is_past(table.c.lease_until, now, self.times.lease_s),
                    self._is_past(table.c.next_at, now, self.times.pause_s),
                )
                .order_by(table.c.number)
                .limit(most)
            )
            return list(found)

    def is_held(self, submission_id: str) -> bool:
        """Whether somebody works on a row now."""
        with self._database.read() as connection:
            until = connection.scalar(select(table.c.lease_until).where(table.c.id == submission_id))
            return ahead(until, self._database.seconds(connection), self.times.lease_s) > 0

    def quiet_s(self, submission_id: str) -> float:
        """Seconds for which a row is still left alone, since AgentOS may yet act on it."""
        with self._database.read() as connection:
            until = connection.scalar(select(table.c.quiet_until).where(table.c.id == submission_id))
            return ahead(until, self._database.seconds(connection), self.times.settle_s)

    def unclaimed(self, submission: Submission, ids: frozenset[str]) -> frozenset[str]:
        """Those of AgentOS's objects that are no other submission's."""
        with self._database.read() as connection:
            claimed = connection.scalars(
                select(table.c.agentos_id).where(
                    table.c.agency == submission.agency,
                    table.c.kind == submission.kind,
                    table.c.id != submission.submission_id,
                    table.c.agentos_id.in_(ids),
                )
            )
            return ids - set(claimed)

    def ended(self, before: datetime) -> set[str]:
        """The ids of rows with a document that ended before then: it is not sent any more."""
        ended = (table.c.updated_at < before.isoformat(), table.c.state.not_in(OPEN))
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
            .where(table.c.agency == agency, table.c.state.in_(OPEN))
            .group_by(table.c.kind, table.c.state)
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return [(kind, state, number, datetime.fromisoformat(oldest)) for kind, state, number, oldest in rows]

    def _goes_before(self, earlier: FromClause, row: Any, now: float) -> ColumnElement[bool]:
        """Whether `earlier` must end before `row` is sent: it may be sent or found, or AgentOS may yet act on it."""
        may_act = and_(earlier.c.quiet_until > now, earlier.c.quiet_until <= now + self.times.settle_s + ROUNDING_S)
        return and_(
            earlier.c.agency == row.c.agency if isinstance(row, FromClause) else earlier.c.agency == row.agency,
            earlier.c.lane == (row.c.lane if isinstance(row, FromClause) else row.lane),
            earlier.c.number < (row.c.number if isinstance(row, FromClause) else row.number),
            or_(
                earlier.c.state.in_((State.WAITING, State.SENDING)),
                and_(earlier.c.state == State.UNCONFIRMED, or_(earlier.c.lookable, may_act)),
            ),
        )

    def _is_past(self, column: Any, now: float, most_s: float) -> ColumnElement[bool]:
        return or_(column.is_(None), column <= now, column > now + most_s + ROUNDING_S)

    def _is_absurd(self, now: float) -> ColumnElement[bool]:
        """Whether a quiet time was counted by a clock that is no more: whoever takes the row begins it anew."""
        return table.c.quiet_until > now + self.times.settle_s + ROUNDING_S


def ahead(moment: float | None, now: float, most_s: float) -> float:
    """Seconds until then; 0 if it is past, or so far ahead that it was written before the machine restarted."""
    if moment is None or not now < moment <= now + most_s + ROUNDING_S:
        return 0.0
    return float(moment - now)


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
        state=State(row.state),
        baseline=None if row.baseline is None else frozenset(msgspec.json.decode(row.baseline, type=list[str])),
        lookable=row.lookable,
        agentos_id=row.agentos_id,
        attempts=row.attempts,
        tries=row.tries,
        promised=row.promised,
        created_at=datetime.fromisoformat(row.created_at),
        updated_at=datetime.fromisoformat(row.updated_at),
        message=row.message,
        status=row.status,
        result=row.result,
        resolved_by=row.resolved_by,
        finding=row.finding,
    )
