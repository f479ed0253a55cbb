// Which invoice it is: for a job or a pending statement, a new one, one that waits and is changed, or one just sent.
import { html } from "../html.js";
import { titleOf } from "../jobs/state.js";
import { useJob } from "../jobs/use-job.js";
import { canEdit, items } from "../outbox/index.js";
import { Absence } from "../parts/fresh.js";
import { Screen } from "../parts/screen.js";
import { useReading } from "../reading.js";
import { place } from "../router.js";
import { today } from "../words.js";
import { Sent } from "./sent.js";
import { told } from "./statement.js";
import { Steps } from "./steps.js";

const MONEY = { path: "/money", name: "Money" };

/** `id`: that of the job, or null where the address names a statement, if anything. */
export function Invoice({ id }) {
  const { query } = place.value;
  const known = Number(query.get("sent") ?? query.get("change"));
  const item = (items.value ?? []).find((one) => one.id === known);
  const back = id ? { path: `/jobs/${id}`, name: "Job" } : MONEY;
  if (known && items.value === null) return html`<${Screen} key="reading" title="Your invoice" back=${back} />`;
  if (item && (query.has("sent") || !canEdit(item))) return html`<${Sent} item=${item} back=${back} />`;
  const statement = query.get("statement") ?? "";
  const New = id ? OfJob : OfStatement;
  return html`<${New} key=${known || statement} id=${id} statementId=${statement} item=${item} back=${back} />`;
}

function OfJob({ id, statementId, ...rest }) {
  const { job, reading } = useJob(id);
  // What is being changed stays in its form, though its job may be gone.
  if (!job && !rest.item && reading.status === 404) return html`<${Nothing} reading=${reading} back=${rest.back} />`;
  const first = { ...EMPTY, statementId, invoiceDate: today() };
  const address = job?.property?.address;
  return html`<${Steps} jobId=${id} about=${job ? titleOf(job) : id} address=${address} first=${first} ...${rest} />`;
}

function OfStatement({ statementId, ...rest }) {
  const reading = useReading("statements/pending").value;
  const statement = reading.body?.statements.find((one) => one.statementId === statementId);
  if (!statement && reading.busy) return html`<${Nothing} reading=${reading} back=${rest.back} />`;
  const first = { ...EMPTY, ...(statement && textsOf(statement)), statementId, invoiceDate: today() };
  return html`<${Steps} jobId=${null} about=${statement ? told(statement) : ""} first=${first} ...${rest} />`;
}

const Nothing = ({ reading, back }) => html`
  <${Screen} key="nothing" title="Invoice" back=${back}><${Absence} reading=${reading} /><//>
`;

const EMPTY = { amount: "", vat: "", description: "", invoiceNumber: "" };

/** What an invoice for a statement begins with: what the agency itself has written there. */
const textsOf = ({ gross, vat, description }) => ({
  amount: gross ? gross.toFixed(2) : "",
  vat: vat ? vat.toFixed(2) : "",
  description: description ?? "",
});
