"""Today: what first. Its order, its rows, and how it keeps up to date."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.accessibility import assert_no_axe_violations_in_both_schemes
from tests.web.browsing import DESKTOP, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.outbox_tab import outbox_of
from tests.web.sample_day import EMERGENCY, HIGH, SMALL, TALL, SampleDay, ago, sample_job, sample_page

pytestmark = pytest.mark.browser
NEEDS = [
    ("Leak under bath, £156.00", "Rejected by Acme. Ring them to ask why."),
    ("Invoice £86.00 refused", "The PDF has another file inside"),
    ("Did this note arrive?", "We asked Acme. You can ring them."),
    ("3 jobs to invoice", "Oldest done 30 days ago"),
]
CHECKED = "Being checked · may have arrived"
UNDER = """(element) => {
    const {bottom} = element.getBoundingClientRect(), nav = document.querySelector(".nav").getBoundingClientRect();
    return bottom - nav.top;
}"""
PULL = """async (distance) => {
    const touch = (type, clientY) => {
        const at = new Touch({identifier: 1, target: document.querySelector("main"), clientX: 100, clientY});
        const touches = type === "touchend" ? [] : [at];
        at.target.dispatchEvent(new TouchEvent(type, {bubbles: true, touches, changedTouches: [at]}));
    };
    touch("touchstart", 100);
    touch("touchend", 100 + distance);
}"""


def sections(page: Page) -> list[str]:
    """Return the sections in the order of the screen."""
    return page.locator(".alarm .kick, h2.section > :first-child").all_inner_texts()


def row(page: Page, title: str) -> Locator:
    return page.locator(".row", has=page.get_by_role("link", name=title, exact=True))


def test_today_shows_the_groups_in_their_order(web: Web) -> None:
    with sample_page(web, SampleDay(), has_items=True) as page:
        expect(page.locator("h2.section")).to_have_count(3)
        wait_until(
            "all groups", lambda: len(page.locator("h2.section + .card > .row, .group > .row, .card > .row").all()) >= 8
        )
        emergency, *others = sections(page)
        assert emergency.startswith("Emergency")
        assert others == ["Needs you", "High priority", "On its way"]
        for title, text in NEEDS:
            expect(row(page, title)).to_contain_text(text)
        expect(row(page, "No hot water")).to_contain_text("Acme Lettings · In progress")
        expect(page.locator(".at")).to_have_text([re.compile("2 days"), re.compile("1 day")])
        states = page.locator(".state")
        expect(states).to_have_text([CHECKED, "With the portal · will be delivered", CHECKED]), "the job tells it, too"
        expect(page.locator(".badge")).to_contain_text("2")


def test_today_says_whom_to_call(web: Web) -> None:
    with sample_page(web, SampleDay()) as page:
        alarm = page.locator(".alarm")
        expect(alarm).to_contain_text("Acme Lettings · reported by Priya Shah")
        expect(alarm.get_by_role("link", name="Call Priya")).to_have_attribute("href", "tel:07700900118")
        expect(alarm.get_by_role("link", name="Directions")).to_have_attribute("href", re.compile("14%20Marsh%20Lane"))
        expect(page.get_by_role("link", name="Call Acme")).to_have_attribute("href", "tel:01134960100")


def test_everything_that_needs_the_person_is_above_the_bar_at_390x664(web: Web) -> None:
    with sample_page(web, SampleDay(), has_items=True, **SMALL) as page:
        expect(row(page, "3 jobs to invoice")).to_be_visible()
        assert page.get_by_role("link", name="Call Priya").evaluate(UNDER) < 0
        assert row(page, "3 jobs to invoice").locator(".second").evaluate(UNDER) <= 0


def test_jobs_shows_an_emergency_and_five_rows_at_390x844(web: Web) -> None:
    with sample_page(web, SampleDay(), "/jobs") as page:
        rows = page.get_by_role("main").get_by_role("listitem")
        expect(rows).to_have_count(8)
        assert sum(each.evaluate(UNDER) <= 0 for each in rows.all()) >= 5


def test_person_with_one_agency_sees_its_colour_and_no_names(web: Web) -> None:
    with sample_page(web, SampleDay(agencies=("acme",))) as page:
        expect(page.locator(".top")).to_have_class("top is-brand")
        expect(page.locator(".alarm .from")).to_have_text("Reported by Priya Shah")
        expect(row(page, "No hot water").locator(".from")).to_have_text("In progress")
        page.get_by_role("link", name="Jobs", exact=True).tap()
        expect(page.locator(".chips")).to_have_count(0)


def test_quiet_day_shows_the_way_to_the_open_jobs(web: Web) -> None:
    jobs = {"acme": [sample_job("JOB-1", "Damp patch"), sample_job("JOB-2", "Fence")]}
    with sample_page(web, SampleDay(jobs=jobs, invoices={}, to_invoice={})) as page:
        expect(page.get_by_role("heading", name="All quiet")).to_be_visible()
        page.get_by_role("link", name="See 2 open jobs").tap()
        expect(page.get_by_role("heading", level=1, name="Jobs")).to_be_focused()


def test_agency_that_cannot_be_read_hides_no_other(web: Web) -> None:
    day = SampleDay(away={"acme": ago(hours=5), "north": ""})
    with sample_page(web, day) as page:
        banner = page.locator(".banner")
        expect(banner).to_contain_text("Acme and North cannot be reached. Their jobs are as of")
        expect(page.get_by_role("link", name="Water through kitchen ceiling")).to_be_visible()
        expect(page.get_by_role("link", name="Shower runs cold")).to_be_visible()
        expect(
            page.get_by_text("North Bank Property: Your agency's system cannot be reached just now.")
        ).to_be_visible()
        expect(page.get_by_role("heading", name="All quiet")).to_have_count(0)


def test_old_data_of_one_agency_is_named_under_the_header(web: Web) -> None:
    day = SampleDay(agencies=("acme", "kirk"))
    with sample_page(web, day) as page:
        page.get_by_role("link", name="No hot water").wait_for()
        expect(page.locator(".banner")).to_have_count(0)
        day.away = {"kirk": ago(minutes=20)}
        page.reload()
        expect(page.locator(".banner")).to_contain_text("Kirk cannot be reached. Its jobs are as of")
        assert page.locator(".banner").evaluate("(line) => line.getBoundingClientRect().top") < 120


def test_today_reads_again_after_a_minute_and_on_return(web: Web) -> None:
    day = SampleDay()
    with web.context(HARPER, **TALL) as context:
        context.route("**/api/**", day.answer)
        page = context.new_page()
        page.clock.install()
        page.goto("/")
        page.get_by_role("link", name="No hot water").wait_for()
        day.jobs["acme"].append(sample_job("JOB-9", "Boiler on fire", **EMERGENCY))
        page.clock.run_for(59_000)
        expect(page.get_by_role("link", name="Boiler on fire")).to_have_count(0)
        page.clock.run_for(2_000)
        expect(page.get_by_role("link", name="Boiler on fire")).to_be_visible()
        day.jobs["acme"].append(sample_job("JOB-10", "Burst main", **EMERGENCY))
        page.clock.run_for(10_000)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.get_by_role("link", name="Burst main")).to_be_visible()


def test_pulling_down_reads_again(web: Web) -> None:
    day = SampleDay()
    with sample_page(web, day) as page:
        page.get_by_role("link", name="No hot water").wait_for()
        page.wait_for_load_state("networkidle")
        day.jobs["kirk"].append(sample_job("JOB-9", "Toilet blocked", **HIGH))
        page.evaluate(PULL, 40)
        page.wait_for_timeout(300)
        assert page.get_by_role("link", name="Toilet blocked").count() == 0, "that was too short"
        page.evaluate(PULL, 120)
        expect(page.get_by_role("link", name="Toilet blocked")).to_be_visible()


def test_offline_what_is_on_its_way_comes_before_high_priority(web: Web, proxy: FaultyProxy) -> None:
    with web.context(HARPER, base_url=proxy.url, **PHONE) as context:
        page = context.new_page()
        page.goto("/")
        wait_until_cached(page)
        page.locator(".alarm, h2.section").first.wait_for()
        proxy.cut()
        outbox_of(page).note("JOB-1", "Written in a cellar")
        page.reload()
        expect(page.locator(".banner").first).to_contain_text("No signal. Today as of")
        expect(page.get_by_text("Nothing you typed is lost. 1 item is on this phone.")).to_be_visible()
        shown = [each for each in sections(page) if not each.startswith("Emergency")]
        assert next(each for each in shown if each in ("On its way", "High priority")) == "On its way"
        expect(page.locator(".state").first).to_have_text("On this phone · goes with signal")


def test_job_that_is_done_on_this_phone_leaves_today(web: Web) -> None:
    with sample_page(web, SampleDay()) as page:
        page.get_by_role("link", name="Shower runs cold").wait_for()
        tab = outbox_of(page, {"email": HARPER, "agency": "kirk", "contractorId": "CON-1"})
        tab.add("completion", "JOB-1", {"completed": True})
        expect(page.get_by_role("link", name="Shower runs cold")).to_have_count(0)
        expect(page.locator(".state")).to_contain_text("On this phone")
        page.get_by_role("link", name="Jobs", exact=True).tap()
        expect(row(page, "Shower runs cold")).to_contain_text(re.compile(r"Kirk & Sons · Done \d\d:\d\d"))


@pytest.mark.parametrize(
    ("title", "address"), [("3 jobs to invoice", "/jobs?show=to-invoice"), ("No hot water", "/jobs/JOB-2?")]
)
def test_back_to_today_leads_to_the_row(web: Web, title: str, address: str) -> None:
    with sample_page(web, SampleDay(), **{**SMALL, "viewport": {"width": 390, "height": 400}}) as page:
        link = page.get_by_role("link", name=title, exact=True)
        page.wait_for_load_state("networkidle")
        link.scroll_into_view_if_needed()
        place = link.bounding_box()
        link.tap()
        page.wait_for_url(lambda url: address in url)
        page.go_back()
        wait_until(f"the row at {place}", lambda: link.count() and link.bounding_box() == place)


def test_emergency_of_an_unknown_reporter_has_directions_only(web: Web) -> None:
    nobody: dict[str, Any] = {"reportedBy": None, "reportedAt": None, **EMERGENCY}
    day = SampleDay(agencies=("acme", "kirk"), jobs={"acme": [sample_job("JOB-1", "Burst main", **nobody)]})
    with sample_page(web, day) as page:
        expect(page.locator(".alarm .from > :last-child")).to_have_text("Acme Lettings")
        expect(page.locator(".alarm .btn")).to_have_text("Directions")


JOB = "/jobs/JOB-2?agency=acme&contractor=CON-1"
SCREENS = [
    "/",
    "/jobs",
    "/jobs?show=to-invoice",
    "/jobs?show=done",
    "/jobs?sheet=agency",
    "/search?q=grace",
    "/search?q=grase",
]


@pytest.mark.parametrize("path", [*SCREENS, JOB])
def test_screen_of_the_sample_passes_axe(web: Web, path: str) -> None:
    with sample_page(web, SampleDay(), path, **(DESKTOP if path == JOB else TALL)) as page:
        page.wait_for_load_state("networkidle")
        assert_no_axe_violations_in_both_schemes(page)
