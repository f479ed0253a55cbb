"""A row for each service of each host: the facts in which processes of one portal may not differ.

Each process renews its row and keeps the rows of all others, so that reading them later costs no query.
"""

from __future__ import annotations

import json
import platform
import secrets
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, or_, select

from app.domain.clock import Clock
from app.store.engine import Database, DatabaseBusy, put_row
from app.store.heartbeat import EVERY_S, SILENCE_S
from app.store.steady_clock import SteadyClock
from app.store.tables import fingerprint_salts, processes


class Process(NamedTuple):
    """The last row of a service. `ahead_s`: seconds by which its wall clock is ahead of the database's clock.

    SQLite has no wall clock. There, its clock is compared with the clock of the process that reads the row.
    """

    host: str
    service: str
    ahead_s: float
    facts: Mapping[str, Any]


class Processes:
    """The rows of all processes. `describe` returns the facts of this process for a salt."""

    def __init__(self, database: Database, clock: Clock, describe: Callable[[str], Mapping[str, Any]]) -> None:
        self._database = database
        self._clock = clock
        self._describe = describe
        self._steady = SteadyClock(database)
        self._host = platform.node()
        self._due_at = 0.0
        self.last: list[Process] = []

    def run_once(self, service: str, warnings: tuple[str, ...] = ()) -> None:
        """Renew the row of this process if it is `EVERY_S` old, delete old rows, and read all. A busy database delays.

        `warnings`: sentences besides those of the settings.
        """
        if self._clock.boot() < self._due_at:
            return
        self._due_at = self._clock.boot() + EVERY_S
        try:
            with self._database.write(patient=False) as connection:
                facts = dict(self._describe(_salt(connection)))
                facts["warnings"] = [*facts["warnings"], *warnings]
                now = self._steady.seconds(connection)
                values = {"seen_at": now, "ahead_s": self._ahead_s(connection), "facts": json.dumps(facts).encode()}
                put_row(connection, processes, {"host": self._host, "service": service}, values)
                seen_at = processes.c.seen_at
                connection.execute(delete(processes).where(or_(seen_at < now - SILENCE_S, seen_at > now + SILENCE_S)))
                self.last = self._read(connection)
        except DatabaseBusy:
            self._due_at = 0.0

    def read(self) -> list[Process]:
        """Return the rows of all processes that are not old. Raise SQLAlchemyError."""
        with self._database.read() as connection:
            return self._read(connection)

    def _read(self, connection: Connection) -> list[Process]:
        oldest = self._steady.seconds(connection) - SILENCE_S
        base_s = 0.0 if self._database.has_wall_clock else self._ahead_s(connection)
        query = select(processes).where(processes.c.seen_at >= oldest).order_by(processes.c.host, processes.c.service)
        return [
            Process(row.host, row.service, row.ahead_s - base_s, json.loads(row.facts))
            for row in connection.execute(query)
        ]

    def _ahead_s(self, connection: Connection) -> float:
        return self._clock.now().timestamp() - self._database.seconds(connection)


def _salt(connection: Connection) -> str:
    """Return the salt of all fingerprints in this database, which the first process makes."""
    if salt := connection.scalar(select(fingerprint_salts.c.salt)):
        return str(salt)
    salt = secrets.token_hex(32)
    put_row(connection, fingerprint_salts, {"id": 1}, {"salt": salt})
    return salt
