"""A row for each process: the facts in which processes of one portal may not differ. Each process renews its own.

Each also records the agencies that it knows, in the seconds for which a worker was alive. So a stopped portal or a
reboot adds nothing to the time for which no process has known an agency.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from threading import Thread
from typing import Any, NamedTuple

import msgspec
import structlog
from sqlalchemy import ColumnElement, Connection, delete, select

from app.domain.agency import Agency
from app.domain.clock import Clock
from app.store.engine import Database, put_row
from app.store.heartbeat import ALIVE_S, EVERY_S
from app.store.steady_clock import SteadyClock
from app.store.tables import known_agencies, processes

FORGOTTEN_S = 60.0
"""So many seconds after its last renewal, a process counts as ended."""
FACTS = msgspec.json.Decoder(dict[str, Any])

log = structlog.get_logger("process")


class Process(NamedTuple):
    """The last row of a process. `ahead_s`: seconds by which its wall clock is ahead of the database's clock.

    SQLite has no wall clock. There, its clock is compared with the clock of the process that reads the row.
    `facts`: older versions read `version`, `read_at` and `warnings`, so later ones must keep these.
    """

    host: str
    service: str
    ahead_s: float
    facts: Mapping[str, Any]


class Processes:
    """The rows of all processes.

    `agencies`: those that this process knows.
    `doubts` returns sentences about what this process has seen since its start. `describe` returns its facts with them.
    `last`: the rows at its last renewal, because anybody may ask for readiness at any rate. A failed one has none.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        agencies: Collection[Agency],
        describe: Callable[[Iterable[str]], Mapping[str, Any]],
    ) -> None:
        self._database = database
        self._clock = clock
        self._agencies = agencies
        self._describe = describe
        self._steady = SteadyClock(database)
        self.doubts: Callable[[], Iterable[str]] = list
        self.last: list[Process] = []

    def begin(self, service: str) -> None:
        """Renew the row of this process from now on, in a thread, because a folder on another machine may hang."""
        Thread(target=self._run, args=(service,), daemon=True).start()

    def _run(self, service: str) -> None:
        while True:
            self.renew(service)
            time.sleep(EVERY_S)

    def renew(self, service: str) -> None:
        """Record the agencies, renew the row of this process, delete old rows, and read all. A failure is logged."""
        try:
            with self._database.write() as connection:
                alive_s = connection.scalar(select(ALIVE_S))
                for agency in self._agencies:
                    known = {"name": agency.name, "known_at": alive_s}
                    put_row(connection, known_agencies, {"agency": agency.short_name}, known)
            facts = msgspec.json.encode(self._describe(self.doubts()))  # before the lock, because the folder may hang
            with self._database.write() as connection:
                now = self._steady.seconds(connection)
                values = {"seen_at": now, "ahead_s": self._ahead_s(connection), "facts": facts}
                key = {"host": platform.node(), "service": service, "boot_id": self._clock.boot_id()}
                put_row(connection, processes, key, values)
                connection.execute(delete(processes).where(~_runs(now)))
            self.last = self.read()
        except Exception as error:  # it must not end the thread
            self.last = []
            log.warning("processes_not_compared", error=type(error).__name__)

    def read(self) -> list[Process]:
        """Return the rows of all processes that have not ended. Raise SQLAlchemyError."""
        with self._database.read() as connection:
            base_s = 0.0 if self._database.has_wall_clock else self._ahead_s(connection)
            query = select(processes).where(_runs(self._steady.seconds(connection)))
            return [
                Process(row.host, row.service, row.ahead_s - base_s, FACTS.decode(row.facts))
                for row in connection.execute(query.order_by(*processes.primary_key))
            ]

    def last_known(self, agency: str) -> tuple[str, float]:
        """Return the full name of an agency, and the seconds with a living worker since a process knew the agency.

        If no process ever knew it, return the short name and all seconds with a living worker. Raise SQLAlchemyError.
        """
        known = select(known_agencies).where(known_agencies.c.agency == agency)
        with self._database.read() as connection:
            alive_s = connection.scalars(select(ALIVE_S)).one()
            row = connection.execute(known).one_or_none()
        return (row.name, alive_s - row.known_at) if row else (agency, alive_s)

    def _ahead_s(self, connection: Connection) -> float:
        return self._clock.now().timestamp() - self._database.seconds(connection)


def _runs(now: float) -> ColumnElement[bool]:
    """Return the condition of a recent row. SQLite's clock begins again at a boot, so a row can be in the future."""
    return processes.c.seen_at.between(now - FORGOTTEN_S, now + FORGOTTEN_S)
