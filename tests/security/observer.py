"""Snapshots of all that a refused request must not change: AgentOS's call log, its data, and the portal's tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.portal_server import PortalServer

Rows = Counter[tuple[Any, ...]]
"""The rows of a table, in any order."""

KEPT = {
    "sessions": "SELECT * FROM sessions",
    "submissions": "SELECT * FROM submissions",
    "records": "SELECT agency, kind, scope, record_id, contractor_id, body FROM records",
    "contractor_emails": "SELECT * FROM contractor_emails",
}
NOTED = {
    "audit_entries": "SELECT * FROM audit_entries WHERE event <> 'not accepted'",
    "hits": "SELECT * FROM hits WHERE key NOT LIKE 'refused:%'",
}
"""The tables in which a request with a submission leaves that it was refused, without these rows."""
"""The tables that a request for another account's object must not change.

The check of the object may count a call, and may number its row anew.
"""


@dataclass(frozen=True)
class Snapshot:
    """The state of AgentOS and of the portal at one moment."""

    asked: tuple[tuple[str, str], ...]
    agentos: dict[str, Any]
    tables: dict[str, Rows]
    kept: dict[str, Rows]

    def differences(self, before: Snapshot, *, may_look: str = "") -> list[str]:
        """Return the differences in words. AgentOS may get a GET of the path `may_look`, which the portal records."""
        changes = []
        asked = [call for call in self.asked[len(before.asked) :] if not may_look or call != ("GET", may_look)]
        if asked:
            changes.append(f"AgentOS was asked {asked}")
        if self.agentos != before.agentos:
            changes.append("AgentOS holds something else")
        ours = (self.kept, before.kept) if may_look else (self.tables, before.tables)
        changes += [f"the table {name} changed" for name in ours[0] if ours[0][name] != ours[1][name]]
        return changes


def take_snapshot(portal_server: PortalServer, before: Snapshot | None = None) -> Snapshot:
    """Return the current state. If AgentOS was not called since `before`, its state is copied from there."""
    asked = tuple((call["method"], call["path"]) for call in portal_server.simulator.calls())
    if before is not None and before.asked == asked:
        agentos = before.agentos
    else:
        agentos = {agency: portal_server.simulator.state(agency) for agency in portal_server.config.agencies}
    with portal_server.services.database.read() as connection:

        def rows(query: str) -> Rows:
            return Counter(map(tuple, connection.exec_driver_sql(query)))

        names = rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = {name: rows(NOTED.get(name, f'SELECT * FROM "{name}"')) for (name,) in names}
        kept = {name: rows(query) for name, query in KEPT.items()}
    return Snapshot(asked=asked, agentos=agentos, tables=tables, kept=kept)
