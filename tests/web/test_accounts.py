"""One person with several accounts. The address names the account, for links, back, forward and several tabs."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARBOUR, HARPER, HOSTILE, OBRIEN, PHONE, Web

pytestmark = pytest.mark.browser
AGENCIES = {"acme": "Acme Lettings", "harbour": "Harbour & Vale Estates"}


def at(page: Page, agency: str) -> None:
    expect(page.locator(".agency")).to_have_text(AGENCIES[agency])


def test_account_is_added_to_an_address_without_one(web: Web) -> None:
    with web.page(OBRIEN, "/contacts") as page:
        page.get_by_role("heading", name="Contacts").wait_for()
        page.wait_for_url(re.compile(r"/contacts\?agency=acme&contractor=CON-100[34]$"))


def test_links_and_back_and_forward_switch_the_account(web: Web) -> None:
    with web.page(HARPER, f"/jobs/JOB-2?{HARBOUR}") as page:
        at(page, "harbour")
        title = web.api(HARPER, "jobs/JOB-2", "harbour/CON-5001")["title"]
        page.get_by_role("heading", level=1, name=title).wait_for()
        page.get_by_role("link", name="Switch account").tap()
        page.get_by_role("link", name="Acme Lettings").tap()
        expect(page.get_by_role("heading", name="Jobs")).to_be_focused()
        at(page, "acme")
        assert page.url == f"{web.url}/jobs?{ACME}"
        page.go_back()
        at(page, "harbour")
        page.go_forward()
        at(page, "acme")
        page.reload()
        at(page, "acme")


def test_next_visit_starts_with_the_account_chosen_last(web: Web) -> None:
    with web.page(HARPER, f"/account?{ACME}") as page:
        for agency, query in (("harbour", HARBOUR), ("acme", ACME)):
            with page.expect_response(lambda answer: answer.request.method == "PATCH"):
                page.get_by_role("link", name=AGENCIES[agency]).tap()
            at(page, agency)
            page.goto("/")
            at(page, agency)
            page.wait_for_url(f"**/?{query}")
            page.goto(f"/account?{query}")


def test_two_tabs_at_two_agencies_each_write_to_their_own_agency(web: Web) -> None:
    with web.context(HARPER, **PHONE) as context:
        tabs = {}
        for agency, query in (("acme", ACME), ("harbour", HARBOUR)):
            tabs[agency] = context.new_page()
            tabs[agency].goto(f"/jobs/JOB-3?{query}")
        for agency, page in tabs.items():
            page.get_by_label("Add a note").fill(f"Written at {agency}")
        for page in tabs.values():
            page.get_by_role("button", name="Add note").tap()
        for agency in tabs:
            wait_until(agency, lambda agency=agency: f"Written at {agency}" in str(web.agentos("jobs/JOB-3", agency)))
            other = next(each for each in AGENCIES if each != agency)
            assert f"Written at {other}" not in str(web.agentos("jobs/JOB-3", agency))


@pytest.mark.parametrize("query", ["agency=acme&contractor=CON-1003", "agency=nobody&contractor=CON-1001"])
def test_address_with_unknown_account_shows_a_notice_and_requests_nothing(web: Web, query: str) -> None:
    asked: list[str] = []
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"/jobs/JOB-1?{query}")
        page.get_by_role("heading", name="This is not one of your accounts").wait_for()
        page.wait_for_load_state("networkidle")
        assert not [url for url in asked if "/api/contractor/" in url]
        page.get_by_role("link", name="Acme Lettings").tap()
        at(page, "acme")


def test_account_refused_by_the_portal_shows_the_error(web: Web) -> None:
    gone = {"status": 409, "headers": {"X-Request-ID": "a"}, "json": {"error": "This is not one of your accounts."}}
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.route("**/contractor/contacts", lambda route: route.fulfill(**gone))
        page.goto(f"/contacts?{ACME}")
        expect(page.get_by_role("main").get_by_role("alert")).to_have_text("This is not one of your accounts.")


def test_tab_after_another_person_signs_in_shows_no_earlier_data(web: Web) -> None:
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.goto(f"/jobs?{ACME}")
        page.locator(".row").first.wait_for()
        context.add_cookies([{"name": "portal_session", "value": web.cookie(HOSTILE), "url": web.url}])
        page.get_by_role("link", name="Contacts").tap()
        page.get_by_role("heading", name="This is not one of your accounts").wait_for()
        expect(page.get_by_text(HARPER)).to_have_count(0)


def test_agency_after_sign_in_shows_its_logo_and_colour(web: Web) -> None:
    with web.page(HARPER, f"/jobs?{ACME}") as page:
        logo = page.locator(".logo")
        logo.wait_for()
        assert logo.evaluate("(image) => image.decode().then(() => image.naturalWidth > 0)")
        expect(page.locator(".top")).to_have_css("background-color", "rgb(11, 92, 173)")
        page.goto(f"/jobs?{HARBOUR}")
        at(page, "harbour")
        expect(page.locator(".top")).to_have_css("background-color", "rgb(91, 58, 135)")
        expect(page.locator(".logo")).to_have_count(0)
    with web.page() as page:
        page.get_by_role("heading", name="Sign in").wait_for()
        assert page.locator(".logo").count() == 0
