// One job, as the portal answers for it or else as it stands in the list of all.
import { useReading } from "../reading.js";
import { asKnown } from "./state.js";

/** {job: null while it is not known, reading: what it was taken from}. */
export function useJob(id) {
  const [one, all] = [useReading(`jobs/${id}`).value, useReading("jobs").value];
  if (one.body) return { job: known(one.body, one), reading: one };
  // The list says nearly all of it, and is there at once; without a network it may be all there is.
  const listed = one.status === 404 ? null : all.body?.jobs.find(({ jobId }) => jobId === id);
  return { job: listed ? known(listed, all) : null, reading: listed ? all : one };
}

const known = (job, { begunAt }) => asKnown([job], begunAt)[0];
