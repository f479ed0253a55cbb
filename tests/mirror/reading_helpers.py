"""Helpers that interrupt, delay and inspect fetches, without mocks, through the database, the clock and AgentOS."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, text

from app.agentos import gateway
from app.domain import worker_lease
from app.mirror import deletion
from app.mirror.kinds import AGENCY_LISTS, Kind
from app.mirror.refresher import Refresher
from app.services import refresher
from app.store import engine
from tests.portal_server import PortalServer, refresh_once

LEASE_S = worker_lease.LEASE_S + 1


class Killed(BaseException):
    """The process has been killed."""


@contextmanager
def killed_after(portal_server: PortalServer, transactions: int) -> Iterator[list[int]]:
    """Kill the process after this number of transactions, unless it ends before. Yield the number of rows of each."""
    database = portal_server.services.database
    write, sizes = database.write, []

    @contextmanager
    def counted() -> Iterator[Connection]:
        with write() as connection:
            before = _written(connection)
            yield connection
            sizes.append(_written(connection) - before)
        if len(sizes) == transactions:
            raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "write", counted)
        try:
            yield sizes
        except Killed:
            portal_server.advance_clock(LEASE_S)


def _written(connection: Connection) -> int:
    """Return the rows written by this transaction (PostgreSQL) or by its connection so far (SQLite)."""
    if connection.dialect.name == "postgresql":
        counts = "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
        return int(connection.exec_driver_sql(counts).scalar() or 0)
    return int(connection.connection.total_changes)  # type: ignore[attr-defined]


def use_small_pages(patch: pytest.MonkeyPatch, page: int = 20, batch: int = 7) -> None:
    """Make pages and batches small, so that few rows fill many of them."""
    patch.setattr(gateway, "PAGE_SIZE", page)
    for module in (engine, deletion):
        patch.setattr(module, "BATCH_ROWS", batch)


def worker(portal_server: PortalServer, *kinds: Kind, agency: str = "acme") -> Refresher:
    """Return a refresher of one agency's lists, or of the lists of some kinds."""
    return refresher(portal_server.services, portal_server.config.agencies[agency], frozenset(kinds or AGENCY_LISTS))


def read_all(portal_server: PortalServer, *kinds: Kind) -> None:
    """Fetch lists of these kinds until none is due."""
    reading = worker(portal_server, *kinds)
    while refresh_once(reading):
        pass


def rows(portal_server: PortalServer, kind: Kind = Kind.JOB) -> list[tuple[Any, ...]]:
    """Return all of acme's rows of a kind, visible or not: list, id, generation, and the list's generation and time."""
    query = (
        "SELECT r.scope, r.record_id, r.generation, c.generation, c.read_at FROM records r LEFT JOIN collections c"
        " ON c.agency = r.agency AND c.kind = r.kind AND c.scope = r.scope WHERE r.agency = 'acme' AND r.kind = :kind"
    )
    with portal_server.services.database.read() as connection:
        return [tuple(row) for row in connection.execute(text(query), {"kind": kind.value})]


def visible_jobs(portal_server: PortalServer) -> dict[str, str]:
    """Return the titles of the visible jobs by id. Assert that each list contains a job only once."""
    jobs = portal_server.services.mirror.list_records("acme", Kind.JOB)
    lists = Counter((scope, identity) for scope, identity, *_ in rows(portal_server))
    assert max(lists.values(), default=1) == 1
    return {job.job_id: job.title for job in jobs}


def upstream_jobs(portal_server: PortalServer, branch: str = "") -> dict[str, str]:
    """Return the titles of AgentOS's jobs by id, of one branch or of all."""
    jobs = portal_server.simulator.state()["jobs"]
    return {name: job.get("Title") for name, job in jobs.items() if branch in ("", job["BranchOID"])}


def assert_no_leftover_rows(portal_server: PortalServer) -> None:
    """Assert that there are no invisible rows."""
    for kind in (Kind.JOB, Kind.CONTRACTOR):
        assert [row for row in rows(portal_server, kind) if row[2] != (row[3] or 0)] == []
