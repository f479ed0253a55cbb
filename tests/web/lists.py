"""The rows of the list of jobs."""

import re

from playwright.sync_api import Locator, Page

from tests.end_to_end.processes import wait_until

JOBS = "/jobs"


def rows(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("listitem")


def scroll_to_end(page: Page) -> None:
    """Scroll until all rows are rendered."""
    rows(page).first.wait_for()
    more = page.get_by_role("button", name=re.compile("^Show more"))

    def is_at_end() -> bool:
        # In one step: the app may draw the row again while Playwright waits for it to stop moving.
        rows(page).last.evaluate("(row) => row.scrollIntoView()")
        return not more.count()

    wait_until("the end of the list", is_at_end)


def titles(page: Page) -> list[str]:
    return rows(page).locator(".cover").all_text_contents()
