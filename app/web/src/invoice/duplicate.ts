// An invoice that the portal has not taken, because it looks like another: both side by side. The safe choice is the primary.
import { type AccountInvoice, isValid, useInvoices } from "../data/invoices.ts";
import { jobTitle, useJob } from "../data/jobs.ts";
import { money, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { invoiceHref } from "../outbox-screens/actions.ts";
import { DeleteSheet } from "../outbox-screens/item-screen.ts";
import { useAttempt } from "../parts/attempt.ts";
import { Bar, Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { openSheet, sheetHref } from "../parts/sheet.ts";
import { hrefTo, replaceSteps } from "../router.ts";
import { common, duplicate as words, invoice as invoiceWords, sentInvoice as sentWords } from "../words.ts";
import { Problem } from "./fields.ts";
import type { InvoiceItem } from "./flow.ts";

export function Duplicate({ item, account }: {item: InvoiceItem, account: ShownAccount}) {
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
  const sendAnyway = () => attempt(() => outbox.resend(item, { duplicate: true }));
  const back = jobId ? sentWords.backToJob : sentWords.backToMoney;
  const bar = html`<${Bar}><${Button} look="is-primary" href=${first ? hrefOfInvoice(first) : parent}>${first ? words.seeFirst : back}<//><//>`;
  return html`
    <${Page}
      key="duplicate" parent=${parent} account=${account} title=${words.title} meta=${words.nothingSent} bar=${bar}
      sheet=${openSheet() === "delete" && html`<${DeleteSheet} item=${item} onDeleted=${() => replaceSteps(parent)} />`}
    >
      <p dir="auto">${first || !item.sentence ? words.question(account.shortName) : item.sentence}</p>
      <section class="card pad prose">
        <${Comparison} first=${first ?? null} second=${{ ...content, document: item.document }} job=${job ? (job.reference ?? jobTitle(job)) : jobId} />
      </section>
      ${first && html`<p class="hint">${words.differences}</p>`}
      <div class="pair prose">
        <${Button} icon="edit" href=${invoiceHref(item, account)} data-replace>${invoiceWords.edit}<//>
        <${Button} icon="trash" href=${sheetHref("delete")}>${words.remove}<//>
      </div>
      <p class="prose"><${Button} look="is-danger is-wide" onClick=${sendAnyway}>${words.sendAnyway}<//></p>
      <${Problem}>${problem.value}<//>
    <//>
  `;
}

const hrefOfInvoice = ({ invoiceId, submissionId, item, account }: AccountInvoice) =>
  item ? hrefTo(`/sent/${item.id}`, {}, account.name) : hrefTo(`/money/invoices/${invoiceId ?? submissionId}`, {}, account.name);

/** `first`: null if this phone does not know it. `job`: the reference, for both. */
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
        ${rows.map(([label, valueOf]) => {
          const values = [first, second].filter((each) => each !== null).map(valueOf);
          const className = values.some((value) => value !== values[0]) ? "is-other" : null;
          const cells = values.map((value) => html`<td class=${className} dir="auto">${value}</td>`);
          return values.some(Boolean) && html`<tr key=${label}><th scope="row">${label}</th>${cells}</tr>`;
        })}
      </tbody>
    </table>
  `;
}
