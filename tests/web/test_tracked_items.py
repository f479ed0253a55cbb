"""Submissions that the portal has accepted. Each screen shows their known state, and what a person can do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browsing import ACME, HARPER, PHONE, Web
from tests.web.job_completion import complete_button, end_undo_time, mark_complete
from tests.web.lists import JOBS, scroll_to_end
from tests.web.outbox_tab import invoice
from tests.web.submission_stubs import (
    NO_BACKGROUND,
    OF_THE_PORTAL,
    OFFICE_ASKED,
    ON_ITS_WAY,
    check_status_now,
    stub_acceptance,
    stub_status,
)

pytestmark = pytest.mark.browser
OUTBOX = f"/outbox?{ACME}"
IN_REVIEW = "Only Acme Lettings can check whether it arrived"
PLEASE_RING = "Please ring Acme Lettings on 01632 960501. Only they can check whether it arrived."
"""The portal's message if no e-mail asks the office."""


@pytest.fixture
def job(web: Web) -> str:
    """Return the id of an open job of Harper's."""
    return web.open_job(HARPER)


@pytest.fixture
def page(web: Web, job: str) -> Iterator[Page]:
    """Yield the job's screen. The portal accepts each note and completion for later delivery."""
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.add_init_script(NO_BACKGROUND)
        stub_acceptance(page, "**/notes")
        stub_acceptance(page, "**/complete")
        stub_status(page, "waiting", ON_ITS_WAY)
        page.goto(f"/jobs/{job}?{ACME}")
        complete_button(page).wait_for()
        yield page


@pytest.mark.parametrize("message", [OFFICE_ASKED, PLEASE_RING])
def test_note_in_review_is_shown_with_the_contact_to_call(web: Web, page: Page, message: str) -> None:
    add_note(page)
    becomes(page, "review", message)
    note = page.get_by_role("listitem").filter(has_text="Valve fitted")
    for place in (note, outbox_card(page)):
        expect(place.locator(".state")).to_have_text(IN_REVIEW)
        expect(place).to_contain_text("Please do not send it again.")
        phone = branch(web)["phone"].replace(" ", "")
        expect(place.get_by_role("link", name=re.compile("^Call "))).to_have_attribute("href", f"tel:{phone}")
        expect(place.get_by_role("link", name=re.compile("^Mail "))).to_be_visible()
        expect(place.get_by_role("link", name="All contacts")).to_be_visible()
        expect(place.get_by_text(message, exact=True)).to_be_visible()
        page.get_by_role("link", name="Only Acme Lettings can check 1 thing").tap()
        page.get_by_role("heading", name="Only the agency can check").wait_for()


@pytest.mark.parametrize(("state", "words"), {"confirmed": "With the agency", "abandoned": "Not delivered"}.items())
def test_note_in_review_shows_the_decision_of_the_agency(page: Page, state: str, words: str) -> None:
    add_note(page)
    becomes(page, "review")
    page.goto(OUTBOX)
    expect(outbox_card(page).locator(".state")).to_have_text(IN_REVIEW)
    becomes(page, state, "It did not arrive. Please send it again.", {"noteId": None, "note": "Valve fitted"})
    expect(outbox_card(page).locator(".state")).to_contain_text(words)


def test_note_accepted_by_the_portal_is_not_shown_as_being_checked(page: Page) -> None:
    add_note(page)
    page.get_by_role("link", name="1 thing is with the portal").tap()
    expect(outbox_card(page).locator(".state")).to_have_text("With the portal")
    expect(outbox_card(page)).to_contain_text(ON_ITS_WAY)
    becomes(page, "unconfirmed")
    expect(outbox_card(page).locator(".state")).to_have_text("Being checked")
    expect(page.locator("#announcer")).to_have_text("Note: Being checked")
    page.get_by_role("link", name="1 thing is being checked").wait_for()


def test_note_accepted_by_the_portal_is_shown_in_the_list_of_jobs(page: Page, job: str) -> None:
    add_note(page)
    page.goto(JOBS)
    scroll_to_end(page)
    row = page.locator(f'[role=listitem] a[href*="/jobs/{job}?"]')
    expect(row).to_contain_text("1 thing with the portal")
    becomes(page, "unconfirmed")
    expect(row).to_contain_text("1 thing being checked")


ENDS = {
    "rejected": "Refused, because: Your agency's system did not accept it. Please contact the agency.",
    "abandoned": "Not delivered: It was not sent. You may send it again.",
}


@pytest.mark.parametrize(("state", "line"), ENDS.items())
def test_failed_note_says_how_it_failed_and_what_to_do(page: Page, state: str, line: str) -> None:
    add_note(page)
    becomes(page, state, re.split(": ", line)[1])
    page.get_by_role("link", name="1 thing needs you").tap()
    card = outbox_card(page)
    expect(card.locator(".state")).to_have_text(line)
    expect(card.get_by_role("button", name="Send again")).to_be_visible()
    expect(card.get_by_role("link", name="All contacts")).to_have_count(1 if state == "rejected" else 0)


def test_completion_in_review_is_shown_on_its_job_and_in_the_list(page: Page, job: str) -> None:
    mark_complete(page)
    end_undo_time(page)
    expect(page.locator(".pending")).to_contain_text("With the portal")
    becomes(page, "review")
    expect(page.locator(".pending")).to_contain_text(IN_REVIEW)
    page.goto(JOBS)
    scroll_to_end(page)
    expect(page.locator(f'[role=listitem] a[href*="/jobs/{job}?"]')).to_contain_text(f"Marked complete: {IN_REVIEW}")


def test_invoice_in_review_is_listed_with_the_contact_to_call(page: Page, job: str) -> None:
    """The status comes from the agency's list. This phone has no record of the invoice."""
    row: dict[str, Any] = {**invoice(job), "invoiceId": None, "statementId": None, "vat": None, "status": "review"}
    body = {"invoices": [{**row, "submittedAt": "2026-11-20T09:00:00+00:00", "document": None}], "total": 1}
    page.route("**/contractor/invoices", lambda route: route.fulfill(headers=OF_THE_PORTAL, json=body))
    page.goto(f"/money?show=invoices&{ACME}")
    entry = page.get_by_role("main").get_by_role("listitem")
    expect(entry).to_have_count(1)
    expect(entry.locator(".state")).to_have_text(IN_REVIEW)
    expect(entry.get_by_role("link", name=re.compile("^Call "))).to_be_visible()


def add_note(page: Page) -> None:
    """Add a note that the portal accepts for later delivery."""
    page.get_by_label("Add a note").fill("Valve fitted")
    page.get_by_role("button", name="Add note").tap()
    expect(page.get_by_role("listitem").filter(has_text="Valve fitted")).to_contain_text("With the portal")


def becomes(page: Page, state: str, message: str = "Said by the portal.", result: Any = None) -> None:
    """Set the submission's state, and let the app fetch it."""
    stub_status(page, state, message, result)
    check_status_now(page)


def outbox_card(page: Page) -> Locator:
    return page.locator(".card")


def branch(web: Web) -> dict[str, Any]:
    """Return the contact of Harper's branch."""
    identity = web.api(HARPER, "account")["agency"]["branchId"]
    contacts = web.api(HARPER, "contacts")["contacts"]
    return next(contact for contact in contacts if contact["contactId"] == identity)
