"""For everybody: no fault that axe knows, in light and dark; all by keyboard; room for a thumb on a small phone; and
what a screen reader is told."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.contract.clients import npm_installed
from tests.web.browsing import ACME, DESKTOP, HARBOUR, HARPER, HOSTILE, PHONE, Web
from tests.web.outboxing import job_to_invoice
from tests.web.test_built import WEB

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {
    "sign in": (None, "/"),
    "jobs": (HARPER, f"/jobs?{ACME}"),
    "completed jobs": (HARPER, f"/jobs?show=completed&{ACME}"),
    "a job": (HARPER, f"/jobs/JOB-14?{ACME}"),
    "a job of which little is known": (HARPER, f"/jobs/JOB-20?{ACME}"),
    "no such job": (HARPER, f"/jobs/JOB-59?{ACME}"),
    "an invoice": (HARPER, f"/jobs/JOB-14/invoice?{ACME}"),
    "an invoice for a statement": (HARPER, f"/invoice?{HARBOUR}"),
    "money on its way": (HARPER, f"/money?{ACME}"),
    "invoices": (HARPER, f"/money?show=invoices&{ACME}"),
    "what was paid": (HARPER, f"/money?show=paid&{ACME}"),
    "what was paid between two dates": (HARPER, f"/money?show=paid&from=2020-02-03&{ACME}"),
    "contacts": (HARPER, f"/contacts?{ACME}"),
    "account": (HARPER, f"/account?{ACME}"),
    "outbox": (HARPER, f"/outbox?{ACME}"),
    "not one of yours": (HARPER, "/jobs?agency=acme&contractor=CON-1003"),
    "names full of markup": (HOSTILE, "/account"),
}


def opened(page: Page) -> Page:
    """It, once all is there that it shows."""
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".loading")).to_have_count(0)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(web: Web, screen: str, scheme: str) -> None:
    who, path = SCREENS[screen]
    with web.page(who, path, **PHONE, color_scheme=scheme) as page:
        axe_finds_nothing(page)


def axe_finds_nothing(page: Page) -> None:
    opened(page).evaluate((npm_installed(WEB) / "axe-core" / "axe.min.js").read_text("utf-8"))
    found: Any = page.evaluate("(tags) => axe.run({runOnly: tags})", TAGS)
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
    assert len(found["passes"]) > 10


@pytest.mark.parametrize("accent", ["#767676", "#000000"], ids=["the palest", "the darkest"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_accent_that_is_taken_can_be_read_wherever_it_stands(web: Web, scheme: str, accent: str) -> None:
    with web.page(HARPER, f"/jobs?{ACME}", **PHONE, color_scheme=scheme) as page:
        opened(page).evaluate("(accent) => document.documentElement.style.setProperty('--accent', accent)", accent)
        axe_finds_nothing(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_invoice_at_each_step(web: Web, scheme: str) -> None:
    path = f"/jobs/{job_to_invoice(web)}/invoice?{ACME}"
    with web.page(HARPER, path, **{**PHONE, "viewport": {"width": 320, "height": 568}}, color_scheme=scheme) as page:
        page.get_by_role("button", name="Look it over").click()
        axe_finds_nothing(page)
        page.get_by_label("Amount, VAT included").fill("120")
        page.get_by_label("Your invoice number").fill("H-3")
        page.get_by_label("What it is for").fill("Valve fitted")
        page.get_by_role("button", name="Look it over").click()
        for heading in ("Look it over", "Your invoice"):
            page.get_by_role("heading", name=heading).wait_for()
            axe_finds_nothing(page)
            assert page.evaluate(TOO_SMALL) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            if heading == "Look it over":
                page.get_by_role("button", name="Send to Acme Lettings").click()


TOO_SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea")]
    .filter((each) => each.getClientRects().length && !each.closest(".skip"))
    .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
    .filter(([, {width, height}]) => width < 44 || height < 44)
    .map(([html, {width, height}]) => `${Math.round(width)} × ${Math.round(height)}: ${html}`)"""


@pytest.mark.parametrize("screen", SCREENS)
def test_every_target_has_room_for_a_thumb_and_nothing_is_wider_than_a_small_phone(web: Web, screen: str) -> None:
    who, path = SCREENS[screen]
    with web.page(who, path, **{**PHONE, "viewport": {"width": 320, "height": 568}}) as page:
        assert opened(page).evaluate(TOO_SMALL) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_note_and_a_completion_by_keyboard_alone(web: Web) -> None:
    with web.page(HARPER, f"/jobs?{ACME}", **DESKTOP) as page:
        opened(page)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Jobs")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("M-2009")
        tab_to(page, page.get_by_role("link", name="M-2009"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        tab_to(page, page.get_by_role("button", name="Mark complete"))
        page.keyboard.press("Space")
        expect(page.get_by_role("status")).to_have_text(re.compile("marked complete", re.IGNORECASE))
        tab_to(page, page.get_by_label("Add a note"))
        page.keyboard.type("By keyboard")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("By keyboard")).to_be_visible()
        expect(page.get_by_role("status")).to_have_text(re.compile("^(Your note was added|Note: With the agency)"))


def tab_to(page: Page, wanted: Any) -> None:
    for _ in range(25):
        if wanted.count() and wanted.evaluate("(each) => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} is not reached by Tab")


MOVING = """() => [...document.querySelectorAll("*")].map((each) => getComputedStyle(each)).filter(
    ({transitionDuration, animationName}) => transitionDuration !== "0s" || animationName !== "none").length"""


def test_who_wants_less_motion_gets_none(web: Web) -> None:
    with web.page(None, "/", **PHONE, reduced_motion="reduce") as page:
        assert opened(page).evaluate(MOVING) == 0


def test_a_job_reads_sensibly(web: Web) -> None:
    with web.page(HARPER, f"/jobs/JOB-1?{ACME}") as page:
        expect(opened(page).get_by_role("main")).to_match_aria_snapshot("""
          - main:
            - link "Jobs"
            - heading "No hot water" [level=1]
            - paragraph: /Reported Priority. High Plumbing M-2001/
            - paragraph: Boiler shows E119 and will not restart.
            - term: Address
            - definition:
              - link /.* \\(opens a map\\)/
            - term: Access
            - definition: Keys held at the branch
            - term: Tenant
            - definition:
              - text: /.+/
              - link /Call .+, 07700 900\\d+/
              - link /Mail .+@tenants.example/
            - button "Mark complete"
            - link "Send its invoice"
            - region "Notes":
              - heading "Notes" [level=2]
              - list:
                - listitem
              - textbox "Add a note"
              - button "Add note"
        """)
