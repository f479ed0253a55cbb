"""The outbox as people see it: its list, the page of an item, and what they can do there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARBOUR, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.outbox_tab import ACCOUNT, NAME, create_job, notes_in_agentos, outbox_of

pytestmark = pytest.mark.browser
GONE = {**ACCOUNT, "contractorId": "CON-1003"}
FORMER = "agency=acme&contractor=CON-1003"
NEVER_KEPT = "if (navigator.storage) navigator.storage.persisted = navigator.storage.persist = async () => false"


@pytest.fixture
def page(device: BrowserContext) -> Page:
    """Return a page of the app, which now opens without a network."""
    page = device.new_page()
    page.goto("/outbox")
    wait_until_cached(page)
    return page


def open_item(page: Page, title: str) -> None:
    """Open the page of an item from the outbox."""
    page.goto("/outbox")
    page.get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_focused()


def test_outbox_groups_the_items_of_all_accounts(proxy: FaultyProxy, page: Page) -> None:
    page.get_by_role("heading", name="Everything has arrived").wait_for()
    proxy.cut()
    tab = outbox_of(page)
    tab.note("JOB-1", "For acme")
    tab.open_outbox({**ACCOUNT, "agency": "harbour", "contractorId": "CON-5001"})
    tab.note("JOB-2", "For harbour")
    page.reload()
    rows = page.get_by_role("main").get_by_role("listitem")
    expect(rows).to_have_count(2)
    for row, text in zip(rows.all(), ("For acme", "For harbour"), strict=True):
        expect(row).to_contain_text(f"“{text}”")
        expect(row.locator(".state")).to_have_text("On this phone · goes with signal")
    expect(page.get_by_text("Nothing you typed is lost.")).to_be_visible()
    page.get_by_role("link", name="Note").nth(1).click()
    expect(page).to_have_url(re.compile(rf"/outbox/\d+\?{HARBOUR}$"))
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_role("link", name="Back to Outbox").click()
    page.get_by_role("heading", name="Arrived last 7 days").wait_for()
    expect(page.locator(".state").first).to_have_text(re.compile(r"^With the agency · \d\d:\d\d$"))


def test_outbox_item_is_not_sent_while_it_is_edited(web: Web, proxy: FaultyProxy, page: Page) -> None:
    job, other = create_job(web), create_job(web)
    proxy.cut()
    tab = outbox_of(page)
    tab.note(job, "Back on Fryday")
    open_item(page, "Note")
    page.get_by_role("link", name="Edit").click()
    field = page.get_by_role("textbox", name="Note to Acme")
    expect(field).to_be_focused()
    field.fill("Back on Friday")
    tab = outbox_of(page)
    tab.note(other, "Elsewhere")
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    tab.await_states("waiting", "done")
    page.reload()  # the phone dropped the page
    expect(field).to_have_value("Back on Friday")
    page.get_by_role("button", name="Save note").click()
    expect(field).to_have_count(0)
    outbox_of(page).await_states("done", "done")
    assert notes_in_agentos(web, job) == ["Back on Friday"]


def test_completion_is_taken_back_in_the_outbox_until_it_is_sent(web: Web, proxy: FaultyProxy, page: Page) -> None:
    proxy.cut()
    tab = outbox_of(page)
    for _ in range(2):
        tab.add("completion", create_job(web), {"completed": True})
    page.reload()
    expect(page.locator(".state").first).to_have_text(re.compile("goes in [1-9]0? s"))
    page.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_role("button", name="Take back")).to_have_count(1)
    expect(page.locator(".state")).to_have_text("On this phone · goes with signal", timeout=20_000)
    page.get_by_role("link", name="Done").click()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("heading", level=1, name="Outbox")).to_be_focused()
    page.get_by_role("heading", name="Everything has arrived").wait_for()
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_timeout(500)
    assert proxy.keys == []


def test_deletion_asks_first_and_back_leads_to_no_dead_page(proxy: FaultyProxy, page: Page) -> None:
    proxy.cut()
    outbox_of(page).note("JOB-1", "Never mind")
    open_item(page, "Note")
    page.get_by_role("link", name="Delete").click()
    dialog = page.get_by_role("dialog", name="Delete: Note?")
    dialog.get_by_role("button", name="Keep it").click()
    expect(dialog).to_have_count(0)
    page.get_by_role("link", name="Delete").click()
    dialog.get_by_role("button", name="Delete it").click()
    expect(page.get_by_role("heading", level=1, name="Outbox")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("Deleted.")
    page.go_back()
    page.get_by_role("heading", name="Everything has arrived").wait_for()
    page.goto(f"/outbox/999?{ACME}")
    page.get_by_role("heading", name="This page leads nowhere").wait_for()
    expect(page.get_by_text("This phone does not have this item any more.")).to_be_visible()


def test_item_of_a_former_account_says_so_and_is_kept(proxy: FaultyProxy, page: Page) -> None:
    tab = outbox_of(page)
    tab.open_outbox(GONE)
    tab.note("JOB-1", "Written for it")
    page.goto(f"/jobs/JOB-1?{FORMER}")
    page.get_by_role("heading", name="This is not one of your accounts").wait_for()
    expect(page.get_by_text("“Written for it”")).to_be_visible()
    page.goto("/outbox")
    row = page.get_by_role("listitem").filter(has_text="Written for it")
    expect(row).to_contain_text("Not sent: your account with acme is gone.")
    row.get_by_role("link").click()
    expect(page.get_by_text("The agency does not know you by this account any more.")).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy text").click()
    expect(page.locator("#announcer")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "Written for it"
    page.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete it").click()
    page.get_by_role("heading", name="Everything has arrived").wait_for()
    assert proxy.keys == []


def test_arrived_item_has_a_receipt_to_save(web: Web, page: Page) -> None:
    tab = outbox_of(page)
    tab.note(create_job(web), "Valve fitted")
    tab.await_states("done")
    open_item(page, "Note")
    feed = page.locator(".feed .what span")
    expect(feed).to_have_text(["On this phone", "Sending", "With the agency"])
    with page.expect_download() as download:
        page.get_by_role("button", name="Save receipt").click()
    text = download.value.path().read_text("utf-8")
    assert download.value.suggested_filename.startswith("Receipt")
    assert ("Valve fitted" in text, "Acme Lettings" in text, "With the agency: " in text) == (True, True, True)


def test_items_in_a_browser_that_may_delete_them_have_a_note(proxy: FaultyProxy, device: BrowserContext) -> None:
    device.add_init_script(NEVER_KEPT)
    page = device.new_page()
    page.goto("/outbox")
    wait_until_cached(page)
    expect(page.get_by_role("link", name="Keep them longer")).to_have_count(0)
    proxy.cut()
    outbox_of(page).note("JOB-1", "Waits")
    expect(page.get_by_text("This browser may delete what waits here")).to_be_visible()
    page.get_by_role("link", name="Keep them longer").click()
    expect(page.get_by_role("heading", level=1, name="Add to Home Screen")).to_be_focused()
    expect(page.get_by_text("This phone may delete waiting items")).to_be_visible()
    expect(page.get_by_text("1 item waits")).to_be_visible()
    page.evaluate("navigator.storage.persist = async () => true")
    page.get_by_role("button", name="Ask again").click()
    expect(page.get_by_text("This phone keeps waiting items")).to_be_visible()


BADGES = "window.badges = []; navigator.setAppBadge = async (number) => { window.badges.push(number); }"


def test_icon_of_the_app_counts_the_items_on_this_phone(proxy: FaultyProxy, device: BrowserContext, web: Web) -> None:
    device.add_init_script(BADGES)
    page = device.new_page()
    page.goto("/outbox")
    wait_until_cached(page)
    proxy.cut()
    tab = outbox_of(page)
    tab.note(create_job(web), "Waits")
    wait_until("1 on the icon", lambda: page.evaluate("window.badges.at(-1)") == 1)
    proxy.mend()
    tab.wake()
    wait_until("0 on the icon", lambda: page.evaluate("window.badges.at(-1)") == 0)


def test_data_that_the_browser_deleted_is_reported_in_the_app(page: Page) -> None:
    count = "(name) => localStorage.getItem(`outbox ${name}`)"
    wait_until("the count of its items", lambda: page.evaluate(count, NAME))
    page.goto("/api/docs")  # no part of the app runs on this page
    page.evaluate("(name) => new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; })", NAME)
    page.goto("/outbox")
    sentence = "This browser deleted what was stored here. Anything not yet sent is lost. Check your last jobs."
    expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    page.reload()
    page.get_by_role("heading", name="Everything has arrived").wait_for()
    expect(page.get_by_text(sentence)).to_have_count(0)


# --- signing out -----------------------------------------------------------------------------------------------------


@pytest.fixture
def losses(proxy: FaultyProxy, page: Page) -> Page:
    """Return the question before signing out, on a small phone with five items that wait for a network."""
    proxy.cut()
    page.set_viewport_size({"width": 390, "height": 664})
    tab = outbox_of(page)
    for number in range(5):
        tab.note("JOB-1", f"For later {number}")
    page.goto("/account")
    page.get_by_role("link", name="Sign out").click()
    return page


def test_sign_out_lists_what_would_be_lost_with_its_buttons_in_view(losses: Page) -> None:
    dialog = losses.get_by_role("dialog", name="5 items would be lost")
    expect(dialog.get_by_role("listitem")).to_have_count(5)
    buttons: dict[str, Any] = {name: dialog.get_by_role("button", name=name) for name in ("Stay signed in", "Delete 5")}
    for button in buttons.values():
        expect(button).to_be_in_viewport(ratio=1)
        box = button.bounding_box()
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        assert losses.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('button')?.innerText", middle)
    expect(buttons["Stay signed in"]).to_have_class(re.compile("is-primary"))
    buttons["Stay signed in"].click()
    expect(dialog).to_have_count(0)
    assert outbox_of(losses).states() == ["waiting"] * 5


def test_sign_out_without_a_network_says_that_nothing_was_deleted(losses: Page) -> None:
    losses.get_by_role("button", name="Delete 5 items and sign out").click()
    alert = losses.get_by_role("alert").filter(has_text="Nothing on this device was deleted.")
    expect(alert).to_be_in_viewport(ratio=1)
    losses.get_by_role("button", name="Stay signed in").click()
    assert outbox_of(losses).states() == ["waiting"] * 5


UPDATED = "(name) => new Promise((resolve) => { indexedDB.open(name, 99).onsuccess = resolve; })"


def test_sign_out_with_an_unreadable_outbox_says_why_and_stays(page: Page) -> None:
    page.goto("/account")
    page.get_by_role("link", name="Sign out").wait_for()
    page.evaluate(UPDATED, NAME)
    page.get_by_role("link", name="Sign out").click()
    alert = page.get_by_role("alert").filter(has_text="The portal was updated in another tab. Please reload this page.")
    expect(alert.first).to_be_visible()
