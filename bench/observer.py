"""An observer of the mirror's database: it reads snapshots again and again while workers are killed."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

SNAPSHOT_EVERY_S = 0.01
CURRENT = (
    "coalesce((SELECT generation FROM collections c WHERE c.agency = t.agency AND c.scope = t.scope AND {kind}), 0)"
)
SHOWN = "t.generation = " + CURRENT.format(kind="c.kind = t.kind")
EMAILS_SHOWN = "t.generation = " + CURRENT.format(kind="c.kind = 'contractor'")

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
    """An observer of one SQLite file. `faults` has a sentence for each snapshot with an incomplete or wrong list."""

    def __init__(self, database: Path, expected: Lists) -> None:
        self._database = database
        self._expected = expected
        self._seen: set[str] = set()
        self.snapshots = 0

    @property
    def faults(self) -> list[str]:
        """Return the faults, each once."""
        return sorted(self._seen)

    @contextmanager
    def observing(self) -> Iterator[None]:
        """Take snapshots all the time, on a separate thread."""
        ended = threading.Event()

        def observe() -> None:
            while not ended.wait(SNAPSHOT_EVERY_S):
                self._check(self.snapshot())

        thread = threading.Thread(target=observe)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def snapshot(self) -> Snapshot:
        """Return a snapshot."""
        with closing(sqlite3.connect(self._database, isolation_level=None, timeout=10)) as connection:
            connection.execute("BEGIN")
            kinds = "t.kind IN ('job', 'contractor')"
            counts = connection.execute(
                f"SELECT kind, scope, sum({SHOWN}), sum(NOT {SHOWN}) FROM records t WHERE {kinds} GROUP BY kind, scope"
            ).fetchall()
            emails = connection.execute(
                f"SELECT scope, sum({EMAILS_SHOWN}) FROM contractor_emails t GROUP BY scope"
            ).fetchall()
            states = connection.execute(
                f"SELECT kind, scope, lease_owner, read_at FROM collections t WHERE {kinds}"
            ).fetchall()
        return Snapshot(
            shown={(kind, scope): count for kind, scope, count, _ in counts},
            hidden={(kind, scope): count for kind, scope, _, count in counts},
            emails=dict(emails),
            holders={(kind, scope): owner for kind, scope, owner, _ in states if owner},
            read={(kind, scope) for kind, scope, _, read_at in states if read_at},
        )

    def ids(self) -> Lists:
        """Return the visible ids."""
        lists: Lists = {key: set() for key in self._expected}
        with closing(sqlite3.connect(self._database, timeout=10)) as connection:
            for kind, scope, identity in connection.execute(
                f"SELECT kind, scope, record_id FROM records t WHERE {SHOWN}"
            ):
                if (kind, scope) in lists:
                    lists[kind, scope].add(identity)
        return lists

    def bodies_with(self, text: str) -> int:
        """Return the number of visible jobs that contain `text`."""
        with closing(sqlite3.connect(self._database, timeout=10)) as connection:
            query = f"SELECT count(*) FROM records t WHERE {SHOWN} AND kind = 'job' AND instr(body, ?)"
            return int(connection.execute(query, [text.encode()]).fetchone()[0])

    def _check(self, snapshot: Snapshot) -> None:
        self.snapshots += 1
        for (kind, scope), ids in self._expected.items():
            shown = snapshot.shown.get((kind, scope), 0)
            if shown not in (0, len(ids)):
                self._seen.add(f"{kind} {scope}: {shown} of {len(ids)} rows shown")
            if shown and (kind, scope) not in snapshot.read:
                self._seen.add(f"{kind} {scope}: shown before it was read")
            if kind == "contractor" and bool(snapshot.emails.get(scope)) != bool(shown):
                self._seen.add(f"{kind} {scope}: addresses and rows not shown together")
