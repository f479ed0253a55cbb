"""The cellar test: what is written without a network arrives, once and in order, whatever happens on its way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.end_to_end.processes import running, wait_until
from tests.web import agencies
from tests.web.browsing import ACME, HARPER, Web, kept_for_offline
from tests.web.invoicing import FIELDS, arrived, attach, fill, send, sent_for
from tests.web.outboxing import a_pdf, job_to_invoice, notes_of
from tests.web.phone import Phone
from tests.web.wire import Wire

pytestmark = pytest.mark.browser

SIMULATOR = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--no-limit")
SETTLE_S, UPLOAD_S = 4, 3
SETTINGS = {
    "AGENTOS_BUDGET": "10000",
    "AGENTOS_CONNECT_TIMEOUT_S": "1",
    "AGENTOS_READ_TIMEOUT_S": "2",
    "AGENTOS_UPLOAD_TIMEOUT_S": str(UPLOAD_S),
    "AGENTOS_REST_S": "1",
    "SETTLE_S": str(SETTLE_S),
    "WRITES_PER_MINUTE": "1000",
}
STORM = {"seed": 6, "share": 0.2, "settle_s": SETTLE_S, "timeout_s": UPLOAD_S}
ALL_SENT_S = 240.0
PARTS = {"note": "/notes", "invoice": "/invoice/"}
"""Of AgentOS's addresses."""


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    """A portal that this test alone may kill."""
    with running(tmp_path, simulator=SIMULATOR, AGENCIES_FILE=agencies.example(tmp_path), **SETTINGS) as processes:
        yield Web(processes)


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """A browser that is a process of its own."""
    phone = Phone(playwright, tmp_path / "phone")
    yield phone
    phone.kill()


def test_four_things_written_in_a_cellar(web: Web, wire: Wire, phone: Phone) -> None:
    page = signed_in(web, wire, phone.open())
    job = web.job_shown(HARPER)
    address = f"{wire.url}/jobs/{job}?{ACME}"
    page.goto(address)
    page.get_by_label("Add a note").wait_for()
    kept_for_offline(page)

    wire.cut()
    write_a_note(page, "Stopcock is under the stairs")
    write_a_note(page, "New valve fitted 🔧")
    page.get_by_role("button", name="Mark complete").click()
    page.get_by_text("Marked complete by you.").wait_for()
    write_an_invoice(page)
    phone.kill()

    page = signed_in(web, wire, phone.open())
    page.goto(f"{wire.url}/outbox?{ACME}")
    expect(page.locator(".state", has_text="On this phone")).to_have_count(4)
    assert notes_of(web, job)[-1:] != ["New valve fitted 🔧"]

    since = web.calls()["next"]
    web.control("POST", "storm", STORM)
    wire.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    wait_until("something to be sent", lambda: wire.keys)
    kill_and_start(web)
    expect(page.get_by_text("Nothing waits")).to_be_visible(timeout=ALL_SENT_S * 1000)
    expect(page.locator(".state.is-done")).to_have_count(4)
    assert web.control("DELETE", "storm")["faults"]

    all_arrived_once_and_in_order(web, job, since)
    page.goto(address)
    expect(page.get_by_text("New valve fitted 🔧")).to_have_count(1)


def test_a_pdf_that_the_phone_has_lost_is_asked_for_again(web: Web, wire: Wire, phone: Phone) -> None:
    page = signed_in(web, wire, phone.open())
    job = job_to_invoice(web)
    page.goto(f"{wire.url}/jobs/{job}?{ACME}")
    page.get_by_role("link", name="Send its invoice").wait_for()
    kept_for_offline(page)
    wire.cut()
    write_an_invoice(page)
    phone.kill()
    phone.lose_files()

    page = signed_in(web, wire, phone.open())
    wire.mend()
    page.goto(f"{wire.url}/outbox?{ACME}")
    expect(page.get_by_role("main")).to_contain_text(
        "Its PDF cannot be read on this phone any more. Please attach it again."
    )
    expect(page.get_by_role("button", name="Send again")).to_have_count(0), "it would go without its PDF"
    page.get_by_role("link", name="Change").click()
    attach(page, a_pdf("once more"))
    send(page)
    arrived(page)
    assert [one["DocumentName"] for one in sent_for(web, job)] == ["invoice.pdf"]


def signed_in(web: Web, wire: Wire, context: BrowserContext) -> Page:
    """A page of the phone on which Harper is signed in: of a sign-in that is old enough to be on its disk."""
    context.add_cookies([{"name": "portal_session", "value": web.cookie(HARPER), "url": wire.url}])
    return context.new_page()


def write_a_note(page: Page, text: str) -> None:
    page.get_by_label("Add a note").fill(text)
    page.get_by_role("button", name="Add note").click()
    page.get_by_text(text).wait_for()


def write_an_invoice(page: Page) -> None:
    page.get_by_role("link", name="Send its invoice").click()
    fill(page)
    attach(page, a_pdf("from the cellar"))
    send(page)
    expect(page.locator(".state", has_text="On this phone")).to_be_visible()


def kill_and_start(web: Web) -> None:
    """The portal, at once and without warning, and again at the same place."""
    processes = web.processes
    processes.kill("portal")
    processes.environment["BIND"] = processes.portal.removeprefix("http://")
    processes.start("portal")


def all_arrived_once_and_in_order(web: Web, job: str, since: int) -> None:
    notes = notes_of(web, job)
    assert notes[-2:] == ["Stopcock is under the stairs", "New valve fitted 🔧"]
    assert len(set(notes)) == len(notes)
    assert web.agentos(f"jobs/{job}")["Status"] == "Completed"
    [sent] = [one for one in sent_for(web, job) if one["InvoiceNumber"] == FIELDS["Your invoice number"]]
    assert (sent["Amount"], sent["DocumentName"]) == (1234.5, "invoice.pdf")
    writes = [kind_of(call["path"]) for call in web.calls(since)["calls"] if call["method"] != "GET"]
    assert [kind for kind, _ in groupby(writes)] == ["note", "completion", "invoice"]


def kind_of(path: str) -> str:
    return next((kind for kind, part in PARTS.items() if part in path), "completion")
