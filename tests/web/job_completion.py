"""Marks jobs complete and reopens them, with a clock that the test controls."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

UNDO_MS = 10_000
"""The time in which a completion on the phone can be undone (UNDO_MS in app/web/src/outbox/states.js)."""
SECOND_TAP_MS = 700


def mark_complete(page: Page) -> None:
    """Mark the job on the screen complete, with a clock that `end_undo_time` advances."""
    complete_button(page).wait_for()
    page.clock.install()
    complete_button(page).tap()
    undo_button(page).wait_for()


def end_undo_time(page: Page) -> None:
    """Advance the clock past the time for *Undo*."""
    page.clock.fast_forward(UNDO_MS)


def reopen(page: Page) -> None:
    """Reopen the job on the screen, and confirm that."""
    reopen_button(page).tap()
    expect(reopen_question(page)).to_be_focused()
    page.get_by_role("button", name="Yes, reopen it").tap()


def complete_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Mark complete")


def reopen_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Reopen this job")


def reopen_question(page: Page) -> Locator:
    return page.locator("p", has_text="Reopen this job?")


def undo_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Undo")
