"""The rows of a history's ledgers: in memory, or on one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection, delete, select

from app.audit.audit import Audit
from app.domain.submission import State, Submission
from app.ledger.lease import Times
from app.ledger.ledger import Ledger
from app.ledger.queries import submission_of
from app.store.engine import Database
from app.store.tables import audit_entries, database_clock, host_clocks, mails, metadata, proofs, submissions
from tests.simulation.memory_ledger import MemoryLedger, MemoryStore, as_submission
from tests.simulation.plan import SETTLE_S
from tests.simulation.portal_parts import UPLOAD_TIMEOUT_S
from tests.simulation.world import DatabaseClock, Process, World, stepping

TIMES = Times(settle_s=SETTLE_S, upload_timeout_s=UPLOAD_TIMEOUT_S)

SteppingMemoryLedger = stepping(MemoryLedger)
SteppingLedger = stepping(Ledger)


class InMemory:
    """The ledgers of a history, in memory."""

    def begin(self, world: World, *, has_clock_of_its_own: bool = False) -> None:
        """Start without rows. The clock of a ledger in memory never steps."""
        self._store = MemoryStore()
        self._clock = DatabaseClock(world)

    def ledger(self, process: Process, documents: Any) -> Any:
        """Return the ledger of a process."""
        return SteppingMemoryLedger(self._store, process, documents, TIMES, self._clock.boot)

    def rows(self) -> list[Submission]:
        """Return all rows."""
        return [as_submission(row) for row in self._store.rows.values()]

    def is_sending(self, submission_id: str) -> bool:
        """Return whether a row is being sent."""
        row = self._store.rows.get(submission_id)
        return row is not None and row["state"] is State.SENDING

    def due(self) -> list[tuple[float, float | None]]:
        """Return for each row when it is due, and the end of its lease."""
        return [(row["next_at"], row["lease_until"]) for row in self._store.rows.values() if row["next_at"] is not None]

    def notices(self) -> set[tuple[str, str]]:
        """Return the notices: submission and kind."""
        return set(self._store.notices)


class OnDatabase:
    """The ledgers of a history on one SQLite file. Each history begins with empty tables."""

    def __init__(self, folder: Path) -> None:
        self._moving = _MovingClock()
        (folder / "simulation.sqlite3").touch()
        self._database = _SteppingDatabase(f"sqlite:///{folder / 'simulation.sqlite3'}", self._moving)  # type: ignore[arg-type]
        self._database.moving = self._moving
        with self._database.write() as connection:
            metadata.create_all(connection)
        self._looker = sqlite3.connect(folder / "simulation.sqlite3", isolation_level=None)

    def begin(self, world: World, *, has_clock_of_its_own: bool = False) -> None:
        """Start without rows. With its own clock, the database measures time as PostgreSQL does."""
        self._moving.clock = DatabaseClock(world)
        self._database.is_server = has_clock_of_its_own
        with self._database.write() as connection:
            for table in (submissions, mails, proofs, host_clocks, database_clock, audit_entries):
                connection.execute(delete(table))

    def ledger(self, process: Process, documents: Any) -> Any:
        """Return the ledger of a process."""
        return SteppingLedger(self._database, process, documents, TIMES, Audit(""))

    def rows(self) -> list[Submission]:
        """Return all rows."""
        with self._database.read() as connection:
            rows = connection.execute(select(submissions).order_by(submissions.c.number)).all()
        return [submission_of(row) for row in rows]

    def is_sending(self, submission_id: str) -> bool:
        """Return whether a row is being sent."""
        states = self._looker.execute("SELECT state FROM submissions WHERE id = ?", (submission_id,)).fetchall()
        return states == [("sending",)]

    def due(self) -> list[tuple[float, float | None]]:
        """Return for each row when it is due, and the end of its lease."""
        rows = self._looker.execute("SELECT next_at, lease_until FROM submissions WHERE next_at IS NOT NULL")
        return list(rows)

    def notices(self) -> set[tuple[str, str]]:
        """Return the notices: submission and kind."""
        with self._database.read() as connection:
            return {(row.submission_id, row.kind) for row in connection.execute(select(mails))}


class _SteppingDatabase(Database):
    """A database whose clock may step. The machine's boot clock does not."""

    moving: _MovingClock

    def seconds(self, connection: Connection) -> float:
        """Return the time of the database's clock."""
        return self.moving.boot() + self.moving.clock.offset_s


class _MovingClock:
    """The database's clock in the current history."""

    clock: DatabaseClock

    def __getattr__(self, name: str) -> Any:
        return getattr(self.clock, name)


@contextmanager
def without_logging() -> Iterator[None]:
    """Log nothing meanwhile."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=_Silent)
    try:
        yield
    finally:
        structlog.configure(**before)


class _Silent:
    """A logger that drops everything."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def info(self, *args: Any, **kwargs: Any) -> None:
        pass

    bind = debug = warning = error = exception = critical = info


Tables = InMemory | OnDatabase
