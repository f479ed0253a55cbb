"""Handover in Chromium: another front end hands a signed-in person over to the portal and to its web app."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, Route, expect

from app.auth.sso.handover import USED
from app.domain.clock import Clock
from tests.auth.fake_provider import FakeProvider, handover_token, settings
from tests.contract.api_calls import API
from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARBOUR, HARPER, OBRIEN, PHONE, Web, wait_until_cached
from tests.web.servers import running_front_end, running_web
from tests.web.stored_data import HOLD_STORE, NOTHING, stored
from tests.web.test_devices import write_note

pytestmark = pytest.mark.browser
AGENCIES = {"acme": "Acme Lettings", "harbour": "Harbour & Vale Estates"}
NOT_YOURS = "This is not one of your accounts"
NOTE, DRAFT = "Written by the former person", "Half a thought of theirs"
FETCH = """async ([url, method, body]) => {
  const answer = await fetch(url, {method, credentials: "include", headers: {"Content-Type": "application/json"},
    body: body && JSON.stringify(body)});
  return [answer.status, await answer.json()];
}"""
HandOver = Callable[..., None]


@pytest.fixture(scope="module")
def front_end() -> FakeProvider:
    """Return the keys of the front end."""
    return FakeProvider("http://localhost", Clock())


@pytest.fixture(scope="module")
def front_end_port() -> Iterator[int]:
    """Yield the port of an empty page of the front end."""
    with running_front_end() as port:
        yield port


@pytest.fixture(scope="module")
def web(
    tmp_path_factory: pytest.TempPathFactory, front_end: FakeProvider, front_end_port: int, playwright: Playwright
) -> Iterator[Web]:
    """Start a portal that accepts the front end's tokens, and its page at two addresses. One is on another site."""
    folder = tmp_path_factory.mktemp("handover")
    handover = {name: value for name, value in settings(front_end, folder).items() if name.startswith("HANDOVER_")}
    origins = f"http://127.0.0.1:{front_end_port},http://localhost:{front_end_port}"
    with running_web(folder, playwright, ALLOWED_ORIGINS=origins, **handover) as web:
        web.processes.find("worker", r"(refreshed.*kind=contractor)")
        yield web


@pytest.fixture
def hand_over(web: Web, front_end: FakeProvider) -> HandOver:
    """Return a function that hands a person over to the browser of a page."""

    def send(page: Page, **claims: str) -> None:
        body = {"token": handover_token(front_end, **claims)}
        answer = page.request.post(f"{web.url}/api/session/handover", data=body)
        assert answer.status == 201, answer.text()

    return send


@contextmanager
def handed_over(web: Web, hand_over: HandOver, path: str) -> Iterator[Page]:
    """Yield a page at this path. Harper was handed over to its browser, to start with acme, and the app was cached."""
    with web.context(**PHONE) as context:
        page = context.new_page()
        hand_over(page, agency="acme")
        page.goto(path)
        wait_until_cached(page)
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_load_state("networkidle")
        yield page


def hold_sessions(page: Page) -> list[Route]:
    """Hold the page's requests for the session, and return them."""
    pending: list[Route] = []
    page.route("**/api/session", lambda route: pending.append(route))
    return pending


def release(page: Page, pending: list[Route]) -> None:
    """Wait until the page has requested the session, and give it the portal's answer."""
    wait_until("the request", lambda: page.wait_for_timeout(20) or pending)  # the wait lets Playwright see the request
    with page.expect_response("**/api/session"):
        for route in pending:
            route.continue_()
    page.unroute("**/api/session")


def shows(page: Page, agency: str, url: str) -> None:
    """Assert that the app shows the contacts of this agency, at this address."""
    expect(page.get_by_role("heading", level=1)).to_have_text(AGENCIES[agency])
    expect(page).to_have_url(url)


def call(page: Page, url: str, method: str = "GET", body: object = None) -> tuple[int, dict[str, Any]]:
    """Return the status and the JSON of the page's request."""
    status, answer = page.evaluate(FETCH, [url, method, body])
    return status, answer


def test_page_of_another_front_end_hands_a_person_over(web: Web, front_end: FakeProvider, front_end_port: int) -> None:
    with web.page(path=f"http://127.0.0.1:{front_end_port}") as page:
        assert call(page, f"{web.url}/api/session")[0] == 401
        token = {"token": handover_token(front_end)}
        status, session = call(page, f"{web.url}/api/session/handover", "POST", token)
        assert (status, session.get("email")) == (201, HARPER), session
        status, again = call(page, f"{web.url}/api/session")
        assert (status, again) == (200, {**session, "endsAt": again.get("endsAt")}), "each request moves its end"
        status, answer = call(page, f"{web.url}{API}/jobs")
        assert status == 200
        assert answer["jobs"]
        assert call(page, f"{web.url}/api/session/handover", "POST", token) == (401, {"error": USED})
        assert call(page, f"{web.url}/api/session")[0] == 200, "a refused token ends no session"
        page.goto(f"http://localhost:{front_end_port}")
        assert call(page, f"{web.url}/api/session")[0] == 401, "the browser sends the cookie to no other site"


# --- the account with which the app opens ----------------------------------------------------------------------------


def test_app_opens_at_once_and_changes_the_agency_when_the_portal_answers(web: Web, hand_over: HandOver) -> None:
    with handed_over(web, hand_over, "/jobs") as page:
        hand_over(page, agency="harbour")
        pending = hold_sessions(page)
        page.goto("/contacts?from=front-end")
        shows(page, "acme", f"{web.url}/contacts?from=front-end&{ACME}")
        page.reload()
        shows(page, "acme", f"{web.url}/contacts?from=front-end&{ACME}")
        release(page, pending)
        shows(page, "harbour", f"{web.url}/contacts?from=front-end&{HARBOUR}")
        page.reload()
        shows(page, "harbour", f"{web.url}/contacts?from=front-end&{HARBOUR}")


@pytest.mark.parametrize("way", ["address", "link"])
def test_account_that_the_person_chose_stays(web: Web, hand_over: HandOver, way: str) -> None:
    """`link`: the person follows a link in the app before the portal has answered."""
    with handed_over(web, hand_over, "/jobs") as page:
        hand_over(page, agency="harbour")
        pending = hold_sessions(page)
        page.goto(f"/contacts?{ACME}" if way == "address" else "/account")
        if way == "link":
            page.get_by_role("link", name=AGENCIES["acme"]).tap()
        shows(page, "acme", f"{web.url}/contacts?{ACME}")
        release(page, pending)
        page.wait_for_load_state("networkidle")
        shows(page, "acme", f"{web.url}/contacts?{ACME}")


def test_open_tab_keeps_its_agency_while_another_tab_opens_at_another(web: Web, hand_over: HandOver) -> None:
    with handed_over(web, hand_over, f"/contacts?{ACME}") as page:
        second = page.context.new_page()
        hand_over(second, agency="harbour")
        second.goto("/contacts")
        shows(second, "harbour", f"{web.url}/contacts?{HARBOUR}")
        shows(page, "acme", f"{web.url}/contacts?{ACME}")
        page.reload()
        page.wait_for_load_state("networkidle")
        shows(page, "acme", f"{web.url}/contacts?{ACME}")


def test_end_of_the_session_removes_the_account_that_the_app_chose(web: Web, hand_over: HandOver) -> None:
    """Somebody else may sign in next, and asks for the page without it."""
    with handed_over(web, hand_over, "/jobs") as page:
        page.goto("/api/docs")  # no part of the app runs on this page
        page.context.clear_cookies()
        page.goto("/contacts")
        page.get_by_role("dialog", name="You were signed out").wait_for()
        expect(page).to_have_url(f"{web.url}/contacts")


# --- another person --------------------------------------------------------------------------------------------------


def write_without_a_network(page: Page) -> None:
    """Write a note that is not sent, and begin another one."""
    page.locator("[href^='/jobs/']").first.tap()
    page.get_by_role("link", name="Note").wait_for()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    field = write_note(page, NOTE)
    page.get_by_role("link", name="Note").tap()
    field.fill(DRAFT)
    wait_until("the draft", lambda: stored(page, HARPER)["drafts"] == 1)


@pytest.mark.parametrize("path", ["/jobs", f"/contacts?{ACME}"])
def test_another_person_finds_nothing_of_the_former_one(web: Web, hand_over: HandOver, path: str) -> None:
    """The second address names an account of the former person."""
    with handed_over(web, hand_over, "/jobs") as page:
        write_without_a_network(page)
        assert stored(page, HARPER)["answers"] > 0
        hand_over(page, email=OBRIEN)
        page.goto("about:blank")
        page.context.set_offline(False)
        page.goto(path)
        if path == "/jobs":
            page.get_by_role("heading", name="Jobs").wait_for()
            expect(page).to_have_url(f"{web.url}/jobs")
        else:
            page.get_by_role("heading", name=NOT_YOURS).wait_for()
        only_unsent = {"databases": 1, "answers": 0, "outbox": 1, "drafts": 0}
        wait_until("the deletion", lambda: stored(page, HARPER) == only_unsent)
        text = page.inner_text("body")
        assert not [each for each in (HARPER, NOTE, DRAFT) if each in text]


def test_another_person_sees_nothing_before_the_data_is_deleted(web: Web, hand_over: HandOver) -> None:
    with handed_over(web, hand_over, "/jobs") as page:
        frozen = page.context.new_page()
        frozen.goto("/api/docs")
        frozen.evaluate(HOLD_STORE, [HARPER, "answers"])
        hand_over(page, email=OBRIEN)
        page.goto("/jobs")
        page.get_by_text("Signing out …").wait_for()
        assert page.get_by_role("link").count() == 0
        frozen.close()
        page.get_by_role("heading", name="Jobs").wait_for()
        assert stored(page, HARPER) == NOTHING
