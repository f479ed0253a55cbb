"""The outbox: nothing that goes into it is lost, doubled, out of order, or anybody else's to send."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.web.browsing import HARPER, Web
from tests.web.outboxing import Tab, a_pdf, job_for, notes_of, tab_in, wire_to
from tests.web.wire import Wire

pytestmark = pytest.mark.browser


@pytest.fixture
def wire(web: Web) -> Iterator[Wire]:
    """The line between the browser and the portal."""
    with wire_to(web) as wire:
        yield wire


@pytest.fixture
def device(web: Web, wire: Wire) -> Iterator[BrowserContext]:
    """A device on which Harper is signed in, at the end of the line."""
    with web.context(HARPER, base_url=wire.url) as context:
        yield context


@pytest.fixture
def tab(device: BrowserContext) -> Tab:
    """A tab of it with an outbox."""
    tab = tab_in(device)
    tab.open()
    return tab


@pytest.fixture
def job(web: Web) -> str:
    """A new job of Harper's."""
    return job_for(web)


def test_what_is_written_online_is_with_the_agency_in_a_moment(web: Web, tab: Tab, job: str) -> None:
    tab.note(job, "Valve fitted")
    tab.await_states("done")
    assert notes_of(web, job) == ["Valve fitted"]
    assert tab.items()[0]["result"]["note"] == "Valve fitted"


def test_what_is_written_offline_outlives_the_page(web: Web, wire: Wire, tab: Tab, job: str) -> None:
    wire.cut()
    tab.note(job, "Kept")
    tab.await_hold("offline")
    assert tab.states() == ["waiting"]
    wire.mend()
    tab.open(None)
    wire.cut()
    tab.open_again()
    assert [item["content"] for item in tab.items()] == [{"note": "Kept"}]
    assert notes_of(web, job) == []
    wire.mend()
    tab.await_states("done")
    assert notes_of(web, job) == ["Kept"]
