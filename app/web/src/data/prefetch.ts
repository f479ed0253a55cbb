// Reads what the person may open later without a network. The portal asks no agency for it.
import { prefetch } from "./resource.ts";
import { TO_INVOICE } from "./jobs.ts";

const AFTER_MS = 3_000; // the first screen has its data by then
const PATHS: ResourcePath[] = ["agency", "jobs", TO_INVOICE, "invoices", "statements/pending", "statements/historical", "contacts", "account"];

/** Read the lists of all accounts, after the first screen. */
export const prefetchLater = (owners: Owner[]) => setTimeout(() => prefetch(owners, PATHS), AFTER_MS);
