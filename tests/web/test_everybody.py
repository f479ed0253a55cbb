"""For everybody: no fault that axe knows, in light and dark; room for a thumb on a small phone; no motion unasked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.web.browsing import ACME, HARPER, PHONE, Web
from tests.web.completing import mark_complete, reopen_button, undo_button
from tests.web.every_state import outbox_in_every_state
from tests.web.everybody import (
    SCREENS,
    axe_finds_nothing_in_light_or_dark,
    fits_a_small_phone,
    opened,
)
from tests.web.following import asked_again, job_in_review
from tests.web.outboxing import job_to_invoice, read_job_for

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_and_a_small_phone_has_room(web: Web, screen: str) -> None:
    who, path = SCREENS[screen]
    with web.page(who, path, **PHONE) as page:
        axe_finds_nothing_in_light_or_dark(opened(page))
        fits_a_small_phone(page)


def test_nor_in_signing_in_at_each_step(web: Web) -> None:
    with web.page(None, "/", **PHONE) as page:
        page.get_by_label("E-mail address").press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("whole e-mail address")
        axe_finds_nothing_in_light_or_dark(page)
        page.get_by_label("E-mail address").fill("nobody@everybody.example")
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_role("heading", name="Enter your code").wait_for()
        page.get_by_label("Code of 6 digits").fill("12")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_have_text("The code has 6 digits.")
        axe_finds_nothing_in_light_or_dark(page)
        fits_a_small_phone(page)


@pytest.mark.parametrize("accent", ["#767676", "#000000"], ids=["the palest", "the darkest"])
def test_every_accent_that_is_taken_can_be_read_wherever_it_stands(web: Web, accent: str) -> None:
    with web.page(HARPER, f"/jobs?{ACME}", **PHONE) as page:
        opened(page).evaluate("(accent) => document.documentElement.style.setProperty('--accent', accent)", accent)
        axe_finds_nothing_in_light_or_dark(page)


def test_nor_in_an_invoice_at_each_step(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{job_to_invoice(web)}/invoice?{ACME}", **PHONE) as page:
        page.get_by_role("button", name="Look it over").click()
        axe_finds_nothing_in_light_or_dark(page)
        page.get_by_label("Amount, VAT included").fill("120")
        page.get_by_label("Your invoice number").fill("H-3")
        page.get_by_label("What it is for").fill("Valve fitted")
        page.get_by_role("button", name="Look it over").click()
        for heading in ("Look it over", "Your invoice"):
            page.get_by_role("heading", name=heading).wait_for()
            axe_finds_nothing_in_light_or_dark(page)
            fits_a_small_phone(page)
            if heading == "Look it over":
                page.get_by_role("button", name="Send to Acme Lettings").click()


def test_nor_in_a_job_that_is_marked_complete_and_reopened(web: Web) -> None:
    with web.page(HARPER, f"/jobs/{read_job_for(web)}?{ACME}", **PHONE) as page:
        mark_complete(page)
        page.clock.set_fixed_time(datetime.now(UTC))  # axe takes its time
        axe_finds_nothing_in_light_or_dark(page)
        fits_a_small_phone(page)
        expect(undo_button(page)).to_be_visible()
        page.clock.set_fixed_time(datetime.now(UTC) + timedelta(minutes=1))
        asked_again(page)
        reopen_button(page).tap()
        axe_finds_nothing_in_light_or_dark(page)
        fits_a_small_phone(page)


def test_nor_in_a_job_in_review(web: Web) -> None:
    with job_in_review(web) as page:
        axe_finds_nothing_in_light_or_dark(page)
        fits_a_small_phone(page)


def test_nor_in_an_outbox_with_something_in_every_state(web: Web) -> None:
    with outbox_in_every_state(web) as page:
        axe_finds_nothing_in_light_or_dark(opened(page))
        fits_a_small_phone(page)
        page.get_by_role("button", name="Delete").first.click()
        page.get_by_role("button", name="Change").first.click()
        page.get_by_label("Note").wait_for()
        axe_finds_nothing_in_light_or_dark(page)
        fits_a_small_phone(page)
        page.get_by_role("link", name="Account", exact=True).click()
        page.get_by_role("button", name="Sign out").click()
        page.get_by_text("9 things on this device are not with the agency yet.").wait_for()
        axe_finds_nothing_in_light_or_dark(page)
        fits_a_small_phone(page)


MOVING = """() => [...document.querySelectorAll("*")].map((each) => getComputedStyle(each)).filter(
    ({transitionDuration, animationName}) => transitionDuration !== "0s" || animationName !== "none").length"""


def test_who_wants_less_motion_gets_none(web: Web) -> None:
    with web.page(None, "/", **PHONE, reduced_motion="reduce") as page:
        assert opened(page).evaluate(MOVING) == 0
