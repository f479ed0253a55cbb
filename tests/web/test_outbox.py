"""The outbox: nothing in it is lost, duplicated, sent out of order, or sent by another person."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, OBRIEN, Web
from tests.web.faulty_proxy import FaultyProxy
from tests.web.job_completion import end_undo_time
from tests.web.outbox_tab import ACCOUNT, BLANK, NAME, Tab, create_job, invoice, new_tab, notes_in_agentos, unique_pdf

pytestmark = pytest.mark.browser
GONE = "This has been sent or deleted meanwhile."


def test_item_written_online_arrives_at_once(web: Web, tab: Tab, job: str) -> None:
    tab.note(job, "Valve fitted")
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Valve fitted"]
    assert tab.items()[0]["result"]["note"] == "Valve fitted"


def test_item_written_offline_survives_reloading(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    proxy.cut()
    tab.note(job, "Kept")
    tab.await_obstacle("offline")
    assert tab.states() == ["waiting"]
    tab.open()
    assert [item["content"] for item in tab.items()] == [{"note": "Kept"}]
    assert notes_in_agentos(web, job) == []
    proxy.mend()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Kept"]


def test_items_of_a_job_are_sent_in_order(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    other = create_job(web)
    tab.page.clock.install()
    proxy.cut()
    tab.note(job, "First")
    tab.note(job, "Second")
    tab.add("completion", job, {"completed": True})
    tab.add("invoice", job, invoice(job), unique_pdf("in order"))
    tab.note(other, "Elsewhere")
    since = web.calls()["next"]
    end_undo_time(tab.page)
    proxy.mend()
    tab.wake()
    tab.await_states(*["done"] * 5)
    assert notes_in_agentos(web, job) == ["First", "Second"]
    assert notes_in_agentos(web, other) == ["Elsewhere"]
    writes = [(call["method"], call["path"]) for call in web.calls(since)["calls"] if call["method"] != "GET"]
    [*notes, completion, sent] = [each for each in writes if other not in each[1]]
    assert [path.endswith(f"/{job}/notes") for _, path in notes] == [True, True]
    assert (completion[0], completion[1].endswith(f"/{job}")) == ("PATCH", True)
    assert sent[1].endswith("/invoice/submit")
    [sent] = [each for each in web.agentos("invoices")["CON-1001"] if each["JobOID"] == job]
    assert (sent["Amount"], sent["DocumentName"]) == (120.5, "invoice.pdf")


def test_item_behind_a_failed_item_of_its_job_waits(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    other, not_sent = create_job(web), {"X-Request-ID": "a", "Submission-State": "not-sent"}
    refusing = {"status": 500, "headers": not_sent, "json": {"error": "Please try again."}}
    tab.page.route(f"**/{job}/notes", lambda route: route.fulfill(**refusing), times=1)
    proxy.cut()
    for job_id, text in ((job, "First"), (job, "Second"), (other, "Elsewhere")):
        tab.note(job_id, text)
    proxy.mend()
    tab.wake()
    tab.await_states("waiting", "waiting", "done")
    tab.await_states("done", "done", "done")
    assert notes_in_agentos(web, job) == ["First", "Second"]


def test_reopened_app_sends_waiting_items_at_once(web: Web, tab: Tab, job: str) -> None:
    headers = {"X-Request-ID": "a", "Submission-State": "not-sent", "Retry-After": "600"}
    later = {"status": 503, "headers": headers, "json": {"error": "Please try again."}}
    tab.page.route(f"**/{job}/notes", lambda route: route.fulfill(**later), times=1)
    tab.note(job, "Once")
    wait_until("a try", lambda: tab.items()[0]["tries"])
    tab.open()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Once"]


def test_item_whose_response_is_lost_is_sent_once(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    proxy.lose = 2  # a browser repeats a lost request once
    tab.note(job, "Once")
    item = wait_until("a try", lambda: next((item for item in tab.items() if item["tries"]), None))
    assert (item["state"], item["sentence"].partition(". ")[0]) == ("waiting", "It may have arrived")
    assert tab.refused("outbox.edit", item["id"], {"content": {"note": "Twice"}}) == GONE
    tab.wake()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Once"]
    assert len(proxy.keys) > 1
    assert set(proxy.keys) == {item["key"]}


def test_unsent_item_can_be_edited_or_deleted(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    proxy.cut()
    changed, deleted = tab.note(job, "Tomorow"), tab.note(job, "Never mind")
    tab.run("await outbox.edit(argument, {content: {note: 'Tomorrow'}})", changed)
    tab.run("await outbox.remove(argument)", deleted)
    proxy.mend()
    tab.wake()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Tomorrow"]
    assert tab.refused("outbox.edit", changed, {"content": {"note": "Later"}}) == GONE


def test_refused_item_says_why_and_can_be_corrected(web: Web, tab: Tab, job: str) -> None:
    refused = tab.add("invoice", job, {**invoice(job), "amount": 0})
    tab.note(job, "Behind it")
    tab.await_states("refused", "done")
    assert tab.items()[0]["sentence"].startswith("amount: ")
    tab.run("await outbox.edit(argument.id, {content: argument.content})", {"id": refused, "content": invoice(job)})
    tab.await_states("done", "done")
    assert [each["Amount"] for each in web.agentos("invoices")["CON-1001"] if each["JobOID"] == job] == [120.5]


def test_invoice_similar_to_the_first_asks_for_confirmation(web: Web, tab: Tab, job: str) -> None:
    tab.add("invoice", job, invoice(job))
    tab.await_states("done")
    second = tab.add("invoice", job, {**invoice(job), "invoiceNumber": "H-2"})
    tab.await_states("done", "refused")
    asked = tab.items()[1]
    assert asked["asks"] == "duplicate"
    assert asked["sentence"].startswith("You already sent an invoice with this amount for this job on ")
    tab.run("await outbox.resend(argument, {duplicate: true})", second)
    tab.await_states("done", "done")
    assert [each["Amount"] for each in web.agentos("invoices")["CON-1001"] if each["JobOID"] == job] == [120.5, 120.5]


def test_item_accepted_by_the_portal_is_tracked_to_its_end(web: Web, tab: Tab) -> None:
    job = web.open_job(HARPER)
    web.control("POST", "faults", {"path": f"/jobs/{job}", "status": 503})
    tab.note(job, "For later")
    tab.await_states("checking")
    assert tab.items()[0]["submissionId"]
    web.control("DELETE", "faults")
    tab.await_states("done", seconds=60)
    assert notes_in_agentos(web, job).count("For later") == 1


def test_item_without_a_session_waits_for_the_same_person(web: Web, device: BrowserContext, tab: Tab, job: str) -> None:
    [cookie] = device.cookies()
    device.clear_cookies()
    tab.note(job, "After signing in")
    tab.await_obstacle("signed-out")
    assert tab.states() == ["waiting"]
    device.add_cookies([{"name": "portal_session", "value": web.cookie(OBRIEN), "url": web.url}])
    tab.wake()
    tab.await_obstacle("other-person")
    theirs = new_tab(device)
    theirs.open({"email": OBRIEN, "agency": "acme", "contractorId": "CON-1003"})
    theirs.wake()
    assert theirs.items() == []
    assert notes_in_agentos(web, job) == []
    device.clear_cookies()
    device.add_cookies([{"name": "portal_session", "value": cookie["value"], "url": web.url}])
    tab.open()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["After signing in"]


def test_two_people_of_one_account_have_separate_outboxes(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    proxy.cut()
    tab.note(job, "Harper's own")
    tab.open({**ACCOUNT, "email": "partner@harper.example"})
    proxy.mend()
    assert tab.items() == []
    tab.note(job, "The partner's")
    tab.await_obstacle("other-person")
    assert [item["content"]["note"] for item in tab.items()] == ["The partner's"]
    assert proxy.keys == []


def test_item_of_an_account_that_the_person_lost_is_not_sent(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    tab.open({**ACCOUNT, "contractorId": "CON-1003"})
    tab.note(job, "Not ours any more")
    tab.await_obstacle("account-gone")
    assert tab.states() == ["waiting"]
    assert proxy.keys == []


def test_two_tabs_and_background_sync_send_each_item_once(
    web: Web, proxy: FaultyProxy, device: BrowserContext, tab: Tab, job: str
) -> None:
    worker_in(tab)
    second = new_tab(device)
    second.open()
    proxy.cut()
    for number in range(6):
        (tab, second)[number % 2].note(job, f"Note {number}")
    assert len(second.items()) == len(tab.items()) == 6
    proxy.mend()
    for each in (tab, second):
        each.run("outbox.tryNow()")
    dispatch_sync(tab)
    for each in (tab, second):
        each.await_states(*["done"] * 6)
    assert notes_in_agentos(web, job) == [f"Note {number}" for number in range(6)]
    assert len(proxy.keys) == len(set(proxy.keys)) == 6


def test_background_sync_without_a_tab_sends_waiting_items(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    worker_in(tab)
    proxy.cut()
    tab.note(job, "Nobody is looking")
    tab.await_obstacle("offline")
    tab.page.goto("about:blank")
    proxy.mend()
    tab.page.goto(BLANK)
    dispatch_sync(tab)
    wait_until("the note", lambda: notes_in_agentos(web, job) == ["Nobody is looking"], 20)
    tab.open()
    tab.await_states("done")
    assert len(proxy.keys) == 1


def test_items_sent_by_background_sync_are_not_reported_as_lost(
    web: Web, proxy: FaultyProxy, tab: Tab, job: str
) -> None:
    worker_in(tab)
    proxy.cut()
    tab.note(job, "Sent behind")
    tab.await_obstacle("offline")
    tab.page.goto("about:blank")
    proxy.mend()
    tab.page.goto(BLANK)
    dispatch_sync(tab)
    wait_until("the note", lambda: notes_in_agentos(web, job) == ["Sent behind"], 20)
    tab.open(None)
    wait_until("its end", lambda: tab.run(KEPT_STATE, NAME) == "done", 10)
    tab.run("await outbox.open(argument)", {"email": OBRIEN, "agency": "acme", "contractorId": "CON-1003"})
    tab.run("await outbox.open(argument)", ACCOUNT)
    assert (tab.items(), tab.storage_problem()) == ([], None)


KEPT_STATE = "const [item] = await (await modules.database.open(argument)).getAll('outbox'); return item.state"


def test_nothing_is_sent_during_sign_in_or_sign_out(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    tab.run("modules.changeSession(() => new Promise((resolve) => { window.signedIn = resolve; }))")
    tab.note(job, "Behind the door")
    tab.page.wait_for_timeout(500)
    assert (tab.states(), proxy.keys) == (["waiting"], [])
    tab.run("window.signedIn()")
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Behind the door"]


def worker_in(tab: Tab) -> None:
    """Start the portal's service worker in the tab's browser."""
    tab.run("await navigator.serviceWorker.register('/sw.js'); await navigator.serviceWorker.ready")


def dispatch_sync(tab: Tab) -> None:
    """Call the service worker as the browser does when the network returns."""
    devtools = tab.page.context.new_cdp_session(tab.page)
    registered: list[str] = []
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registered.extend(registration["registrationId"] for registration in event["registrations"]),
    )
    devtools.send("ServiceWorker.enable")
    wait_until("a service worker", lambda: registered or tab.page.wait_for_timeout(50))
    origin = tab.page.evaluate("location.origin")
    call = {"origin": origin, "registrationId": registered[0], "tag": "outbox", "lastChance": False}
    devtools.send("ServiceWorker.dispatchSyncEvent", call)
