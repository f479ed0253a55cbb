// An invoice on its way out: written, then looked over, then sent. The address says which, so back and reload do as they say.
import { useSignal } from "@preact/signals";
import { useDraft } from "../drafts.js";
import { html } from "../html.js";
import { add, edit } from "../outbox/index.js";
import { useKeptBack } from "../outbox/kept-back.js";
import { announce } from "../parts/announce.js";
import { Screen } from "../parts/screen.js";
import { useReading } from "../reading.js";
import { go, place, to } from "../router.js";
import { Form } from "./form.js";
import { InvoicesOf } from "./list.js";
import { Look } from "./look.js";
import { contentOf, problems, textsOf } from "./rules.js";

const NO_PDF = false; // as a draft; null says that none was chosen or removed yet

/** `about`, `address`: of what it is for. `first`: the texts it begins with. `item`: one of the outbox, to be changed. */
export function Steps({ jobId, item, about, address, first, back }) {
  const { query, path } = place.value;
  const name = item ? `change of ${item.id}` : `invoice for ${jobId ?? `statement ${first.statementId}`}`;
  const [[draft, setDraft], [pdf, setPdf]] = [useDraft(name), useDraft(`PDF of ${name}`)];
  const [agency, failed] = [useReading("agency").value, useSignal(null)];
  const isLooked = query.has("look");
  useKeptBack(item?.id ?? null);
  if (draft.value === undefined || pdf.value === undefined || (!agency.body && agency.busy)) {
    return html`<${Screen} key="reading" title="Invoice" back=${back}><p class="loading" role="status">Loading …</p><//>`;
  }
  const obstacle = agency.body && obstacleOf(agency.body, jobId);
  if (obstacle) return html`<${Screen} key="none" title="Invoice" back=${back}><p class="notice">${obstacle}</p><//>`;
  const values = { ...first, ...(item && textsOf(item.content)), ...draft.value };
  const isUnread = item?.asks === "document"; // then it is attached again, or left out
  const document = (pdf.value ?? (isUnread ? null : item?.document)) || null;
  const isWhole = !Object.keys(problems(values, document, agency.body, jobId)).length;
  const { statementId: statement } = first;
  const addressOf = (step) => to(path, { ...(statement && { statement }), ...(item && { change: item.id }), ...step });
  const keep = () => {
    const content = contentOf(values, jobId);
    if (!item) return add({ kind: "invoice", jobId, about, content, document: fileOf(document) });
    return edit(item.id, { content, ...((pdf.value !== null || isUnread) && { document: fileOf(document) }) });
  };
  const send = async () => {
    failed.value = null;
    try {
      const { id } = await keep();
      announce("Your invoice waits to be sent.");
      go(to(path, { sent: id }), { replace: true });
      setDraft(null);
      setPdf(null);
    } catch (error) {
      failed.value = error.sentence ?? "Your invoice could not be kept. Please try again.";
    }
  };
  if (isLooked && isWhole) {
    return html`
      <${Look}
        about=${about} address=${address} values=${values} document=${document} failed=${failed.value} onSend=${send}
        change=${addressOf({})} back=${back}
      />
    `;
  }
  return html`
    <${Screen} key="write" title="Invoice" back=${back} keepsFocus=${isLooked}>
      <${For} about=${about} address=${address} />
      ${jobId && html`<${InvoicesOf} jobId=${jobId} agency=${agency.body} />`}
      <${Form}
        values=${values} set=${(field, text) => setDraft({ ...draft.value, [field]: text })} document=${document}
        setDocument=${(chosen) => setPdf(chosen ?? NO_PDF)} agency=${agency.body} jobId=${jobId} asked=${isLooked}
        onWhole=${() => go(addressOf({ look: "1" }))}
      />
    <//>
  `;
}

function For({ about, address }) {
  if (!about) return null;
  return html`<p>For <b dir="auto">${about}</b>${address && html`<br /><span class="address" dir="auto">${address}</span>`}</p>`;
}

function obstacleOf({ offers, invoice }, jobId) {
  if (!offers.includes("invoices.submit")) return "Your agency does not take invoices here.";
  const isTaken = jobId || invoice.link === "job_or_statement";
  return isTaken ? null : "Your agency takes invoices for jobs: please send it from its job.";
}

/** `blob`: of a draft that an earlier release kept. */
const fileOf = (pdf) => pdf && new File([pdf.bytes ?? pdf.blob], pdf.name, { type: "application/pdf" });
