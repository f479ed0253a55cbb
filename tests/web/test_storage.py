"""A device's storage: its faults, the documents of the outbox, and the data that updates and sign-outs leave.

Each test begins without a connection to the portal.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, Web
from tests.web.faulty_proxy import FaultyProxy
from tests.web.invoice_form import invoices_in_agentos
from tests.web.outbox_tab import ACCOUNT, NAME, Tab, create_job, invoice, new_tab, notes_in_agentos, unique_pdf

pytestmark = pytest.mark.browser

UPGRADE = """
    const {MIGRATIONS, open} = modules.database;
    const next = [...MIGRATIONS, (database, transaction) => {
        transaction.objectStore("outbox").createIndex("state", "state");
    }];
    return open(argument, next).then(() => null, (error) => error.sentence);
"""
HOLD_DATABASE = """
    const opening = indexedDB.open(argument);
    window.held = await new Promise((resolve) => { opening.onsuccess = () => resolve(opening.result); });
"""
READ_DOCUMENTS = """
    const box = new modules.StoredOutbox(argument);
    return Promise.all((await box.list()).map(async ({id, document}) =>
        document && new TextDecoder().decode(await box.readDocument(id))));
"""
CHANGE_ITEM = """
    const [name, changes] = argument;
    const database = await modules.database.open(name);
    const [item] = await database.getAll("outbox");
    await database.put("outbox", {...item, ...changes});
"""
UNSENT = "return (await outbox.listOnlyOnPhone(argument)).length"
WORDS = """
    const {label, besides} = modules.shownState(outbox.items.value[0], "Acme");
    return `${label} · ${besides}`;
"""
DATA_LOST = "This browser deleted what was stored here. Anything not yet sent is lost. Check your last jobs."
NOTE = {"kind": "note", "jobId": "JOB-1", "content": {"note": "New"}}


@pytest.fixture(autouse=True)
def cut(proxy: FaultyProxy) -> None:
    """Cut the connection to the portal."""
    proxy.cut()


def after(**times: float) -> float:
    """Return the time after this period, as JavaScript writes it."""
    return (datetime.now(UTC) + timedelta(**times)).timestamp() * 1000


def test_database_upgrade_keeps_items_and_waits_for_frozen_tabs(device: BrowserContext, tab: Tab) -> None:
    tab.note("JOB-1", "Kept")
    tab.add("invoice", "JOB-1", invoice("JOB-1"), b"%PDF")
    frozen, updated = new_tab(device), new_tab(device)
    frozen.open(None)
    frozen.run(HOLD_DATABASE, NAME)
    updated.open(None)
    sentence = "Another tab of the portal is in the way. Please close the other tabs, or restart the browser."
    assert updated.run(UPGRADE, NAME) == sentence
    frozen.page.close()
    wait_until("the upgrade", lambda: updated.run(UPGRADE, NAME) is None)
    assert updated.run(READ_DOCUMENTS, ACCOUNT) == [None, "%PDF"]
    assert tab.refused("outbox.add", ACCOUNT, NOTE) == "The portal was updated in another tab. Please reload this page."


def test_full_device_shows_a_sentence_and_keeps_its_items(proxy: FaultyProxy, device: BrowserContext, tab: Tab) -> None:
    devtools = device.new_cdp_session(tab.page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": proxy.url, "quotaSize": 1_000_000})
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
    tab.open(None)
    tab.run("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }")
    tab.open_outbox()
    assert (tab.storage_problem() or "").startswith("This browser keeps nothing for the portal")
    job = create_job(web)
    tab.note(job, "From this page alone")
    tab.await_obstacle("offline")
    assert tab.run(UNSENT, HARPER) == 1
    proxy.mend()
    tab.wake()
    tab.await_states("done")
    assert notes_in_agentos(web, job) == ["From this page alone"]


BROKEN = """
    IDBFactory.prototype.open = () => { throw new DOMException("no", "UnknownError"); };
    IDBDatabase.prototype.transaction = () => { throw new DOMException("no", "UnknownError"); };
"""
LOST = "This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again."


def test_storage_error_is_not_shown_as_missing_storage_or_an_empty_outbox(tab: Tab) -> None:
    tab.note("JOB-1", "Kept")
    tab.run(BROKEN)
    assert tab.refused("outbox.add", ACCOUNT, NOTE) == LOST
    tab.run("await outbox.tryNow()")
    wait_until("the sentence", lambda: tab.storage_problem() == LOST, 10)
    tab.open(None)
    tab.run(BROKEN)
    tab.open_outbox()
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
    tab.open(None)
    tab.run(LOSES_ONE, error)
    tab.open_outbox()
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
    tab.open(None)
    tab.run(KEEPS_RUNNING, NAME)
    wait_until("a transaction", lambda: tab.run("return window.counted"))
    tab.run("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert tab.run(ENDED) == "broken"
    other = new_tab(device)
    other.open()
    other.note("JOB-1", "Kept")
    with tab.page.expect_navigation():
        tab.run("setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})))")


def test_clock_set_back_still_sends_waiting_items(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    tab.note(create_job(web), "When the clock was wrong")
    tab.await_obstacle("offline")
    tab.run(CHANGE_ITEM, [NAME, {"nextAt": after(days=30)}])
    proxy.mend()
    tab.run("await outbox.wake()")
    tab.await_states("done", seconds=10)


def test_cleared_browser_data_is_reported_once(tab: Tab) -> None:
    tab.note("JOB-1", "One")
    tab.note("JOB-1", "Two")
    tab.open()
    assert tab.storage_problem() is None
    tab.run("await modules.database.deleteDatabase(argument)", NAME)
    tab.open()
    assert tab.storage_problem() == DATA_LOST
    tab.open()
    assert tab.storage_problem() is None, "it is said once"


def test_sign_out_deletes_everything_and_counts_unsent_items(device: BrowserContext, tab: Tab) -> None:
    other = new_tab(device)
    other.open({**ACCOUNT, "agency": "harbour", "contractorId": "CON-5001"})
    tab.note("JOB-1", "Unsent")
    other.note("JOB-1", "Unsent elsewhere")
    assert tab.run(UNSENT, HARPER) == 2
    tab.run("await outbox.deleteAll(argument)", HARPER)
    for each in (tab, other):
        each.run("await modules.responses.saveResponse(argument, 'jobs', {})", ACCOUNT)
    assert tab.run("return (await indexedDB.databases()).map(({name}) => name)") == []
    assert tab.run("return {...localStorage}") == {}


LEFT = """
    const stores = [...window.held.objectStoreNames];
    const counts = stores.map((store) => new Promise((resolve) => {
        const counting = window.held.transaction(store).objectStore(store).count();
        counting.onsuccess = () => resolve(counting.result);
    }));
    return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
"""


def test_sign_out_with_a_frozen_tab_empties_the_database(device: BrowserContext, tab: Tab) -> None:
    tab.add("invoice", "JOB-1", invoice("JOB-1"), b"%PDF")
    frozen = new_tab(device)
    frozen.open(None)
    frozen.run(HOLD_DATABASE, NAME)
    assert frozen.run(LEFT) == 2
    tab.run("await Promise.race([outbox.deleteAll(argument), new Promise((_, no) => setTimeout(no, 15_000))])", HARPER)
    assert frozen.run(LEFT) == 0


def test_item_sent_a_week_ago_is_not_resent_automatically(proxy: FaultyProxy, tab: Tab) -> None:
    tab.note("JOB-1", "Old")
    tab.await_obstacle("offline")
    tab.run(CHANGE_ITEM, [NAME, {"sentAt": after(days=-7), "state": "sending"}])
    proxy.mend()
    tab.open()
    tab.await_states("unknown")
    assert tab.items()[0]["sentence"].startswith("It may have arrived a week ago.")
    assert tab.run(WORDS) == "Please ring Acme · may have arrived"
    assert proxy.keys == []


UNREADABLE = """
    const {get} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (...key) {
        if (this.name === "documents") throw new DOMException("lost", "NotReadableError");
        return get.apply(this, key);
    };
"""
"""Code that simulates a browser which has lost documents. It works until the page is reloaded."""


def test_unreadable_document_waits_and_is_sent_after_reopening(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    job = create_job(web)
    tab.note(job, "Behind nothing")
    tab.add("invoice", job, invoice(job), unique_pdf("not readable"))
    tab.run(UNREADABLE)
    proxy.mend()
    tab.run("outbox.wake()")
    wait_until("the try to read", lambda: tab.items()[1]["asks"] == "document")
    tab.await_states("done", "waiting")
    item = tab.items()[1]
    assert (item["sentAt"], item["document"]["name"]) == (None, "invoice.pdf")
    assert item["sentence"].startswith("Its PDF cannot be read just now.")
    assert invoices_in_agentos(web, job) == []

    tab.open()
    tab.await_states("done", "done")
    assert names_sent(web, job) == ["invoice.pdf"]
    assert len(set(proxy.keys)) == 2


def test_invoice_whose_document_becomes_unreadable_may_have_arrived(web: Web, proxy: FaultyProxy, tab: Tab) -> None:
    job = create_job(web)
    number = tab.add("invoice", job, invoice(job), unique_pdf("perhaps there"))
    proxy.lose_each = 2
    proxy.mend()
    tab.wake()
    sent = wait_until("a try", lambda: next((item for item in tab.items() if item["tries"]), None))
    tab.run(UNREADABLE)
    tab.wake()
    item = wait_until("the try to read", lambda: next((each for each in tab.items() if each["asks"]), None))
    assert (item["state"], item["sentAt"], item["key"]) == ("waiting", sent["sentAt"], sent["key"])
    assert tab.run(WORDS).startswith("On this phone · may have arrived. Its PDF cannot be read just now.")
    assert tab.refused("outbox.edit", tab.item(number), {"content": {}}).startswith("This has been sent")
    assert names_sent(web, job) == ["invoice.pdf"]
    tab.open()
    tab.await_states("done")
    assert names_sent(web, job) == ["invoice.pdf"]


def names_sent(web: Web, job: str) -> list[str]:
    return [invoice["DocumentName"] for invoice in invoices_in_agentos(web, job)]
