"""Accessibility checks that every screen passes.

The snapshots in read_aloud/ have what screen readers find on each screen. A pattern stands for each time and date.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Locator, Page, expect

from tests.contract.clients import npm_installed
from tests.web.test_built import WEB

SNAPSHOTS = Path(__file__).with_name("read_aloud")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEAST = 48
"""The least width and height that a finger can hit, in pixels."""
WIDTHS = {320: "", 390: "", 195: "", 391: "200%"}
"""The size of the root's text, by the width of the window. 195 pixels are a phone at 200 %."""
TOO_SMALL = """(least) => {
    const faults = [], sheet = document.querySelector("dialog[open]"), step = 0.5;
    for (const each of (sheet ?? document).querySelectorAll("a, button, input, select, textarea")) {
        const target = each.closest("label") ?? each;
        if (!target.getClientRects().length || each.closest(".skip, p.hint, p.banner")) continue; // links within text
        target.scrollIntoView({block: "center", behavior: "instant"});
        const {left, top, width, height} = target.getClientRects()[0];
        const isHit = (x, y) => {
            const there = document.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
            return Boolean(there) && (target.contains(there) || there.closest("label") === target);
        };
        const reach = (dx, dy) => {
            let steps = 0;
            while (steps * step < least && isHit(dx * step * (steps + 1), dy * step * (steps + 1))) steps += 1;
            return steps * step;
        };
        const [wide, high] = [reach(-1, 0) + reach(1, 0) + step, reach(0, -1) + reach(0, 1) + step];
        const isLarge = isHit(0, 0) && wide >= least && high >= least;
        if (!isLarge) faults.push(`${wide} × ${high}: ${target.outerHTML.slice(0, 120)}`);
    }
    return faults;
}"""
SMALL_TEXT = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), faults = [];
    while (texts.nextNode()) {
        const {data, parentElement} = texts.currentNode;
        const isHidden = !parentElement.checkVisibility() || parentElement.closest(".hidden, .skip, noscript");
        if (data.trim() && !isHidden && parseFloat(getComputedStyle(parentElement).fontSize) < 13) faults.push(data);
    }
    return faults;
}"""
TOO_WIDE = """() => [document.documentElement, ...document.querySelectorAll("dialog[open], dialog[open] .body")]
    .filter(({scrollWidth, clientWidth}) => scrollWidth > Math.min(clientWidth, innerWidth))
    .map(({tagName, scrollWidth, clientWidth}) => `${tagName} ${scrollWidth} > ${clientWidth}`)"""
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


def check_screen(page: Page, screen: str, where: str = "body") -> None:
    """Assert that the screen reads like its snapshot, has no violation in either colour scheme, and fits a phone."""
    reads_as(page, screen, where)
    assert_no_axe_violations_in_both_schemes(page)
    assert_fits_small_phone(page)


def reads_as(page: Page, screen: str, where: str = "body") -> None:
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
    """Assert that thumbs hit every target, all text can be read, and nothing scrolls sideways at any size of text."""
    for width, text in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 664})
        page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text)
        faults = page.evaluate(TOO_WIDE)
        if width >= 320 and not text:
            faults += page.evaluate(TOO_SMALL, LEAST) + page.evaluate(SMALL_TEXT)
        assert not faults, (width, text, faults)
    page.evaluate("document.documentElement.style.fontSize = ''")


def tab_to(page: Page, element: Locator, key: str = "Tab") -> None:
    """Wait for the element, and press Tab until it has focus. Assert that focus is visible at each stop."""
    element.wait_for(state="attached")
    for _ in range(40):
        if element.count() and element.evaluate("(each) => each === document.activeElement"):
            return
        page.keyboard.press(key)
        if not page.evaluate("document.activeElement === document.body"):
            not_seen = page.evaluate(NOT_SEEN)
            assert not_seen is None, not_seen
    raise AssertionError(f"{element} is not reached by {key}")
