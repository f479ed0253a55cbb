// The page of a job: its stage, its actions, its invoices and its timeline.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actionsOf, stageOf, isInvoiced } from "../src/job/rules.ts";
import { invoiceState } from "../src/jobs/outcome.ts";
import { timelineOf } from "../src/job/timeline.ts";
import { withPhrase } from "../src/text-rules.ts";

const OFFERS = ["jobs.complete", "notes.add", "invoices.submit"];
const NOTHING = { invoices: [], statements: [] };
const CONTENT = { amount: 144, invoiceNumber: "H-1043", invoiceDate: "2026-11-26", description: "New valve" };

const job = (changes = {}) => ({ jobId: "JOB-7", completed: false, completedAt: null, notes: [], invoicing: null, ...changes });
const item = (kind, changes = {}) => ({
  id: 1,
  kind,
  jobId: "JOB-7",
  state: "waiting",
  addedAt: Date.parse("2026-11-26T11:52:00Z"),
  content: { note: { note: "Fitted" }, completion: { completed: true }, invoice: CONTENT }[kind],
  ...changes,
});
const invoice = (changes = {}) => ({ invoiceId: "IN-1", jobId: "JOB-7", status: "submitted", ...CONTENT, ...changes });
const actions = (changes) => actionsOf({ stage: "open", offers: OFFERS, isInvoiced: false, canCall: true, ...changes });

const STAGES = [
  ["an open job", job(), false, null, "open"],
  ["a completed job", job({ completed: true }), false, null, "done"],
  ["a cancelled job", job(), true, null, "cancelled"],
  ["a job that is done on this phone", job(), false, item("completion"), "done"],
  ["a job that is reopened on this phone", job({ completed: true }), false, item("completion", { content: { completed: false } }), "open"],
  ["a job whose completion was refused", job(), true, item("completion", { state: "refused" }), "cancelled"],
];

for (const [name, ...facts] of STAGES) {
  const stage = facts.pop();
  test(`${name} is ${stage}`, () => assert.equal(stageOf(...facts), stage));
}

const BARS = [
  ["open", {}, ["note", "invoice", "more", "done"], "done"],
  ["open and invoiced", { isInvoiced: true }, ["note", "more", "done"], "done"],
  ["done", { stage: "done" }, ["note", "more", "invoice"], "invoice"],
  ["done and invoiced", { stage: "done", isInvoiced: true }, ["note", "more"], null],
  ["cancelled", { stage: "cancelled" }, ["note", "call"], null],
  ["cancelled, without a number", { stage: "cancelled", canCall: false }, ["note"], null],
  ["open, of an agency that offers nothing", { offers: [] }, ["more"], null],
  ["open, of an agency without completions", { offers: ["notes.add", "invoices.submit"] }, ["note", "invoice", "more"], null],
];

for (const [name, facts, names, primary] of BARS) {
  test(`the bar of a job that is ${name}`, () => assert.deepEqual(actions(facts), { names, primary }));
}

const INVOICED = [
  ["none", [], NOTHING, false],
  ["an invoice", [], { ...NOTHING, invoices: [invoice()] }, true],
  ["an invoice that is being checked", [], { ...NOTHING, invoices: [invoice({ status: "unconfirmed" })] }, true],
  ["a rejected invoice", [], { ...NOTHING, invoices: [invoice({ status: "rejected" })] }, false],
  ["a rejected invoice and a new one", [], { ...NOTHING, invoices: [invoice({ status: "rejected" }), invoice({ invoiceId: "IN-2" })] }, true],
  ["a statement", [], { ...NOTHING, statements: [{ statementId: "ST-1" }] }, true],
  ["an invoice on this phone", [item("invoice")], NOTHING, true],
  ["an invoice that has arrived and is not in the list yet", [item("invoice", { state: "done", result: { invoiceId: "IN-1" } })], NOTHING, true],
  ["a refused invoice", [item("invoice", { state: "refused" })], NOTHING, false],
  [
    "an invoice that has arrived and was rejected since",
    [item("invoice", { state: "done", result: { invoiceId: "IN-1" } })],
    { ...NOTHING, invoices: [invoice({ status: "rejected" })] },
    false,
  ],
  ["a note", [item("note")], NOTHING, false],
];

for (const [name, items, payments, expected] of INVOICED) {
  test(`a job with ${name} ${expected ? "needs no" : "needs an"} invoice`, () => assert.equal(isInvoiced(job(), items, payments), expected));
}

test("a job that the person has marked needs no invoice", () => {
  assert.equal(isInvoiced(job({ invoicing: { state: "no-charge", at: "2026-11-26T10:00:00Z" } }), [], NOTHING), true);
});

const kinds = (entries) => entries.map(({ kind, item: own }) => own?.kind ?? kind);

test("the timeline is newest first, and entries without a time are last", () => {
  const facts = job({
    reportedAt: "2026-11-24T08:12:00Z",
    reportedBy: { name: "Grace Price" },
    completedAt: "2026-11-26T12:00:00Z",
    notes: [
      { noteId: "N-0", note: "Undated", author: "Sian", createdAt: null },
      { noteId: "N-1", note: "Go ahead", author: "Dafydd", createdAt: "2026-11-25T09:04:00Z" },
    ],
  });
  const entries = timelineOf({ job: facts, items: [item("invoice")], invoices: [], ownName: "Harper" });
  assert.deepEqual(kinds(entries), ["done", "invoice", "note", "reported", "note"]);
});

test("own notes are told by their author", () => {
  const notes = ["Harper", "Sian", null].map((author, index) => ({ noteId: `N-${index}`, note: "x", author, createdAt: null }));
  const entries = timelineOf({ job: job({ notes }), items: [], invoices: [], ownName: "Harper" });
  assert.deepEqual(entries.map(({ isOwn }) => isOwn), [true, false, false]);
});

test("an item that has arrived is shown once", () => {
  const notes = [{ noteId: "N-1", note: "Fitted", author: "Harper", createdAt: "2026-11-26T11:53:00Z" }];
  const items = [
    item("note", { state: "done", result: { noteId: "N-1" } }),
    item("completion", { id: 2, state: "done" }),
    item("invoice", { id: 3, state: "done", result: { invoiceId: "IN-1" } }),
  ];
  const facts = { job: job({ notes, completed: true, completedAt: "2026-11-26T11:54:00Z" }), items, invoices: [invoice()], ownName: "Harper" };
  assert.deepEqual(kinds(timelineOf(facts)).sort(), ["completion", "invoice", "note"]);
});

test("a note that has not arrived stays, even if the agency has the same text", () => {
  const notes = [{ noteId: "N-1", note: "Fitted", author: "Harper", createdAt: null }];
  assert.equal(timelineOf({ job: job({ notes }), items: [item("note")], invoices: [], ownName: "Harper" }).length, 2);
});

test("an invoice that the portal still tracks is shown as the item of this phone", () => {
  const items = [item("invoice", { state: "checking", submissionId: "S-1" })];
  const invoices = [invoice({ status: "sending", submissionId: "S-1" })];
  assert.deepEqual(kinds(timelineOf({ job: job(), items, invoices, ownName: "" })), ["invoice"]);
});

test("the states of an invoice have the words of the design", () => {
  const at = "2026-11-24T10:00:00Z";
  const words = (status, exact, changes = {}) => {
    const { label, besides } = invoiceState(invoice({ status, history: [{ status, at, exact }], ...changes }), "Acme");
    return [label, besides];
  };
  assert.deepEqual(words("submitted", true), ["With the agency", "since 24 Nov"]);
  assert.deepEqual(words("authorised", false), ["Authorised", "seen 24 Nov"]);
  assert.deepEqual(words("paid", true), ["Paid", "24 Nov"]);
  assert.deepEqual(words("rejected", false, { rejectedBy: "agency" }), ["Rejected by Acme. Ring them to ask why.", "seen 24 Nov"]);
  assert.deepEqual(words("rejected", true, { rejectedBy: "system" }), ["Refused", null]);
});

test("a phrase becomes a sentence of its own, and an ellipsis is where the person goes on", () => {
  assert.equal(withPhrase("", "Tenant told"), "Tenant told");
  assert.equal(withPhrase("New element fitted ", "Tenant told"), "New element fitted. Tenant told");
  assert.equal(withPhrase("Done!", "Tenant told"), "Done! Tenant told");
  assert.equal(withPhrase("", "Back on …"), "Back on ");
});
