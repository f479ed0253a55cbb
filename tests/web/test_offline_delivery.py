"""Everything written without a network arrives exactly once and in order, whatever happens on its way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from secrets import token_hex
from urllib.parse import urlsplit

import pytest

from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import running, wait_until
from tests.web import agencies
from tests.web.browsing import ACME, HARPER, Web
from tests.web.engines import Chromium, Engine
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import FIELDS, invoices_in_agentos
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
DOCUMENT = "The invoice as a PDF"
PARTS = {"note": "/notes", "invoice": "/invoice/"}
"""Parts of AgentOS's addresses."""
TO_INVOICES = b"POST /api/contractor/invoices"
ON_PHONE, IN_DOUBT, ARRIVED = "On this phone", "May have arrived", "With the agency"
INSTALLED = "return (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"
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


SENT_ALONE = "It is sent by itself once there is a connection."
SENT_WHEN_OPENED = "It goes out when you next open the portal with a connection."


def test_offline_items_survive_an_update_kills_and_lost_responses(
    web: Web, earlier_build: tuple[str, int], proxy: FaultyProxy, browser: Engine
) -> None:
    app, portal = ScriptedApp(browser), proxy.target
    job, invoiced = create_read_job(web), create_read_job(web)
    proxy.target = earlier_build
    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/jobs/{invoiced}/invoice?{ACME}")
    app.await_text("What it is for")
    app.until("a service worker", INSTALLED)
    app.follow(f"/jobs/{job}?{ACME}")
    app.await_text("Add a note")
    [before] = browser.run(SHELLS)

    proxy.cut()
    write_everything(app, job, invoiced)
    browser.kill()

    proxy.target = portal
    proxy.mend()
    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/api/docs")
    # WebKitGTK still calls the new worker "activating" here, although it has done its work.
    wait_until("the update", lambda: browser.run(UPDATE) and before not in browser.run(SHELLS))
    proxy.cut()
    browser.goto(f"{proxy.url}/outbox?{ACME}")
    app.await_states(*[ON_PHONE] * 4)

    proxy.lose_each, proxy.lose_all_to = 2, TO_INVOICES  # a browser repeats a lost request once
    proxy.mend()
    wait_until("the invoice", lambda: browser.run(HURRY) and app.states() == [IN_DOUBT, *[ARRIVED] * 3])
    proxy.cut()
    browser.kill()
    proxy.lose_each, proxy.lose_all_to = 0, None

    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/outbox?{ACME}")
    app.await_states(IN_DOUBT, *[ARRIVED] * 3)
    app.await_text("No connection to the portal.")
    app.await_text(SENT_ALONE if browser.run("return 'SyncManager' in globalThis") else SENT_WHEN_OPENED)
    assert not [word for word in ("Refused", "Nothing waits", "keeps nothing") if word in app.text()]
    proxy.mend()
    browser.run(HURRY)
    app.await_text("Nothing waits")
    app.await_states(*[ARRIVED] * 4)
    assert len(set(proxy.keys)) == 4
    everything_arrived_once(web, job, invoiced)


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
    app.await_text("Add a note")
    proxy.cut()
    texts = [f"{number} of 15" for number in range(1, 16)]
    for number, text in enumerate(texts, 1):
        browser.goto(f"{proxy.url}/jobs/{job}?{ACME}")
        app.fill("Add a note", text)
        app.click("Add note")
        app.await_text(text)
        browser.goto(f"{proxy.url}/outbox?{ACME}")
        app.await_states(*[ON_PHONE] * number)
    proxy.mend()
    browser.run(HURRY)
    app.await_states(*[ARRIVED] * len(texts), seconds=60)
    assert notes_in_agentos(web, job) == texts


@pytest.mark.parametrize("browser", ["Chromium"], indirect=True)
def test_offline_items_are_sent_once_and_in_order_through_a_storm(
    web: Web, proxy: FaultyProxy, browser: Engine
) -> None:
    """AgentOS fails at random, and the portal is killed while it sends."""
    app, job = ScriptedApp(browser), create_read_job(web)
    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/jobs/{job}/invoice?{ACME}")
    app.await_text("What it is for")
    app.until("a service worker", INSTALLED)
    app.follow(f"/jobs/{job}?{ACME}")
    app.await_text("Add a note")
    proxy.cut()
    write_everything(app, job, job)
    browser.kill()

    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/outbox?{ACME}")
    app.await_states(*[ON_PHONE] * 4)
    since = web.calls()["next"]
    web.control("POST", "storm", STORM)
    proxy.mend()
    browser.run(HURRY)
    wait_until("something to be sent", lambda: proxy.keys)
    kill_and_start(web)
    arrived = [ARRIVED] * 4
    wait_until("the items", lambda: browser.run(HURRY_IN_A_WHILE) and app.states() == arrived, ALL_SENT_S)
    app.await_text("Nothing waits")
    assert web.control("DELETE", "storm")["faults"]
    everything_arrived_once(web, job, job)
    writes = [kind_of(call["path"]) for call in web.calls(since)["calls"] if call["method"] != "GET"]
    assert [kind for kind, _ in groupby(writes)] == ["note", "completion", "invoice"]


@pytest.mark.parametrize("browser", ["Chromium"], indirect=True)
def test_document_file_lost_by_the_phone_is_requested_again(web: Web, proxy: FaultyProxy, browser: Chromium) -> None:
    app, job = ScriptedApp(browser), create_read_job(web)
    open_signed_in(browser, web, proxy)
    browser.goto(f"{proxy.url}/jobs/{job}/invoice?{ACME}")
    app.await_text("What it is for")
    app.until("a service worker", INSTALLED)
    proxy.cut()
    write_invoice(app, job, unique_pdf(token_hex(100_000)))  # large enough for Chromium to store it in a file
    browser.kill()
    browser.lose_files()

    open_signed_in(browser, web, proxy)
    proxy.mend()
    browser.goto(f"{proxy.url}/outbox?{ACME}")
    app.await_text("Its PDF cannot be read just now. It stays on this phone")
    app.await_states(ON_PHONE)
    app.click("Change")
    app.attach(DOCUMENT, "again.pdf", unique_pdf("once more"))
    app.await_text("again.pdf")
    app.click("Look it over")
    app.click("Send to Acme Lettings")
    app.await_states(ARRIVED)
    assert [invoice["DocumentName"] for invoice in invoices_in_agentos(web, job)] == ["again.pdf"]


def open_signed_in(browser: Engine, web: Web, proxy: FaultyProxy) -> None:
    """Open the browser with an existing sign-in, which its disk already has."""
    browser.open()
    browser.cookie("portal_session", web.cookie(HARPER), proxy.url)


def write_everything(app: ScriptedApp, job: str, invoiced: str) -> None:
    """Write two notes, a completion, and an invoice with a PDF."""
    for text in ("Stopcock is under the stairs", "New valve fitted 🔧"):
        app.fill("Add a note", text)
        app.click("Add note")
        app.await_text(text)
    app.click("Mark complete")
    app.await_text("Marked complete by you.")
    write_invoice(app, invoiced, unique_pdf(f"from the cellar, {invoiced}"))


def write_invoice(app: ScriptedApp, job: str, document: bytes) -> None:
    app.follow(f"/jobs/{job}/invoice?{ACME}")
    for label, text in FIELDS.items():
        app.fill(label, text)
    app.attach(DOCUMENT, "invoice.pdf", document)
    app.await_text("invoice.pdf")
    app.click("Look it over")
    app.click("Send to Acme Lettings")
    app.await_states(ON_PHONE)


def everything_arrived_once(web: Web, job: str, invoiced: str) -> None:
    assert notes_in_agentos(web, job) == ["Stopcock is under the stairs", "New valve fitted 🔧"]
    assert web.agentos(f"jobs/{job}")["Status"] == "Completed"
    sent = [
        (each["Amount"], each["InvoiceNumber"], each["DocumentName"]) for each in invoices_in_agentos(web, invoiced)
    ]
    assert sent == [(1234.5, FIELDS["Your invoice number"], "invoice.pdf")]


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
