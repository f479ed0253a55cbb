"""Jobs as contractors see them: open, to invoice and done, of all agencies or of one."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARPER, Web
from tests.web.lists import JOBS, rows, scroll_to_end, titles
from tests.web.outbox_tab import create_read_job, outbox_of
from tests.web.sample_day import OFFERS, TALL, SampleDay, done, fulfil, sample_jobs, sample_page

pytestmark = pytest.mark.browser
COMPLETED = {"Completed", "Invoiced", "Works done"}
CANCELLED = {"Cancelled", "Abandoned"}
HEADINGS = {1: "High priority", 2: "Medium priority", 3: "Low priority", 4: "No priority"}
ACCOUNTS = ("acme/CON-1001", "harbour/CON-5001")


def titled(job: dict[str, Any]) -> str:
    return str(job["title"] or job["reference"] or job["jobId"])


def moment(time: str | None) -> float:
    """Return a time as a number. Jobs without one come last."""
    return datetime.fromisoformat(time).timestamp() if time else float("inf")


def listed(web: Web) -> list[dict[str, Any]]:
    """Return the jobs of all accounts of Harper's."""
    return [job for account in ACCOUNTS for job in web.api(HARPER, "jobs", account)["jobs"]]


def tab(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Jobs by state").get_by_role("link", name=re.compile(f"^{name}"))


def card(page: Page, title: str) -> Locator:
    """Return the card of a job to invoice."""
    return rows(page).filter(has=page.get_by_role("link", name=title, exact=True))


def take_off(page: Page, title: str) -> Locator:
    """Open the sheet that takes a job off the list. Return it."""
    card(page, title).get_by_role("link", name="Invoiced elsewhere").tap()
    sheet = page.get_by_role("dialog", name="Invoiced elsewhere")
    sheet.wait_for()
    return sheet


def test_open_jobs_are_sorted_by_priority_and_age(web: Web) -> None:
    open_ones = [job for job in listed(web) if job["status"] not in COMPLETED | CANCELLED]
    assert {job["priorityRank"] for job in open_ones} >= {0, 1, 2}
    rank = [4 if job["priorityRank"] is None else job["priorityRank"] for job in open_ones]
    ranked = zip(rank, open_ones, strict=True)
    expected = [job for _, job in sorted(ranked, key=lambda each: (each[0], moment(each[1]["reportedAt"])))]
    with web.page(HARPER, JOBS) as page:
        page.get_by_text("High priority", exact=True).wait_for()
        scroll_to_end(page)
        assert titles(page) == [titled(job) for job in expected]
        urgent = [job for job in expected if job["emergency"]]
        expect(page.locator(".is-urgent")).to_have_count(len(urgent))
        expect(page.locator(".is-urgent .tag svg")).to_have_count(len(urgent)), "by shape as well as by word"
        headings = page.locator("h2.section > :first-child").all_inner_texts()
        assert headings == [HEADINGS[each] for each in sorted({*rank} - {0})]
        expect(tab(page, "Open")).to_have_text(f"Open {len(expected)}")


def test_job_without_a_known_priority_comes_last(web: Web) -> None:
    with sample_page(web, SampleDay(), JOBS) as page:
        scroll_to_end(page)
        assert titles(page)[-1] == "Cistern keeps filling"
        assert page.locator("h2.section > :first-child").last.inner_text() == "No priority"


def test_done_shows_months_newest_first_and_cancelled_jobs_last(web: Web) -> None:
    done_ones = [job for job in listed(web) if job["completed"]]
    cancelled = [titled(job) for job in listed(web) if job["status"] in CANCELLED]
    expected = sorted(done_ones, key=lambda job: job["completedAt"] or "", reverse=True)
    with web.page(HARPER, JOBS) as page:
        tab(page, "Done").tap()
        expect(tab(page, "Done")).to_have_attribute("aria-current", "page")
        scroll_to_end(page)
        shown = titles(page)
        assert shown[: len(expected)] == [titled(job) for job in expected]
        assert sorted(shown[len(expected) :]) == sorted(cancelled)
        assert page.locator("h2.section > :first-child").last.inner_text() == "Cancelled"


def test_done_never_begins_with_an_old_emergency(web: Web) -> None:
    with sample_page(web, SampleDay(), "/jobs?show=done") as page:
        scroll_to_end(page)
        assert titles(page) == [
            "Toilet will not flush",
            "Waste pipe loose",
            "Leak under bath",
            "Old emergency",
            "Fence panel down",
        ]
        expect(page.locator(".is-urgent, .is-alarm")).to_have_count(0)
        outcomes = ["To invoice", "To invoice", "To invoice", "Paid £156.00", "Cancelled"]
        for row, outcome in zip(rows(page).all(), outcomes, strict=True):
            expect(row.locator(".from")).to_contain_text(outcome)


def test_tab_and_agency_are_kept_by_reload_and_left_by_one_step_back(web: Web) -> None:
    with sample_page(web, SampleDay(agencies=("acme", "harbour", "kirk")), "/") as page:
        page.get_by_role("link", name="Jobs", exact=True).tap()
        page.get_by_role("button", name="Kirk").tap()
        tab(page, "Done").tap()
        expect(page).to_have_url(re.compile(r"/jobs\?show=done&only=kirk$"))
        page.reload()
        expect(page.get_by_role("button", name="Kirk")).to_have_attribute("aria-pressed", "true")
        expect(rows(page)).to_have_count(1)
        expect(tab(page, "Done")).to_have_text("Done 1")
        rows(page).get_by_role("link").tap()
        page.get_by_role("link", name="Back to Jobs").tap()
        expect(page).to_have_url(re.compile(r"/jobs\?show=done&only=kirk$"))
        page.go_back()
        expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()


def test_five_agencies_are_behind_one_chip(web: Web) -> None:
    with sample_page(web, SampleDay(), JOBS) as page:
        expect(page.locator(".chip")).to_have_text(["All", "Agency"])
        page.get_by_role("link", name="Agency").tap()
        page.get_by_role("dialog").get_by_role("link", name="Moor End Homes").tap()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator(".chip")).to_have_text(["All", re.compile("Moor$"), "Agency"])
        expect(rows(page)).to_have_count(1)
        page.get_by_role("button", name="All").tap()
        expect(rows(page)).to_have_count(8)


def test_no_open_jobs_says_where_they_come_from(web: Web) -> None:
    day = SampleDay(agencies=("acme", "harbour", "kirk"), jobs={}, to_invoice={})
    with sample_page(web, day, JOBS) as page:
        expect(page.get_by_role("heading", name="No open jobs")).to_be_visible()
        expect(page.get_by_text("New jobs from Acme, Harbour and Kirk appear here by themselves.")).to_be_visible()
        for name, heading in (("To invoice", "Nothing to invoice"), ("Done", "Nothing done yet")):
            tab(page, name).tap()
            expect(page.get_by_role("heading", name=heading)).to_be_visible()


def test_jobs_in_outline_until_they_are_read(web: Web) -> None:
    day, waiting = SampleDay(agencies=("acme",)), []
    with web.context(HARPER, **TALL) as context:
        context.route(
            "**/api/**", lambda route: waiting.append(route) if "/jobs" in route.request.url else day.answer(route)
        )
        page = context.new_page()
        page.goto(JOBS)
        expect(page.get_by_text("Getting your jobs")).to_be_attached()
        expect(page.locator(".bone").first).to_be_visible()
        expect(tab(page, "Open")).to_have_text("Open")
        wait_until("both lists", lambda: page.wait_for_timeout(20) or len(waiting) == 2)
        for route in waiting:
            day.answer(route)
        expect(page.locator(".bone")).to_have_count(0)
        expect(tab(page, "Open")).to_have_text("Open 3")


def test_row_tells_of_items_until_the_list_is_read_again(web: Web) -> None:
    day = SampleDay(agencies=("acme", "kirk"))
    with sample_page(web, day, JOBS) as page:
        row = rows(page).filter(has_text="Damp patch")
        row.wait_for()
        page.wait_for_load_state("networkidle")
        late: list[Any] = []
        page.route("**/contractor/jobs", lambda route: late.append(route))
        page.context.route("**/notes", lambda route: fulfil(route, {"noteId": "N-1", "note": "Hi"}, status=201))
        outbox_of(page, {"email": HARPER, "agency": "acme", "contractorId": "CON-1"}).note("JOB-3", "Ceiling opened")
        expect(row.locator(".state")).to_have_text(re.compile(r"^With the agency · \d\d:\d\d$"))
        for route in late:
            day.answer(route)
        expect(row.locator(".state")).to_have_count(0)


def test_jobs_list_on_the_next_day_shows_new_ages(web: Web) -> None:
    with sample_page(web, SampleDay(), JOBS) as page:
        row = rows(page).filter(has_text="No hot water")
        expect(row.locator(".at")).to_contain_text("2 days")
        page.clock.set_system_time(datetime.now(UTC) + timedelta(days=70))
        page.get_by_role("link", name="Today").tap()
        page.get_by_role("link", name="Jobs", exact=True).tap()
        expect(row.locator(".at")).to_contain_text("10 weeks")


# ---- To invoice


def test_jobs_to_invoice_are_sorted_oldest_first_with_both_answers(web: Web) -> None:
    day = SampleDay(offers={"kirk": [offer for offer in OFFERS if offer != "invoices.list"]})
    with sample_page(web, day, "/jobs?show=to-invoice") as page:
        expect(rows(page)).to_have_count(3)
        assert titles(page) == ["Leak under bath", "Waste pipe loose", "Toilet will not flush"]
        expect(card(page, "Waste pipe loose")).to_contain_text("Acme Lettings · Done 14 days ago")
        expect(card(page, "Toilet will not flush")).to_contain_text("Done 6 days ago · No invoice through this portal")
        invoice = card(page, "Waste pipe loose").get_by_role("link", name="Invoice: Waste pipe loose")
        expect(invoice).to_have_attribute("href", "/jobs/JOB-5/invoice?agency=acme&contractor=CON-1")


def test_job_whose_invoice_is_in_the_outbox_is_not_to_invoice(web: Web) -> None:
    with sample_page(web, SampleDay(), "/jobs?show=to-invoice") as page:
        expect(tab(page, "To invoice")).to_have_text("To invoice 3")
        tab_ = outbox_of(page, {"email": HARPER, "agency": "acme", "contractorId": "CON-1"})
        content = {
            "amount": 20,
            "description": "Trap",
            "invoiceDate": "2026-11-20",
            "invoiceNumber": "H-2",
            "jobId": "JOB-5",
        }
        tab_.add("invoice", "JOB-5", content)
        expect(tab(page, "To invoice")).to_have_text("To invoice 2")
        expect(card(page, "Waste pipe loose")).to_have_count(0)


def test_job_invoiced_elsewhere_leaves_the_list_and_can_be_put_back(web: Web) -> None:
    day = SampleDay()
    with sample_page(web, day, "/jobs?show=to-invoice") as page:
        sheet = take_off(page, "Waste pipe loose")
        expect(sheet).to_contain_text("Takes the job off To invoice. Acme is not told. You can put it back.")
        sheet.get_by_label("Your number").fill(" H-77 ")
        sheet.get_by_role("button", name="Take off the list").tap()
        expect(sheet).to_have_count(0)
        expect(card(page, "Waste pipe loose")).to_have_count(0)
        expect(page.get_by_text("Waste pipe loose is off the list.").first).to_be_visible()
        page.get_by_role("button", name="Put back").tap()
        expect(card(page, "Waste pipe loose")).to_be_visible()
        mark = {"state": "elsewhere", "invoiceNumber": "H-77"}
        path = "jobs/JOB-5/invoicing"
        assert day.marks == [("PUT", path, mark), ("DELETE", path, None)]


def test_job_without_charge_is_marked_so(web: Web) -> None:
    day = SampleDay()
    with sample_page(web, day, "/jobs?show=to-invoice") as page:
        sheet = take_off(page, "Toilet will not flush")
        sheet.get_by_text("No charge").tap()
        expect(sheet.get_by_label("Your number")).to_have_count(0)
        sheet.get_by_role("button", name="Take off the list").dblclick()
        expect(card(page, "Toilet will not flush")).to_have_count(0)
        assert day.marks == [("PUT", "jobs/JOB-3/invoicing", {"state": "no-charge"})]


def test_job_is_not_taken_off_without_a_signal(web: Web) -> None:
    with sample_page(web, SampleDay(), "/jobs?show=to-invoice") as page:
        sheet = take_off(page, "Waste pipe loose")
        page.context.route("**/invoicing", lambda route: route.abort())
        sheet.get_by_role("button", name="Take off the list").tap()
        expect(sheet.get_by_role("alert")).to_have_text("This needs a signal. Please try again when you have one.")
        sheet.get_by_role("button", name="Close").tap()
        expect(card(page, "Waste pipe loose")).to_be_visible()


def to_invoice(web: Web) -> list[str]:
    return [str(job["jobId"]) for job in web.api(HARPER, "jobs?toInvoice=true")["jobs"]]


def test_job_marked_in_the_portal_is_off_the_list_for_good(web: Web) -> None:
    """The real portal keeps the mark, and the page of the job offers to delete it."""
    job = create_read_job(web)
    statuses = {status["Name"]: oid for oid, status in web.agentos("status_types").items()}
    web.control("PATCH", f"state/acme/jobs/{job}", {"StatusOID": statuses["Completed"]})
    wait_until("a job to invoice", lambda: job in to_invoice(web))
    address = f"/jobs/{job}?{ACME}"
    with web.page(HARPER, "/jobs?show=to-invoice") as page:
        scroll_to_end(page)
        link = page.locator(f'a[href="{address}"]')
        rows(page).filter(has=link).get_by_role("link", name="Invoiced elsewhere").tap()
        page.get_by_role("button", name="Take off the list").tap()
        expect(link).to_have_count(0)
        page.goto(f"{address}&sheet=elsewhere")
        expect(page.get_by_role("dialog")).to_contain_text("You took this job off To invoice: Invoiced elsewhere.")
        page.get_by_role("button", name="Put back on the list").tap()
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert job in to_invoice(web)


def test_many_done_jobs_stay_in_their_months(web: Web) -> None:
    jobs = sample_jobs()
    jobs["kirk"] = [done(f"JOB-{at}", f"Job {at}", at * 3) for at in range(1, 60)]
    with sample_page(web, SampleDay(jobs=jobs), "/jobs?show=done&only=kirk") as page:
        scroll_to_end(page)
        assert titles(page) == [f"Job {at}" for at in range(1, 60)]
