"""Jobs as contractors see them: urgent jobs first, a search as one types, all fields, and notes."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARPER, Web
from tests.web.job_completion import complete_button, end_undo_time, mark_complete, reopen_button
from tests.web.lists import JOBS, rows, scroll_to_end, titles
from tests.web.outbox_tab import create_read_job, notes_in_agentos

pytestmark = pytest.mark.browser
COMPLETED = {"Completed", "Invoiced"}
NOTE = "Key is under the blue pot 🔑\n<b>second line</b>"


def titled(job: dict[str, Any]) -> str:
    return str(job["title"] or job["reference"] or job["jobId"])


def job_screen(page: Page, job: dict[str, Any]) -> None:
    page.goto(f"/jobs/{job['jobId']}?{ACME}")
    page.get_by_role("heading", level=1, name=titled(job)).wait_for()
    page.get_by_role("heading", name="Notes").wait_for()


def listed(web: Web) -> list[dict[str, Any]]:
    jobs: list[dict[str, Any]] = web.api(HARPER, "jobs")["jobs"]
    return jobs


def one_with(web: Web, **fields: Any) -> dict[str, Any]:
    return next(job for job in listed(web) if all(job[name] == value for name, value in fields.items()))


def test_jobs_list_shows_open_jobs_with_emergencies_first(web: Web) -> None:
    open_ones = [job for job in listed(web) if job["status"] not in {*COMPLETED, "Cancelled"}]
    urgent = [job for job in open_ones if job["priority"] == "Emergency"]
    expected = [titled(job) for job in urgent] + [titled(job) for job in open_ones if job not in urgent]
    with web.page(HARPER, JOBS) as page:
        page.get_by_role("link", name=re.compile("^Emergency")).first.wait_for()
        scroll_to_end(page)
        assert titles(page) == expected
        assert page.get_by_text("Emergency", exact=True).count() == len(urgent)
        assert page.locator(".emergency svg").count() == len(urgent), "by shape as well as by word"
        row = page.get_by_role("link", name=urgent[0]["reference"])
        for text in (titled(urgent[0]), urgent[0]["status"], "ago"):
            expect(row).to_contain_text(text)


def test_jobs_list_has_tabs_for_completed_and_cancelled_jobs(web: Web) -> None:
    with web.page(HARPER, JOBS) as page:
        for tab, words in (("Completed", COMPLETED), ("Cancelled", {"Cancelled"})):
            page.get_by_role("link", name=re.compile(f"^{tab}")).tap()
            expected = [titled(job) for job in listed(web) if job["status"] in words]
            expect(rows(page)).to_have_count(len(expected))
            assert sorted(titles(page)) == sorted(expected)
        page.reload()
        expect(page.get_by_role("link", name=re.compile("^Cancelled"))).to_have_attribute("aria-current", "true")
        page.go_back()
        expect(page.get_by_role("link", name=re.compile("^Completed"))).to_have_attribute("aria-current", "true")


def test_jobs_search_filters_while_typing_and_announces_the_number(web: Web) -> None:
    with web.page(HARPER, JOBS) as page:
        field = page.get_by_role("searchbox", name="Search in jobs")
        field.type("hot WATER")
        expect(rows(page)).to_have_count(2)
        assert {*titles(page)} == {"No hot water"}
        expect(page.get_by_role("status")).to_have_text("2 jobs found")
        field.fill("hot water nowhere")
        expect(page.get_by_text("No job here has “hot water nowhere” in it.")).to_be_visible()
        expect(page.get_by_role("status")).to_have_text("No job found")


def test_jobs_search_reports_matches_under_other_tabs(web: Web) -> None:
    [cancelled] = [job["reference"] for job in listed(web) if job["status"] == "Cancelled"]
    with web.page(HARPER, JOBS) as page:
        page.get_by_role("searchbox").fill(cancelled)
        expect(page.get_by_text(f"No job here has “{cancelled}” in it. Cancelled: 1.")).to_be_visible()
        page.get_by_role("link", name="Cancelled 1").tap()
        expect(rows(page)).to_contain_text(cancelled)


def test_jobs_list_on_the_next_day_shows_new_ages(web: Web) -> None:
    with web.page(HARPER, JOBS) as page:
        before = str(rows(page).first.text_content())
        page.clock.set_system_time(datetime.now(UTC) + timedelta(days=800))
        page.get_by_role("link", name="Contacts").tap()
        page.get_by_role("heading", level=1, name="Contacts").wait_for()
        page.get_by_role("link", name="Jobs", exact=True).tap()
        expect(rows(page).first).to_contain_text("2 years ago")
        assert "years ago" not in before


def test_job_screen_links_to_a_map_a_call_and_a_mail(web: Web) -> None:
    job = one_with(web, jobId="JOB-1")
    with web.page(HARPER, JOBS) as page:
        job_screen(page, job)
        property_, tenant = job["property"], job["reportedBy"]
        place = page.get_by_role("link", name=re.compile(re.escape(property_["address"])))
        assert str(place.get_attribute("href")).startswith("https://www.google.com/maps/search/?api=1&query=")
        assert place.get_attribute("rel") == "noopener noreferrer"
        call = page.get_by_role("link", name=f"Call {tenant['name']}")
        assert call.get_attribute("href") == f"tel:{tenant['phone'].replace(' ', '')}"
        mail = page.get_by_role("link", name=f"Mail {tenant['name']}")
        assert mail.get_attribute("href") == f"mailto:{tenant['email']}"
        assert page.title() == f"{job['title']} – Contractor Portal"


def test_added_note_is_shown_and_reaches_agentos(web: Web) -> None:
    job = one_with(web, jobId="JOB-13")
    with web.page(HARPER, JOBS) as page:
        job_screen(page, job)
        assert page.locator(".notes .says").all_inner_texts() == [note["note"] for note in job["notes"]]
        expect(page.get_by_text("The agency reads it, and the landlord may.")).to_be_visible()
        page.get_by_role("button", name="Add note").tap()
        expect(page.get_by_role("alert").filter(has_text="Please write something first.")).to_be_visible()
        page.get_by_label("Add a note").fill(NOTE)
        page.get_by_role("link", name="Contacts").tap()
        page.go_back()
        expect(page.get_by_label("Add a note")).to_have_value(NOTE)
        page.reload()
        expect(page.get_by_label("Add a note")).to_have_value(NOTE)
        page.get_by_role("button", name="Add note").tap()
        expect(page.locator(".notes li").last.locator(".says")).to_have_text(NOTE, use_inner_text=True)
        expect(page.get_by_label("Add a note")).to_have_value("")

        def arrived() -> bool:
            return json.dumps(NOTE) in json.dumps(web.agentos("jobs/JOB-13"))

        wait_until("the note", arrived)
        expect(page.locator(".notes li")).to_have_count(len(job["notes"]) + 1)
        expect(page.locator(".notes .state")).to_have_count(0), "it is a note like the others then"


def test_note_form_follows_the_rules_of_the_portal(web: Web) -> None:
    job = create_read_job(web)
    with web.page(HARPER, f"/jobs/{job}?{ACME}") as page:
        page.get_by_label("Add a note").fill("Rings\u0007")
        page.get_by_role("button", name="Add note").tap()
        expect(page.get_by_role("alert").filter(has_text="There is a character in this")).to_be_visible()
        page.get_by_label("Add a note").fill("Pasted\tfrom a table")
        page.get_by_role("button", name="Add note").tap()
        wait_until("the note", lambda: notes_in_agentos(web, job) == ["Pasted from a table"])


def test_double_tap_on_add_note_sends_it_once(web: Web) -> None:
    job = create_read_job(web)
    with web.page(HARPER, f"/jobs/{job}?{ACME}") as page:
        page.get_by_label("Add a note").fill("Tapped twice")
        page.get_by_role("button", name="Add note").dblclick()
        wait_until("the note", lambda: notes_in_agentos(web, job))
        page.goto(f"/outbox?{ACME}")
        expect(page.get_by_role("heading", name="With the agency")).to_be_visible()
        expect(page.locator(".card")).to_have_count(1)
        assert notes_in_agentos(web, job) == ["Tapped twice"]


def test_response_older_than_a_change_is_fetched_again(web: Web) -> None:
    job = create_read_job(web)
    with web.page(HARPER, JOBS) as page:
        job_screen(page, {"jobId": job, "title": "Leak"})
        page.goto(JOBS)
        scroll_to_end(page)
        late = []
        page.route(f"**/contractor/jobs/{job}", lambda route: late.append((route, route.fetch())), times=1)
        page.locator(f'a[href*="/jobs/{job}?"]').tap()
        mark_complete(page)
        end_undo_time(page)
        expect(page.get_by_role("status")).to_have_text("Marked complete: With the agency")
        route, answer = late[0]
        route.fulfill(response=answer)
        reopen_button(page).wait_for()


def test_cancelled_job_cannot_be_completed(web: Web) -> None:
    with web.page(HARPER, JOBS) as page:
        job_screen(page, one_with(web, status="Cancelled"))
        expect(page.get_by_role("link", name="Send its invoice")).to_be_visible()
        expect(complete_button(page)).to_have_count(0)
