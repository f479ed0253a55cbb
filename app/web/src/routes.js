// The screens by their address, the same as SCREENS in ../views.py. The router and the service worker read this.

const ID = "([A-Za-z0-9_-]{1,64})";

export const IS_ID = new RegExp(`^${ID}$`);

export const SCREENS = {
  "/": "jobs",
  "/jobs": "jobs",
  [`/jobs/${ID}`]: "job",
  [`/jobs/${ID}/invoice`]: "invoice",
  "/invoice": "statement",
  "/money": "money",
  "/contacts": "contacts",
  "/account": "account",
  "/outbox": "outbox",
};

const PATTERNS = Object.entries(SCREENS).map(([path, screen]) => [new RegExp(`^${path}$`), screen]);

/** The screen at a path as {screen, id}, id being that of the job where there is one; null where no screen is. */
export function screenAt(path) {
  for (const [pattern, screen] of PATTERNS) {
    const found = pattern.exec(path);
    if (found) return { screen, id: found[1] ?? null };
  }
  return null;
}
