"""One person with several accounts. Places show all of them; the address of an agency's page names the account."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARBOUR, HARPER, HOSTILE, OBRIEN, PHONE, Web, wait_until_cached
from tests.web.job_completion import bar
from tests.web.lists import rows, scroll_to_end

pytestmark = pytest.mark.browser
AGENCIES = {"acme": "Acme Lettings", "harbour": "Harbour & Vale Estates"}
SLOW_TRANSITION = """
document.startViewTransition = (update) => {
    globalThis.endTransition = update;
    return {ready: Promise.resolve()};
};
"""


def at(page: Page, agency: str) -> None:
    expect(page.locator(".whose")).to_contain_text(AGENCIES[agency])


def add_note(page: Page, text: str) -> None:
    """Add a note to the job on the screen."""
    bar(page).get_by_role("link", name="Note", exact=True).tap()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("textbox").fill(text)
    sheet.get_by_role("button", name="Add note").tap()


def test_account_is_added_to_an_address_without_one(web: Web) -> None:
    with web.page(OBRIEN, "/contacts") as page:
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_url(re.compile(r"/contacts\?agency=acme&contractor=CON-100[34]$"))


def test_jobs_of_all_accounts_are_in_one_list(web: Web) -> None:
    with web.page(HARPER, "/jobs") as page:
        scroll_to_end(page)
        for agency, name in AGENCIES.items():
            expected = sum(
                job["status"] not in ("Cancelled", "Abandoned") and not job["completed"] for job in jobs(web, agency)
            )
            expect(rows(page).filter(has=page.locator(".from", has_text=name))).to_have_count(expected)


def test_tap_counts_although_the_session_arrives_before_the_job_is_shown(web: Web) -> None:
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.goto("/jobs")
        wait_until_cached(page)
        waiting: list[Route] = []
        page.route("**/api/session", lambda route: waiting.append(route))
        page.add_init_script(SLOW_TRANSITION)
        page.reload()
        job = rows(page).first.get_by_role("link")
        title = job.inner_text()
        wait_until("the request", lambda: page.wait_for_timeout(20) or waiting)
        job.tap()
        page.wait_for_function("Boolean(globalThis.endTransition)")
        with page.expect_response("**/api/session"):
            waiting[0].continue_()
        page.wait_for_timeout(200)
        page.evaluate("endTransition()")
        expect(page.get_by_role("heading", level=1)).to_have_text(title)


def jobs(web: Web, agency: str) -> list[dict[str, object]]:
    account = {"acme": "acme/CON-1001", "harbour": "harbour/CON-5001"}[agency]
    return list(web.api(HARPER, "jobs", account)["jobs"])


def test_back_and_forward_lead_between_agencies(web: Web) -> None:
    with web.page(HARPER, f"/jobs/JOB-2?{HARBOUR}") as page:
        at(page, "harbour")
        title = web.api(HARPER, "jobs/JOB-2", "harbour/CON-5001")["title"]
        page.get_by_role("heading", level=1, name=title).wait_for()
        page.get_by_role("link", name="Back to").tap()
        page.get_by_role("link", name="Jobs", exact=True).tap()
        page.get_by_role("button", name="Acme").tap()
        rows(page).first.get_by_role("link").tap()
        at(page, "acme")
        page.go_back()
        expect(page.get_by_role("heading", level=1, name="Jobs")).to_be_focused()
        page.go_forward()
        at(page, "acme")
        page.reload()
        at(page, "acme")


def test_two_tabs_at_two_agencies_each_write_to_their_own_agency(web: Web) -> None:
    with web.context(HARPER, **PHONE) as context:
        tabs = {}
        for agency, query in (("acme", ACME), ("harbour", HARBOUR)):
            tabs[agency] = context.new_page()
            tabs[agency].goto(f"/jobs/JOB-3?{query}")
        for agency, page in tabs.items():
            add_note(page, f"Written at {agency}")
        for agency in tabs:
            wait_until(agency, lambda agency=agency: f"Written at {agency}" in str(web.agentos("jobs/JOB-3", agency)))
            other = next(each for each in AGENCIES if each != agency)
            assert f"Written at {other}" not in str(web.agentos("jobs/JOB-3", agency))


@pytest.mark.parametrize("account", ["acme/CON-1003", "nobody/CON-1001"])
def test_address_with_unknown_account_shows_a_notice_and_requests_nothing(web: Web, account: str) -> None:
    asked: list[str] = []
    agency, contractor = account.split("/")
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.headers.get("portal-account", "")))
        page.goto(f"/jobs/JOB-1?agency={agency}&contractor={contractor}")
        page.get_by_role("heading", name="This is not one of your accounts").wait_for()
        page.wait_for_load_state("networkidle")
        assert account not in asked


def test_account_refused_by_the_portal_shows_the_error(web: Web) -> None:
    gone = {"status": 409, "headers": {"X-Request-ID": "a"}, "json": {"error": "This is not one of your accounts."}}
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.route(
            "**/contractor/jobs",
            lambda route: (
                route.fulfill(**gone) if "harbour" in route.request.headers["portal-account"] else route.continue_()
            ),
        )
        page.goto("/jobs")
        expect(page.get_by_role("alert")).to_have_text("Harbour & Vale Estates: This is not one of your accounts.")
        expect(rows(page).first).to_contain_text("Acme Lettings")


def test_tab_after_another_person_signs_in_shows_no_earlier_data(web: Web) -> None:
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.goto(f"/jobs/JOB-1?{ACME}")
        bar(page).wait_for()
        context.add_cookies([{"name": "portal_session", "value": web.cookie(HOSTILE), "url": web.url}])
        page.get_by_role("link", name="Acme Lettings").tap()
        page.get_by_role("heading", name="This is not one of your accounts").wait_for()
        expect(page.get_by_text(HARPER)).to_have_count(0)


def test_page_of_an_agency_shows_its_logo_and_colour(web: Web) -> None:
    with web.page(HARPER, f"/jobs/JOB-1?{ACME}") as page:
        logo = page.locator(".top .logo img")
        logo.wait_for()
        assert logo.evaluate("(image) => image.decode().then(() => image.naturalWidth > 0)")
        expect(page.locator(".top")).to_have_css("background-color", "rgb(11, 92, 173)")
        expect(page.locator("meta[name=theme-color]").first).to_have_attribute("content", "#0b5cad")
        page.goto(f"/jobs/JOB-1?{HARBOUR}")
        at(page, "harbour")
        expect(page.locator(".top")).to_have_css("background-color", "rgb(91, 58, 135)")
        expect(page.locator(".top .logo")).to_have_text("H")
        page.get_by_role("link", name="Back to").tap()
        expect(page.locator(".top")).not_to_have_css("background-color", "rgb(91, 58, 135)")
        expect(page.locator("meta[name=theme-color]").first).not_to_have_attribute("content", "#5b3a87")
    with web.page() as page:
        page.get_by_role("heading", name="Sign in").wait_for()
        assert page.locator(".logo").count() == 0
