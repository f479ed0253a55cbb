// Texts that people write, as the portal takes them (PlainText in app/api/fields.py).

const UNSENDABLE = /\p{Cs}|[^\P{Cc}\r\n]/u; // halves of characters, control characters

/** Text as it is sent. */
export const plain = (text) => text.trim().replaceAll("\t", " ");

/** What is wrong with a text, or null. `inForm`: it goes with a document, and forms write a line break as two characters. */
export function wrongText(text, longest, { inForm = false } = {}) {
  const sent = inForm ? plain(text).replace(/\r\n|\r|\n/g, "\r\n") : plain(text);
  const { length } = [...sent];
  if (length > longest) return `This is ${length - longest} too long: it can have ${longest.toLocaleString("en-GB")} characters.`;
  return UNSENDABLE.test(sent) ? "There is a character in this that cannot be sent. Please type it again." : null;
}
