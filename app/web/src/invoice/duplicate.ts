// An invoice that the portal has not taken, because it looks like another: both side by side. The safe choice is the primary.
import { isValid, useInvoices } from "../data/invoices.ts";
import { jobTitle, useJob } from "../data/jobs.ts";
import { money, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { DeleteSheet } from "../outbox-screens/item-screen.ts";
import { announce } from "../parts/announcer.ts";
import { useAttempt } from "../parts/attempt.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { openSheet, sheetHref } from "../parts/sheet.ts";
import { hrefTo, replaceSteps } from "../router.ts";
import { common, duplicate as words, invoice as invoiceWords, sentInvoice as sentWords } from "../words.ts";

export function Duplicate({ item, account }: {item: import("./flow.ts").InvoiceItem, account: ShownAccount}) {
  const { jobId, content } = item;
  const { job } = useJob(jobId);
  const { attempt, problem } = useAttempt(invoiceWords.notKept);
  const { invoices } = useInvoices();
  const first = invoices.find(
    (invoice) =>
      isValid(invoice) &&
      invoice.account.name === account.name &&
      invoice.item?.id !== item.id &&
      (invoice.jobId ?? null) === jobId &&
      invoice.amount === content.amount,
  );
  const parent = jobId ? hrefTo(`/jobs/${jobId}`) : "/money";
  const query = { ...(content.statementId && !jobId && { statement: content.statementId }), change: item.id };
  const editHref = hrefTo(jobId ? `/jobs/${jobId}/invoice` : "/invoice", query);
  const sendAnyway = () => attempt(() => outbox.resend(item, { duplicate: true }));
  const onDeleted = () => {
    announce(common.removed);
    replaceSteps(parent);
  };
  const deleteSheet = html`
    <${DeleteSheet}
      item=${item} question=${words.removeQuestion} label=${words.remove} onDeleted=${onDeleted}
      text=${words.removeHint(money(content.amount), content.invoiceNumber ?? "")}
    />
  `;
  const bar = html`
    <footer class="bar" aria-label="Actions">
      ${first
        ? html`<a class="btn is-primary" href=${hrefOfInvoice(first)}>${words.seeFirst}</a>`
        : html`<a class="btn is-primary" href=${parent}>${jobId ? sentWords.backToJob : sentWords.backToMoney}</a>`}
    </footer>
  `;
  return html`
    <${Page}
      key="duplicate" parent=${parent} account=${account} title=${words.title} meta=${words.nothingSent} bar=${bar}
      sheet=${openSheet() === "delete" && deleteSheet}
    >
      <p dir="auto">${first || !item.sentence ? words.question(account.shortName) : item.sentence}</p>
      <section class="card pad prose">
        <${Comparison} first=${first ?? null} second=${{ ...content, document: item.document }} job=${job ? (job.reference ?? jobTitle(job)) : jobId} />
      </section>
      ${first && html`<p class="hint">${words.differences}</p>`}
      <div class="pair prose">
        <a class="btn" href=${editHref} data-replace><${Icon} name="edit" />${invoiceWords.edit}</a>
        <a class="btn" href=${sheetHref("delete")}><${Icon} name="trash" />${words.remove}</a>
      </div>
      <p class="prose"><button type="button" class="btn is-danger is-wide" onClick=${sendAnyway}>${words.sendAnyway}</button></p>
      ${problem.value && html`<p class="problem" role="alert"><${Icon} name="refused" small /><span>${problem.value}</span></p>`}
    <//>
  `;
}

/** Return the address of an invoice that another resembles: in Money, or what became of it in the outbox. */
const hrefOfInvoice = ({ invoiceId, submissionId, item, account }: import("../data/invoices.ts").AccountInvoice) =>
  item ? hrefTo(`/sent/${item.id}`, {}, account.name) : hrefTo(`/money/invoices/${invoiceId ?? submissionId}`, {}, account.name);

/**
 * A table of both invoices, or of the second alone if this phone does not know the first. `job`: its reference, for
 * both.
 */
function Comparison({ first, second, job }: {first: Invoice | null, second: Invoice, job: string | null}) {
  const rows: [string, (invoice: Invoice) => string | null][] = [
    [words.amount, ({ amount }) => (amount === null ? null : money(amount))],
    [common.job, () => job],
    [common.number, ({ invoiceNumber }) => invoiceNumber || common.none],
    [common.date, ({ invoiceDate }) => (invoiceDate ? shortDay(invoiceDate) : null)],
    [common.pdf, ({ document }) => (document ? words.yes : common.none)],
  ];
  return html`
    <table class="compare">
      <thead>
        <tr>
          <td></td>
          ${first && html`<th scope="col">${words.first}<br /><span class="tag is-ok"><${Icon} name="tick" small />${words.isSent}</span></th>`}
          <th scope="col">${words.second}<br /><span class="tag">${words.isNotSent}</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(([label, valueOf]) => html`<${Row} key=${label} label=${label} values=${[first, second].filter((each) => each !== null).map(valueOf)} />`)}
      </tbody>
    </table>
  `;
}

function Row({ label, values }: {label: string, values: (string | null)[]}) {
  const isOther = values.some((value) => value !== values[0]);
  return (
    values.some(Boolean) &&
    html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td class=${isOther ? "is-other" : null} dir="auto">${value}</td>`)}</tr>`
  );
}
