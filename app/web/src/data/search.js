// The search among jobs, by the rules of the API (app/jobs/search.py): every word must occur in a field, in any case. Blanks and
// dashes in references, postcodes and telephone numbers do not count. Nothing here uses the network, the clock or a database.

/** @typedef {"title" | "address" | "reference" | "postcode" | "name" | "phone" | "category" | "description"} Field */
/** @typedef {Partial<Record<Field, string>>} Fields */
/** A part of a text; `isHit`: the person has searched for it. @typedef {{text: string, isHit: boolean}} Piece */

const CODES = /** @type {Field[]} */ (["reference", "postcode", "phone"]);
/** The fields whose words the search offers if it finds nothing. */
const SUGGESTED = /** @type {Field[]} */ (["title", "address", "name", "category", "reference"]);
const BLANK_OR_DASH = /[\s\-\u2010-\u2015]/;
const BLANKS_AND_DASHES = new RegExp(`${BLANK_OR_DASH.source}+`, "g");
const MIN_SUGGESTED = 3;
const LONG_WORD = 5;

/** @param {string} text */
const bare = (text) => text.replace(BLANKS_AND_DASHES, "");

/**
 * Return the words of a search.
 *
 * @param {string} text
 */
export const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

/**
 * Return what the search looks for in a job.
 *
 * @param {Job} job
 * @returns {Fields}
 */
export function fieldsOf({ title, description, reference, category, property, reportedBy }) {
  const fields = {
    title,
    address: property?.address,
    reference,
    postcode: property?.postcode,
    name: reportedBy?.name,
    phone: reportedBy?.phone,
    category,
    description,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

/** @type {WeakMap<Job, {text: string, codes: string}>} */
const haystacks = new WeakMap();

/** @param {Job} job */
function haystackOf(job) {
  const known = haystacks.get(job);
  if (known) return known;
  const entries = /** @type {[Field, string][]} */ (Object.entries(fieldsOf(job)));
  const texts = entries.filter(([field]) => !CODES.includes(field)).map(([, text]) => text.toLowerCase());
  const codes = entries.filter(([field]) => CODES.includes(field)).map(([, text]) => bare(text.toLowerCase()));
  const haystack = { text: texts.join("\n"), codes: codes.join("\n") };
  haystacks.set(job, haystack);
  return haystack;
}

/**
 * Return the jobs in which all words occur.
 *
 * @param {AccountJob[]} jobs
 * @param {string[]} words
 */
export function matching(jobs, words) {
  const pairs = words.map((word) => ({ word, code: bare(word) }));
  return jobs.filter(({ job }) => {
    const { text, codes } = haystackOf(job);
    return pairs.every(({ word, code }) => text.includes(word) || codes.includes(code));
  });
}

/**
 * Return the fields in which the words occur, without those that add nothing: a field counts if a word occurs in no earlier field.
 *
 * @param {Fields} fields
 * @param {string[]} words
 */
export function hitFields(fields, words) {
  const hits = new Set();
  for (const word of words) {
    const entries = /** @type {[Field, string][]} */ (Object.entries(fields));
    const hit = entries.find(([field, text]) => piecesOf(text, [word], field).some(({ isHit }) => isHit));
    if (hit) hits.add(hit[0]);
  }
  return /** @type {Set<Field>} */ (hits);
}

/**
 * Return a text in pieces, so that the hits of the words can be marked.
 *
 * @param {string} text
 * @param {string[]} words
 * @param {Field} field
 * @returns {Piece[]}
 */
export function piecesOf(text, words, field) {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [{ text, isHit: false }]; // a letter has another length in lower case
  const isCode = CODES.includes(field);
  const places = Array.from({ length: text.length }, (_, at) => at).filter((at) => !isCode || !BLANK_OR_DASH.test(text[at]));
  const searched = places.map((at) => lower[at]).join("");
  const isHit = new Array(text.length).fill(false);
  for (const word of words.map((each) => (isCode ? bare(each) : each)).filter(Boolean)) {
    for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + word.length)) {
      isHit.fill(true, places[at], places[at + word.length - 1] + 1);
    }
  }
  return inPieces(text, isHit);
}

/**
 * @param {string} text
 * @param {boolean[]} isHit for each place in the text
 */
function inPieces(text, isHit) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const [at, hit] of isHit.entries()) {
    const last = pieces.at(-1);
    if (last?.isHit === hit) last.text += text[at];
    else pieces.push({ text: text[at], isHit: hit });
  }
  return pieces;
}

/**
 * Return a search that finds something, in place of one that finds nothing: each word that no job has is replaced by the nearest
 * word. `near`: the text that has this word. Return null if no word is near.
 *
 * @param {AccountJob[]} jobs
 * @param {string[]} words
 */
export function suggestion(jobs, words) {
  const vocabulary = vocabularyOf(jobs);
  let near = "";
  const better = words.map((word) => {
    if (matching(jobs, [word]).length) return word;
    const nearest = nearestWord(vocabulary, word);
    near ||= nearest?.text ?? "";
    return nearest?.word;
  });
  if (!near || better.includes(undefined) || !matching(jobs, /** @type {string[]} */ (better)).length) return null;
  return { text: better.join(" "), near };
}

/**
 * Return the words of all jobs, each with a text that has it.
 *
 * @param {AccountJob[]} jobs
 */
function vocabularyOf(jobs) {
  /** @type {Map<string, string>} */
  const vocabulary = new Map();
  for (const { job } of jobs) {
    const fields = fieldsOf(job);
    for (const text of SUGGESTED.map((field) => fields[field] ?? "")) {
      for (const word of text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []) if (!vocabulary.has(word)) vocabulary.set(word, text);
    }
  }
  return vocabulary;
}

/**
 * @param {Map<string, string>} vocabulary
 * @param {string} word
 */
function nearestWord(vocabulary, word) {
  if (word.length < MIN_SUGGESTED) return null;
  let most = word.length < LONG_WORD ? 1 : 2;
  let nearest = /** @type {{word: string, text: string} | null} */ (null);
  for (const [known, text] of vocabulary) {
    const changes = Math.abs(known.length - word.length) > most ? Infinity : changesBetween(word, known);
    if (changes > most) continue;
    nearest = { word: known, text };
    most = changes - 1; // only a nearer word replaces it
  }
  return nearest;
}

/**
 * Return how many letters have to be added, removed or replaced to make a word of another (the Levenshtein distance).
 *
 * @param {string} first
 * @param {string} second
 */
function changesBetween(first, second) {
  let row = Array.from({ length: second.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...first].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= second.length; at++) {
      next.push(Math.min(row[at] + 1, next[at - 1] + 1, row[at - 1] + Number(letter !== second[at - 1])));
    }
    row = next;
  }
  return row[second.length];
}
