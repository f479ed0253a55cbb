"""Wide screens: a list beside the page that it opens, which wears its agency."""

import re
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import DESKTOP, Web
from tests.web.sample_day import SampleDay, sample_page

pytestmark = pytest.mark.browser
ACCENTED = {"acme": "#0b5cad", "kirk": "#8a1c1c"}


def wide_page(web: Web, path: str, day: SampleDay | None = None) -> AbstractContextManager[Page]:
    """Return a page on a wide screen."""
    return sample_page(web, day or SampleDay(agencies=("acme", "harbour", "kirk")), path, **DESKTOP)


def headings(page: Page) -> list[str]:
    """Return the first heading of the list, and that of the page beside it."""
    return [page.get_by_role("heading", level=1).inner_text(), page.locator(".detail h2").first.inner_text()]


def test_job_opens_beside_the_list_it_was_chosen_from(web: Web) -> None:
    with wide_page(web, "/") as page:
        expect(page.get_by_text("Choose a row of the list to see it here.")).to_be_visible()
        expect(page.locator(".top").first).to_contain_text("Dan Harper")
        expect(page.locator(".top").first).to_contain_text("3 agencies")
        page.get_by_role("link", name="No hot water").click()
        expect(page.locator(".detail h2.title")).to_have_text("No hot water")
        expect(page.locator(".detail h2.title")).to_be_focused()
        assert headings(page) == ["Today", "No hot water"]
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect(page.locator(".list .row[aria-current]")).to_contain_text("No hot water")
        assert page.title().startswith("No hot water")
        page.get_by_role("link", name="Jobs", exact=True).click()
        page.get_by_role("link", name="Shower runs cold").click()
        expect(page.locator(".detail h2.title")).to_have_text("Shower runs cold")
        assert headings(page) == ["Jobs", "Shower runs cold"]
        page.go_back()
        expect(page.get_by_text("Choose a row of the list to see it here.")).to_be_visible()
        assert page.title().startswith("Jobs")


def test_list_beside_a_job_keeps_its_tab_and_agency_over_a_reload(web: Web) -> None:
    with wide_page(web, "/jobs?show=done&only=acme") as page:
        page.get_by_role("link", name="Waste pipe loose").click()
        page.reload()
        expect(page.locator(".detail h2.title")).to_have_text("Waste pipe loose")
        expect(page.get_by_role("button", name="Acme")).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".list").get_by_role("link", name=re.compile("^Done"))).to_have_attribute(
            "aria-current", "page"
        )


def test_job_from_a_link_stands_beside_today(web: Web) -> None:
    with wide_page(web, "/jobs/JOB-2?agency=acme&contractor=CON-1") as page:
        expect(page.locator(".detail h2.title")).to_have_text("No hot water")
        assert headings(page)[0] == "Today"


def test_page_beside_the_list_wears_its_agency(web: Web) -> None:
    day = SampleDay(agencies=("acme", "kirk"), accents=ACCENTED)
    with wide_page(web, "/jobs", day) as page:
        own = page.locator(".top").first
        before = own.evaluate("(element) => getComputedStyle(element).backgroundColor")
        page.get_by_role("link", name="No hot water").click()
        expect(page.locator(".detail .top")).to_have_css("background-color", "rgb(11, 92, 173)")
        page.get_by_role("link", name="Shower runs cold").click()
        expect(page.locator(".detail .top")).to_have_css("background-color", "rgb(138, 28, 28)")
        expect(own).to_have_css("background-color", before)


def test_window_made_narrow_shows_the_page_alone(web: Web) -> None:
    with wide_page(web, "/jobs/JOB-2?agency=acme&contractor=CON-1") as page:
        expect(page.locator(".split")).to_be_visible()
        page.set_viewport_size({"width": 390, "height": 844})
        expect(page.locator(".split")).to_have_count(0)
        expect(page.get_by_role("heading", level=1, name="No hot water")).to_be_visible()
