"""Marking a job complete.

It can be undone for ten seconds, a second tap changes nothing, and lists show the known state.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.job_completion import (
    SECOND_TAP_MS,
    UNDO_MS,
    complete_button,
    end_undo_time,
    mark_complete,
    reopen,
    reopen_button,
    reopen_question,
    undo_button,
)
from tests.web.lists import JOBS, scroll_to_end
from tests.web.outbox_tab import create_read_job

pytestmark = pytest.mark.browser


@pytest.fixture
def job(web: Web) -> str:
    """Return the id of an open job of Harper's that the portal has fetched."""
    return create_read_job(web)


@pytest.fixture
def page(device: BrowserContext, job: str) -> Page:
    """Return the job's screen. It was opened after the list of jobs, and both now open without a network."""
    page = device.new_page()
    page.goto(JOBS)
    page.get_by_role("searchbox").wait_for()
    wait_until_cached(page)
    page.goto(f"/jobs/{job}?{ACME}")
    complete_button(page).wait_for()
    page.wait_for_load_state("networkidle")
    return page


def test_completion_is_sent_once_after_ten_seconds(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    mark_complete(page)
    page.clock.fast_forward(UNDO_MS - 2_000)
    expect(page.get_by_text("Marked complete by you.")).to_be_visible()
    assert proxy.keys == []
    end_undo_time(page)
    reopen_button(page).wait_for()
    expect(undo_button(page)).to_have_count(0)
    assert (len(proxy.keys), is_complete(web, job)) == (1, True)


def test_completion_undone_in_time_is_never_sent(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    mark_complete(page)
    undo_button(page).tap()
    complete_button(page).wait_for()
    expect(page.get_by_role("status")).to_have_text("Undone. The job is not marked complete.")
    end_undo_time(page)
    page.goto(f"/outbox?{ACME}")
    page.get_by_text("Nothing waits").wait_for()
    assert (proxy.keys, is_complete(web, job)) == ([], False)


def test_second_tap_on_mark_complete_changes_nothing(web: Web, page: Page, job: str) -> None:
    """The taps are 700 ms apart, as if the person had noticed no effect."""
    x, y = centre(complete_button(page))
    page.clock.install()
    for _ in range(2):
        page.touchscreen.tap(x, y)
        page.get_by_text("Marked complete by you.").wait_for()
        page.clock.fast_forward(SECOND_TAP_MS)
    undo_button(page).wait_for()
    end_undo_time(page)
    reopen_button(page).wait_for()
    assert is_complete(web, job)


def test_second_tap_after_completion_does_not_reopen(web: Web, page: Page, job: str) -> None:
    """The agency already has the completion at the second tap."""
    x, y = centre(complete_button(page))
    mark_complete(page)
    end_undo_time(page)
    reopen_button(page).wait_for()
    page.touchscreen.tap(x, y)
    page.clock.fast_forward(UNDO_MS)
    page.goto(f"/outbox?{ACME}")
    expect(page.locator(".card")).to_have_count(1)
    assert is_complete(web, job)


def test_reopening_declined_at_the_question_sends_nothing(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    mark_complete(page)
    end_undo_time(page)
    x, y = centre(reopen_button(page))
    for _ in range(2):
        page.touchscreen.tap(x, y)
    expect(reopen_question(page)).to_be_focused()
    page.get_by_role("button", name="Leave it complete").tap()
    expect(reopen_button(page)).to_be_visible()
    assert (len(proxy.keys), is_complete(web, job)) == (1, True)
    reopen(page)
    complete_button(page).wait_for()
    expect(page.locator(".status")).not_to_contain_text("Completed")
    assert not is_complete(web, job)


def test_job_list_after_offline_completion_shows_its_state(proxy: FaultyProxy, page: Page, job: str) -> None:
    """The list is open while the completion is sent, and nothing else makes the app fetch it again."""
    proxy.cut()
    mark_complete(page)
    to_the_list(page)
    expect(row(page, job)).to_contain_text("Marked complete: On this phone")
    end_undo_time(page)
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(row(page, job)).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Completed")).tap()
    scroll_to_end(page)
    expect(row(page, job)).to_contain_text("Completed")


def test_job_list_that_cannot_be_fetched_again_shows_the_completion(page: Page, job: str) -> None:
    """The connection is lost after the completion was sent. The stored list is older than the completion's response."""
    for path in ("jobs", f"jobs/{job}"):
        page.route(f"**/contractor/{path}", lambda route: route.abort())
    mark_complete(page)
    end_undo_time(page)
    reopen_button(page).wait_for()
    expect(page.locator(".status")).to_have_text("Completed")
    page.goto(f"/jobs?show=completed&{ACME}")
    scroll_to_end(page)
    expect(row(page, job)).to_contain_text("Completed")
    page.get_by_role("link", name=re.compile("^Open")).tap()
    scroll_to_end(page)
    expect(row(page, job)).to_have_count(0)


def is_complete(web: Web, job: str) -> bool:
    """Return whether the job is complete in AgentOS. A new job has no status word there."""
    return bool(web.agentos(f"jobs/{job}").get("Status") == "Completed")


def to_the_list(page: Page) -> None:
    """Open the list of open jobs, and render all its rows."""
    page.get_by_role("link", name="Jobs", exact=True).first.tap()
    page.get_by_role("heading", level=1, name="Jobs").wait_for()
    scroll_to_end(page)


def row(page: Page, job: str) -> Locator:
    """Return the job's row in the list."""
    return page.locator(f'[role=listitem] a[href*="/jobs/{job}?"]')


def centre(element: Locator) -> tuple[float, float]:
    """Return the centre of an element, once it is on the screen."""
    element.scroll_into_view_if_needed()
    box = wait_until("its place", element.bounding_box)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
