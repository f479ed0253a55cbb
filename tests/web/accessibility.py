"""The screens of the app, and accessibility checks that each of them passes.

The snapshots in read_aloud/ have the content of each screen for screen readers. They leave out dates, ages, the ends of
lists, and data that other tests change.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Locator, Page, expect

from tests.contract.clients import npm_installed
from tests.web.browsing import ACME, HARBOUR, HARPER, HOSTILE
from tests.web.test_built import WEB

SCREENS = {
    "sign in": (None, "/"),
    "jobs": (HARPER, f"/jobs?{ACME}"),
    "completed jobs": (HARPER, f"/jobs?show=completed&{ACME}"),
    "a job": (HARPER, f"/jobs/JOB-14?{ACME}"),
    "a job with notes": (HARPER, f"/jobs/JOB-1?{ACME}"),
    "a job of which little is known": (HARPER, f"/jobs/JOB-20?{ACME}"),
    "no such job": (HARPER, f"/jobs/JOB-59?{ACME}"),
    "an invoice": (HARPER, f"/jobs/JOB-14/invoice?{ACME}"),
    "an invoice for a statement": (HARPER, f"/invoice?{HARBOUR}"),
    "money": (HARPER, "/money"),
    "what was paid": (HARPER, "/money?show=paid"),
    "an invoice in Money": (HARPER, f"/money/invoices/INV-3?{ACME}"),
    "a statement": (HARPER, f"/money/statements/S-6?{ACME}"),
    "contacts": (HARPER, f"/contacts?{ACME}"),
    "account": (HARPER, f"/account?{ACME}"),
    "where you are signed in": (HOSTILE, "/account/devices"),
    "outbox": (HARPER, f"/outbox?{ACME}"),
    "not one of yours": (HARPER, "/jobs?agency=acme&contractor=CON-1003"),
    "names full of markup": (HOSTILE, "/account"),
}
"""The signed-in person and the address of each screen, by the screen's name."""
SNAPSHOTS = Path(__file__).with_name("read_aloud")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TOO_SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea")]
    .filter((each) => each.getClientRects().length && !each.closest(".skip"))
    .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect(), each.matches(".chip") ? 8 : 0])
    .filter(([, {width, height}, more]) => width < 44 || height + more < 44) // a chip is larger than it looks
    .map(([html, {width, height}]) => `${Math.round(width)} × ${Math.round(height)}: ${html}`)"""
NOT_SEEN = """async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))); // it is scrolled to
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {}))); // and marked
    const focused = document.activeElement;
    // The visible part of a hidden control: the chip of a radio button, the label of a file.
    const chip = focused.closest(".choice")?.querySelector(".chip");
    const each = chip ?? (focused.matches(".hidden") ? focused.closest("label") : focused);
    const style = getComputedStyle(each, each.matches(".cover") ? "::after" : null); // it covers its row
    const isMarked = style.outlineStyle !== "none" || style.boxShadow !== "none";
    const {left, top, width, height} = each.getClientRects()[0];
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (isMarked && there && (each.contains(there) || there.contains(each))) return null;
    return `${each.outerHTML.slice(0, 120)}: ${isMarked ? `under ${there?.outerHTML.slice(0, 120)}` : "not marked"}`;
}"""


def wait_until_loaded(page: Page) -> Page:
    """Return the page once it has loaded everything."""
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".loading")).to_have_count(0)
    return page


def check_screen(page: Page, screen: str, where: str = "main") -> None:
    """Assert that the screen reads like its snapshot, has no violation in either colour scheme, and fits a phone."""
    reads_as(page, screen, where)
    assert_no_axe_violations_in_both_schemes(page)
    assert_fits_small_phone(page)


def reads_as(page: Page, screen: str, where: str = "main") -> None:
    """Assert that screen readers find the content of this screen's snapshot."""
    snapshot = (SNAPSHOTS / f"{screen.replace(' ', '-')}.yml").read_text("utf-8")
    expect(page.locator(where)).to_match_aria_snapshot(snapshot)


def assert_no_axe_violations(page: Page) -> None:
    """Assert that axe finds no violation on the page."""
    page.evaluate((npm_installed(WEB) / "axe-core" / "axe.min.js").read_text("utf-8"))
    report: Any = page.evaluate("(tags) => axe.run({runOnly: tags})", TAGS)
    faults = [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]]
    assert not faults, faults
    assert len(report["passes"]) > 10


def assert_no_axe_violations_in_both_schemes(page: Page) -> None:
    """Assert that axe finds no violation in either colour scheme.

    Animations are off, because transitions mix colours.
    """
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert_no_axe_violations(page)


def assert_fits_small_phone(page: Page) -> None:
    """Assert that every touch target is large enough for a thumb, and that the page fits 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 568})
    small, width = page.evaluate(TOO_SMALL), page.evaluate("document.documentElement.scrollWidth")
    assert (small, width) == ([], 320), (small, width)


def tab_to(page: Page, element: Locator, key: str = "Tab") -> None:
    """Press Tab until the element has focus. Assert that focus is visible at each stop."""
    for _ in range(40):
        if element.count() and element.evaluate("(each) => each === document.activeElement"):
            return
        page.keyboard.press(key)
        if not page.evaluate("document.activeElement === document.body"):
            not_seen = page.evaluate(NOT_SEEN)
            assert not_seen is None, not_seen
    raise AssertionError(f"{element} is not reached by {key}")
