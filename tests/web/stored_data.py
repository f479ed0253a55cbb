"""The data that the web app keeps of a person on a device."""

from playwright.sync_api import Page

STORED = """async (email) => {
    const names = (await indexedDB.databases()).map(({name}) => name).filter((name) => name.endsWith(email));
    const counts = {databases: names.length, answers: 0, outbox: 0, drafts: 0};
    for (const name of names) {
        const database = await new Promise((resolve) => {
            const opening = indexedDB.open(name);
            opening.onupgradeneeded = () => opening.transaction.abort();  // the app has just deleted it
            opening.onsuccess = () => resolve(opening.result);
            opening.onerror = () => resolve(null);
        });
        if (!database) {
            counts.databases -= 1;
            continue;
        }
        const stores = database.transaction(["answers", "outbox", "drafts"]);
        for (const store of ["answers", "outbox", "drafts"]) {
            counts[store] += await new Promise((resolve) => {
                stores.objectStore(store).count().onsuccess = ({target}) => resolve(target.result);
            });
        }
        database.close();
    }
    return counts;
}"""
NOTHING = {"databases": 0, "answers": 0, "outbox": 0, "drafts": 0}
HOLD_STORE = """([end, store]) => new Promise(async (resolve) => {
    let name;
    while (!name) name = (await indexedDB.databases()).map(({name}) => name).find((name) => name.endsWith(end));
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
        const held = opening.result.transaction(store, "readwrite").objectStore(store);
        const keepRunning = () => { held.count().onsuccess = keepRunning; };
        keepRunning();
        resolve();
    };
})"""
"""Code that keeps a transaction of a store running until the tab closes. `end` is the end of the database's name."""
IMPATIENT = """{
    const wait = globalThis.setTimeout;
    globalThis.setTimeout = (work, ms, ...rest) => wait(work, ms / 5, ...rest);
}
undefined;"""
"""Code that shortens the app's time limits, for tests that wait until one of them has passed."""


def stored(page: Page, email: str) -> dict[str, int]:
    """Return the number of databases of this person, and of the rows in them."""
    counts: dict[str, int] = page.evaluate(STORED, email)
    return counts
