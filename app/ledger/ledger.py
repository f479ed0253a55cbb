"""The ledger: stores every note, completion and invoice as a row before a byte of it is sent.

A process works on a row under a lease. Every change but the first needs that lease: a sender that has lost its lease
can change nothing. `app.domain.submission.MOVES` lists the changes of state.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import uuid4

import msgspec
import structlog
from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, or_, select, update
from sqlalchemy.exc import SQLAlchemyError

from app.audit.audit import Audit, Event
from app.domain.attempt import AttemptResult
from app.domain.client import Client
from app.domain.clock import Clock, LeaseEnd, from_text, to_text
from app.domain.delivery import EARLY_LOOKS_S, after_attempt
from app.domain.invoice import StoredDocument
from app.domain.paging import Position
from app.domain.recognition import Backup, Proof
from app.domain.submission import ABSENCES, OPEN, UNSETTLED, State, Submission, SubmissionKind, check_move
from app.ledger import queries
from app.ledger.document_files import Documents
from app.ledger.idempotency import NewSubmission, WriteOptions, repeat_of
from app.ledger.lease import Busy, Claimed, Lease, LeaseLost, Times
from app.ledger.queries import ended_before, in_doubt, proof_of, submission_of
from app.ledger.restores import forget_old_restore, last_backup, restart_times
from app.mail import queue
from app.mail.queue import Urgency
from app.store.engine import Database, next_number, upsert
from app.store.invalidation import invalidate
from app.store.steady_clock import SteadyClock
from app.store.tables import counters, mails, proofs
from app.store.tables import submissions as table
from app.store.worker_tasks import Task, request

AUDITED = {
    state: Event(state)
    for state in (
        State.CONFIRMED,
        State.REJECTED,
        State.UNCONFIRMED,
        State.REVIEW,
        State.EXPIRED,
        State.ABANDONED,
    )
}
"""The events of the states that the audit records. The steps on the way there are of no interest to people."""
UNLEASED = {"lease_owner": None, "lease_until": None}
EPOCH = "ledger epoch"
"""The name of the counter that stores in which epoch of the steady clock the ledger's times were written."""

log = structlog.get_logger("submissions")


class Ledger:
    """The rows of `submissions` and `proofs`, and their documents.

    `audit` records each submission and the states that its sender may ask about.
    """

    def __init__(self, database: Database, clock: Clock, documents: Documents, times: Times, audit: Audit) -> None:
        self.documents = documents
        self.times = times
        self._database = database
        self._clock = clock
        self._audit = audit
        self._steady = SteadyClock(database)
        self._unreleased: dict[tuple[str, str], dict[str, Any]] = {}
        self._knows_epoch = False

    # accepting ----------------------------------------------------------------------------------------------------

    def find_repeat(self, new: NewSubmission) -> Submission | None:
        """Return the earlier submission that `new` repeats, or None. Raise the errors of `repeat_of`."""
        with self._database.read() as connection:
            row = repeat_of(connection, new, self._clock.now())
        return submission_of(row) if row is not None else None

    def accept(
        self, new: NewSubmission, count: Callable[[Connection], None], *, lease_s: float
    ) -> tuple[Submission, Lease | None]:
        """Store `new`, and return its row and a lease. If it repeats an earlier row, return that row without a lease.

        `count` counts the new submission, and may refuse it. The new row is not promised yet: if its process dies
        before sending, the row is given up. Raise `KeyReused`, `DuplicateInvoice`, SQLAlchemyError, and the errors of
        `count`.
        """
        submission_id, now = uuid4().hex, self._clock.now()
        lease = self._lease(submission_id, lease_s)
        with self._writing() as connection:
            earlier = repeat_of(connection, new, now)
            if earlier is not None:
                return submission_of(earlier), None
            count(connection)
            new.free_key(connection)
            seconds = self._now(connection)
            values = {
                **new.columns(),
                "id": submission_id,
                "number": next_number(connection),
                "promised": False,
                "state": State.WAITING,
                "created_at": to_text(now),
                "updated_at": to_text(now),
                "next_at": seconds,
                "attempted_at": seconds,
                "lease_owner": lease.owner,
                "lease_until": seconds + lease_s,
            }
            row = connection.execute(queries.INSERT, values).one()
            self._record(connection, Event.SUBMITTED, row, now, client=new.client)
            self._request_delivery(connection, row)
            self._invalidate(connection, new.kind, new.agency, new.contractor_id)
        return submission_of(row), lease

    def discard(self, lease: Lease, problem: str) -> bool:
        """Delete a row that was neither sent nor promised, and its document. Return False if the row may still be sent.

        `problem`: the problem's type and the values at fault, for the audit.
        If the database or the disk fails, the worker gives the row up later.
        """
        try:
            return self._delete_bare(lease, problem)
        except (OSError, SQLAlchemyError):
            log.exception("not_discarded")
        self.release_later(lease)
        with suppress(SQLAlchemyError):
            row = self.find(lease.submission_id)
            return row is None or row.is_bare
        return True

    def _delete_bare(self, lease: Lease, problem: str) -> bool:
        """Delete as `discard` does. Raise SQLAlchemyError, OSError."""
        own = (table.c.id == lease.submission_id, table.c.lease_owner == lease.owner)
        now = self._clock.now()
        with self._database.write() as connection:
            row = connection.execute(delete(table).where(*own, queries.BARE).returning(*table.c)).one_or_none()
            if row is not None:
                self._record(connection, Event.NOT_ACCEPTED, row, now, problem=problem)
                self._invalidate(connection, row.kind, row.agency, row.contractor_id)
                request(self._database, connection, row.agency, Task.DELIVERY)  # later rows of its lane may follow
            elif connection.scalar(select(exists().where(own[0], table.c.state != State.ABANDONED))):
                return False
            self.documents.remove(lease.submission_id)
        return True

    def has_key(self, agency: str, contractor_id: str, options: WriteOptions) -> bool:
        """Return True if an earlier request of this contractor had the same idempotency key."""
        same = (table.c.route == options.route, table.c.key == options.key)
        owner = (table.c.agency == agency, table.c.contractor_id == contractor_id)
        with self._database.read() as connection:
            return bool(connection.scalar(select(exists().where(*owner, *same))))

    # working on a row ---------------------------------------------------------------------------------------------

    def due(self, agency: str, most: int, *, unattempted_s: float | None = None) -> list[str]:
        """Return the ids of up to `most` due rows: a row of each contractor in turn, longest due first.

        `unattempted_s`: return only open rows that had no attempt for so many seconds.
        """
        if not self._knows_epoch:
            with self._writing() as connection:
                self._now(connection)
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            values = {"agency": agency, "most": most, **self._moments(now)}
            if unattempted_s is None:
                return list(connection.scalars(queries.DUE, values))
            return list(connection.scalars(queries.UNATTEMPTED, values | {"attempted_before": now - unattempted_s}))

    def next_due_s(self, agency: str, *, blocked_s: float) -> float | None:
        """Return the seconds until the next turn of an agency's rows, 0 or less if one is due, or None without any.

        A row that other rows of its lane block has its turn in `blocked_s` at the earliest.
        """
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            values = {"agency": agency, **self._moments(now)}
            first: float | None = connection.scalar(queries.NEXT_TURN, values)
            if first is None:
                return None
            free: float | None = connection.scalar(queries.NEXT_FREE_TURN, values)
        return min(max(first - now, blocked_s), blocked_s if free is None else free - now)

    def take(self, submission_id: str, *, lease_s: float) -> Lease | Busy | None:
        """Return a lease of a row; `Busy` if another process works on the row; None if the row does not exist.

        If a `sending` row's lease has expired, its attempt is now in doubt (page 4 of the specification, section 2).
        """
        lease, at = self._lease(submission_id, lease_s), self._clock.now()
        with self._writing() as connection:
            now = self._now(connection)
            row = connection.execute(queries.BY_ID, {"id": submission_id}).one_or_none()
            if row is None:
                return None
            if row.lease_until is not None and row.lease_until > now:
                return Busy()
            values: dict[str, Any] = {"lease_owner": lease.owner, "lease_until": now + lease_s}
            if row.state == State.SENDING:
                values |= after_attempt(submission_of(row), AttemptResult.IN_DOUBT, None, now)
                values |= {"next_at": now + EARLY_LOOKS_S[0]}
            self._write(connection, row, at, values)
        return lease

    def change(
        self,
        lease: Lease,
        *,
        keep: bool = True,
        also: Callable[[Connection], None] | None = None,
        notify: Sequence[str] = (),
        lane_tried_s: float = 0.0,
        **values: Any,
    ) -> Submission:
        """Change the columns `values` of a row, such as `state`; return the row.

        `keep`: the row stays leased. `also` is called in the same transaction. `notify` has the kinds of notices that
        become due. `lane_tried_s` is added to `tried_s` of later submissions of the lane, which waited. Raise
        `LeaseLost`, `ImpossibleMove`, `Claimed`, SQLAlchemyError.
        """
        at = self._clock.now()
        with self._writing() as connection:
            row = connection.execute(queries.LEASED, {"id": lease.submission_id, "owner": lease.owner}).one_or_none()
            after = values.get("state")
            if row is None or (after is State.ABANDONED and _is_promised(row) and not notify):
                raise LeaseLost
            if _is_claimed(connection, row, values.get("agentos_id")):
                raise Claimed
            if not keep:
                values |= UNLEASED
            changed = self._write(connection, row, at, values)
            self._add_notices(connection, row, notify)
            if lane_tried_s:
                later = (table.c.agency == row.agency, table.c.lane == row.lane, table.c.number > row.number)
                tried = {"tried_s": table.c.tried_s + lane_tried_s}
                connection.execute(update(table).where(*later, table.c.state == State.WAITING).values(tried))
            if also is not None:
                also(connection)
        return submission_of(changed)

    def release(self, lease: Lease, **values: Any) -> Submission:
        """Change a row as `change` does, and release its lease in the same transaction."""
        return self.change(lease, keep=False, **values)

    def release_unchanged(self, lease: Lease) -> None:
        """Release a lease without a change; if the database fails, release it later."""
        try:
            self.release(lease)
        except (LeaseLost, SQLAlchemyError):
            self.release_later(lease)

    def release_later(self, lease: Lease, **values: Any) -> None:
        """After a failure of the database, change a row and release its lease together with this ledger's next change.

        If the process dies before that, the lease expires. If the lease was lost and `values` has an `agentos_id`, the
        row is confirmed as by `confirm_late`.
        """
        self._unreleased[lease.submission_id, lease.owner] = values

    def confirm_late(self, lease: Lease, **values: Any) -> Submission:
        """Confirm a submission that AgentOS accepted when its sender had lost the lease. `values` has the `agentos_id`.

        Another process that works on the row loses its lease, because it might send the submission again. If the row
        was confirmed as another record, a notice of a twin (a duplicate) becomes due. Raise `LeaseLost` if the row has
        ended, or if the record belongs to another submission.
        """
        with self._writing() as connection:
            row = self._confirm_late(connection, lease.submission_id, values)
        if row is None:
            raise LeaseLost
        return submission_of(row)

    def promise(self, submission_id: str) -> Submission:
        """Promise the delivery of a row, if the row is open. Return the row."""
        promised = (table.c.id == submission_id, table.c.state.in_(OPEN))
        with self._database.write() as connection:
            connection.execute(update(table).where(*promised).values(promised=True))
            return submission_of(connection.execute(queries.BY_ID, {"id": submission_id}).one())

    def make_due(self, submission_id: str) -> None:
        """Make a row due now, and reset the waits after earlier attempts and looks."""
        with self._database.write() as connection:
            due = {"next_at": self._steady.seconds(connection), "tries": 0, "looked_at": None}
            again = update(table).where(table.c.id == submission_id).values(due).returning(*table.c)
            for row in connection.execute(again):
                self._request_delivery(connection, row)

    def make_paused_due(self, agency: str) -> None:
        """Make all rows that wait after a failed attempt due now, because AgentOS responds again."""
        paused = (table.c.agency == agency, table.c.state == State.WAITING, table.c.tries > 0)
        with self._database.write() as connection:
            connection.execute(update(table).where(*paused).values(next_at=self._steady.seconds(connection)))
            request(self._database, connection, agency, Task.DELIVERY)

    # proofs of recognition ----------------------------------------------------------------------------------------

    def record_proof(
        self,
        agency: str,
        kind: SubmissionKind,
        kept: frozenset[str],
        lag_s: float,
        *,
        altered: frozenset[str] = frozenset(),
    ) -> None:
        """Store a proof: the portal recognised its own submission in AgentOS. Parameters: see `Proof.renewed`."""
        with self._database.write() as connection:
            now = self._steady.seconds(connection)
            row = connection.execute(queries.PROOF, {"agency": agency, "kind": kind}).one_or_none()
            proof = proof_of(row).renewed(now, kept, altered, lag_s)
            values = {"proven_at": now, "kept": msgspec.json.encode(sorted(proof.kept)), "lag_s": proof.lag_s}
            _put_proof(connection, agency, kind, values)

    def revoke_proof(self, agency: str, kind: SubmissionKind) -> None:
        """Revoke the proof, because the portal did not recognise its own submission in AgentOS."""
        with self._database.write() as connection:
            _put_proof(connection, agency, kind, {"proven_at": None, "failed_at": self._steady.seconds(connection)})

    def unproven_kinds(self, agency: str) -> list[SubmissionKind]:
        """Return the kinds whose last submission the portal did not recognise in AgentOS. People must check these."""
        of_agency = (proofs.c.agency == agency, proofs.c.proven_at.is_(None))
        with self._database.read() as connection:
            kinds = connection.scalars(select(proofs.c.kind).where(*of_agency).order_by(proofs.c.kind))
            return [SubmissionKind(kind) for kind in kinds]

    # looking up ---------------------------------------------------------------------------------------------------

    def now(self) -> float:
        """Return the time of the database's steady clock, in seconds."""
        with self._database.read() as connection:
            return self._steady.seconds(connection)

    def find(self, submission_id: str) -> Submission | None:
        """Return a row, or None."""
        with self._database.read() as connection:
            row = connection.execute(queries.BY_ID, {"id": submission_id}).one_or_none()
        return submission_of(row) if row is not None else None

    def find_all(self, ids: Collection[str]) -> dict[str, Submission]:
        """Return the rows with these ids, by id. Rows that do not exist are left out."""
        with self._database.read() as connection:
            rows = connection.execute(select(table).where(table.c.id.in_(ids))).all()
        return {row.id: submission_of(row) for row in rows}

    def list_by_contractor(
        self,
        agency: str,
        contractor_id: str,
        kind: SubmissionKind | None = None,
        state: State | None = None,
        after: Position | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> tuple[list[Submission], int]:
        """Return a slice of a contractor's submissions, newest first, and how many there are in all.

        They have no `baseline` and no `result`.
        `after`: the slice begins after the submission with this id and time of acceptance, which may be deleted.
        """
        where = [table.c.agency == agency, table.c.contractor_id == contractor_id]
        where += [table.c.kind == kind] if kind else []
        where += [table.c.state == state] if state else []
        first = None if after is None else queries.comes_after(after, agency, contractor_id)
        return self._list(where, table.c.number.desc(), offset, limit, first)

    def list_by_state(
        self, agency: str | None, states: Sequence[State], before: datetime, most: int
    ) -> tuple[list[Submission], int]:
        """Return up to `most` rows that were accepted before a time, oldest first, and how many there are in all.

        They have no `baseline` and no `result`.
        `agency`: list only this agency's rows; None lists those of all agencies.
        """
        where = [table.c.created_at <= to_text(before), table.c.state.in_(states)]
        where += [table.c.agency == agency] if agency else []
        return self._list(where, table.c.number, 0, most)

    def _list(
        self,
        where: Sequence[ColumnElement[bool]],
        order: ColumnElement[Any],
        offset: int,
        limit: int | None,
        after: ColumnElement[bool] | None = None,
    ) -> tuple[list[Submission], int]:
        with self._database.read() as connection:
            total = connection.scalar(select(func.count()).select_from(table).where(*where)) or 0
            rest = where if after is None else [*where, after]
            slice_ = queries.LISTED.where(*rest).order_by(order).offset(offset).limit(limit)
            return [submission_of(row) for row in connection.execute(slice_)], total

    def count_unsettled(self) -> list[tuple[str, str, str, int, datetime]]:
        """Return each agency, kind and state of unsettled rows, their number and the oldest time of acceptance."""
        with self._database.read() as connection:
            rows = connection.execute(queries.COUNT_UNSETTLED).all()
        return [(agency, kind, state, number, from_text(oldest)) for agency, kind, state, number, oldest in rows]

    def waiting_documents(self, agency: str) -> list[tuple[str, StoredDocument]]:
        """Return the ids and documents of all rows that have a document and wait to be sent."""
        with self._database.read() as connection:
            rows = connection.execute(queries.WAITING_DOCUMENTS, {"agency": agency}).all()
        return [(row.id, queries.document_of(row)) for row in rows]

    def set_document_folder(self, submission_ids: Collection[str]) -> None:
        """Record that the documents of these rows are expected in the folder. Raise OSError, SQLAlchemyError."""
        with self._database.write() as connection:
            queries.set_document_folder(connection, submission_ids, self.documents.mark())

    def is_leased(self, submission_id: str) -> bool:
        """Return True if a process works on a row now."""
        with self._database.read() as connection:
            until = connection.scalar(select(table.c.lease_until).where(table.c.id == submission_id))
            return until is not None and until > self._steady.seconds(connection)

    def is_blocked(self, submission_id: str) -> bool:
        """Return True if an earlier submission of the same lane must end first."""
        with self._database.read() as connection:
            return self._is_blocked(connection, submission_id, self._steady.seconds(connection))

    def claimed_ids(self, submission: Submission, ids: frozenset[str]) -> frozenset[str]:
        """Return the subset of AgentOS's `ids` that other submissions of the same kind have claimed."""
        own = {"agency": submission.agency, "kind": submission.kind, "id": submission.submission_id}
        with self._database.read() as connection:
            return frozenset(connection.scalars(queries.CLAIMED, {**own, "ids": list(ids)}))

    def has_unnamed_sibling(self, submission: Submission) -> bool:
        """Return True if a sibling's record in AgentOS is unknown, and may be mistaken for this submission's record.

        A sibling is another submission of this kind and contractor. AgentOS accepted it after this submission's
        baseline, or it has the same content and was in doubt at that time.
        """
        ended_at = submission.ended_at if submission.ended_at is not None else 0.0
        since = 0.0 if submission.attempts > 1 else ended_at - self.times.lease_s  # the baseline precedes `ended_at`
        moments = {"since": since, "doubtful_since": since - self.times.settle_s}
        with self._database.read() as connection:
            return bool(connection.scalar(queries.HAS_UNNAMED_SIBLING, {"id": submission.submission_id, **moments}))

    def facts(self, submission: Submission) -> tuple[float, Proof, bool]:
        """Return the time, the proof for the submission's kind, and whether an earlier submission blocks this one."""
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            proof = connection.execute(queries.PROOF, {"agency": submission.agency, "kind": submission.kind})
            blocked = submission.state is State.WAITING and self._is_blocked(connection, submission.submission_id, now)
            return now, proof_of(proof.one_or_none()), blocked

    def last_backup(self, submission: Submission) -> Backup | None:
        """Return the backup from which this database was restored within `WATCHED_S`, or None."""
        with self._database.read() as connection:
            return last_backup(connection, submission)

    # deleting -----------------------------------------------------------------------------------------------------

    def ended_with_document(self, before: datetime) -> set[str]:
        """Return the ids of rows that ended before a time and have a document. Such a document is not sent again."""
        ended = (ended_before(before), table.c.document_name.is_not(None))
        with self._database.read() as connection:
            return set(connection.scalars(select(table.c.id).where(*ended)))

    def delete_ended(self, before: datetime) -> int:
        """Delete rows that ended before a time, and their notices; return the number of rows."""
        with self._database.write() as connection:
            old = select(table.c.id).where(ended_before(before))
            connection.execute(delete(mails).where(mails.c.submission_id.in_(old)))
            return connection.execute(delete(table).where(ended_before(before))).rowcount

    def forget_old_restore(self) -> None:
        """Delete what is known about the last restore from a backup, after `WATCHED_S`."""
        with self._database.write() as connection:
            forget_old_restore(connection)

    def clear_responses(self, before: datetime) -> None:
        """Delete the responses of completions that ended before a time, because they contain tenants' phone numbers.

        The response to a repeat of such a completion is the job at the time of the repeat.
        """
        ended = (table.c.kind == SubmissionKind.COMPLETION, table.c.updated_at < to_text(before))
        with self._database.write() as connection:
            connection.execute(update(table).where(*ended, table.c.result.is_not(None)).values(result=None))

    # details ------------------------------------------------------------------------------------------------------

    def _lease(self, submission_id: str, lease_s: float) -> Lease:
        """Return a new lease. Its end is set before the database's clock is read, so never later than `lease_until`."""
        return Lease(submission_id, secrets.token_hex(8), LeaseEnd.after(self._clock, lease_s))

    def _is_blocked(self, connection: Connection, submission_id: str, now: float) -> bool:
        return bool(connection.scalar(queries.BLOCKED, {"id": submission_id, **self._moments(now)}))

    def _moments(self, now: float) -> dict[str, float]:
        return {"now": now, "settling_since": now - self.times.settle_s}

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Yield a connection as `Database.write` does, after releasing the leases of `release_later`."""
        unreleased = dict(self._unreleased)
        with self._database.write() as connection:
            for (submission_id, owner), values in unreleased.items():
                row = connection.execute(queries.LEASED, {"id": submission_id, "owner": owner}).one_or_none()
                if row is None and values.get("agentos_id"):
                    self._confirm_late(connection, submission_id, values)
                elif row is not None:
                    if _is_claimed(connection, row, values.get("agentos_id")):
                        values = values | {"agentos_id": None}
                    self._write(connection, row, self._clock.now(), values | UNLEASED)
            yield connection
        for key in unreleased:
            self._unreleased.pop(key, None)

    def _confirm_late(self, connection: Connection, submission_id: str, values: dict[str, Any]) -> Any:
        row = connection.execute(queries.BY_ID, {"id": submission_id}).one_or_none()
        if row is None or _is_claimed(connection, row, values["agentos_id"]):
            return None
        if row.state in UNSETTLED:
            late = {**UNLEASED, "next_at": self._steady.seconds(connection)}
            return self._write(connection, row, self._clock.now(), values | late)
        if submission_of(row).is_confirmed_as_other_than(values["agentos_id"]):
            self._add_notices(connection, row, ("twin",))
        return None

    def _add_notices(self, connection: Connection, row: Any, kinds: Sequence[str]) -> None:
        """Queue a notice of each kind. A row has at most one notice of a kind."""
        at = to_text(self._clock.now())
        for kind in kinds:
            about = {"at": at, "agency": row.agency, "submission_id": row.id}
            queue.add(self._database, connection, kind, Urgency.NOTICE, **about)

    def _write(self, connection: Connection, row: Any, at: datetime, values: dict[str, Any]) -> Any:
        """Change a row; return the new row."""
        after = values.get("state")
        if after is not None and after != row.state:
            check_move(State(row.state), after)
            # After an attempt without a connection, the count of failed attempts continues.
            values = values | {"updated_at": to_text(at)}
            if after not in (State.SENDING, State.WAITING):
                values = {"tries": 0} | values
            if after in (State.ABANDONED, State.EXPIRED):
                values["key"] = None
            if after.is_final:
                values = {"next_at": None, **values}
            self._invalidate(connection, row.kind, row.agency, row.contractor_id)
            if after in AUDITED:
                self._record(connection, AUDITED[after], row, at, values)
        if isinstance(baseline := values.get("baseline"), frozenset):
            values["baseline"] = msgspec.json.encode(sorted(baseline))
        columns = {"last_result" if name == "last" else name: value for name, value in values.items()}
        if not columns:
            return row
        changed = connection.execute(queries.UPDATE, {"row_id": row.id, **columns}).one()
        self._request_delivery(connection, changed)
        return changed

    def _record(
        self,
        connection: Connection,
        event: Event,
        row: Any,
        at: datetime,
        changes: Mapping[str, Any] = MappingProxyType({}),
        *,
        client: Client | None = None,
        problem: str | None = None,
    ) -> None:
        """Record an event of a submission in the audit. `changes`: the new values of its columns."""
        details = [f"{row.kind} for {row.lane}"]
        details += [f"AgentOS id {changes['agentos_id']}"] if changes.get("agentos_id") else []
        details += ["settled by hand"] if changes.get("resolved_by") else []
        details += [problem] if problem else []
        self._audit.record(
            connection,
            event,
            at=to_text(at),
            email=row.email,
            client=client,
            account=(row.agency, row.contractor_id),
            detail=", ".join(details),
            submission_id=row.id,
        )

    def _request_delivery(self, connection: Connection, row: Any) -> None:
        """Make the worker's task of delivery due for a row's next turn, or now if later rows of its lane may follow."""
        if row.next_at is not None:
            at = max(row.next_at, row.lease_until or 0.0)
            request(self._database, connection, row.agency, Task.DELIVERY, at=at)
        elif row.state not in OPEN:
            request(self._database, connection, row.agency, Task.DELIVERY)

    def _invalidate(self, connection: Connection, kind: str, agency: str, contractor_id: str) -> None:
        """Invalidate the cached list of invoices, because it includes invoices that are being sent."""
        if kind == SubmissionKind.INVOICE and invalidate(connection, agency, [contractor_id]):
            request(self._database, connection, agency, Task.RENDERING)

    # the clock after a reboot -------------------------------------------------------------------------------------

    def _now(self, connection: Connection) -> float:
        """Return the time. After a reboot or a step of the database's clock, restart leases and times of doubts.

        No process outlives a reboot, so each process checks once. On SQLite, times of an earlier boot are meaningless.
        On PostgreSQL they stay valid, unless its clock was set while the machine was down: the portal cannot know.
        """
        if self._knows_epoch:
            return self._steady.seconds(connection)
        reading = self._steady.compare(connection)
        epoch = int(reading.epoch[:15], 16)
        known_epoch = connection.scalar(select(counters.c.value).where(counters.c.name == EPOCH))
        if known_epoch != epoch:
            if known_epoch is not None:
                self._restart_leases_and_doubts(connection, reading.now)
                if not reading.keeps_times:
                    restart_times(connection, reading.now)
            row = upsert(connection.dialect.name, counters).values(name=EPOCH, value=epoch)
            connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": epoch}))
        self._knows_epoch = True
        return reading.now

    def _restart_leases_and_doubts(self, connection: Connection, now: float) -> None:
        lease_until = now + self.times.lease_s
        connection.execute(update(table).where(table.c.lease_until.is_not(None)).values(lease_until=lease_until))
        # If absence was shown, the attempt is over. A completion in doubt blocks later ones even if it has ended.
        holds = and_(table.c.kind == SubmissionKind.COMPLETION, in_doubt(table))
        doubtful = or_(and_(table.c.next_at.is_not(None), table.c.absences < ABSENCES), holds)
        again = {"ended_at": now, "absences": 0, "absent_at": None, "looked_at": None}
        connection.execute(update(table).where(table.c.ended_at.is_not(None), doubtful).values(again))


def _is_promised(row: Any) -> bool:
    return bool(row.state == State.WAITING and row.promised and row.content is not None)


def _is_claimed(connection: Connection, row: Any, agentos_id: str | None) -> bool:
    """Return True if a record in AgentOS belongs to another row."""
    if agentos_id is None:
        return False
    own = {"agency": row.agency, "kind": row.kind, "id": row.id}
    return connection.scalar(queries.CLAIMED, {**own, "ids": [agentos_id]}) is not None


def _put_proof(connection: Connection, agency: str, kind: SubmissionKind, values: dict[str, Any]) -> None:
    connection.execute(
        upsert(connection.dialect.name, proofs)
        .values({"agency": agency, "kind": kind, "kept": b"[]", "lag_s": 0.0} | values)
        .on_conflict_do_update(index_elements=["agency", "kind"], set_=values)
    )
