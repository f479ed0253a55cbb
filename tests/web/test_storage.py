"""Faults of a device's storage: the outbox's messages, and the data that updates and sign-outs leave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, OBRIEN, Web
from tests.web.faulty_proxy import FaultyProxy
from tests.web.outbox_tab import (
    ACCOUNT,
    NAME,
    Tab,
    create_job,
    invoice,
    new_tab,
    notes_in_agentos,
    store_items,
    waiting_items,
)

pytestmark = pytest.mark.browser

NEXT = """
    const {MIGRATIONS, open} = modules.database;
    await open(argument, [...MIGRATIONS, (database, transaction) => {
        transaction.objectStore("outbox").createIndex("state", "state");
    }]);
"""


@pytest.fixture
def device(web: Web, proxy: FaultyProxy) -> Iterator[BrowserContext]:
    """Yield a device on which Harper is signed in. Its connection is cut."""
    proxy.cut()
    with web.context(HARPER, base_url=proxy.url) as context:
        yield context


@pytest.fixture
def tab(device: BrowserContext) -> Tab:
    """Return a tab of the device with the outbox's code, but without an open outbox."""
    tab = new_tab(device)
    tab.open(None)
    return tab


def test_database_upgrade_keeps_items_and_closes_older_tabs(device: BrowserContext, tab: Tab) -> None:
    store_items(tab, waiting_items("JOB-1"))
    tab.run("await outbox.open(argument)", ACCOUNT)
    updated = new_tab(device)
    updated.open(None)
    updated.run(NEXT, NAME)
    kept = updated.run(
        "const box = new modules.StoredOutbox(argument); const all = await box.list();"
        "return Promise.all(all.map(async ({id, key, document}) =>"
        "    [key, document && new TextDecoder().decode(await box.readDocument(id))]))",
        ACCOUNT,
    )
    assert kept == [["old-note-JOB-1", None], ["old-invoice-JOB-1", "%PDF"]]
    sentence = tab.refused("outbox.add", {"kind": "note", "jobId": "JOB-1", "content": {"note": "New"}})
    assert sentence == "The portal was updated in another tab. Please reload this page."


def test_aborted_database_upgrade_changes_nothing(tab: Tab) -> None:
    store_items(tab, waiting_items("JOB-1"))
    breaks = "(database, transaction) => { database.deleteObjectStore('outbox'); transaction.abort(); }"
    opening = f"modules.database.open(argument, [...modules.database.MIGRATIONS, {breaks}])"
    assert tab.run(f"return {opening}.then(() => 'opened', (error) => error.reason)", NAME) == "broken"
    tab.run("await outbox.open(argument)", ACCOUNT)
    assert [item["key"] for item in tab.items()] == ["old-note-JOB-1", "old-invoice-JOB-1"]


def test_full_device_shows_a_sentence_and_keeps_its_items(proxy: FaultyProxy, device: BrowserContext, tab: Tab) -> None:
    devtools = device.new_cdp_session(tab.page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": proxy.url, "quotaSize": 1_000_000})
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note("JOB-1", "Before")
    sentence = tab.add_large(3_000_000)
    assert sentence == "This device has no room left for it, so it was not kept. Please free some space and try again."
    assert [item["content"] for item in tab.items()] == [{"note": "Before"}]


FULL = """
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
    window.makeRoom = () => { IDBObjectStore.prototype.put = put; };
"""


def test_full_device_sends_once_it_has_space_again(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    job = create_job(web)
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note(job, "Waits for room")
    tab.run(FULL)
    proxy.mend()
    tab.wake()
    full = "This device has no room left, so nothing can be sent from it. Please free some space."
    wait_until("the sentence", lambda: tab.storage_problem() == full, 10)
    assert (tab.states(), proxy.keys) == (["waiting"], [])
    tab.run("window.makeRoom()")
    tab.wake()
    tab.await_states("done")
    assert tab.storage_problem() is None
    assert notes_in_agentos(web, job) == ["Waits for room"]


def test_browser_without_storage_shows_a_sentence_and_sends(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    tab.run("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }")
    tab.run("await outbox.open(argument)", ACCOUNT)
    assert (tab.storage_problem() or "").startswith("This browser keeps nothing for the portal")
    job = create_job(web)
    tab.note(job, "From this page alone")
    tab.await_obstacle("offline")
    assert tab.run("return outbox.countUnsent(argument)", HARPER) == 1
    proxy.mend()
    tab.wake()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["From this page alone"]


BROKEN = """
    IDBFactory.prototype.open = () => { throw new DOMException("no", "UnknownError"); };
    IDBDatabase.prototype.transaction = () => { throw new DOMException("no", "UnknownError"); };
"""
LOST = "This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again."


def test_storage_error_after_opening_is_not_reported_as_missing_storage(tab: Tab) -> None:
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note("JOB-1", "Kept")
    tab.run(BROKEN)
    argument = {"kind": "note", "jobId": "JOB-1", "content": {"note": "Not kept"}}
    assert tab.refused("outbox.add", argument) == LOST
    tab.run("await outbox.tryNow()")
    wait_until("the sentence", lambda: tab.storage_problem() == LOST, 10)


def test_storage_error_on_opening_is_not_shown_as_an_empty_outbox(tab: Tab) -> None:
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note("JOB-1", "Kept")
    tab.open(None)
    tab.run(BROKEN)
    tab.run("await outbox.open(argument)", ACCOUNT)
    assert (tab.storage_problem(), tab.run("return outbox.items.value")) == (LOST, None)


LOSES_ONE = """
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function () {
        IDBDatabase.prototype.transaction = transaction;
        throw new DOMException("Connection to Indexed Database server lost.", argument);
    };
"""


@pytest.mark.parametrize("error", ["UnknownError", "InvalidStateError"])
def test_database_connection_lost_by_the_phone_is_opened_again(tab: Tab, error: str) -> None:
    """The two errors are those that WebKit raises."""
    tab.run(LOSES_ONE, error)
    tab.run("await outbox.open(argument)", ACCOUNT)
    assert tab.storage_problem() is None
    tab.run(LOSES_ONE, error)
    tab.note("JOB-1", "Kept")
    tab.open()
    assert [item["content"] for item in tab.items()] == [{"note": "Kept"}]


KEEPS_RUNNING = """
    window.ended = modules.database.withDatabase(argument, async (database) => {
        const { store } = database.transaction("outbox", "readwrite");
        for (;;) window.counted = 1 + (await store.count());
    }).catch(({reason}) => reason);
"""
ENDED = "return Promise.race([window.ended, new Promise((end) => setTimeout(end, 5000, 'still running'))])"


def test_page_in_back_forward_cache_aborts_transactions_and_reloads(device: BrowserContext, tab: Tab) -> None:
    """Only the event is simulated, because Chromium under Playwright has no such cache.

    WebKit: test_offline_delivery.py.
    """
    tab.run(KEEPS_RUNNING, NAME)
    wait_until("a transaction", lambda: tab.run("return window.counted"))
    tab.run("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert tab.run(ENDED) == "broken"
    other = new_tab(device)
    other.open()
    other.note("JOB-1", "Kept")
    with tab.page.expect_navigation():
        tab.run("setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})))")


MONTH_AHEAD = """
    const database = await modules.database.open(argument);
    const [item] = await database.getAll("outbox");
    await database.put("outbox", {...item, nextAt: Date.now() + 30 * 24 * 3600_000});
"""


def test_clock_set_back_still_sends_waiting_items(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    job = create_job(web)
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note(job, "When the clock was wrong")
    tab.await_obstacle("offline")
    tab.run(MONTH_AHEAD, NAME)
    proxy.mend()
    tab.run("await outbox.wake()")
    tab.await_states("done", seconds=10)


def test_cleared_browser_data_is_reported_once(tab: Tab) -> None:
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note("JOB-1", "One")
    tab.note("JOB-1", "Two")
    tab.open()
    assert tab.storage_problem() is None
    tab.run("await modules.database.deleteDatabase(argument)", NAME)
    tab.open()
    assert (tab.storage_problem() or "").startswith(
        "2 things that waited here to be sent are gone: this browser's data was"
    )
    tab.open()
    assert tab.storage_problem() is None, "it is said once"


def test_sign_out_deletes_everything_and_counts_unsent_items(device: BrowserContext, tab: Tab) -> None:
    tab.run("await outbox.open(argument)", ACCOUNT)
    other = new_tab(device)
    other.open({**ACCOUNT, "agency": "harbour", "contractorId": "CON-5001"})
    tab.note("JOB-1", "Unsent")
    other.note("JOB-1", "Unsent elsewhere")
    assert tab.run("return outbox.countUnsent(argument)", HARPER) == 2
    tab.run("await outbox.deleteAll(argument)", HARPER)
    for each in (tab, other):
        each.run("await modules.responses.saveResponse(argument, 'jobs', {})", ACCOUNT)
    assert tab.run("return (await indexedDB.databases()).map(({name}) => name)") == []
    assert tab.run("return {...localStorage}") == {}
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.note("JOB-1", "Signed in again")
    assert tab.states() == ["waiting"]


HOLD_DATABASE = """
    const opening = indexedDB.open(argument);
    window.held = await new Promise((resolve) => { opening.onsuccess = () => resolve(opening.result); });
"""
LEFT = """
    const stores = [...window.held.objectStoreNames];
    const counts = stores.map((store) => new Promise((resolve) => {
        const counting = window.held.transaction(store).objectStore(store).count();
        counting.onsuccess = () => resolve(counting.result);
    }));
    return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
"""


def test_sign_out_with_a_frozen_tab_empties_the_database(device: BrowserContext, tab: Tab) -> None:
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.add("invoice", "JOB-1", invoice("JOB-1"), b"%PDF")
    frozen = new_tab(device)
    frozen.open(None)
    frozen.run(HOLD_DATABASE, NAME)
    assert frozen.run(LEFT) == 2
    tab.run("await Promise.race([outbox.deleteAll(argument), new Promise((_, no) => setTimeout(no, 15_000))])", HARPER)
    assert frozen.run(LEFT) == 0


def test_database_upgrade_waits_until_a_frozen_tab_is_closed(device: BrowserContext, tab: Tab) -> None:
    store_items(tab, waiting_items("JOB-1"))
    frozen = new_tab(device)
    frozen.open(None)
    frozen.run(HOLD_DATABASE, NAME)
    upgrade = f"const upgrade = async () => {{ {NEXT} }}; return upgrade().then(() => null, (error) => error.sentence)"
    sentence = "Another tab of the portal is in the way. Please close the other tabs, or restart the browser."
    assert tab.run(upgrade, NAME) == sentence
    frozen.page.close()
    wait_until("the upgrade", lambda: tab.run(upgrade, NAME) is None)
    assert len(tab.run("return new modules.StoredOutbox(argument).list()", ACCOUNT)) == 2


def test_next_person_does_not_see_data_of_the_previous_person(tab: Tab) -> None:
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.run("await modules.responses.saveResponse(argument, 'jobs', {})", ACCOUNT)
    tab.note("JOB-1", "Harper's")
    tab.run("await outbox.open(argument)", {"email": OBRIEN, "agency": "acme", "contractorId": "CON-1003"})
    assert tab.items() == []
    assert tab.run("return modules.responses.lastResponse(argument, 'jobs')", ACCOUNT) is None
    tab.run("await outbox.open(argument)", ACCOUNT)
    assert [item["content"] for item in tab.items()] == [{"note": "Harper's"}]


def test_item_sent_a_week_ago_is_not_resent_automatically(proxy: FaultyProxy, tab: Tab) -> None:
    week_ago = int(tab.run("return Date.now() - 7 * 24 * 3600_000"))
    sent = {**waiting_items("JOB-1")[0], "sentAt": week_ago, "state": "sending"}
    store_items(tab, [sent])
    proxy.mend()
    tab.run("await outbox.open(argument)", ACCOUNT)
    tab.await_states("unknown")
    assert tab.items()[0]["sentence"].startswith("It may have arrived a week ago.")
    assert tab.run("return modules.stateLabel(outbox.items.value[0])") == "May have arrived"
    assert proxy.keys == []
