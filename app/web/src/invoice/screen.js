// The invoice screen: a new invoice for a job or a pending statement, an invoice of the outbox that the person edits, or an
// invoice that was just sent.
import { useJob, jobTitle } from "../data/jobs.js";
import { useResource } from "../data/resource.js";
import { today } from "../format.js";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { canEdit } from "../outbox/states.js";
import { Absence } from "../parts/freshness.js";
import { Screen } from "../parts/screen.js";
import { route } from "../router.js";
import { statementLabel } from "./fields.js";
import { InvoiceFlow } from "./flow.js";
import { SentInvoice } from "./sent.js";

const MONEY = { path: "/money", name: "Money" };

/** @typedef {{item?: Item & {kind: "invoice"}, back: Link}} FlowProps */

/**
 * `id`: the job, or null if the address names a statement or nothing.
 *
 * @param {{id: string | null}} props
 */
export function InvoiceScreen({ id }) {
  const { query } = route.value;
  const itemId = Number(query.get("sent") ?? query.get("change"));
  const item = (outbox.items.value ?? []).find((each) => each.id === itemId);
  const back = id ? { path: `/jobs/${id}`, name: "Job" } : MONEY;
  if (itemId && outbox.items.value === null) return html`<${Screen} key="loading" title="Your invoice" back=${back} />`;
  if (item && (query.has("sent") || !canEdit(item))) return html`<${SentInvoice} item=${item} back=${back} />`;
  const statement = query.get("statement") ?? "";
  const Flow = id ? JobInvoice : StatementInvoice;
  return html`<${Flow} key=${itemId || statement} id=${id} statementId=${statement} item=${item} back=${back} />`;
}

/** @param {FlowProps & {id: string, statementId: string}} props */
function JobInvoice({ id, statementId, item, back }) {
  const { job, resource } = useJob(id);
  // An invoice that the person edits stays in its form, although its job may be gone.
  if (!job && !item && resource.status === 404) return html`<${Missing} resource=${resource} back=${back} />`;
  const initial = { ...EMPTY, statementId, invoiceDate: today() };
  const address = job?.property?.address;
  return html`
    <${InvoiceFlow} jobId=${id} about=${job ? jobTitle(job) : id} address=${address} initial=${initial} item=${item} back=${back} />
  `;
}

/** @param {FlowProps & {statementId: string}} props */
function StatementInvoice({ statementId, item, back }) {
  const resource = useResource("statements/pending").value;
  const statement = resource.body?.statements.find((each) => each.statementId === statementId);
  if (!statement && resource.busy) return html`<${Missing} resource=${resource} back=${back} />`;
  const initial = { ...EMPTY, ...(statement && textsOfStatement(statement)), statementId, invoiceDate: today() };
  const about = statement ? statementLabel(statement) : "";
  return html`<${InvoiceFlow} jobId=${null} about=${about} initial=${initial} item=${item} back=${back} />`;
}

/** @param {{resource: ResourceState, back: Link}} props */
const Missing = ({ resource, back }) => html`
  <${Screen} key="missing" title="Invoice" back=${back}><${Absence} resource=${resource} /><//>
`;

const EMPTY = { amount: "", vat: "", description: "", invoiceNumber: "" };

/**
 * Return the texts that the form for a statement begins with: those that the agency has written there.
 *
 * @param {Statement} statement
 */
const textsOfStatement = ({ gross, vat, description }) => ({
  amount: gross ? gross.toFixed(2) : "",
  vat: vat ? vat.toFixed(2) : "",
  description: description ?? "",
});
