"""The form of an invoice, as contractors use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page, expect

from app.domain.times import london_date
from tests.web.browsing import ACME, HARPER, PHONE, Web

SENT_MS = 60_000
"""A machine that has much to do takes its time."""
FIELDS = {
    "Amount, VAT included": "£1,234.50",
    "VAT in it": "205.75",
    "Your invoice number": "H-77",
    "What it is for": "Valve fitted",
}


@contextmanager
def form(web: Web, job: str, device: dict[str, Any] = PHONE) -> Iterator[Page]:
    """The form of an invoice for this job."""
    with web.page(HARPER, f"/jobs/{job}/invoice?{ACME}", **device) as page:
        amount(page).wait_for()
        yield page


def amount(page: Page) -> Any:
    """The field for the amount."""
    return page.get_by_label("Amount, VAT included")


def fill(page: Page, **changes: str) -> None:
    """Fill in every field; `changes` by their labels."""
    for label, text in {**FIELDS, **changes}.items():
        page.get_by_label(label).fill(text)


def look_over(page: Page) -> None:
    """Ask for the look over it."""
    page.get_by_role("button", name="Look it over").click()


def send(page: Page) -> None:
    """Look it over, and send it."""
    look_over(page)
    page.get_by_role("button", name="Send to Acme Lettings").click()
    expect(page.get_by_role("heading", name="Your invoice")).to_be_focused()


def arrived(page: Page) -> None:
    """Wait until the agency has it."""
    expect(page.locator(".state.is-done")).to_have_text("With the agency", timeout=SENT_MS)


def attach(page: Page, content: bytes, name: str = "invoice.pdf") -> None:
    """Choose a PDF."""
    file: Any = {"name": name, "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("The invoice as a PDF").set_input_files(file)


def attached(page: Page) -> Any:
    """The PDF that is chosen."""
    return page.locator(".attached")


def problem(page: Page, label: str) -> str:
    """What is said of a field to who cannot see where it stands."""
    field = page.get_by_label(label)
    identities = str(field.get_attribute("aria-describedby")).split()
    texts = [page.locator(f"#{identity}.problem").inner_text() for identity in identities if "problem" in identity]
    return " ".join(texts)


def today() -> str:
    """As the app writes it."""
    return london_date(datetime.now(UTC)).strftime("%-d %B %Y")


def sent_for(web: Web, job: str, agency: str = "acme", contractor: str = "CON-1001") -> list[dict[str, Any]]:
    """What AgentOS has for this job."""
    return [one for one in web.agentos("invoices", agency)[contractor] if one["JobOID"] == job]
