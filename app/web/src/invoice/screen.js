// Sending an invoice: written, looked over, sent. The address says which of these, so back and reload do as they say.
import { useSignal } from "@preact/signals";
import { useDraft } from "../drafts.js";
import { html } from "../html.js";
import { titleOf } from "../jobs/state.js";
import { useJob } from "../jobs/use-job.js";
import { add, canEdit, edit, items } from "../outbox/index.js";
import { announce } from "../parts/announce.js";
import { Absence } from "../parts/fresh.js";
import { Screen } from "../parts/screen.js";
import { useReading } from "../reading.js";
import { go, place, to } from "../router.js";
import { today } from "../words.js";
import { Form } from "./form.js";
import { InvoicesOf } from "./list.js";
import { Look } from "./look.js";
import { contentOf, problems, textsOf } from "./rules.js";
import { Sent } from "./sent.js";
import { told } from "./statement.js";

const MONEY = { path: "/money", name: "Money" };

export function Invoice({ id }) {
  const { query } = place.value;
  const known = Number(query.get("sent") ?? query.get("change"));
  const item = (items.value ?? []).find((one) => one.id === known);
  const back = id ? { path: `/jobs/${id}`, name: "Job" } : MONEY;
  if (known && items.value === null) return html`<${Screen} key="reading" title="Your invoice" back=${back} />`;
  if (item && (query.has("sent") || !canEdit(item))) return html`<${Sent} item=${item} back=${back} />`;
  const key = known || query.get("statement");
  return id
    ? html`<${OfJob} key=${key} id=${id} item=${item} back=${back} />`
    : html`<${OfStatement} key=${key} item=${item} back=${back} />`;
}

function OfJob({ id, item, back }) {
  const { job, reading } = useJob(id);
  if (!job && reading.status === 404) return html`<${Screen} title="Invoice" back=${back}><${Absence} reading=${reading} /><//>`;
  const about = job ? titleOf(job) : id;
  return html`<${Steps} jobId=${id} item=${item} about=${about} address=${job?.property?.address} first=${FIRST} back=${back} />`;
}

function OfStatement({ item, back }) {
  const id = place.value.query.get("statement") ?? "";
  const reading = useReading("statements/pending").value;
  const statement = reading.body?.statements.find(({ statementId }) => statementId === id);
  if (!statement && reading.busy) return html`<${Screen} title="Invoice" back=${back}><${Absence} reading=${reading} /><//>`;
  return html`<${Steps} jobId=${null} item=${item} about=${statement ? told(statement) : ""} first=${firstOf(id, statement)} back=${back} />`;
}

const NONE = false; // no PDF, where null says that none was chosen or removed yet
const FIRST = { amount: "", vat: "", description: "", invoiceNumber: "", statementId: "" };

/** What an invoice for a statement begins with: what the agency itself has written there. */
const firstOf = (statementId, { gross, vat, description } = {}) => ({
  ...FIRST,
  statementId,
  amount: gross ? gross.toFixed(2) : "",
  vat: vat ? vat.toFixed(2) : "",
  description: description ?? "",
});

/** `item`: one that waits in the outbox, to be changed. */
function Steps({ jobId, item, about, address, first, back }) {
  const { query, path } = place.value;
  const statement = query.get("statement");
  const name = item ? `change of ${item.id}` : `invoice for ${jobId ?? `statement ${statement}`}`;
  const [[draft, setDraft], [pdf, setPdf]] = [useDraft(name), useDraft(`PDF of ${name}`)];
  const [agency, failed] = [useReading("agency").value, useSignal(null)];
  if (draft.value === undefined || pdf.value === undefined || (!agency.body && agency.busy)) {
    return html`<${Screen} key="reading" title="Invoice" back=${back}><p class="loading" role="status">Loading …</p><//>`;
  }
  const obstacle = agency.body && obstacleOf(agency.body, jobId);
  if (obstacle) return html`<${Screen} key="none" title="Invoice" back=${back}><p class="notice">${obstacle}</p><//>`;
  const given = item ? textsOf(item.content) : { statementId: statement ?? first.statementId, invoiceDate: today() };
  const values = { ...first, ...given, ...draft.value };
  const document = (pdf.value ?? item?.document) || null;
  const isWhole = !Object.keys(problems(values, document, agency.body, jobId)).length;
  const addressOf = (step) => to(path, { ...(statement && { statement }), ...(item && { change: item.id }), ...step });
  const send = async () => {
    failed.value = null;
    try {
      const content = contentOf(values, jobId);
      const { id } = item
        ? await edit(item.id, { content, ...(pdf.value !== null && { document: fileOf(document) }) })
        : await add({ kind: "invoice", jobId, about, content, document: fileOf(document) });
      announce("Your invoice is on its way.");
      go(to(path, { sent: id }), { replace: true });
      setDraft(null);
      setPdf(null);
    } catch (error) {
      failed.value = error.sentence ?? "Your invoice could not be kept. Please try again.";
    }
  };
  if (query.has("look") && isWhole) {
    return html`
      <${Look}
        about=${about} address=${address} values=${values} document=${document} failed=${failed.value} onSend=${send}
        change=${addressOf({})} back=${back}
      />
    `;
  }
  return html`
    <${Screen} key="write" title="Invoice" back=${back} keepsFocus=${query.has("look")}>
      ${about && html`<p>For <b dir="auto">${about}</b>${address && html`<br /><span class="address" dir="auto">${address}</span>`}</p>`}
      ${jobId && html`<${InvoicesOf} jobId=${jobId} agency=${agency.body} />`}
      <${Form}
        values=${values} set=${(field, text) => setDraft({ ...draft.value, [field]: text })} document=${document}
        setDocument=${(chosen) => setPdf(chosen ?? NONE)}
        agency=${agency.body} jobId=${jobId} asked=${query.has("look")} onWhole=${() => go(addressOf({ look: "1" }))}
      />
    <//>
  `;
}

function obstacleOf({ offers, invoice }, jobId) {
  if (!offers.includes("invoices.submit")) return "Your agency does not take invoices here.";
  return jobId || invoice.link === "job_or_statement" ? null : "Your agency takes invoices for jobs: please send it from its job.";
}

const fileOf = (pdf) => pdf && new File([pdf.blob], pdf.name, { type: pdf.blob.type });
