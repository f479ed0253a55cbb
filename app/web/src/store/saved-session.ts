// The last session of this device, with which the app opens without a network, the last request for a sign-in code, and
// the answer to the offer of a passkey.
import { DELETE_MS, guarded, readDatabase, withDatabase, withTimeout } from "./database.ts";

const NAME = "portal";
const MIGRATIONS: Migration[] = [(database) => database.createObjectStore("session")];

/**
 * Save a session. It is not in localStorage, which a killed browser loses. Reject with `StoreError`, within a few
 * seconds.
 */
export const saveSession = (session: SavedSession) => change((database) => database.put("session", session, "last"));

/** Return the saved session, or null. Never reject. */
export const savedSession = () => read("last") as Promise<SavedSession | null>;

/** Delete the saved session: nobody is signed in on this device. Reject with `StoreError`, within a few seconds. */
export const deleteSavedSession = () => change((database) => database.delete("session", "last"));

const change = (work: (database: Database) => Promise<unknown>) => guarded(() => withTimeout(DELETE_MS, withDatabase(NAME, work, MIGRATIONS)));

/**
 * Save the last request for a code, because phones end the browser while the person reads mail. Delete it for null.
 */
export const saveCodeRequest = (request: CodeRequest | null): Promise<unknown> =>
  withDatabase(
    NAME,
    async (database) => (request ? database.put("session", request, "asked") : database.delete("session", "asked")),
    MIGRATIONS,
  );

/** Return the last request for a code, or null. Never reject. */
export const savedCodeRequest = () => read("asked") as Promise<CodeRequest | null>;

/** Save that the offer of a passkey was answered on this device. Never reject. */
export const saveOfferAnswered = () =>
  withDatabase(NAME, (database) => database.put("session", true, "passkey-offer"), MIGRATIONS).catch(() => {});

/** Return whether the offer of a passkey was answered on this device. Never reject. */
export const isOfferAnswered = async () => Boolean(await read("passkey-offer"));

async function read(key: string) {
  try {
    return (await readDatabase(NAME, (database) => database.get("session", key), MIGRATIONS)) ?? null;
  } catch {
    return null;
  }
}
