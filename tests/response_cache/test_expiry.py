"""Responses that change with time alone expire in time, whenever they were rendered."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from app.response_cache.prerender import Prerenderer
from app.store.tables import answers
from tests.portal_server import PortalServer, WorkingClock
from tests.response_cache.conftest import Looker
from tests.response_cache.test_invalidation import changed

DONE = {"Status": "Completed", "StatusOID": None, "ReportedByPhone": "07700 900321"}


class TickingClock(WorkingClock):
    """A clock that, while it ticks, is a second further each time somebody looks at it."""

    ticks = False
    """Whether it does."""

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
def ticking(portal_server: PortalServer) -> Looker:
    """Somebody who looks by such a clock."""
    clock = TickingClock()
    found = PortalServer(portal_server.config, portal_server.simulator, clock)
    clock.work = found.refresh
    return Looker(found, found.sign_in())


def crossing(looker: Looker, path: str, line: datetime, gone: bytes) -> list[int]:
    """How many seconds before `line` a look began after which `gone` was shown for longer than it may be."""
    clock, late = looker.portal_server.clock, []
    assert isinstance(clock, TickingClock)
    for seconds in range(40):
        with looker.portal_server.services.database.write() as connection:
            connection.execute(answers.delete())
        clock.be(line - timedelta(seconds=seconds))
        with clock.ticking():
            looker.get(path)
        clock.be(line + timedelta(seconds=60))
        if gone in looker.get(path).data:
            late.append(seconds)
    return late


def test_contact_data_that_expires_during_a_request_is_not_kept(ticking: Looker) -> None:
    clock = ticking.portal_server.clock
    line = clock.now() + timedelta(minutes=10)
    completed = (line - timedelta(days=30)).isoformat()
    changed(ticking.portal_server, "acme/jobs/JOB-1", seconds=61, **DONE, CompletedDate=completed)
    assert b"07700 900321" in ticking.get("jobs").data
    assert crossing(ticking, "jobs", line, b"07700 900321") == []


def test_job_completed_at_the_end_of_time_is_cached(looker: Looker) -> None:
    """.NET writes that where it knows no date."""
    changed(looker.portal_server, "acme/jobs/JOB-1", seconds=61, **DONE, CompletedDate="9999-12-31T23:59:59.9999999")
    answer = looker.get("jobs")
    assert answer.status_code == 200
    assert looker.hit("jobs").data == answer.data


def test_failing_view_holds_up_no_other_response(looker: Looker) -> None:
    portal_server = looker.portal_server
    changed(portal_server, "acme/jobs/JOB-1", seconds=61, Title="Prepared")

    def broken() -> None:
        raise ZeroDivisionError

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(portal_server.app.view_functions, "financial.get_insights", broken)
        preparer = Prerenderer(portal_server.app, portal_server.config.agencies["acme"])
        while preparer.run_once():
            pass
    assert b"Prepared" in looker.hit("jobs").data
    with looker.rendering() as taken:
        assert looker.get("insights").status_code == 200
    assert taken == ["financial.get_insights"]
