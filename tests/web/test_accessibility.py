"""Accessibility: no axe violations in light and dark, large touch targets, and no unrequested motion."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.web.accessibility import (
    SCREENS,
    assert_fits_small_phone,
    assert_no_axe_violations_in_both_schemes,
    wait_until_loaded,
)
from tests.web.browsing import ACME, HARPER, PHONE, Web
from tests.web.job_completion import mark_complete, reopen_button, undo_button
from tests.web.outbox_states import outbox_in_every_state
from tests.web.outbox_tab import create_read_job, job_to_invoice
from tests.web.submission_stubs import check_status_now, job_in_review

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_has_no_axe_violations_and_fits_a_small_phone(web: Web, screen: str) -> None:
    who, path = SCREENS[screen]
    with web.page(who, path, **PHONE) as page:
        assert_no_axe_violations_in_both_schemes(wait_until_loaded(page))
        assert_fits_small_phone(page)


def test_sign_in_steps_have_no_axe_violations(web: Web) -> None:
    with web.page(None, "/", **PHONE) as page:
        page.get_by_label("E-mail address").press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("whole e-mail address")
        assert_no_axe_violations_in_both_schemes(page)
        page.get_by_label("E-mail address").fill("nobody@everybody.example")
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_role("heading", name="Enter your code").wait_for()
        page.get_by_label("Code of 6 digits").fill("12")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_have_text("The code has 6 digits.")
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)


@pytest.mark.parametrize("accent", ["#767676", "#000000"], ids=["the palest", "the darkest"])
def test_accent_colours_have_enough_contrast_everywhere(web: Web, accent: str) -> None:
    with web.page(HARPER, f"/jobs?{ACME}", **PHONE) as page:
        wait_until_loaded(page).evaluate(
            "(accent) => document.documentElement.style.setProperty('--accent', accent)", accent
        )
        assert_no_axe_violations_in_both_schemes(page)


def test_invoice_steps_have_no_axe_violations(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{job_to_invoice(web)}/invoice?{ACME}", **PHONE) as page:
        page.get_by_role("button", name="Look it over").click()
        assert_no_axe_violations_in_both_schemes(page)
        page.get_by_label("Amount, VAT included").fill("120")
        page.get_by_label("Your invoice number").fill("H-3")
        page.get_by_label("What it is for").fill("Valve fitted")
        page.get_by_role("button", name="Look it over").click()
        for heading in ("Look it over", "Your invoice"):
            page.get_by_role("heading", name=heading).wait_for()
            assert_no_axe_violations_in_both_schemes(page)
            assert_fits_small_phone(page)
            if heading == "Look it over":
                page.get_by_role("button", name="Send to Acme Lettings").click()


def test_completed_and_reopened_job_has_no_axe_violations(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{create_read_job(web)}?{ACME}", **PHONE) as page:
        mark_complete(page)
        page.clock.set_fixed_time(datetime.now(UTC))  # axe needs more time
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)
        expect(undo_button(page)).to_be_visible()
        page.clock.set_fixed_time(datetime.now(UTC) + timedelta(minutes=1))
        check_status_now(page)
        reopen_button(page).tap()
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)


def test_job_in_review_has_no_axe_violations(web: Web) -> None:
    with job_in_review(web) as page:
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)


def test_outbox_in_every_state_has_no_axe_violations(web: Web) -> None:
    with outbox_in_every_state(web) as page:
        assert_no_axe_violations_in_both_schemes(wait_until_loaded(page))
        assert_fits_small_phone(page)
        page.get_by_role("button", name="Delete").first.click()
        page.get_by_role("button", name="Change").first.click()
        page.get_by_label("Note").wait_for()
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)
        page.get_by_role("link", name="Account", exact=True).click()
        page.get_by_role("button", name="Sign out").click()
        page.get_by_text("9 things on this device are not with the agency yet.").wait_for()
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)


MOVING = """() => [...document.querySelectorAll("*")].map((each) => getComputedStyle(each)).filter(
    ({transitionDuration, animationName}) => transitionDuration !== "0s" || animationName !== "none").length"""


def test_reduced_motion_disables_animations(web: Web) -> None:
    with web.page(None, "/", **PHONE, reduced_motion="reduce") as page:
        assert wait_until_loaded(page).evaluate(MOVING) == 0
