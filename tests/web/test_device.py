"""What the outbox says where a device keeps things badly, and what an update or a sign-out leaves there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, OBRIEN, Web
from tests.web.outboxing import ACCOUNT, NAME, Tab, invoice, job_for, notes_of, old_items, store_first_version, tab_in
from tests.web.wire import Wire

pytestmark = pytest.mark.browser

NEXT = """
    const {MIGRATIONS, open} = outbox.database;
    await open(given, [...MIGRATIONS, (database, transaction) => {
        transaction.objectStore("outbox").createIndex("state", "state");
    }]);
"""


@pytest.fixture
def device(web: Web, wire: Wire) -> Iterator[BrowserContext]:
    """A device on which Harper is signed in, at the end of a line that is cut."""
    wire.cut()
    with web.context(HARPER, base_url=wire.url) as context:
        yield context


@pytest.fixture
def tab(device: BrowserContext) -> Tab:
    """A tab of it with the outbox's code, and no outbox yet."""
    tab = tab_in(device)
    tab.open(None)
    return tab


def test_what_the_first_release_kept_is_sent_by_this_one(web: Web, wire: Wire, tab: Tab) -> None:
    job = job_for(web)
    store_first_version(tab, old_items(job)[:1])
    tab.run("await outbox.open(given)", ACCOUNT)
    assert [(item["key"], item["content"]) for item in tab.items()] == [(f"old-note-{job}", {"note": "Old"})]
    wire.mend()
    tab.wake()
    tab.await_states("done")
    assert notes_of(web, job) == ["Old"]
    assert wire.keys == [f"old-note-{job}"]


def test_an_update_keeps_everything_and_tabs_of_before_give_way(device: BrowserContext, tab: Tab) -> None:
    store_first_version(tab, old_items("JOB-1"))
    tab.run("await outbox.open(given)", ACCOUNT)
    updated = tab_in(device)
    updated.open(None)
    updated.run(NEXT, NAME)
    kept = updated.run(
        "const box = new outbox.Box(given); const all = await box.all();"
        "return Promise.all(all.map(async ({id, key, document}) =>"
        "    [key, document && new TextDecoder().decode(await box.documentOf(id))]))",
        ACCOUNT,
    )
    assert kept == [["old-note-JOB-1", None], ["old-invoice-JOB-1", "%PDF"]]
    said = tab.refused("outbox.add", {"kind": "note", "jobId": "JOB-1", "content": {"note": "New"}})
    assert said == "The portal was updated in another tab. Please reload this page."


def test_an_update_that_is_broken_off_leaves_everything_as_it_was(tab: Tab) -> None:
    store_first_version(tab, old_items("JOB-1"))
    breaks = "(database, transaction) => { database.deleteObjectStore('outbox'); transaction.abort(); }"
    opening = f"outbox.database.open(given, [...outbox.database.MIGRATIONS, {breaks}])"
    assert tab.run(f"return {opening}.then(() => 'opened', (error) => error.reason)", NAME) == "broken"
    tab.run("await outbox.open(given)", ACCOUNT)
    assert [item["key"] for item in tab.items()] == ["old-note-JOB-1", "old-invoice-JOB-1"]


def test_a_full_device_says_so_and_keeps_what_it_has(wire: Wire, device: BrowserContext, tab: Tab) -> None:
    devtools = device.new_cdp_session(tab.page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": wire.url, "quotaSize": 1_000_000})
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.note("JOB-1", "Before")
    said = tab.add_large(3_000_000)
    assert said == "This device has no room left for it, so it was not kept. Please free some space and try again."
    assert [item["content"] for item in tab.items()] == [{"note": "Before"}]


FULL = """
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
    window.makeRoom = () => { IDBObjectStore.prototype.put = put; };
"""


def test_a_device_too_full_to_send_goes_on_once_there_is_room(web: Web, wire: Wire, tab: Tab) -> None:
    job = job_for(web)
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.note(job, "Waits for room")
    tab.run(FULL)
    wire.mend()
    tab.wake()
    full = "This device has no room left, so nothing can be sent from it. Please free some space."
    wait_until("the sentence", lambda: tab.trouble() == full, 10)
    assert (tab.states(), wire.keys) == (["waiting"], [])
    tab.run("window.makeRoom()")
    tab.wake()
    tab.await_states("done")
    assert tab.trouble() is None
    assert notes_of(web, job) == ["Waits for room"]


def test_a_browser_that_keeps_nothing_says_so_and_sends_all_the_same(web: Web, wire: Wire, tab: Tab) -> None:
    tab.run("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }")
    tab.run("await outbox.open(given)", ACCOUNT)
    assert (tab.trouble() or "").startswith("This browser keeps nothing for the portal")
    job = job_for(web)
    tab.note(job, "From this page alone")
    tab.await_hold("offline")
    assert tab.run("return outbox.unsent(given)", HARPER) == 1
    wire.mend()
    tab.wake()
    tab.await_states("done")
    assert notes_of(web, job) == ["From this page alone"]


BROKEN = """
    IDBFactory.prototype.open = () => { throw new DOMException("no", "UnknownError"); };
    IDBDatabase.prototype.transaction = () => { throw new DOMException("no", "UnknownError"); };
"""
LOST = "This browser cannot reach what it keeps for the portal just now. Please close the portal and open it again."


def test_store_error_after_reading_does_not_say_nothing_is_kept(tab: Tab) -> None:
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.note("JOB-1", "Kept")
    tab.run(BROKEN)
    given = {"kind": "note", "jobId": "JOB-1", "content": {"note": "Not kept"}}
    assert tab.refused("outbox.add", given) == LOST
    tab.run("await outbox.tryNow()")
    wait_until("the sentence", lambda: tab.trouble() == LOST, 10)


def test_store_error_on_opening_does_not_say_that_nothing_waits(tab: Tab) -> None:
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.note("JOB-1", "Kept")
    tab.open(None)
    tab.run(BROKEN)
    tab.run("await outbox.open(given)", ACCOUNT)
    assert (tab.trouble(), tab.run("return outbox.items.value")) == (LOST, None)


LOSES_ONE = """
    const {transaction} = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function () {
        IDBDatabase.prototype.transaction = transaction;
        throw new DOMException("Connection to Indexed Database server lost.", given);
    };
"""


@pytest.mark.parametrize("error", ["UnknownError", "InvalidStateError"])
def test_a_connection_that_a_phone_has_lost_is_made_anew(tab: Tab, error: str) -> None:
    """As WebKit tells of it."""
    tab.run(LOSES_ONE, error)
    tab.run("await outbox.open(given)", ACCOUNT)
    assert tab.trouble() is None
    tab.run(LOSES_ONE, error)
    tab.note("JOB-1", "Kept")
    tab.open()
    assert [item["content"] for item in tab.items()] == [{"note": "Kept"}]


KEEPS_RUNNING = """
    window.ended = outbox.database.using(given, async (database) => {
        const { store } = database.transaction("outbox", "readwrite");
        for (;;) window.counted = 1 + (await store.count());
    }).catch(({reason}) => reason);
"""
ENDED = "return Promise.race([window.ended, new Promise((end) => setTimeout(end, 5000, 'still running'))])"


def test_a_page_that_is_put_aside_holds_no_transaction_and_starts_anew(device: BrowserContext, tab: Tab) -> None:
    """Told by the event alone: under Playwright, Chromium puts no page aside. In WebKit: `test_cellar.py`."""
    tab.run(KEEPS_RUNNING, NAME)
    wait_until("a transaction", lambda: tab.run("return window.counted"))
    tab.run("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert tab.run(ENDED) == "broken"
    other = tab_in(device)
    other.open()
    other.note("JOB-1", "Kept")
    with tab.page.expect_navigation():
        tab.run("setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})))")


MONTH_AHEAD = """
    const database = await outbox.database.open(given);
    const [item] = await database.getAll("outbox");
    await database.put("outbox", {...item, nextAt: Date.now() + 30 * 24 * 3600_000});
"""


def test_a_clock_that_was_put_back_keeps_nothing_waiting(web: Web, wire: Wire, tab: Tab) -> None:
    job = job_for(web)
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.note(job, "When the clock was wrong")
    tab.await_hold("offline")
    tab.run(MONTH_AHEAD, NAME)
    wire.mend()
    tab.run("await outbox.wake()")
    tab.await_states("done", seconds=10)


def test_data_that_was_cleared_is_missed(tab: Tab) -> None:
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.note("JOB-1", "One")
    tab.note("JOB-1", "Two")
    tab.open()
    assert tab.trouble() is None
    tab.run("await outbox.database.drop(given)", NAME)
    tab.open()
    assert (tab.trouble() or "").startswith("2 things that waited here to be sent are gone: this browser's data was")
    tab.open()
    assert tab.trouble() is None, "it is said once"


def test_signing_out_asks_first_and_leaves_nothing(device: BrowserContext, tab: Tab) -> None:
    tab.run("await outbox.open(given)", ACCOUNT)
    other = tab_in(device)
    other.open({**ACCOUNT, "agency": "harbour", "contractorId": "CON-5001"})
    tab.note("JOB-1", "Unsent")
    other.note("JOB-1", "Unsent elsewhere")
    assert tab.run("return outbox.unsent(given)", HARPER) == 2
    tab.run("await outbox.forget(given)", HARPER)
    for each in (tab, other):
        each.run("await outbox.answers.keep(given, 'jobs', {})", ACCOUNT)
    assert tab.run("return (await indexedDB.databases()).map(({name}) => name)") == []
    assert tab.run("return {...localStorage}") == {}
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.note("JOB-1", "Signed in again")
    assert tab.states() == ["waiting"]


HELD = """
    const opening = indexedDB.open(given);
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


def test_sign_out_database_held_by_a_frozen_tab_ends_and_wipes_it(device: BrowserContext, tab: Tab) -> None:
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.add("invoice", "JOB-1", invoice("JOB-1"), b"%PDF")
    frozen = tab_in(device)
    frozen.open(None)
    frozen.run(HELD, NAME)
    assert frozen.run(LEFT) == 2
    tab.run("await Promise.race([outbox.forget(given), new Promise((_, no) => setTimeout(no, 15_000))])", HARPER)
    assert frozen.run(LEFT) == 0


def test_update_database_held_by_a_frozen_tab_is_told_and_goes_on_after_it(device: BrowserContext, tab: Tab) -> None:
    store_first_version(tab, old_items("JOB-1"))
    frozen = tab_in(device)
    frozen.open(None)
    frozen.run(HELD, NAME)
    tab.run("await outbox.open(given)", ACCOUNT)
    held = "Another tab of the portal is in the way. Please close the other tabs, or restart the browser."
    assert (tab.trouble(), tab.run("return outbox.items.value")) == (held, None)
    frozen.page.close()
    tab.run("outbox.tryNow()")
    wait_until("the outbox", lambda: tab.run("return outbox.items.value && !outbox.trouble.value"))
    assert tab.states() == ["waiting", "waiting"]


def test_who_signs_in_after_somebody_finds_nothing_of_theirs_but_what_they_alone_can_send(tab: Tab) -> None:
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.run("await outbox.answers.keep(given, 'jobs', {})", ACCOUNT)
    tab.note("JOB-1", "Harper's")
    tab.run("await outbox.open(given)", {"email": OBRIEN, "agency": "acme", "contractorId": "CON-1003"})
    assert tab.items() == []
    assert tab.run("return outbox.answers.kept(given, 'jobs')", ACCOUNT) is None
    tab.run("await outbox.open(given)", ACCOUNT)
    assert [item["content"] for item in tab.items()] == [{"note": "Harper's"}]


def test_what_may_have_arrived_a_week_ago_is_not_sent_again_unasked(wire: Wire, tab: Tab) -> None:
    week_ago = int(tab.run("return Date.now() - 7 * 24 * 3600_000"))
    sent = {**old_items("JOB-1")[0], "sentAt": week_ago, "state": "sending"}
    store_first_version(tab, [sent])
    wire.mend()
    tab.run("await outbox.open(given)", ACCOUNT)
    tab.await_states("unknown")
    assert tab.items()[0]["sentence"].startswith("It may have arrived a week ago.")
    assert tab.run("return outbox.words(outbox.items.value[0])") == "May have arrived"
    assert wire.keys == []
