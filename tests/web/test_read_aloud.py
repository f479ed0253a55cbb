"""The content of each screen for screen readers, compared with the reviewed snapshots in read_aloud/.

The snapshots leave out dates, ages, the ends of lists, and data that other tests change.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.accessibility import SCREENS, wait_until_loaded
from tests.web.browsing import ACME, HARPER, Web
from tests.web.invoice_form import attach, attached, fill, open_review, wait_until_arrived
from tests.web.job_completion import end_undo_time, mark_complete, reopen_button
from tests.web.lists import scroll_to_end
from tests.web.outbox_states import outbox_in_every_state
from tests.web.outbox_tab import create_read_job, job_to_invoice, unique_pdf
from tests.web.submission_stubs import job_in_review

FOLDER = Path(__file__).with_name("read_aloud")
PAGES = {**SCREENS, "a job with notes": (HARPER, f"/jobs/JOB-1?{ACME}")}
ON_THE_WAY = {
    "a code",
    "an invoice with faults",
    "an invoice with its pdf",
    "look it over",
    "your invoice",
    "outbox in every state",
    "outbox being changed",
    "signing out",
    "a job marked complete",
    "a job being reopened",
    "a job in review",
    "around every screen",
    "sign in with passkeys",
    "passkey offer",
    "passkeys",
}
"""The snapshots of screens that have no address, or that need an address with a host name (`test_passkeys.py`)."""


def reads_as(page: Page, screen: str, where: str = "main") -> None:
    kept = (FOLDER / f"{screen.replace(' ', '-')}.yml").read_text("utf-8")
    expect(page.locator(where)).to_match_aria_snapshot(kept)


def test_every_screen_has_a_snapshot() -> None:
    assert {path.stem.replace("-", " ") for path in FOLDER.iterdir()} == {*PAGES, *ON_THE_WAY}


@pytest.mark.browser
@pytest.mark.parametrize("screen", PAGES)
def test_screen_reads_like_its_snapshot(web: Web, screen: str) -> None:
    who, path = PAGES[screen]
    with web.page(who, path) as page:
        wait_until_loaded(page)
        if screen == "jobs":
            scroll_to_end(page)  # other tests have created more jobs
        reads_as(page, screen)


@pytest.mark.browser
def test_page_frame_reads_like_its_snapshot(web: Web) -> None:
    with web.page(HARPER, f"/jobs?{ACME}") as page:
        reads_as(wait_until_loaded(page), "around every screen", "body")


@pytest.mark.browser
def test_code_step_reads_like_its_snapshot(web: Web) -> None:
    with web.page() as page:
        page.get_by_label("E-mail address").fill("nobody@everybody.example")
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("Code of 6 digits").fill("12")
        page.get_by_role("button", name="Sign in").click()
        reads_as(page, "a code")


@pytest.mark.browser
def test_invoice_steps_read_like_their_snapshots(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{job_to_invoice(web)}/invoice?{ACME}") as page:
        open_review(page)
        reads_as(page, "an invoice with faults")
        fill(page)
        attach(page, unique_pdf("read aloud"), "H.pdf")
        attached(page).wait_for()
        reads_as(page, "an invoice with its pdf")
        open_review(page)
        reads_as(page, "look it over")
        page.get_by_role("button", name="Send to").click()
        wait_until_arrived(page)
        reads_as(page, "your invoice")


@pytest.mark.browser
def test_completed_and_reopened_job_reads_like_its_snapshots(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{create_read_job(web)}?{ACME}") as page:
        mark_complete(page)
        reads_as(page, "a job marked complete")
        end_undo_time(page)
        reopen_button(page).tap()
        reads_as(page, "a job being reopened")


@pytest.mark.browser
def test_job_in_review_reads_like_its_snapshot(web: Web) -> None:
    with job_in_review(web) as page:
        reads_as(page, "a job in review")


@pytest.mark.browser
def test_outbox_in_every_state_reads_like_its_snapshots(web: Web) -> None:
    with outbox_in_every_state(web) as page:
        reads_as(wait_until_loaded(page), "outbox in every state")
        page.get_by_role("button", name="Delete").first.click()
        page.get_by_role("button", name="Change").first.click()
        reads_as(page, "outbox being changed")
        page.get_by_role("link", name="Account", exact=True).click()
        page.get_by_role("button", name="Sign out").click()
        reads_as(page, "signing out")
