"""Rests of single operations that AgentOS forbids (403) while it serves others, shared by all processes."""

from sqlalchemy import bindparam, delete, select

from app.domain.slots import LONGEST_HOLD_S, ROUNDING_S
from app.store.engine import Database, upsert
from app.store.steady_clock import SteadyClock
from app.store.tables import operation_rests as table

LONGEST_REST_S = 1_800.0

REST = select(table).where(table.c.operation_id == bindparam("operation_id"))


class OperationRestStore:
    """Rests by the steady clock, the first for `first_s` seconds. Every method is one short transaction."""

    def __init__(self, database: Database, first_s: float) -> None:
        self._database = database
        self._first_s = first_s
        self._clock = SteadyClock(database)

    def begin(self, operation_id: str, trial_s: float) -> tuple[float, bool]:
        """Return for how many seconds the operation must not be called, and whether this call is its trial.

        After a rest, one call is let through. If it has not ended the rest after `trial_s` seconds, another call is.
        """
        name = {"operation_id": operation_id}
        with self._database.read() as connection:  # most operations never rest
            if connection.execute(REST, name).first() is None:
                return 0.0, False
        with self._database.write() as connection:
            row = connection.execute(REST, name).first()
            now = self._clock.seconds(connection)
            if row is None:
                return 0.0, False
            # An end further ahead than any rest or trial was written before the machine restarted.
            if 0 < row.until - now <= max(row.rest_s, LONGEST_HOLD_S) + ROUNDING_S:
                return row.until - now, False
            trial_ends = now + min(trial_s, LONGEST_HOLD_S)
            connection.execute(table.update().where(table.c.operation_id == operation_id).values(until=trial_ends))
            return 0.0, True

    def rest(self, operation_id: str, *, is_trial: bool, most_s: float = LONGEST_REST_S) -> float:
        """Let the operation rest from now, twice as long as before, `most_s` at most; return the seconds.

        A call that began before the rest does not prolong it.
        """
        with self._database.write() as connection:
            row = connection.execute(REST, {"operation_id": operation_id}).first()
            now = self._clock.seconds(connection)
            if row is not None and not is_trial and 0 < row.until - now <= row.rest_s + ROUNDING_S:
                return float(row.until - now)
            rest_s = self._first_s if row is None else max(row.rest_s, min(row.rest_s * 2, most_s))
            values = {"until": now + rest_s, "rest_s": rest_s}
            rest = upsert(connection.dialect.name, table).values(operation_id=operation_id, **values)
            connection.execute(rest.on_conflict_do_update(index_elements=[table.c.operation_id], set_=values))
            return rest_s

    def end(self, operation_id: str) -> None:
        """End the rest, because the trial succeeded."""
        with self._database.write() as connection:
            connection.execute(delete(table).where(table.c.operation_id == operation_id))
