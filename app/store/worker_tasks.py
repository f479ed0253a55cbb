"""The worker's schedule: a row for each task of each agency, with the time at which the task is due.

Code that makes work for the worker calls `request` in the transaction that stores the work. Workers claim due tasks, so
several workers share them. A claim lasts `LEASE_S`, and its worker renews it. The row of a claimed task is due at the
end of the claim, so another worker continues the tasks of a killed worker. All times are seconds of the steady clock.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, bindparam, case, or_, select, true, update

from app.domain.slots import ROUNDING_S
from app.domain.worker_lease import LEASE_S
from app.store.engine import Database, batches, upsert
from app.store.steady_clock import SteadyClock
from app.store.tables import worker_tasks as table

LONGEST_WAIT_S = 3_600.0
"""The longest wait for a task, even without work. A time further ahead was written before the machine restarted."""
FAULT_PAUSE_S = 3_600.0
"""Seconds for which a fault postpones a collection, a row or a task, so that it delays no other."""
ALL_AGENCIES = ""
"""The agency in the row of a task that serves all agencies."""


class Task(StrEnum):
    """A task of the worker."""

    LISTS = "lists"
    RECORDS = "records"
    DELIVERY = "delivery"
    MAILS = "mails"
    CLEANUP = "cleanup"


SHARED = frozenset({Task.MAILS, Task.CLEANUP})
"""Tasks that serve all agencies. Each agency has a row for each of the other tasks."""
DELIVERIES = (Task.DELIVERY,)
OTHERS = tuple(task for task in Task if task not in DELIVERIES)
LETS_PASS_S: Mapping[Task, float] = {Task.LISTS: 10.0, Task.RECORDS: 40.0, Task.CLEANUP: 40.0}
"""Seconds for which a due task lets tasks pass that became due later. No task waits for ever."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A worker's right to run a task until `LEASE_S` after the last renewal. `is_awaited`: a person waits for it.

    `due_at`: a time of the steady clock at which the task was due, which is its place among the due tasks.
    """

    agency: str
    task: Task
    token: str
    is_awaited: bool
    due_at: float

    @property
    def key(self) -> tuple[str, str]:
        """The primary key of the task's row."""
        return self.agency, self.task


DUE_SINCE = case((table.c.token.is_(None), table.c.due_at), else_=table.c.due_at - LEASE_S)
"""A time of the steady clock at which a due task was due. A killed worker's task was due at its last renewal."""
RANK = DUE_SINCE + case(dict(LETS_PASS_S), value=table.c.task, else_=0.0)
DUE = (
    select(table.c.agency, table.c.task, table.c.awaited, DUE_SINCE.label("due_since"), RANK.label("rank"))
    .where(
        or_(table.c.due_at <= bindparam("now"), table.c.due_at > bindparam("latest")),
        table.c.task.in_(bindparam("among", expanding=True)),
        or_(table.c.awaited == true(), table.c.task.in_(bindparam("tasks", expanding=True))),
        table.c.agency.not_in(bindparam("unknown", expanding=True)),
    )
    .order_by(table.c.awaited.desc(), RANK)
    .limit(bindparam("most"))
)
DUE_AND_UNLOCKED = DUE.with_for_update(skip_locked=True)
ONE_TASK = (table.c.agency == bindparam("of_agency"), table.c.task == bindparam("of_task"))
CLAIM = (
    update(table).where(*ONE_TASK).values(token=bindparam("new_token"), due_at=bindparam("until"), requested_at=None)
)
END = update(table).where(*ONE_TASK, table.c.token == bindparam("of_token"))
RENEW = (
    update(table)
    .where(table.c.token.in_(bindparam("tokens", expanding=True)))
    .values(due_at=bindparam("until"))
    .returning(table.c.agency, table.c.task, table.c.token)
)
FINISH = END.values(
    token=None,
    requested_at=None,
    failures=0,
    awaited=case((table.c.requested_at.is_(None), False), else_=table.c.awaited),
    due_at=case((table.c.requested_at < bindparam("next_at"), table.c.requested_at), else_=bindparam("next_at")),
)
FAIL = END.values(
    token=None, requested_at=None, failures=table.c.failures + 1, awaited=False, due_at=bindparam("next_at")
)
RELEASE = END.values(token=None, requested_at=None, due_at=bindparam("next_at"))


def request(
    database: Database,
    connection: Connection,
    agency: str,
    task: Task,
    *,
    in_s: float = 0.0,
    at: float | None = None,
    is_awaited: bool = False,
) -> None:
    """Make a task due in `in_s` seconds, or `at` a time of the steady clock, unless it is due earlier.

    `is_awaited`: a person waits for it, so it goes before other tasks. A task that runs now runs once more. A task that
    has failed keeps its later time. Call this in the transaction that stores the task's work.
    """
    if at is None:
        at = SteadyClock(database).seconds(connection) + in_s
    values = {"agency": agency, "task": task, "at": at, "is_awaited": is_awaited}
    connection.execute(_request(connection.dialect.name), values)


@cache
def _request(dialect: str) -> Executable:
    at: BindParameter[float] = bindparam("at")
    is_free = table.c.token.is_(None)
    row = upsert(dialect, table).values(
        agency=bindparam("agency"), task=bindparam("task"), due_at=at, awaited=bindparam("is_awaited")
    )
    return row.on_conflict_do_update(
        index_elements=["agency", "task"],
        set_={
            "due_at": case((is_free & (table.c.due_at > at), at), else_=table.c.due_at),
            "requested_at": case((is_free, None), (table.c.requested_at < at, table.c.requested_at), else_=at),
            "awaited": or_(table.c.awaited == true(), bindparam("is_awaited", type_=table.c.awaited.type)),
        },
        where=or_(~is_free, table.c.failures == 0),
    )


class TaskStore:
    """The rows of the schedule, for one worker that serves `agencies` (short names)."""

    def __init__(self, database: Database, agencies: Iterable[str]) -> None:
        self._database = database
        self._clock = SteadyClock(database)
        self._agencies = (ALL_AGENCIES, *agencies)
        self._known = frozenset(self._agencies)
        self._unknown: set[str] = set()
        self._keys = [
            (agency, task) for agency in self._agencies for task in Task if (task in SHARED) == (agency == ALL_AGENCIES)
        ]

    def make_all_due(self) -> None:
        """Make every task of these agencies due now, because the configuration may differ from that of the last run."""
        for batch in batches(self._keys):
            with self._database.write() as connection:
                now = self._clock.seconds(connection)
                # A claim that ends later than any was made before the machine restarted.
                is_free = or_(table.c.token.is_(None), table.c.due_at > now + LEASE_S + ROUNDING_S)
                again = update(table).where(*ONE_TASK, is_free).values(token=None, failures=0, due_at=now)
                connection.execute(again, [{"of_agency": agency, "of_task": task} for agency, task in batch])
                _make_due(connection, batch, now)

    def add_missing(self) -> None:
        """Make every task due now that has no row, because the database was replaced or restored."""
        with self._database.read() as connection:
            existing = {(row.agency, row.task) for row in connection.execute(select(table.c.agency, table.c.task))}
        for batch in batches(key for key in self._keys if key not in existing):
            with self._database.write() as connection:
                _make_due(connection, batch, self._clock.seconds(connection))

    def claim(
        self, most: int, tasks: Iterable[Task] = tuple(Task), *, most_deliveries: int | None = None
    ) -> list[Claim]:
        """Claim up to `most` due tasks, the most urgent first. Without due tasks, this is one indexed query.

        Claim these `tasks`, and others only if people wait for them. Skip tasks of agencies that this worker does not
        know: they may belong to a worker with another configuration. Deliveries have a limit of their own (default:
        `most`), so that they neither take the places of other tasks nor are kept from other workers.
        """
        limits = {OTHERS: most, DELIVERIES: most if most_deliveries is None else most_deliveries}
        among = [task for group, limit in limits.items() if limit for task in group]
        with self._database.read() as connection:
            if connection.execute(DUE, self._due_values(connection, 1, among, tasks)).first() is None:
                return []
        token = secrets.token_hex(8)
        with self._database.write(alone=False) as connection:
            rows: list[Any] = []
            for group, limit in limits.items():
                values = self._due_values(connection, limit, group, tasks)
                rows += connection.execute(DUE_AND_UNLOCKED, values).all() if limit else []
            self._unknown |= {row.agency for row in rows} - self._known
            known_rows = [row for row in rows if row.agency in self._known]
            known_rows.sort(key=lambda row: (not row.awaited, row.rank))
            if known_rows:
                until = {"new_token": token, "until": values["now"] + LEASE_S}
                connection.execute(
                    CLAIM, [{"of_agency": row.agency, "of_task": row.task, **until} for row in known_rows]
                )
        return [Claim(row.agency, Task(row.task), token, row.awaited, row.due_since) for row in known_rows]

    def renew(self, claims: Iterable[Claim]) -> set[tuple[str, str]]:
        """Renew claims. Return the keys of those that this worker still has."""
        tokens = {claim.key: claim.token for claim in claims}
        if not tokens:
            return set()
        # With the lock of all writes, because others request tasks in any order: two such writes could deadlock.
        with self._database.write() as connection:
            until = self._clock.seconds(connection) + LEASE_S
            rows = connection.execute(RENEW, {"tokens": sorted(set(tokens.values())), "until": until}).all()
        return {(row.agency, row.task) for row in rows if tokens.get((row.agency, row.task)) == row.token}

    def finish(self, claim: Claim, due_in_s: float | None) -> None:
        """End a claim after its task has run. The task is due in `due_in_s` seconds, or earlier if it was requested.

        None: the task has no work. If the claim was lost, change nothing. An awaited task with more work (0 s) keeps
        its place among the due tasks: otherwise people who ask often would delay the agency's other work for ever.
        """
        self._end(FINISH, claim, LONGEST_WAIT_S if due_in_s is None else due_in_s)

    def fail(self, claim: Claim, due_in_s: float) -> None:
        """End a claim after a failure. The task is due in `due_in_s` seconds, even if it was requested."""
        self._end(FAIL, claim, due_in_s)

    def release(self, claims: Iterable[Claim]) -> None:
        """End claims of tasks that have not ended. The tasks are due now."""
        for claim in claims:
            self._end(RELEASE, claim, 0.0)

    def _end(self, statement: Executable, claim: Claim, due_in_s: float) -> None:
        with self._database.write() as connection:
            next_at = self._clock.seconds(connection) + min(max(due_in_s, 0.0), LONGEST_WAIT_S)
            if claim.is_awaited and due_in_s <= 0.0:
                next_at = min(next_at, claim.due_at)
            values = {"of_agency": claim.agency, "of_task": claim.task, "of_token": claim.token, "next_at": next_at}
            connection.execute(statement, values)

    def _due_values(
        self, connection: Connection, most: int, among: Iterable[Task], tasks: Iterable[Task]
    ) -> dict[str, Any]:
        now = self._clock.seconds(connection)
        return {
            "now": now,
            "latest": now + LONGEST_WAIT_S + ROUNDING_S,
            "most": most,
            "among": list(among),
            "tasks": list(tasks),
            "unknown": sorted(self._unknown),
        }


def _make_due(connection: Connection, keys: Iterable[tuple[str, Task]], now: float) -> None:
    """Make tasks due now that are due later or have no row."""
    rows = [{"agency": agency, "task": task, "at": now, "is_awaited": False} for agency, task in keys]
    connection.execute(_request(connection.dialect.name), rows)
