"""The workers' heartbeat: it shows whether a worker is alive, and the total seconds for which any worker was alive.

All workers share one row, so no second is counted twice. Times are by the steady clock, and by the boot clock of the
process that reads the row. A wrong or stepping wall clock changes nothing here.
"""

from __future__ import annotations

import threading
from typing import NamedTuple

import structlog
from sqlalchemy import func, select

from app.domain.clock import Clock
from app.store.engine import Database, put_row
from app.store.steady_clock import SteadyClock
from app.store.tables import heartbeats

EVERY_S = 20.0
"""Seconds between two beats of a worker."""
SILENCE_S = 120.0
"""So many seconds after the last beat, no worker counts as alive. Longer gaps between beats are not time alive."""
READING_HOLDS_S = 1.0
"""Seconds for which a process reuses its last reading of the row, because every request needs a reading."""
WARNING_EVERY_S = 60.0
ALIVE_S = func.coalesce(select(heartbeats.c.alive_s).scalar_subquery(), 0.0)
"""The seconds for which a worker was alive since the last restore, because a restore deletes the row."""

log = structlog.get_logger("heartbeat")


class Reading(NamedTuple):
    """A process's reading of the row, with the times of the reading and the last beat by its own boot clock."""

    at: float
    beats: int | None
    beat_at: float


class Heartbeat:
    """The row of the workers' heartbeat."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._steady = SteadyClock(database)
        self._next_beat = 0.0
        self._lock = threading.Lock()
        # A process that never saw a beat counts from its own start, because the worker may start a second later.
        self._reading = Reading(-READING_HOLDS_S, None, clock.boot())
        self._next_warning: float | None = None

    def run_once(self) -> None:
        """Beat if this process's last beat is `EVERY_S` ago."""
        if self._clock.boot() >= self._next_beat:
            self.beat()
            self._next_beat = self._clock.boot() + EVERY_S

    def beat(self) -> None:
        """Record that a worker is alive. Raise SQLAlchemyError if the write fails."""
        with self._database.write() as connection:
            now = self._steady.seconds(connection)
            last = connection.execute(select(heartbeats)).one_or_none()
            beats, beat_at, alive_s = (last.beats, last.beat_at, last.alive_s) if last else (0, now, 0.0)
            if 0.0 < (gap_s := now - beat_at) < SILENCE_S:  # otherwise no worker was alive
                alive_s += gap_s
            values = {"beats": beats + 1, "beat_at": now, "alive_s": alive_s}
            put_row(connection, heartbeats, {"id": 1}, values)

    def alive_s(self) -> float:
        """Return for how many seconds a worker was alive since the database was made or restored. It never falls."""
        with self._database.read() as connection:
            return float(connection.scalars(select(ALIVE_S)).one())

    def is_alive(self) -> bool:
        """Return True if a worker beat within `SILENCE_S`. If none did, log a warning once a minute."""
        return self.silent_s() < SILENCE_S

    def has_run(self) -> bool:
        """Return True if any worker beat since the database was made, by the last reading."""
        return self._reading.beats is not None

    def silent_s(self) -> float:
        """Return the seconds since the last beat, or if there never was a beat, since this process started.

        Only one thread reads the row; the others use the last reading. Raise SQLAlchemyError if the row cannot be read.
        """
        if self._clock.boot() >= self._reading.at + READING_HOLDS_S and self._lock.acquire(blocking=False):
            try:
                self._reading = self._read(self._reading)
                self._log(self._reading.at - self._reading.beat_at)
            finally:
                self._lock.release()
        return self._clock.boot() - self._reading.beat_at

    def _read(self, last: Reading) -> Reading:
        with self._database.read() as connection:
            row = connection.execute(select(heartbeats)).one_or_none()
            age_s = self._steady.seconds(connection) - row.beat_at if row else 0.0
        now = self._clock.boot()
        if row is None or row.beats == last.beats:
            return last._replace(at=now)
        # The beat was after the last reading and before now, even if the database's clock has stepped.
        beat_at = now - age_s if last.beats is None else max(now - age_s, last.at)
        return Reading(now, row.beats, min(now, beat_at))

    def _log(self, silent_s: float) -> None:
        now = self._clock.boot()
        if silent_s < SILENCE_S:
            if self._next_warning is not None:
                log.warning("worker_is_back")
            self._next_warning = None
        elif self._next_warning is None or now >= self._next_warning:
            log.warning("no_worker", silent_s=round(silent_s), do="Start `flask --app wsgi worker`.")
            self._next_warning = now + WARNING_EVERY_S
