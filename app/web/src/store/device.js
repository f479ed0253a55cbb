// What the device itself remembers: who was signed in last, so that the app opens without a network.
import { DELETE_MS, guarded, reading, using } from "./database.js";
import { within } from "./within.js";

const NAME = "portal";
const MIGRATIONS = [(database) => database.createObjectStore("session")];

/** Remember a session as the API has it. Not in localStorage, which a killed browser loses. */
export const remember = (session) => using(NAME, (database) => database.put("session", session, "last"), MIGRATIONS);

/** The session remembered, or null. Never rejects. */
export async function remembered() {
  try {
    return (await reading(NAME, (database) => database.get("session", "last"), MIGRATIONS)) ?? null;
  } catch {
    return null;
  }
}

/** Forget it: nobody is signed in on this device. Rejects with `StoreError`, within a few seconds. */
export const forgetSession = () =>
  guarded(() => within(DELETE_MS, using(NAME, (database) => database.delete("session", "last"), MIGRATIONS)));

/** Remember that a code was asked for, as {email, at} (milliseconds): phones end the browser while its owner reads mail. */
export const rememberAsked = (asked) =>
  using(NAME, (database) => (asked ? database.put("session", asked, "asked") : database.delete("session", "asked")), MIGRATIONS);

/** For which address a code was asked for last, and when, or null. Never rejects. */
export async function lastAsked() {
  try {
    return (await reading(NAME, (database) => database.get("session", "asked"), MIGRATIONS)) ?? null;
  } catch {
    return null;
  }
}
