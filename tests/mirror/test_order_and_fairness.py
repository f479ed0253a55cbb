"""The order of the worker's calls within an agency, and fairness between agencies, on a virtual clock."""

from collections import deque
from collections.abc import Callable, Generator, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import update

from app.agentos.budget import key_id
from app.domain.worker_lease import LEASE_S
from app.mirror import refresher
from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import NEVER_READ
from app.mirror.reader import RETRY_FAILED_AFTER_S
from app.store.tables import records
from tests.clock import BEGINNING, FakeClock
from tests.mirror.reading_helpers import use_small_pages, worker
from tests.mirror.virtual_worker import VirtualWorker
from tests.portal_server import PortalServer


def calls(portal_server: PortalServer, agency: str, after: int = 0) -> list[str]:
    """Return the paths of an agency's calls, without the agency's name."""
    paths = [call["path"] for call in portal_server.simulator.calls()[after:]]
    return [path for path in paths if f"/{agency}/" in path]


def count(portal_server: PortalServer) -> int:
    return len(portal_server.simulator.calls())


def jobs_age_s(portal_server: PortalServer, agency: str) -> float:
    """Return the age of the agency's oldest list of jobs, in seconds."""
    mirror = portal_server.services.mirror
    lists = mirror.branch_lists(portal_server.config.agencies[agency], Kind.JOB) or []
    read = [state.read_at for state in mirror.states(lists).values()]
    assert None not in read, "a list was never read"
    return max((portal_server.clock.now() - moment).total_seconds() for moment in read if moment)


def oldest_while_running(virtual: VirtualWorker, agency: str, seconds: int) -> float:
    """Run the worker, and return the greatest age of the agency's jobs meanwhile, in seconds."""
    ages = []
    for _ in range(seconds):
        virtual.run(1)
        ages.append(jobs_age_s(virtual.portal_server, agency))
    return max(ages)


def test_agency_lists_go_before_personal_lists_and_single_records(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    VirtualWorker(portal_server).run(3)
    paths = calls(portal_server, "acme")
    last_list = max(at for at, path in enumerate(paths) if "/jobs/BR-" in path or "/contractors/" in path)
    single = [at for at, path in enumerate(paths) if "/staff/" in path or "/properties/" in path]
    assert not single or min(single) > last_list


def test_never_read_list_that_a_person_awaits_goes_first(build: Callable[..., PortalServer]) -> None:
    portal_server = build(AGENTOS_BUDGET=6, AGENTOS_WORKER_SHARE=2)
    virtual = VirtualWorker(portal_server)
    virtual.run(2)
    after = count(portal_server)
    pending = Collection("acme", Kind.PENDING, "CON-1001")
    portal_server.services.mirror.request_refresh([pending], {pending: NEVER_READ})
    virtual.run(2)
    assert "/statements/pending/" in calls(portal_server, "acme", after)[0]


def test_list_that_is_requested_after_a_failure_is_soon_fetched(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    virtual = VirtualWorker(portal_server)
    virtual.run(10)
    pending = Collection("acme", Kind.PENDING, "CON-1001")
    portal_server.simulator.fault(method="GET", path="/statements/pending/", times=1, status=500)
    for _ in range(2):  # the first fetch fails
        portal_server.services.mirror.request_refresh([pending], {pending: NEVER_READ})
        virtual.run(2)
    virtual.run(int(RETRY_FAILED_AFTER_S) + 2)
    assert portal_server.services.mirror.state(pending).read_at


def test_task_that_a_person_awaits_fetches_nothing_else_first(build: Callable[..., PortalServer]) -> None:
    """So the persons of all agencies are served before lists that nobody awaits."""
    portal_server = build()
    status = Collection("acme", Kind.STATUS)
    portal_server.services.mirror.request_refresh([status], {status: NEVER_READ})
    for _ in worker(portal_server).run(only_awaited=True):
        pass
    assert [path for path in calls(portal_server, "acme") if "/status" not in path] == []


def test_long_run_ends_so_that_another_worker_can_continue(
    build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresher, "MOST_OF_A_RUN", 3)
    portal_server = build()
    steps = worker(portal_server).run()
    assert deque(_results(steps), 1) == deque([0.0]), "more is due"
    assert len(calls(portal_server, "acme")) == 3
    VirtualWorker(portal_server).run(10)
    assert len(calls(portal_server, "acme")) > 6


def _results(steps: Generator[float, None, float | None]) -> Iterator[float | None]:
    """Yield what each step yields, and last the result."""
    yield (yield from steps)


def test_notes_use_only_idle_slots(build: Callable[..., PortalServer]) -> None:
    """Of twelve slots, background refreshes use four at most, so that people and lists have the others."""
    portal_server = build(AGENTOS_BUDGET=12, AGENTOS_WORKER_SHARE=4)
    virtual = VirtualWorker(portal_server)
    virtual.run(400)
    portal_server.sign_in()
    background = []
    for _ in range(5):
        after = count(portal_server)
        virtual.run(60)
        paths = calls(portal_server, "acme", after)
        background.append(sum("/jobs/BR-" not in path for path in paths))
        assert any("/jobs/BR-1/" in path for path in paths), "the lists stay fresh"
    assert 0 < max(background) <= 4


def test_first_fetches_use_all_slots_but_a_third(build: Callable[..., PortalServer]) -> None:
    """Of twelve slots, first fetches of personal lists use eight while nobody calls."""
    portal_server = build(AGENTOS_BUDGET=12, AGENTOS_WORKER_SHARE=4, AGE_JOBS_S=3_600)
    virtual = VirtualWorker(portal_server)
    virtual.run(600)
    after = count(portal_server)
    for address in ("office@harper.example", "sam@obrien.example", "dai.evans@evans.example", "accounts@evans.example"):
        portal_server.sign_in(address)
    virtual.run(58)
    paths = calls(portal_server, "acme", after)
    assert len(paths) == 8
    assert all("/statements/" in path or "/invoices/" in path for path in paths)


def test_large_agency_that_waits_for_slots_delays_no_other(
    build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_pages(monkeypatch, page=2)  # acme's lists need many more pages than its slots allow
    portal_server = build(AGENTOS_BUDGET=6, AGENTOS_WORKER_SHARE=2, AGE_JOBS_S=60)
    _let_harbour_have_many_slots(portal_server)
    virtual = VirtualWorker(portal_server, threads=1)
    virtual.run(240)
    assert oldest_while_running(virtual, "harbour", 130) <= 60 + 3


def test_resting_key_takes_no_thread(build: Callable[..., PortalServer]) -> None:
    portal_server = build(AGE_JOBS_S=60)
    virtual = VirtualWorker(portal_server, threads=1)
    virtual.run(5)
    portal_server.simulator.fault(path="/acme/", status=429)
    virtual.run(60)
    assert portal_server.services.budget.resting(portal_server.config.agencies["acme"]) > 0
    assert oldest_while_running(virtual, "harbour", 130) <= 60 + 3


def test_collection_with_a_fault_waits_an_hour_and_delays_no_other(build: Callable[..., PortalServer]) -> None:
    portal_server = build(AGE_JOBS_S=60)
    virtual = VirtualWorker(portal_server)
    virtual.run(5)
    with portal_server.services.database.write() as connection:  # as a bug might
        in_list = (records.c.agency == "acme", records.c.kind == Kind.JOB, records.c.scope == "BR-1")
        connection.execute(update(records).where(*in_list).values(body=b"{", digest=b""))
    after = count(portal_server)
    virtual.run(3_000)
    faulty, sound = Collection("acme", Kind.JOB, "BR-1"), Collection("acme", Kind.JOB, "BR-2")
    states = portal_server.services.mirror.states([faulty, sound])
    now = portal_server.clock.now()
    assert now - (states[sound].read_at or BEGINNING) <= timedelta(seconds=63)
    assert states[faulty].failed_at is not None
    assert len([path for path in calls(portal_server, "acme", after) if "/jobs/BR-1/" in path]) == 1
    virtual.run(700)
    assert len([path for path in calls(portal_server, "acme", after) if "/jobs/BR-1/" in path]) == 2


def test_wrong_wall_clock_delays_refreshes_only_while_it_is_wrong(build: Callable[..., PortalServer]) -> None:
    portal_server = build(AGE_JOBS_S=60)
    virtual = VirtualWorker(portal_server)
    virtual.run(130)
    set_back(portal_server, hours=2)
    virtual.run(65)
    assert 0 <= jobs_age_s(portal_server, "acme") <= 63
    virtual.run(60)
    set_back(portal_server, hours=-2)
    virtual.run(65)
    assert jobs_age_s(portal_server, "acme") <= 63


def test_urgent_task_does_not_wait_for_a_long_list(
    build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a list is fetched in pages, the thread for e-mails sends a code."""
    use_small_pages(monkeypatch, page=2)
    portal_server = build()
    virtual = VirtualWorker(portal_server, threads=1)
    virtual.run(2)
    portal_server.advance_clock(61)
    virtual.pool.look()
    while not [path for path in calls(portal_server, "acme") if "/jobs/BR-1/4/" in path]:
        assert virtual.pool.step()
    client = portal_server.app.test_client()
    assert client.post("/api/session/code", json={"email": "office@harper.example"}).status_code == 204
    virtual.pool.look()
    assert virtual.pool.step(only_mails=True)
    assert portal_server.postbox.code()


def test_killed_workers_tasks_are_taken_over_within_35_s(build: Callable[..., PortalServer]) -> None:
    portal_server = build(AGE_JOBS_S=60)
    killed = VirtualWorker(portal_server)
    killed.run(59)
    portal_server.advance_clock(2)
    killed.pool.look()  # it claims due lists, and dies before it fetches them
    other = VirtualWorker(portal_server)
    ages = []
    for _ in range(36):
        other.run(1)
        ages.append(jobs_age_s(portal_server, "acme"))
    assert max(ages) > 60 + LEASE_S - 5, "the claim of the killed worker lasts"
    assert ages[-1] < 35 - LEASE_S + 5


def set_back(portal_server: PortalServer, *, hours: int) -> None:
    """Set the wall clock back. The boot clock goes on."""
    assert isinstance(portal_server.clock, FakeClock)
    portal_server.clock.set_back(timedelta(hours=hours))


def _let_harbour_have_many_slots(portal_server: PortalServer) -> None:
    agencies = portal_server.config.agencies
    assert key_id(agencies["acme"]) != key_id(agencies["harbour"])
    object.__setattr__(agencies["harbour"], "budget", 600)
