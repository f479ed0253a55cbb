"""The outbox as people see it: on the job, on its own screen, in other accounts, at sign-out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.browsing import ACME, HARBOUR, HARPER, PHONE, Web, kept_for_offline
from tests.web.outboxing import ACCOUNT, NAME, Tab, invoice, job_for, notes_of
from tests.web.wire import Wire

pytestmark = pytest.mark.browser


@pytest.fixture
def device(web: Web, wire: Wire) -> Iterator[BrowserContext]:
    """A phone on which Harper is signed in, at the end of the line."""
    with web.context(HARPER, base_url=wire.url, **PHONE) as context:
        yield context


@pytest.fixture
def page(device: BrowserContext) -> Page:
    """The app there, which now opens without a network too."""
    page = device.new_page()
    page.goto(f"/jobs?{ACME}")
    kept_for_offline(page)
    return page


def test_what_waits_is_changed_deleted_and_sent(web: Web, wire: Wire, page: Page) -> None:
    job = web.job_shown(HARPER)
    page.goto(f"/jobs/{job}?{ACME}")
    page.get_by_label("Add a note").wait_for()
    wire.cut()
    for text in ("Back on Fryday", "Never mind"):
        page.get_by_label("Add a note").fill(text)
        page.get_by_role("button", name="Add note").click()
        expect(page.get_by_role("listitem").filter(has_text=text)).to_contain_text("On this phone")
        expect(page.get_by_role("status")).to_have_text("Your note waits to be sent.")
    page.get_by_role("link", name="2 things are not with the agency yet").click()
    expect(page.get_by_role("heading", name="Outbox")).to_be_focused()
    expect(page.get_by_text("No connection to the portal.")).to_be_visible()

    first, second = (page.get_by_role("listitem").filter(has_text=text) for text in ("Back on", "Never mind"))
    first.get_by_role("button", name="Change").click()
    expect(first.get_by_label("Note")).to_be_focused()
    first.get_by_label("Note").fill("Back on Friday")
    first.get_by_role("button", name="Save").click()
    second.get_by_role("button", name="Delete").click()
    second.get_by_role("button", name="Yes, delete it").click()
    expect(second).to_have_count(0)

    wire.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Back on Friday")).to_contain_text("With the agency")
    notes = notes_of(web, job)
    assert notes.count("Back on Friday") == 1
    assert not {"Back on Fryday", "Never mind"} & set(notes)


def test_what_is_being_changed_does_not_go_out_as_it_was(web: Web, wire: Wire, page: Page) -> None:
    job, other = job_for(web), job_for(web)
    wire.cut()
    tab = writing(page)
    tab.note(job, "Back on Fryday")
    page.goto(f"/outbox?{ACME}")
    page.get_by_role("button", name="Change").click()
    page.get_by_label("Note").fill("Back on Friday")
    writing(page).note(other, "Elsewhere")
    wire.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_role("listitem").filter(has_text="Elsewhere")).to_contain_text("With the agency")
    expect(page.get_by_label("Note")).to_have_value("Back on Friday")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    assert notes_of(web, job) == ["Back on Friday"]


def test_a_refused_invoice_is_put_right_and_a_second_one_like_it_is_asked_about(web: Web, page: Page) -> None:
    job = job_for(web)
    writing(page).add("invoice", job, {**invoice(job), "amount": 0})
    page.goto(f"/outbox?{ACME}")
    expect(page.get_by_text("Refused, because: amount: ")).to_be_visible()
    page.goto(f"/jobs?{ACME}")
    page.get_by_role("link", name="1 thing needs you").click()
    page.get_by_role("link", name="Change").click()
    expect(page.get_by_label("What it is for")).to_have_value("Valve fitted")
    page.get_by_label("Amount, VAT included").fill("75.50")
    page.get_by_role("button", name="Look it over").click()
    page.get_by_role("button", name="Send to Acme Lettings").click()
    expect(page.locator(".state.is-done")).to_be_visible()

    page.goto(f"/outbox?{ACME}")
    writing(page).add("invoice", job, {**invoice(job), "amount": 75.5, "invoiceNumber": "H-2"})
    expect(page.get_by_text("Refused, because: You sent an invoice with this amount for this job on")).to_be_visible()
    page.get_by_role("button", name="It is another one: send it").click()
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    assert [one["Amount"] for one in web.agentos("invoices")["CON-1001"] if one["JobOID"] == job] == [75.5, 75.5]


def test_what_waits_for_another_account_is_told_of(wire: Wire, page: Page) -> None:
    wire.cut()
    writing(page).note("JOB-1", "For acme")
    page.goto(f"/jobs?{HARBOUR}")
    page.get_by_role("link", name="1 thing for Acme Lettings is not there yet").click()
    expect(page.get_by_text("For acme")).to_be_visible()


def test_who_cannot_sign_out_without_a_network_is_told_that_nothing_was_deleted(wire: Wire, page: Page) -> None:
    wire.cut()
    writing(page).note("JOB-1", "For later")
    page.goto(f"/account?{ACME}")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Delete it and sign out").click()
    expect(page.get_by_role("alert").filter(has_text="Nothing on this device was deleted.")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="1 thing is not with the agency yet").click()
    expect(page.get_by_text("For later")).to_be_visible()


def test_an_account_that_is_gone_shows_what_was_written_for_it(wire: Wire, page: Page) -> None:
    gone = {**ACCOUNT, "contractorId": "CON-1003"}
    tab = writing(page)
    tab.run("await outbox.open(given)", gone)
    tab.note("JOB-1", "Written for it")
    page.goto("/jobs?agency=acme&contractor=CON-1003")
    expect(page.get_by_role("heading", name="This is not one of your accounts")).to_be_visible()
    expect(page.get_by_text("Written for it")).to_be_visible()
    expect(page.get_by_text("so nothing is sent")).to_be_visible()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_text("Written for it")).to_have_count(0)
    assert wire.keys == []


UPDATED = "(name) => new Promise((resolve) => { indexedDB.open(name, 99).onsuccess = resolve; })"


def test_who_cannot_be_told_what_waits_is_told_why_and_stays_signed_in(page: Page) -> None:
    page.goto(f"/account?{ACME}")
    page.get_by_role("button", name="Sign out").wait_for()
    page.evaluate(UPDATED, NAME)
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator(".problem")).to_have_text("The portal was updated in another tab. Please reload this page.")


def writing(page: Page) -> Tab:
    """The outbox of this page's account, to put in what has no screen yet."""
    tab = Tab(page)
    tab.load()
    tab.run("await outbox.open(given)", ACCOUNT)
    return tab
