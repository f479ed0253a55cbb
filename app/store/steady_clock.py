"""One clock for every process that shares a database. Steps of the database's own clock do not move it.

PostgreSQL's clock is a wall clock: an administrator or NTP may set it. A boot clock never steps, but each machine has
its own. So each machine counts by its boot clock, and relates it to the database's clock at its first comparison.
On SQLite the two are the same clock.
"""

import secrets
from typing import NamedTuple

import structlog
from sqlalchemy import Connection, bindparam, delete, select, true, update

from app.store.engine import Database, upsert
from app.store.tables import database_clock, host_clocks

STEP_S = 2.0
"""A movement of the database's clock against a boot clock that is a step (page 4, section 5)."""
DRIFT_S = 0.1
"""A smaller movement that is recorded for machines that come later."""

HOST = (
    select(host_clocks.c.offset, database_clock.c.lead, database_clock.c.epoch)
    .select_from(host_clocks.join(database_clock, true()))
    .where(host_clocks.c.boot_id == bindparam("boot_id"))
)

log = structlog.get_logger("store")


class Reading(NamedTuple):
    """A reading of the steady clock.

    `now` is in seconds. `epoch` changes with each sign of a step: store it beside a time, and start the time again if
    the epoch has changed. If `keeps_times` is False, times of an earlier epoch mean nothing.
    """

    now: float
    epoch: str
    keeps_times: bool


class _Host(NamedTuple):
    """A machine's state: `offset` from its boot clock; `lead` and `epoch` are the same on all machines."""

    offset: float
    lead: float
    epoch: str


class SteadyClock:
    """The clock of one process. All processes of one database see the same `now` and the same epoch."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = database.clock

    def seconds(self, connection: Connection) -> float:
        """Return now, within any transaction. Steps are left for `compare` to notice."""
        if not self._database.is_server:
            return self._clock.boot()
        if host := self._host(connection):
            return self._clock.boot() + host.offset
        return self._database.seconds(connection) - _lead(connection)

    def compare(self, connection: Connection) -> Reading:
        """Return now, and compare the database's clock with this machine's. Needs a write transaction.

        A new epoch begins with a machine's first comparison since its boot, and when the database's clock moved by
        `STEP_S` or more since the comparison before, whichever machine made that.
        """
        before = self._clock.boot()
        seconds = self._database.seconds(connection)
        boot = self._clock.boot()
        host = self._host(connection) or self._join(connection, seconds - boot)
        # The process may have been delayed between its two readings; the database was read anywhere in between.
        least, most = seconds - boot - host.offset, seconds - before - host.offset
        lead = min(max(host.lead, least), most)
        epoch = host.epoch
        if abs(lead - host.lead) >= STEP_S:
            epoch = self._step(connection, lead, lead - host.lead)
        elif abs(lead - host.lead) >= DRIFT_S:
            connection.execute(update(database_clock).values(lead=lead))
        return Reading(boot + host.offset, epoch, keeps_times=self._database.is_server)

    def _host(self, connection: Connection) -> _Host | None:
        """Return how this machine counts, if it has joined since its boot."""
        row = connection.execute(HOST, {"boot_id": self._clock.boot_id()}).first()
        return _Host(*row) if row else None

    def _join(self, connection: Connection, ahead_s: float) -> _Host:
        """Add this machine after its boot. The database's clock is `ahead_s` ahead of its boot clock."""
        lead = _lead(connection)
        offset = ahead_s - lead
        if not self._database.is_server:  # the file's only machine has restarted
            connection.execute(delete(host_clocks))
        row = upsert(connection.dialect.name, host_clocks).values(boot_id=self._clock.boot_id(), offset=offset)
        connection.execute(row.on_conflict_do_update(index_elements=["boot_id"], set_={"offset": offset}))
        return _Host(offset, lead, _begin_epoch(connection, lead))

    def _step(self, connection: Connection, lead: float, moved_s: float) -> str:
        """Begin an epoch. Delete all other machines: those that joined after the step count from a wrong beginning."""
        connection.execute(delete(host_clocks).where(host_clocks.c.boot_id != self._clock.boot_id()))
        log.warning("clock_stepped", seconds=round(moved_s, 3))
        return _begin_epoch(connection, lead)


def _lead(connection: Connection) -> float:
    """Return by how many seconds the database's clock was ahead of the steady clock at the last comparison."""
    return connection.scalar(select(database_clock.c.lead)) or 0.0


def _begin_epoch(connection: Connection, lead: float) -> str:
    epoch = secrets.token_hex(8)
    row = upsert(connection.dialect.name, database_clock).values(id=1, lead=lead, epoch=epoch)
    connection.execute(row.on_conflict_do_update(index_elements=["id"], set_={"lead": lead, "epoch": epoch}))
    return epoch
