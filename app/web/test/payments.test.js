// The joining of invoices and statements, and the sums of Money.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openRejections, paymentsOf } from "../src/data/payments.ts";
import { byMonth, lastDurations, paidOf, sum, sumOf, taxQuarters, taxYearOf, waitingOf, waitingParts, within, withGaps } from "../src/money/figures.ts";

const ACCOUNT = { name: "acme/CON-1", agencyName: "Acme Lettings", shortName: "Acme" };
const EMPTY = { invoices: [], pending: [], historical: [], items: [], jobs: [] };

let number = 0;
const event = (status, at, exact = true) => ({ status, at, exact });
const invoice = (changes = {}) => ({
  invoiceId: `IN-${++number}`,
  submissionId: null,
  jobId: "JOB-1",
  statementId: null,
  amount: 480,
  invoiceNumber: `H-${number}`,
  invoiceDate: "2026-11-10",
  status: "submitted",
  history: [event("sending", "2026-11-10T09:00:00+00:00"), event("submitted", "2026-11-10T09:01:00+00:00")],
  rejectedBy: null,
  ...changes,
});
const statement = (changes = {}) => ({
  statementId: `S-${++number}`,
  jobId: "JOB-1",
  reference: `INV-${number}`,
  description: "Works",
  status: "Pending",
  date: "2026-11-20",
  paidAt: null,
  amount: 422.4,
  gross: 480,
  net: 400,
  vat: 80,
  commission: 57.6,
  ...changes,
});
const item = (changes = {}) => ({
  id: ++number,
  kind: "invoice",
  jobId: "JOB-1",
  state: "waiting",
  content: { amount: 86, description: "Tap", invoiceDate: "2026-11-25", invoiceNumber: "H-9" },
  document: null,
  submissionId: null,
  sentAt: null,
  doneAt: null,
  addedAt: Date.parse("2026-11-25T10:00:00Z"),
  result: null,
  ...changes,
});
const payments = (lists) => paymentsOf(ACCOUNT, { ...EMPTY, ...lists });
const stages = (lists) => payments(lists).map(({ stage, amount }) => [stage, amount]);

test("sum is exact to the penny, and a missing amount counts as 0", () => {
  assert.equal(sum([0.1, 0.2, null, 1e6, -0.3]), 1_000_000);
});

test("an invoice and its statement are one payment of the statement's amount", () => {
  const own = invoice({ status: "authorised" });
  for (const its of [
    { statementId: "S-NAMED", own: { statementId: "S-NAMED" }, gross: 1, jobId: null },
    { reference: ` ${own.invoiceNumber.toLowerCase()} `, gross: 1, jobId: null },
    { gross: 480 },
    { gross: null, amount: 480 },
  ]) {
    const { own: changes, ...fields } = its;
    const [only, ...others] = payments({ invoices: [{ ...own, ...changes }], pending: [statement(fields)] });
    assert.deepEqual(others, [], JSON.stringify(its));
    assert.equal(only.stage, "authorised");
    assert.equal(only.amount, fields.amount ?? 422.4);
  }
});

test("an invoice that may be on a statement is not counted beside it", () => {
  const lists = { invoices: [invoice({ amount: 480 })], pending: [statement({ gross: 150, amount: 132 })] };
  assert.equal(waitingOf(payments(lists)).length, 2);
  assert.equal(waitingParts(payments(lists)).total, 132);
  const nameless = { invoices: [invoice()], pending: [statement({ jobId: null })] };
  assert.equal(waitingParts(payments(nameless)).total, 422.4);
});

test("an invoice is counted beside statements that cannot be of it", () => {
  for (const other of [
    { jobId: "JOB-2" },
    { jobId: null, gross: 10, amount: 9 },
    { paidAt: "2026-11-09", gross: 150, amount: 132 },
  ]) {
    const [own] = payments({ invoices: [invoice()], historical: [statement(other)] });
    assert.equal(own.double, null, JSON.stringify(other));
  }
});

test("two equal invoices of a job with one statement are two payments", () => {
  const lists = { invoices: [invoice(), invoice()], historical: [statement({ paidAt: "2026-11-24" })] };
  assert.deepEqual(stages(lists), [["agency", 480], ["paid", 422.4]]);
  assert.equal(waitingParts(payments(lists)).total, 480);
});

test("a statement in both lists is paid", () => {
  const both = statement({ paidAt: "2026-11-24" });
  assert.deepEqual(stages({ pending: [both], historical: [both] }), [["paid", 422.4]]);
});

test("what waits has three parts, and a pending statement is no promise", () => {
  const parts = waitingParts(
    payments({
      invoices: [
        invoice({ jobId: "JOB-1", status: "authorised", amount: 100 }),
        invoice({ jobId: "JOB-2", status: "submitted", amount: 20.2 }),
        ...["sending", "unconfirmed", "review"].map((status, at) => invoice({ jobId: `JOB-3${at}`, status, amount: 1 })),
        invoice({ jobId: "JOB-4", status: "rejected", rejectedBy: "agency", amount: 999 }),
        invoice({ jobId: "JOB-5", status: "rejected", rejectedBy: "system", amount: 999 }),
        invoice({ jobId: "JOB-6", status: "paid", amount: 999 }),
      ],
      pending: [
        statement({ jobId: "JOB-7", status: "Authorised", amount: 5 }),
        statement({ jobId: "JOB-8", status: "Pending", amount: 7.1 }),
        statement({ jobId: "JOB-9", status: null, amount: null, gross: null }),
      ],
      items: [item({ state: "waiting" }), item({ state: "refused" }), item({ state: "unknown" })],
    }),
  );
  assert.deepEqual(parts, { authorised: 105, agency: 27.3, received: 3, total: 135.3 });
});

test("an invoice in the outbox and in the portal's list is one payment", () => {
  const content = { amount: 480, description: "Works", invoiceDate: "2026-11-10", invoiceNumber: "H-1" };
  const listed = (status) => invoice({ status, invoiceNumber: "H-1", submissionId: "abc" });
  const tracked = item({ state: "checking", promised: true, content, submissionId: "abc" });
  const [only, ...others] = payments({ invoices: [listed("sending")], items: [tracked] });
  assert.deepEqual([only.stage, only.invoice.item, others], ["received", tracked, []]);
  const doneAt = Date.parse("2026-11-10T09:00:00Z");
  const arrived = item({ state: "done", content, doneAt, result: { invoiceId: null } });
  assert.deepEqual(stages({ invoices: [listed("authorised")], items: [arrived] }), [["authorised", 480]]);
  assert.deepEqual(stages({ items: [arrived] }), [["agency", 480]]);
  assert.equal(stages({ invoices: [listed("submitted")], items: [item({ content })] }).length, 2, "a second invoice, meant so");
});

test("what waits comes by days from the receipt", () => {
  const received = (at) => invoice({ jobId: at, history: [event("sending", at)] });
  const [first, second, third] = ["2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z", "2026-11-03T10:00:00Z"];
  const waiting = waitingOf(payments({ invoices: [third, first, second].map(received) }));
  assert.deepEqual(waiting.map(({ receivedAt }) => receivedAt), [first, second, third]);
});

test("a rejected invoice needs the person until something later is invoiced or paid", () => {
  const rejected = invoice({ status: "rejected", rejectedBy: "agency" });
  const later = { history: [event("sending", "2026-11-22T09:00:00Z")] };
  const earlier = { history: [event("sending", "2026-11-02T09:00:00Z")] };
  const open = (lists) => openRejections(payments({ ...lists, invoices: [rejected, ...(lists.invoices ?? [])] })).length;
  assert.equal(open({}), 1);
  assert.equal(open({ invoices: [invoice(earlier)] }), 1);
  assert.equal(open({ invoices: [invoice({ ...later, jobId: "JOB-2" })] }), 1);
  assert.equal(open({ invoices: [invoice({ ...later, status: "rejected", rejectedBy: "system" })] }), 1);
  assert.equal(open({ invoices: [invoice(later)] }), 0);
  assert.equal(open({ invoices: [invoice({ ...later, status: "rejected", rejectedBy: "agency" })] }), 1, "only the newest");
  assert.equal(open({ historical: [statement()] }), 0);
  assert.equal(open({ items: [item()] }), 0);
  assert.equal(open({ jobs: [{ jobId: "JOB-1", invoicing: { state: "elsewhere" } }] }), 0);
});

test("a paid payment has the date of payment, else when it was seen, else that of the statement", () => {
  const seen = invoice({ jobId: "JOB-2", status: "paid", history: [event("paid", "2026-11-24T23:30:00+00:00", false)] });
  const paid = paidOf(payments({ invoices: [seen], historical: [statement({ paidAt: "2026-11-25" }), statement({ jobId: "JOB-3" })] }));
  assert.deepEqual(
    paid.map(({ paidOn, paidBy }) => [paidOn, paidBy]),
    [["2026-11-25", "payment"], ["2026-11-24", "seen"], ["2026-11-20", "statement"]],
  );
});

const paidOn = (...dates) => dates.map((paidAt, at) => statement({ jobId: `JOB-${at}`, paidAt, date: null, amount: 10 }));

test("months come newest first, without gaps, and undated payments last", () => {
  const months = byMonth(paidOf(payments({ historical: paidOn("2026-01-31", "2025-11-01", "2025-11-30", null) })));
  assert.deepEqual(months.map(({ month, amount }) => [month, amount]), [["2026-01", 10], ["2025-11", 20], ["", 10]]);
  assert.deepEqual(withGaps(months.slice(0, 2)).map(({ month, amount }) => [month, amount]), [["2026-01", 10], ["2025-12", 0], ["2025-11", 20]]);
  assert.deepEqual(withGaps([]), []);
});

test("sums of paid payments leave out what may be counted twice", () => {
  const lists = { invoices: [invoice({ status: "paid", amount: 300 })], historical: [statement({ gross: 150, amount: 132 })] };
  assert.equal(sumOf(paidOf(payments(lists))), 132);
});

test("tax quarters begin on the sixth", () => {
  const quarters = (today, number) => taxQuarters(today, number).map(({ from, to }) => `${from} ${to}`);
  assert.deepEqual(quarters("2026-11-25"), [
    "2026-10-06 2027-01-05",
    "2026-07-06 2026-10-05",
    "2026-04-06 2026-07-05",
    "2026-01-06 2026-04-05",
  ]);
  assert.deepEqual(quarters("2027-01-05", 1), ["2026-10-06 2027-01-05"]);
  assert.deepEqual(quarters("2027-01-06", 1), ["2027-01-06 2027-04-05"]);
  assert.deepEqual(quarters("2026-12-31", 1), ["2026-10-06 2027-01-05"]);
  assert.deepEqual(quarters("2026-04-05", 1), ["2026-01-06 2026-04-05"]);
  assert.deepEqual(["2026-04-05", "2026-04-06"].map(taxYearOf), ["2025-04-06", "2026-04-06"]);
});

test("a period includes its first and its last day", () => {
  const isIn = within("2026-04-06", "2026-07-05");
  assert.deepEqual(["2026-04-05", "2026-04-06", "2026-07-05", "2026-07-06", null].map(isIn), [false, true, true, false, false]);
  assert.deepEqual([within("2026-04-06", "")("2027-01-01"), within("", "2026-04-06")("2026-04-07")], [true, false]);
});

test("the last payments took so many days, from three on", () => {
  const daysOf = ({ amount }) => amount;
  const paid = (...days) => days.map((amount, at) => ({ stage: "paid", paidBy: "payment", paidOn: `2026-11-${20 - at}`, amount }));
  assert.equal(lastDurations(paid(10, 14), daysOf), null);
  assert.deepEqual(lastDurations(paid(12, 10, 14, 11, 13, 99), daysOf), { number: 5, least: 10, most: 14 });
  assert.deepEqual(lastDurations(paid(null, 10, 14, 11), daysOf), { number: 3, least: 10, most: 14 });
  assert.equal(lastDurations(paid(1, 2, 3).map((each) => ({ ...each, paidBy: "seen" })), daysOf), null);
});
