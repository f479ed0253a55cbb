"""A worker may die after any of its transactions, or lose its lease: nothing is lost, doubled or shown by halves."""

from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from app.mirror import lease as leases
from app.mirror.kinds import Collection, Kind
from app.mirror.rows import BATCH
from tests.house import House, WorkingClock
from tests.mirror.readings import (
    LEASE_S,
    held,
    in_small_pieces,
    killed_after,
    nothing_left_over,
    read_all,
    rows,
    shown,
    worker,
)

BR_1 = Collection("acme", Kind.JOB, "BR-1")
STEPS = {"sqlite": 1, "postgresql": 5}
"""After every transaction, or after some: each of them is slower there, and none another."""


def forget(house: House, kind: Kind) -> None:
    with house.portal.database.write() as connection:
        for table in ("records", "collections"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE agency = 'acme' AND kind = '{kind.value}'")
        if kind is Kind.CONTRACTOR:
            connection.exec_driver_sql("DELETE FROM contractor_emails WHERE agency = 'acme'")


def test_a_first_filling_is_shown_whole_or_not_at_all(
    house: House, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_pieces(monkeypatch, page=25, batch=10)
    first, whole = held(house, "BR-1"), held(house)
    looks = []
    for transactions in range(1, 99, STEPS[engine]):
        forget(house, Kind.JOB)
        with killed_after(house, transactions) as sizes:
            read_all(house, Kind.JOB)
        now = shown(house)
        assert now in ({}, first, whole)
        looks.append((len(now), len(rows(house))))
        if len(sizes) < transactions:
            break
        read_all(house, Kind.JOB)
        assert shown(house) == whole
        nothing_left_over(house)
    assert transactions > 20
    assert {0, len(first), len(whole)} == {look for look, _ in looks}
    assert sum(look < there for look, there in looks) > 8 // STEPS[engine], "it died in the midst of fillings"


def test_contractors_sign_in_all_or_none(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    in_small_pieces(monkeypatch)
    emails = {
        address.strip().lower()
        for person in house.simulator.state()["contractors"].values()
        if not person.get("IsArchived")
        for address in (person.get("EMailAddress") or "").replace(",", ";").split(";")
        if address.strip()
    }
    seen = set()
    for transactions in range(1, 40):
        forget(house, Kind.CONTRACTOR)
        with killed_after(house, transactions) as sizes:
            worker(house, Kind.CONTRACTOR).step()
        found = {address for address in emails if "acme" in dict(house.portal.mirror.contractors_by_email(address))}
        seen.add(len(found))
        if len(sizes) < transactions:
            break
    assert len(seen) == 2
    assert min(seen) == 0
    assert max(seen) > 5


def test_a_refresh_that_dies_anywhere_is_made_good_by_the_next(
    house: House, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_small_pieces(monkeypatch, page=25, batch=10)
    before = held(house)
    moving = ("JOB-1", "JOB-3")
    for transactions in range(1, 99, STEPS[engine]):
        titles = dict.fromkeys(list(held(house, "BR-1"))[3:30:2], f"Title {transactions}")
        for oid, title in titles.items():
            house.simulator.change(f"acme/jobs/{oid}", Title=title)
        branch = ("BR-1", "BR-2")[transactions % 2]
        house.simulator.change(f"acme/jobs/{moving[transactions % 2]}", BranchOID=branch)
        after = before | titles
        house.tomorrow(61)
        with killed_after(house, transactions) as sizes:
            read_all(house, Kind.JOB)
        for oid, title in shown(house).items():
            assert title in (before[oid], after[oid])
        assert before.keys() - shown(house).keys() <= set(moving), "who moves may be between two lists"
        if len(sizes) < transactions:
            break
        house.tomorrow(61)
        read_all(house, Kind.JOB)
        assert shown(house) == after
        before = after
    assert transactions > 10


def test_a_deletion_that_dies_is_finished_by_the_next(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    in_small_pieces(monkeypatch, batch=3)
    before = held(house)
    for oid in list(held(house, "BR-1"))[:12]:
        house.simulator.control("DELETE", f"state/acme/jobs/{oid}")
    house.tomorrow(61)
    counts = [len(before)]
    for transactions in range(3, 30):
        with killed_after(house, transactions):
            worker(house, Kind.JOB).step()
        counts.append(len(shown(house)))
    assert shown(house) == held(house)
    assert len(set(counts)) > 2, "it died between two batches"


def test_who_has_lost_the_lease_changes_nothing(build: Callable[..., House], monkeypatch: pytest.MonkeyPatch) -> None:
    """While it waits for a slot between two pages, so long that another takes over."""
    in_small_pieces(monkeypatch)
    house = build()
    read_all(house, Kind.BRANCH)
    house.simulator.fault(path="/jobs/BR-1/20/", status=429, times=1)
    taken: list[leases.Lease | None] = []

    def take_over() -> None:
        if not taken:
            house.tomorrow(LEASE_S)
            taken.append(leases.take(house.portal.database, house.clock, BR_1))

    assert isinstance(house.clock, WorkingClock)
    house.clock.work = take_over
    with capture_logs() as lines:
        worker(house, Kind.JOB).step()
    assert taken[0] is not None
    assert "lease_lost" in [line["event"] for line in lines]
    assert shown(house) == {}
    assert len(rows(house)) == 20, "no page after the first"
    taken[0].release()
    house.clock.work = None
    house.tomorrow(61)
    read_all(house, Kind.JOB)
    assert shown(house) == held(house)
    nothing_left_over(house)


def test_no_transaction_writes_more_than_500_rows(build: Callable[..., House]) -> None:
    house = build()
    house.simulator.control("POST", "reset", {"branches": 1, "contractors": 12, "jobs": 1300, "limit": None})
    read_all(house, Kind.BRANCH)
    with killed_after(house, 7) as first:
        read_all(house, Kind.JOB)
    assert len(rows(house)) == 1000
    with killed_after(house, 0) as then:
        read_all(house, Kind.JOB)
    large = [size for size in first + then if size >= BATCH]
    assert len(large) == 6, "two of the first filling, as many swept, and two of the second"
    assert max(large) <= BATCH + 2, "the lease and the counter beside them"
    assert shown(house) == held(house)
