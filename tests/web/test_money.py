"""Money of all agencies: what waits in three parts, what was paid and when, rejected invoices, and the file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Error, Page, Response, Route, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.lists import scroll_to_end

pytestmark = pytest.mark.browser
SMALL: dict[str, Any] = {**PHONE, "viewport": {"width": 390, "height": 664}}
LISTS = ("invoices", "statements/pending", "statements/historical")
LONDON = ZoneInfo("Europe/London")
OLD = datetime.now(LONDON) - timedelta(days=9)
"""Times of the tests' invoices are relative to it: nine days ago."""


def at(days: float = 0) -> str:
    return (OLD + timedelta(days=days)).replace(microsecond=0).isoformat()


def day(days: float = 0) -> str:
    return (OLD + timedelta(days=days)).date().isoformat()


def event(status: str, days: float, *, exact: bool = True) -> dict[str, Any]:
    return {"status": status, "at": at(days), "exact": exact}


def invoice(number: str, **changes: Any) -> dict[str, Any]:
    taken = [event("sending", 0), event("submitted", 0)]
    return {
        "invoiceId": f"IN-{number}",
        "submissionId": f"{number.lower()}cafe0123456789",
        "jobId": None,
        "statementId": None,
        "amount": 100.0,
        "vat": 0.0,
        "description": f"Work {number}",
        "invoiceDate": day(),
        "invoiceNumber": number,
        "status": "submitted",
        "submittedAt": at(),
        "document": None,
        "history": taken,
        "rejectedBy": None,
        **changes,
    }


def statement(identity: str, **changes: Any) -> dict[str, Any]:
    return {
        "statementId": identity,
        "reference": None,
        "date": day(5),
        "description": f"Works {identity}",
        "jobId": None,
        "net": 400.0,
        "vat": 80.0,
        "gross": 480.0,
        "commission": 57.6,
        "amount": 422.4,
        "status": "Pending",
        "paidAt": None,
        **changes,
    }


def rejected(number: str, **changes: Any) -> dict[str, Any]:
    history = [event("sending", 0), event("submitted", 0), event("rejected", 3, exact=False)]
    return invoice(number, status="rejected", rejectedBy="agency", history=history, **changes)


def answer_with(page: Page, **lists: list[dict[str, Any]]) -> None:
    """Let the portal answer with these `invoices`, `pending` and `historical` statements of Acme, and no others."""

    def answer(route: Route) -> None:
        path = route.request.url.split("/contractor/")[1]
        try:
            response = route.fetch(headers={**route.request.headers, "if-none-match": ""})
        except Error:  # the connection is cut meanwhile
            return route.abort()
        is_own = route.request.headers.get("portal-account") == "acme/CON-1001"
        rows = lists.get(path.removeprefix("statements/"), []) if is_own else []
        return route.fulfill(response=response, json={**response.json(), path.split("/")[0]: rows})

    for path in LISTS:
        page.route(f"**/contractor/{path}", answer)


@contextmanager
def money(web: Web, path: str = "/money", **lists: list[dict[str, Any]]) -> Iterator[Page]:
    with web.context(HARPER, **SMALL) as context:
        page = context.new_page()
        answer_with(page, **lists)
        page.goto(path)
        yield page


def pounds(amount: Decimal | float) -> str:
    return f"£{Decimal(str(amount)):,.2f}"


def shown(when: str) -> str:
    """Return a date as the app does: with its year if that is not this year."""
    moment = datetime.fromisoformat(when)
    month = f"{moment:%b}".replace("Sep", "Sept")
    return (
        f"{moment.day} {month}" if moment.year == datetime.now(LONDON).year else f"{moment.day} {month} {moment.year}"
    )


def rows(page: Page) -> Any:
    return page.get_by_role("listitem").filter(has=page.locator(".clock"))


def test_money_from_today_is_one_tap(web: Web) -> None:
    with money(web, "/", invoices=[invoice("H-1", amount=1234.5)]) as page:
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Money").tap()
        total = page.get_by_role("region", name="Waiting for payment").locator(".amount")
        expect(total).to_have_text("£1,234.50")
        expect(total).to_be_in_viewport()


def test_money_waiting_promises_no_unapproved_sum(web: Web) -> None:
    """A pending statement, a rejected and a refused invoice are not authorised."""
    with money(
        web,
        invoices=[
            invoice("H-1", amount=200.0, status="authorised"),
            invoice("H-2", amount=100.0),
            invoice("H-3", amount=98.0, status="sending", history=[event("sending", 9)]),
            rejected("H-4", amount=9000.0),
            invoice("H-5", amount=9000.0, status="rejected", rejectedBy="system"),
            invoice("H-6", amount=9000.0, status="paid"),
        ],
        pending=[statement("S-1", jobId="JOB-999")],
    ) as page:
        total = page.get_by_role("region", name="Waiting for payment")
        expect(total.locator(".amount")).to_have_text("£820.40")
        expect(total.locator(".legend")).to_have_text(
            re.compile(r"Authorised £200\.00\s*With agencies £522\.40\s*Received £98\.00")
        )
        expect(page.get_by_text("On its way to you")).to_have_count(0)
        expect(rows(page)).to_have_count(5)
        expect(rows(page).first).to_contain_text("Rejected by Acme. Ring them to ask why.")


def test_money_invoice_and_its_statement_count_once(web: Web) -> None:
    """The amount is what comes to the person. Two rows that may be one payment are both shown, and one is counted."""
    with money(
        web,
        invoices=[
            invoice("H-1", amount=480.0, jobId="JOB-901", status="authorised"),
            invoice("H-2", amount=480.0, jobId="JOB-902"),
        ],
        pending=[statement("S-1", jobId="JOB-901"), statement("S-2", jobId="JOB-902", gross=150.0, amount=132.0)],
    ) as page:
        total = page.get_by_role("region", name="Waiting for payment")
        expect(total.locator(".amount")).to_have_text("£554.40")
        expect(total).to_contain_text(
            "Not counted: £480.00 of invoices that may be the same payments as statements here."
        )
        expect(rows(page)).to_have_count(3)


def test_money_rows_come_by_days_waiting(web: Web) -> None:
    histories = {f"H-{days}": [event("sending", 9 - days), event("submitted", 9 - days)] for days in (0, 3, 8)}
    with money(web, invoices=[invoice(number, history=history) for number, history in histories.items()]) as page:
        expect(rows(page)).to_have_text([re.compile(rf"H-{days}.*{days} days$") for days in (8, 3, 0)])


def test_rejected_invoice_shows_the_number_to_ring_and_no_reason(web: Web) -> None:
    with money(web, invoices=[rejected("H-4", jobId="JOB-999")]) as page:
        page.get_by_role("link", name="Work H-4").tap()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        main = page.get_by_role("main")
        expect(main.get_by_text("Rejected by Acme. Ring them to ask why.")).to_be_visible()
        expect(main.get_by_text("The reason is not sent to the portal.")).to_be_visible()
        branch = next(each for each in web.api(HARPER, "contacts")["contacts"] if each["contactId"] == "BR-1")
        expect(main).to_contain_text(branch["phone"])
        bar = page.locator("footer.bar")
        call = bar.get_by_role("link", name="Call Acme")
        expect(call).to_have_class(re.compile("is-primary"))
        expect(call).to_have_attribute("href", re.compile(r"^tel:\+?\d{10,}$"))
        expect(bar.get_by_role("link", name="New invoice")).to_have_attribute(
            "href", re.compile("/jobs/JOB-999/invoice")
        )
        expect(main.get_by_role("listitem").last).to_have_text(re.compile(rf"Rejected\s*seen {shown(at(3))}"))


def test_rejected_invoice_followed_by_another_does_not_need_the_person(web: Web) -> None:
    later = invoice("H-5", jobId="JOB-999", history=[event("sending", 5)])
    with money(web, invoices=[later, rejected("H-4", jobId="JOB-999")]) as page:
        expect(rows(page)).to_have_count(1)
        expect(page.get_by_role("heading", name="Rejected")).to_have_count(0)


def test_invoice_page_shows_exact_and_seen_times(web: Web) -> None:
    history = [event("sending", 0), event("submitted", 1), event("authorised", 7, exact=False)]
    own = invoice("H-1", amount=480.0, jobId="JOB-901", status="authorised", history=history)
    with money(web, invoices=[own], pending=[statement("S-1", jobId="JOB-901")]) as page:
        page.get_by_role("link", name="Work").tap()
        expect(page.get_by_role("main").locator(".amount")).to_have_text("£422.40")
        expect(page.get_by_text("9 days waiting")).to_be_visible()
        expect(page.locator(".feed li")).to_have_text(
            [
                re.compile(rf"Received by the portal\s*{shown(at())} \d\d:\d\d\s*Receipt H-1CAFE0"),
                re.compile(rf"With the agency\s*{shown(at(1))} \d\d:\d\d"),
                re.compile(
                    rf"Authorised\s*seen {shown(at(7))} \d\d:\d\d\s*Statement S-1: £480.00 less commission £57.60"
                ),
                re.compile(r"Paid\s*not yet\s*Acme gives no date\.$"),
            ]
        )


@pytest.mark.parametrize(("number", "sentence"), [(3, "Your last 3 took 10 to 12 days."), (2, None)])
def test_invoice_page_tells_how_long_the_last_payments_took(web: Web, number: int, sentence: str | None) -> None:
    past = [
        invoice(
            f"P-{each}", status="paid", jobId=f"JOB-95{each}", invoiceDate=day(-30), history=[event("sending", -30)]
        )
        for each in range(number)
    ]
    paid = [
        statement(f"S-{each}", jobId=f"JOB-95{each}", gross=100.0, amount=88.0, paidAt=day(-20 + each), status="Paid")
        for each in range(number)
    ]
    with money(web, f"/money/invoices/IN-H-1?{ACME}", invoices=[invoice("H-1"), *past], historical=paid) as page:
        last = page.locator(".feed li").last
        expect(last).to_contain_text("Acme gives no date.")
        expect(last).to_contain_text(sentence) if sentence else expect(last).not_to_contain_text("Your last")


def test_statement_page_shows_the_calculation_and_the_agencys_own_word(web: Web) -> None:
    own = invoice("H-1", amount=480.0, jobId="JOB-901", status="authorised")
    pending = [statement("S-1", jobId="JOB-901", status="In the hopper")]
    with money(web, f"/money/statements/S-1?{ACME}", invoices=[own], pending=pending) as page:
        main = page.get_by_role("main")
        expect(main.locator(".tag")).to_have_text("In the hopper")
        facts = main.locator(".facts").first
        expect(facts).to_have_text(re.compile("Gross£480.00VAT included£80.00Commission−£57.60Comes to you£422.40"))
        page.locator("footer.bar").get_by_role("link", name="Invoice").tap()
        page.wait_for_url("**/money/invoices/IN-H-1?**")


def statements(web: Web, account: str) -> list[dict[str, Any]]:
    body: dict[str, list[dict[str, Any]]] = web.api(HARPER, "statements/historical", account)
    return body["statements"]


def month_of(payment: dict[str, Any]) -> str:
    return str(payment["paidAt"] or payment["date"])[:7]


def test_money_paid_shows_all_agencies_by_month(web: Web) -> None:
    """The sum of each month is that of the simulated AgentOS's statements. Its paid invoice is on one of them."""
    expected = [*statements(web, "acme/CON-1001"), *statements(web, "harbour/CON-5001")]
    with web.page(HARPER, "/money", **SMALL) as page:
        page.get_by_role("link", name=re.compile("^Paid")).tap()
        scroll_to_end(page)
        for month in {month_of(payment) for payment in expected}:
            of_month = [payment for payment in expected if month_of(payment) == month]
            first = date.fromisoformat(f"{month}-01")
            name = f"{first:%B}" if first.year == datetime.now(LONDON).year else f"{first:%B %Y}"
            total = sum((Decimal(str(payment["amount"])) for payment in of_month), Decimal(0))
            expect(page.locator("h2.section").filter(has_text=re.compile(rf"^{name}£"))).to_have_text(
                f"{name}{pounds(total)}"
            )
        assert rows(page).count() >= len(expected)


def test_money_of_a_tax_quarter_is_saved_offline_in_four_taps(web: Web, proxy: FaultyProxy, tmp_path: Path) -> None:
    today = datetime.now(LONDON).date()
    starts = [date(year, month, 6) for year in (today.year - 1, today.year) for month in (1, 4, 7, 10)]
    first, after = [each for each in starts if each <= today][-2:]
    last = after - timedelta(days=1)
    paid = [
        statement("S-1", paidAt=str(first), description="=1+1", status="Paid", reference="R-1"),
        statement("S-2", paidAt=str(last), status="Paid", reference="R-2"),
        statement("S-3", paidAt=str(after), status="Paid"),
    ]
    with web.context(HARPER, base_url=proxy.url, **SMALL) as context:
        page = context.new_page()
        answer_with(page, historical=paid)
        page.goto("/")
        page.get_by_role("link", name="Money").tap()
        page.get_by_role("link", name="Paid 3").wait_for()
        proxy.cut()
        page.get_by_role("link", name="Paid 3").tap()
        page.get_by_role("link", name="CSV for your accountant").tap()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Save CSV, 2 payments").tap()
        assert waiting.value.suggested_filename == f"payments {first} {last}.csv"
        waiting.value.save_as(tmp_path / "money.csv")
        expect(page.get_by_role("dialog")).to_have_count(0)
    saved = [*csv.DictReader(io.StringIO((tmp_path / "money.csv").read_text("utf-8-sig"), newline=""))]
    assert [row["Number"] for row in saved] == ["R-2", "R-1"]
    assert saved[1]["Property"] == "'=1+1"
    assert {tuple(row[name] for name in ("Net", "VAT", "Commission", "Paid")) for row in saved} == {
        ("400.00", "80.00", "57.60", "422.40")
    }


def test_money_of_one_agency_and_other_dates_is_saved(web: Web) -> None:
    paid = [statement("S-1", paidAt="2026-05-05", status="Paid"), statement("S-2", paidAt="2026-05-06", status="Paid")]
    with money(web, "/money?show=paid&sheet=csv", historical=paid) as page:
        sheet = page.get_by_role("dialog", name="CSV for your accountant")
        sheet.get_by_label("Other dates").check()
        sheet.get_by_label("From", exact=True).fill("2026-05-06")
        sheet.get_by_label("To", exact=True).fill("2026-05-01")
        expect(sheet.get_by_role("alert")).to_have_text("The first date is after the last.")
        sheet.get_by_label("To", exact=True).fill("2026-05-06")
        expect(sheet.get_by_role("button", name="Save CSV, 1 payment")).to_be_visible()
        sheet.get_by_text("Acme", exact=True).tap()
        expect(sheet.get_by_role("radio", name="Acme")).to_be_checked()
        with page.expect_download() as waiting:
            sheet.get_by_role("button", name="Save CSV, 1 payment").tap()
        assert waiting.value.suggested_filename == "payments 2026-05-06 2026-05-06 acme.csv"


def test_money_never_opened_before_is_there_offline(web: Web, proxy: FaultyProxy) -> None:
    expected = statements(web, "acme/CON-1001")
    read: set[tuple[str, str]] = set()

    def note(response: Response) -> None:
        path = response.url.partition("/contractor/")[2]
        if path in LISTS and response.status in (200, 404):
            read.add((response.request.headers.get("portal-account", ""), path))

    def is_all_read() -> bool:
        page.wait_for_timeout(100)
        return len(read) == 2 * len(LISTS)

    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        page = context.new_page()
        page.on("response", note)
        page.goto("/")
        wait_until_cached(page)
        wait_until("the lists of both accounts", is_all_read)
        page.wait_for_load_state("networkidle")
        proxy.cut()
        page.goto("/money?show=paid")
        expect(
            page.get_by_text(re.compile(r"^No signal\. Money as of \d\d:\d\d\. You can carry on\.$"))
        ).to_be_visible()
        expect(rows(page).filter(has_text=pounds(expected[0]["amount"]))).not_to_have_count(0)
        page.get_by_role("link", name=re.compile("^Waiting")).tap()
        expect(page.get_by_role("region", name="Waiting for payment").locator(".amount")).not_to_have_text("£0.00")


def test_payment_far_down_the_list_is_in_place_after_going_back(web: Web) -> None:
    paid = [
        statement(f"S-{number}", description=f"Payment {number}", paidAt=day(-14 * number), status="Paid")
        for number in range(60)
    ]
    with money(web, "/money?show=paid", historical=paid) as page:
        scroll_to_end(page)
        link = page.get_by_role("link", name="Payment 40", exact=True)
        link.scroll_into_view_if_needed()
        place = link.bounding_box()
        link.tap()
        page.wait_for_url("**/money/statements/S-40?**")
        page.get_by_role("link", name="Back to Money").tap()
        wait_until(f"the row at {place}", lambda: link.count() and link.bounding_box() == place)
