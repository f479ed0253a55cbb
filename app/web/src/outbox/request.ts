// Turns an item of the outbox into a request to the portal.

const DOCUMENT_TIMEOUT_MS = 300_000; // ten megabytes over a poor line
const TIMEOUT_MS = 60_000;

/** Return the path and the options with which `callApi` sends an item. `bytes`: of its document. */
export function requestFor(item: Item, bytes: ArrayBuffer | null) {
  const { method, path } = endpointOf(item);
  const headers: Record<string, string> = { "Idempotency-Key": item.key, Prefer: "respond-async" };
  if (item.duplicate) headers["X-Allow-Duplicate"] = "true";
  return {
    method,
    path,
    headers,
    body: bytes ? formOf(item, bytes) : item.content,
    timeoutMs: bytes ? DOCUMENT_TIMEOUT_MS : TIMEOUT_MS,
  };
}

function endpointOf({ kind, jobId }: Item) {
  const job = `contractor/jobs/${encodeURIComponent(String(jobId))}`;
  if (kind === "note") return { method: "POST", path: `${job}/notes` };
  if (kind === "completion") return { method: "PATCH", path: `${job}/complete` };
  return { method: "POST", path: "contractor/invoices" };
}

function formOf({ content, document }: Item, bytes: ArrayBuffer) {
  const form = new FormData();
  for (const [name, value] of Object.entries(content)) {
    if (value !== null && value !== undefined) form.append(name, String(value));
  }
  form.append("document", new Blob([bytes], { type: "application/pdf" }), document?.name);
  return form;
}
