// Aborts transactions when the browser freezes the page. Browsers keep a page that the person leaves, to show it again at
// once (the back/forward cache). In WebKit, a transaction that runs in such a page blocks the database for every other
// page. If a transaction was aborted, the page reloads when the browser shows it again.
// https://html.spec.whatwg.org/multipage/document-lifecycle.html#unloading-documents says when that happens.
import { unwrap, wrap } from "idb";

const running: Set<IDBTransaction> = new Set();
let hasAborted = false;

globalThis.addEventListener("pagehide", ({ persisted }) => {
  if (!persisted) return;
  hasAborted = running.size > 0;
  for (const transaction of running) abort(transaction);
});

globalThis.addEventListener("pageshow", ({ persisted }) => {
  if (persisted && hasAborted) location.reload();
});

/** Abort the transactions of this open database that still run when the browser freezes the page. */
export function watchDatabase(database: Database) {
  const plain = unwrap(database);
  plain.transaction = (...parameters) => {
    const transaction = IDBDatabase.prototype.transaction.apply(plain, parameters);
    watchTransaction(transaction);
    return transaction;
  };
}

/** Abort this transaction if it still runs when the browser freezes the page. */
export function watchTransaction(transaction: IDBTransaction | UpgradeTransaction) {
  const plain = unwrap(transaction as UpgradeTransaction) ?? (transaction as IDBTransaction);
  running.add(plain);
  for (const type of ["complete", "abort"]) plain.addEventListener(type, () => running.delete(plain));
  wrap(plain).done.catch(() => {}); // its requests report the error, too
}

/** Abort a transaction if that is still possible. */
export function abort(transaction: {abort(): void}) {
  try {
    transaction.abort();
  } catch {
    // The browser has aborted or committed it.
  }
}
