"""The outbox: nothing in it is lost, duplicated, sent out of order, or sent by another person."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Route

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, OBRIEN, Web
from tests.web.faulty_proxy import FaultyProxy
from tests.web.outbox_tab import ACCOUNT, BLANK, NAME, Tab, create_job, new_tab, notes_in_agentos

pytestmark = pytest.mark.browser
GONE = "This has been sent or deleted meanwhile."


def test_item_written_offline_is_edited_deleted_and_sent_after_reloading(
    web: Web, proxy: FaultyProxy, tab: Tab, job: str
) -> None:
    proxy.cut()
    changed, deleted = tab.note(job, "Tomorow"), tab.note(job, "Never mind")
    tab.await_obstacle("offline")
    tab.run("await outbox.edit(argument, {content: {note: 'Tomorrow'}})", tab.item(changed))
    tab.run("await outbox.remove(argument)", tab.item(deleted))
    tab.open()
    assert [item["content"] for item in tab.items()] == [{"note": "Tomorrow"}]
    proxy.mend()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Tomorrow"]
    assert tab.refused("outbox.edit", tab.item(changed), {"content": {"note": "Later"}}) == GONE


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
    proxy.lose_each = 2  # a browser repeats a lost request once
    tab.note(job, "Once")
    item = wait_until("a try", lambda: next((item for item in tab.items() if item["tries"]), None))
    assert (item["state"], item["sentence"].partition(". ")[0]) == ("waiting", "It may have arrived")
    assert tab.refused("outbox.edit", tab.item(item["id"]), {"content": {"note": "Twice"}}) == GONE
    tab.wake()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Once"]
    assert len(proxy.keys) > 1
    assert set(proxy.keys) == {item["key"]}


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
    theirs.open({**ACCOUNT, "email": OBRIEN})
    theirs.wake()
    assert theirs.items() == []
    assert notes_in_agentos(web, job) == []
    device.clear_cookies()
    device.add_cookies([{"name": "portal_session", "value": cookie["value"], "url": web.url}])
    tab.open()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["After signing in"]


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


def test_items_sent_by_background_sync_are_not_reported_as_lost(
    web: Web, proxy: FaultyProxy, tab: Tab, job: str
) -> None:
    """The service worker sends them while no tab has an outbox."""
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
    tab.open_outbox({"email": OBRIEN, "agency": "acme", "contractorId": "CON-1003"})
    tab.open_outbox()
    assert (tab.items(), tab.storage_problem()) == ([], None)
    assert len(proxy.keys) == 1


KEPT_STATE = "const [item] = await (await modules.database.open(argument)).getAll('outbox'); return item.state"


def test_nothing_is_sent_during_sign_in_or_sign_out(web: Web, proxy: FaultyProxy, tab: Tab, job: str) -> None:
    tab.run("modules.changeSession(() => new Promise((resolve) => { window.signedIn = resolve; }))")
    tab.note(job, "Behind the door")
    tab.page.wait_for_timeout(500)
    assert (tab.states(), proxy.keys) == (["waiting"], [])
    tab.run("window.signedIn()")
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["Behind the door"]


FROZEN = """
    const {postMessage} = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message) {
        if (this.name !== "portal-turn") postMessage.call(this, message);
    };
"""
"""Code that simulates a frozen tab. Chromium's own command for it does not freeze tabs with a lock."""
IMPATIENT = """
    const real = AbortSignal.timeout;
    AbortSignal.timeout = (ms) => real.call(AbortSignal, ms / 60);
    window.answers = 0;
    new BroadcastChannel("portal-turn").onmessage = ({data}) => { if (data.holds) window.answers += 1; };
"""


def test_lock_of_a_frozen_tab_is_stolen_and_items_are_sent_once(
    web: Web, proxy: FaultyProxy, device: BrowserContext, tab: Tab, job: str
) -> None:
    other, asked = create_job(web), list[Route]()
    frozen = new_tab(device)
    frozen.page.add_init_script(FROZEN)
    frozen.page.route(f"**/{job}/notes", lambda route: asked.append(route), times=1)
    frozen.open()
    frozen.note(job, "Once")
    frozen.await_states("sending")
    tab.run("outbox.tryNow()")
    wait_until("the note", lambda: notes_in_agentos(web, job) == ["Once"], 20)
    tab.await_states("done")
    asked[0].abort()
    frozen.note(other, "Later")
    frozen.await_states("done", "done")
    assert (notes_in_agentos(web, job), notes_in_agentos(web, other)) == (["Once"], ["Later"])


def test_lock_of_a_live_tab_is_respected(device: BrowserContext, tab: Tab, job: str) -> None:
    slow = new_tab(device)
    slow.page.route("**/notes", lambda _: None)  # never gets a response
    slow.open()
    slow.note(job, "On its way")
    slow.await_states("sending")
    tab.run(IMPATIENT)
    tab.run("outbox.tryNow()")
    wait_until("answers", lambda: tab.run("return window.answers >= 3"), 20)
    assert tab.states() == ["sending"]


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
