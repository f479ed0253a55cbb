"""Payments as contractors see them: pending with reasons, paid with dates, and the status of invoices."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import ACME, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy

pytestmark = pytest.mark.browser
LISTS = {"pending": "statements/pending", "paid": "statements/historical"}


@contextmanager
def money_of(web: Web, show: str) -> Iterator[Page]:
    with web.page(HARPER, f"/money?show={show}&{ACME}") as page:
        page.get_by_text(re.compile("^As of ")).wait_for()
        yield page


def statements(web: Web, show: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = web.api(HARPER, LISTS[show])["statements"]
    return rows


def pounds(amount: Decimal | float) -> str:
    return f"£{Decimal(str(amount)):,.2f}"


def total(rows: list[dict[str, Any]]) -> str:
    return pounds(sum((Decimal(str(row["amount"])) for row in rows), Decimal(0)))


def shown(day: str) -> str:
    return date.fromisoformat(day).strftime("%-d %B %Y")


def test_money_paid_shows_newest_first_and_by_month(web: Web) -> None:
    expected = statements(web, "paid")
    with money_of(web, "pending") as page:
        page.get_by_role("link", name=re.compile("^Paid")).tap()
        rows = page.get_by_role("main").locator(".entry")
        expect(rows).to_have_count(len(expected))
        for payment in expected:
            when = f"Paid {shown(payment['paidAt'])}" if payment["paidAt"] else f"Raised {shown(payment['date'])}"
            expect(rows.filter(has_text=when).filter(has_text=pounds(payment["amount"]))).not_to_have_count(0)
        expect(page.locator(".total")).to_contain_text(total(expected))

        table = page.get_by_role("table", name="Paid by month")
        months: dict[str, Decimal] = {}
        for payment in expected:
            month = date.fromisoformat(payment["paidAt"] or payment["date"]).strftime("%Y-%m")
            months[month] = months.get(month, Decimal(0)) + Decimal(str(payment["amount"]))
        read = [row.get_by_role("cell").inner_text() for row in table.get_by_role("row").all()[1:]]
        assert [amount for amount in read if amount != "£0.00"] == [pounds(months[month]) for month in sorted(months)]
        first, last = (date.fromisoformat(f"{month}-01") for month in (min(months), max(months)))
        assert len(read) == (last.year - first.year) * 12 + last.month - first.month + 1
        assert table.locator("svg rect").count() == len(read)


def test_money_invoices_show_their_status(web: Web) -> None:
    expected = web.api(HARPER, "invoices")["invoices"]
    with money_of(web, "invoices") as page:
        rows = page.get_by_role("main").locator(".entry")
        expect(rows).to_have_count(len(expected))
        for status, words in (("rejected", "Refused by the agency"), ("paid", "Paid"), ("authorised", "Authorised")):
            invoice = next(each for each in expected if each["status"] == status)
            expect(rows.filter(has_text=f"Number {invoice['invoiceNumber']}")).to_contain_text(words)


def test_money_date_filter_announces_the_result(web: Web) -> None:
    all_of_them = statements(web, "paid")
    day = sorted(payment["paidAt"] or payment["date"] for payment in all_of_them)[2]
    since = [payment for payment in all_of_them if (payment["paidAt"] or payment["date"]) >= day]
    with money_of(web, "paid") as page:
        page.get_by_label("Dates").select_option("Other dates")
        page.get_by_label("From").fill(day)
        expect(page.locator(".entry")).to_have_count(len(since))
        expect(page.locator(".total")).to_contain_text(total(since))
        expect(page.get_by_role("status")).to_have_text(f"{len(since)} payments, {total(since)}")
        page.reload()
        expect(page.locator(".entry")).to_have_count(len(since))
        page.get_by_label("To", exact=True).fill("2001-01-01")
        expect(page.get_by_text("The first date is after the last.")).to_be_visible()
        expect(page.get_by_text("There is none for these dates.")).to_be_visible()
        page.get_by_label("Dates").select_option("All dates")
        expect(page.locator(".entry")).to_have_count(len(all_of_them))


def test_money_rows_are_downloaded_as_a_file(web: Web, tmp_path: Path) -> None:
    expected = statements(web, "pending")
    with money_of(web, "pending") as page:
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Download as CSV").tap()
        assert re.fullmatch(r"acme CON-1001 pending \d{4}-\d\d-\d\d\.csv", waiting.value.suggested_filename)
        waiting.value.save_as(tmp_path / "money.csv")
    rows = [*csv.DictReader(io.StringIO((tmp_path / "money.csv").read_text("utf-8-sig"), newline=""))]
    assert [row["Statement"] for row in rows] == [payment["statementId"] for payment in expected]
    assert [row["Amount"] for row in rows] == [f"{payment['amount']:.2f}" for payment in expected]
    assert [row["Status"] for row in rows] == [payment["status"] or "" for payment in expected]


def test_money_opened_offline_shows_the_age_of_the_last_response(web: Web, proxy: FaultyProxy) -> None:
    expected = statements(web, "paid")
    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        page = context.new_page()
        page.goto(f"/money?{ACME}")
        wait_until_cached(page)
        page.get_by_text(re.compile("^As of ")).wait_for()
        page.wait_for_load_state("networkidle")
        proxy.cut()
        page.reload()
        page.get_by_text(re.compile(r"^Kept on this device, as of \d\d:\d\d$")).wait_for()
        page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=2))
        page.goto(f"/money?show=paid&{ACME}")
        expect(page.locator(".entry")).to_have_count(len(expected))
        dated = re.compile(r"^Kept on this device, as of \d{1,2} \w+ \d{4}, \d\d:\d\d$")
        expect(page.get_by_text(dated)).to_be_visible()
