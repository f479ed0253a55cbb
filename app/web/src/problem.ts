// The portal's errors: as problems (RFC 9457), or as one sentence. Nothing here uses the network.

const PAGE = "/api/problems#"; // a type is the address of its description on this page

/**
 * Return why the portal did not do what was asked, or null if the body is not one of its errors. If a proxy removes the
 * header `Accept`, the portal answers {"error": "one sentence"} alone.
 */
export function problemOf(status: number, body: Json, headers: Headers): Problem | null {
  if (typeof body?.error === "string") {
    const retryAfter = Number(headers.get("Retry-After")) || null;
    const type = status === 409 && retryAfter ? "in-progress" : null; // no other 409 says how long to wait
    return { type, sentence: body.error, errors: null, retryAfter, submissionState: headers.get("Submission-State") };
  }
  if (typeof body?.detail !== "string" || !String(body.type).startsWith(PAGE)) return null;
  const { type, detail, errors = [], retryAfter = null, submissionState = null } = body;
  return { type: type.slice(PAGE.length), sentence: detail, errors, retryAfter, submissionState };
}

/**
 * Return what the portal found wrong with each field, a sentence by the field's name in JSON; {} if it named no field.
 */
export function fieldFaults({ problem }: Pick<Answer, "problem">) {
  const faults: Record<string, string> = {};
  for (const { pointer, detail } of problem?.errors ?? []) {
    const name = pointer?.split("/")[1];
    if (name) faults[name] ??= detail.slice(0, 1).toUpperCase() + detail.slice(1);
  }
  return faults;
}
