"""A worker may die after any transaction, or lose its lease. No data is lost, duplicated or shown in part."""

from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from app.mirror import lease as leases
from app.mirror.kinds import Collection, Kind
from app.store.engine import BATCH_ROWS
from tests.mirror.reading_helpers import (
    LEASE_S,
    assert_no_leftover_rows,
    killed_after,
    read_all,
    rows,
    upstream_jobs,
    use_small_pages,
    visible_jobs,
    worker,
)
from tests.portal_server import PortalServer, WorkingClock, refresh_once

BR_1 = Collection("acme", Kind.JOB, "BR-1")
STEPS = {"sqlite": 1, "postgresql": 5}
"""Kill after every transaction on SQLite. PostgreSQL is slower with the same transactions, so use every fifth."""


def forget(portal_server: PortalServer, kind: Kind) -> None:
    with portal_server.services.database.write() as connection:
        for table in ("records", "collections"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE agency = 'acme' AND kind = '{kind.value}'")
        if kind is Kind.CONTRACTOR:
            connection.exec_driver_sql("DELETE FROM contractor_emails WHERE agency = 'acme'")


def test_interrupted_first_fetch_is_visible_completely_or_not_at_all(
    portal_server: PortalServer, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_pages(monkeypatch, page=15, batch=5)
    first, whole = upstream_jobs(portal_server, "BR-1"), upstream_jobs(portal_server)
    looks = []
    for transactions in range(1, 99, STEPS[engine]):
        forget(portal_server, Kind.JOB)
        with killed_after(portal_server, transactions) as sizes:
            read_all(portal_server, Kind.JOB)
        now = visible_jobs(portal_server)
        assert now in ({}, first, whole)
        looks.append((len(now), len(rows(portal_server))))
        if len(sizes) < transactions:
            break
        read_all(portal_server, Kind.JOB)
        assert visible_jobs(portal_server) == whole
        assert_no_leftover_rows(portal_server)
    assert transactions > 20
    assert {0, len(first), len(whole)} == {look for look, _ in looks}
    assert sum(look < there for look, there in looks) > 8 // STEPS[engine], "it died in the midst of fillings"


def test_interrupted_fetch_of_contractors_lets_all_or_none_sign_in(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_pages(monkeypatch)
    emails = {
        address.strip().lower()
        for person in portal_server.simulator.state()["contractors"].values()
        if not person.get("IsArchived")
        for address in (person.get("EMailAddress") or "").replace(",", ";").split(";")
        if address.strip()
    }
    seen = set()
    for transactions in range(1, 40):
        forget(portal_server, Kind.CONTRACTOR)
        with killed_after(portal_server, transactions) as sizes:
            refresh_once(worker(portal_server, Kind.CONTRACTOR))
        known_addresses = {
            address for address in emails if "acme" in dict(portal_server.services.mirror.contractors_by_email(address))
        }
        seen.add(len(known_addresses))
        if len(sizes) < transactions:
            break
    assert len(seen) == 2
    assert min(seen) == 0
    assert max(seen) > 5


def test_refresh_killed_anywhere_is_completed_by_the_next(
    portal_server: PortalServer, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_pages(monkeypatch, page=25, batch=10)
    before = upstream_jobs(portal_server)
    moving = ("JOB-1", "JOB-3")
    for transactions in range(1, 99, STEPS[engine]):
        titles = dict.fromkeys(list(upstream_jobs(portal_server, "BR-1"))[3:30:2], f"Title {transactions}")
        for oid, title in titles.items():
            portal_server.simulator.change(f"acme/jobs/{oid}", Title=title)
        branch = ("BR-1", "BR-2")[transactions % 2]
        portal_server.simulator.change(f"acme/jobs/{moving[transactions % 2]}", BranchOID=branch)
        after = before | titles
        portal_server.advance_clock(61)
        with killed_after(portal_server, transactions) as sizes:
            read_all(portal_server, Kind.JOB)
        for oid, title in visible_jobs(portal_server).items():
            assert title in (before[oid], after[oid])
        assert before.keys() - visible_jobs(portal_server).keys() <= set(moving), "who moves may be between two lists"
        if len(sizes) < transactions:
            break
        portal_server.advance_clock(61)
        read_all(portal_server, Kind.JOB)
        assert visible_jobs(portal_server) == after
        before = after
    assert transactions > 10


def test_deletion_killed_anywhere_is_completed_by_the_next(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_pages(monkeypatch, batch=3)
    before = upstream_jobs(portal_server)
    for oid in list(upstream_jobs(portal_server, "BR-1"))[:12]:
        portal_server.simulator.control("DELETE", f"state/acme/jobs/{oid}")
    portal_server.advance_clock(61)
    counts = [len(before)]
    for transactions in range(3, 30):
        with killed_after(portal_server, transactions):
            refresh_once(worker(portal_server, Kind.JOB))
        counts.append(len(visible_jobs(portal_server)))
    assert visible_jobs(portal_server) == upstream_jobs(portal_server)
    assert len(set(counts)) > 2, "it died between two batches"


def refresh_while_taken_over(portal_server: PortalServer, end_lease: Callable[[], object]) -> leases.Lease:
    """Refresh BR-1's jobs. Meanwhile the lease ends, and another takes it, whose lease is returned."""
    taken: list[leases.Lease | None] = []

    def take_over() -> None:
        if not taken:
            end_lease()
            taken.append(leases.acquire(portal_server.services.database, portal_server.clock, BR_1))

    assert isinstance(portal_server.clock, WorkingClock)
    portal_server.clock.work = take_over
    with capture_logs() as lines:
        refresh_once(worker(portal_server, Kind.JOB))
    portal_server.clock.work = None
    assert "lease_lost" in [line["event"] for line in lines]
    assert taken[0] is not None
    return taken[0]


def test_refresher_with_lost_lease_changes_nothing(
    build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refresher waits for a slot between two pages for so long that another takes over."""
    use_small_pages(monkeypatch)
    portal_server = build()
    read_all(portal_server, Kind.BRANCH)
    portal_server.simulator.fault(path="/jobs/BR-1/20/", status=429, times=1)
    lease = refresh_while_taken_over(portal_server, lambda: portal_server.advance_clock(LEASE_S))
    assert visible_jobs(portal_server) == {}
    assert len(rows(portal_server)) == 20, "no page after the first"
    lease.release()
    portal_server.advance_clock(61)
    read_all(portal_server, Kind.JOB)
    assert visible_jobs(portal_server) == upstream_jobs(portal_server)
    assert_no_leftover_rows(portal_server)


def test_fetch_that_loses_its_lease_during_the_last_page_stores_nothing(build: Callable[..., PortalServer]) -> None:
    """The last page and the end of a fetch share a transaction, which the lease fences as well."""
    portal_server = build()
    read_all(portal_server, Kind.BRANCH)
    portal_server.simulator.fault(path="/jobs/BR-1/0/", status=503, times=1)

    def end_lease() -> None:
        with portal_server.services.database.write() as connection:  # this machine's clock stood still meanwhile
            connection.exec_driver_sql("UPDATE collections SET lease_until = NULL WHERE scope = 'BR-1'")

    refresh_while_taken_over(portal_server, end_lease)
    assert rows(portal_server) == []
    assert portal_server.services.mirror.state(BR_1).read_at is None


@pytest.mark.parametrize("is_changed", [False, True])
def test_refresh_of_one_page_takes_four_write_transactions(portal_server: PortalServer, *, is_changed: bool) -> None:
    """The lease, the slot, the end of the slot, and the page with the end of the fetch."""
    portal_server.advance_clock(61)
    if is_changed:
        portal_server.simulator.change("acme/jobs/JOB-1", Title="Changed")
    reading = worker(portal_server, Kind.JOB)
    with killed_after(portal_server, 0) as transactions, capture_logs() as lines:
        refresh_once(reading)
    (refreshed,) = [line for line in lines if line["event"] == "refreshed"]
    assert refreshed["changed"] == int(is_changed)
    assert len(transactions) == 4


def test_transaction_writes_at_most_500_rows(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    portal_server.simulator.control("POST", "reset", {"branches": 1, "contractors": 12, "jobs": 1300, "limit": None})
    read_all(portal_server, Kind.BRANCH)
    with killed_after(portal_server, 7) as first:
        read_all(portal_server, Kind.JOB)
    assert len(rows(portal_server)) == 1000
    with killed_after(portal_server, 0) as then:
        read_all(portal_server, Kind.JOB)
    large = [size for size in first + then if size >= BATCH_ROWS]
    assert len(large) == 6, "two of the first filling, as many swept, and two of the second"
    assert max(large) <= BATCH_ROWS + 2, "the lease and the counter beside them"
    assert visible_jobs(portal_server) == upstream_jobs(portal_server)
