"""Completing a job.

*Undo* is in the bar for ten seconds, a second tap changes nothing, and *Take back* stays until the completion is sent.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.job_completion import (
    SECOND_TAP_MS,
    UNDO_MS,
    bar,
    complete_button,
    done_tag,
    end_undo_time,
    invoice_link,
    mark_complete,
    more_link,
    open_more,
    open_reopening,
    reopen,
    reopen_question,
    take_back_button,
    undo_button,
)
from tests.web.outbox_tab import create_read_job, invoice, outbox_of

pytestmark = pytest.mark.browser
HEIGHTS = (664, 844)
SETTLE_MS = 1_000


@pytest.fixture
def job(web: Web) -> str:
    """Return the id of an open job of Harper's that the portal has fetched."""
    return create_read_job(web)


@pytest.fixture
def page(device: BrowserContext, job: str) -> Page:
    """Return the job's page, which now opens without a network."""
    page = device.new_page()
    page.goto(f"/jobs/{job}?{ACME}")
    complete_button(page).wait_for()
    wait_until_cached(page)
    page.reload()
    complete_button(page).wait_for()
    page.wait_for_load_state("networkidle")
    return page


def test_completion_is_sent_once_after_ten_seconds(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    mark_complete(page)
    page.clock.fast_forward(UNDO_MS - 2_000)
    expect(page.get_by_text("On this phone · goes in 2 s")).to_be_visible()
    assert proxy.keys == []
    end_undo_time(page)
    invoice_link(page).wait_for()
    expect(undo_button(page)).to_have_count(0)
    expect(done_tag(page)).to_be_visible()
    wait_until("the completion", lambda: is_complete(web, job))
    assert len(proxy.keys) == 1


def test_completion_undone_in_time_is_never_sent(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    mark_complete(page)
    undo_button(page).tap()
    complete_button(page).wait_for()
    expect(page.locator("#announcer")).to_have_text("Undone. The job is not done.")
    end_undo_time(page)
    assert outbox_of(page).items() == []
    assert (proxy.keys, is_complete(web, job)) == ([], False)


@pytest.mark.parametrize("height", HEIGHTS)
def test_undo_is_in_the_bar_and_in_view(web: Web, job: str, height: int) -> None:
    """The bar keeps its height. *Undo* takes the place of *Note*, and a tap in the place of *Done* does nothing."""
    with web.page(HARPER, f"/jobs/{job}?{ACME}", **{**PHONE, "viewport": {"width": 390, "height": height}}) as page:
        before, note = box(bar(page)), box(bar(page).get_by_role("link", name="Note"))
        x, y = centre(complete_button(page))
        mark_complete(page)
        after, undo = box(bar(page)), box(undo_button(page))
        assert (after["y"], after["height"]) == (before["y"], before["height"])
        assert after["y"] <= undo["y"]
        assert undo["y"] + undo["height"] <= height
        assert undo["x"] == note["x"]
        assert min(undo["width"], undo["height"]) >= 48
        assert not page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('a, button')", [x, y])


def test_seconds_until_the_agency_is_told_count_down(page: Page) -> None:
    mark_complete(page)
    expect(bar(page)).to_contain_text("Acme is told in 10 s")
    expect(page.locator("#announcer")).to_have_text("Done. You have 10 seconds to undo it.")
    page.clock.fast_forward(4_000)
    expect(bar(page)).to_contain_text("Acme is told in 6 s")
    expect(page.get_by_text("goes in 6 s")).to_be_visible()


def test_second_tap_on_done_changes_nothing(web: Web, page: Page, job: str) -> None:
    """The taps are 700 ms apart, as if the person had noticed no effect, and anywhere on the button."""
    done = box(complete_button(page))
    page.clock.install()
    for share in (0.5, 0.1, 0.9):
        page.touchscreen.tap(done["x"] + share * done["width"], done["y"] + done["height"] / 2)
        undo_button(page).wait_for()
        page.clock.fast_forward(SECOND_TAP_MS)
    assert [item["kind"] for item in outbox_of(page).items()] == ["completion"]
    end_undo_time(page)
    invoice_link(page).wait_for()
    wait_until("the completion", lambda: is_complete(web, job))


def test_tap_after_ten_seconds_does_not_reopen(web: Web, page: Page, job: str) -> None:
    """The agency already has the completion at the second tap, and *Invoice* is where *Done* was."""
    x, y = centre(complete_button(page))
    mark_complete(page)
    end_undo_time(page)
    invoice_link(page).wait_for()
    page.touchscreen.tap(x, y)
    page.wait_for_url(f"**/jobs/{job}/invoice**")
    page.clock.fast_forward(UNDO_MS)
    wait_until("the completion", lambda: is_complete(web, job))


def test_leaving_the_page_ends_the_hold_and_sends(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    mark_complete(page)
    page.clock.set_fixed_time(datetime.now(UTC))  # the ten seconds never end
    page.get_by_role("link", name="Back to Today").tap()
    wait_until("the completion", lambda: is_complete(web, job))
    assert len(proxy.keys) == 1


def test_take_back_after_ten_seconds_without_signal(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    proxy.cut()
    mark_complete(page)
    expect(take_back_button(page)).to_have_count(0)
    page.clock.fast_forward(UNDO_MS + SETTLE_MS)
    expect(page.get_by_text("On this phone · goes with signal")).to_be_visible()
    expect(done_tag(page)).to_be_visible()
    take_back_button(page).tap()
    complete_button(page).wait_for()
    expect(page.locator("#announcer")).to_have_text("Taken back.")
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.clock.fast_forward(UNDO_MS)
    page.reload()
    complete_button(page).wait_for()
    assert (proxy.keys, is_complete(web, job)) == ([], False)


def test_take_back_is_gone_once_the_completion_is_sent(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    proxy.cut()
    mark_complete(page)
    page.clock.fast_forward(UNDO_MS + SETTLE_MS)
    take_back_button(page).wait_for()
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(take_back_button(page)).to_have_count(0)
    wait_until("the completion", lambda: is_complete(web, job))


def test_reopening_declined_at_the_question_sends_nothing(web: Web, proxy: FaultyProxy, page: Page, job: str) -> None:
    mark_complete(page)
    end_undo_time(page)
    invoice_link(page).wait_for()
    wait_until("the completion", lambda: is_complete(web, job))
    open_reopening(page)
    keep = reopen_question(page).get_by_role("button", name="Keep it done")
    expect(keep).to_be_focused()
    keep.tap()
    expect(reopen_question(page)).to_have_count(0)
    expect(more_link(page)).to_be_focused()
    assert (len(proxy.keys), is_complete(web, job)) == (1, True)
    reopen(page)
    complete_button(page).wait_for()
    expect(done_tag(page)).to_have_count(0)
    wait_until("the reopening", lambda: not is_complete(web, job))


def test_second_tap_on_reopen_does_not_answer_the_question(page: Page) -> None:
    mark_complete(page)
    end_undo_time(page)
    invoice_link(page).wait_for()
    expect(page.locator(".feed")).to_contain_text("With the agency")
    open_more(page)
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))")  # risen
    x, y = centre(page.get_by_role("dialog").get_by_role("link", name="Reopen"))
    for _ in range(2):
        page.touchscreen.tap(x, y)
    expect(reopen_question(page)).to_be_visible()
    assert len(outbox_of(page).items()) == 1


def test_reopening_is_offered_only_once_the_agency_knows(proxy: FaultyProxy, page: Page) -> None:
    proxy.cut()
    mark_complete(page)
    page.clock.fast_forward(UNDO_MS + SETTLE_MS)
    open_more(page)
    expect(page.get_by_role("dialog").get_by_role("link", name="Reopen")).to_have_count(0)


@pytest.mark.parametrize("is_complete_first", [False, True], ids=["open", "done"])
def test_job_with_a_sent_invoice_offers_no_second_one(page: Page, job: str, is_complete_first: bool) -> None:
    invoice_link(page).wait_for()
    if is_complete_first:
        mark_complete(page)
        end_undo_time(page)
        expect(invoice_link(page)).to_have_class("btn is-primary")
    tab = outbox_of(page)
    tab.add("invoice", job, invoice(job))
    expect(page.locator(".feed")).to_contain_text("Invoice £120.50")
    expect(invoice_link(page)).to_have_count(0)
    page.reload()
    more_link(page).wait_for()
    expect(page.locator(".feed")).to_contain_text("Invoice £120.50")
    expect(invoice_link(page)).to_have_count(0)


def test_response_older_than_a_change_is_fetched_again(web: Web, page: Page, job: str) -> None:
    """The page asks for the job before the completion, and gets the answer after it."""
    late: list[Any] = []
    page.route(f"**/contractor/jobs/{job}", lambda route: late.append((route, route.fetch())), times=1)
    page.reload()
    mark_complete(page)
    end_undo_time(page)
    wait_until("the completion", lambda: is_complete(web, job))
    expect(page.locator(".feed")).to_contain_text("With the agency")
    route, answer = late[0]
    route.fulfill(response=answer)
    invoice_link(page).wait_for()
    expect(done_tag(page)).to_be_visible()


def test_completion_is_shown_although_the_job_cannot_be_fetched_again(page: Page, job: str) -> None:
    """The connection is lost after the completion was sent. The stored job is older than the completion's response."""
    for path in ("jobs", f"jobs/{job}"):
        page.route(re.compile(f"/contractor/{path}$"), lambda route: route.abort())
    mark_complete(page)
    end_undo_time(page)
    invoice_link(page).wait_for()
    expect(page.locator(".feed")).to_contain_text("With the agency")
    page.reload()
    invoice_link(page).wait_for()
    expect(done_tag(page)).to_be_visible()


def is_complete(web: Web, job: str) -> bool:
    """Return whether the job is complete in AgentOS. A new job has no status word there."""
    return bool(web.agentos(f"jobs/{job}").get("Status") == "Completed")


def box(element: Locator) -> Any:
    """Return the place of an element, once it is on the screen."""
    return wait_until("its place", element.bounding_box)


def centre(element: Locator) -> tuple[float, float]:
    """Return the centre of an element."""
    place = box(element)
    return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
