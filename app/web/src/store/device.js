// What the device itself remembers: who was signed in last, so that the app opens without a network.
import { guarded, open } from "./database.js";

const NAME = "portal";
const MIGRATIONS = [(database) => database.createObjectStore("session")];

/** Remember a session as the API has it. Not in localStorage, which a killed browser loses. */
export const remember = (session) => guarded(async () => (await open(NAME, MIGRATIONS)).put("session", session, "last"));

/** The session remembered, or null. Never rejects. */
export async function remembered() {
  try {
    return (await (await open(NAME, MIGRATIONS)).get("session", "last")) ?? null;
  } catch {
    return null;
  }
}

/** Forget it: nobody is signed in on this device. */
export const forgetSession = () => guarded(async () => (await open(NAME, MIGRATIONS)).delete("session", "last"));
