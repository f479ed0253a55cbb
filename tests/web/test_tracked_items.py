"""Submissions that the portal has accepted. Each screen shows their known state, and what a person can do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import ACME, HARPER, PHONE, Web
from tests.web.outbox_tab import invoice, outbox_of
from tests.web.submission_stubs import (
    NO_BACKGROUND,
    OF_THE_PORTAL,
    OFFICE_ASKED,
    ON_ITS_WAY,
    REFUSED_FIRST,
    check_status_now,
    stub_acceptance,
    stub_status,
)

pytestmark = pytest.mark.browser
PLEASE_RING = "Please ring Acme Lettings on 01632 960501. Only they can check whether it arrived."
"""The portal's message if no e-mail asks the office."""
ASKED, RING = "We asked Acme", "Please ring Acme"
REVIEWS = {
    OFFICE_ASKED: (ASKED, "When Acme answers, you see it here and by email."),
    PLEASE_RING: (RING, "Only Acme can see it."),
}
"""The state of an item in review and a sentence on its page, by the portal's message."""


@pytest.fixture
def job(web: Web) -> str:
    """Return the id of an open job of Harper's."""
    return web.open_job(HARPER)


@pytest.fixture
def page(web: Web) -> Iterator[Page]:
    """Yield the outbox. The portal accepts each note and completion for later delivery."""
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.add_init_script(NO_BACKGROUND)
        stub_acceptance(page, "**/notes")
        stub_acceptance(page, "**/complete")
        stub_status(page, "waiting", ON_ITS_WAY)
        page.goto("/outbox")
        page.get_by_role("heading", name="Everything has arrived").wait_for()
        yield page


@pytest.mark.parametrize("message", REVIEWS)
def test_note_in_review_is_shown_with_the_number_to_call(web: Web, page: Page, job: str, message: str) -> None:
    state, sentence = REVIEWS[message]
    open_note(page, job)
    becomes(page, "review", message)
    expect(page.locator(".feed .what").filter(has_text=state)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(sentence)
    number = branch(web)["phone"].replace(" ", "")
    expect(page.get_by_role("link", name="Call Acme")).to_have_attribute("href", f"tel:{number}")
    expect(page.get_by_role("button", name="Copy text")).to_be_visible()
    for name in ("Edit", "Delete", "Send again"):
        expect(page.get_by_text(name, exact=True)).to_have_count(0)
    page.get_by_role("link", name="Back to Outbox").tap()
    expect(page.locator(".state")).to_have_text(state)
    expect(page.get_by_role("link", name="1 item needs you")).to_be_visible()
    page.goto(f"/jobs/{job}?{ACME}")
    expect(page.locator(".state").filter(has_text=state)).to_be_visible()


@pytest.mark.parametrize(
    ("end", "words", "place"),
    [("confirmed", "With the agency", ".feed .what"), ("abandoned", "Expired · not delivered", ".banner.is-bad")],
)
def test_note_in_review_shows_the_decision_of_the_agency(
    page: Page, job: str, end: str, words: str, place: str
) -> None:
    open_note(page, job)
    becomes(page, "review")
    becomes(page, end, "It did not arrive. Please send it again.", {"noteId": None, "note": "Valve fitted"})
    expect(page.locator(place).last).to_contain_text(words.partition(" · ")[0])
    page.get_by_role("link", name="Back to Outbox").tap()
    expect(page.locator(".state")).to_contain_text(words)


def test_note_accepted_by_the_portal_is_not_shown_as_being_checked(page: Page, job: str) -> None:
    open_note(page, job)
    expect(page.get_by_role("main")).to_contain_text("Will be delivered. You can close the app.")
    becomes(page, "waiting", REFUSED_FIRST)
    expect(page.get_by_role("main")).to_contain_text("Acme's system refused this; we try again until 14:30")
    becomes(page, "unconfirmed")
    expect(page.get_by_role("main")).to_contain_text("The note may have arrived.")
    expect(page.get_by_role("main")).to_contain_text("You need do nothing. Do not write it again.")
    expect(page.locator("#announcer")).to_have_text("Note: Being checked")
    page.get_by_role("link", name="Back to Outbox").tap()
    expect(page.locator(".state")).to_have_text("Being checked · may have arrived")


def test_note_refused_by_the_agencys_system_says_whom_to_ring(web: Web, page: Page, job: str) -> None:
    open_note(page, job)
    becomes(page, "rejected", "Your agency's system did not accept it. Please contact the agency.")
    banner = page.locator(".banner.is-bad")
    expect(banner).to_contain_text("Acme's system refused it. Ring them.")
    expect(banner).to_contain_text(branch(web)["phone"])
    expect(page.get_by_role("link", name="Call Acme")).to_have_class(re.compile("is-primary"))
    expect(page.get_by_text("Your words are kept here.")).to_be_visible()
    page.get_by_role("link", name="Edit").tap()
    page.get_by_role("textbox", name="Note to Acme").fill("Valve replaced")
    stub_status(page, "waiting", ON_ITS_WAY)
    page.get_by_role("button", name="Save note").tap()
    expect(page.locator(".feed .what").filter(has_text="With the portal")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Valve replaced")


def test_expired_note_is_sent_again(page: Page, job: str) -> None:
    open_note(page, job)
    becomes(page, "expired", "It could not be sent within three days. Please send it again.")
    expect(page.locator(".banner.is-bad")).to_contain_text("Acme's system could not be reached for 72 hours.")
    stub_status(page, "waiting", ON_ITS_WAY)
    page.get_by_role("button", name="Send again").tap()
    expect(page.locator(".feed .what").filter(has_text="With the portal")).to_be_visible()


def test_completion_in_review_is_shown_on_its_job_and_in_the_list(page: Page, job: str) -> None:
    tab = outbox_of(page)
    tab.add("completion", job, {"completed": True})
    tab.run("const [item] = outbox.items.value; await outbox.release(item)")
    tab.await_states("checking")
    becomes(page, "review", OFFICE_ASKED)
    page.goto(f"/jobs/{job}?{ACME}")
    expect(page.locator(".state").filter(has_text=ASKED)).to_be_visible()
    page.goto("/jobs")
    row = page.locator("li.row, [role=listitem]").filter(has=page.locator(f'a[href*="/jobs/{job}?"]'))
    expect(row.locator(".state")).to_contain_text(ASKED)


def test_invoice_in_review_is_listed_with_its_state(page: Page, job: str) -> None:
    """The status comes from the portal's list. This phone has no record of the invoice."""
    row: dict[str, Any] = {**invoice(job), "invoiceId": None, "statementId": None, "vat": None, "status": "review"}
    body = {"invoices": [{**row, "submittedAt": "2026-11-20T09:00:00+00:00", "document": None}], "total": 1}
    page.route("**/contractor/invoices", lambda route: route.fulfill(headers=OF_THE_PORTAL, json=body))
    page.goto("/money")
    expect(page.get_by_role("main").get_by_text(re.compile(RING)).first).to_be_visible()


def open_note(page: Page, job: str) -> None:
    """Write a note that the portal accepts for later delivery, and open its page."""
    tab = outbox_of(page)
    tab.note(job, "Valve fitted")
    tab.await_states("checking")
    page.get_by_role("link", name="Note").tap()
    page.get_by_role("heading", level=1, name="Note").wait_for()


def becomes(page: Page, state: str, message: str = "Said by the portal.", result: Any = None) -> None:
    """Set the submission's state, and let the app fetch it."""
    stub_status(page, state, message, result)
    check_status_now(page)


def branch(web: Web) -> dict[str, Any]:
    """Return the contact of Harper's branch."""
    identity = web.api(HARPER, "account")["agency"]["branchId"]
    contacts = web.api(HARPER, "contacts")["contacts"]
    return next(contact for contact in contacts if contact["contactId"] == identity)
