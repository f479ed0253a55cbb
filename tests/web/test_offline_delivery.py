"""Everything written without a network arrives exactly once and in order, whatever happens on its way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby
from secrets import token_hex
from urllib.parse import urlsplit

import pytest

from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import running, wait_until
from tests.web import agencies
from tests.web.browsing import ACME, HARBOUR, HARPER, Web
from tests.web.engines import Chromium, Engine
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import AMOUNT, FIELDS, NUMBER, PDF, invoices_in_agentos
from tests.web.outbox_tab import create_read_job, notes_in_agentos, unique_pdf
from tests.web.scripted_app import ScriptedApp
from tests.web.servers import SMALL

pytestmark = pytest.mark.browser

SETTLE_S, UPLOAD_S = 4, 3
SETTINGS = {
    "AGENTOS_BUDGET": "10000",
    "AGENTOS_CONNECT_TIMEOUT_S": "1",
    "AGENTOS_READ_TIMEOUT_S": "2",
    "AGENTOS_UPLOAD_TIMEOUT_S": str(UPLOAD_S),
    "AGENTOS_REST_S": "1",
    "AGE_JOBS_S": "1",
    "SETTLE_S": str(SETTLE_S),
    "WRITES_PER_MINUTE": "1000",
}
STORM = {"seed": 6, "share": 0.2, "settle_s": SETTLE_S, "timeout_s": UPLOAD_S}
ALL_SENT_S = 240.0
PARTS = {"note": "/notes", "invoice": "/invoice/"}
"""Parts of AgentOS's addresses."""
TO_INVOICES = b"POST /api/contractor/invoices"
ON_PHONE, ARRIVED = "On this phone · goes with signal", "With the agency"
IN_DOUBT = "On this phone · may have arrived, and is sent again safely"
INSTALLED = "return (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"
REMOVED = "document.querySelector('.setting .icon-btn')?.click(); return !document.querySelector('.setting .icon-btn')"
HURRY = "dispatchEvent(new Event('online')); return true"
HURRY_IN_A_WHILE = f"await new Promise((done) => setTimeout(done, 2000)); {HURRY}"
"""Code that lets the app look again soon. By itself, it would wait up to a minute."""
SHELLS = "return (await caches.keys()).filter((name) => name.startsWith('shell-'))"
UPDATE = "(await navigator.serviceWorker.getRegistration()).update().catch(() => {}); return true"


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """Start a portal that only these tests may kill. It recognises its own submissions, so it may send them again."""
    folder = tmp_path_factory.mktemp("cellar")
    with running(folder, simulator=SMALL, AGENCIES_FILE=agencies.example(folder), **SETTINGS) as processes:
        web = Web(processes)
        contractor = Contractor(processes, HARPER, "acme/CON-1001")
        contractor.write_each_kind(create_read_job(web))
        wait_until("recognition is proven", contractor.is_proven)
        yield web


@pytest.fixture(scope="module")
def earlier_build(web: Web) -> tuple[str, int]:
    """Return host and port of the same portal with another build of the web app."""
    processes = web.processes
    processes.environment["BIND"] = "127.0.0.1:0"
    processes.start("earlier-build", "gunicorn", "-c", "gunicorn.conf.py", "tests.web.earlier_build:app")
    return place_of(processes.find("earlier-build", r"Listening at: (http://127\.0\.0\.1:\d+)"))


ROUNDS = int(os.environ.get("ROUNDS", "20"))
"""The number of times that a browser with waiting items is closed."""
SENDS_ONLY_OPEN = "This browser sends only while the app is open."
ALL_ARRIVED = "Everything has arrived"


def test_offline_items_survive_an_update_kills_and_lost_responses(
    web: Web, earlier_build: tuple[str, int], proxy: FaultyProxy, browser: Engine
) -> None:
    app, portal = ScriptedApp(browser), proxy.target
    job, invoiced, taken_back = [create_read_job(web) for _ in range(3)]
    elsewhere = create_read_job(web, "harbour/CON-5001")
    proxy.target = earlier_build
    open_signed_in(browser, web, proxy)
    read_online(browser, app, proxy, invoiced)
    for path in (f"{elsewhere}?{HARBOUR}", f"{taken_back}?{ACME}", f"{job}?{ACME}"):
        app.follow(f"/jobs/{path}")
        app.await_path(f"/jobs/{path}")
        app.await_text("Done")
    [before] = browser.run(SHELLS)

    proxy.cut()
    complete(app, taken_back)
    write_everything(app, job, invoiced)
    write_note(app, f"{elsewhere}?{HARBOUR}", "For the other agency")
    browser.kill()

    proxy.target = portal
    proxy.mend()
    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/api/docs")
    # WebKitGTK still calls the new worker "activating" here, although it has done its work.
    wait_until("the update", lambda: browser.run(UPDATE) and before not in browser.run(SHELLS))
    proxy.cut()
    browser.goto(f"{proxy.url}/outbox")
    app.await_states(*[ON_PHONE] * 6)
    app.click("Done")  # the older one
    app.click("Take back")
    app.await_states(*[ON_PHONE] * 5)
    app.await_text("Take back")  # the other one

    proxy.lose_each, proxy.lose_all_to = 2, TO_INVOICES  # a browser repeats a lost request once
    proxy.mend()
    wait_until("the invoice", lambda: browser.run(HURRY) and app.states() == [IN_DOUBT, *[ARRIVED] * 4])
    proxy.cut()
    browser.kill()
    proxy.lose_each, proxy.lose_all_to = 0, None

    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/outbox")
    app.await_states(IN_DOUBT, *[ARRIVED] * 4)
    app.await_text("No signal.")
    sends_in_background = browser.run("return 'SyncManager' in globalThis")
    assert (SENDS_ONLY_OPEN in app.text()) is not sends_in_background
    assert not [
        word
        for word in ("Refused", ALL_ARRIVED, "Take back", "This browser deleted", "keeps nothing")
        if word in app.text()
    ]
    proxy.mend()
    browser.run(HURRY)
    app.await_text(ALL_ARRIVED)
    app.await_states(*[ARRIVED] * 5)
    assert len(set(proxy.keys)) == 5
    everything_arrived_once(web, job, invoiced)
    assert notes_in_agentos(web, elsewhere, "harbour") == ["For the other agency"]
    assert web.agentos(f"jobs/{taken_back}").get("Status") != "Completed"


@pytest.mark.second_tier
@pytest.mark.parametrize("browser", ["WebKitGTK"], indirect=True)
def test_page_left_at_once_does_not_block_the_database(web: Web, proxy: FaultyProxy, browser: Engine) -> None:
    """WebKit freezes a page with its transaction.

    Sometimes the next page could then neither show nor store anything.
    """
    app, job = ScriptedApp(browser), create_read_job(web)
    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/jobs/{job}?{ACME}")
    app.until("a service worker", INSTALLED)
    app.await_text("Note")
    proxy.cut()
    texts = [f"{number} of 15" for number in range(1, 16)]
    for number, text in enumerate(texts, 1):
        browser.goto(f"{proxy.url}/jobs/{job}?{ACME}")
        add_note(app, text)
        browser.goto(f"{proxy.url}/outbox")
        app.await_states(*[ON_PHONE] * number)
    proxy.mend()
    browser.run(HURRY)
    app.await_states(*[ARRIVED] * len(texts), seconds=60)
    assert notes_in_agentos(web, job) == texts


@pytest.mark.second_tier
@pytest.mark.parametrize("browser", ["Chromium"], indirect=True)
def test_no_waiting_item_is_lost_when_the_browser_is_closed_or_killed(
    web: Web, proxy: FaultyProxy, browser: Chromium
) -> None:
    """Every round writes a note. Half of the rounds end by SIGKILL as soon as the screen shows the note."""
    app, job = ScriptedApp(browser), create_read_job(web)
    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/jobs/{job}?{ACME}")
    app.until("a service worker", INSTALLED)
    app.await_text("Note")
    proxy.cut()
    texts = [f"Round {number} of {ROUNDS}" for number in range(1, ROUNDS + 1)]
    for number, text in enumerate(texts):
        browser.goto(f"{proxy.url}/jobs/{job}?{ACME}")
        add_note(app, text)
        browser.kill() if number % 2 else browser.close()
        open_signed_in(browser, web, proxy)
        browser.goto(f"{proxy.url}/outbox")
        app.await_states(*[ON_PHONE] * (number + 1))
    proxy.mend()
    browser.run(HURRY)
    app.await_states(*[ARRIVED] * ROUNDS, seconds=60 + ROUNDS)
    assert notes_in_agentos(web, job) == texts


@pytest.mark.parametrize("browser", ["Chromium"], indirect=True)
def test_offline_items_are_sent_once_and_in_order_through_a_storm(
    web: Web, proxy: FaultyProxy, browser: Engine
) -> None:
    """AgentOS fails at random, and the portal is killed while it sends."""
    app, job = ScriptedApp(browser), create_read_job(web)
    open_signed_in(browser, web, proxy)
    read_online(browser, app, proxy, job)
    proxy.cut()
    write_everything(app, job, job)
    browser.kill()

    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/outbox")
    app.await_states(*[ON_PHONE] * 4)
    since = web.calls()["next"]
    web.control("POST", "storm", STORM)
    proxy.mend()
    browser.run(HURRY)
    wait_until("something to be sent", lambda: proxy.keys)
    kill_and_start(web)
    arrived = [ARRIVED] * 4
    wait_until("the items", lambda: browser.run(HURRY_IN_A_WHILE) and app.states() == arrived, ALL_SENT_S)
    app.await_text(ALL_ARRIVED)
    assert web.control("DELETE", "storm")["faults"]
    everything_arrived_once(web, job, job)
    writes = [kind_of(call["path"]) for call in web.calls(since)["calls"] if call["method"] != "GET"]
    assert [kind for kind, _ in groupby(writes)] == ["note", "completion", "invoice"]


@pytest.mark.parametrize("browser", ["Chromium"], indirect=True)
def test_document_file_lost_by_the_phone_is_requested_again(web: Web, proxy: FaultyProxy, browser: Chromium) -> None:
    app, job = ScriptedApp(browser), create_read_job(web)
    open_signed_in(browser, web, proxy)
    read_online(browser, app, proxy, job)
    proxy.cut()
    write_invoice(app, job, unique_pdf(token_hex(100_000)))  # large enough for Chromium to store it in a file
    browser.kill()
    browser.lose_files()

    open_signed_in(browser, web, proxy)
    proxy.mend()
    browser.goto(f"{proxy.url}/outbox")
    app.await_text("On this phone · Its PDF cannot be read just now. It stays on this phone")
    app.click(f"Invoice £{FIELDS[AMOUNT]}")
    app.click("Edit")
    app.until("the lost PDF to be removed", REMOVED)
    app.attach(PDF, "again.pdf", unique_pdf("once more"))
    app.await_text("again.pdf")
    send_invoice(app)
    app.await_text(ARRIVED)
    assert [invoice["DocumentName"] for invoice in invoices_in_agentos(web, job)] == ["again.pdf"]


def open_signed_in(browser: Engine, web: Web, proxy: FaultyProxy) -> None:
    """Open the browser with an existing sign-in, which its disk already has."""
    browser.open()
    browser.cookie("portal_session", web.cookie(HARPER), proxy.url)


def read_online(browser: Engine, app: ScriptedApp, proxy: FaultyProxy, job: str) -> None:
    """Open the form of an invoice, and wait until the app can open without a network."""
    browser.goto(f"{proxy.url}/jobs/{job}/invoice?{ACME}")
    app.await_text(NUMBER)
    app.until("a service worker", INSTALLED)


def write_everything(app: ScriptedApp, job: str, invoiced: str) -> None:
    """Write two notes, a completion, and an invoice with a PDF."""
    for text in ("Stopcock is under the stairs", "New valve fitted 🔧"):
        write_note(app, f"{job}?{ACME}", text)
    complete(app, job)
    write_invoice(app, invoiced, unique_pdf(f"from the cellar, {invoiced}"))


def write_note(app: ScriptedApp, page: str, text: str) -> None:
    """Write a note on the page of a job. `page`: its id and account."""
    app.follow(f"/jobs/{page}")
    app.await_path(f"/jobs/{page}")
    add_note(app, text)


def add_note(app: ScriptedApp, text: str) -> None:
    """Write a note on the page of the job on the screen."""
    app.click("Note")
    app.fill("Note to", text)
    app.click("Add note")
    app.until("the sheet to close", "return !location.search.includes('sheet') && !document.querySelector('textarea')")
    app.await_text(text)


def complete(app: ScriptedApp, job: str) -> None:
    app.follow(f"/jobs/{job}?{ACME}")
    app.await_path(f"/jobs/{job}?{ACME}")
    app.click("Done")
    app.await_text("Undo")


def write_invoice(app: ScriptedApp, job: str, document: bytes) -> None:
    app.follow(f"/jobs/{job}/invoice?{ACME}")
    for label, text in FIELDS.items():
        app.fill(label, text)
    app.click("20%")
    app.attach(PDF, "invoice.pdf", document)
    app.await_text("invoice.pdf")
    send_invoice(app)
    app.await_text("On this phone")


def send_invoice(app: ScriptedApp) -> None:
    app.click(f"Review £{FIELDS[AMOUNT]}")
    app.click("Send invoice")


def everything_arrived_once(web: Web, job: str, invoiced: str) -> None:
    assert notes_in_agentos(web, job) == ["Stopcock is under the stairs", "New valve fitted 🔧"]
    assert web.agentos(f"jobs/{job}")["Status"] == "Completed"
    sent = [
        (each["Amount"], each["InvoiceNumber"], each["DocumentName"]) for each in invoices_in_agentos(web, invoiced)
    ]
    assert sent == [(1234.5, FIELDS[NUMBER], "invoice.pdf")]


def place_of(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return str(parts.hostname), int(parts.port or 80)


def kill_and_start(web: Web) -> None:
    """Kill the portal without warning, and start it again at the same address."""
    processes = web.processes
    processes.kill("portal")
    processes.environment["BIND"] = processes.portal.removeprefix("http://")
    processes.start("portal")


def kind_of(path: str) -> str:
    return next((kind for kind, part in PARTS.items() if part in path), "completion")
