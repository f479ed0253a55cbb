"""What a screen reader finds on each screen, as it stands in read_aloud/: read by people, and kept as it was read.

Dates, ages and what other tests change are left open there, and so are the ends of lists.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import ACME, HARPER, Web
from tests.web.completing import let_go, mark_complete, reopen_button
from tests.web.every_state import outbox_in_every_state
from tests.web.everybody import SCREENS, opened
from tests.web.following import job_in_review
from tests.web.invoicing import arrived, attach, attached, fill, look_over
from tests.web.lists import to_the_end
from tests.web.outboxing import a_pdf, job_to_invoice, read_job_for

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
}
"""What has no address of its own."""


def reads_as(page: Page, screen: str, where: str = "main") -> None:
    kept = (FOLDER / f"{screen.replace(' ', '-')}.yml").read_text("utf-8")
    expect(page.locator(where)).to_match_aria_snapshot(kept)


def test_every_screen_was_read() -> None:
    assert {path.stem.replace("-", " ") for path in FOLDER.iterdir()} == {*PAGES, *ON_THE_WAY}


@pytest.mark.browser
@pytest.mark.parametrize("screen", PAGES)
def test_it_reads_sensibly(web: Web, screen: str) -> None:
    who, path = PAGES[screen]
    with web.page(who, path) as page:
        opened(page)
        if screen == "jobs":
            to_the_end(page)  # other tests have made more jobs
        reads_as(page, screen)


@pytest.mark.browser
def test_so_does_what_stands_around_every_screen(web: Web) -> None:
    with web.page(HARPER, f"/jobs?{ACME}") as page:
        reads_as(opened(page), "around every screen", "body")


@pytest.mark.browser
def test_so_does_the_code(web: Web) -> None:
    with web.page() as page:
        page.get_by_label("E-mail address").fill("nobody@everybody.example")
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("Code of 6 digits").fill("12")
        page.get_by_role("button", name="Sign in").click()
        reads_as(page, "a code")


@pytest.mark.browser
def test_so_does_an_invoice_at_each_step(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{job_to_invoice(web)}/invoice?{ACME}") as page:
        look_over(page)
        reads_as(page, "an invoice with faults")
        fill(page)
        attach(page, a_pdf("read aloud"), "H.pdf")
        attached(page).wait_for()
        reads_as(page, "an invoice with its pdf")
        look_over(page)
        reads_as(page, "look it over")
        page.get_by_role("button", name="Send to").click()
        arrived(page)
        reads_as(page, "your invoice")


@pytest.mark.browser
def test_so_does_a_job_that_is_marked_complete_and_reopened(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{read_job_for(web)}?{ACME}") as page:
        mark_complete(page)
        reads_as(page, "a job marked complete")
        let_go(page)
        reopen_button(page).tap()
        reads_as(page, "a job being reopened")


@pytest.mark.browser
def test_so_does_a_job_in_review(web: Web) -> None:
    with job_in_review(web) as page:
        reads_as(page, "a job in review")


@pytest.mark.browser
def test_so_does_an_outbox_with_something_in_every_state(web: Web) -> None:
    with outbox_in_every_state(web) as page:
        reads_as(opened(page), "outbox in every state")
        page.get_by_role("button", name="Delete").first.click()
        page.get_by_role("button", name="Change").first.click()
        reads_as(page, "outbox being changed")
        page.get_by_role("link", name="Account", exact=True).click()
        page.get_by_role("button", name="Sign out").click()
        reads_as(page, "signing out")
