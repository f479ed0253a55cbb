// The screens by their path, the same as SCREENS in ../views.py. The router and the service worker read this table.

const ID = "([A-Za-z0-9_-]{1,64})";

export const ID_PATTERN = new RegExp(`^${ID}$`);

export const SCREENS = {
  "/": "today",
  "/jobs": "jobs",
  "/search": "search",
  [`/jobs/${ID}`]: "job",
  [`/jobs/${ID}/print`]: "print",
  [`/jobs/${ID}/invoice`]: "invoice",
  "/invoice": "statement",
  [`/sent/${ID}`]: "sent",
  "/money": "money",
  [`/money/invoices/${ID}`]: "money-invoice",
  [`/money/statements/${ID}`]: "money-statement",
  "/outbox": "outbox",
  [`/outbox/${ID}`]: "item",
  "/contacts": "contacts",
  "/account": "account",
  "/account/devices": "devices",
  "/account/passkeys": "passkeys",
  "/install": "install",
  "/accessibility": "accessibility",
};

/** The screens that show the data of one agency: their address names the account. Other screens show all accounts. */
const OF_ONE_AGENCY = [
  "job",
  "print",
  "invoice",
  "statement",
  "sent",
  "money-invoice",
  "money-statement",
  "item",
  "contacts",
];

/** The places of the navigation. */
export const PLACES = ["today", "jobs", "money", "outbox"] as const;

export type PlaceName = typeof PLACES[number];

const PATTERNS = Object.entries(SCREENS).map(([path, screen]) => [new RegExp(`^${path}$`), screen] as const);

/** Return the screen at a path and the id in it, if any. Return null if the path has no screen. */
export function screenAt(path: string) {
  for (const [pattern, screen] of PATTERNS) {
    const match = pattern.exec(path);
    if (match) return { screen, id: match[1] ?? null };
  }
  return null;
}

/** Return whether a screen shows the data of one agency. */
export const isOfOneAgency = (screen: string) => OF_ONE_AGENCY.includes(screen);

/** Return whether a screen is a place. */
export const isPlace = (screen: string): screen is PlaceName => PLACES.some((place) => place === screen);
