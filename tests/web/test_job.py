"""The page of a job: where and who, the timeline, the note, more actions, and the job sheet on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.accessibility import assert_fits_small_phone, assert_no_axe_violations_in_both_schemes
from tests.web.browsing import ACME, DESKTOP, HARPER, PHONE, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.job_completion import (
    bar,
    complete_button,
    invoice_link,
    mark_complete,
    more_link,
    open_more,
    open_reopening,
)
from tests.web.outbox_tab import create_read_job, notes_in_agentos, outbox_of

pytestmark = pytest.mark.browser
ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"
NOTE = "Key is under the blue pot 🔑\n<b>second line</b>"
DETAILS: dict[str, Any] = {
    "Title": "No hot water",
    "Description": "Immersion trips the switch.\nAsk before any part.",
    "Priority": "High",
    "Property": "133 Albert Road, Wakefield, WF1 4PL",
    "Postcode": "WF1 4PL",
    "AccessArrangements": "Key safe at the front door",
    "ReportedByName": "Grace Price",
    "ReportedByPhone": "07700 900145 (evenings)",
}


def detailed_job(web: Web, **details: Any) -> str:
    """Return the id of a job of Harper's with these details, once the portal has them."""
    job = create_read_job(web)
    fields = {**DETAILS, "PropertyOID": None, **details}
    web.control("PATCH", f"state/acme/jobs/{job}", fields)
    wait_until("the details", lambda: web.api(HARPER, f"jobs/{job}")["title"] == fields["Title"])
    return job


@contextmanager
def job_page(web: Web, job: str, **options: Any) -> Iterator[Page]:
    """Yield the page of a job of Harper's."""
    with web.page(HARPER, f"/jobs/{job}?{ACME}", **{**PHONE, **options}) as page:
        bar(page).wait_for()
        yield page


def tiles(page: Page) -> list[tuple[str, str]]:
    """Return the label and the address of each tile."""
    links = page.locator(".tile")
    return [(link.inner_text(), str(link.get_attribute("href"))) for link in links.all()]


def feed(page: Page) -> Locator:
    """Return the entries of the timeline."""
    return page.locator(".feed > li:not(.day)")


def open_note(page: Page) -> Locator:
    """Open the sheet for a note. Return its field, which has the focus."""
    bar(page).get_by_role("link", name="Note", exact=True).tap()
    field = note_field(page)
    expect(field).to_be_focused()
    return field


def note_field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Note to Acme")


def add_button(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("button", name="Add note")


# ---- Where and who


def test_job_page_shows_access_address_and_tiles(web: Web) -> None:
    with job_page(web, detailed_job(web), user_agent=IPHONE) as page:
        expect(page.locator(".access")).to_have_text("Key safe at the front door")
        expect(page.get_by_role("heading", level=2, name="133 Albert Road, Wakefield", exact=True)).to_be_visible()
        expect(page.get_by_text("WF1 4PL · reported by Grace Price · 07700 900145 (evenings)")).to_be_visible()
        place = "133%20Albert%20Road%2C%20Wakefield%2C%20WF1%204PL"
        directions, *others = tiles(page)
        assert directions == ("Directions", f"https://www.google.com/maps/search/?api=1&query={place}")
        assert page.get_by_role("link", name="Directions").get_attribute("rel") == "noopener noreferrer"
        assert others == [("Call Grace", "tel:07700900145"), ("Text Grace", "sms:07700900145")]
        assert page.title() == "No hot water – Contractor Portal"


def test_directions_open_the_map_of_an_android_phone(web: Web) -> None:
    with job_page(web, detailed_job(web), user_agent=ANDROID) as page:
        place = "133%20Albert%20Road%2C%20Wakefield%2C%20WF1%204PL"
        assert tiles(page)[0] == ("Directions", f"geo:0,0?q={place}")


@pytest.mark.parametrize(
    ("details", "labels"),
    [
        ({"ReportedByName": "Mrs Price"}, ["Directions", "Call Mrs Price", "Text Mrs Price"]),
        ({"ReportedByName": None}, ["Directions", "Call", "Text"]),
        ({"ReportedByPhone": "01924 496020"}, ["Directions", "Call Grace"]),
        ({"ReportedByPhone": None, "ReportedByEMail": "grace@tenant.example"}, ["Directions", "Email Grace"]),
        ({"ReportedByPhone": "ask next door", "Property": None, "Postcode": None}, []),
    ],
    ids=["a title", "no name", "a landline", "no number", "nothing"],
)
def test_tiles_are_only_for_what_exists(web: Web, details: dict[str, Any], labels: list[str]) -> None:
    with job_page(web, detailed_job(web, **details)) as page:
        assert [label for label, _ in tiles(page)] == labels
        if not labels:
            expect(page.get_by_text("ask next door")).to_be_visible()
            expect(page.get_by_role("heading", name="No address given")).to_be_visible()


def test_emergency_has_its_tag_and_the_call_first(web: Web) -> None:
    with job_page(web, detailed_job(web, Priority="Emergency")) as page:
        expect(page.locator(".tag.is-alarm")).to_have_text("Emergency")
        assert [label for label, _ in tiles(page)] == ["Call Grace", "Directions", "Text Grace"]
        mark_complete(page)
        expect(page.locator(".tag.is-alarm")).to_have_count(0)


def test_job_thirty_days_after_completion_has_no_access_and_no_tiles(web: Web) -> None:
    long_ago = (datetime.now(UTC) - timedelta(days=31)).isoformat()
    job = detailed_job(web)
    with job_page(web, job) as page:
        page.route(
            f"**/contractor/jobs/{job}",
            lambda route: route.fulfill(
                response=(answer := route.fetch(headers={**route.request.headers, "if-none-match": ""})),
                json={**answer.json(), "completed": True, "completedAt": long_ago},
            ),
        )
        page.reload()
        invoice_link(page).wait_for()
        expect(page.locator(".tile, .access")).to_have_count(0)
        expect(page.get_by_role("heading", name="133 Albert Road, Wakefield", exact=True)).to_be_visible()


def test_cancelled_job_says_do_not_go(web: Web) -> None:
    cancelled = next(job for job in web.api(HARPER, "jobs")["jobs"] if job["status"] == "Cancelled")
    with job_page(web, cancelled["jobId"]) as page:
        expect(page.get_by_text("Do not go. Acme cancelled this job.")).to_be_visible()
        expect(page.locator(".tags")).to_have_text("Cancelled")
        expect(page.locator(".tile, .access")).to_have_count(0)
        expect(bar(page).locator("a, button")).to_have_text(["Note", "Call Acme"])
        assert str(bar(page).get_by_role("link", name="Call Acme").get_attribute("href")).startswith("tel:")


def test_unknown_job_says_that_it_is_not_there(web: Web) -> None:
    with web.page(HARPER, f"/jobs/JOB-NONE?{ACME}", **PHONE) as page:
        expect(page.get_by_role("status").filter(has_text="job")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text("Job")


# ---- The timeline, and its freshness


def test_timeline_is_newest_first_and_tells_own_notes(web: Web) -> None:
    notes = [
        {"OID": "N-1", "CreatedAt": "2026-11-20T10:00:00", "NoteContents": "First\nline", "CreatedBy": "Sian Rhys"},
        {"OID": "N-2", "CreatedAt": "2026-11-21T10:00:00", "NoteContents": "Mine", "CreatedBy": "Harper Plumbing Ltd"},
    ]
    job = detailed_job(web, MaintenanceNotes=notes, ReportedOn="2026-11-19T09:00:00")
    with job_page(web, job) as page:
        expect(page.locator(".say")).to_have_text(["Mine", "First\nline"], use_inner_text=True)
        own = feed(page).filter(has_text="Mine")
        expect(own.locator(".what > span")).to_have_text("You")
        expect(own).to_contain_text("With the agency")
        expect(feed(page).filter(has_text="First").locator(".what > span")).to_have_text("Sian Rhys")
        expect(feed(page).last).to_contain_text("Reported by Grace Price")


def test_open_page_reads_the_job_again_each_minute(web: Web) -> None:
    job = detailed_job(web)
    with job_page(web, job) as page:
        page.wait_for_load_state("networkidle")
        page.clock.install()
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("No hot water")
        web.control("PATCH", f"state/acme/jobs/{job}", {"Title": "Cold water, too"})
        wait_until("the title", lambda: web.api(HARPER, f"jobs/{job}")["title"] == "Cold water, too")
        page.clock.fast_forward(61_000)
        expect(page.get_by_role("heading", level=1)).to_have_text("Cold water, too")


def test_job_without_signal_says_how_old_it_is(device: BrowserContext, proxy: FaultyProxy, web: Web) -> None:
    job = detailed_job(web)
    page = device.new_page()
    page.goto(f"/jobs/{job}?{ACME}")
    complete_button(page).wait_for()
    wait_until_cached(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    proxy.cut()
    page.reload()
    banner = page.get_by_role("status").filter(has_text="No signal.")
    expect(banner).to_contain_text("This job as of")
    expect(banner).to_contain_text("You can carry on.")
    expect(page.locator(".access")).to_have_text("Key safe at the front door")


# ---- The note


def test_note_is_saved_with_each_key_and_reaches_agentos(web: Web) -> None:
    job = create_read_job(web)
    with job_page(web, job) as page:
        field = open_note(page)
        expect(page.get_by_text("Acme reads it, and the landlord may.")).to_be_visible()
        field.fill(NOTE)
        expect(page.get_by_text("Saved on this phone as you type")).to_be_visible()
        page.reload()
        expect(note_field(page)).to_have_value(NOTE)
        page.get_by_role("button", name="Close").tap()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(open_note(page)).to_have_value(NOTE)
        add_button(page).tap()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(feed(page).first.locator(".say")).to_have_text(NOTE, use_inner_text=True)
        wait_until("the note", lambda: notes_in_agentos(web, job) == [NOTE])
        expect(feed(page).filter(has_text="blue pot")).to_contain_text("With the agency")
        expect(feed(page).filter(has_text="blue pot")).to_have_count(1)
        expect(open_note(page)).to_have_value("")


def test_note_sheet_hangs_from_the_top_while_its_field_has_focus(web: Web) -> None:
    """An iPhone's keyboard covers the lower half of the screen. A tap on a phrase leaves the focus, and the sheet."""
    with job_page(web, create_read_job(web), viewport={"width": 390, "height": 664}) as page:
        field = open_note(page)
        dialog = page.get_by_role("dialog")
        for phrase in ("Left it safe", "Back on …"):
            place: Any = wait_until("its place", lambda: (box := dialog.bounding_box()) and box["y"] == 0 and box)
            assert place["height"] <= 332
            page.get_by_role("button", name=phrase).tap()
            expect(field).to_be_focused()
        expect(field).to_have_value("Left it safe. Back on ")
        page.keyboard.type("Friday")
        expect(field).to_have_value("Left it safe. Back on Friday")


def test_note_form_follows_the_rules_of_the_portal(web: Web) -> None:
    job = create_read_job(web)
    with job_page(web, job) as page:
        field = open_note(page)
        add_button(page).tap()
        expect(page.get_by_role("alert").filter(has_text="Please write something first.")).to_be_visible()
        field.fill("Rings\u0007")
        add_button(page).tap()
        expect(page.get_by_role("alert").filter(has_text="There is a character in this")).to_be_visible()
        field.fill("Pasted\tfrom a table")
        field.press("Enter")
        page.keyboard.type("second line")
        field.press("Control+Enter")
        wait_until("the note", lambda: notes_in_agentos(web, job) == ["Pasted from a table\nsecond line"])


def test_double_tap_on_add_note_sends_it_once(web: Web) -> None:
    job = create_read_job(web)
    with job_page(web, job) as page:
        open_note(page).fill("Tapped twice")
        add_button(page).dblclick()
        wait_until("the note", lambda: notes_in_agentos(web, job))
        assert [item["kind"] for item in outbox_of(page).items()] == ["note"]
        assert notes_in_agentos(web, job) == ["Tapped twice"]


def test_unsent_note_is_shown_as_on_this_phone(device: BrowserContext, proxy: FaultyProxy, web: Web) -> None:
    job = create_read_job(web)
    page = device.new_page()
    page.goto(f"/jobs/{job}?{ACME}")
    complete_button(page).wait_for()
    page.wait_for_load_state("networkidle")
    proxy.cut()
    open_note(page).fill("Written in a cellar")
    add_button(page).tap()
    entry = feed(page).filter(has_text="Written in a cellar")
    expect(entry).to_contain_text("On this phone · goes with signal")
    expect(entry.get_by_role("link", name="Edit or delete")).to_be_visible()
    proxy.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(entry).to_contain_text("With the agency")
    expect(entry.get_by_role("link")).to_have_count(0)
    assert notes_in_agentos(web, job) == ["Written in a cellar"]


def test_refused_item_leads_to_its_reason(web: Web) -> None:
    job = create_read_job(web)
    with job_page(web, job) as page:
        refusal = {"status": 400, "headers": {"X-Request-ID": "a"}, "json": {"error": "Please print it to a new PDF."}}
        page.route(f"**/{job}/notes", lambda route: route.fulfill(**refusal))
        open_note(page).fill("Not like this")
        add_button(page).tap()
        entry = feed(page).filter(has_text="Not like this")
        expect(entry).to_contain_text("Refused · Please print it to a new PDF.")
        link = entry.get_by_role("link", name="See why, edit or call Acme")
        assert str(link.get_attribute("href")).startswith("/outbox/")


# ---- More, and paper


def test_more_actions_of_an_open_and_a_done_job(web: Web) -> None:
    job = detailed_job(web)
    with job_page(web, job) as page:
        open_more(page)
        dialog = page.get_by_role("dialog")
        common = ["Call Acme", "Contacts", "Job sheet", "Copy address"]
        expect(dialog.locator(".acts > *")).to_have_text(common)
        page.go_back()
        expect(dialog).to_have_count(0)
        expect(more_link(page)).to_be_focused()
        mark_complete(page)
        page.clock.fast_forward(12_000)
        expect(page.locator(".feed")).to_contain_text("With the agency")
        open_more(page)
        expect(dialog.locator(".acts > *")).to_have_text(["Reopen", "Invoiced elsewhere", *common])


def test_back_from_contacts_leads_to_the_job_without_the_sheet(web: Web) -> None:
    with job_page(web, detailed_job(web)) as page:
        open_more(page)
        page.get_by_role("dialog").get_by_role("link", name="Contacts").tap()
        expect(page.get_by_role("heading", level=1, name="Acme Lettings")).to_be_focused()
        page.get_by_role("link", name="Back to the job").tap()
        expect(page.get_by_role("heading", level=1, name="No hot water")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_address_is_copied_in_one_line(web: Web) -> None:
    with web.context(HARPER, **PHONE) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"/jobs/{detailed_job(web)}?{ACME}")
        open_more(page)
        page.get_by_role("button", name="Copy address").tap()
        expect(page.get_by_role("button", name="Address copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == "133 Albert Road, Wakefield, WF1 4PL"


def test_job_sheet_prints_the_job_and_nothing_of_the_app(web: Web) -> None:
    note = {"OID": "N-1", "CreatedAt": "2026-11-20T10:00:00", "NoteContents": "Go ahead", "CreatedBy": "Sian Rhys"}
    job = detailed_job(web, MaintenanceNotes=[note])
    with job_page(web, job, **DESKTOP) as page:
        page.goto(f"/jobs/{job}/print?{ACME}")
        paper = page.locator(".paper")
        for text in ("No hot water", "Key safe at the front door", "Grace Price, 07700 900145", "Sian Rhys: Go ahead"):
            expect(paper).to_contain_text(text)
        expect(paper.locator("tr").first).to_have_text("Where133 Albert Road, Wakefield, WF1 4PL")
        page.evaluate("window.print = () => { window.printed = true; }")
        page.get_by_role("button", name="Print").click()
        assert page.evaluate("window.printed")
        page.emulate_media(media="print")
        for part in (".top", ".bar"):
            expect(page.locator(part)).to_be_hidden()
        expect(page.get_by_role("heading", level=1)).to_have_count(1)


# ---- Contacts


def test_contacts_are_branches_and_then_their_people(web: Web) -> None:
    contacts = web.api(HARPER, "contacts")["contacts"]
    with web.page(HARPER, f"/contacts?{ACME}", **PHONE) as page:
        expect(page.get_by_role("heading", level=1, name="Acme Lettings")).to_be_visible()
        expect(page.locator(".row")).to_have_count(len(contacts))
        sections = sorted({contact["branchName"] for contact in contacts if contact["branchName"]})
        expect(page.locator("h2.section").filter(has_not_text="Others")).to_have_text(sections)
        for name, number in {each["name"]: each["phone"] for each in contacts if not each["role"]}.items():
            row = page.locator(".row").filter(has=page.get_by_role("heading", name=f"{name} branch", exact=True))
            expect(row).to_contain_text(number)
            call = row.get_by_role("link", name=f"Call {name} branch", exact=True)
            assert call.get_attribute("href") == f"tel:{number.replace(' ', '')}"
        for person in (each for each in contacts if each["role"]):
            row = page.locator(".row").filter(has_text=person["name"])
            expect(row).to_contain_text(person["role"])
            mail = row.get_by_role("link", name=f"Email {person['name']}")
            assert mail.get_attribute("href") == f"mailto:{person['email']}"
        expect(page.get_by_text("As of")).to_be_visible()


def test_name_of_the_agency_leads_to_its_contacts(web: Web) -> None:
    with job_page(web, detailed_job(web)) as page:
        page.locator(".whose").tap()
        expect(page.get_by_role("heading", level=1, name="Acme Lettings")).to_be_focused()
        assert json.dumps(page.url).count("agency=acme") == 1


# ---- Accessibility


@pytest.mark.parametrize("path", ["", "?sheet=note", "?sheet=more", "/print"], ids=["page", "note", "more", "paper"])
def test_job_page_is_accessible(web: Web, path: str) -> None:
    note = {"OID": "N-1", "CreatedAt": "2026-11-20T10:00:00", "NoteContents": "Go ahead", "CreatedBy": "Sian Rhys"}
    job = detailed_job(web, MaintenanceNotes=[note], Priority="Emergency")
    address = f"/jobs/{job}{path}{'&' if '?' in path else '?'}{ACME}"
    with web.page(HARPER, address, **PHONE) as page:
        page.get_by_role("dialog" if "?" in path else "heading").first.wait_for()
        page.wait_for_load_state("networkidle")
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)


def test_contacts_are_accessible(web: Web) -> None:
    with web.page(HARPER, f"/contacts?{ACME}", **PHONE) as page:
        page.locator(".row").first.wait_for()
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)


def test_done_and_reopened_job_is_accessible(web: Web) -> None:
    with job_page(web, detailed_job(web)) as page:
        mark_complete(page)
        page.clock.set_fixed_time(datetime.now(UTC))  # axe needs more time
        assert_no_axe_violations_in_both_schemes(page)
        page.clock.set_fixed_time(datetime.now(UTC) + timedelta(minutes=1))
        outbox_of(page).wake()
        expect(page.locator(".feed")).to_contain_text("With the agency")
        page.set_viewport_size(PHONE["viewport"])
        open_reopening(page)
        assert_no_axe_violations_in_both_schemes(page)
        assert_fits_small_phone(page)
