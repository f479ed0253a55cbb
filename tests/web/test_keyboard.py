"""The keyboard alone completes every task. If a focused element disappears, the focus stays nearby."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.accessibility import tab_to, wait_until_loaded
from tests.web.browsing import ACME, DESKTOP, HARPER, LEAVER, Web, wait_until_cached
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import (
    AMOUNT,
    NUMBER,
    PDF,
    PHOTO,
    PURPOSE,
    attached,
    invoices_in_agentos,
    wait_until_arrived,
)
from tests.web.job_completion import complete_button, end_undo_time, more_link, undo_button
from tests.web.outbox_tab import create_read_job, job_to_invoice, notes_in_agentos, unique_pdf

pytestmark = pytest.mark.browser
NARROW: dict[str, Any] = {"viewport": {"width": 600, "height": 800}, "reduced_motion": "reduce"}


def press(page: Page, element: Locator, key: str = "Enter", way: str = "Tab") -> None:
    """Press Tab until the element has focus, then press a key."""
    tab_to(page, element, way)
    page.keyboard.press(key)


def type_in(page: Page, label: str, text: str) -> None:
    """Press Tab until the field has focus, then replace its text."""
    tab_to(page, page.get_by_label(label))
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=re.compile(f"^{name}"))


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{name}"))


def at(page: Page, heading: str) -> None:
    """Check that the screen with this heading has loaded, and that its heading has focus."""
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_focused()
    expect(page.locator(".loading")).to_have_count(0)


def test_keyboard_signs_in_and_out(web: Web) -> None:
    with web.page(None, "/", **DESKTOP) as page, web.code(LEAVER) as code:
        wait_until_loaded(page)
        type_in(page, "Email the agency knows you by", LEAVER)
        press(page, button(page, "Email me a code"))
        expect(page.get_by_label("6-digit code")).to_be_focused()
        page.keyboard.type(code())
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        press(page, button(page, "Show my day"))
        at(page, "Today")
        press(page, link(page, ".*: your account"), way="Shift+Tab")
        at(page, "Account")
        press(page, link(page, "Sign out"))
        at(page, "Sign in")


def test_keyboard_completes_and_reopens_a_job_and_adds_a_note(web: Web) -> None:
    job = create_read_job(web)
    with web.page(HARPER, f"/jobs/{job}?{ACME}", **NARROW) as page:
        press(wait_until_loaded(page), link(page, "Skip to the content"))
        at(page, "Leak")
        page.clock.install()
        mark_and_undo(page)
        press(page, complete_button(page), "Space")
        expect(page.locator("#announcer")).to_have_text("Done. You have 10 seconds to undo it.")
        end_undo_time(page)
        expect(page.locator(".feed")).to_contain_text("With the agency")
        reopen(page)
        press(page, link(page, "Note"))
        expect(page.get_by_role("textbox", name="Note to Acme")).to_be_focused()
        page.keyboard.type("By keyboard")
        press(page, button(page, "Add note"))
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(link(page, "Note")).to_be_focused()
        expect(page.get_by_text("By keyboard")).to_be_visible()
        press(page, link(page, "Note"))
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(link(page, "Note")).to_be_focused()


def mark_and_undo(page: Page) -> None:
    """Complete and undo. The focus stays on the bar, so pressing the same key twice does not undo."""
    press(page, complete_button(page), "Space")
    expect(page.locator(".bar")).to_be_focused()
    page.keyboard.press("Space")
    press(page, undo_button(page))
    expect(page.locator("#announcer")).to_have_text("Undone. The job is not done.")
    expect(page.locator(".bar")).to_be_focused()


def reopen(page: Page) -> None:
    """Reopen the job. The safe answer has focus first, and leaves the focus on the link to the question."""
    press(page, more_link(page))
    press(page, page.get_by_role("dialog").get_by_role("link", name="Reopen"))
    expect(button(page, "Keep it done")).to_be_focused()
    page.keyboard.press("Enter")
    expect(more_link(page)).to_be_focused()
    page.keyboard.press("Enter")
    press(page, page.get_by_role("dialog").get_by_role("link", name="Reopen"))
    press(page, button(page, "Reopen"), "Space", way="Shift+Tab")
    complete_button(page).wait_for()


def test_keyboard_sends_an_invoice_with_its_pdf(web: Web) -> None:
    job = job_to_invoice(web)
    with web.page(HARPER, f"/jobs/{job}?{ACME}", **DESKTOP) as page:
        # Otherwise, the browser may open its own dialogue before the test waits for it.
        page.on("filechooser", lambda _: None)
        press(wait_until_loaded(page), link(page, "Invoice"))
        at(page, "Invoice")
        page.get_by_label(AMOUNT).wait_for()
        type_in(page, AMOUNT, "99.99")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        type_in(page, NUMBER, "K-1")
        type_in(page, PURPOSE, "")
        page.keyboard.press("Delete")
        press(page, button(page, "Review"))
        expect(page.get_by_label(PURPOSE, exact=True)).to_be_focused()
        page.keyboard.type("By keyboard")
        choose(page, "wrong.pdf")
        press(page, button(page, "Remove the PDF"))
        expect(page.get_by_label(PHOTO)).to_be_focused()
        choose(page, "right.pdf")
        tab_to(page, page.get_by_label(PURPOSE, exact=True))
        page.keyboard.press("Enter")  # in the last field, as the primary does
        at(page, "Review")
        press(page, link(page, "Edit"))
        at(page, "Invoice")
        press(page, button(page, "Review"))
        at(page, "Review")
        press(page, button(page, "Send invoice"), "Space")
        at(page, "Invoice")
        wait_until_arrived(page)
    assert [(invoice["InvoiceNumber"], invoice["DocumentName"]) for invoice in invoices_in_agentos(web, job)] == [
        ("K-1", "right.pdf")
    ]


def choose(page: Page, name: str) -> None:
    """Choose a PDF. The focus is then on its field, which now contains only the PDF."""
    tab_to(page, page.get_by_label(PDF))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    file: Any = {"name": name, "mimeType": "application/pdf", "buffer": unique_pdf(name)}
    chooser.value.set_files(file)
    expect(attached(page)).to_contain_text(name)
    expect(page.locator("fieldset").filter(has_text=name)).to_be_focused()


def test_keyboard_chooses_dates_and_an_agency_and_saves_a_file(web: Web) -> None:
    since = (datetime.now(UTC) - timedelta(days=100)).date()
    since = since.replace(day=since.month)  # day and month are equal, because the browser may expect either first
    with web.page(HARPER, "/jobs", **DESKTOP) as page:
        press(wait_until_loaded(page), link(page, "Money"))
        at(page, "Money")
        press(wait_until_loaded(page), link(page, "Paid"))
        expect(link(page, "Paid")).to_be_focused()
        csv = link(page, "CSV for your accountant")
        press(page, csv)
        sheet = page.get_by_role("dialog")
        choose_last(page, sheet.get_by_role("radio", name="Other dates"))
        save = sheet.get_by_role("button", name="Save CSV")
        tab_to(page, page.get_by_label("From"))
        page.keyboard.type(f"{since:%d%m%Y}")
        expect(page.get_by_label("From")).to_have_value(since.isoformat())
        of_both = save.inner_text()
        choose_last(page, sheet.get_by_role("radio", name="Harbour"))
        expect(save).not_to_have_text(of_both)
        tab_to(page, save)
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename.startswith(f"payments {since} ")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(csv).to_be_focused()


def choose_last(page: Page, radio: Locator) -> None:
    """Press Tab until a radio button of this group has focus, then arrows until this one is chosen."""
    name = radio.get_attribute("name")
    tab_to(page, page.locator(f"input[name={name}]:checked"))
    while not radio.is_checked():
        page.keyboard.press("ArrowDown")
    expect(radio).to_be_focused()


def test_keyboard_reaches_the_contacts_of_each_agency_and_filters_the_jobs(web: Web) -> None:
    with web.page(HARPER, "/jobs", **DESKTOP) as page:
        press(wait_until_loaded(page), link(page, ".*: your account"))
        for agency in ("Harbour & Vale Estates", "Acme Lettings"):
            at(page, "Account")
            press(wait_until_loaded(page), link(page, agency))
            at(page, agency)
            for name, scheme in (("Email ", "mailto:"), ("Call ", "tel:")):
                element = link(page, name).first
                tab_to(page, element)
                assert str(element.get_attribute("href")).startswith(scheme)
            press(page, link(page, "Back to Account"), way="Shift+Tab")
        at(page, "Account")
        press(page, link(page, "Back to Jobs"), way="Shift+Tab")
        at(page, "Jobs")
        press(page, button(page, "Harbour"), "Space")
        expect(button(page, "Harbour")).to_be_focused()
        expect(page.locator(".from").first).to_contain_text("Harbour")
        expect(page.locator(".from", has_text="Acme")).to_have_count(0)


def test_keyboard_edits_deletes_and_sends_outbox_items(web: Web, proxy: FaultyProxy) -> None:
    job = create_read_job(web)
    with web.context(HARPER, base_url=proxy.url, **DESKTOP) as context:
        page = context.new_page()
        page.goto(f"/jobs/{job}?{ACME}")
        wait_until_cached(wait_until_loaded(page))
        proxy.cut()
        for text in ("By keyboad", "Never mind"):
            note = page.get_by_label("Do something about this job").get_by_role("link", name="Note")
            press(page, note)
            page.keyboard.type(text)
            press(page, button(page, "Add note"))
            expect(note).to_be_focused()
            expect(page.locator("#announcer")).to_have_text("Your note is on this phone, and goes to the agency.")
        press(page, link(page, ".*Outbox"), way="Shift+Tab")
        at(page, "Outbox")

        open_item(page, "By keyboad")
        press(page, link(page, "Edit"))
        expect(page.get_by_role("textbox", name="Note to Acme")).to_be_focused()
        page.keyboard.press("Control+A")
        page.keyboard.type("By keyboard, from the outbox")
        press(page, button(page, "Save note"))
        expect(link(page, "Edit")).to_be_focused()
        press(page, link(page, "Back to Outbox"), way="Shift+Tab")
        at(page, "Outbox")
        open_item(page, "Never mind")
        press(page, link(page, "Delete"))
        press(page, button(page, "Keep it"))
        expect(link(page, "Delete")).to_be_focused()
        page.keyboard.press("Enter")
        press(page, button(page, "Delete it"), "Space")
        at(page, "Outbox")
        expect(card(page, "Never mind")).to_have_count(0)

        press(page, link(page, ".*: your account"), way="Shift+Tab")
        at(page, "Account")
        press(page, link(page, "Sign out"))
        press(page, button(page, "Stay signed in"))
        expect(link(page, "Sign out")).to_be_focused()

        press(page, link(page, ".*Outbox"), way="Shift+Tab")
        at(page, "Outbox")
        open_item(page, "By keyboard, from the outbox")
        proxy.mend()
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator("#announcer")).to_have_text("Note: With the agency")
        tab_to(page, button(page, "Save receipt"))
    notes = notes_in_agentos(web, job)
    assert notes.count("By keyboard, from the outbox") == 1
    assert not {"By keyboad", "Never mind"} & set(notes)


def open_item(page: Page, text: str) -> None:
    """Open the page of an item of the outbox, from its list."""
    press(page, card(page, text).get_by_role("link"))
    at(page, "Note")


def card(page: Page, text: str) -> Locator:
    """Return the card of an outbox item."""
    return page.get_by_role("listitem").filter(has_text=text)
