// A limit on what another tab, or a lost file, can keep a browser from ever answering.

/** Settle as `promise` does, but within `ms` milliseconds. Rejects with a `TimeoutError` (a DOMException) after that. */
export async function within(ms, promise) {
  let timer = 0;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`not within ${ms} ms`, "TimeoutError")), ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
