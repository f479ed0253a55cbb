// The main job with orval. docs/clients.md has the generator's configuration.
import assert from "node:assert/strict";
import { content, email, mailedCode, today } from "../setup.js";
import {
  addNote,
  completeJob,
  getAccount,
  getAgency,
  getInsights,
  getInvoice,
  getJob,
  getSession,
  getSubmission,
  listContacts,
  listHistoricalStatements,
  listInvoices,
  listJobs,
  listPendingStatements,
  requestCode,
  signIn,
  signOut,
  submitInvoiceWithFormData,
  submitInvoiceWithJson,
  type Invoices,
  type NewInvoice,
} from "./portal.js";

/** Return the body of the response with this status. Throw for any other response. */
function good<T extends { status: number }, S extends T["status"]>(answer: T, status: S): Extract<T, { status: S }> {
  if (!hasStatus(answer, status)) throw new Error(JSON.stringify(answer));
  return answer;
}

function hasStatus<T extends { status: number }, S extends T["status"]>(
  answer: T,
  status: S,
): answer is Extract<T, { status: S }> {
  return answer.status === status;
}

good(await requestCode({ email, agency: "acme" }), 204);
const { data: session } = good(await signIn({ email, code: await mailedCode() }), 201);

const { data: account, headers: fresh } = good(await getAccount(), 200);
assert.equal(account.contractorId, session.account.contractorId);
const { contacts } = good(await listContacts(), 200).data;
assert.ok(contacts.some((contact) => contact.role !== null));
const { data: agency } = good(await getAgency(), 200);
assert.equal(agency.shortName, account.agency.shortName);

const open = good(await listJobs({ status: "open", limit: 3 }), 200).data;
const [job] = open.jobs;
assert.ok(job && !job.completed && job.property?.address);
assert.equal(good(await completeJob(job.jobId), 200).data.completed, true);
assert.equal(good(await completeJob(job.jobId, { completed: false }), 200).data.status, job.status);

const headers = {
  "Idempotency-Key": crypto.randomUUID(),
  "Portal-Account": `${session.account.agency}/${session.account.contractorId}`,
  Prefer: "respond-async",
};
const { data: note } = good(await addNote(job.jobId, { note: "From orval" }, headers), 201);
const repeated = good(await addNote(job.jobId, { note: "From orval" }, headers), 201);
assert.equal(repeated.headers.get("Idempotency-Replayed"), "true");
assert.deepEqual(repeated.data, note);
assert.equal(note.author, account.displayName);
const { notes } = good(await getJob(job.jobId), 200).data;
assert.ok(notes.some((each) => each.noteId === note.noteId && each.note === note.note));

const paid = good(await listHistoricalStatements({ limit: 5 }), 200).data;
const pending = good(await listPendingStatements(), 200).data;
for (const list of [paid, pending]) assert.ok(list.totalAmount > 0 && list.statements[0]?.statementId);
assert.equal(good(await getInsights(), 200).data.totalEarnedAmount, paid.totalAmount);

const invoice: NewInvoice = {
  jobId: job.jobId,
  amount: 122.5,
  vat: 20.42,
  description: "New valve fitted",
  invoiceDate: today,
  invoiceNumber: "ORVAL-1",
  document: { name: "invoice.pdf", content: content.toString("base64") },
};
for (const name of agency.invoice.required) assert.ok(name in invoice, name);
const { data: sent } = good(await submitInvoiceWithJson(invoice), 201);
assert.deepEqual([sent.status, sent.document?.size], ["submitted", content.byteLength]);

const form = {
  jobId: job.jobId,
  amount: 122.5,
  description: "Call-out",
  invoiceDate: today,
  invoiceNumber: "ORVAL-2",
  document: new File([content], "invoice.pdf", { type: "application/pdf" }),
};
const { data: duplicate } = good(await submitInvoiceWithFormData(form), 409);
assert.ok("type" in duplicate && duplicate.type === "/api/problems#duplicate-invoice");
const { data: asForm } = good(await submitInvoiceWithFormData(form, { "X-Allow-Duplicate": "true" }), 201);
assert.equal(asForm.document?.size, content.byteLength);

const ids = [sent.invoiceId, asForm.invoiceId];
const listed = new Set<string | null>();
let query: { limit: number; after?: string } | undefined = { limit: 2 };
while (query) {
  const page: Invoices = good(await listInvoices(query), 200).data;
  for (const { invoiceId } of page.invoices) listed.add(invoiceId);
  query = page.next === null ? undefined : { limit: 2, after: page.next };
}
for (const id of ids) assert.ok(listed.has(id));
const { data: single } = good(await getInvoice(sent.invoiceId ?? ""), 200);
assert.equal(single.jobId, job.jobId);
const { result } = good(await getSubmission(single.submissionId ?? ""), 200).data;
assert.ok(result && "invoiceId" in result);
assert.equal(result.invoiceId, sent.invoiceId);

good(await getAccount({ "If-None-Match": fresh.get("ETag") ?? "" }), 304);

const blank = good(await addNote(job.jobId, { note: " " }), 400);
assert.ok("type" in blank.data && blank.data.type === "/api/problems#invalid-request");
assert.deepEqual(blank.data.errors?.map((fault) => fault.pointer), ["#/note"]);

good(await signOut(), 204);
const { data: nobody } = good(await getSession(), 401);
assert.ok("type" in nobody && nobody.type === "/api/problems#unauthenticated");
assert.match(nobody.detail, /sign in/i);

console.log(JSON.stringify({ jobId: job.jobId, noteId: note.noteId, invoiceIds: ids }));
