// The main job with @hey-api/openapi-ts. docs/clients.md has the generator's configuration.
import assert from "node:assert/strict";
import { content, email, mailedCode, portal, today } from "../setup.js";
import { client } from "./portal/client.gen.js";
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
  submitInvoice,
  submitInvoiceForm,
  type Invoices,
  type NewInvoice,
  type Submission,
} from "./portal/index.js";

client.setConfig({ baseUrl: portal, headers: { Accept: "application/problem+json" } });

/** Return whether the response is good, but not 202, which the portal sends only for `Prefer: respond-async`. */
function isDone<T>(data: T): data is Exclude<T, Submission | undefined> {
  return data !== undefined && !(typeof data === "object" && data !== null && "kind" in data);
}

/** Return the body of a good response. Throw for any other response. */
function good<T>({ data, error }: { data: T; error?: unknown }): Exclude<T, Submission | undefined> {
  if (!isDone(data)) throw new Error(JSON.stringify(error));
  return data;
}

const asked = await requestCode({ body: { email, agency: "acme" } });
assert.equal(asked.response?.status, 204);
const session = good(await signIn({ body: { email, code: await mailedCode() } }));

const account = good(await getAccount());
assert.equal(account.contractorId, session.account.contractorId);
const { contacts } = good(await listContacts());
assert.ok(contacts.some((contact) => contact.role !== null));
const agency = good(await getAgency());
assert.equal(agency.shortName, account.agency.shortName);

const open = good(await listJobs({ query: { status: "open", limit: 3 } }));
const [job] = open.jobs;
assert.ok(job && !job.completed && job.property?.address);
const path = { jobId: job.jobId };
assert.equal(good(await completeJob({ path })).completed, true);
assert.equal(good(await completeJob({ path, body: { completed: false } })).status, job.status);

const headers = {
  "Idempotency-Key": crypto.randomUUID(),
  "Portal-Account": `${session.account.agency}/${session.account.contractorId}`,
  Prefer: "respond-async",
};
const body = { note: "From hey-api" };
const note = good(await addNote({ path, headers, body }));
const repeated = await addNote({ path, headers, body });
assert.equal(repeated.response?.headers.get("Idempotency-Replayed"), "true");
assert.deepEqual(good(repeated), note);
assert.equal(note.author, account.displayName);
const { notes } = good(await getJob({ path }));
assert.ok(notes.some((each) => each.noteId === note.noteId && each.note === note.note));

const paid = good(await listHistoricalStatements({ query: { limit: 5 } }));
const pending = good(await listPendingStatements());
for (const list of [paid, pending]) assert.ok(list.totalAmount > 0 && list.statements[0]?.statementId);
assert.equal(good(await getInsights()).totalEarnedAmount, paid.totalAmount);

const invoice: NewInvoice = {
  jobId: job.jobId,
  amount: 121.5,
  vat: 20.25,
  description: "New valve fitted",
  invoiceDate: today,
  invoiceNumber: "HEY-1",
  document: { name: "invoice.pdf", content: content.toString("base64") },
};
for (const name of agency.invoice.required) assert.ok(name in invoice, name);
const sent = good(await submitInvoice({ body: invoice }));
assert.deepEqual([sent.status, sent.document?.size], ["submitted", content.byteLength]);

const form = {
  jobId: job.jobId,
  amount: 121.5,
  description: "Call-out",
  invoiceDate: today,
  invoiceNumber: "HEY-2",
  document: new File([content], "invoice.pdf", { type: "application/pdf" }),
};
const likeIt = await submitInvoiceForm({ body: form });
assert.equal(likeIt.error?.type, "/api/problems#duplicate-invoice");
const asForm = good(await submitInvoiceForm({ body: form, headers: { "X-Allow-Duplicate": "true" } }));
assert.equal(asForm.document?.size, content.byteLength);

const ids = [sent.invoiceId, asForm.invoiceId];
const listed = new Set<string | null>();
let query: { limit: number; after?: string } | undefined = { limit: 2 };
while (query) {
  const page: Invoices = good(await listInvoices({ query }));
  for (const { invoiceId } of page.invoices) listed.add(invoiceId);
  query = page.next === null ? undefined : { limit: 2, after: page.next };
}
for (const id of ids) assert.ok(listed.has(id));
const single = good(await getInvoice({ path: { invoiceId: sent.invoiceId ?? "" } }));
assert.equal(single.jobId, job.jobId);
const { data: submission } = await getSubmission({ path: { submissionId: single.submissionId ?? "" } });
assert.ok(submission?.result && "invoiceId" in submission.result);
assert.equal(submission.result.invoiceId, sent.invoiceId);

const known = (await getAccount()).response?.headers.get("ETag") ?? "";
const same = await getAccount({ headers: { "If-None-Match": known } });
assert.equal(same.response?.status, 304);

const blank = await addNote({ path, body: { note: " " } });
assert.deepEqual([blank.error?.status, blank.error?.type], [400, "/api/problems#invalid-request"]);
assert.deepEqual(blank.error?.errors?.map((fault) => fault.pointer), ["#/note"]);

assert.equal((await signOut()).response?.status, 204);
const nobody = await getSession();
assert.equal(nobody.error?.type, "/api/problems#unauthenticated");
assert.match(nobody.error.detail, /sign in/i);

console.log(JSON.stringify({ jobId: job.jobId, noteId: note.noteId, invoiceIds: ids }));
