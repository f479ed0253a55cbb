"""The rows of a list that is the only list on its screen."""

import re

from playwright.sync_api import Locator, Page

from tests.web.browsing import ACME

JOBS = f"/jobs?{ACME}"


def rows(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("listitem")


def scroll_to_end(page: Page) -> None:
    """Scroll until all rows are rendered."""
    rows(page).first.wait_for()
    while page.get_by_role("button", name=re.compile("^Show more")).count():
        # In one step: the app may draw the row again while Playwright waits for it to stop moving.
        rows(page).last.evaluate("(row) => row.scrollIntoView()")


def titles(page: Page) -> list[str]:
    return rows(page).locator(".title").all_text_contents()
