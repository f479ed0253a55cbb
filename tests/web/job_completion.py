"""Completes and reopens jobs, with a clock that the test controls."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

UNDO_MS = 10_000
"""The time in which a completion on the phone can be undone (UNDO_MS in app/web/src/outbox/states.ts)."""
SECOND_TAP_MS = 700


def mark_complete(page: Page) -> None:
    """Complete the job on the screen, with a clock that `end_undo_time` advances."""
    complete_button(page).wait_for()
    page.clock.install()
    complete_button(page).tap()
    undo_button(page).wait_for()


def end_undo_time(page: Page) -> None:
    """Advance the clock past the time for *Undo*."""
    page.clock.fast_forward(UNDO_MS)


def open_more(page: Page) -> None:
    """Open the sheet with more actions for the job on the screen."""
    more_link(page).tap()
    page.get_by_role("dialog", name="More").wait_for()


def open_reopening(page: Page) -> None:
    """Open the question before a reopening."""
    open_more(page)
    page.get_by_role("dialog").get_by_role("link", name="Reopen").tap()
    expect(reopen_question(page)).to_be_visible()


def reopen(page: Page) -> None:
    """Reopen the job on the screen, and confirm that."""
    open_reopening(page)
    reopen_question(page).get_by_role("button", name="Reopen", exact=True).tap()
    expect(reopen_question(page)).to_have_count(0)


def bar(page: Page) -> Locator:
    """Return the bar of the job on the screen."""
    return page.locator(".bar")


def complete_button(page: Page) -> Locator:
    return bar(page).get_by_role("button", name="Done", exact=True)


def more_link(page: Page) -> Locator:
    return bar(page).get_by_role("link", name="More", exact=True)


def invoice_link(page: Page) -> Locator:
    return bar(page).get_by_role("link", name="Invoice", exact=True)


def reopen_question(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Reopen this job?")


def undo_button(page: Page) -> Locator:
    return bar(page).get_by_role("button", name="Undo", exact=True)


def take_back_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Take back: Done")


def done_tag(page: Page) -> Locator:
    """Return the tag that says that the job is done."""
    return page.locator(".tags").get_by_text("Done")
