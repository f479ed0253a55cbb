"""Signing in with a code on a phone: links, error sentences, and a sign-out that leaves no data behind."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, OBRIEN, PHONE, Web, wait_until_cached
from tests.web.engines import Engine
from tests.web.scripted_app import ScriptedApp
from tests.web.stored_data import HOLD_STORE, IMPATIENT

pytestmark = pytest.mark.browser
BARE, EVANS, LLYR = "bare@bare.example", "accounts@evans.example", "llyr.gwyn@gwyn.example"
TWO_BOXES = "two@twoboxes.example"
"""A person of this file alone: an address gets five codes an hour, and other files may run in the same process."""
UNKNOWN = "nobody@nowhere.example"
EMAIL = "Email the agency knows you by"
LINK = "/contacts?agency=acme&contractor=CON-1006"


def ask_for_code(page: Page, email: str) -> None:
    page.get_by_label(EMAIL).fill(email)
    page.get_by_role("button", name="Email me a code").tap()
    page.get_by_role("heading", name="Enter the 6-digit code").wait_for()
    expect(page.get_by_label("6-digit code")).to_be_focused()


def test_sign_in_leads_to_the_linked_screen(web: Web) -> None:
    with web.page(path=LINK) as page, web.code(BARE) as code:
        ask_for_code(page, BARE)
        field = page.get_by_label("6-digit code")
        assert (field.get_attribute("autocomplete"), field.get_attribute("inputmode")) == ("one-time-code", "numeric")
        digits = code()
        field.fill(f" {digits[:3]} {digits[3:]} ")  # as pasted from a mail; six digits submit the form automatically
        welcome = page.get_by_role("heading", level=1, name="knows you")
        expect(welcome).to_be_focused()
        expect(page.get_by_text(re.compile(r"^\d+ open jobs?"))).to_be_visible()
        page.get_by_role("button", name="Carry on").tap()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(welcome).to_have_count(0)
        assert page.url == web.url + LINK


def test_wrong_code_shows_a_sentence_and_the_right_code_still_works(web: Web) -> None:
    with web.page() as page, web.code(EVANS) as code:
        ask_for_code(page, EVANS)
        digits, field = code(), page.get_by_label("6-digit code")
        field.fill("12")
        page.get_by_role("button", name="Sign in").tap()
        expect(page.get_by_role("alert")).to_have_text("The code has 6 digits.")
        field.fill(f"{(int(digits) + 1) % 1_000_000:06}")
        expect(page.get_by_role("alert")).to_contain_text("The code is wrong or no longer valid.")
        expect(field).to_be_focused()
        page.reload()  # phones drop a page while its owner reads mail
        field.fill(digits)
        page.get_by_role("button", name="Show my day").wait_for()


def test_code_can_be_requested_again_after_30_seconds(web: Web) -> None:
    with web.context(**PHONE) as context:
        page = context.new_page()
        page.clock.install()
        page.goto("/")
        ask_for_code(page, UNKNOWN)
        again = page.get_by_role("button", name="Send a new code")
        expect(again).to_be_disabled()
        page.clock.fast_forward(29_000)
        expect(again).to_be_disabled()
        page.clock.fast_forward(1_000)
        expect(again).to_be_enabled()
        with page.expect_response("**/api/session/code") as answer:
            again.tap()
        assert answer.value.status == 204
        expect(again).to_be_disabled()
        expect(page.get_by_label("6-digit code")).to_be_focused()
        page.get_by_role("button", name="Use another email").tap()
        expect(page.get_by_role("heading", name="Sign in")).to_be_focused()


def test_first_start_without_a_network_says_so_and_goes_on_by_itself(web: Web) -> None:
    with web.context(**PHONE) as context:
        page = context.new_page()
        page.goto("/")
        wait_until_cached(page)
        context.set_offline(True)
        page.reload()
        page.get_by_role("heading", name="No signal, and nothing here yet").wait_for()
        expect(page.get_by_role("status").filter(has_text="We try again by ourselves.")).to_be_visible()
        page.get_by_role("button", name="Try again").tap()
        expect(page.get_by_label(EMAIL)).to_have_count(0)
        context.set_offline(False)
        expect(page.get_by_label(EMAIL)).to_be_visible()


def test_unknown_address_shows_that_it_leads_nowhere(web: Web) -> None:
    with web.page(path="/jobs/JOB-7/nowhere") as page:
        expect(page.get_by_role("heading", name="This page leads nowhere")).to_be_visible()
        page.get_by_role("link", name="Today").tap()
        expect(page.get_by_role("heading", name="Sign in")).to_be_focused()


def test_page_without_scripts_says_what_it_needs(web: Web) -> None:
    with web.context(java_script_enabled=False, **PHONE) as context:
        page = context.new_page()
        page.goto("/")
        expect(page.get_by_role("heading", name="The app needs JavaScript")).to_be_visible()


def test_sign_in_without_a_network_shows_a_sentence(web: Web) -> None:
    with web.page() as page:
        page.get_by_label(EMAIL).wait_for()
        page.context.set_offline(True)
        page.get_by_label(EMAIL).fill(BARE)
        page.get_by_role("button", name="Email me a code").tap()
        expect(page.get_by_role("alert")).to_contain_text("The portal cannot be reached just now.")


def test_code_step_after_browser_is_killed_is_shown_again(web: Web, browser: Engine) -> None:
    """Phones may end the browser while a person reads mail."""
    app = ScriptedApp(browser)
    browser.open()
    browser.goto(web.url)
    app.fill(EMAIL, UNKNOWN)
    app.click("Email me a code")
    app.await_text("Enter the 6-digit code")
    browser.kill()

    browser.open()
    browser.goto(web.url)
    app.await_text(f"If an agency knows {UNKNOWN}, a code is on its way there.")
    app.click("Use another email")
    app.await_text("Email me a code")
    browser.goto(web.url)
    app.await_text("Email me a code")


KEPT = """async () => ({
    databases: (await indexedDB.databases()).map(({name}) => name).filter((name) => name.includes("@")),
    texts: Object.values(localStorage).join("") + Object.values(sessionStorage).join(""),
})"""


ORDER = """() => {
    window.order = [];
    const deleteDatabase = IDBFactory.prototype.deleteDatabase;
    IDBFactory.prototype.deleteDatabase = function (name) {
        const request = deleteDatabase.call(this, name);
        request.addEventListener("success", () => window.order.push("deleted"));
        return request;
    };
    const shown = new MutationObserver(() => {
        if (!document.querySelector("#email")) return;
        window.order.push("shown");
        shown.disconnect();
    });
    shown.observe(document, {subtree: true, childList: true});
}"""


def test_sign_out_deletes_all_data_and_notifies_other_tabs(web: Web) -> None:
    with web.context(cookie=web.sign_in(LLYR), **PHONE) as context:
        page, other = context.new_page(), context.new_page()
        for each in (page, other):
            each.goto("/outbox")
            each.goto("/account")
            each.get_by_role("link", name="Sign out").wait_for()
        page.evaluate("document.getElementById('announcer').textContent = 'Deleted.'")
        page.evaluate(ORDER)
        page.get_by_role("link", name="Sign out").tap()
        expect(page.get_by_role("heading", name="Sign in")).to_be_focused()
        expect(page.locator("#announcer")).to_be_empty()
        assert page.evaluate("window.order") == ["deleted", "shown"]
        other.get_by_role("heading", name="Sign in").wait_for()
        assert page.evaluate(KEPT) == {"databases": [], "texts": ""}
        page.go_back()
        page.get_by_role("heading", name="Sign in").wait_for()


SIGN_OUT = "[...document.querySelectorAll('a')].find(({innerText}) => innerText.includes('Sign out')).click()"
UNDELETED = "You have signed out, but this browser could not delete what it keeps for you."
NOTHING_LOST = "Nothing is lost."


@contextmanager
def about_to_sign_out(web: Web, email: str) -> Iterator[tuple[Page, Page]]:
    """Yield a page of this person's account, and another tab that can block a database."""
    with web.context(cookie=web.sign_in(email), **PHONE) as context:
        context.add_init_script(IMPATIENT)
        page, frozen = context.new_page(), context.new_page()
        page.goto("/account")
        page.get_by_role("link", name="Sign out").wait_for()
        frozen.goto("/api/docs")
        yield page, frozen


@pytest.mark.parametrize(
    ("end", "store", "warning"),
    [
        (EVANS, "outbox", "Another tab of the portal is in the way."),
        ("portal", "session", UNDELETED),
    ],
)
def test_sign_out_with_data_in_a_frozen_tab_shows_a_warning(web: Web, end: str, store: str, warning: str) -> None:
    with about_to_sign_out(web, EVANS) as (page, frozen):
        frozen.evaluate(HOLD_STORE, [end, store])
        page.get_by_role("link", name="Sign out").tap()
        expect(page.get_by_role("alert").filter(has_text=warning).first).to_be_visible()


def test_sign_out_shows_no_other_screen_while_it_deletes_data(web: Web) -> None:
    with about_to_sign_out(web, LLYR) as (page, frozen):
        other = page.context.new_page()
        other.goto("/outbox")
        other.get_by_role("heading", name="Outbox").wait_for()
        frozen.evaluate(HOLD_STORE, [LLYR, "drafts"])
        page.evaluate(f"() => {{ {SIGN_OUT}; {SIGN_OUT}; }}")
        other.get_by_role("heading", name="Sign in").wait_for()
        assert page.get_by_text("Signing out …").is_visible()
        assert page.get_by_role("link").count() == 0
        page.get_by_role("heading", name="Sign in").wait_for()
        assert NOTHING_LOST not in other.inner_text("body") + page.inner_text("body")
        frozen.close()
        wait_until("the deletion", lambda: page.evaluate(KEPT)["databases"] == [])


def test_sign_out_during_another_sign_in_keeps_the_new_session(web: Web) -> None:
    with about_to_sign_out(web, TWO_BOXES) as (page, frozen):
        frozen.evaluate(HOLD_STORE, [TWO_BOXES, "drafts"])
        with page.expect_response("**/api/session"):
            page.get_by_role("link", name="Sign out").tap()
        page.context.add_cookies([{"name": "portal_session", "value": web.cookie(HARPER), "url": web.url}])
        other = page.context.new_page()
        other.goto("/outbox")
        for each, name in ((other, "Outbox"), (page, "Today")):
            each.get_by_role("heading", level=1, name=name).wait_for()
        other.reload()
        other.get_by_role("heading", name="Outbox").wait_for()


def test_sign_out_with_one_undeletable_account_deletes_the_others(web: Web) -> None:
    with about_to_sign_out(web, OBRIEN) as (page, frozen):
        wait_until("both databases", lambda: len(page.evaluate(KEPT)["databases"]) == 2)
        database = f"CON-1003 {OBRIEN}"
        frozen.evaluate(HOLD_STORE, [database, "drafts"])
        page.get_by_role("link", name="Sign out").tap()
        expect(page.get_by_role("alert").filter(has_text=UNDELETED)).to_be_visible()
        assert [name.partition("/")[2] for name in page.evaluate(KEPT)["databases"]] == [database]


def test_screen_opens_although_a_frozen_tab_blocks_stored_responses(web: Web) -> None:
    with web.page(HARPER, "/outbox") as page:
        page.get_by_role("heading", name="Outbox").wait_for()
        frozen = page.context.new_page()
        frozen.goto("/api/docs")
        frozen.evaluate(HOLD_STORE, [HARPER, "answers"])
        page.evaluate(IMPATIENT)
        page.get_by_role("link", name=re.compile("your account$")).tap()
        expect(page.get_by_role("heading", name="You, as Acme knows you")).to_be_visible()


def test_sign_in_screen_opens_without_a_response(web: Web) -> None:
    with web.page() as page:
        wait_until_cached(page)
        page.route("**/api/session", lambda route: None)
        page.reload()
        page.get_by_role("heading", name="Sign in").wait_for()


def test_session_record_missing_on_the_device_is_restored(web: Web) -> None:
    with web.page(HARPER, "/outbox") as page:
        wait_until_cached(page)
        page.get_by_role("heading", name="Outbox").wait_for()
        page.goto("/api/docs")  # no part of the app runs on this page
        page.evaluate(FORGET)
        page.goto("/account")
        page.get_by_role("heading", name="Account").wait_for()


FORGET = """() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("portal");
    request.onsuccess = resolve;
    request.onerror = reject;
})"""
