"""The ledger: stores every note, completion and invoice as a row before a byte of it is sent.

A process works on a row under a lease: `change`, `release` and `discard` need it. A sender that has lost its lease can
only report AgentOS's acceptance (`confirm_late`). `promise`, `make_due`, `make_paused_due` and `set_document_folder`
need no lease, because they change no state. `app.domain.submission.MOVES` lists the changes of state.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4

import structlog
from sqlalchemy import Connection, exists, select, update
from sqlalchemy.exc import SQLAlchemyError

from app.audit.audit import Audit, Event
from app.domain.attempt import AttemptResult
from app.domain.client import Client
from app.domain.clock import Clock, LeaseEnd, from_text, to_text
from app.domain.delivery import EARLY_LOOKS_S, after_attempt
from app.domain.invoice import StoredDocument
from app.domain.recognition import Backup, Finding, Look, Proof
from app.domain.submission import OPEN, UNSETTLED, Changes, State, Submission, SubmissionKind, check_move
from app.ledger import queries
from app.ledger.document_files import Documents
from app.ledger.idempotency import FREE_KEY, HAS_KEY, NewSubmission, WriteOptions, key_values, repeat_of
from app.ledger.lease import Claimed, Lease, LeaseLost, Times
from app.ledger.pauses import begin_attempt, note_attempt, paused_until
from app.ledger.proofs import proof_of, put_proof
from app.ledger.queries import submission_of
from app.ledger.reboots import restart_after_reboot
from app.ledger.restores import last_backup
from app.mail import queue
from app.mail.queue import Urgency
from app.store.engine import Database, next_number
from app.store.invalidation import invalidate
from app.store.steady_clock import SteadyClock
from app.store.tables import submissions as table
from app.store.worker_tasks import Task, request

UNAUDITED = (State.WAITING, State.SENDING)
"""The states that the audit does not record, because they are of no interest to people."""
UNLEASED = {"lease_owner": None, "lease_until": None}
COMPARED_FOR, COMPARED_AGAIN = timedelta(days=30), timedelta(days=6)
"""The age up to which submissions are compared, and the time between comparisons, less than `PROOF_HOLDS_S`."""

log = structlog.get_logger("submissions")


class Comparable(NamedTuple):
    """A confirmed submission that is to be compared with the mirror. `is_first`: it never was.

    `lane_changed_at`: when the portal itself last changed the mirror's copy of the submission's job, or later.
    """

    submission: Submission
    lane_changed_at: datetime
    is_first: bool


class Facts(NamedTuple):
    """The time, and the proof for a submission's kind. `blocked`: an earlier submission of the lane is not finished.

    `paused_until`: the time before which the submission is not sent, because its operation is paused.
    """

    now: float
    proof: Proof
    blocked: bool = False
    paused_until: float | None = None


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
        self._knows_epoch = False
        self._unreleased: dict[tuple[str, str], Changes] = {}

    # accepting ----------------------------------------------------------------------------------------------------

    def find_repeat(self, new: NewSubmission) -> Submission | None:
        """Return the earlier submission that `new` repeats, or None. Raise the errors of `repeat_of`."""
        with self._database.read() as connection:
            row = repeat_of(connection, new, self._clock.now())
        return submission_of(row) if row is not None else None

    def accept(
        self, new: NewSubmission, count: Callable[[Connection, float], None], *, lease_s: float
    ) -> tuple[Submission, Lease | None]:
        """Store `new`, and return its row and a lease. If it repeats an earlier row, return that row without a lease.

        `count` counts the new submission at a time (seconds since 1970), and may refuse it. The new row is not promised
        yet: if its process dies before sending, a repeat begins the row again, or the worker gives it up. Raise
        `KeyReused`, `DuplicateInvoice`, SQLAlchemyError, and the errors of `count`.
        """
        submission_id, now = uuid4().hex, self._clock.now()
        lease = self._lease(submission_id, lease_s)
        with self._writing() as connection:
            earlier = repeat_of(connection, new, now)
            if earlier is not None:
                return submission_of(earlier), None
            count(connection, now.timestamp())
            if new.options.key is not None:
                connection.execute(FREE_KEY, key_values(new.agency, new.contractor_id, new.options))
            seconds = self._steady.seconds(connection)
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
        """Delete a row that was neither sent nor promised, and its document, unless the lease was lost.

        Return False if another process has taken the row over, and may have sent it.

        `problem`: the problem's type and the values at fault, for the audit. If the database or the disk fails, or if
        the lease was lost, the worker gives the row up.
        """
        try:
            if self._delete_bare(lease, problem):
                return True
            row = self.find(lease.submission_id)
            return row is None or row.state is State.ABANDONED
        except (OSError, SQLAlchemyError):
            log.exception("not_discarded")
            self.release_later(lease)
        return not lease.end.is_past(self._clock)

    def _delete_bare(self, lease: Lease, problem: str) -> bool:
        """Delete as `discard` does. Return False if there is no such row. Raise SQLAlchemyError, OSError."""
        now = self._clock.now()
        with self._database.write() as connection:
            row = connection.execute(
                queries.DELETE_BARE, {"id": lease.submission_id, "owner": lease.owner}
            ).one_or_none()
            if row is not None:
                self._record(connection, Event.NOT_ACCEPTED, row, now, problem)
                self._invalidate(connection, row.kind, row.agency, row.contractor_id)
                request(self._database, connection, row.agency, Task.DELIVERY)  # later rows of its lane may follow
                self.documents.remove(lease.submission_id)
        return row is not None

    def has_key(self, agency: str, contractor_id: str, options: WriteOptions) -> bool:
        """Return True if an earlier request of this contractor had the same idempotency key."""
        with self._database.read() as connection:
            return bool(connection.scalar(select(exists().where(HAS_KEY)), key_values(agency, contractor_id, options)))

    # working on a row ---------------------------------------------------------------------------------------------

    def due(self, agency: str, most: int) -> list[str]:
        """Return the ids of up to `most` due rows: a row of each contractor in turn, longest due first."""
        if not self._knows_epoch:
            with self._writing():
                pass
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            return list(connection.scalars(queries.DUE, {"agency": agency, "most": most, **self._moments(now)}))

    def next_due_s(self, agency: str, *, blocked_s: float) -> float | None:
        """Return the seconds until the next turn of an agency's rows, 0 or less if one is due, or None without any.

        A row that other rows of its lane block has its turn in `blocked_s` at the earliest.
        """
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            values = {"agency": agency, "blocked_until": now + blocked_s, **self._moments(now)}
            next_at: float | None = connection.scalar(queries.NEXT_TURN, values)
        return None if next_at is None else next_at - now

    def take(self, submission_id: str, *, lease_s: float) -> tuple[Submission, Lease] | None:
        """Return a row and a lease of it, or None if another process works on the row, or the row does not exist.

        If a `sending` row's lease has expired, its attempt is now in doubt (page 4 of the specification, section 2).
        """
        lease, at = self._lease(submission_id, lease_s), self._clock.now()
        with self._writing() as connection:
            now = self._steady.seconds(connection)
            row = connection.execute(queries.BY_ID, {"id": submission_id}).one_or_none()
            if row is None or (row.lease_until is not None and row.lease_until > now):
                return None
            changes = Changes()
            if row.state == State.SENDING:
                changes |= after_attempt(submission_of(row), AttemptResult.IN_DOUBT, None, now)
                changes["next_at"] = now + EARLY_LOOKS_S[0]
            leased = {"lease_owner": lease.owner, "lease_until": now + lease_s}
            row = self._write(connection, row, at, changes, leased)
        return submission_of(row), lease

    def change(
        self,
        lease: Lease,
        changes: Changes,
        *,
        keep: bool = True,
        also: Callable[[Connection], None] | None = None,
        notify: Sequence[str] = (),
        lane_tried_s: float = 0.0,
        rest_s: float | None = None,
    ) -> Submission:
        """Change a row; return it.

        `keep`: the row stays leased. `also` is called in the same transaction. `notify` has the kinds of notices that
        become due. `lane_tried_s` is added to `tried_s` of later submissions of the lane, which waited. `rest_s`: the
        seconds for which AgentOS forbids the operation. Raise `LeaseLost`, `ImpossibleMove`, `Claimed`,
        `OperationPaused`, SQLAlchemyError.
        """
        at = self._clock.now()
        with self._writing() as connection:
            row = connection.execute(queries.LEASED, {"id": lease.submission_id, "owner": lease.owner}).one_or_none()
            is_silent_end = changes.get("state") is State.ABANDONED and not notify
            if row is None or (is_silent_end and row.promised and row.state == State.WAITING and row.content):
                raise LeaseLost
            if _is_claimed(connection, row, changes.get("agentos_id")):
                raise Claimed
            changed = self._write(connection, row, at, changes, {} if keep else UNLEASED, rest_s=rest_s)
            self._add_notices(connection, row, notify, at)
            if lane_tried_s:
                connection.execute(
                    queries.TRY_LANE,
                    {"of_agency": row.agency, "of_lane": row.lane, "after": row.number, "seconds": lane_tried_s},
                )
            if also is not None:
                also(connection)
        return submission_of(changed)

    def release(
        self, lease: Lease, changes: Changes | None = None, *, notify: Sequence[str] = (), lane_tried_s: float = 0.0
    ) -> Submission:
        """Change a row as `change` does, and release its lease in the same transaction."""
        return self.change(lease, changes or {}, keep=False, notify=notify, lane_tried_s=lane_tried_s)

    def release_unchanged(self, lease: Lease) -> None:
        """Release a lease without a change; if the database fails, release it later."""
        try:
            self.release(lease)
        except (LeaseLost, SQLAlchemyError):
            self.release_later(lease)

    def release_later(self, lease: Lease, changes: Changes | None = None) -> None:
        """After a failure of the database, change a row and release its lease together with this ledger's next change.

        A later call without changes keeps the changes of an earlier call: they may be AgentOS's acceptance.
        If the process dies before that, the lease expires. If the lease was lost, only AgentOS's
        acceptance counts (`confirm_late`).
        """
        key = (lease.submission_id, lease.owner)
        self._unreleased[key] = changes or self._unreleased.get(key, {})

    def confirm_late(self, lease: Lease, changes: Changes) -> Submission | None:
        """Confirm a submission that AgentOS accepted when its sender had lost the lease. The changes have its id.

        Another process that works on the row loses its lease, because it might send the submission again. If the row
        was confirmed as another record, a notice of a twin (a duplicate) becomes due. If the row has ended, or if the
        record belongs to another submission, nothing changes. Return the row. If the database fails, raise
        SQLAlchemyError; this ledger's next change then confirms the submission.
        """
        self.release_later(lease, changes)
        with self._writing():
            pass
        return self.find(lease.submission_id)

    def promise(self, submission_id: str) -> Submission:
        """Promise the delivery of a row, if the row is open. Return the row."""
        with self._database.write() as connection:
            connection.execute(queries.PROMISE, {"of_id": submission_id})
            return submission_of(connection.execute(queries.BY_ID, {"id": submission_id}).one())

    def make_due(self, submission_id: str) -> None:
        """Make a row due now, and reset the waits after earlier attempts and looks."""
        with self._database.write() as connection:
            due = {"next_at": self._steady.seconds(connection), "tries": 0, "looked_at": None}
            for row in connection.execute(queries.UPDATE, {"row_id": submission_id, **due}):
                self._request_delivery(connection, row)

    def make_paused_due(self, agency: str) -> None:
        """Make all rows that wait after a failed attempt due now, because AgentOS responds again."""
        paused = (table.c.agency == agency, table.c.state == State.WAITING, table.c.tries > 0)
        with self._database.write() as connection:
            connection.execute(update(table).where(*paused).values(next_at=self._steady.seconds(connection)))
            request(self._database, connection, agency, Task.DELIVERY)

    def record_proof(
        self,
        agency: str,
        kind: SubmissionKind,
        kept: frozenset[str],
        *,
        altered: frozenset[str] = frozenset(),
    ) -> None:
        """Store a proof: the portal recognised its own submission in AgentOS. Parameters: see `Proof.renewed`."""
        with self._database.write() as connection:
            proof = proof_of(connection, agency, kind).renewed(self._steady.seconds(connection), kept, altered)
            put_proof(connection, agency, kind, proof)

    def raise_lag(self, agency: str, kind: SubmissionKind, lag_s: float) -> None:
        """Record that AgentOS listed a record `lag_s` after its attempt, if that is the longest lag."""
        with self._database.write() as connection:
            proof = proof_of(connection, agency, kind)
            if lag_s > proof.lag_s:
                put_proof(connection, agency, kind, replace(proof, lag_s=lag_s))

    def to_compare(self, agency: str, most: int) -> list[Comparable]:
        """Return the last `most` confirmed submissions of an agency to compare with the mirror, the oldest first."""
        now = self._clock.now()
        since, again_before = to_text(now - COMPARED_FOR), to_text(now - COMPARED_AGAIN)
        values = {"agency": agency, "most": most, "since": since, "again_before": again_before}
        with self._database.read() as connection:
            return [
                Comparable(submission_of(row), from_text(row.lane_changed_at), is_first=row.compared_at is None)
                for row in reversed(connection.execute(queries.TO_COMPARE, values).all())
            ]

    def record_comparison(self, compared: Comparable, look: Look) -> Proof:
        """Record a comparison, and return the proof after it: renewed after an exact match, or perhaps ended.

        Only a first comparison can miss: later, the office may have archived the record. Only a first comparison can
        prove anew: an older record may be from a time when AgentOS stored records in another way.
        """
        row = compared.submission
        is_miss = compared.is_first and look.finding in (Finding.ABSENT, Finding.POSSIBLE)
        with self._database.write() as connection:
            compared_at = to_text(self._clock.now())
            connection.execute(queries.CHANGE, {"row_id": row.submission_id, "compared_at": compared_at})
            proof = proof_of(connection, row.agency, row.kind)
            is_exact = look.finding is Finding.EXACT and look.is_sole and (compared.is_first or proof.proven_at)
            if is_exact:
                proof = proof.renewed(self._steady.seconds(connection), look.kept, look.altered)
            if is_miss:
                proof = proof.missed()
            if is_exact or is_miss:
                put_proof(connection, row.agency, row.kind, proof)
        return proof

    def revoke_proof(self, agency: str, kind: SubmissionKind) -> None:
        """Revoke the proof, because the portal did not recognise its own submission in AgentOS."""
        with self._database.write() as connection:
            put_proof(connection, agency, kind, replace(proof_of(connection, agency, kind), proven_at=None))

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

    def open_documents(self, agency: str) -> dict[str, StoredDocument]:
        """Return each document of an agency that may still be sent, by the id of its submission."""
        with self._database.read() as connection:
            return queries.open_documents(connection, agency)

    def set_document_folder(self, submission_ids: Collection[str]) -> None:
        """Record that the documents of these rows are expected in the folder. Raise OSError, SQLAlchemyError."""
        with self._database.write() as connection:
            queries.set_document_folder(connection, submission_ids, self.documents.mark())

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
        # The baseline precedes `ended_at`.
        since = 0.0 if submission.attempts > 1 else (submission.ended_at or 0.0) - self.times.lease_s
        moments = {"since": since, "doubtful_since": since - self.times.settle_s}
        with self._database.read() as connection:
            return bool(connection.scalar(queries.HAS_UNNAMED_SIBLING, {"id": submission.submission_id, **moments}))

    def facts(self, submission: Submission) -> Facts:
        """Return the facts for the submission's next step."""
        with self._database.read() as connection:
            now = self._steady.seconds(connection)
            proof = proof_of(connection, submission.agency, submission.kind)
            if submission.state is not State.WAITING:
                return Facts(now, proof)
            moments = self._moments(now)
            blocked = bool(connection.scalar(queries.BLOCKED, {"id": submission.submission_id, **moments}))
            return Facts(now, proof, blocked, paused_until(connection, submission, moments))

    def last_backup(self, submission: Submission) -> Backup | None:
        """Return the backup from which this database was restored within `WATCHED_S`, or None."""
        with self._database.read() as connection:
            return last_backup(connection, submission)

    # details ------------------------------------------------------------------------------------------------------

    def _lease(self, submission_id: str, lease_s: float) -> Lease:
        """Return a new lease. Its end is set before the steady clock is read, so never later than `lease_until`."""
        return Lease(submission_id, secrets.token_hex(8), LeaseEnd.after(self._clock, lease_s))

    def _moments(self, now: float) -> dict[str, float]:
        return {"now": now, "settling_since": now - self.times.settle_s}

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Yield a connection as `Database.write` does, after releasing the leases of `release_later`.

        The first time, check for a reboot before anything else.
        """
        unreleased = dict(self._unreleased)
        with self._database.write() as connection:
            if not self._knows_epoch:
                reading = self._steady.compare(connection)
                restart_after_reboot(self._database, connection, reading, self.times.lease_s)
            for (submission_id, owner), changes in unreleased.items():
                self._release(connection, submission_id, owner, changes)
            yield connection
        self._knows_epoch = True
        for key in unreleased:
            self._unreleased.pop(key, None)

    def _release(self, connection: Connection, submission_id: str, owner: str, changes: Changes) -> None:
        """Change a row and release its lease. If the lease was lost, only use AgentOS's acceptance."""
        row = connection.execute(queries.BY_ID, {"id": submission_id}).one_or_none()
        if row is None:
            return
        at, agentos_id = self._clock.now(), changes.get("agentos_id")
        is_claimed = _is_claimed(connection, row, agentos_id)
        if row.lease_owner == owner:
            self._write(connection, row, at, changes | {"agentos_id": None} if is_claimed else changes, UNLEASED)
        elif agentos_id is None or is_claimed:
            return
        elif row.state in UNSETTLED:
            due: Changes = {"next_at": self._steady.seconds(connection)}
            self._write(connection, row, at, changes | due, UNLEASED)
        elif submission_of(row).is_confirmed_as_other_than(agentos_id):
            self._add_notices(connection, row, ("twin",), at)

    def _add_notices(self, connection: Connection, row: Any, kinds: Sequence[str], at: datetime) -> None:
        """Queue a notice of each kind. A row has at most one notice of a kind."""
        for kind in kinds:
            about = {"at": to_text(at), "agency": row.agency, "submission_id": row.id}
            queue.add(self._database, connection, kind, Urgency.NOTICE, **about)

    def _write(
        self,
        connection: Connection,
        row: Any,
        at: datetime,
        changes: Changes,
        lease: Mapping[str, Any],
        *,
        rest_s: float | None = None,
    ) -> Any:
        """Change a row and the columns of its `lease`, and the pause of its operation; return the new row."""
        columns = {**queries.columns_of(changes), **lease}
        after = changes.get("state")
        if after is State.SENDING:
            begin_attempt(connection, row, self._steady.seconds(connection))
        if (result := changes.get("last")) is not None:
            note_attempt(self._database, connection, row, result, self._steady.seconds(connection), rest_s)
        if after is not None and after != row.state:
            check_move(State(row.state), after)
            columns["updated_at"] = to_text(at)
            if after not in (State.SENDING, State.WAITING):  # an attempt without a connection continues the count
                columns.setdefault("tries", 0)
            if after in (State.ABANDONED, State.EXPIRED):
                columns["key"] = None
            if after.is_final:
                columns.setdefault("next_at", None)
            self._invalidate(connection, row.kind, row.agency, row.contractor_id)
            if after not in UNAUDITED:
                details = [f"AgentOS id {changes['agentos_id']}"] if changes.get("agentos_id") else []
                details += [changes["finding"]] if after is State.REVIEW and "finding" in changes else []
                details += ["settled by hand"] if changes.get("resolved_by") else []
                self._record(connection, Event(after), row, at, *details)
        if not columns:
            return row
        changed = connection.execute(queries.UPDATE, {"row_id": row.id, **columns}).one()
        self._request_delivery(connection, changed)
        return changed

    def _record(
        self, connection: Connection, event: Event, row: Any, at: datetime, *details: str, client: Client | None = None
    ) -> None:
        """Record an event of a submission in the audit."""
        self._audit.record(
            connection,
            event,
            at=to_text(at),
            email=row.email,
            client=client,
            account=(row.agency, row.contractor_id),
            detail=", ".join((f"{row.kind} for {row.lane}", *details)),
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
        if kind == SubmissionKind.INVOICE:
            invalidate(connection, agency, [contractor_id])


def _is_claimed(connection: Connection, row: Any, agentos_id: str | None) -> bool:
    """Return True if a record in AgentOS belongs to another row."""
    if agentos_id is None:
        return False
    own = {"agency": row.agency, "kind": row.kind, "id": row.id}
    return connection.scalar(queries.CLAIMED, {**own, "ids": [agentos_id]}) is not None
