"""The schedule of refreshes: periodic checks, requested refreshes at once, and longer waits after failures."""

from collections.abc import Callable

from structlog.testing import capture_logs

from app.mirror.kinds import Collection, Kind
from tests.mirror.reading_helpers import read_all, worker
from tests.portal_server import PortalServer, refresh_once

BR_1 = Collection("acme", Kind.JOB, "BR-1")


def test_collection_due_before_next_check_is_fetched_on_time(portal_server: PortalServer) -> None:
    """The refresh rate of a list must not depend on the number of people who request it."""
    read_all(portal_server, *Kind)
    reading = worker(portal_server, Kind.JOB)
    portal_server.advance_clock(57)
    assert not refresh_once(reading)
    portal_server.advance_clock(3)
    assert refresh_once(reading)


def test_failing_collection_waits_twice_as_long_each_time(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    read_all(portal_server, Kind.BRANCH)
    portal_server.simulator.fault(path="/jobs/BR-1/", status=500)
    reading, failed = worker(portal_server, Kind.JOB), []
    with capture_logs() as lines:
        for second in range(300):
            while refresh_once(reading):
                pass
            if [line for line in lines if line["event"] == "reading_failed"]:
                failed.append(second)
                lines.clear()
            portal_server.advance_clock(1)
    assert failed == [0, 5, 15, 35, 75, 135, 195, 255]


def test_failing_collection_is_fetched_when_a_person_waits(build: Callable[..., PortalServer]) -> None:
    portal_server = build()
    read_all(portal_server, Kind.BRANCH)
    portal_server.simulator.fault(path="/jobs/BR-1/", status=500, times=4)
    reading = worker(portal_server, Kind.JOB)
    for _ in range(60):
        refresh_once(reading)
        portal_server.advance_clock(1)
    assert portal_server.services.mirror.state(BR_1).read_at is None
    portal_server.services.mirror.request_refresh([BR_1])
    assert refresh_once(reading)
    assert portal_server.services.mirror.state(BR_1).read_at is not None
