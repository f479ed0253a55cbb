"""The steady clock: one clock for all processes that share a database. Steps of the database's clock do not move it.

PostgreSQL's clock is a wall clock: an administrator or NTP may set it. A boot clock never steps, but each machine has
its own. So each machine counts by its boot clock, and relates it to the database's clock at its first comparison.
On SQLite, the database's clock is the boot clock.
"""

import secrets
from typing import Any, NamedTuple

import structlog
from sqlalchemy import Connection, bindparam, delete, select, true, update

from app.store.engine import Database, put_row
from app.store.tables import database_clock, host_clocks

STEP_S = 2.0
"""A change of so many seconds between database and boot clock is a step (page 4 of the specification, section 5)."""
DRIFT_S = 0.1
"""A smaller change, in seconds, which is recorded for machines that join later."""

HOST = (
    select(host_clocks.c.offset, database_clock.c.lead, database_clock.c.epoch)
    .select_from(host_clocks.join(database_clock, true()))
    .where(host_clocks.c.boot_id == bindparam("boot_id"))
)

log = structlog.get_logger("store")


class Reading(NamedTuple):
    """A reading of the steady clock, in seconds.

    `epoch` changes with each sign of a step: store it beside a time, and replace that time if the epoch has changed. If
    `keeps_times` is False, times of an earlier epoch are meaningless.
    """

    now: float
    epoch: str
    keeps_times: bool


class SteadyClock:
    """The clock of one process. All processes of one database see the same `now` and the same epoch."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = database.clock

    def seconds(self, connection: Connection) -> float:
        """Return the time, within any transaction. Only `compare` notices steps."""
        if not self._database.is_server:
            return self._clock.boot()
        if host := self._host(connection):
            return float(self._clock.boot() + host.offset)
        return self._database.seconds(connection) - _lead(connection)

    def compare(self, connection: Connection) -> Reading:
        """Return the time, and compare the database's clock with this machine's. This needs a write transaction.

        A new epoch begins with a machine's first comparison since its boot, and if the database's clock has moved by
        `STEP_S` or more since the last comparison by any machine.
        """
        before = self._clock.boot()
        seconds = self._database.seconds(connection)
        boot = self._clock.boot()
        host = self._host(connection) or self._join(connection, seconds - boot)
        # After a delay, the database's time may be from any moment between the two times of the boot clock.
        least, most = seconds - boot - host.offset, seconds - before - host.offset
        lead = min(max(host.lead, least), most)
        epoch = host.epoch
        if abs(lead - host.lead) >= STEP_S:
            # A machine that joined after the step has a wrong offset, so all others join again.
            connection.execute(delete(host_clocks).where(host_clocks.c.boot_id != self._clock.boot_id()))
            log.warning("clock_stepped", seconds=round(lead - host.lead, 3))
            epoch = _begin_epoch(connection, lead)
        elif abs(lead - host.lead) >= DRIFT_S:
            connection.execute(update(database_clock).values(lead=lead))
        return Reading(boot + host.offset, epoch, keeps_times=self._database.is_server)

    def _host(self, connection: Connection) -> Any:
        """Return the row of this machine, if it has joined since its boot, with the state that all machines share."""
        return connection.execute(HOST, {"boot_id": self._clock.boot_id()}).first()

    def _join(self, connection: Connection, ahead_s: float) -> Any:
        """Add this machine after its boot, and return its row. The database's clock is `ahead_s` ahead of its own."""
        lead = _lead(connection)
        offset = ahead_s - lead
        if not self._database.is_server:  # the file's only machine has restarted
            connection.execute(delete(host_clocks))
        put_row(connection, host_clocks, {"boot_id": self._clock.boot_id()}, {"offset": offset})
        _begin_epoch(connection, lead)
        return self._host(connection)


def _lead(connection: Connection) -> float:
    """Return by how many seconds the database's clock was ahead of the steady clock at the last comparison."""
    return connection.scalar(select(database_clock.c.lead)) or 0.0


def _begin_epoch(connection: Connection, lead: float) -> str:
    epoch = secrets.token_hex(8)
    put_row(connection, database_clock, {"id": 1}, {"lead": lead, "epoch": epoch})
    return epoch
