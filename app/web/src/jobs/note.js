// What a note has to be: the portal's own rule (app/jobs/schemas.py), wherever one is written or changed.
import { wrongText } from "../text.js";

/** Characters. */
export const LONGEST = 4_000;

/** What is wrong with a note, or null. */
export const wrongNote = (note) => (note ? wrongText(note, LONGEST) : "Please write something first.");
