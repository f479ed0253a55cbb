"""Actions on the form of an invoice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page, expect

from app.domain.clock import london_date
from tests.web.browsing import ACME, HARPER, PHONE, Web

SENT_MS = 60_000
"""The time that a slow machine needs to send an invoice."""
FIELDS = {
    "Amount, VAT included": "£1,234.50",
    "VAT in it": "205.75",
    "Your invoice number": "H-77",
    "What it is for": "Valve fitted",
}


@contextmanager
def form(web: Web, job: str, device: dict[str, Any] = PHONE) -> Iterator[Page]:
    """Open the form of an invoice for this job."""
    with web.page(HARPER, f"/jobs/{job}/invoice?{ACME}", **device) as page:
        amount(page).wait_for()
        yield page


def amount(page: Page) -> Any:
    """Return the field for the amount."""
    return page.get_by_label("Amount, VAT included")


def fill(page: Page, **changes: str) -> None:
    """Fill in every field. `changes` has other texts, by the labels of their fields."""
    for label, text in {**FIELDS, **changes}.items():
        page.get_by_label(label).fill(text)


def open_review(page: Page) -> None:
    """Open the review."""
    page.get_by_role("button", name="Look it over").click()


def send(page: Page) -> None:
    """Open the review, and send the invoice."""
    open_review(page)
    page.get_by_role("button", name="Send to Acme Lettings").click()
    expect(page.get_by_role("heading", name="Your invoice")).to_be_focused()


def wait_until_arrived(page: Page) -> None:
    """Wait until the agency has the invoice."""
    expect(page.locator(".state.is-done")).to_have_text("With the agency", timeout=SENT_MS)


def attach(page: Page, content: bytes, name: str = "invoice.pdf") -> None:
    """Choose a PDF."""
    file: Any = {"name": name, "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("The invoice as a PDF").set_input_files(file)


def attached(page: Page) -> Any:
    """Return the attached PDF."""
    return page.locator(".attached")


def problem(page: Page, label: str) -> str:
    """Return the error sentence of a field as screen readers find it."""
    field = page.get_by_label(label)
    identities = str(field.get_attribute("aria-describedby")).split()
    texts = [page.locator(f"#{identity}.problem").inner_text() for identity in identities if "problem" in identity]
    return " ".join(texts)


def today() -> str:
    """Return today's date as the app writes it."""
    return london_date(datetime.now(UTC)).strftime("%-d %B %Y")


def invoices_in_agentos(web: Web, job: str, agency: str = "acme", contractor: str = "CON-1001") -> list[dict[str, Any]]:
    """Return the invoices of this job in AgentOS."""
    return [invoice for invoice in web.agentos("invoices", agency)[contractor] if invoice["JobOID"] == job]
