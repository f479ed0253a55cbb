"""The outbox as people see it: on a job, on its own screen, in other accounts, and when signing out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.browsing import ACME, HARBOUR, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import problem
from tests.web.outbox_tab import ACCOUNT, NAME, Tab, create_job, invoice, notes_in_agentos

pytestmark = pytest.mark.browser


@pytest.fixture
def device(web: Web, proxy: FaultyProxy) -> Iterator[BrowserContext]:
    """Yield a phone behind the proxy on which Harper is signed in."""
    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        yield context


@pytest.fixture
def page(device: BrowserContext) -> Page:
    """Return a page of the app, which now opens without a network."""
    page = device.new_page()
    page.goto(f"/jobs?{ACME}")
    wait_until_cached(page)
    return page


def test_outbox_items_are_edited_deleted_and_sent(web: Web, proxy: FaultyProxy, page: Page) -> None:
    job = web.open_job(HARPER)
    page.goto(f"/jobs/{job}?{ACME}")
    page.get_by_label("Add a note").wait_for()
    proxy.cut()
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

    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Back on Friday")).to_contain_text("With the agency")
    notes = notes_in_agentos(web, job)
    assert notes.count("Back on Friday") == 1
    assert not {"Back on Fryday", "Never mind"} & set(notes)


def test_outbox_item_is_not_sent_while_it_is_edited(web: Web, proxy: FaultyProxy, page: Page) -> None:
    job, other = create_job(web), create_job(web)
    proxy.cut()
    tab = outbox_of(page)
    tab.note(job, "Back on Fryday")
    page.goto(f"/outbox?{ACME}")
    page.get_by_role("button", name="Change").click()
    page.get_by_label("Note").fill("Back on Friday")
    outbox_of(page).note(other, "Elsewhere")
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_role("listitem").filter(has_text="Elsewhere")).to_contain_text("With the agency")
    expect(page.get_by_label("Note")).to_have_value("Back on Friday")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    assert notes_in_agentos(web, job) == ["Back on Friday"]


def test_outbox_corrects_a_refused_invoice_and_confirms_a_duplicate(web: Web, page: Page) -> None:
    job = create_job(web)
    outbox_of(page).add("invoice", job, {**invoice(job), "amount": 0})
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
    outbox_of(page).add("invoice", job, {**invoice(job), "amount": 75.5, "invoiceNumber": "H-2"})
    expect(page.get_by_text("Refused, because: You already sent an invoice with this amount")).to_be_visible()
    page.get_by_role("button", name="It is another one: send it").click()
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    assert [each["Amount"] for each in web.agentos("invoices")["CON-1001"] if each["JobOID"] == job] == [75.5, 75.5]


def test_refused_invoice_shows_the_faults_at_their_fields(web: Web, page: Page) -> None:
    job = create_job(web)
    outbox_of(page).add("invoice", job, {**invoice(job), "amount": 0, "description": ""})
    page.goto(f"/outbox?{ACME}")
    expect(page.get_by_text("Refused, because: ")).to_be_visible()
    page.get_by_role("link", name="Change").click()
    amount, purpose = "Amount, VAT included", "What it is for"
    expect(page.locator("#amount-problem")).to_have_text("Must be more than 0 pounds.")
    assert problem(page, amount) == "Must be more than 0 pounds."
    assert problem(page, purpose) == "Must have 1 to 2,000 characters, without spaces at its ends."
    page.get_by_label(amount).fill("75.50")
    expect(page.locator("#amount-problem")).to_be_empty()
    page.get_by_label(purpose).fill("Valve fitted")
    page.get_by_role("button", name="Look it over").click()
    page.get_by_role("button", name="Send to Acme Lettings").click()
    expect(page.locator(".state.is-done")).to_be_visible()


def test_outbox_strip_names_items_of_other_accounts(proxy: FaultyProxy, page: Page) -> None:
    proxy.cut()
    outbox_of(page).note("JOB-1", "For acme")
    page.goto(f"/jobs?{HARBOUR}")
    page.get_by_role("link", name="1 thing for Acme Lettings is not there yet").click()
    expect(page.get_by_text("For acme")).to_be_visible()


def test_sign_out_without_a_network_says_that_nothing_was_deleted(proxy: FaultyProxy, page: Page) -> None:
    proxy.cut()
    outbox_of(page).note("JOB-1", "For later")
    page.goto(f"/account?{ACME}")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Delete it and sign out").click()
    expect(page.get_by_role("alert").filter(has_text="Nothing on this device was deleted.")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="1 thing is not with the agency yet").click()
    expect(page.get_by_text("For later")).to_be_visible()


def test_lost_account_shows_its_unsent_items(proxy: FaultyProxy, page: Page) -> None:
    gone = {**ACCOUNT, "contractorId": "CON-1003"}
    tab = outbox_of(page)
    tab.run("await outbox.open(argument)", gone)
    tab.note("JOB-1", "Written for it")
    page.goto("/jobs?agency=acme&contractor=CON-1003")
    expect(page.get_by_role("heading", name="This is not one of your accounts")).to_be_visible()
    expect(page.get_by_text("Written for it")).to_be_visible()
    expect(page.get_by_text("so nothing is sent")).to_be_visible()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_text("Written for it")).to_have_count(0)
    assert proxy.keys == []


UPDATED = "(name) => new Promise((resolve) => { indexedDB.open(name, 99).onsuccess = resolve; })"


def test_sign_out_with_an_unreadable_outbox_says_why_and_stays(page: Page) -> None:
    page.goto(f"/account?{ACME}")
    page.get_by_role("button", name="Sign out").wait_for()
    page.evaluate(UPDATED, NAME)
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator(".problem")).to_have_text("The portal was updated in another tab. Please reload this page.")


def outbox_of(page: Page) -> Tab:
    """Return the outbox of this page's account, to add items that no screen creates."""
    tab = Tab(page)
    tab.load()
    tab.run("await outbox.open(argument)", ACCOUNT)
    return tab
