// The portal's rules for text that people write (PlainText in app/api/fields.py, notes in app/jobs/schemas.py).

const UNSENDABLE = /\p{Cs}|[^\P{Cc}\r\n]/u; // halves of characters, control characters

/**
 * Return a text as it is sent.
 *
 * @param {string} text
 */
export const normalise = (text) => text.trim().replaceAll("\t", " ");

/**
 * Return what is wrong with a text, or null. `inForm`: the text is sent as a form, which writes a line break as two
 * characters.
 *
 * @param {string} text
 * @param {number} maxLength
 * @param {{inForm?: boolean}} [options]
 */
export function textProblem(text, maxLength, { inForm = false } = {}) {
  const normalised = inForm ? normalise(text).replace(/\r\n|\r|\n/g, "\r\n") : normalise(text);
  const { length } = [...normalised];
  if (length > maxLength) return `This is ${length - maxLength} too long: it can have ${maxLength.toLocaleString("en-GB")} characters.`;
  return UNSENDABLE.test(normalised) ? "There is a character in this that cannot be sent. Please type it again." : null;
}

/**
 * Return what is wrong with a note, or null.
 *
 * @param {string} note
 * @param {Limits} limits
 */
export const noteProblem = (note, limits) => (note ? textProblem(note, limits.noteCharacters) : "Please write something first.");
