"""Responses that change with time expire in time, whenever they were rendered."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from app.store.tables import cached_responses
from tests.portal_server import PortalServer, WorkingClock
from tests.response_cache.conftest import CacheClient
from tests.response_cache.test_invalidation import changed

DONE = {"Status": "Completed", "StatusOID": None, "ReportedByPhone": "07700 900321"}


class TickingClock(WorkingClock):
    """A clock that can advance by a second at each query."""

    ticks = False
    """If true, each query advances the clock by a second."""

    def now(self) -> datetime:
        if self.ticks:
            self.advance(1)
        return super().now()

    @contextmanager
    def ticking(self) -> Iterator[None]:
        self.ticks = True
        yield
        self.ticks = False

    def be(self, moment: datetime) -> None:
        self.advance((moment - super().now()).total_seconds())


@pytest.fixture
def ticking(portal_server: PortalServer) -> CacheClient:
    """Return a signed-in client of a portal with such a clock."""
    clock = TickingClock()
    server = PortalServer(portal_server.config, portal_server.simulator, clock)
    clock.work = server.refresh
    return CacheClient(server, server.sign_in())


def crossing(cache_client: CacheClient, path: str, line: datetime, gone: bytes) -> list[int]:
    """Return the start times, in seconds before `line`, of requests after which `gone` was shown for too long."""
    clock, late = cache_client.portal_server.clock, []
    assert isinstance(clock, TickingClock)
    for seconds in range(40):
        with cache_client.portal_server.services.database.write() as connection:
            connection.execute(cached_responses.delete())
        clock.be(line - timedelta(seconds=seconds))
        with clock.ticking():
            cache_client.get(path)
        clock.be(line + timedelta(seconds=60))
        if gone in cache_client.get(path).data:
            late.append(seconds)
    return late


def test_contact_data_that_expires_during_a_request_is_not_cached(ticking: CacheClient) -> None:
    clock = ticking.portal_server.clock
    line = clock.now() + timedelta(minutes=10)
    completed = (line - timedelta(days=30)).isoformat()
    changed(ticking.portal_server, "acme/jobs/JOB-1", seconds=61, **DONE, CompletedDate=completed)
    assert b"07700 900321" in ticking.get("jobs").data
    assert crossing(ticking, "jobs", line, b"07700 900321") == []


def test_job_with_completion_date_in_year_9999_is_cached(cache_client: CacheClient) -> None:
    """.NET writes this time for an unknown date."""
    changed(
        cache_client.portal_server, "acme/jobs/JOB-1", seconds=61, **DONE, CompletedDate="9999-12-31T23:59:59.9999999"
    )
    answer = cache_client.get("jobs")
    assert answer.status_code == 200
    assert cache_client.hit("jobs").data == answer.data
