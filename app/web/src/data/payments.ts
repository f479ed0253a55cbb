// The payments of an account: its invoices and statements, joined where both are of one payment. Nothing here reads the network, the
// clock or a database.
import { today } from "../format.ts";
import { isSameInvoice } from "../outbox/same-invoice.ts";
import { isTracked, isUnsent } from "../outbox/states.ts";

/** Return the payments of an account. A statement that is pending and historical is historical. */
export function paymentsOf(account: ShownAccount, { invoices, pending, historical, items, jobs }: {invoices: Invoice[], pending: Statement[], historical: Statement[], items: OwnedItem[], jobs: Job[]}): Payment[] {
  const paidIds = new Set(historical.map(({ statementId }) => statementId));
  const statements = [...historical, ...pending.filter(({ statementId }) => !paidIds.has(statementId))];
  const all = withItems(invoices, items);
  const statementOf = joined(all.filter(isClaim), statements);
  const joinedStatements = new Set(statementOf.values());
  const others = statements.filter((statement) => !joinedStatements.has(statement));
  const jobOf = new Map(jobs.map((job) => [job.jobId, job]));
  const payment = (invoice: Invoice | null, statement: Statement | null): Payment => ({
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

const isClaim = ({ status }: Invoice) => status !== "rejected";

// ---- Invoices in the outbox

/** The states of an invoice whose submission has not ended. */
const OPEN = ["sending", "unconfirmed", "review"];

/**
 * Return the invoices, each once: those that the portal knows, and those of the outbox. An invoice in the outbox has
 * its `item` until it has arrived. Refused items are left out: the agency never got them.
 */
function withItems(invoices: Invoice[], items: OwnedItem[]) {
  const itemOf: Map<Invoice, OwnedItem> = new Map();
  const own = [];
  for (const item of items) {
    if (item.kind !== "invoice" || ["refused", "unknown"].includes(item.state)) continue;
    const same = invoices.find((invoice) => !itemOf.has(invoice) && isSameInvoice(invoice, item));
    if (same && (!isUnsent(item) || OPEN.includes(same.status ?? ""))) itemOf.set(same, item);
    else own.push(invoiceOf(item));
  }
  const listed = invoices.map((invoice) => {
    const item = itemOf.get(invoice);
    return item && isUnsent(item) ? { ...invoice, item } : invoice;
  });
  return [...own, ...listed];
}

function invoiceOf(item: OwnedItem & {kind: "invoice"}): Invoice {
  const { content, jobId, document, submissionId, receivedAt, doneAt, result } = item;
  const received = { status: "sending" as const, at: receivedAt ?? "", exact: true };
  // A phone learns later than the portal that a tracked item has arrived.
  const arrived = { status: "submitted" as const, at: new Date(doneAt ?? 0).toISOString(), exact: !submissionId };
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

const normalised = (text: string | null | undefined) => (text ?? "").trim().toLowerCase();

/**
 * What makes an invoice and a statement one payment, the surest sign first: the invoice names the statement; the
 * statement has the invoice's number; both are for the same job and amount.
 */
const SIGNS: ((invoice: Invoice, statement: Statement) => boolean)[] = [
  (invoice, { statementId }) => invoice.statementId === statementId,
  ({ invoiceNumber }, { reference }) => Boolean(invoiceNumber && reference) && normalised(invoiceNumber) === normalised(reference),
  (invoice, { jobId, gross, amount }) => Boolean(jobId) && invoice.jobId === jobId && [gross, amount].includes(invoice.amount),
];

/**
 * Return the statement of each invoice that has one, the oldest first. `invoices`: the newest first. `statements`: the
 * newest first.
 */
function joined(invoices: Invoice[], statements: Statement[]) {
  const statementOf: Map<Invoice, Statement> = new Map();
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

/** Return whether nothing contradicts that an invoice and a statement are one payment. */
const isPossible = ({ jobId, invoiceDate }: Invoice, statement: Statement) =>
  (!jobId || !statement.jobId || jobId === statement.jobId) &&
  !(statement.paidAt && invoiceDate && statement.paidAt < invoiceDate);

/**
 * Return whether they may be one payment, although nothing proves it: they are for the same job, or one names none and
 * the amounts are the same.
 */
const mayBeSame = (invoice: Invoice, statement: Statement) =>
  isPossible(invoice, statement) &&
  (Boolean(invoice.jobId && invoice.jobId === statement.jobId) ||
    ((!invoice.jobId || !statement.jobId) && [statement.gross, statement.amount].includes(invoice.amount)));

// ---- What is known of a payment

const STAGES: Record<string, PaymentStage> = { sending: "received", unconfirmed: "received", review: "received", submitted: "agency", authorised: "authorised", paid: "paid" };

/** A pending statement is no promise: it is authorised only if the agency says so in one of its lists. */
function stageOf(invoice: Invoice | null, statement: Statement | null, isPaid: boolean): PaymentStage {
  const status = invoice?.status ?? "";
  if (isPaid) return "paid";
  if (status === "rejected") return invoice?.rejectedBy === "system" ? "refused" : "rejected";
  if (invoice?.item && isUnsent(invoice.item) && !isTracked(invoice.item)) return "phone";
  if (statement) return normalised(statement.status) === "authorised" ? "authorised" : status === "authorised" ? status : "agency";
  return STAGES[status] ?? "agency";
}

/** Return the first event of a state, or null. */
export const eventOf = (invoice: Invoice | null, status: string) => invoice?.history?.find((event) => event.status === status) ?? null;

const receiptOf = (invoice: Invoice) =>
  (eventOf(invoice, "sending") ?? invoice.history?.find(({ exact }) => exact))?.at ?? invoice.submittedAt ?? null;

function dated(payment: Payment): Payment {
  const { stage, invoice, statement } = payment;
  if (stage !== "paid") return payment;
  if (statement?.paidAt) return { ...payment, paidOn: statement.paidAt, paidBy: "payment" };
  const seen = eventOf(invoice, "paid");
  if (seen) return { ...payment, paidOn: today(new Date(seen.at)), paidBy: "seen" };
  return statement?.date ? { ...payment, paidOn: statement.date, paidBy: "statement" } : payment;
}

// ---- What needs the person

/**
 * Return the rejected invoices that still need the person: nothing was invoiced or paid for their job since, and the
 * person has not said that the job needs no invoice.
 */
export function openRejections(payments: Payment[]) {
  const isSettled = (rejected: Payment) =>
    Boolean(rejected.job?.invoicing) || payments.some((other) => isForSameJob(other, rejected) && timeOf(other) > timeOf(rejected));
  return payments.filter((payment) => payment.stage === "rejected" && !isSettled(payment));
}

const isForSameJob = (other: Payment, rejected: Payment) =>
  other.stage !== "refused" &&
  other.account.name === rejected.account.name &&
  Boolean(rejected.invoice?.jobId) &&
  jobIdOf(other) === rejected.invoice?.jobId;

export const jobIdOf = ({ invoice, statement }: Payment) => invoice?.jobId ?? statement?.jobId ?? null;

const timeOf = ({ invoice, statement, receivedAt }: Payment) =>
  invoice?.item?.addedAt ?? (Date.parse(receivedAt ?? invoice?.invoiceDate ?? statement?.date ?? "") || 0);
