import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomesOf } from "../src/jobs/outcome.ts";

const ACCOUNT = { name: "acme/CON-1001" };
const THIS_YEAR = new Date().getFullYear();

/** @param {object} [changes] */
const job = (changes) => ({ job: { jobId: "JOB-1", status: "Completed", invoicing: null, ...changes }, account: ACCOUNT });
/** @param {object} changes */
const invoice = (changes) => ({ jobId: "JOB-1", amount: 96, account: ACCOUNT, ...changes });

test("a job that is done says what became of its invoice", () => {
  const seen = { status: "authorised", at: `${THIS_YEAR}-11-23T10:00:00+00:00`, exact: false };
  /** @type {[string, object[], object[], object][]} */
  const outcomes = [
    ["Paid £96.00", [invoice({ status: "paid" })], [], {}],
    ["Authorised, seen 23 Nov", [invoice({ status: "authorised", history: [seen] })], [], {}],
    ["With the agency", [invoice({ status: "submitted" })], [], {}],
    ["Invoice refused, see Outbox", [invoice({ item: { state: "refused" } })], [job()], {}],
    ["To invoice", [invoice({ status: "rejected" })], [job()], {}],
    ["Invoiced elsewhere, H-7", [], [], { invoicing: { state: "elsewhere", invoiceNumber: "H-7" } }],
    ["No charge", [], [], { invoicing: { state: "no-charge", invoiceNumber: null } }],
    ["Completed", [], [], {}],
  ];
  for (const [expected, invoices, toInvoice, changes] of outcomes) {
    assert.equal(outcomesOf(invoices, toInvoice)(job(changes)), expected);
  }
});
