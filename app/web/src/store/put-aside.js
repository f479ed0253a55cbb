// A browser may put a page aside whole when one leaves it, to bring it back at once (the back/forward cache). In WebKit, a
// transaction that still runs there keeps every other page from the database for as long as the page lies there. So it is
// undone, and the page starts anew if it is brought back.
// https://html.spec.whatwg.org/multipage/document-lifecycle.html#unloading-documents says when.
import { unwrap, wrap } from "idb";

const running = new Set();
let isUndone = false;

globalThis.addEventListener("pagehide", ({ persisted }) => {
  if (!persisted) return;
  isUndone = running.size > 0;
  for (const transaction of running) abort(transaction);
});

globalThis.addEventListener("pageshow", ({ persisted }) => {
  if (persisted && isUndone) location.reload();
});

/** Undo the transactions of this open database that still run when the page is put aside. */
export function watch(database) {
  const plain = unwrap(database);
  plain.transaction = (...given) => {
    const transaction = IDBDatabase.prototype.transaction.apply(plain, given);
    watchTransaction(transaction);
    return transaction;
  };
}

/** Undo this transaction if it still runs when the page is put aside. */
export function watchTransaction(transaction) {
  const plain = unwrap(transaction) ?? transaction;
  running.add(plain);
  for (const end of ["complete", "abort"]) plain.addEventListener(end, () => running.delete(plain));
  wrap(plain).done.catch(() => {}); // its requests say so, too
}

/** Undo a transaction, if it can still be undone. */
export function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // The browser has done so, or it has all it needs to be kept.
  }
}
