// The search among jobs, by the rules of the API (app/jobs/search.py): every word must occur in a field, in any case. Blanks and
// dashes in references, postcodes and telephone numbers do not count. Nothing here uses the network, the clock or a database.

export type Field = "title" | "address" | "reference" | "postcode" | "name" | "phone" | "category" | "description";
export type Fields = Partial<Record<Field, string>>;
/** A part of a text; `isHit`: the person has searched for it. */
export type Piece = {text: string, isHit: boolean};

const CODES = ["reference", "postcode", "phone"] as Field[];
/** The fields whose words the search offers if it finds nothing. */
const SUGGESTED = ["title", "address", "name", "category", "reference"] as Field[];
const BLANK_OR_DASH = /[\s\-\u2010-\u2015]/;
const BLANKS_AND_DASHES = new RegExp(`${BLANK_OR_DASH.source}+`, "g");
const MIN_SUGGESTED = 3;
const LONG_WORD = 5;

const bare = (text: string) => text.replace(BLANKS_AND_DASHES, "");

/** Return the words of a search. */
export const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Return what the search looks for in a job. */
export function fieldsOf({ title, description, reference, category, property, reportedBy }: Job): Fields {
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

const haystacks: WeakMap<Job, {text: string, codes: string}> = new WeakMap();

function haystackOf(job: Job) {
  const known = haystacks.get(job);
  if (known) return known;
  const entries = Object.entries(fieldsOf(job)) as [Field, string][];
  const texts = entries.filter(([field]) => !CODES.includes(field)).map(([, text]) => text.toLowerCase());
  const codes = entries.filter(([field]) => CODES.includes(field)).map(([, text]) => bare(text.toLowerCase()));
  const haystack = { text: texts.join("\n"), codes: codes.join("\n") };
  haystacks.set(job, haystack);
  return haystack;
}

/** Return the jobs in which all words occur. */
export function matching(jobs: AccountJob[], words: string[]) {
  const pairs = words.map((word) => ({ word, code: bare(word) }));
  return jobs.filter(({ job }) => {
    const { text, codes } = haystackOf(job);
    return pairs.every(({ word, code }) => text.includes(word) || codes.includes(code));
  });
}

/**
 * Return the fields in which the words occur, without those that add nothing: a field counts if a word occurs in no
 * earlier field.
 */
export function hitFields(fields: Fields, words: string[]) {
  const hits = new Set();
  for (const word of words) {
    const entries = Object.entries(fields) as [Field, string][];
    const hit = entries.find(([field, text]) => piecesOf(text, [word], field).some(({ isHit }) => isHit));
    if (hit) hits.add(hit[0]);
  }
  return hits as Set<Field>;
}

/** Return a text in pieces, so that the hits of the words can be marked. */
export function piecesOf(text: string, words: string[], field: Field): Piece[] {
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

/** `isHit`: for each place in the text. */
function inPieces(text: string, isHit: boolean[]) {
  const pieces: Piece[] = [];
  for (const [at, hit] of isHit.entries()) {
    const last = pieces.at(-1);
    if (last?.isHit === hit) last.text += text[at];
    else pieces.push({ text: text[at], isHit: hit });
  }
  return pieces;
}

/**
 * Return a search that finds something, in place of one that finds nothing: each word that no job has is replaced by
 * the nearest word. `near`: the text that has this word. Return null if no word is near.
 */
export function suggestion(jobs: AccountJob[], words: string[]) {
  const vocabulary = vocabularyOf(jobs);
  let near = "";
  const better = words.map((word) => {
    if (matching(jobs, [word]).length) return word;
    const nearest = nearestWord(vocabulary, word);
    near ||= nearest?.text ?? "";
    return nearest?.word;
  });
  if (!near || better.includes(undefined) || !matching(jobs, better as string[]).length) return null;
  return { text: better.join(" "), near };
}

/** Return the words of all jobs, each with a text that has it. */
function vocabularyOf(jobs: AccountJob[]) {
  const vocabulary: Map<string, string> = new Map();
  for (const { job } of jobs) {
    const fields = fieldsOf(job);
    for (const text of SUGGESTED.map((field) => fields[field] ?? "")) {
      for (const word of text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []) if (!vocabulary.has(word)) vocabulary.set(word, text);
    }
  }
  return vocabulary;
}

function nearestWord(vocabulary: Map<string, string>, word: string) {
  if (word.length < MIN_SUGGESTED) return null;
  let most = word.length < LONG_WORD ? 1 : 2;
  let nearest = null as {word: string, text: string} | null;
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
 */
function changesBetween(first: string, second: string) {
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
