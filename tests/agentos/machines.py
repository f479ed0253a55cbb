"""Machines that share one database, with events for their clocks and for its rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from sqlalchemy import Table, delete

from app.agentos.budget import Budget
from app.agentos.caller import Caller, Role
from app.agentos.errors import Busy, RateLimited
from app.domain.agency import Agency
from app.domain.clock import Deadline
from app.store import migrations
from app.store.engine import Database
from app.store.slots import SlotStore
from app.store.tables import database_clock, first_windows, host_clocks, metadata, rests, slots, tickets
from tests.agentos.calls import KEY
from tests.clock import FakeClock

WINDOW_S = 60.0
ALL: tuple[Table, ...] = (slots, tickets, rests, first_windows, host_clocks, database_clock)


class Machine:
    """A host with its own boot clock. `budget` belongs to the process that is running there now."""

    def __init__(self, machines: Machines) -> None:
        self._machines = machines
        self.clock = FakeClock(boot=5_000.0 + 1_000.0 * len(machines.all), boot_id=next(machines.boot_ids))
        self.start()

    def start(self) -> None:
        """Start another process, which remembers nothing."""
        machines = self._machines
        database = Database(machines.url, self.clock, machines.server)
        machines.databases.append(database)
        self.budget = Budget(
            SlotStore(database),
            self.clock,
            window_s=WINDOW_S,
            worker_share=10,
            rest_s=WINDOW_S,
            is_careful=machines.is_careful,
        )

    def reboot(self, boot: float = 30.0) -> None:
        """Reboot the machine, which ends all its processes."""
        self.clock.reboot(next(self._machines.boot_ids), boot)
        self.start()

    def call(self, role: Role = "person", agency: Agency | None = None) -> bool:
        """Return True if an attempt, which takes no time, got a slot at once."""
        try:
            with self.budget.slot(agency or self._machines.agency, self.caller(role), hold_s=20.0, wait_s=0.0):
                return True
        except (Busy, RateLimited):
            return False

    def calls(self, role: Role = "person", agency: Agency | None = None) -> int:
        """Return the number of attempts that get a slot at once."""
        return next(number for number in count() if not self.call(role, agency))

    def caller(self, role: Role) -> Caller:
        return Caller(role=role, deadline=Deadline(self.clock, 1e9))


class Machines:
    """All machines of one database.

    SQLite uses the clock of its only machine. PostgreSQL has its own clock, `server`.
    """

    def __init__(self, url: str, *, limit: int = 45, is_careful: bool = True) -> None:
        self.url = url
        migrations.make_file(url)
        self.server = FakeClock(boot=1_795_626_738.25) if url.startswith("postgresql") else None
        self.agency = Agency(short_name="acme", name="", api_key=KEY, budget=limit)
        self.is_careful = is_careful
        self.boot_ids = (f"boot {number}" for number in count(1))
        self.databases: list[Database] = []
        self.all: list[Machine] = []
        self.add()
        with self.databases[0].write() as connection:
            metadata.create_all(connection)

    def add(self) -> Machine:
        """Add a machine whose boot clock is unknown to the database."""
        self.all.append(Machine(self))
        return self.all[-1]

    def use_whole_budget(self) -> None:
        """Let the first window pass, then use the whole budget."""
        machine = self.all[0]
        machine.call()
        self.advance(WINDOW_S + 1)
        assert machine.calls() + machine.calls("worker") == self.agency.budget

    def advance(self, seconds: float) -> None:
        """Let that much time pass on all clocks."""
        for clock in (self.server, *(machine.clock for machine in self.all)):
            if clock is not None:
                clock.advance(seconds)

    def step(self, seconds: float) -> None:
        """Step the database server's clock; no time passes."""
        assert self.server is not None, "SQLite has no clock that anybody could set"
        self.server.advance(seconds)

    def lose(self, tables: Sequence[Table] = ALL) -> None:
        """Empty tables, as in a database that was created again."""
        with self.databases[0].write() as connection:
            for table in tables:
                connection.execute(delete(table))

    def close(self) -> None:
        for database in self.databases:
            database.dispose()
