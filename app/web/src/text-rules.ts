// The portal's rules for text that people write (PlainText in app/api/fields.py, notes in app/jobs/schemas.py).

const UNSENDABLE = /\p{Cs}|[^\P{Cc}\r\n]/u; // halves of characters, control characters

/** Return a text as it is sent. */
export const normalise = (text: string) => text.trim().replaceAll("\t", " ");

/**
 * Return what is wrong with a text, or null. `inForm`: the text is sent as a form, which writes a line break as two
 * characters.
 */
export function textProblem(text: string, maxLength: number, { inForm = false }: {inForm?: boolean} = {}) {
  const normalised = inForm ? normalise(text).replace(/\r\n|\r|\n/g, "\r\n") : normalise(text);
  const { length } = [...normalised];
  if (length > maxLength) return `This is ${length - maxLength} too long: it can have ${maxLength.toLocaleString("en-GB")} characters.`;
  return UNSENDABLE.test(normalised) ? "There is a character in this that cannot be sent. Please type it again." : null;
}

/** Return what is wrong with a note, or null. */
export const noteProblem = (note: string, limits: Limits) => (note ? textProblem(note, limits.noteCharacters) : "Please write something first.");

/**
 * Return a text with a phrase at its end, as a new sentence. An ellipsis of the phrase is where the person goes on
 * writing.
 */
export function withPhrase(text: string, phrase: string) {
  const before = text.trimEnd();
  const separator = /[\p{L}\p{N})]$/u.test(before) ? ". " : " ";
  return `${before ? before + separator : ""}${phrase.replace("…", "")}`;
}
