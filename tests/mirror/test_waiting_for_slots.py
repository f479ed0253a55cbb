"""Waiting for slots of the call budget.

A refresher without a slot for the next page waits and keeps its lease. Without a slot for the first page, it tries
again later.
"""

from collections import Counter
from collections.abc import Callable

import pytest

from app.mirror import lease as leases
from app.mirror.kinds import Collection, Kind
from app.services import refresher
from app.store.worker_tasks import Task
from app.worker.tasks import KINDS
from tests.mirror.reading_helpers import killed_after, read_all, upstream_jobs, use_small_pages, visible_jobs, worker
from tests.portal_server import PortalServer, WorkingClock, refresh_once

BR_1 = Collection("acme", Kind.JOB, "BR-1")


@pytest.fixture
def portal_with_few_slots(build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch) -> PortalServer:
    """Return a portal with few slots and small pages."""
    use_small_pages(monkeypatch, page=5)
    return build(AGENTOS_BUDGET=6, AGENTOS_WORKER_SHARE=2)


@pytest.fixture
def small_pages(build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch) -> PortalServer:
    """Return a portal with small pages, which knows its branches."""
    use_small_pages(monkeypatch, page=5)
    portal_server = build()
    read_all(portal_server, Kind.BRANCH)
    return portal_server


def acquire(portal_server: PortalServer) -> leases.Lease | None:
    """Try to take the lease of BR-1's jobs."""
    services = portal_server.services
    return leases.acquire(services.database, services.clock, BR_1)


def pages(portal_server: PortalServer) -> Counter[str]:
    return Counter(call["path"] for call in portal_server.simulator.calls() if "/jobs/BR-1/" in call["path"])


def read_while_others_try(portal_server: PortalServer) -> float:
    """Fetch BR-1's jobs. While the refresher sleeps, others try to take over. Return the seconds that it took."""
    began = portal_server.clock.boot()
    assert isinstance(portal_server.clock, WorkingClock)

    def try_to_take_over() -> None:
        assert acquire(portal_server) is None

    reading = worker(portal_server, Kind.JOB)
    reading.update_schedule()
    assert reading.due()[0][0] == BR_1
    portal_server.clock.work = try_to_take_over
    assert refresh_once(reading)
    portal_server.clock.work = None
    return portal_server.clock.boot() - began


def test_fetch_that_waits_for_slots_fetches_no_page_twice(portal_with_few_slots: PortalServer) -> None:
    read_all(portal_with_few_slots, Kind.BRANCH)
    portal_with_few_slots.advance_clock(61)
    assert read_while_others_try(portal_with_few_slots) > 60
    assert set(pages(portal_with_few_slots).values()) == {1}
    assert len(pages(portal_with_few_slots)) == len(upstream_jobs(portal_with_few_slots, "BR-1")) // 5 + 1
    assert visible_jobs(portal_with_few_slots) == upstream_jobs(portal_with_few_slots, "BR-1")


@pytest.mark.parametrize(("status", "times", "least_s"), [(429, 1, 59), (500, 2, 0)])
def test_failing_page_is_the_only_one_repeated(
    small_pages: PortalServer, status: int, times: int, least_s: int
) -> None:
    small_pages.simulator.fault(path="/jobs/BR-1/10/", status=status, times=times)
    assert read_while_others_try(small_pages) > least_s
    assert sorted(pages(small_pages).values())[-2:] == [1, times + 1]
    assert visible_jobs(small_pages) == upstream_jobs(small_pages, "BR-1")


def test_lease_is_renewed_before_the_wait_that_follows_a_slow_page(small_pages: PortalServer) -> None:
    """A page takes 22 s and ends in a 429. During the waits of 15 s that follow, nobody can take the list over."""
    for status in (503, 429):
        small_pages.simulator.fault(path="/jobs/BR-1/10/", status=status, times=1)
    taken: list[leases.Lease | None] = []

    def pass_time_once_then_try_to_take_over() -> None:
        if not taken:
            small_pages.advance_clock(22)
        taken.append(acquire(small_pages))

    assert isinstance(small_pages.clock, WorkingClock)
    small_pages.clock.work = pass_time_once_then_try_to_take_over
    assert refresh_once(worker(small_pages, Kind.JOB))
    assert len(taken) > 4
    assert set(taken) == {None}
    assert visible_jobs(small_pages) == upstream_jobs(small_pages, "BR-1")


def test_fetch_without_a_page_for_ten_minutes_ends(small_pages: PortalServer) -> None:
    small_pages.simulator.fault(path="/jobs/BR-1/10/", status=429)
    began = small_pages.clock.boot()
    assert not refresh_once(worker(small_pages, Kind.JOB))
    assert 600 <= small_pages.clock.boot() - began < 700
    assert acquire(small_pages), "it was given back"


def test_stopping_refresher_leaves_list_between_pages(portal_with_few_slots: PortalServer) -> None:
    read_all(portal_with_few_slots, Kind.BRANCH)
    portal_with_few_slots.advance_clock(61)
    steps = worker(portal_with_few_slots, Kind.JOB).run()
    while next(steps) == 0.0:
        pass
    steps.close()
    assert acquire(portal_with_few_slots), "it was given back"


def test_refresher_without_slot_acquires_no_leases(portal_with_few_slots: PortalServer) -> None:
    read_all(portal_with_few_slots, Kind.BRANCH, Kind.STATUS)
    portal_with_few_slots.clock.work = None  # type: ignore[union-attr]
    lists = worker(portal_with_few_slots)
    for _ in range(9):
        if not refresh_once(lists):
            break
    with killed_after(portal_with_few_slots, 0) as transactions:
        for _ in range(10):
            assert not refresh_once(lists)
            portal_with_few_slots.advance_clock(0.25)
    assert transactions == []
    portal_with_few_slots.advance_clock(61)
    assert refresh_once(lists)


def test_long_agency_list_does_not_delay_personal_list(portal_with_few_slots: PortalServer) -> None:
    """The worker fetches both at the same time, one from the agency's slots, the other from people's."""
    read_all(portal_with_few_slots, Kind.BRANCH)
    portal_with_few_slots.advance_clock(61)
    pending = Collection("acme", Kind.PENDING, "CON-1001")
    portal_with_few_slots.services.mirror.request_refresh([pending])
    acme = portal_with_few_slots.config.agencies["acme"]
    other = refresher(portal_with_few_slots.services, acme, KINDS[Task.RECORDS])
    portal_with_few_slots.clock.work = lambda: refresh_once(other)  # type: ignore[union-attr]
    agency_lists = KINDS[Task.LISTS] - {Kind.STATUS, Kind.CONTRACTOR}
    assert refresh_once(refresher(portal_with_few_slots.services, acme, agency_lists))
    calls = [call["path"] for call in portal_with_few_slots.simulator.calls()]
    asked = next(at for at, path in enumerate(calls) if "/statements/pending/" in path)
    assert any("/jobs/BR-1/" in path for path in calls[asked:])
    assert portal_with_few_slots.services.mirror.state(pending).read_at is not None


def test_page_failing_three_times_ends_the_fetch(small_pages: PortalServer) -> None:
    small_pages.simulator.fault(path="/jobs/BR-1/10/", status=500)
    read_while_others_try(small_pages)
    assert sorted(pages(small_pages).values())[-2:] == [1, 3]
    assert small_pages.services.mirror.state(BR_1).failed_at is not None
    assert acquire(small_pages), "it was given back"
