"""The ledger after a restore: submissions may have been sent after the backup, although their rows do not say so."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, select, update

from app.audit.audit import Audit, Event
from app.domain.attempt import AttemptResult
from app.domain.clock import from_text, to_text
from app.domain.delivery import DAY_S, RESENDS, after_attempt
from app.domain.recognition import Backup
from app.domain.submission import OPEN, State, Submission, SubmissionKind
from app.ledger.queries import CHANGE, IDS, columns_of, submission_of
from app.ledger.reboots import restart_times
from app.store.engine import put_row
from app.store.heartbeat import ALIVE_S
from app.store.tables import lists_at_backup, restores
from app.store.tables import submissions as table

WATCHED_S = 7 * DAY_S
"""The time after a restore in which the portal expects repeats of submissions whose rows were lost.

Only the time in which a worker is alive counts, because a wrong wall clock must not shorten it.
"""
UNKNOWN_TIME = datetime.fromtimestamp(0, UTC)
"""The time of a backup whose clock was ahead, earlier than any record."""
BACKED_UP_AT = select(restores.c.backed_up_at).where(ALIVE_S < WATCHED_S)
"""The time of the backup of a restore within `WATCHED_S`."""


def is_watching(connection: Connection) -> bool:
    """Return True within `WATCHED_S` of a restore."""
    return connection.scalar(BACKED_UP_AT) is not None


def last_backup(connection: Connection, row: Submission) -> Backup | None:
    """Return the backup that was restored within `WATCHED_S`, with its knowledge of a submission's list; or None."""
    made_at = connection.scalar(BACKED_UP_AT)
    if made_at is None:
        return None
    scope = (row.contractor_id if row.kind is SubmissionKind.INVOICE else row.job_id) or ""
    of_list = (
        lists_at_backup.c.agency == row.agency,
        lists_at_backup.c.kind == row.kind,
        lists_at_backup.c.scope == scope,
    )
    known = connection.scalar(select(lists_at_backup.c.known).where(*of_list))
    return Backup(made_at=from_text(made_at), known=None if known is None else frozenset(IDS.decode(known)))


def forget_old_restore(connection: Connection) -> None:
    """Delete the last restore and its lists, if it was more than `WATCHED_S` ago."""
    if connection.execute(delete(restores).where(ALIVE_S >= WATCHED_S)).rowcount:
        connection.execute(delete(lists_at_backup))


def record_restore(connection: Connection, backed_up_at: datetime, now: datetime) -> None:
    """Record the restore of a backup, after its rows were restored.

    If the backup itself was made within `WATCHED_S` of a restore, the earlier backup stays: submissions that were lost
    then may be repeated still. If the time of the backup is later than `now`, a clock was wrong, so every record may be
    newer than the backup.
    """
    earlier = connection.scalar(select(restores.c.backed_up_at))
    made_at = from_text(earlier) if earlier else backed_up_at
    put_row(connection, restores, {"id": 1}, {"backed_up_at": to_text(made_at if made_at <= now else UNKNOWN_TIME)})


def restart_after_restore(connection: Connection, seconds: float) -> None:
    """Let all times of the ledger begin at `seconds` of the steady clock, and end the leases of former processes."""
    connection.execute(update(table).values(lease_owner=None, lease_until=None))
    ended = {"ended_at": seconds, "absences": 0, "absent_at": None, "looked_at": None}
    connection.execute(update(table).where(table.c.ended_at.is_not(None)).values(ended))
    restart_times(connection, seconds)


def doubt_open_submissions(connection: Connection, audit: Audit, now: datetime, seconds: float) -> int:
    """Treat each open submission as if an attempt had ended in doubt at `seconds` of the steady clock. Return how many.

    A submission that had no attempt gets the list at the backup as its baseline, if the portal knew that list. If the
    portal had not promised to go on, the sender was perhaps told that it was not sent or not accepted. So it is never
    sent: if the portal does not find it in AgentOS, people decide.
    """
    rows = connection.execute(select(table).where(table.c.state.in_(OPEN)).order_by(table.c.number)).all()
    for row in rows:
        submission = submission_of(row)
        changes = after_attempt(submission, AttemptResult.IN_DOUBT, None, seconds)
        changes |= {"attempts": submission.attempts + 1, "tries": 0, "next_at": seconds}
        is_first = submission.state is State.WAITING and submission.ended_at is None and submission.baseline is None
        if not submission.promised and (submission.doubts == 0 or submission.state is not State.UNCONFIRMED):
            changes["doubts"] = RESENDS[submission.kind] + 1  # as if it had been sent as often as allowed
        if is_first and submission.content is not None:
            backup = last_backup(connection, submission)
            changes["baseline"] = backup.known if backup else None
        connection.execute(CHANGE, {"row_id": row.id, **columns_of(changes), "updated_at": to_text(now)})
        audit.record(
            connection,
            Event(changes["state"]),
            at=to_text(now),
            email=row.email,
            client=None,
            account=(row.agency, row.contractor_id),
            detail=f"{row.kind} for {row.lane}, restored",
            submission_id=row.id,
        )
    return len(rows)
