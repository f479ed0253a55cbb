// The screens by their path, the same as SCREENS in ../views.py. The router and the service worker read this table.

const ID = "([A-Za-z0-9_-]{1,64})";

export const ID_PATTERN = new RegExp(`^${ID}$`);

export const SCREENS = {
  "/": "jobs",
  "/jobs": "jobs",
  [`/jobs/${ID}`]: "job",
  [`/jobs/${ID}/invoice`]: "invoice",
  "/invoice": "statement",
  "/money": "money",
  "/contacts": "contacts",
  "/account": "account",
  "/account/devices": "devices",
  "/outbox": "outbox",
};

const PATTERNS = Object.entries(SCREENS).map(([path, screen]) => /** @type {const} */ ([new RegExp(`^${path}$`), screen]));

/**
 * Return the screen at a path and the id of its job, if any. Return null if the path has no screen.
 *
 * @param {string} path
 */
export function screenAt(path) {
  for (const [pattern, screen] of PATTERNS) {
    const match = pattern.exec(path);
    if (match) return { screen, id: match[1] ?? null };
  }
  return null;
}
