"""Long lists are rendered as a person scrolls. Coming back, typing or reading keeps their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, PHONE, Web
from tests.web.lists import JOBS, rows, scroll_to_end, titles

pytestmark = pytest.mark.browser
LOW: dict[str, Any] = {**PHONE, "viewport": {"width": 360, "height": 240}}


def come_back_to(page: Page, link: Locator, way: Locator) -> None:
    """Leave by `way` and come back. Check that the link is at its former place."""
    link.scroll_into_view_if_needed()
    place = link.bounding_box()
    way.tap()
    page.wait_for_url(lambda url: "/jobs?" not in url)
    page.go_back()
    wait_until(f"the link at {place}", lambda: link.count() and link.bounding_box() == place)


def changed(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[Route], None]:
    """Respond like the portal, with these changes of the body."""

    def answer(route: Route) -> None:
        response = route.fetch(headers={**route.request.headers, "if-none-match": ""})
        body = response.json()
        route.fulfill(response=response, json={**body, **change(body)})

    return answer


def jobs(number: int, completed: int = 0) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return a change to so many open and completed jobs, with titles of one or several lines."""

    def change(body: dict[str, Any]) -> dict[str, Any]:
        titles = [f"Leak {'of water ' * (at % 9)}" for at in range(number + completed)]
        first = body["jobs"][0]
        changes = [{"jobId": f"JOB-{at}", "title": title, "completed": at >= number} for at, title in enumerate(titles)]
        return {"jobs": [{**first, **each} for each in changes]}

    return change


def read_again(page: Page) -> None:
    """Let the app fetch its data again, a minute later."""
    page.clock.set_system_time(datetime.now(UTC) + timedelta(minutes=1))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize("searched", ["in", ""])
def test_list_is_unchanged_after_going_back(web: Web, searched: str) -> None:
    """Rows far from the screen have only an estimated height until they are rendered."""
    with web.page(HARPER, JOBS) as page:
        page.get_by_role("searchbox").fill(searched)
        scroll_to_end(page)
        last = rows(page).get_by_role("link").last
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport()
        before, place = titles(page), last.bounding_box()
        last.tap()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        page.go_back()
        expect(page.get_by_role("heading", name="Jobs")).to_be_focused()
        assert titles(page) == before
        wait_until(f"the row at {place}", lambda: last.bounding_box() == place)
        page.go_forward()
        page.get_by_role("heading", name="Notes").wait_for()


@pytest.mark.parametrize("by", ["its row", "the bar"])
def test_row_far_down_the_list_is_in_place_after_going_back(web: Web, by: str) -> None:
    with web.page(HARPER, **PHONE) as page:
        page.route("**/contractor/jobs", changed(jobs(40)))
        page.goto(JOBS)
        scroll_to_end(page)
        row = rows(page).get_by_role("link").nth(20)
        come_back_to(page, row, row if by == "its row" else page.get_by_role("link", name="Contacts"))


TYPED_AS_IT_GROWS = """() => {
    const field = document.querySelector("#search");
    field.value = "hot water";
    field.dispatchEvent(new Event("input", {bubbles: true}));
    document.querySelector(".more").click();
}"""


def test_search_text_typed_while_the_list_grows_is_not_lost(web: Web) -> None:
    with web.page(HARPER, JOBS, viewport={"width": 360, "height": 240}) as page:
        page.get_by_role("button", name=re.compile("^Show more")).wait_for()
        page.evaluate(TYPED_AS_IT_GROWS)
        expect(rows(page)).to_have_count(2)
        expect(page.get_by_role("searchbox")).to_have_value("hot water")


def test_list_with_a_new_row_above_keeps_focus(web: Web) -> None:
    """Rows are in groups of six, so the sixth row moves to the next group."""
    new = {"jobId": "JOB-0", "priority": "Emergency"}
    with web.page(HARPER, JOBS) as page:
        sixth = rows(page).nth(5).get_by_role("link")
        sixth.focus()
        address = str(sixth.get_attribute("href"))
        page.route("**/contractor/jobs", changed(lambda body: {"jobs": [{**body["jobs"][0], **new}, *body["jobs"]]}))
        read_again(page)
        expect(rows(page).nth(6).get_by_role("link")).to_have_attribute("href", address)
        expect(rows(page).nth(6).get_by_role("link")).to_be_focused()


def test_list_that_becomes_empty_while_a_row_has_focus_says_so(web: Web) -> None:
    with web.page(HARPER, JOBS) as page:
        rows(page).first.get_by_role("link").focus()
        page.route("**/contractor/jobs", changed(lambda _: {"jobs": []}))
        read_again(page)
        expect(page.get_by_text("There is no open job for you just now.")).to_be_visible()


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
    with web.page(HARPER, **LOW) as page:
        page.add_init_script(SLOW_REPORTS)
        page.route("**/contractor/jobs", changed(jobs(40)))
        page.goto(JOBS)
        page.evaluate(SCROLL_ONCE_IT_IS_FAR)
        scroll_to_end(page)
        expect(rows(page)).to_have_count(40)


def test_search_matches_of_each_tab_are_rendered_separately(web: Web) -> None:
    """Both tabs have the same number of rows left after the same scrolling."""
    with web.page(HARPER, **LOW) as page:
        more = page.get_by_role("button", name=re.compile("^Show more"))
        page.route("**/contractor/jobs", changed(jobs(40)))
        page.goto(JOBS)
        page.get_by_role("searchbox").fill("leak")
        wait_until("as many as are made by themselves", lambda: (more.bounding_box() or {"y": 0})["y"] > 240 + 800)
        left = int("".join(filter(str.isdigit, str(more.text_content()))))
        page.route("**/contractor/jobs", changed(jobs(40, left + 6)))
        page.reload()
        page.get_by_role("searchbox").fill("leak")
        wait_until("as many again", lambda: (more.bounding_box() or {"y": 0})["y"] > 240 + 800)
        expect(more).to_have_text(f"Show more ({left} left)")
        page.get_by_role("link", name="Completed").tap()
        scroll_to_end(page)
        expect(rows(page)).to_have_count(left + 6)
