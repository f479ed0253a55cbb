// Locks between the tabs and the service worker. A tab that a phone has frozen keeps its lock while it is frozen. A tab
// that waits for a lock therefore asks after a while whether the holder is alive, and steals the lock if nobody answers.

const WAIT_MS = 5_000;
const ANSWER_MS = 3_000;
const channel = new BroadcastChannel("portal-turn");
const heldNames: string[] = [];

channel.addEventListener("message", ({ data: { asks } }) => {
  if (heldNames.includes(asks)) channel.postMessage({ holds: asks });
});

/**
 * Run `work` while no other tab runs it under this name. `work` gets a function that tells whether this tab still has
 * the lock. Return the result of `work`, or null if another tab stole the lock because this tab was frozen.
 */
export function withExclusiveLock<Result>(name: string, work: (hasLock: () => boolean) => Promise<Result | null>): Promise<Result | null> {
  return acquire(name, async (options, run) => {
    let hasLock = true;
    const runWork = () => run(() => work(() => hasLock));
    try {
      return await navigator.locks.request(name, options, runWork);
    } catch (error) {
      if ((error as Error).name !== "AbortError") throw error;
      hasLock = false;
      return null;
    }
  });
}

/** Run `work` while no tab has the exclusive lock of this name. Return the result of `work`. */
export function withSharedLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return acquire(name, async ({ steal, signal }, run) =>
    steal ? run(work) : navigator.locks.request(name, { signal, mode: "shared" }, () => run(work)),
  );
}

/**
 * Run `work` while no tab has the shared lock of this name, but wait for such tabs only for a while. Return the result
 * of `work`.
 */
export async function withLockOrTimeout<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  let hasBegun = false;
  const runWork = () => {
    hasBegun = true;
    return holding(name, work);
  };
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(WAIT_MS) }, runWork);
  } catch (error) {
    if (hasBegun) throw error;
    return work();
  }
}

/** Request a lock until its holder releases it or does not answer. */
async function acquire<Result>(name: string, request: (options: {steal?: boolean, signal?: AbortSignal}, run: <Value>(work: () => Promise<Value>) => Promise<Value>) => Promise<Result>) {
  let hasBegun = false;
  const run = <Value>(work: () => Promise<Value>) => {
    hasBegun = true;
    return holding(name, work);
  };
  for (let steal = false; ; steal = !(await isHolderAlive(name))) {
    try {
      return await request(steal ? { steal } : { signal: AbortSignal.timeout(WAIT_MS) }, run);
    } catch (error) {
      if (hasBegun) throw error; // by `work`; any other error is the time-out
    }
  }
}

async function holding<Result>(name: string, work: () => Promise<Result>) {
  heldNames.push(name);
  try {
    return await work();
  } finally {
    heldNames.splice(heldNames.indexOf(name), 1);
  }
}

/** Return whether a tab or worker answers that it has the lock of this name. */
function isHolderAlive(name: string): boolean | Promise<boolean> {
  if (heldNames.includes(name)) return true;
  return new Promise((resolve) => {
    const finish = (isAlive: boolean) => {
      clearTimeout(timer);
      channel.removeEventListener("message", listener);
      resolve(isAlive);
    };
    const listener = ({ data: { holds } }: MessageEvent) => holds === name && finish(true);
    const timer = setTimeout(() => finish(false), ANSWER_MS);
    channel.addEventListener("message", listener);
    channel.postMessage({ asks: name });
  });
}
