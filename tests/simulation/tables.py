"""The rows of a history's ledgers, on one SQLite file."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection, Table, create_mock_engine, delete, insert, select

from app.audit.audit import Audit
from app.domain.submission import Submission
from app.ledger import restores
from app.ledger.lease import Times
from app.ledger.ledger import Ledger
from app.ledger.queries import submission_of
from app.store.engine import Database
from app.store.steady_clock import SteadyClock
from app.store.tables import (
    audit_entries,
    counters,
    database_clock,
    host_clocks,
    lists_at_backup,
    mails,
    metadata,
    operation_pauses,
    proofs,
    submissions,
)
from app.store.tables import restores as table_of_restores
from tests.simulation.plan import SETTLE_S
from tests.simulation.portal_parts import UPLOAD_TIMEOUT_S
from tests.simulation.quick_database import QuickDatabase
from tests.simulation.world import Process, World, stepping

TIMES = Times(settle_s=SETTLE_S, upload_timeout_s=UPLOAD_TIMEOUT_S)

KEPT = (submissions, mails, proofs, table_of_restores, lists_at_backup)
"""The tables of a backup that this simulation fills."""
ANEW = (operation_pauses, host_clocks, database_clock)
"""The tables that begin anew after a restore."""
ROWS = select(submissions).order_by(submissions.c.number)
OPEN_ROWS = """
    SELECT id, lane, kind, state, attempts, looks, absences, doubts, refusals, last_result, ended_at,
        lease_owner, lease_until,
        (SELECT began_at FROM operation_pauses WHERE kind = submissions.kind) AS paused_at,
        (SELECT lag_s FROM proofs WHERE kind = submissions.kind) AS lag_s
    FROM submissions
    WHERE state IN ('waiting', 'sending', 'unconfirmed') OR (kind = 'completion' AND ended_at > ?)
    ORDER BY number
"""
SteppingLedger = stepping(Ledger)


@dataclass(frozen=True, slots=True)
class Backup:
    """The rows of a backup, by their table."""

    made_at: datetime
    rows: dict[Table, list[dict[str, Any]]]


class Tables:
    """The ledgers of a history in SQLite. Each history begins with empty tables.

    `folder`: for SQLAlchemy's own execution on a file. Without it, the database is in memory, and quick.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._clock = Process(World(), "database")
        if folder is None:
            quick = _QuickDatabase(self._clock)
            self.database, self._looker = quick, quick.driver
            metadata.create_all(create_mock_engine("sqlite://", quick.define), checkfirst=False)
            return
        file = folder / "simulation.sqlite3"
        file.touch()
        self.database = _FileDatabase(f"sqlite:///{file}", self._clock)
        with self.database.write() as connection:
            metadata.create_all(connection)
        self._looker = sqlite3.connect(file, isolation_level=None)

    def begin(self, world: World, *, has_clock_of_its_own: bool = False) -> None:
        """Start without rows. With its own clock, the database measures time as PostgreSQL does."""
        self._clock.world = world
        self.database.is_server = has_clock_of_its_own
        self._looker.executescript(
            ";".join(f"DELETE FROM {table.name}" for table in (*KEPT, *ANEW, audit_entries, counters))
        )

    def ledger(self, process: Process, documents: Any) -> Any:
        """Return the ledger of a process."""
        return SteppingLedger(self.database, process, documents, TIMES, Audit(""))

    def rows(self) -> list[Submission]:
        """Return all rows."""
        with self.database.read() as connection:
            rows = connection.execute(ROWS).all()
        return [submission_of(row) for row in rows]

    def back_up(self, lists: list[dict[str, Any]]) -> Backup:
        """Return the rows of a backup. `lists`: the rows of `lists_at_backup`, as the mirror knows them."""
        with self.database.read() as connection:
            rows = {each: [dict(row) for row in connection.execute(select(each)).mappings()] for each in KEPT}
        return Backup(self._clock.now(), {**rows, lists_at_backup: rows[lists_at_backup] or lists})

    def restore(self, backup: Backup) -> None:
        """Restore a backup, as `app.operations.backup` does."""
        with self.database.write() as connection:
            for each in (*KEPT, *ANEW):
                connection.execute(delete(each))
            for each, rows in backup.rows.items():
                if rows:
                    connection.execute(insert(each), rows)
            now, seconds = self._clock.now(), SteadyClock(self.database).compare(connection).now
            restores.record_restore(connection, backup.made_at, now)
            restores.restart_after_restore(connection, seconds)
            restores.doubt_open_submissions(connection, Audit(""), now, seconds)

    def is_sending(self, submission_id: str) -> bool:
        """Return whether a row is being sent."""
        sending = "SELECT 1 FROM submissions WHERE id = ? AND state = 'sending'"
        return self._looker.execute(sending, (submission_id,)).fetchone() is not None

    def sentences(self) -> list[tuple[str, str]]:
        """Return the message of each submission that has one, and the kind of each e-mail about a submission."""
        sentences = "SELECT id, message FROM submissions WHERE message IS NOT NULL"
        return list(self._looker.execute(f"{sentences} UNION ALL SELECT submission_id, kind FROM mails"))

    def due(self) -> list[tuple[float, float | None]]:
        """Return for each row when it is due, and the end of its lease."""
        return list(self._looker.execute("SELECT next_at, lease_until FROM submissions WHERE next_at IS NOT NULL"))

    def open_rows(self, settling_since: float) -> list[sqlite3.Row]:
        """Return the open rows, and completions whose attempt ended later than `settling_since`, as `OPEN_ROWS`."""
        cursor = self._looker.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(OPEN_ROWS, (settling_since,)).fetchall()

    def notices(self) -> set[tuple[str, str]]:
        """Return the notices: submission and kind."""
        return set(self._looker.execute("SELECT submission_id, kind FROM mails"))


class _SteppingClock:
    """The clock of a database, which may step. The machine's boot clock does not."""

    clock: Any

    def seconds(self, connection: Connection) -> float:
        """Return the time of the database's clock."""
        return float(self.clock.boot() + self.clock.world.database_offset_s)


class _QuickDatabase(_SteppingClock, QuickDatabase):
    pass


class _FileDatabase(_SteppingClock, Database):
    pass


@contextmanager
def without_logging() -> Iterator[None]:
    """Log nothing meanwhile: no line of the portal is critical."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        yield
    finally:
        structlog.configure(**before)
