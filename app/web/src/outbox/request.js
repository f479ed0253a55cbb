// An item as a request to the portal.

const DOCUMENT_MS = 300_000; // ten megabytes over a poor line
const PLAIN_MS = 60_000;

/** What `ask` needs to send it; `bytes`: those of its document, or null. */
export function requestFor(item, bytes) {
  const { method, path } = target(item);
  const headers = { "Idempotency-Key": item.key, Prefer: "respond-async" };
  if (item.duplicate) headers["X-Allow-Duplicate"] = "true";
  return {
    method,
    path,
    headers,
    body: bytes ? form(item, bytes) : item.content,
    timeoutMs: bytes ? DOCUMENT_MS : PLAIN_MS,
  };
}

function target({ kind, jobId }) {
  const job = `contractor/jobs/${encodeURIComponent(jobId)}`;
  if (kind === "note") return { method: "POST", path: `${job}/notes` };
  if (kind === "completion") return { method: "PATCH", path: `${job}/complete` };
  return { method: "POST", path: "contractor/invoices" };
}

function form({ content, document }, bytes) {
  const fields = new FormData();
  for (const [name, value] of Object.entries(content)) {
    if (value !== null && value !== undefined) fields.append(name, String(value));
  }
  fields.append("document", new Blob([bytes], { type: "application/pdf" }), document.name);
  return fields;
}
