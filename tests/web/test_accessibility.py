"""Accessibility: snapshots for screen readers, no axe violations, large touch targets, and no unrequested motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.accessibility import (
    SCREENS,
    assert_no_axe_violations_in_both_schemes,
    check_screen,
    reads_as,
    wait_until_loaded,
)
from tests.web.browsing import ACME, HARPER, PHONE, Web
from tests.web.invoice_form import attach, attached, fill, open_review, wait_until_arrived
from tests.web.lists import scroll_to_end
from tests.web.outbox_states import outbox_in_every_state
from tests.web.outbox_tab import job_to_invoice, unique_pdf
from tests.web.submission_stubs import job_in_review

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_is_accessible(web: Web, screen: str) -> None:
    who, path = SCREENS[screen]
    with web.page(who, path) as page:
        wait_until_loaded(page)
        if screen == "jobs":
            reads_as(page, "around every screen", "body")
            scroll_to_end(page)  # other tests have created more jobs
        check_screen(page, screen)


def test_sign_in_steps_are_accessible(web: Web) -> None:
    with web.page() as page:
        email = page.get_by_label("E-mail address")
        for typed in ("", "office", "office@"):
            email.fill(typed)
            page.get_by_role("button", name="Send me a code").click()
            expect(page.get_by_role("alert")).to_contain_text("whole e-mail address")
            expect(email).to_be_focused()
        assert_no_axe_violations_in_both_schemes(page)
        email.fill("nobody@everybody.example")
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("Code of 6 digits").fill("12")
        page.get_by_role("button", name="Sign in").click()
        check_screen(page, "a code")


@pytest.mark.parametrize("accent", ["#767676", "#000000"], ids=["the palest", "the darkest"])
def test_accent_colours_have_enough_contrast_everywhere(web: Web, accent: str) -> None:
    with web.page(HARPER, f"/jobs?{ACME}", **PHONE) as page:
        wait_until_loaded(page).evaluate(
            "(accent) => document.documentElement.style.setProperty('--accent', accent)", accent
        )
        assert_no_axe_violations_in_both_schemes(page)


def test_invoice_steps_are_accessible(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{job_to_invoice(web)}/invoice?{ACME}") as page:
        open_review(page)
        check_screen(page, "an invoice with faults")
        fill(page)
        attach(page, unique_pdf("read aloud"), "H.pdf")
        attached(page).wait_for()
        check_screen(page, "an invoice with its pdf")
        open_review(page)
        check_screen(page, "look it over")
        page.get_by_role("button", name="Send to").click()
        wait_until_arrived(page)
        check_screen(page, "your invoice")


def test_job_in_review_is_accessible(web: Web) -> None:
    with job_in_review(web) as page:
        check_screen(page, "a job in review")


def test_outbox_in_every_state_is_accessible(web: Web) -> None:
    with outbox_in_every_state(web) as page:
        check_screen(wait_until_loaded(page), "outbox in every state")
        page.get_by_role("button", name="Delete").first.click()
        page.get_by_role("button", name="Change").first.click()
        check_screen(page, "outbox being changed")
        page.get_by_role("link", name="Account", exact=True).click()
        page.get_by_role("button", name="Sign out").click()
        check_screen(page, "signing out")


MOVING = """() => [...document.querySelectorAll("*")].map((each) => getComputedStyle(each)).filter(
    ({transitionDuration, animationName}) => transitionDuration !== "0s" || animationName !== "none").length"""


def test_reduced_motion_disables_animations(web: Web) -> None:
    with web.page(None, "/", **PHONE, reduced_motion="reduce") as page:
        assert wait_until_loaded(page).evaluate(MOVING) == 0
