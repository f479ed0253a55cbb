"""The outbox as people see it: on a job, on its own screen, in other accounts, and when signing out."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.browsing import ACME, HARBOUR, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import invoices_in_agentos, problem, send, wait_until_arrived
from tests.web.outbox_tab import ACCOUNT, NAME, create_job, invoice, notes_in_agentos, outbox_of

pytestmark = pytest.mark.browser


@pytest.fixture
def page(device: BrowserContext) -> Page:
    """Return a page of the app, which now opens without a network."""
    page = device.new_page()
    page.goto(f"/jobs?{ACME}")
    wait_until_cached(page)
    return page


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


def test_refused_invoice_shows_the_faults_at_their_fields_and_is_sent_again(web: Web, page: Page) -> None:
    job = create_job(web)
    tab = outbox_of(page)
    tab.add("invoice", job, {**invoice(job), "amount": 0, "description": ""})
    tab.note(job, "Behind it")
    page.reload()
    page.get_by_role("link", name="1 thing needs you").click()
    expect(page.get_by_text("Refused, because: ")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Behind it")).to_contain_text("With the agency")
    page.get_by_role("link", name="Change").click()
    amount, purpose = "Amount, VAT included", "What it is for"
    expect(page.locator("#amount-problem")).to_have_text("Must be more than 0 pounds.")
    assert problem(page, amount) == "Must be more than 0 pounds."
    assert problem(page, purpose) == "Must have 1 to 2,000 characters, without spaces at its ends."
    page.get_by_label(amount).fill("75.50")
    expect(page.locator("#amount-problem")).to_be_empty()
    page.get_by_label(purpose).fill("Valve fitted")
    send(page)
    wait_until_arrived(page)
    assert [sent["Amount"] for sent in invoices_in_agentos(web, job)] == [75.5]


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
