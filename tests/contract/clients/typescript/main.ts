// The main job by a client made from the portal's description: node main.js PORTAL EMAIL PDF, the mailed code on stdin.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./portal.js";

type NewInvoice = components["schemas"]["NewInvoice"];
type Submission = components["schemas"]["Submission"];
type Failure = components["schemas"]["Error"] | components["schemas"]["Problem"];

const [portal = "", email = "", pdf = ""] = process.argv.slice(2);
const document = await readFile(pdf);
const client = createClient<paths>({ baseUrl: portal });

const cookies = new Map<string, string>(); // a browser keeps them by itself, node does not
const keepCookies: Middleware = {
  onRequest({ request }) {
    request.headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
  },
  onResponse({ response }) {
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
  },
};
client.use(keepCookies);

/** Whether it is good, and more than that something will be sent (202), as only `Prefer: respond-async` brings. */
function isDone<T>(data?: T): data is Exclude<T, Submission> {
  return data !== undefined && !(typeof data === "object" && data !== null && "submissionId" in data);
}

/** What a good answer says; throws for any other. */
function good<T>(answer: { data?: T; error?: unknown; response: Response }): Exclude<T, Submission> {
  const { data, error, response } = answer;
  if (!isDone<T>(data)) throw new Error(`${response.status} ${JSON.stringify(error)}`);
  return data;
}

/** The sentence of a failure in either format. */
const sentenceOf = (failure: Failure) => ("error" in failure ? failure.error : failure.detail);

const asked = await client.POST("/api/session/code", { body: { email, agency: "acme" } });
assert.equal(asked.response.status, 204);
const code = (await text(process.stdin)).trim();
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

const named = { ...params, header: { "Idempotency-Key": crypto.randomUUID() } };
const add = () =>
  client.POST("/api/contractor/jobs/{jobId}/notes", { params: named, body: { note: "From TypeScript" } });
const note = good(await add());
const repeated = await add();
assert.equal(repeated.response.headers.get("Idempotency-Replayed"), "true");
assert.deepEqual(good(repeated), note);
assert.equal(note.author, account.displayName);
const { notes } = good(await client.GET("/api/contractor/jobs/{jobId}", { params }));
assert.ok(notes.some((one) => one.noteId === note.noteId && one.note === note.note));

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
  invoiceDate: new Date().toISOString().slice(0, 10),
  invoiceNumber: "TS-1",
  document: { name: "invoice.pdf", content: document.toString("base64") },
} satisfies NewInvoice;
for (const name of agency.invoice.required) assert.ok(name in invoice, name);
const sent = good(await client.POST("/api/contractor/invoices", { body: invoice }));
assert.deepEqual([sent.status, sent.document?.size], ["submitted", document.byteLength]);

const likeIt = await client.POST("/api/contractor/invoices", { body: { ...invoice, invoiceNumber: "TS-2" } });
assert.equal(likeIt.response.status, 409);
const { document: _, ...fields } = { ...invoice, invoiceNumber: "TS-2" };
const asForm = await client.POST("/api/contractor/invoices", {
  params: { header: { "X-Allow-Duplicate": "true" } },
  body: fields,
  bodySerializer(body) {
    const form = new FormData();
    for (const [name, value] of Object.entries(body)) form.append(name, String(value));
    form.append("document", new Blob([document], { type: "application/pdf" }), "invoice.pdf");
    return form;
  },
});
assert.equal(good(asForm).document?.size, document.byteLength);

const { invoices } = good(await client.GET("/api/contractor/invoices"));
const ids = [sent.invoiceId, good(asForm).invoiceId];
for (const id of ids) assert.ok(id !== null && invoices.some((one) => one.invoiceId === id));

const first = await client.GET("/api/contractor/account");
const known = first.response.headers.get("ETag") ?? "";
const same = await client.GET("/api/contractor/account", { params: { header: { "If-None-Match": known } } });
assert.equal(same.response.status, 304);

const blank = await client.POST("/api/contractor/jobs/{jobId}/notes", { params, body: { note: " " } });
assert.ok(blank.error && blank.response.status === 400);
assert.match(sentenceOf(blank.error), /^note: /);
const headers = { Accept: "application/problem+json, application/json" };
const explained = await client.POST("/api/contractor/jobs/{jobId}/notes", { params, body: { note: " " }, headers });
assert.ok(explained.error && "type" in explained.error);
assert.equal(explained.error.type, "/api/problems#invalid-request");
assert.deepEqual(explained.error.errors?.map((fault) => fault.pointer), ["#/note"]);

const gone = await client.DELETE("/api/session");
assert.equal(gone.response.status, 204);
const nobody = await client.GET("/api/session");
assert.ok(nobody.error && nobody.response.status === 401);
assert.match(sentenceOf(nobody.error), /sign in/i);

console.log(JSON.stringify({ jobId: job.jobId, noteId: note.noteId, invoiceIds: ids }));
