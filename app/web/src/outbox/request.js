// An item as a request to the portal.

const DOCUMENT_MS = 300_000; // ten megabytes over a poor line
const PLAIN_MS = 60_000;

/** What `ask` needs to send it. Rejects where its document cannot be read any more. */
export async function requestFor(item) {
  const { method, path } = target(item);
  const headers = { "Idempotency-Key": item.key, Prefer: "respond-async" };
  if (item.duplicate) headers["X-Allow-Duplicate"] = "true";
  return {
    method,
    path,
    headers,
    body: item.document ? await form(item) : item.content,
    timeoutMs: item.document ? DOCUMENT_MS : PLAIN_MS,
  };
}

function target({ kind, jobId }) {
  const job = `contractor/jobs/${encodeURIComponent(jobId)}`;
  if (kind === "note") return { method: "POST", path: `${job}/notes` };
  if (kind === "completion") return { method: "PATCH", path: `${job}/complete` };
  return { method: "POST", path: "contractor/invoices" };
}

async function form({ content, document }) {
  const fields = new FormData();
  for (const [name, value] of Object.entries(content)) {
    if (value !== null && value !== undefined) fields.append(name, String(value));
  }
  // Read first: a document that storage has lost would look like a lost network.
  const bytes = await document.blob.arrayBuffer();
  fields.append("document", new Blob([bytes], { type: "application/pdf" }), document.name);
  return fields;
}
