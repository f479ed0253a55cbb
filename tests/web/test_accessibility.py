"""Accessibility: snapshots for screen readers, no axe violations, large touch targets, and no unrequested motion."""

from __future__ import annotations

import pytest

from tests.web.accessibility import (
    assert_no_axe_violations_in_both_schemes,
    check_screen,
    reads_as,
    wait_until_loaded,
)
from tests.web.browsing import PHONE, Web
from tests.web.screens import SCREENS, shown_screen

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_is_accessible(web: Web, screen: str) -> None:
    with shown_screen(web, screen) as page:
        check_screen(page, screen, SCREENS[screen].read)


@pytest.mark.parametrize("accent", ["#767676", "#000000"], ids=["the palest", "the darkest"])
@pytest.mark.parametrize("screen", ["jobs with one agency", "a job", "an invoice in Money", "an item on this phone"])
def test_accent_colours_have_enough_contrast_everywhere(web: Web, screen: str, accent: str) -> None:
    with shown_screen(web, screen) as page:
        page.evaluate("(accent) => document.documentElement.style.setProperty('--accent', accent)", accent)
        assert_no_axe_violations_in_both_schemes(page)


def test_page_without_scripts_reads_well(web: Web) -> None:
    with web.page(java_script_enabled=False) as page:
        reads_as(page, "without scripts", "noscript main")


MOVING = """() => [...document.querySelectorAll("*")].map((each) => getComputedStyle(each)).filter(
    ({transitionDuration, animationName}) => transitionDuration !== "0s" || animationName !== "none").length"""


def test_reduced_motion_disables_animations(web: Web) -> None:
    with web.page(None, "/", **PHONE, reduced_motion="reduce") as page:
        assert wait_until_loaded(page).evaluate(MOVING) == 0
