"""Every note, completion and invoice as a row, on the disk before a byte of it goes out.

Whoever works on a row holds it by a lease, and every change but the first is fenced by that: who has lost it changes
nothing. How rows move is `app.domain.submission.MOVES`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, exists, insert, select, update

from app.domain.clock import Clock
from app.domain.slots import ROUNDING_S
from app.domain.submission import OPEN, State, Submission, SubmissionKind, check_move
from app.mirror.outdating import outdate
from app.mirror.rows import next_number
from app.store.engine import Database
from app.store.tables import submissions as table
from app.submissions.documents import Documents
from app.submissions.repeats import NewSubmission, Wish, repeat_of
from app.submissions.rows import Rows, Times, ahead, submission_of


class HoldLost(Exception):
    """Somebody else works on the row, or has promised what was to be given up; nothing was changed."""


class Claimed(Exception):
    """What was found in AgentOS is another submission's; nothing was changed."""


@dataclass(frozen=True)
class Wait:
    """Nothing can be done about a row now; for `seconds`, as far as that is known.

    `held`: somebody works on it. `blocked`: what was accepted before it comes first. Else AgentOS may yet act on it.
    """

    seconds: float = 0.0
    held: bool = False
    blocked: bool = False


@dataclass(frozen=True)
class Hold:
    """The right to work on a row."""

    submission_id: str
    owner: str
    ledger: Ledger

    def move(
        self,
        after: State,
        *,
        quiet_s: float | None = None,
        also: Callable[[Connection], None] | None = None,
        **values: Any,
    ) -> Submission:
        """Take the row to another state; it stays held unless that is an end.

        `quiet_s`: for how long nothing may be done about it. `also` is done in the same transaction. Raises `HoldLost`,
        `ImpossibleMove`, `Claimed`.
        """
        return self.ledger.change(self, after, quiet_s=quiet_s, also=also, **values)

    def note(self, **values: Any) -> Submission:
        """Note something in the row. Raises `HoldLost`."""
        return self.ledger.change(self, None, **values)

    def release(self, *, pause_s: float = 0.0, **values: Any) -> Submission:
        """Give the row back as it is, to be left to its turn for so long. Raises `HoldLost`."""
        return self.ledger.change(self, None, pause_s=pause_s, keep=False, **values)

    def is_blocked(self) -> bool:
        """Whether what was accepted before it must end first."""
        return self.ledger.is_blocked(self.submission_id)


class Ledger(Rows):
    """The rows of `submissions`, and all that changes them."""

    def __init__(self, database: Database, clock: Clock, documents: Documents, times: Times) -> None:
        super().__init__(database, clock, times)
        self.documents = documents

    # accepting ----------------------------------------------------------------------------------------------------

    def repeat(self, new: NewSubmission) -> Submission | None:
        """The earlier submission that this is a repeat of. Raises `Invalid`, `Conflict`."""
        with self._database.read() as connection:
            row = repeat_of(connection, new, self._clock.now())
        return submission_of(row) if row is not None else None

    def accept(
        self, new: NewSubmission, count: Callable[[Connection], None], *, lease_s: float
    ) -> tuple[Submission, Hold | None]:
        """A new row, held by who accepts it; or the one that this is a repeat of, which is not.

        `count` counts what is new, and may refuse it. Nobody is promised anything yet: a row whose holder dies before
        it is sent comes to nothing. Raises `Invalid`, `Conflict`, SQLAlchemyError, and what `count` raises.
        """
        identity, owner, now = uuid4().hex, secrets.token_hex(8), self._clock.now()
        with self._database.write() as connection:
            earlier = repeat_of(connection, new, now)
            if earlier is not None:
                return submission_of(earlier), None
            count(connection)
            new.free_key(connection)
            connection.execute(
                insert(table).values(
                    **new.columns(),
                    id=identity,
                    number=next_number(connection),
                    promised=False,
                    state=State.WAITING,
                    created_at=now.isoformat(),
                    updated_at=now.isoformat(),
                    lease_owner=owner,
                    lease_until=self._database.seconds(connection) + lease_s,
                )
            )
            self._outdate(connection, new.kind, new.agency, new.contractor_id)
            row = connection.execute(select(table).where(table.c.id == identity)).one()
        return submission_of(row), Hold(identity, owner, self)

    def discard(self, hold: Hold) -> bool:
        """Forget a row that came to nothing before anything was done about it, and its document, which goes first.

        False if somebody else works on it by now: nothing was changed.
        """
        bare = (table.c.state == State.WAITING, table.c.promised.is_(False), table.c.attempts == 0)
        mine = (table.c.id == hold.submission_id, table.c.lease_owner == hold.owner, *bare)
        with self._database.write() as connection:
            gone = connection.execute(
                delete(table).where(*mine).returning(table.c.kind, table.c.agency, table.c.contractor_id)
            ).one_or_none()
            if gone is not None:
                self._outdate(connection, *gone)
            elif connection.scalar(select(exists().where(*mine[:1], table.c.state != State.ABANDONED))):
                return False
            self.documents.remove(hold.submission_id)
        return True

    def knows(self, agency: str, contractor_id: str, wish: Wish) -> bool:
        """Whether an earlier request of this contractor's came with that key."""
        same = (table.c.route == wish.route, table.c.key == wish.key)
        theirs = (table.c.agency == agency, table.c.contractor_id == contractor_id)
        with self._database.read() as connection:
            return bool(connection.scalar(select(exists().where(*theirs, *same))))

    # working on a row ---------------------------------------------------------------------------------------------

    def take(self, submission_id: str, *, lease_s: float, in_turn: bool = True) -> Hold | Wait | None:
        """The right to work on a row; or why nobody has it; None where there is nothing (more) to do.

        Not `in_turn`: to do what need not wait for those before it.
        """
        owner, at = secrets.token_hex(8), self._clock.now()
        with self._database.write() as connection:
            row = connection.execute(select(table).where(table.c.id == submission_id)).one_or_none()
            if row is None or State(row.state).is_final:
                return None
            now = self._database.seconds(connection)
            if held_s := ahead(row.lease_until, now, self.times.lease_s):
                return Wait(held_s, held=True)
            quiet_until = row.quiet_until
            if row.state == State.SENDING:
                # Nobody knows what became of what a process was sending that died.
                died_at = row.lease_until if row.lease_until is not None and row.lease_until <= now else now
                quiet_until = died_at + self.times.settle_s
                self._write(connection, row, State.UNCONFIRMED, at, quiet_until=quiet_until)
            elif quiet_until is not None and quiet_until > now + self.times.settle_s + ROUNDING_S:
                quiet_until = now + self.times.settle_s  # the machine has restarted, and its clock with it
                connection.execute(update(table).where(table.c.id == row.id).values(quiet_until=quiet_until))
            if quiet_until is not None and quiet_until > now:
                return Wait(quiet_until - now)
            if in_turn and self._blocks(connection, row, now):
                return Wait(blocked=True)
            lease = {"lease_owner": owner, "lease_until": now + lease_s}
            connection.execute(update(table).where(table.c.id == row.id).values(**lease))
        return Hold(submission_id, owner, self)

    def is_blocked(self, submission_id: str) -> bool:
        """Whether something that was accepted before a row must end first."""
        with self._database.read() as connection:
            row = connection.execute(select(table).where(table.c.id == submission_id)).one()
            return self._blocks(connection, row, self._database.seconds(connection))

    def change(
        self,
        hold: Hold,
        after: State | None,
        *,
        quiet_s: float | None = None,
        pause_s: float | None = None,
        keep: bool = True,
        also: Callable[[Connection], None] | None = None,
        **values: Any,
    ) -> Submission:
        """As `Hold.move`, `Hold.note` and `Hold.release`."""
        at = self._clock.now()
        with self._database.write() as connection:
            mine = (table.c.id == hold.submission_id, table.c.lease_owner == hold.owner)
            row = connection.execute(select(table).where(*mine)).one_or_none()
            kept = row is not None and row.state == State.WAITING and row.promised and row.content is not None
            if row is None or (kept and after is State.ABANDONED):
                raise HoldLost
            if self._is_claimed(connection, row, values.get("agentos_id")):
                raise Claimed
            now = self._database.seconds(connection)
            values |= {"quiet_until": now + quiet_s} if quiet_s is not None else {}
            values |= {"next_at": now + pause_s} if pause_s is not None else {}
            if not keep or (after is not None and after.is_final):
                values |= {"lease_owner": None, "lease_until": None}
            self._write(connection, row, after, at, **values)
            if also is not None:
                also(connection)
            changed = connection.execute(select(table).where(table.c.id == row.id)).one()
        return submission_of(changed)

    def _write(self, connection: Connection, row: Any, after: State | None, at: datetime, **values: Any) -> None:
        if after is not None:
            check_move(State(row.state), after)
            values = {"tries": 0, **values, "state": after, "updated_at": at.isoformat()}
            if after in (State.ABANDONED, State.EXPIRED):
                values["key"] = None
            self._outdate(connection, row.kind, row.agency, row.contractor_id)
        connection.execute(update(table).where(table.c.id == row.id).values(**values))

    def _outdate(self, connection: Connection, kind: str, agency: str, contractor_id: str) -> None:
        """Invoices on their way stand in the list of invoices."""
        if kind == SubmissionKind.INVOICE:
            outdate(connection, agency, [contractor_id])

    def _blocks(self, connection: Connection, row: Any, now: float) -> bool:
        return bool(connection.scalar(select(exists().where(self._goes_before(table, row, now)))))

    def _is_claimed(self, connection: Connection, row: Any, agentos_id: str | None) -> bool:
        other = (
            table.c.agency == row.agency,
            table.c.kind == row.kind,
            table.c.agentos_id == agentos_id,
            table.c.id != row.id,
        )
        return agentos_id is not None and bool(connection.scalar(select(exists().where(*other))))

    def promise(self, submission_id: str) -> Submission:
        """Note that an open row will be delivered when it can be; the row, whatever has become of it."""
        promised = (table.c.id == submission_id, table.c.state.in_(OPEN))
        with self._database.write() as connection:
            connection.execute(update(table).where(*promised).values(promised=True))
            return submission_of(connection.execute(select(table).where(table.c.id == submission_id)).one())

    # afterwards ---------------------------------------------------------------------------------------------------

    def hurry(self, submission_id: str) -> None:
        """Let it be a row's turn now. What AgentOS may yet act on is left alone all the same."""
        with self._database.write() as connection:
            connection.execute(update(table).where(table.c.id == submission_id).values(next_at=None, tries=0))

    def wake(self, agency: str) -> None:
        """Let it be the turn of all that an agency's pauses keep. What AgentOS may yet act on is left alone."""
        resting = (table.c.agency == agency, table.c.state.in_(OPEN), table.c.next_at.is_not(None))
        with self._database.write() as connection:
            connection.execute(update(table).where(*resting).values(next_at=None))

    def forget(self, before: datetime) -> int:
        """Delete rows that ended before then; returns how many."""
        ended = (table.c.updated_at < before.isoformat(), table.c.state.not_in(OPEN))
        with self._database.write() as connection:
            return connection.execute(delete(table).where(*ended)).rowcount

    def forget_answers(self, before: datetime) -> None:
        """Forget how jobs were shown whose completion ended before then: tenants' numbers are not kept for long.

        Who repeats one is shown the job as it is by then.
        """
        ended = (
            table.c.kind == SubmissionKind.COMPLETION,
            table.c.updated_at < before.isoformat(),
            table.c.result.is_not(None),
        )
        with self._database.write() as connection:
            connection.execute(update(table).where(*ended).values(result=None))
