"""Every note, completion and invoice as a row, on the disk before a byte of it goes out.

A row is worked on under a lease, and every change but the first is fenced by it: a sender whose lease was taken over
changes nothing. How rows move is `app.domain.submission.MOVES`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

import msgspec
import structlog
from sqlalchemy import Connection, and_, bindparam, delete, exists, insert, or_, select, update

from app.domain.attempt import AttemptResult
from app.domain.clock import Clock, LeaseEnd
from app.domain.delivery import EARLY_LOOKS_S, PROOF_AGAIN_S, PROOF_HOLDS_S, after_attempt
from app.domain.recognition import Proof
from app.domain.submission import ABSENCES, OPEN, State, Submission, SubmissionKind, check_move
from app.ledger.document_files import Documents
from app.ledger.idempotency import NewSubmission, WriteOptions, repeat_of
from app.ledger.lease import Busy, Claimed, Lease, LeaseLost
from app.ledger.queries import BY_ID, PROOF, Rows, Times, in_doubt, proof_of, submission_of
from app.store.engine import Database, upsert
from app.store.invalidation import outdate
from app.store.sequence import next_number
from app.store.tables import counters, notices, proofs
from app.store.tables import submissions as table

COLUMNS = {"last": "last_result"}
"""The columns of those fields of `Submission` that are called otherwise."""

LEASED = BY_ID.where(table.c.lease_owner == bindparam("owner"))
"""A row, if it is leased to `owner`."""
INSERT = insert(table).returning(*table.c)
"""A new row; the columns are those of its parameters."""
UPDATE = update(table).where(table.c.id == bindparam("row_id")).returning(*table.c)
"""A change of a row; the columns are those of its parameters."""
IS_CLAIMED = select(
    exists().where(
        table.c.agency == bindparam("agency"),
        table.c.kind == bindparam("kind"),
        table.c.id != bindparam("row_id"),
        table.c.agentos_id == bindparam("agentos_id"),
    )
)
"""True if a record in AgentOS is another row's."""
EPOCH = "ledger epoch"
"""The counter that tells by which epoch of the steady clock the ledger's times are."""

log = structlog.get_logger("submissions")


class Ledger(Rows):
    """The rows of `submissions`, and all that changes them."""

    def __init__(self, database: Database, clock: Clock, documents: Documents, times: Times) -> None:
        super().__init__(database, clock, times)
        self.documents = documents
        self._unreleased: dict[tuple[str, str], dict[str, Any]] = {}
        self._knows_epoch = False

    # accepting ----------------------------------------------------------------------------------------------------

    def repeat(self, new: NewSubmission) -> Submission | None:
        """The earlier submission that this is a repeat of. Raises `Invalid`, `Conflict`."""
        with self._database.read() as connection:
            row = repeat_of(connection, new, self._clock.now())
        return submission_of(row) if row is not None else None

    def accept(
        self, new: NewSubmission, count: Callable[[Connection], None], *, lease_s: float
    ) -> tuple[Submission, Lease | None]:
        """A new row, leased to its sender; or the one that this is a repeat of, which is not.

        `count` counts what is new, and may refuse it. Nobody is promised anything yet: a row whose sender dies before
        it is sent comes to nothing. Raises `Invalid`, `Conflict`, SQLAlchemyError, and what `count` raises.
        """
        identity, now = uuid4().hex, self._clock.now()
        lease = self._lease(identity, lease_s)
        with self._writing() as connection:
            earlier = repeat_of(connection, new, now)
            if earlier is not None:
                return submission_of(earlier), None
            count(connection)
            new.free_key(connection)
            seconds = self._now(connection)
            values = {
                **new.columns(),
                "id": identity,
                "number": next_number(connection),
                "promised": False,
                "state": State.WAITING,
                "created_at": now.isoformat(),
                "updated_at": now.isoformat(),
                "next_at": seconds,
                "attempted_at": seconds,
                "lease_owner": lease.owner,
                "lease_until": seconds + lease_s,
            }
            row = connection.execute(INSERT, values).one()
            self._outdate(connection, new.kind, new.agency, new.contractor_id)
        return submission_of(row), lease

    def discard(self, lease: Lease) -> bool:
        """As `Lease.discard`, but raises SQLAlchemyError and OSError. The document goes first."""
        bare = (table.c.state == State.WAITING, table.c.promised.is_(False), table.c.attempts == 0)
        mine = (table.c.id == lease.submission_id, table.c.lease_owner == lease.owner, *bare)
        with self._database.write() as connection:
            gone = connection.execute(
                delete(table).where(*mine).returning(table.c.kind, table.c.agency, table.c.contractor_id)
            ).one_or_none()
            if gone is not None:
                self._outdate(connection, *gone)
            elif connection.scalar(select(exists().where(*mine[:1], table.c.state != State.ABANDONED))):
                return False
            self.documents.remove(lease.submission_id)
        return True

    def knows(self, agency: str, contractor_id: str, options: WriteOptions) -> bool:
        """Whether an earlier request of this contractor's came with that key."""
        same = (table.c.route == options.route, table.c.key == options.key)
        theirs = (table.c.agency == agency, table.c.contractor_id == contractor_id)
        with self._database.read() as connection:
            return bool(connection.scalar(select(exists().where(*theirs, *same))))

    # working on a row ---------------------------------------------------------------------------------------------

    def due(self, agency: str, most: int, *, unattempted_s: float | None = None) -> list[str]:
        if not self._knows_epoch:
            with self._writing() as connection:
                self._now(connection)
        return super().due(agency, most, unattempted_s=unattempted_s)

    def take(self, submission_id: str, *, lease_s: float) -> Lease | Busy | None:
        """The right to work on a row; `Busy` while somebody else has it; None if the row is gone.

        A `sending` row whose lease has run out is taken over: its attempt ends now, in doubt (page 4, section 2).
        """
        lease, at = self._lease(submission_id, lease_s), self._clock.now()
        with self._writing() as connection:
            now = self._now(connection)
            row = connection.execute(BY_ID, {"id": submission_id}).one_or_none()
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
        tell: Sequence[str] = (),
        lane_tried_s: float = 0.0,
        **values: Any,
    ) -> Submission:
        """As `Lease.change` and `Lease.release`."""
        at = self._clock.now()
        with self._writing() as connection:
            row = connection.execute(LEASED, {"id": lease.submission_id, "owner": lease.owner}).one_or_none()
            after = values.get("state")
            if row is None or (after is State.ABANDONED and self._is_promised(row) and not tell):
                raise LeaseLost
            if self._is_claimed(connection, row, values.get("agentos_id")):
                raise Claimed
            if not keep:
                values |= {"lease_owner": None, "lease_until": None}
            changed = self._write(connection, row, at, values)
            self._tell(connection, row, tell)
            if lane_tried_s:
                later = (table.c.agency == row.agency, table.c.lane == row.lane, table.c.number > row.number)
                tried = {"tried_s": table.c.tried_s + lane_tried_s}
                connection.execute(update(table).where(*later, table.c.state == State.WAITING).values(tried))
            if also is not None:
                also(connection)
        return submission_of(changed)

    def release_later(self, lease: Lease, **values: Any) -> None:
        """Change a row and give its lease back with the next change that this ledger makes: the database just failed.

        If the process dies before that, the lease runs out, and what the row then says is looked into. A row whose
        lease was lost is confirmed if `values` has its `agentos_id`, as by `confirm_late`.
        """
        self._unreleased[lease.submission_id, lease.owner] = values

    def confirm_late(self, lease: Lease, **values: Any) -> Submission:
        """Confirm a submission that AgentOS accepted for a sender that lost the row; `values` has its `agentos_id`.

        Another process that works on the row loses it: it might send it again. Raises `LeaseLost` if the row has ended,
        or the record is another submission's. If it is confirmed as another record, a notice of a twin is made due.
        """
        with self._writing() as connection:
            row = self._confirm_late(connection, lease.submission_id, values)
        if row is None:
            raise LeaseLost
        return submission_of(row)

    def promise(self, submission_id: str) -> Submission:
        """Note that an open row will be delivered when it can be; the row, whatever has become of it."""
        promised = (table.c.id == submission_id, table.c.state.in_(OPEN))
        with self._database.write() as connection:
            connection.execute(update(table).where(*promised).values(promised=True))
            return submission_of(connection.execute(BY_ID, {"id": submission_id}).one())

    def prove(
        self,
        agency: str,
        kind: SubmissionKind,
        kept: frozenset[str],
        lag_s: float,
        *,
        altered: frozenset[str] = frozenset(),
    ) -> None:
        """Note that the portal recognised a record of its own. The rest is as in `Proof.renewed`."""
        with self._database.write() as connection:
            now = self._steady.seconds(connection)
            row = connection.execute(PROOF, {"agency": agency, "kind": kind}).one_or_none()
            known = proof_of(row) if row is not None else Proof()
            proof = known.renewed(now, kept, altered, lag_s)
            values = {"proven_at": now, "kept": msgspec.json.encode(sorted(proof.kept)), "lag_s": proof.lag_s}
            self._put_proof(connection, agency, kind, values)

    def disprove(self, agency: str, kind: SubmissionKind) -> None:
        """Note that the portal did not recognise a record that is its own."""
        with self._database.write() as connection:
            values = {"proven_at": None, "failed_at": self._steady.seconds(connection)}
            self._put_proof(connection, agency, kind, values)

    # afterwards ---------------------------------------------------------------------------------------------------

    def hurry(self, submission_id: str) -> None:
        """Make a row due now, without the pauses of earlier turns and looks."""
        with self._database.write() as connection:
            due = {"next_at": self._steady.seconds(connection), "tries": 0, "looked_at": None}
            connection.execute(update(table).where(table.c.id == submission_id).values(due))

    def wake(self, agency: str) -> None:
        """Make all rows due that pause until they are sent: AgentOS answers again."""
        resting = (table.c.agency == agency, table.c.state == State.WAITING, table.c.tries > 0)
        with self._database.write() as connection:
            connection.execute(update(table).where(*resting).values(next_at=self._steady.seconds(connection)))

    def forget(self, before: datetime) -> int:
        """Delete rows that ended before then, and their notices; returns how many."""
        ended = (table.c.updated_at < before.isoformat(), table.c.state.not_in((*OPEN, State.REVIEW)))
        with self._database.write() as connection:
            old = select(table.c.id).where(*ended)
            connection.execute(delete(notices).where(notices.c.submission_id.in_(old)))
            return connection.execute(delete(table).where(*ended)).rowcount

    def forget_answers(self, before: datetime) -> None:
        """Forget how jobs were shown whose completion ended before then: tenants' numbers are not kept for long.

        A repeat of such a completion is shown the job as it is by then.
        """
        ended = (table.c.kind == SubmissionKind.COMPLETION, table.c.updated_at < before.isoformat())
        with self._database.write() as connection:
            connection.execute(update(table).where(*ended, table.c.result.is_not(None)).values(result=None))

    # details --------------------------------------------------------------------------------------------------------

    def _lease(self, submission_id: str, lease_s: float) -> Lease:
        """Its end is taken before the database's clock is read, so that it never lies behind the row's."""
        return Lease(submission_id, secrets.token_hex(8), LeaseEnd.after(self._clock, lease_s), self)

    def _write(self, connection: Connection, row: Any, at: datetime, values: dict[str, Any]) -> Any:
        """Change a row; return it as it is then."""
        after = values.get("state")
        if after is not None and after != row.state:
            check_move(State(row.state), after)
            # An attempt that found no connection is one more turn in vain.
            values = values | {"updated_at": at.isoformat()}
            if after not in (State.SENDING, State.WAITING):
                values = {"tries": 0} | values
            if after in (State.ABANDONED, State.EXPIRED):
                values["key"] = None
            if after.is_final:
                values = {"next_at": None, **values}
            self._outdate(connection, row.kind, row.agency, row.contractor_id)
        if isinstance(baseline := values.get("baseline"), frozenset):
            values["baseline"] = msgspec.json.encode(sorted(baseline))
        columns = {COLUMNS.get(name, name): value for name, value in values.items()}
        return connection.execute(UPDATE, {"row_id": row.id, **columns}).one() if columns else row

    def _is_promised(self, row: Any) -> bool:
        return bool(row.state == State.WAITING and row.promised and row.content is not None)

    def _now(self, connection: Connection) -> float:
        """Now. After a reboot or a step of the database's clock, leases and the times of doubts start anew.

        No process outlives a reboot, so each looks once. On SQLite all times of an earlier boot mean nothing then. On
        PostgreSQL they do, unless its clock was set while the machine was down: nobody can tell.
        """
        if self._knows_epoch:
            return self._steady.seconds(connection)
        reading = self._steady.compare(connection)
        epoch, mine = int(reading.epoch[:15], 16), counters.c.name == EPOCH
        known = connection.scalar(select(counters.c.value).where(mine))
        if known != epoch:
            if known is not None:
                self._start_leases_and_doubts_anew(connection, reading.now)
                if not reading.keeps_times:
                    self._start_other_times_anew(connection, reading.now)
            row = upsert(connection.dialect.name, counters).values(name=EPOCH, value=epoch)
            connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": epoch}))
        self._knows_epoch = True
        return reading.now

    def _start_leases_and_doubts_anew(self, connection: Connection, now: float) -> None:
        lease_until = now + self.times.lease_s
        connection.execute(update(table).where(table.c.lease_until.is_not(None)).values(lease_until=lease_until))
        # An attempt whose absence was shown is over. A completion in doubt holds later ones even if it has ended.
        holds = and_(table.c.kind == SubmissionKind.COMPLETION, in_doubt(table))
        doubtful = or_(and_(table.c.next_at.is_not(None), table.c.absences < ABSENCES), holds)
        again = {"ended_at": now, "absences": 0, "absent_at": None, "looked_at": None}
        connection.execute(update(table).where(table.c.ended_at.is_not(None), doubtful).values(again))

    def _start_other_times_anew(self, connection: Connection, now: float) -> None:
        for due in (table, notices):
            connection.execute(update(due).where(due.c.next_at.is_not(None)).values(next_at=now))
        connection.execute(update(table).where(table.c.refused_at.is_not(None)).values(refused_at=now))
        connection.execute(update(table).where(table.c.next_at.is_not(None)).values(attempted_at=now))
        one_more_day = now - PROOF_HOLDS_S + PROOF_AGAIN_S  # for nobody knows how old a proof is
        connection.execute(update(proofs).where(proofs.c.proven_at.is_not(None)).values(proven_at=one_more_day))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """As `Database.write`; gives back the leases that a failing database kept from being given back."""
        unreleased = dict(self._unreleased)
        with self._database.write() as connection:
            for (submission_id, owner), values in unreleased.items():
                row = connection.execute(LEASED, {"id": submission_id, "owner": owner}).one_or_none()
                if row is None and values.get("agentos_id"):
                    self._confirm_late(connection, submission_id, values)
                elif row is not None:
                    if self._is_claimed(connection, row, values.get("agentos_id")):
                        values = values | {"agentos_id": None}
                    released = values | {"lease_owner": None, "lease_until": None}
                    self._write(connection, row, self._clock.now(), released)
            yield connection
        for one in unreleased:
            self._unreleased.pop(one, None)

    def _confirm_late(self, connection: Connection, submission_id: str, values: dict[str, Any]) -> Any:
        row = connection.execute(BY_ID, {"id": submission_id}).one_or_none()
        if row is None or self._is_claimed(connection, row, values["agentos_id"]):
            return None
        if row.state in (*OPEN, State.REVIEW):
            late = {"lease_owner": None, "lease_until": None, "next_at": self._steady.seconds(connection)}
            return self._write(connection, row, self._clock.now(), values | late)
        if submission_of(row).is_confirmed_as_other_than(values["agentos_id"]):
            self._tell(connection, row, ("twin",))
        return None

    def _tell(self, connection: Connection, row: Any, kinds: Sequence[str]) -> None:
        """Each kind of notice once for a row."""
        now = self._steady.seconds(connection)
        for kind in kinds:
            told = (notices.c.submission_id == row.id, notices.c.kind == kind)
            if not connection.scalar(select(exists().where(*told))):
                due = {"submission_id": row.id, "agency": row.agency, "kind": kind, "next_at": now}
                connection.execute(insert(notices).values(due))

    def _put_proof(self, connection: Connection, agency: str, kind: SubmissionKind, values: dict[str, Any]) -> None:
        connection.execute(
            upsert(connection.dialect.name, proofs)
            .values({"agency": agency, "kind": kind, "kept": b"[]", "lag_s": 0.0} | values)
            .on_conflict_do_update(index_elements=["agency", "kind"], set_=values)
        )

    def _outdate(self, connection: Connection, kind: str, agency: str, contractor_id: str) -> None:
        """Invoices on their way stand in the list of invoices."""
        if kind == SubmissionKind.INVOICE:
            outdate(connection, agency, [contractor_id])

    def _is_claimed(self, connection: Connection, row: Any, agentos_id: str | None) -> bool:
        if agentos_id is None:
            return False
        claim = {"agency": row.agency, "kind": row.kind, "row_id": row.id, "agentos_id": agentos_id}
        return bool(connection.scalar(IS_CLAIMED, claim))
