"""The devices of a person, and the data on a phone after a session that ended without a sign-out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests
from playwright.sync_api import Locator, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, PHONE, Web, wait_until_cached
from tests.web.stored_data import NOTHING, stored

pytestmark = pytest.mark.browser
QUAY, BARE = "quay@quayside.example", "bare@bare.example"
SIGNED_OUT, NOTHING_LOST = "You were signed out", "Nothing is lost."


@contextmanager
def signed_in(web: Web, email: str, path: str) -> Iterator[tuple[Page, str]]:
    """Yield a page of this person at this path, and the cookie of the session."""
    cookie = web.sign_in(email)
    with web.context(cookie=cookie, **PHONE) as context:
        page = context.new_page()
        page.goto(path)
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_load_state("networkidle")
        yield page, cookie


def session(web: Web, method: str, cookie: str) -> int:
    """Send a request about the session of this cookie. Return the status."""
    answer = requests.request(method, f"{web.url}/api/session", cookies={"portal_session": cookie}, timeout=10)
    return answer.status_code


def test_devices_are_signed_out_one_by_one_and_all_at_once(web: Web) -> None:
    others = [web.sign_in(QUAY), web.sign_in(QUAY)]
    with signed_in(web, QUAY, "/account") as (page, cookie):
        expect(page.get_by_role("listitem").filter(has_text="Devices")).to_contain_text("3 signed in")
        page.get_by_role("link", name="Devices").tap()
        expect(page.get_by_role("heading", name="Devices")).to_be_focused()
        cards = page.get_by_role("main").get_by_role("list").first.get_by_role("listitem")
        expect(cards).to_have_count(3)
        expect(cards.get_by_text(re.compile("active now$"))).to_have_count(1)
        page.get_by_role("button", name=re.compile("^Sign out (?!everywhere)")).first.tap()
        expect(page.locator("#announcer")).to_have_text("The device is signed out.")
        expect(cards).to_have_count(2)
        assert sorted(session(web, "GET", each) for each in others) == [200, 401]
        page.get_by_role("button", name="Sign out everywhere else").tap()
        expect(cards).to_have_count(1)
        expect(page.get_by_role("button", name=re.compile("^Sign out"))).to_have_count(0)
        assert [session(web, "GET", each) for each in (*others, cookie)] == [401, 401, 200]


def test_session_ended_elsewhere_keeps_unfinished_work_for_its_owner(web: Web) -> None:
    with signed_in(web, QUAY, "/jobs") as (page, cookie):
        note = "Written before the session ended"
        page.locator("[href^='/jobs/']").first.tap()
        job = page.url.partition("/jobs/")[2].partition("?")[0]
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_load_state("networkidle")
        page.context.set_offline(True)
        field = write_note(page, note)
        page.get_by_role("link", name="Note").tap()
        field.fill("Half a thought")
        wait_until("the draft", lambda: stored(page, QUAY)["drafts"] == 1)
        assert stored(page, QUAY)["answers"] > 0
        assert session(web, "DELETE", cookie) == 204
        page.context.set_offline(False)
        await_signed_out(page)
        expect(page.get_by_text("1 item waits on this phone. It goes when you are in.")).to_be_visible()
        assert stored(page, QUAY) == {"databases": 1, "answers": 0, "outbox": 1, "drafts": 1}
        expect(page.get_by_text(note)).to_have_count(0)

        other = page.context.new_page()
        page.context.add_cookies([{"name": "portal_session", "value": web.cookie(HARPER), "url": web.url}])
        other.goto("/outbox")
        other.get_by_text("Everything has arrived").wait_for()
        expect(other.get_by_text(note)).to_have_count(0)
        assert stored(other, QUAY) == {"databases": 1, "answers": 0, "outbox": 1, "drafts": 0}, "another person is here"
        assert note not in str(web.agentos(f"jobs/{job}", "harbour"))
        other.close()

        page.context.clear_cookies()
        page.goto("/jobs")
        await_signed_out(page)
        assert stored(page, HARPER) == NOTHING
        page.goto("/jobs")
        with web.code(QUAY) as code:
            page.get_by_label("Email the agency knows you by").fill(QUAY)
            page.get_by_role("button", name="Email me a code").tap()
            page.get_by_label("6-digit code").fill(code())
        page.get_by_role("button", name="Carry on").tap()
        page.get_by_role("heading", name="Jobs").wait_for()
        wait_until("the note", lambda: str(web.agentos(f"jobs/{job}", "harbour")).count(note) == 1)


def await_signed_out(page: Page) -> None:
    """Wait until the page says that the session has ended, and nothing is lost."""
    dialog = page.get_by_role("dialog", name=SIGNED_OUT)
    expect(dialog).to_contain_text(NOTHING_LOST)
    expect(dialog.get_by_role("button", name="Sign in again")).to_be_in_viewport(ratio=1)


def write_note(page: Page, text: str) -> Locator:
    """Add a note to the job on the screen. Return the field, which is closed then."""
    page.get_by_role("link", name="Note").tap()
    field = page.get_by_role("textbox", name=re.compile("^Note to "))
    field.fill(text)
    page.get_by_role("button", name="Add note").tap()
    expect(field).to_have_count(0)
    return field


def test_session_ended_elsewhere_without_unsent_items_leaves_no_database(web: Web) -> None:
    with signed_in(web, BARE, "/account") as (page, cookie):
        assert stored(page, BARE)["answers"] > 0
        assert session(web, "DELETE", cookie) == 204
        page.reload()
        await_signed_out(page)
        assert stored(page, BARE) == NOTHING
        page.reload()
        page.get_by_role("heading", name="Sign in").wait_for()
        assert stored(page, BARE) == NOTHING


def test_401_of_one_request_deletes_nothing_while_the_session_goes_on(web: Web) -> None:
    """The app asks the portal about the session itself, once."""
    refusal = {"status": 401, "headers": {"X-Request-ID": "a"}, "json": {"error": "Please sign in."}}
    with web.page(HARPER, "/account") as page:
        page.get_by_role("heading", name="Account").wait_for()
        page.wait_for_load_state("networkidle")
        before, asked = stored(page, HARPER), list[str]()
        assert before["answers"] > 0
        page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/api/session") else None)
        page.route("**/session/devices", lambda route: route.fulfill(**refusal))
        page.get_by_role("link", name="Devices").tap()
        page.get_by_text("Please sign in.").wait_for()
        page.wait_for_load_state("networkidle")
        assert len(asked) == 1, asked
        assert stored(page, HARPER) == before
        expect(page.get_by_role("dialog", name=SIGNED_OUT)).to_have_count(0)


def test_401_of_a_proxy_and_being_offline_delete_nothing(web: Web) -> None:
    with web.page(HARPER, "/account") as page:
        page.locator(".row").first.wait_for()
        page.wait_for_load_state("networkidle")
        wait_until_cached(page)
        before = stored(page, HARPER)
        assert before["answers"] > 0
        refusal = {"status": 401, "json": {"error": "Log in to the network."}}
        page.route("**/api/**", lambda route: route.fulfill(**refusal))
        page.reload()
        page.locator(".row").first.wait_for()
        assert stored(page, HARPER) == before
        page.unroute("**/api/**")
        page.context.set_offline(True)
        page.reload()
        page.locator(".row").first.wait_for()
        assert stored(page, HARPER) == before
