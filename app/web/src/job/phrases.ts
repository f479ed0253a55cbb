// Quick phrases for a note. Nothing here uses the network.

/**
 * Return a text with a phrase at its end, as a new sentence. An ellipsis of the phrase is where the person goes on
 * writing.
 */
export function withPhrase(text: string, phrase: string) {
  const before = text.trimEnd();
  const separator = /[\p{L}\p{N})]$/u.test(before) ? ". " : " ";
  return `${before ? before + separator : ""}${phrase.replace("…", "")}`;
}
