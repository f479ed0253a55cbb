"""The ledger's times after a reboot or a step of the database's clock."""

from __future__ import annotations

from sqlalchemy import Connection, and_, delete, or_, select, update

from app.domain.delivery import PROOF_AGAIN_S, PROOF_HOLDS_S
from app.domain.submission import ABSENCES, SubmissionKind
from app.ledger.queries import in_doubt
from app.store.engine import Database, put_row
from app.store.steady_clock import Reading
from app.store.tables import counters, mails, operation_pauses, proofs
from app.store.tables import submissions as table
from app.store.worker_tasks import ALL_AGENCIES, Task, request

EPOCH = "ledger epoch"
"""The name of the counter that stores in which epoch of the steady clock the ledger's times were written."""
KNOWN_EPOCH = select(counters.c.value).where(counters.c.name == EPOCH)


def restart_after_reboot(database: Database, connection: Connection, reading: Reading, lease_s: float) -> None:
    """After a reboot or a step of the database's clock, restart leases and times of doubts.

    No process outlives a reboot, so each process calls this once. On SQLite, times of an earlier boot are meaningless.
    On PostgreSQL they stay valid, unless its clock was set while the machine was down: the portal cannot know.
    `lease_s`: the longest lease.
    """
    epoch = int(reading.epoch[:15], 16)
    known_epoch = connection.scalar(KNOWN_EPOCH)
    if known_epoch is not None and known_epoch != epoch:
        _restart_leases_and_doubts(connection, reading.now, lease_s)
        if not reading.keeps_times:
            restart_times(connection, reading.now)
            # The task may have run before, and have found no due mail.
            request(database, connection, ALL_AGENCIES, Task.MAILS)
    put_row(connection, counters, {"name": EPOCH}, {"value": epoch})


def _restart_leases_and_doubts(connection: Connection, now: float, lease_s: float) -> None:
    leased = update(table).where(table.c.lease_until.is_not(None))
    connection.execute(leased.values(lease_until=now + lease_s))
    # If absence was shown, the attempt is over. A completion in doubt blocks later ones even if it has ended.
    holds = and_(table.c.kind == SubmissionKind.COMPLETION, in_doubt(table))
    doubtful = or_(and_(table.c.next_at.is_not(None), table.c.absences < ABSENCES), holds)
    again = {"ended_at": now, "absences": 0, "absent_at": None, "looked_at": None}
    connection.execute(update(table).where(table.c.ended_at.is_not(None), doubtful).values(again))


def restart_times(connection: Connection, now: float) -> None:
    """Let times of another clock begin again now: that of an earlier boot, or of another machine."""
    for due in (table, mails):
        connection.execute(update(due).where(due.c.next_at.is_not(None)).values(next_at=now))
    connection.execute(update(table).where(table.c.refused_at.is_not(None)).values(refused_at=now))
    connection.execute(update(table).where(table.c.next_at.is_not(None)).values(attempted_at=now))
    one_more_day = now - PROOF_HOLDS_S + PROOF_AGAIN_S  # because the proof's age is unknown
    connection.execute(update(proofs).where(proofs.c.proven_at.is_not(None)).values(proven_at=one_more_day))
    connection.execute(delete(operation_pauses))
