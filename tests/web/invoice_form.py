"""Actions on the form of an invoice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from app.domain.clock import london_date
from tests.web.browsing import ACME, HARPER, PHONE, Web

SENT_MS = 60_000
"""The time that a slow machine needs to send an invoice."""
AMOUNT, NUMBER, DATE, PURPOSE = "Total, VAT included", "Number", "Date", "For"
PHOTO, PDF = "Photo of the paper", "Choose a PDF"
"""The labels of the fields."""
FIELDS = {AMOUNT: "1,234.50", NUMBER: "H-77", PURPOSE: "Valve fitted"}


@contextmanager
def form(web: Web, job: str, device: dict[str, Any] = PHONE) -> Iterator[Page]:
    """Open the form of an invoice for this job."""
    with web.page(HARPER, f"/jobs/{job}/invoice?{ACME}", **device) as page:
        amount(page).wait_for()
        yield page


def field(page: Page, label: str) -> Locator:
    """Return the field with this label."""
    return page.get_by_label(label, exact=True)


def amount(page: Page) -> Locator:
    """Return the field for the amount."""
    return field(page, AMOUNT)


def fill(page: Page, **changes: str) -> None:
    """Fill in every field. `changes` has other texts, by the labels of their fields."""
    for label, text in {**FIELDS, **changes}.items():
        field(page, label).fill(text)
    choose_rate(page, "20%")


def choose_rate(page: Page, rate: str) -> None:
    """Choose the rate of VAT: its label lies over the radio button."""
    page.get_by_text(rate, exact=True).click()


def open_review(page: Page) -> None:
    """Open the review."""
    page.get_by_role("button", name=re.compile("^Review")).click()


def send(page: Page) -> None:
    """Open the review, and send the invoice."""
    open_review(page)
    page.get_by_role("button", name="Send invoice").click()
    expect(page).to_have_url(re.compile(r"/sent/\d+\?"))


def wait_until_arrived(page: Page) -> None:
    """Wait until the agency has the invoice."""
    expect(page.locator(".slip .state")).to_have_text(re.compile("^With the agency"), timeout=SENT_MS)


def attach(page: Page, content: bytes, name: str = "invoice.pdf") -> None:
    """Choose a PDF."""
    file: Any = {"name": name, "mimeType": "application/pdf", "buffer": content}
    page.get_by_label(PDF).set_input_files(file)


def attached(page: Page) -> Locator:
    """Return the attached PDF or photo."""
    return page.locator(".setting")


def problem(page: Page, label: str) -> str:
    """Return the error sentence of a field as screen readers find it."""
    identities = str(field(page, label).get_attribute("aria-describedby") or "").split()
    texts = [page.locator(f"#{identity}.problem").inner_text() for identity in identities if "problem" in identity]
    return " ".join(texts)


def today() -> str:
    """Return today's date as the review writes it."""
    return london_date(datetime.now(UTC)).strftime("%-d %B %Y")


def invoices_in_agentos(web: Web, job: str, agency: str = "acme", contractor: str = "CON-1001") -> list[dict[str, Any]]:
    """Return the invoices of this job in AgentOS."""
    return [invoice for invoice in web.agentos("invoices", agency)[contractor] if invoice["JobOID"] == job]
