import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, hitFields, matching, piecesOf, suggestion, wordsOf } from "../src/data/search.ts";

const JOB = {
  jobId: "JOB-1",
  title: "No hot water",
  reference: "M-2041",
  description: "Boiler shows E119",
  category: "Plumbing",
  property: { address: "133 Albert Road, Wakefield", postcode: "WF1 4PL" },
  reportedBy: { name: "Grace Price", phone: "07700 900145" },
};

/** @param {object} [changes] */
const job = (changes) => ({ job: { ...JOB, ...changes }, account: { name: "acme/CON-1001" } });

/** @param {string} text */
const isMatch = (text) => matching([job()], wordsOf(text)).length === 1;

/** @param {string} text @param {string} words @param {string} field */
const marked = (text, words, field) =>
  piecesOf(text, wordsOf(words), field).map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece)).join("");

test("search finds each field, in any case", () => {
  for (const text of ["HOT", "m-2041", "e119", "plumb", "albert", "wf1", "grace", "900145"]) assert.ok(isMatch(text), text);
});

test("search ignores blanks and dashes in codes", () => {
  for (const text of ["M2041", "m‑2041", "wf14pl", "07700-900145", "07700900145"]) assert.ok(isMatch(text), text);
  assert.ok(!isMatch("nohot"), "but not in texts");
});

test("search needs every word, in any field", () => {
  assert.ok(isMatch("grace wakefield m2041"));
  assert.ok(!isMatch("grace leeds"));
  assert.ok(!isMatch("m204199"), "a code does not reach into the next");
});

test("search marks what it has found", () => {
  assert.equal(marked("Grace Price", "grace", "name"), "[Grace] Price");
  assert.equal(marked("M-2041", "m2041", "reference"), "[M-2041]");
  assert.equal(marked("07700 900145", "0090", "phone"), "077[00 90]0145");
  assert.equal(marked("Hot, hot water", "hot", "title"), "[Hot], [hot] water");
  assert.equal(marked("İzmir Road North", "road", "address"), "İzmir Road North", "its lower case is longer");
});

test("search names the fields that were hit, each word once", () => {
  const fields = fieldsOf(JOB);
  assert.deepEqual([...hitFields(fields, ["grace"])], ["name"]);
  assert.deepEqual([...hitFields(fields, ["water", "wf14pl"])], ["title", "postcode"]);
});

test("search that finds nothing suggests the nearest word", () => {
  const jobs = [job(), job({ reportedBy: { name: "Graham Poole" } })];
  assert.deepEqual(suggestion(jobs, ["grase"]), { text: "grace", near: "Grace Price" });
  assert.deepEqual(suggestion(jobs, ["grase", "wakefield"]), { text: "grace wakefield", near: "Grace Price" });
  assert.equal(suggestion([...jobs, job({ title: "Grate loose" })], ["grase"])?.text, "grace", "the first of those that are as near");
  assert.equal(suggestion(jobs, ["xylophone"]), null);
  assert.equal(suggestion(jobs, ["ab"]), null, "short words resemble everything");
});
