// The steps of an invoice: the form, then the review, then sending. The address names the step, so back and reload work.
import { useSignal } from "@preact/signals";
import { useResource } from "../data/resource.js";
import { useDraft } from "../data/use-draft.js";
import { html } from "../html.js";
import { useHeldItem } from "../outbox-views/hooks.js";
import { outbox } from "../outbox/instance.js";
import { announce } from "../parts/announcer.js";
import { Screen } from "../parts/screen.js";
import { hrefTo, navigate, route } from "../router.js";
import { sentenceOf } from "../store/database.js";
import { InvoiceForm } from "./form.js";
import { InvoicesOfJob } from "./list.js";
import { Review } from "./review.js";
import { contentOf, problemsOf, textsOf } from "./rules.js";

const REMOVED = false; // a draft of the PDF; null means that the person has neither chosen nor removed a PDF

/**
 * `about`, `address`: of what the invoice is for. `initial`: the texts that the form begins with. `item`: an item of the
 * outbox that the person edits.
 *
 * @param {{
 *   jobId: string | null, item?: Item & {kind: "invoice"}, about: string, address?: string, initial: InvoiceTexts, back: Link,
 * }} props
 */
export function InvoiceFlow({ jobId, item, about, address, initial, back }) {
  const { query, path } = route.value;
  const name = item ? `change of ${item.id}` : `invoice for ${jobId ?? `statement ${initial.statementId}`}`;
  const [draft, setDraft] = /** @type {typeof useDraft<Partial<InvoiceTexts>>} */ (useDraft)(name);
  const [pdf, setPdf] = /** @type {typeof useDraft<DraftDocument | false>} */ (useDraft)(`PDF of ${name}`);
  const [agency, failure] = [useResource("agency").value, useSignal(/** @type {string | null} */ (null))];
  const isReview = query.has("look");
  useHeldItem(item?.id ?? null);
  if (draft.value === undefined || pdf.value === undefined || (!agency.body && agency.busy)) {
    return html`<${Screen} key="loading" title="Invoice" back=${back}><p class="loading" role="status">Loading …</p><//>`;
  }
  const obstacle = agency.body && obstacleOf(agency.body, jobId);
  if (obstacle) return html`<${Screen} key="none" title="Invoice" back=${back}><p class="notice">${obstacle}</p><//>`;
  const values = { ...initial, ...(item && textsOf(item.content)), ...draft.value };
  const isUnreadable = item?.asks === "document"; // the person then attaches the PDF again, or sends none
  const document = (pdf.value ?? (isUnreadable ? null : item?.document)) || null;
  /** @param {string} field */
  const isChanged = (field) => (field === "document" ? pdf.value !== null : draft.value && field in draft.value);
  const faults = Object.fromEntries(Object.entries(item?.faults ?? {}).filter(([field]) => !isChanged(field)));
  const isComplete = !Object.keys(problemsOf(values, document, agency.body, jobId)).length;
  const { statementId: statement } = initial;
  /** @param {Record<string, string>} step */
  const addressOf = (step) => hrefTo(path, { ...(statement && { statement }), ...(item && { change: item.id }), ...step });
  const keep = () => {
    const content = contentOf(values, jobId);
    if (!item) return outbox.add({ kind: "invoice", jobId, about, content, document: fileOf(document) });
    return outbox.edit(item.id, { content, ...((pdf.value !== null || isUnreadable) && { document: fileOf(document) }) });
  };
  const send = async () => {
    failure.value = null;
    try {
      const { id } = await keep();
      announce("Your invoice waits to be sent.");
      navigate(hrefTo(path, { sent: id }), { replace: true });
      setDraft(null);
      setPdf(null);
    } catch (error) {
      failure.value = sentenceOf(error) ?? "Your invoice could not be kept. Please try again.";
    }
  };
  if (isReview && isComplete) {
    return html`
      <${Review}
        about=${about} address=${address} values=${values} document=${document} problem=${failure.value} onSend=${send}
        editAddress=${addressOf({})} back=${back}
      />
    `;
  }
  /**
   * @param {InvoiceField} field
   * @param {string} text
   */
  const setValue = (field, text) => setDraft({ ...draft.value, [field]: text });
  /** @param {DraftDocument | null} chosen */
  const setDocument = (chosen) => setPdf(chosen ?? REMOVED);
  return html`
    <${Screen} key="form" title="Invoice" back=${back} keepsFocus=${isReview}>
      <${Subject} about=${about} address=${address} />
      ${jobId && html`<${InvoicesOfJob} jobId=${jobId} agency=${agency.body} />`}
      <${InvoiceForm}
        values=${values} setValue=${setValue} document=${document} setDocument=${setDocument} agency=${agency.body}
        jobId=${jobId} faults=${faults} showsAll=${isReview} onComplete=${() => navigate(addressOf({ look: "1" }))}
      />
    <//>
  `;
}

/** @param {{about: string, address?: string}} props */
function Subject({ about, address }) {
  if (!about) return null;
  return html`<p>For <b dir="auto">${about}</b>${address && html`<br /><span class="address" dir="auto">${address}</span>`}</p>`;
}

/**
 * Return why the person cannot send this invoice, or null.
 *
 * @param {Agency} agency
 * @param {string | null} jobId
 */
function obstacleOf({ offers, invoice }, jobId) {
  if (!offers.includes("invoices.submit")) return "Your agency does not take invoices here.";
  const isTaken = jobId || invoice.link === "job_or_statement";
  return isTaken ? null : "Your agency takes invoices for jobs: please send it from its job.";
}

/** @param {DraftDocument | null} pdf */
const fileOf = (pdf) =>
  pdf && new File([/** @type {BlobPart} */ (pdf.bytes)], pdf.name, { type: "application/pdf" });
