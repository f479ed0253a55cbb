"""An observer of the mirror's database on SQLite: it reads snapshots again and again while workers are killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, create_engine, text

from bench.background import repeating

SNAPSHOT_EVERY_S = 0.01
CURRENT = (
    "coalesce((SELECT generation FROM collections c WHERE c.agency = t.agency AND c.scope = t.scope AND {kind}), 0)"
)
SHOWN = "t.generation = " + CURRENT.format(kind="c.kind = t.kind")
EMAILS_SHOWN = "t.generation = " + CURRENT.format(kind="c.kind = 'contractor'")
KINDS = "t.kind IN ('job', 'contractor')"
ROWS = text(
    f"SELECT kind, scope, count(*) FILTER (WHERE {SHOWN}), count(*) FILTER (WHERE NOT {SHOWN}) FROM records t "
    f"WHERE {KINDS} GROUP BY kind, scope"
)
EMAILS = text(f"SELECT scope, count(*) FILTER (WHERE {EMAILS_SHOWN}) FROM contractor_emails t GROUP BY scope")
STATES = text(f"SELECT kind, scope, lease_owner, read_at FROM collections t WHERE {KINDS}")
IDS = text(f"SELECT kind, scope, record_id FROM records t WHERE {SHOWN}")
BODIES = text(f"SELECT body FROM records t WHERE {SHOWN} AND kind = 'job'")

Lists = dict[tuple[str, str], set[str]]
"""The ids of a list of jobs or contractors, by kind and branch."""


@dataclass(frozen=True)
class Snapshot:
    """One snapshot: visible and hidden rows by kind and branch; visible addresses by branch; holders of leases."""

    shown: dict[tuple[str, str], int]
    hidden: dict[tuple[str, str], int]
    emails: dict[str, int]
    holders: dict[tuple[str, str], str]
    read: set[tuple[str, str]]


class Observer:
    """An observer of a database. `faults` has a sentence for each snapshot with an incomplete or wrong list."""

    def __init__(self, url: str, expected: Lists) -> None:
        self._engine = create_engine(url, isolation_level="AUTOCOMMIT")
        self._expected = expected
        self._seen: set[str] = set()
        self.snapshots = 0

    @property
    def faults(self) -> list[str]:
        """Return the faults, each once."""
        return sorted(self._seen)

    def observing(self) -> AbstractContextManager[None]:
        """Take snapshots all the time, on a separate thread."""
        return repeating(self.check, SNAPSHOT_EVERY_S)

    def snapshot(self) -> Snapshot:
        """Return a snapshot."""
        with self._reading() as connection:
            counts = connection.execute(ROWS).all()
            emails = connection.execute(EMAILS).all()
            states = connection.execute(STATES).all()
        return Snapshot(
            shown={(kind, scope): count for kind, scope, count, _ in counts},
            hidden={(kind, scope): count for kind, scope, _, count in counts},
            emails=dict(map(tuple, emails)),
            holders={(kind, scope): owner for kind, scope, owner, _ in states if owner},
            read={(kind, scope) for kind, scope, _, read_at in states if read_at},
        )

    def ids(self) -> Lists:
        """Return the visible ids."""
        lists: Lists = {key: set() for key in self._expected}
        with self._reading() as connection:
            for kind, scope, identity in connection.execute(IDS):
                if (kind, scope) in lists:
                    lists[kind, scope].add(identity)
        return lists

    def bodies_with(self, part: str) -> int:
        """Return the number of visible jobs that contain `part`."""
        with self._reading() as connection:
            return sum(part.encode() in body for (body,) in connection.execute(BODIES))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one snapshot."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    def check(self) -> None:
        """Take a snapshot, and record its faults."""
        snapshot = self.snapshot()
        self.snapshots += 1
        for (kind, scope), ids in self._expected.items():
            shown = snapshot.shown.get((kind, scope), 0)
            if shown not in (0, len(ids)):
                self._seen.add(f"{kind} {scope}: {shown} of {len(ids)} rows shown")
            if shown and (kind, scope) not in snapshot.read:
                self._seen.add(f"{kind} {scope}: shown before it was read")
            if kind == "contractor" and bool(snapshot.emails.get(scope)) != bool(shown):
                self._seen.add(f"{kind} {scope}: addresses and rows not shown together")
