"""The search: all jobs of all agencies, by any field, with or without blanks and dashes."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browsing import Web
from tests.web.lists import rows, titles
from tests.web.sample_day import SMALL, SampleDay, done, sample_job, sample_page

pytestmark = pytest.mark.browser
GRACE = {"name": "Grace Price", "phone": "07700 900145", "email": None}
OTHER = {"name": "Omar Ali", "phone": "07700 900999", "email": None}
QUERIES = {
    "the tenant": ("grace", "Grace"),
    "a telephone": ("07700900145", "07700 900145"),
    "the category": ("plumb", "Plumb"),
    "a loose reference": ("m2041", "M-2041"),
    "a postcode without a blank": ("wf14pl", "WF1 4PL"),
    "a word of the description": ("e119", "E119"),
}


def day() -> SampleDay:
    """Return jobs of which one has all that a person may search for."""
    jobs = {
        "acme": [
            sample_job(
                "JOB-2041", "No hot water", reportedBy=GRACE, description="Boiler shows E119, and the switch trips."
            ),
            done("JOB-1874", "Immersion timer", 30, reportedBy=OTHER, category="Electrics", property=None),
        ],
        "kirk": [
            done(
                "JOB-552", "Bath seal", 60, address="18 Gracefield Terrace, Leeds", reportedBy=OTHER, category="Tiling"
            ),
            sample_job(
                "JOB-7", "Fence panel down", status="Cancelled", reportedBy=OTHER, category="Fencing", property=None
            ),
        ],
    }
    jobs["kirk"][0]["property"]["postcode"] = "LS8 1AA"
    return SampleDay(agencies=("acme", "kirk"), jobs=jobs)


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search all jobs")


@pytest.mark.parametrize(("query", "hit"), QUERIES.values(), ids=QUERIES)
def test_search_finds_a_job_by(web: Web, query: str, hit: str) -> None:
    with sample_page(web, day(), "/search") as page:
        field(page).type(query)
        row = rows(page).filter(has_text="No hot water")
        expect(row.locator("mark").first).to_have_text(hit)
        expect(row.get_by_role("link")).to_have_attribute("href", "/jobs/JOB-2041?agency=acme&contractor=CON-1")


def test_search_covers_all_agencies_and_lists(web: Web) -> None:
    with sample_page(web, day(), "/") as page:
        page.get_by_role("link", name="Search all jobs").tap()
        expect(field(page)).to_be_focused()
        field(page).type("grace")
        expect(rows(page)).to_have_count(2)
        assert titles(page) == ["No hot water", "Bath seal"]
        expect(page.locator("h2.section > :first-child")).to_have_text(["Open", "Done"])
        expect(page.get_by_role("main").get_by_role("status")).to_have_text("2 jobs, in all agencies, open and done")
        expect(rows(page).last).to_contain_text("Kirk & Sons · M-552")
        rows(page).last.get_by_role("link").tap()
        expect(page.get_by_role("heading", level=1, name="Bath seal")).to_be_visible()
        page.get_by_role("link", name="Back to search").tap()
        expect(field(page)).to_have_value("grace")
        expect(rows(page)).to_have_count(2)
        page.get_by_role("link", name="Back to Today").tap()
        expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()


def test_search_finds_cancelled_jobs_as_links(web: Web) -> None:
    with sample_page(web, day(), "/search?q=fence") as page:
        expect(page.locator("h2.section > :first-child")).to_have_text("Cancelled")
        rows(page).get_by_role("link", name="Fence panel down").tap()
        expect(page).to_have_url(re.compile("/jobs/JOB-7"))


def test_search_that_finds_nothing_offers_the_nearest_word(web: Web) -> None:
    with sample_page(web, day(), "/search", **SMALL) as page:
        expect(page.get_by_text("Finds name, phone, address")).to_be_visible()
        field(page).type("grase")
        expect(page.get_by_role("heading", name="Nothing for “grase”")).to_be_visible()
        expect(page.get_by_text("Close to it: Grace Price.")).to_be_visible()
        page.get_by_role("button", name="Search for “grace”").tap()
        expect(field(page)).to_have_value("grace")
        expect(rows(page)).to_have_count(2)
        field(page).fill("xylophone")
        expect(page.get_by_role("button", name=re.compile("^Search for"))).to_have_count(0)
