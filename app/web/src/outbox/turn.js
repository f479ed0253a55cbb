// One tab or worker at a time. A tab that a phone has frozen keeps its lock for as long as it is frozen, so who waits for
// a lock asks after a while whether its holder is alive, and goes past one that does not answer.

const PATIENCE_MS = 5_000;
const ANSWER_MS = 3_000;
const channel = new BroadcastChannel("portal-turn");
const held = [];

channel.addEventListener("message", ({ data: { asks } }) => {
  if (held.includes(asks)) channel.postMessage({ holds: asks });
});

/**
 * Run `work` while no other tab runs it under this name. It is given a function that says whether that is still so.
 * Returns what it gives; null where another tab took over, because this one was frozen.
 */
export function alone(name, work) {
  return patiently(name, async (options, begin) => {
    let isOurs = true;
    const begun = () => begin(() => work(() => isOurs));
    try {
      return await navigator.locks.request(name, options, begun);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
      isOurs = false;
      return null;
    }
  });
}

/** Run `work` while no tab changes what this name stands for. Returns what it gives. */
export function beside(name, work) {
  return patiently(name, ({ steal, signal }, begin) =>
    steal ? begin(work) : navigator.locks.request(name, { signal, mode: "shared" }, () => begin(work)),
  );
}

/** Run `work` while no tab is `beside` this name, but for those that take too long. Returns what it gives. */
export async function first(name, work) {
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return holding(name, work);
  };
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, begin);
  } catch (error) {
    if (hasBegun) throw error;
    return work();
  }
}

async function patiently(name, take) {
  let hasBegun = false;
  const begin = (work) => {
    hasBegun = true;
    return holding(name, work);
  };
  for (let steal = false; ; steal = !(await isAlive(name))) {
    try {
      return await take(steal ? { steal } : { signal: AbortSignal.timeout(PATIENCE_MS) }, begin);
    } catch (error) {
      if (hasBegun) throw error; // of the work; else patience has ended
    }
  }
}

async function holding(name, work) {
  held.push(name);
  try {
    return await work();
  } finally {
    held.splice(held.indexOf(name), 1);
  }
}

/** Whether a tab or worker says that it has the lock of this name. */
function isAlive(name) {
  if (held.includes(name)) return true;
  return new Promise((resolve) => {
    const end = (isThere) => {
      clearTimeout(timer);
      channel.removeEventListener("message", hear);
      resolve(isThere);
    };
    const hear = ({ data: { holds } }) => holds === name && end(true);
    const timer = setTimeout(() => end(false), ANSWER_MS);
    channel.addEventListener("message", hear);
    channel.postMessage({ asks: name });
  });
}
