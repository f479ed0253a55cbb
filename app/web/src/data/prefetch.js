// Reads what the person may open later without a network. The portal asks no agency for it.
import { prefetch } from "./resource.js";
import { TO_INVOICE } from "./jobs.js";

const AFTER_MS = 3_000; // the first screen has its data by then
/** @type {ResourcePath[]} */
const PATHS = ["agency", "jobs", TO_INVOICE, "invoices", "statements/pending", "statements/historical", "contacts", "account"];

/**
 * Read the lists of all accounts, after the first screen.
 *
 * @param {Owner[]} owners
 */
export const prefetchLater = (owners) => setTimeout(() => prefetch(owners, PATHS), AFTER_MS);
