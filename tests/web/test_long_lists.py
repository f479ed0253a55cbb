"""Long lists are rendered as a person scrolls. Coming back, typing or reading keeps their place."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import DESKTOP, Web
from tests.web.lists import JOBS, rows, scroll_to_end, titles
from tests.web.sample_day import EMERGENCY, TALL, SampleDay, done, sample_job, sample_page

pytestmark = pytest.mark.browser
LOW: dict[str, Any] = {**TALL, "viewport": {"width": 360, "height": 240}}


def long_day(number: int = 40, completed: int = 0) -> SampleDay:
    """Return so many open and completed jobs of two agencies, with titles of one or several lines."""
    names = [f"Leak {at} {'of water ' * (at % 9)}" for at in range(number + completed)]
    jobs = {
        "acme": [sample_job(f"JOB-{at}", name) for at, name in enumerate(names[:number])],
        "kirk": [done(f"JOB-{at}", name, at) for at, name in enumerate(names[number:])],
    }
    return SampleDay(agencies=("acme", "kirk"), jobs=jobs, to_invoice={}, invoices={})


def come_back_to(page: Page, link: Locator, way: Locator) -> None:
    """Leave by `way` and come back. Check that the link is at its former place."""
    link.scroll_into_view_if_needed()
    place = link.bounding_box()
    way.tap()
    page.wait_for_url(lambda url: not url.endswith("/jobs"))
    page.go_back()
    wait_until(f"the link at {place}", lambda: link.count() and link.bounding_box() == place)


def read_again(page: Page) -> None:
    """Let the app fetch its data again, a minute later."""
    page.clock.set_system_time(datetime.now(UTC) + timedelta(minutes=1))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_list_is_unchanged_after_going_back(web: Web) -> None:
    """Rows far from the screen have only an estimated height until they are rendered."""
    with sample_page(web, long_day(), JOBS) as page:
        scroll_to_end(page)
        last = rows(page).get_by_role("link").last
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport()
        before, place = titles(page), last.bounding_box()
        last.tap()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        page.get_by_role("link", name="Back to Jobs").tap()
        expect(page.get_by_role("heading", level=1, name="Jobs")).to_be_focused()
        assert titles(page) == before
        wait_until(f"the row at {place}", lambda: last.bounding_box() == place)


@pytest.mark.parametrize("by", ["its row", "the bar"])
def test_row_far_down_the_list_is_in_place_after_going_back(web: Web, by: str) -> None:
    with sample_page(web, long_day(), JOBS) as page:
        scroll_to_end(page)
        row = rows(page).get_by_role("link").nth(20)
        come_back_to(page, row, row if by == "its row" else page.get_by_role("link", name="Money"))


def test_search_result_is_in_place_after_going_back(web: Web) -> None:
    with sample_page(web, long_day(), "/search?q=leak") as page:
        scroll_to_end(page)
        row = rows(page).get_by_role("link").nth(25)
        row.scroll_into_view_if_needed()
        place = row.bounding_box()
        row.tap()
        page.get_by_role("link", name="Back to search").tap()
        wait_until(f"the row at {place}", lambda: row.count() and row.bounding_box() == place)


def test_list_with_a_new_row_above_keeps_focus(web: Web) -> None:
    """Rows are in groups of six, so the sixth row moves to the next group."""
    day = long_day(12)
    with sample_page(web, day, JOBS) as page:
        sixth = rows(page).nth(5).get_by_role("link")
        sixth.focus()
        address = str(sixth.get_attribute("href"))
        day.jobs["acme"].insert(0, sample_job("JOB-new", "Reported earlier", reportedAt="2020-01-01T00:00:00+00:00"))
        read_again(page)
        expect(rows(page).nth(6).get_by_role("link")).to_have_attribute("href", address)
        expect(rows(page).nth(6).get_by_role("link")).to_be_focused()


def test_new_emergency_stands_above_the_list(web: Web) -> None:
    day = long_day(12)
    with sample_page(web, day, JOBS) as page:
        expect(rows(page)).to_have_count(12)
        day.jobs["acme"].append(sample_job("JOB-new", "Burst main", **EMERGENCY))
        read_again(page)
        expect(rows(page).first).to_contain_text("Burst main")


def test_list_that_becomes_empty_while_a_row_has_focus_says_so(web: Web) -> None:
    day = long_day(3)
    with sample_page(web, day, JOBS) as page:
        rows(page).first.get_by_role("link").focus()
        day.jobs = {}
        read_again(page)
        expect(page.get_by_role("heading", name="No open jobs")).to_be_visible()


SLOW_REPORTS = """
    window.IntersectionObserver = class extends IntersectionObserver {
        constructor(report, options) {
            const waiting = [];
            super((entries, observer) => {
                waiting.push(...entries);
                clearTimeout(observer.timer);
                observer.timer = setTimeout(() => report(waiting.splice(0), observer), 300);
            }, options);
        }
    };
"""
SCROLL_ONCE_IT_IS_FAR = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const button = () => document.querySelector(".more");
    while (!(button()?.getBoundingClientRect().y > 240 + 800)) await frame();
    for (let frames = 0; frames < 3; frames++) await frame();
    button().scrollIntoView();
}"""


def test_list_grows_in_a_browser_that_reports_several_changes_at_once(web: Web) -> None:
    with sample_page(web, long_day(), JOBS, **LOW) as page:
        page.add_init_script(SLOW_REPORTS)
        page.reload()
        page.evaluate(SCROLL_ONCE_IT_IS_FAR)
        scroll_to_end(page)
        expect(rows(page)).to_have_count(40)


def test_each_tab_begins_with_few_rows_at_its_top(web: Web) -> None:
    with sample_page(web, long_day(40, 40), JOBS, **LOW) as page:
        scroll_to_end(page)
        page.get_by_role("navigation", name="Jobs by state").get_by_role("link", name=re.compile("^Done")).tap()
        expect(page.get_by_text("Without a date")).to_have_count(0)
        assert page.evaluate("scrollY") == 0
        assert rows(page).count() < 30
        scroll_to_end(page)
        expect(rows(page)).to_have_count(40)


DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
FRAMES = """async (seconds) => {
    const frames = [];
    let last = performance.now();
    const end = last + seconds * 1000;
    while (last < end) {
        scrollBy(0, 120);
        const now = await new Promise(requestAnimationFrame);
        frames.push(now - last);
        last = now;
    }
    return frames.slice(1).sort((first, second) => first - second);
}"""


@pytest.mark.second_tier
def test_thousand_jobs_scroll_smoothly_on_a_slow_phone(web: Web) -> None:
    """Half of the frames may be late, because the machine of the tests does other work, too."""
    with sample_page(web, long_day(1000), JOBS) as page:
        rows(page).first.wait_for()
        page.wait_for_load_state("networkidle")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        frames = page.evaluate(FRAMES, 8)
        assert rows(page).count() > 100
        assert frames[len(frames) // 2] < 50, frames[-20:]


def test_list_beside_a_page_grows_and_keeps_its_place(web: Web) -> None:
    with sample_page(web, long_day(), JOBS, **DESKTOP) as page:
        scroll_to_end(page)
        expect(rows(page)).to_have_count(40)
        row = rows(page).get_by_role("link").nth(20)
        row.scroll_into_view_if_needed()
        page.evaluate(DRAWN)
        place = row.bounding_box()
        row.click()
        expect(page.locator(".detail h2.title")).to_be_focused()
        page.evaluate(DRAWN)
        assert row.bounding_box() == place
