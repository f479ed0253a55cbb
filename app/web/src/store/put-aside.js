// A browser puts a page aside whole when one leaves it, to bring it back at once. A transaction that still runs there
// keeps every other page from the database for as long as the page lies there. Chromium and Firefox put no such page
// aside; WebKit does. (https://html.spec.whatwg.org/multipage/document-lifecycle.html#unloading-documents)
const running = new Set();

globalThis.addEventListener("pagehide", ({ persisted }) => {
  if (persisted) for (const transaction of running) abort(transaction);
});

/** Undo the transactions of this database, an IDBDatabase, that still run when the page is put aside. */
export function watch(database) {
  const begin = database.transaction;
  database.transaction = (...given) => {
    const transaction = begin.apply(database, given);
    running.add(transaction);
    for (const end of ["complete", "abort"]) transaction.addEventListener(end, () => running.delete(transaction));
    return transaction;
  };
}

/** Undo a transaction, if it can still be undone. */
export function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // The browser has done so.
  }
}
