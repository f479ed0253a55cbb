import assert from "node:assert/strict";
import { test } from "node:test";
import { orderOfToday } from "../src/today/order.ts";

const OWNER = { email: "dan@harper.example", agency: "acme", contractorId: "CON-1001" };
const ACCOUNT = { name: "acme/CON-1001", owner: OWNER };
let ids = 0;

/** @param {object} [changes] */
const job = (changes) => ({ job: { jobId: `JOB-${++ids}`, completed: false, ...changes }, account: ACCOUNT });
/** @param {object} changes */
const item = (changes) => ({ id: ++ids, owner: OWNER, kind: "note", state: "waiting", content: { note: "Hi" }, jobId: null, ...changes });
/** @param {object} changes */
const rejected = (changes) => ({ status: "rejected", rejectedBy: "agency", account: ACCOUNT, ...changes });
/** @param {object} lists */
const order = (lists) => orderOfToday({ emergencies: [], high: [], invoices: [], toInvoice: [], items: [], ...lists });
/** @param {{needs: {kind: string, entries: unknown[]}[]}} today */
const needs = (today) => today.needs.map(({ kind, entries }) => `${kind} ${entries.length}`);

test("needs are sorted by kind, with jobs to invoice as one row at the end", () => {
  const toInvoice = [job(), job()];
  const today = order({
    toInvoice,
    invoices: [rejected({ jobId: toInvoice[0].job.jobId })],
    items: [
      item({ state: "review" }),
      item({ state: "refused", ended: "expired" }),
      item({ state: "refused", ended: null }),
      item({ state: "unknown" }),
      item({ state: "sending" }),
    ],
  });
  assert.deepEqual(needs(today), ["rejected 1", "refused 1", "expired 1", "asked 1", "asked 1", "toInvoice 2"]);
  assert.equal(today.onItsWay.total, 1);
});

test("a group with more than two needs is one row", () => {
  const refused = [1, 2, 3].map(() => item({ state: "refused", ended: null }));
  assert.deepEqual(needs(order({ items: refused })), ["refused 3"]);
  assert.deepEqual(needs(order({ items: refused.slice(0, 2) })), ["refused 1", "refused 1"]);
});

test("a rejected invoice needs the person while its job is to invoice", () => {
  const open = job();
  const { jobId } = open.job;
  assert.deepEqual(needs(order({ invoices: [rejected({ jobId }), rejected({ jobId })], toInvoice: [open] })), ["rejected 1", "toInvoice 1"]);
  assert.deepEqual(needs(order({ invoices: [rejected({ jobId: "JOB-X" })], toInvoice: [open] })), ["toInvoice 1"]);
  assert.deepEqual(needs(order({ invoices: [rejected({ jobId: null })] })), ["rejected 1"], "it is for a statement");
  assert.deepEqual(needs(order({ invoices: [{ ...rejected({ jobId }), rejectedBy: "system" }], toInvoice: [open] })), ["toInvoice 1"]);
});

test("jobs that the person has marked done are on their way", () => {
  const [emergency, high] = [job(), job()];
  const items = [emergency, high].map(({ job: { jobId } }) => item({ kind: "completion", content: { completed: true }, jobId }));
  const today = order({ emergencies: [emergency], high: [high], items });
  assert.deepEqual([today.emergencies.length, today.high.total, today.onItsWay.total], [0, 0, 2]);
  const refused = items.map((each) => ({ ...each, state: "refused", ended: null }));
  assert.equal(order({ emergencies: [emergency], items: refused }).emergencies.length, 1, "unless that was refused");
});

test("long groups are cut: three of high priority, two on their way", () => {
  const today = order({ high: [1, 2, 3, 4, 5].map(() => job()), items: [1, 2, 3, 4].map(() => item({})) });
  assert.deepEqual([today.high.shown.length, today.high.more], [3, 2]);
  assert.deepEqual([today.onItsWay.shown.length, today.onItsWay.more], [2, 2]);
  assert.equal(order({ items: [1, 2, 3].map(() => item({})) }).onItsWay.more, 0, "a row for one is no shorter");
});
