"""The stored pauses of operations (`app.domain.operation_pause`), which all processes share."""

from __future__ import annotations

from typing import Any

import msgspec
import structlog
from sqlalchemy import Connection, bindparam, delete, select

from app.domain.attempt import AttemptResult
from app.domain.operation_pause import NO_PAUSE, OperationPause
from app.domain.submission import Submission, SubmissionKind
from app.ledger import queries
from app.ledger.lease import OperationPaused
from app.store.engine import Database, put_row
from app.store.tables import operation_pauses as table
from app.store.worker_tasks import Task, request

PAUSE = select(table).where(table.c.agency == bindparam("agency"), table.c.kind == bindparam("kind"))

log = structlog.get_logger("submissions")


def pause_of(connection: Connection, agency: str, kind: str) -> OperationPause:
    """Return the state of an operation."""
    row = connection.execute(PAUSE, {"agency": agency, "kind": kind}).one_or_none()
    if row is None:
        return NO_PAUSE
    doubtful = frozenset(queries.IDS.decode(row.doubtful))
    return OperationPause(doubtful=doubtful, began_at=row.began_at, trials=row.trials, trial_at=row.trial_at)


def paused_until(connection: Connection, row: Submission, moments: dict[str, float]) -> float | None:
    """Return the time before which a submission must not be sent, because its operation is paused, or None."""
    pause = pause_of(connection, row.agency, row.kind)
    if pause.began_at is None:
        return None
    goes_first = not connection.scalar(queries.ANOTHER_IS_TRIAL, {"id": row.submission_id, **moments})
    return pause.waits_until(moments["now"], is_retry=row.ended_at is not None, goes_first=goes_first)


def begin_attempt(connection: Connection, row: Any, now: float) -> None:
    """Record a trial, if the operation is paused. Raise `OperationPaused` if no trial is due."""
    pause = pause_of(connection, row.agency, row.kind)
    if pause.began_at is None:
        return
    if pause.trial_at > now:
        raise OperationPaused
    _put(connection, row, pause.after_trial_began(now))


def note_attempt(
    database: Database, connection: Connection, row: Any, result: AttemptResult, now: float, rest_s: float | None
) -> None:
    """Record the result of a row's attempt. After a pause, make the waiting rows of the operation due."""
    before = pause_of(connection, row.agency, row.kind)
    after = before.after_attempt(row.id, result, now, rest_s)
    if after == before:
        return
    _put(connection, row, after)
    if before.began_at is None and after.began_at is not None:
        log.warning("operation_paused", agency=row.agency, kind=row.kind, seconds=after.trial_at - now)
    if before.began_at is not None and after.began_at is None:
        log.info("operation_resumed", agency=row.agency, kind=row.kind, seconds=now - before.began_at)
        connection.execute(queries.MAKE_WAITING_DUE, {"of_agency": row.agency, "of_kind": row.kind, "now": now})
        request(database, connection, row.agency, Task.DELIVERY)


def paused_kinds(database: Database, agency: str) -> frozenset[SubmissionKind]:
    """Return the kinds of submissions that are paused."""
    paused = select(table.c.kind).where(table.c.agency == agency, table.c.began_at.is_not(None))
    with database.read() as connection:
        return frozenset(SubmissionKind(kind) for kind in connection.scalars(paused))


def _put(connection: Connection, row: Any, pause: OperationPause) -> None:
    key = {"agency": row.agency, "kind": row.kind}
    if pause == NO_PAUSE:
        connection.execute(delete(table).where(table.c.agency == row.agency, table.c.kind == row.kind))
        return
    doubtful = msgspec.json.encode(sorted(pause.doubtful))
    values = {"began_at": pause.began_at, "trials": pause.trials, "trial_at": pause.trial_at}
    put_row(connection, table, key, {"doubtful": doubtful, **values})
