// The payments of an account: its invoices and statements, joined where both are of one payment. Nothing here reads the network, the
// clock or a database.
import { today } from "../format.js";
import { isTracked, isUnsent } from "../outbox/states.js";

/**
 * Return the payments of an account. A statement that is pending and historical is historical.
 *
 * @param {ShownAccount} account
 * @param {{invoices: Invoice[], pending: Statement[], historical: Statement[], items: OwnedItem[], jobs: Job[]}} lists
 * @returns {Payment[]}
 */
export function paymentsOf(account, { invoices, pending, historical, items, jobs }) {
  const paidIds = new Set(historical.map(({ statementId }) => statementId));
  const statements = [...historical, ...pending.filter(({ statementId }) => !paidIds.has(statementId))];
  const all = withItems(invoices, items);
  const statementOf = joined(all.filter(isClaim), statements);
  const joinedStatements = new Set(statementOf.values());
  const others = statements.filter((statement) => !joinedStatements.has(statement));
  const jobOf = new Map(jobs.map((job) => [job.jobId, job]));
  /** @param {Invoice | null} invoice @param {Statement | null} statement @returns {Payment} */
  const payment = (invoice, statement) => ({
    account,
    invoice,
    statement,
    job: jobOf.get(invoice?.jobId ?? statement?.jobId ?? "") ?? null,
    amount: statement?.amount ?? statement?.gross ?? invoice?.amount ?? null,
    stage: stageOf(invoice, statement, Boolean(statement && paidIds.has(statement.statementId))),
    receivedAt: invoice && receiptOf(invoice),
    paidOn: null,
    paidBy: null,
    double: null,
  });
  return [
    ...all.map((invoice) => {
      const statement = statementOf.get(invoice) ?? null;
      const double = !statement && isClaim(invoice) ? others.find((each) => mayBeSame(invoice, each)) : null;
      return dated({ ...payment(invoice, statement), double: double ?? null });
    }),
    ...others.map((statement) => dated(payment(null, statement))),
  ];
}

/** @param {Invoice} invoice */
const isClaim = ({ status }) => status !== "rejected";

// ---- Invoices in the outbox

/** The states of an invoice whose submission has not ended. */
const OPEN = ["sending", "unconfirmed", "review"];

/**
 * Return the invoices, each once: those that the portal knows, and those of the outbox. An invoice in the outbox has its `item` until
 * it has arrived. Refused items are left out: the agency never got them.
 *
 * @param {Invoice[]} invoices
 * @param {OwnedItem[]} items
 */
function withItems(invoices, items) {
  /** @type {Map<Invoice, OwnedItem>} */
  const itemOf = new Map();
  const own = [];
  for (const item of items) {
    if (item.kind !== "invoice" || ["refused", "unknown"].includes(item.state)) continue;
    const same = invoices.find((invoice) => !itemOf.has(invoice) && isSame(invoice, item));
    if (same && (!isUnsent(item) || OPEN.includes(same.status ?? ""))) itemOf.set(same, item);
    else own.push(invoiceOf(item));
  }
  const listed = invoices.map((invoice) => {
    const item = itemOf.get(invoice);
    return item && isUnsent(item) ? { ...invoice, item } : invoice;
  });
  return [...own, ...listed];
}

/**
 * @param {Invoice} invoice
 * @param {OwnedItem & {kind: "invoice"}} item
 */
function isSame(invoice, { jobId, content, result, submissionId }) {
  if (submissionId && invoice.submissionId) return submissionId === invoice.submissionId;
  if (result?.invoiceId && invoice.invoiceId) return result.invoiceId === invoice.invoiceId;
  const { amount, invoiceNumber = null, invoiceDate } = content;
  return (
    (invoice.jobId ?? null) === jobId &&
    invoice.amount === amount &&
    (invoice.invoiceNumber ?? null) === invoiceNumber &&
    invoice.invoiceDate === invoiceDate
  );
}

/**
 * @param {OwnedItem & {kind: "invoice"}} item
 * @returns {Invoice}
 */
function invoiceOf(item) {
  const { content, jobId, document, submissionId, receivedAt, doneAt, result } = item;
  const received = { status: "sending", at: receivedAt ?? "", exact: true };
  // A phone learns later than the portal that a tracked item has arrived.
  const arrived = { status: "submitted", at: new Date(doneAt ?? 0).toISOString(), exact: !submissionId };
  return {
    ...content,
    jobId,
    document,
    submissionId,
    invoiceId: result?.invoiceId ?? null,
    status: doneAt ? "submitted" : "sending",
    history: [...(receivedAt ? [received] : []), ...(doneAt ? [arrived] : [])],
    item,
  };
}

// ---- Joining invoices and statements

/** @param {string | null | undefined} text */
const normalised = (text) => (text ?? "").trim().toLowerCase();

/**
 * What makes an invoice and a statement one payment, the surest sign first: the invoice names the statement; the statement has the
 * invoice's number; both are for the same job and amount.
 *
 * @type {((invoice: Invoice, statement: Statement) => boolean)[]}
 */
const SIGNS = [
  (invoice, { statementId }) => invoice.statementId === statementId,
  ({ invoiceNumber }, { reference }) => Boolean(invoiceNumber && reference) && normalised(invoiceNumber) === normalised(reference),
  (invoice, { jobId, gross, amount }) => Boolean(jobId) && invoice.jobId === jobId && [gross, amount].includes(invoice.amount),
];

/**
 * Return the statement of each invoice that has one, the oldest first.
 *
 * @param {Invoice[]} invoices the newest first
 * @param {Statement[]} statements the newest first
 */
function joined(invoices, statements) {
  /** @type {Map<Invoice, Statement>} */
  const statementOf = new Map();
  const left = new Set([...statements].reverse());
  for (const isSign of SIGNS) {
    for (const invoice of [...invoices].reverse()) {
      if (statementOf.has(invoice)) continue;
      const statement = [...left].find((each) => isSign(invoice, each) && isPossible(invoice, each));
      if (!statement) continue;
      statementOf.set(invoice, statement);
      left.delete(statement);
    }
  }
  return statementOf;
}

/**
 * Return whether nothing contradicts that an invoice and a statement are one payment.
 *
 * @param {Invoice} invoice
 * @param {Statement} statement
 */
const isPossible = ({ jobId, invoiceDate }, statement) =>
  (!jobId || !statement.jobId || jobId === statement.jobId) &&
  !(statement.paidAt && invoiceDate && statement.paidAt < invoiceDate);

/**
 * Return whether they may be one payment, although nothing proves it: they are for the same job, or one names none and the amounts
 * are the same.
 *
 * @param {Invoice} invoice
 * @param {Statement} statement
 */
const mayBeSame = (invoice, statement) =>
  isPossible(invoice, statement) &&
  (Boolean(invoice.jobId && invoice.jobId === statement.jobId) ||
    ((!invoice.jobId || !statement.jobId) && [statement.gross, statement.amount].includes(invoice.amount)));

// ---- What is known of a payment

/** @type {Record<string, PaymentStage>} */
const STAGES = { sending: "received", unconfirmed: "received", review: "received", submitted: "agency", authorised: "authorised", paid: "paid" };

/**
 * A pending statement is no promise: it is authorised only if the agency says so in one of its lists.
 *
 * @param {Invoice | null} invoice
 * @param {Statement | null} statement
 * @param {boolean} isPaid
 * @returns {PaymentStage}
 */
function stageOf(invoice, statement, isPaid) {
  const status = invoice?.status ?? "";
  if (isPaid) return "paid";
  if (status === "rejected") return invoice?.rejectedBy === "system" ? "refused" : "rejected";
  if (invoice?.item && isUnsent(invoice.item) && !isTracked(invoice.item)) return "phone";
  if (statement) return normalised(statement.status) === "authorised" ? "authorised" : status === "authorised" ? status : "agency";
  return STAGES[status] ?? "agency";
}

/**
 * Return the first event of a state, or null.
 *
 * @param {Invoice | null} invoice
 * @param {string} status
 */
export const eventOf = (invoice, status) => invoice?.history?.find((event) => event.status === status) ?? null;

/** @param {Invoice} invoice */
const receiptOf = (invoice) =>
  (eventOf(invoice, "sending") ?? invoice.history?.find(({ exact }) => exact))?.at ?? invoice.submittedAt ?? null;

/**
 * @param {Payment} payment
 * @returns {Payment}
 */
function dated(payment) {
  const { stage, invoice, statement } = payment;
  if (stage !== "paid") return payment;
  if (statement?.paidAt) return { ...payment, paidOn: statement.paidAt, paidBy: "payment" };
  const seen = eventOf(invoice, "paid");
  if (seen) return { ...payment, paidOn: today(new Date(seen.at)), paidBy: "seen" };
  return statement?.date ? { ...payment, paidOn: statement.date, paidBy: "statement" } : payment;
}

// ---- What needs the person

/**
 * Return the rejected invoices that still need the person: nothing was invoiced or paid for their job since, and the person has not
 * said that the job needs no invoice.
 *
 * @param {Payment[]} payments
 */
export function openRejections(payments) {
  /** @param {Payment} rejected */
  const isSettled = (rejected) =>
    Boolean(rejected.job?.invoicing) || payments.some((other) => isForSameJob(other, rejected) && timeOf(other) > timeOf(rejected));
  return payments.filter((payment) => payment.stage === "rejected" && !isSettled(payment));
}

/** @param {Payment} other @param {Payment} rejected */
const isForSameJob = (other, rejected) =>
  other.stage !== "refused" &&
  other.account.name === rejected.account.name &&
  Boolean(rejected.invoice?.jobId) &&
  jobIdOf(other) === rejected.invoice?.jobId;

/** @param {Payment} payment */
export const jobIdOf = ({ invoice, statement }) => invoice?.jobId ?? statement?.jobId ?? null;

/** @param {Payment} payment */
const timeOf = ({ invoice, statement, receivedAt }) =>
  invoice?.item?.addedAt ?? (Date.parse(receivedAt ?? invoice?.invoiceDate ?? statement?.date ?? "") || 0);
