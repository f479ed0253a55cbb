"""An invoice as contractors write it: guided, reviewed, sent once and never lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, DESKTOP, HARBOUR, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import (
    FIELDS,
    SENT_MS,
    amount,
    attach,
    attached,
    fill,
    form,
    invoices_in_agentos,
    open_review,
    problem,
    send,
    today,
    wait_until_arrived,
)
from tests.web.outbox_tab import job_to_invoice, unique_pdf

pytestmark = pytest.mark.browser
DEVICES = {"phone": PHONE, "desktop": DESKTOP}


@pytest.fixture
def job(web: Web) -> str:
    """Return the id of a job of Harper's that has no invoice yet."""
    return job_to_invoice(web)


@pytest.mark.parametrize("device", DEVICES.values(), ids=DEVICES)
def test_invoice_is_reviewed_and_then_sent(web: Web, job: str, device: dict[str, Any]) -> None:
    known = web.api(HARPER, f"jobs/{job}")
    about = known["title"] or known["reference"] or job
    with web.page(HARPER, f"/jobs/{job}?{ACME}", **device) as page:
        page.get_by_role("link", name="Send its invoice").click()
        expect(page.get_by_role("heading", name="Invoice")).to_be_focused()
        expect(page.get_by_role("main")).to_contain_text(f"For {about}")
        fill(page)
        attach(page, unique_pdf(f"for {job}"), "H-77.pdf")
        expect(attached(page)).to_contain_text("H-77.pdf")
        open_review(page)
        expect(page.get_by_role("heading", name="Look it over")).to_be_focused()
        for text in (about, "£1,234.50", "£205.75", today(), "H-77", "Valve fitted", "H-77.pdf"):
            expect(page.get_by_role("main")).to_contain_text(text)
        assert invoices_in_agentos(web, job) == [], "it is looked over first"
        page.get_by_role("button", name="Send to Acme Lettings").click()
        expect(page.get_by_role("heading", name="Your invoice")).to_be_focused()
        wait_until_arrived(page)
        [sent] = invoices_in_agentos(web, job)
        assert (sent["Amount"], sent["InvoiceNumber"], sent["DocumentName"]) == (1234.5, "H-77", "H-77.pdf")
        page.get_by_role("link", name="Job", exact=True).click()
        row = page.get_by_role("region", name="Its invoice").get_by_role("listitem")
        expect(row).to_contain_text("£1,234.50")
        expect(row).to_contain_text("With the agency")


def test_invalid_invoice_field_shows_a_sentence_while_typing(web: Web, job: str) -> None:
    with form(web, job) as page:
        for label in ("Amount, VAT included", "Date of the invoice", "Your invoice number", "What it is for"):
            assert page.get_by_label(label, exact=True).get_attribute("required") is not None
        for label in ("VAT in it (optional)", "The invoice as a PDF (optional)"):
            assert page.get_by_label(label, exact=True).get_attribute("required") is None
        amount(page).press_sequentially("12.345")
        assert problem(page, "Amount, VAT included") == "The amount can have no more than two decimals."
        expect(amount(page)).to_have_attribute("aria-invalid", "true")
        amount(page).press("Backspace")
        assert problem(page, "Amount, VAT included") == ""
        expect(amount(page)).not_to_have_attribute("aria-invalid", "true")
        page.get_by_label("VAT in it").press_sequentially("12.35")
        assert problem(page, "VAT in it") == "VAT cannot be more than the amount."
        page.get_by_label("Date of the invoice").fill((datetime.now(UTC) + timedelta(days=3)).date().isoformat())
        assert problem(page, "Date of the invoice").startswith("The date can be tomorrow at the latest, ")
        page.get_by_label("Your invoice number").fill("N" * 51)
        assert problem(page, "Your invoice number") == "This is 1 too long: it can have 50 characters."


def test_invoice_file_that_is_not_a_pdf_is_refused_at_once(web: Web, job: str) -> None:
    with form(web, job) as page:
        attach(page, b"PK\x03\x04 a letter", "invoice.pdf")
        expect(page.get_by_text("This file is not a PDF.")).to_be_visible()
        attach(page, b"%PDF-" + b"0" * (10 * 1024 * 1024), "large.pdf")
        expect(page.get_by_text("The PDF can have 10 MB at most.")).to_be_visible()
        attach(page, unique_pdf("good"), "good.pdf")
        expect(attached(page)).to_contain_text("good.pdf")
        assert problem(page, "The invoice as a PDF") == ""
        page.get_by_role("button", name="Remove the PDF").click()
        expect(attached(page)).to_have_count(0)
        expect(page.get_by_label("The invoice as a PDF")).to_be_focused()
        fill(page)
        open_review(page)
        expect(page.locator(".facts > div").filter(has_text="PDF")).to_contain_text("None")


def test_invoice_draft_and_its_step_survive_leaving_the_screen_and_reloading(web: Web, job: str) -> None:
    with form(web, job) as page:
        fill(page)
        attach(page, unique_pdf("kept"), "kept.pdf")
        expect(attached(page)).to_contain_text("kept.pdf")
        page.get_by_role("link", name="Contacts").click()
        page.go_back()
        expect(amount(page)).to_have_value("£1,234.50")
        open_review(page)
        page.get_by_role("heading", name="Look it over").wait_for()
        page.reload()
        page.get_by_role("heading", name="Look it over").wait_for()
        page.go_back()
        for label, text in FIELDS.items():
            expect(page.get_by_label(label)).to_have_value(text)
        expect(attached(page)).to_contain_text("kept.pdf")
        page.go_forward()
        page.get_by_role("link", name="Change something").click()
        expect(page.get_by_label("Your invoice number")).to_have_value("H-77")
        send(page)
        page.reload()
        wait_until_arrived(page)
        assert [invoice["DocumentName"] for invoice in invoices_in_agentos(web, job)] == ["kept.pdf"]
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        expect(amount(page)).to_have_value("")
        expect(attached(page)).to_have_count(0)
        expect(page.get_by_role("region", name="Its invoice")).to_contain_text("kept.pdf")


def test_invoice_similar_to_another_asks_for_confirmation(web: Web, job: str) -> None:
    with form(web, job) as page:
        for number in ("H-1", "H-2"):
            page.goto(f"/jobs/{job}/invoice?{ACME}")
            fill(page, **{"Your invoice number": number})
            send(page)
        day = today().rpartition(" ")[0]
        refusal = re.compile(f"You already sent an invoice with this amount for this job on {day} at ")
        expect(page.get_by_text(refusal)).to_be_visible(timeout=SENT_MS)
        assert len(invoices_in_agentos(web, job)) == 1
        page.get_by_role("button", name="It is another one: send it").click()
        wait_until_arrived(page)
        assert [invoice["InvoiceNumber"] for invoice in invoices_in_agentos(web, job)] == ["H-1", "H-2"]


def test_invoice_without_a_network_is_shown_as_waiting(web: Web, job: str, proxy: FaultyProxy) -> None:
    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        page = context.new_page()
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        wait_until_cached(page)
        fill(page)
        proxy.cut()
        send(page)
        expect(page.get_by_text("On this phone")).to_be_visible()
        page.get_by_role("link", name="All your invoices").click()
        first = page.get_by_role("main").get_by_role("listitem").first
        expect(first).to_contain_text("On this phone")
        expect(first).to_contain_text("£1,234.50")
        proxy.mend()
        page.get_by_role("link", name="Open the outbox").click()
        page.get_by_role("button", name="Try now").click()
        expect(page.get_by_text("Nothing waits")).to_be_visible(timeout=SENT_MS)
    assert len(invoices_in_agentos(web, job)) == 1


def pending(oid: str, **changes: Any) -> dict[str, Any]:
    """Return a pending statement of harbour's."""
    money = {"Net": 100, "VAT": 20, "Gross": 120, "Commission": 0, "Amount": 120}
    about = {"Description": "Gutters cleared", "JobOID": None, "InvoiceNumber": None, "Status": "Pending"}
    return {"OID": oid, "Date": "2026-11-20T00:00:00", "PaidDate": None, **about, **money, **changes}


def test_invoice_for_a_statement_is_sent_to_an_agency_that_allows_it(web: Web) -> None:
    identity = f"S-{datetime.now(UTC).timestamp():.0f}"
    web.control("PUT", "state/harbour/statements/CON-5001", {"pending": [pending(identity), pending("S-OTHER")]})

    def shown() -> bool:
        read = web.api(HARPER, "statements/pending", "harbour/CON-5001")["statements"]
        return identity in [each["statementId"] for each in read]

    wait_until("the statement to be shown", shown)
    with web.page(HARPER, f"/money?{HARBOUR}") as page:
        page.get_by_role("link", name="Send its invoice").first.click()
        expect(page.get_by_label("Amount, VAT included")).to_have_value("120.00")
        expect(page.get_by_label("VAT in it")).to_have_value("20.00")
        expect(page.get_by_label("The pending statement it is for")).to_have_value(identity)
        page.get_by_label("What it is for").fill("Gutters, both sides")
        open_review(page)
        page.get_by_role("button", name=re.compile("^Send to Harbour")).click()
        wait_until_arrived(page)
    [sent] = [each for each in web.agentos("invoices", "harbour")["CON-5001"] if each["Amount"] == 120]
    assert sent["Description"] == "Gutters, both sides"


def test_invoice_without_a_required_job_links_to_the_jobs(web: Web) -> None:
    with web.page(HARPER, f"/invoice?{ACME}") as page:
        expect(page.get_by_text("Your agency takes invoices for jobs")).to_be_visible()
