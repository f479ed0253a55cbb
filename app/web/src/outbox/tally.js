// How much waits in each box, noted outside of its database: so that one can be told if a browser cleared that.

const key = (name) => `outbox ${name}`;

/** Note that so much waits in the box of this name. */
export function keep(name, number) {
  try {
    if (number) localStorage.setItem(key(name), String(number));
    else localStorage.removeItem(key(name));
  } catch {
    // Where nothing can be kept, nothing can be told later either.
  }
}

/** How much was noted last. */
export function of(name) {
  try {
    return Number(localStorage.getItem(key(name)) ?? 0);
  } catch {
    return 0;
  }
}

/** Note nothing any more. */
export const forget = (name) => keep(name, 0);
