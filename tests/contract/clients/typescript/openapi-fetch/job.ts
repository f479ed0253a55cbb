// The main job with openapi-typescript and openapi-fetch.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import { content, email, mailedCode, portal, today } from "../setup.js";
import { sendInvoice } from "./invoice.js";
import type { components, paths } from "./portal.js";

type NewForm = Omit<components["schemas"]["InvoiceForm"], "document">;
type NewInvoice = components["schemas"]["NewInvoice"];
type Submission = components["schemas"]["Submission"];

const client = createClient<paths>({ baseUrl: portal });

/** Return whether the response is good, but not 202, which the portal sends only for `Prefer: respond-async`. */
function isDone<T>(data?: T): data is Exclude<T, Submission> {
  return data !== undefined && !(typeof data === "object" && data !== null && "kind" in data);
}

/** Return the body of a good response. Throw for any other response. */
function good<T>(answer: { data?: T; error?: unknown; response: Response }): Exclude<T, Submission> {
  const { data, error, response } = answer;
  if (!isDone<T>(data)) throw new Error(`${response.status} ${JSON.stringify(error)}`);
  return data;
}

const asked = await client.POST("/api/session/code", { body: { email, agency: "acme" } });
assert.equal(asked.response.status, 204);
const code = await mailedCode();
const session = good(await client.POST("/api/session", { body: { email, code } }));

const account = good(await client.GET("/api/contractor/account"));
assert.equal(account.contractorId, session.account.contractorId);
const { contacts } = good(await client.GET("/api/contractor/contacts"));
assert.ok(contacts.some((contact) => contact.role !== null));
const agency = good(await client.GET("/api/contractor/agency"));
assert.equal(agency.shortName, account.agency.shortName);

const open = good(await client.GET("/api/contractor/jobs", { params: { query: { status: "open", limit: 3 } } }));
const [job] = open.jobs;
assert.ok(job && !job.completed && job.property?.address);
const params = { path: { jobId: job.jobId } };
const done = good(await client.PATCH("/api/contractor/jobs/{jobId}/complete", { params }));
assert.equal(done.completed, true);
const again = await client.PATCH("/api/contractor/jobs/{jobId}/complete", { params, body: { completed: false } });
assert.equal(good(again).status, job.status);

const header = {
  "Idempotency-Key": crypto.randomUUID(),
  "Portal-Account": `${session.account.agency}/${session.account.contractorId}`,
  Prefer: "respond-async",
};
const named = { ...params, header };
const add = () =>
  client.POST("/api/contractor/jobs/{jobId}/notes", { params: named, body: { note: "From TypeScript" } });
const note = good(await add());
const repeated = await add();
assert.equal(repeated.response.headers.get("Idempotency-Replayed"), "true");
assert.deepEqual(good(repeated), note);
assert.equal(note.author, account.displayName);
const address = repeated.response.headers.get("Location") ?? "";
const submissionId = address.split("/").at(-1) ?? "";
const stored = await client.GET("/api/contractor/submissions/{submissionId}", { params: { path: { submissionId } } });
const result = stored.data?.result;
assert.ok(result && "noteId" in result && result.noteId === note.noteId);
const { notes } = good(await client.GET("/api/contractor/jobs/{jobId}", { params }));
assert.ok(notes.some((each) => each.noteId === note.noteId && each.note === note.note));

const paid = good(await client.GET("/api/contractor/statements/historical", { params: { query: { limit: 5 } } }));
const pending = good(await client.GET("/api/contractor/statements/pending"));
for (const list of [paid, pending]) assert.ok(list.totalAmount > 0 && list.statements[0]?.statementId);
const insights = good(await client.GET("/api/contractor/insights"));
assert.equal(insights.totalEarnedAmount, paid.totalAmount);

const invoice = {
  jobId: job.jobId,
  amount: 120.5,
  vat: 20.08,
  description: "New valve fitted",
  invoiceDate: today,
  invoiceNumber: "TS-1",
  document: { name: "invoice.pdf", content: content.toString("base64") },
} satisfies NewInvoice;
for (const name of agency.invoice.required) assert.ok(name in invoice, name);
const sent = good(await client.POST("/api/contractor/invoices", { body: invoice }));
assert.deepEqual([sent.status, sent.document?.size], ["submitted", content.byteLength]);

const problems = createClient<paths>({ baseUrl: portal, headers: { Accept: "application/problem+json" } });
const likeIt = await problems.POST("/api/contractor/invoices", { body: { ...invoice, invoiceNumber: "TS-2" } });
assert.ok(likeIt.error && "type" in likeIt.error && likeIt.response.status === 409);
assert.equal(likeIt.error.type, "/api/problems#duplicate-invoice");
const { document: _, ...fields } = { ...invoice, invoiceNumber: "TS-2" };
const asForm = await client.POST("/api/contractor/invoices", {
  params: { header: { "X-Allow-Duplicate": "true" } },
  body: fields,
  bodySerializer(body) {
    const form = new FormData();
    for (const [name, value] of Object.entries(body)) form.append(name, String(value));
    form.append("document", new Blob([content], { type: "application/pdf" }), "invoice.pdf");
    return form;
  },
});
assert.equal(good(asForm).document?.size, content.byteLength);
const call = { jobId: job.jobId, amount: 80, description: "Call-out", invoiceDate: today, invoiceNumber: "TS-3" };
const noVat = Object.assign<NewForm, object>(call, { vat: undefined, statementId: undefined }); // as of an empty input
const another = good(await sendInvoice(noVat, new Blob([content, "\n"]), crypto.randomUUID()));
assert.deepEqual([another.vat, another.statementId, another.invoiceNumber], [null, null, "TS-3"]);

const ids = [sent.invoiceId, good(asForm).invoiceId];
const listed = new Set<string | null>();
let query: { limit: number; after?: string } = { limit: 2 };
for (;;) {
  const page = good(await client.GET("/api/contractor/invoices", { params: { query } }));
  for (const { invoiceId } of page.invoices) listed.add(invoiceId);
  if (page.next === null) break;
  query = { ...query, after: page.next };
}
for (const invoiceId of ids) {
  assert.ok(invoiceId !== null && listed.has(invoiceId));
  const path = { invoiceId };
  assert.equal(good(await client.GET("/api/contractor/invoices/{invoiceId}", { params: { path } })).jobId, job.jobId);
}

const list = await client.GET("/api/contractor/submissions", { params: { query: { state: "confirmed", limit: 2 } } });
const { submissions } = good(list);
assert.deepEqual(submissions.map((each) => each.kind), ["invoice", "invoice"]);

const first = await client.GET("/api/contractor/account");
const known = first.response.headers.get("ETag") ?? "";
const same = await client.GET("/api/contractor/account", { params: { header: { "If-None-Match": known } } });
assert.equal(same.response.status, 304);

const blank = await client.POST("/api/contractor/jobs/{jobId}/notes", { params, body: { note: " " } });
assert.ok(blank.error && "error" in blank.error && blank.response.status === 400);
assert.match(blank.error.error, /^note: /);
const explained = await problems.POST("/api/contractor/jobs/{jobId}/notes", { params, body: { note: " " } });
assert.ok(explained.error && "type" in explained.error);
assert.equal(explained.error.type, "/api/problems#invalid-request");
assert.deepEqual(explained.error.errors?.map((fault) => fault.pointer), ["#/note"]);

const gone = await client.DELETE("/api/session");
assert.equal(gone.response.status, 204);
const nobody = await client.GET("/api/session");
assert.ok(nobody.error && "error" in nobody.error && nobody.response.status === 401);
assert.match(nobody.error.error, /sign in/i);

console.log(JSON.stringify({ jobId: job.jobId, noteId: note.noteId, invoiceIds: ids }));
