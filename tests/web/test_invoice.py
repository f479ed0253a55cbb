"""An invoice as contractors write it: guided, reviewed, sent once and never lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from app.domain.clock import london_date
from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, DESKTOP, HARBOUR, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import (
    AMOUNT,
    DATE,
    FIELDS,
    NUMBER,
    PDF,
    PHOTO,
    PURPOSE,
    SENT_MS,
    amount,
    attach,
    attached,
    choose_rate,
    field,
    fill,
    form,
    invoices_in_agentos,
    open_review,
    problem,
    send,
    today,
    wait_until_arrived,
)
from tests.web.outbox_tab import Tab, create_read_job, invoice, job_to_invoice, outbox_of, unique_pdf

pytestmark = pytest.mark.browser
DEVICES = {"phone": PHONE, "desktop": DESKTOP}


@pytest.fixture
def job(web: Web) -> str:
    """Return the id of a job of Harper's that has no invoice yet."""
    return job_to_invoice(web)


def facts(page: Page) -> str:
    """Return the facts of the review or the receipt."""
    return page.locator(".facts").inner_text()


@pytest.mark.parametrize("device", DEVICES.values(), ids=DEVICES)
def test_invoice_is_reviewed_and_then_sent(web: Web, job: str, device: dict[str, Any]) -> None:
    known = web.api(HARPER, f"jobs/{job}")
    with web.page(HARPER, f"/jobs/{job}/invoice?{ACME}", **device) as page:
        expect(page.get_by_role("heading", name="Invoice", exact=True)).to_be_focused()
        fill(page)
        attach(page, unique_pdf(f"for {job}"), "H-77.pdf")
        expect(attached(page)).to_contain_text("H-77.pdf")
        expect(page.get_by_text("VAT included: £205.75")).to_be_visible()
        page.get_by_role("button", name="Review £1,234.50").click()
        expect(page.get_by_role("heading", name="Review")).to_be_focused()
        for text in ("To Acme Lettings", "£1,234.50", "VAT included: £205.75, 20%"):
            expect(page.get_by_role("main")).to_contain_text(text)
        for text in ("H-77", today(), "Valve fitted", known["reference"] or job, "H-77.pdf"):
            assert text in facts(page)
        assert invoices_in_agentos(web, job) == [], "it is reviewed first"
        page.get_by_role("button", name="Send invoice").click()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        wait_until_arrived(page)
        expect(page.get_by_role("heading", name="Sent to Acme Lettings")).to_be_visible()
        [sent] = invoices_in_agentos(web, job)
        assert (sent["Amount"], sent["InvoiceNumber"], sent["DocumentName"]) == (1234.5, "H-77", "H-77.pdf")


def test_receipt_has_the_time_and_the_number_of_the_portal(web: Web, job: str) -> None:
    with form(web, job) as page:
        fill(page)
        send(page)
        wait_until_arrived(page)
        listed = next(each for each in web.api(HARPER, "invoices")["invoices"] if each["jobId"] == job)
        received = datetime.fromisoformat(listed["submittedAt"]).strftime("%-d %b, %H:%M:%S")
        slip = page.get_by_role("region", name="Receipt")
        expect(slip).to_contain_text(f"Received by the portal{received}")
        expect(slip).to_contain_text(str(listed["submissionId"])[:8].upper())
        expect(page.get_by_role("link", name="See it in Money")).to_have_attribute(
            "href", re.compile(f"/money/invoices/{listed['invoiceId']}")
        )
        with page.expect_download() as download:
            page.get_by_role("button", name="Save receipt").click()
        assert download.value.suggested_filename.startswith("Receipt ")


def test_back_from_a_sent_invoice_leads_to_the_job_and_never_to_an_empty_form(web: Web, job: str) -> None:
    with web.page(HARPER, f"/jobs/{job}?{ACME}") as page:
        page.locator(".bar").get_by_role("link", name="Invoice").click()
        fill(page)
        open_review(page)
        page.get_by_role("link", name="Edit").click()
        expect(field(page, NUMBER)).to_have_value("H-77")
        send(page)
        page.go_back()
        expect(page).to_have_url(re.compile(f"/jobs/{job}\\?{ACME}$"))
        expect(page.locator(".bar").get_by_role("link", name="Invoice")).to_have_count(0)
        page.go_forward()
        page.get_by_role("link", name="Back to job").click()
        expect(page).to_have_url(re.compile(f"/jobs/{job}\\?{ACME}$"))
        assert page.evaluate("history.length") <= 4, "the link goes back, too"


def test_invoice_is_dated_by_the_clock_of_the_portal(web: Web, job: str) -> None:
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.clock.install(time=datetime.now(UTC) + timedelta(days=40))
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        expect(field(page, DATE)).to_have_value(london_date(datetime.now(UTC)).isoformat())
        page.clock.resume()
        page.goto("about:blank")
        context.route("**/api/**", lambda route: route.abort())
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        expect(field(page, DATE)).to_have_value(london_date(datetime.now(UTC)).isoformat())
        field(page, DATE).fill((datetime.now(UTC) + timedelta(days=3)).date().isoformat())
        assert problem(page, DATE).startswith("The date can be tomorrow at the latest, ")


def test_form_begins_with_the_next_number_the_last_rate_and_the_job(web: Web) -> None:
    first, second = create_read_job(web), create_read_job(web)
    address = {"Property": "133 Albert Road, Wakefield, WF1 4PL", "PropertyOID": None}
    web.control("PATCH", f"state/acme/jobs/{second}", address)
    wait_until("the address", lambda: web.api(HARPER, f"jobs/{second}")["property"])
    with form(web, first) as page:
        fill(page, **{NUMBER: "Z/0099", AMOUNT: "100"})
        choose_rate(page, "5%")
        send(page)
        wait_until_arrived(page)
        page.goto(f"/jobs/{second}/invoice?{ACME}")
        expect(field(page, NUMBER)).to_have_value("Z/0100")
        expect(page.get_by_text("Your last was Z/0099")).to_be_visible()
        expect(page.get_by_text("5% as last time. You can change it.")).to_be_visible()
        expect(page.get_by_role("radio", name="5%")).to_be_checked()
        expect(field(page, PURPOSE)).to_have_value("Leak, 133 Albert Road")
        field(page, NUMBER).fill("Z/0099")
        expect(page.get_by_text("Number Z/0099 is used already. Your last was Z/0099.")).to_be_visible()
        amount(page).fill("21")
        open_review(page)
        assert {"Z/0099", "Leak, 133 Albert Road", today()} <= set(facts(page).split("\n"))
        expect(page.get_by_text("VAT included: £1.00, 5%")).to_be_visible()
        expect(page.get_by_text("No other invoice for this job from this portal")).to_be_visible()


def test_invalid_invoice_field_shows_a_sentence_while_typing(web: Web, job: str) -> None:
    with form(web, job) as page:
        for label in (AMOUNT, DATE, NUMBER, PURPOSE):
            assert field(page, label).get_attribute("required") is not None
        amount(page).press_sequentially("14O.00")
        assert problem(page, AMOUNT) == "Enter an amount in pounds, such as 140.00."
        expect(page.get_by_text("VAT is worked out from the total")).to_be_visible()
        amount(page).fill("12.345")
        assert problem(page, AMOUNT) == "The amount can have no more than two decimals."
        expect(amount(page)).to_have_attribute("aria-invalid", "true")
        amount(page).press("Backspace")
        assert problem(page, AMOUNT) == ""
        expect(amount(page)).not_to_have_attribute("aria-invalid", "true")
        choose_rate(page, "Other")
        page.get_by_label("VAT in pounds").press_sequentially("12.35")
        assert problem(page, "VAT in pounds") == "VAT cannot be more than the amount."
        field(page, DATE).fill((datetime.now(UTC) + timedelta(days=3)).date().isoformat())
        assert problem(page, DATE).startswith("The date can be tomorrow at the latest, ")
        field(page, NUMBER).fill("N" * 51)
        assert problem(page, NUMBER) == "This is 1 too long: it can have 50 characters."
        field(page, PURPOSE).fill("")
        open_review(page)
        expect(page.get_by_label("VAT in pounds")).to_be_focused()
        assert problem(page, PURPOSE) == "Say what the invoice is for."


def test_required_document_is_named_with_the_agency(web: Web, job: str) -> None:
    agency = web.api(HARPER, "agency")
    rules = {**agency, "invoice": {**agency["invoice"], "required": ["document"]}}
    with web.context(HARPER, **PHONE) as context:
        headers = {"X-Request-ID": "1"}
        context.route("**/contractor/agency", lambda route: route.fulfill(json=rules, headers=headers))
        page = context.new_page()
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        expect(page.get_by_role("group", name="Your invoice Acme needs it")).to_be_visible()
        fill(page)
        open_review(page)
        expect(page.get_by_label(PHOTO)).to_be_focused()
        expect(page.get_by_role("alert")).to_have_text("Add the invoice as a photo or a PDF: your agency needs it.")


def test_invoice_file_that_is_not_a_pdf_is_refused_at_once(web: Web, job: str) -> None:
    with form(web, job) as page:
        attach(page, b"PK\x03\x04 a letter", "invoice.pdf")
        expect(page.get_by_text("This file is not a PDF.")).to_be_visible()
        attach(page, b"%PDF-" + b"0" * (10 * 1024 * 1024), "large.pdf")
        expect(page.get_by_text("The PDF can have 10 MB at most.")).to_be_visible()
        page.get_by_label(PHOTO).set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"})
        expect(page.get_by_text("This picture cannot be read.")).to_be_visible()
        attach(page, unique_pdf("good"), "good.pdf")
        expect(attached(page)).to_contain_text("good.pdf")
        expect(page.get_by_role("alert")).to_have_count(0)
        page.get_by_role("button", name="Remove the PDF").click()
        expect(attached(page)).to_have_count(0)
        expect(page.get_by_label(PHOTO)).to_be_focused()
        fill(page)
        open_review(page)
        assert "Your invoice\nNone" in facts(page)


def test_invoice_draft_and_its_step_survive_leaving_the_screen_and_reloading(web: Web, job: str) -> None:
    with form(web, job) as page:
        fill(page)
        attach(page, unique_pdf("kept"), "kept.pdf")
        expect(attached(page)).to_contain_text("kept.pdf")
        page.goto(f"/jobs/{job}?{ACME}")
        page.go_back()
        expect(amount(page)).to_have_value(FIELDS[AMOUNT])
        open_review(page)
        page.get_by_role("heading", name="Review").wait_for()
        page.reload()
        page.get_by_role("heading", name="Review").wait_for()
        page.go_back()
        for label, text in FIELDS.items():
            expect(field(page, label)).to_have_value(text)
        expect(page.get_by_role("radio", name="20%")).to_be_checked()
        expect(attached(page)).to_contain_text("kept.pdf")
        page.go_forward()
        page.get_by_role("link", name="Edit").click()
        expect(field(page, NUMBER)).to_have_value("H-77")
        send(page)
        page.reload()
        wait_until_arrived(page)
        assert [sent["DocumentName"] for sent in invoices_in_agentos(web, job)] == ["kept.pdf"]
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        expect(amount(page)).to_have_value("")
        expect(attached(page)).to_have_count(0)


def test_job_with_a_sent_invoice_says_so_in_its_form(web: Web, job: str) -> None:
    with form(web, job) as page:
        expect(page.get_by_text("This job has an invoice already")).to_have_count(0)
        fill(page)
        send(page)
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        warning = "This job has an invoice already: £1,234.50, H-77."
        expect(page.get_by_text(warning)).to_be_visible()
        fill(page, **{NUMBER: "H-78", AMOUNT: "9"})
        open_review(page)
        expect(page.get_by_text(warning)).to_be_visible()


def test_list_that_arrives_changes_no_text_under_the_fingers(web: Web, job: str) -> None:
    with web.page(HARPER) as page:
        late: list[Route] = []
        page.route("**/contractor/invoices", lambda route: late.append(route))
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        field(page, NUMBER).focus()
        wait_until("the requests", lambda: page.wait_for_timeout(20) or len(late) == 2)
        for route in late:
            route.continue_()
        expect(page.get_by_text(re.compile("^Your last was"))).to_be_visible()
        expect(field(page, NUMBER)).to_have_value("")
        amount(page).focus()
        expect(field(page, NUMBER)).not_to_have_value("")


# ---- An invoice that looks like another


def send_twice(page: Page, job: str) -> None:
    """Send two invoices of one amount for this job."""
    for number in ("H-1", "H-2"):
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        fill(page, **{NUMBER: number})
        send(page)
    page.get_by_role("heading", name="Looks like a duplicate").wait_for(timeout=SENT_MS)


def test_duplicate_is_shown_beside_the_first_and_the_safe_choice_is_the_primary(web: Web, job: str) -> None:
    with form(web, job) as page:
        send_twice(page, job)
        rows = [row.inner_text() for row in page.locator(".compare tbody tr").all()]
        assert {"Number\tH-1\tH-2", "Amount\t£1,234.50\t£1,234.50"} <= set(rows)
        expect(page.locator(".compare .is-other")).to_have_text(["H-1", "H-2"])
        primary = page.locator(".bar .is-primary")
        expect(primary).to_have_text("See the first one")
        for risky in ("Send anyway, it is a different invoice", "Delete"):
            assert "is-primary" not in str(page.get_by_text(risky, exact=True).get_attribute("class"))
        primary.click()
        expect(page).to_have_url(re.compile("/money/invoices/|/sent/"))
        assert len(invoices_in_agentos(web, job)) == 1


def test_duplicate_is_sent_only_by_its_own_button(web: Web, job: str) -> None:
    with form(web, job) as page:
        send_twice(page, job)
        page.get_by_role("button", name="Send anyway, it is a different invoice").click()
        wait_until_arrived(page)
        assert [sent["InvoiceNumber"] for sent in invoices_in_agentos(web, job)] == ["H-1", "H-2"]


def test_duplicate_is_edited_or_deleted_after_a_question(web: Web, job: str) -> None:
    with form(web, job) as page:
        send_twice(page, job)
        page.get_by_role("link", name="Edit").click()
        expect(field(page, NUMBER)).to_have_value("H-2")
        open_review(page)
        page.get_by_role("button", name="Send invoice").click()
        page.get_by_role("heading", name="Looks like a duplicate").wait_for(timeout=SENT_MS)
        page.get_by_role("link", name="Delete").click()
        question = page.get_by_role("dialog", name=re.compile("^Delete: Invoice"))
        question.get_by_role("button", name="Keep it").click()
        expect(question).to_have_count(0)
        page.get_by_role("link", name="Delete").click()
        question.get_by_role("button", name="Delete").click()
        expect(page).to_have_url(re.compile(f"/jobs/{job}\\?"))
        assert len(outbox_of(page).items()) == 1
        assert [sent["InvoiceNumber"] for sent in invoices_in_agentos(web, job)] == ["H-1"]


# ---- Without a network, and items of the outbox


def test_invoice_without_a_network_is_safe_on_the_phone(web: Web, job: str, proxy: FaultyProxy) -> None:
    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        page = context.new_page()
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        wait_until_cached(page)
        fill(page)
        proxy.cut()
        send(page)
        expect(page.get_by_role("heading", name="Safe on this phone")).to_be_visible()
        expect(page.get_by_text("£1,234.50 goes to Acme by itself when there is signal.")).to_be_visible()
        expect(page.locator(".state")).to_contain_text("On this phone")
        proxy.mend()
        page.evaluate("dispatchEvent(new Event('online'))")
        wait_until_arrived(page)
    assert len(invoices_in_agentos(web, job)) == 1


def test_refused_invoice_shows_the_faults_at_their_fields_and_is_sent_again(web: Web, job: str) -> None:
    with form(web, job) as page:
        tab: Tab = outbox_of(page)
        number = tab.add("invoice", job, {**invoice(job), "amount": 0, "description": ""})
        page.goto("/outbox")
        expect(page.locator(".state")).to_contain_text("Refused")
        page.goto(f"/jobs/{job}/invoice?change={number}&{ACME}")
        assert problem(page, AMOUNT) == "Must be more than 0 pounds."
        assert problem(page, PURPOSE) == "Must have 1 to 2,000 characters, without spaces at its ends."
        amount(page).fill("75.50")
        assert problem(page, AMOUNT) == ""
        field(page, PURPOSE).fill("Valve fitted")
        send(page)
        wait_until_arrived(page)
    assert [sent["Amount"] for sent in invoices_in_agentos(web, job)] == [75.5]


def test_invoice_that_is_edited_waits_until_it_is_sent_again(web: Web, job: str, proxy: FaultyProxy) -> None:
    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        page = context.new_page()
        page.goto(f"/jobs/{job}/invoice?{ACME}")
        wait_until_cached(page)
        fill(page)
        attach(page, unique_pdf("first"), "first.pdf")
        expect(attached(page)).to_be_visible()
        proxy.cut()
        send(page)
        number = re.findall(r"/sent/(\d+)", page.url)[0]
        page.goto(f"/jobs/{job}/invoice?change={number}&{ACME}")
        expect(field(page, NUMBER)).to_have_value("H-77")
        expect(attached(page)).to_contain_text("first.pdf")
        proxy.mend()
        page.evaluate("dispatchEvent(new Event('online'))")
        field(page, NUMBER).fill("H-78")
        assert invoices_in_agentos(web, job) == []
        send(page)
        wait_until_arrived(page)
        page.goto(f"/jobs/{job}/invoice?change={number}&{ACME}")
        expect(page).to_have_url(re.compile(f"/sent/{number}\\?"))
    sent = [(each["InvoiceNumber"], each["DocumentName"]) for each in invoices_in_agentos(web, job)]
    assert sent == [("H-78", "first.pdf")]


# ---- Statements


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
    with web.page(HARPER, f"/invoice?statement={identity}&{HARBOUR}") as page:
        expect(amount(page)).to_have_value("120.00")
        expect(page.get_by_role("radio", name="20%")).to_be_checked()
        expect(page.get_by_label("Pending payment")).to_have_value(identity)
        field(page, PURPOSE).fill("Gutters, both sides")
        field(page, NUMBER).fill("S-1")
        send(page)
        wait_until_arrived(page)
        expect(page.locator(".bar").get_by_role("link", name="Back to Money")).to_be_visible()
    [sent] = [each for each in web.agentos("invoices", "harbour")["CON-5001"] if each["Amount"] == 120]
    assert (sent["Description"], sent["InvoiceNumber"]) == ("Gutters, both sides", "S-1")


def test_invoice_without_a_required_job_names_the_reason(web: Web) -> None:
    with web.page(HARPER, f"/invoice?statement=ST-1&{ACME}") as page:
        expect(page.get_by_text("Acme takes invoices for jobs.")).to_be_visible()
        expect(page.get_by_label(PDF)).to_have_count(0)
