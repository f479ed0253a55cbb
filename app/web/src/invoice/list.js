// What became of invoices: those on this phone first, each once.
import { useCallback } from "preact/hooks";
import { html } from "../html.js";
import { isUnsent, items, words } from "../outbox/index.js";
import { Remarks, Review, StateOf } from "../outbox/parts.js";
import { Icon } from "../parts/icon.js";
import { Rows } from "../parts/rows.js";
import { useReading } from "../reading.js";
import { to } from "../router.js";
import { account } from "../session.js";
import { day, money } from "../words.js";

const STATES = {
  sending: { words: "Being sent", icon: "send" },
  submitted: { words: "With the agency", icon: "done" },
  authorised: { words: "Authorised", icon: "done" },
  rejected: { words: "Refused by the agency", icon: "emergency", className: "is-refused" },
  paid: { words: "Paid", icon: "money" },
  unconfirmed: { words: "Being checked", icon: "search" },
  review: { icon: "contacts" },
};

const NO_JOBS = {};

/** Where an invoice stands, in words. */
export const wordsOf = ({ status }) =>
  status === "review" ? words({ state: status }, account.value?.agencyName) : (STATES[status]?.words ?? status);

/** Those of this phone as the API tells of invoices, each with its `item`, then the agency's. */
export function joined(invoices, kept) {
  const own = kept
    .filter((item) => item.kind === "invoice" && (isUnsent(item) || !invoices.some((one) => isSame(one, item))))
    .reverse()
    .map((item) => ({ ...item.content, document: item.document, submittedAt: new Date(item.addedAt).toISOString(), item }));
  // What the portal has taken over and still checks is one thing in both lists.
  const isTold = (one) => ["sending", "unconfirmed", "review"].includes(one.status) && own.some(({ item }) => isSame(one, item));
  return [...own, ...invoices.filter((one) => !isTold(one))];
}

function isSame(one, { jobId, content, result, state }) {
  if (state === "refused") return false;
  if (result?.invoiceId && one.invoiceId) return result.invoiceId === one.invoiceId;
  const { amount, invoiceNumber = null, invoiceDate } = content;
  return (
    one.jobId === jobId && one.amount === amount && one.invoiceNumber === invoiceNumber && one.invoiceDate === invoiceDate
  );
}

/** The invoices of a job, where there are any. */
export function InvoicesOf({ jobId, agency }) {
  const reading = useReading(agency?.offers.includes("invoices.list") ? "invoices" : null).value;
  const found = joined(reading.body?.invoices ?? [], items.value ?? []).filter((one) => one.jobId === jobId);
  if (!found.length) return null;
  return html`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${found.length > 1 ? "Its invoices" : "Its invoice"}</h2>
      <${Invoices} invoices=${found} />
    </section>
  `;
}

/** `jobs` by their id, where each is to say which it is for; `rest`: how many are made, as Rows has it. */
export function Invoices({ invoices, jobs = NO_JOBS, ...rest }) {
  const row = useCallback(
    (one, at) => html`<${Invoice} key=${one.item?.id ?? one.invoiceId ?? `at ${at}`} invoice=${one} jobs=${jobs} />`,
    [jobs],
  );
  return html`<${Rows} of=${invoices} row=${row} ...${rest} />`;
}

function Invoice({ invoice, jobs }) {
  const { amount, description, invoiceNumber, invoiceDate, document, jobId, item } = invoice;
  return html`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${description || "Invoice"}</span>${" "}
        <b>${amount === null ? "" : money(amount)}</b>
      </p>
      <p class="about">
        ${item ? html`<${StateOf} item=${item} />` : html`<${State} invoice=${invoice} />`}
        ${invoiceDate && html`<time datetime=${invoiceDate}>${day(invoiceDate)}</time>`}
        ${invoiceNumber && html`<span dir="auto">Number ${invoiceNumber}</span>`}
        ${document && html`<span dir="auto">${document.name}</span>`}
      </p>
      ${item && html`<${Remarks} item=${item} />`}
      ${!item && invoice.status === "review" && html`<${Review} />`}
      ${jobs[jobId] &&
      html`<a class="reach" href=${to(`/jobs/${jobId}`)}><${Icon} name="jobs" /><span dir="auto">${jobs[jobId]}</span></a>`}
      ${item &&
      isUnsent(item) &&
      html`<a class="reach" href=${to("/outbox")}><${Icon} name="send" />Open the outbox</a>`}
    </div>
  `;
}

function State({ invoice }) {
  const { icon = "search", className = "" } = STATES[invoice.status] ?? {};
  return html`<span class=${`state ${className}`}><${Icon} name=${icon} />${wordsOf(invoice)}</span>`;
}
