// Lists of invoices and their states. Invoices in the outbox come first, and no invoice appears twice.
import { useCallback } from "preact/hooks";
import { useResource } from "../data/resource.js";
import { day, money } from "../format.js";
import { html } from "../html.js";
import { Remarks, ReviewHint, StateLine } from "../outbox-views/item-state.js";
import { outbox } from "../outbox/instance.js";
import { stateLabel } from "../outbox/labels.js";
import { isUnsent } from "../outbox/states.js";
import { Icon } from "../parts/icon.js";
import { LongList } from "../parts/long-list.js";
import { hrefTo } from "../router.js";
import { account } from "../session.js";

/** @type {Record<string, {label?: string, icon: string, className?: string}>} */
const STATUSES = {
  sending: { label: "Being sent", icon: "send" },
  submitted: { label: "With the agency", icon: "done" },
  authorised: { label: "Authorised", icon: "done" },
  rejected: { label: "Refused by the agency", icon: "emergency", className: "is-refused" },
  paid: { label: "Paid", icon: "money" },
  unconfirmed: { label: "Being checked", icon: "search" },
  review: { icon: "contacts" },
};

/** @type {Record<string, string>} */
const NO_TITLES = {};

/**
 * Return the status of an invoice in words.
 *
 * @param {Invoice} invoice
 */
export const statusLabel = ({ status = "" }) =>
  status === "review" ? stateLabel({ state: status }, account.value?.agencyName) : (STATUSES[status]?.label ?? status);

/**
 * Return the invoices in the outbox, each with its `item`, and then the agency's invoices.
 *
 * @param {Invoice[]} invoices of the agency
 * @param {Item[]} items of the outbox
 * @returns {Invoice[]}
 */
export function mergeInvoices(invoices, items) {
  const own = items
    .filter((item) => item.kind === "invoice")
    .filter((item) => isUnsent(item) || !invoices.some((invoice) => isSame(invoice, item)))
    .reverse()
    .map((item) => ({ ...item.content, document: item.document, submittedAt: new Date(item.addedAt).toISOString(), item }));
  // An invoice that the portal has taken over and still checks is in both lists.
  /** @param {Invoice} invoice */
  const isRepeated = (invoice) =>
    ["sending", "unconfirmed", "review"].includes(invoice.status ?? "") && own.some(({ item }) => isSame(invoice, item));
  return [...own, ...invoices.filter((invoice) => !isRepeated(invoice))];
}

/**
 * @param {Invoice} invoice
 * @param {Item & {kind: "invoice"}} item
 */
function isSame(invoice, { jobId, content, result, state }) {
  if (state === "refused") return false;
  if (result?.invoiceId && invoice.invoiceId) return result.invoiceId === invoice.invoiceId;
  const { amount, invoiceNumber = null, invoiceDate } = content;
  return (
    invoice.jobId === jobId &&
    invoice.amount === amount &&
    invoice.invoiceNumber === invoiceNumber &&
    invoice.invoiceDate === invoiceDate
  );
}

/**
 * The invoices of a job; nothing if there are none.
 *
 * @param {{jobId: string, agency: Agency | null}} props
 */
export function InvoicesOfJob({ jobId, agency }) {
  const resource = useResource(agency?.offers.includes("invoices.list") ? "invoices" : null).value;
  const invoices = mergeInvoices(resource.body?.invoices ?? [], outbox.items.value ?? []).filter(
    (invoice) => invoice.jobId === jobId,
  );
  if (!invoices.length) return null;
  return html`
    <section aria-labelledby="invoices">
      <h2 id="invoices">${invoices.length > 1 ? "Its invoices" : "Its invoice"}</h2>
      <${InvoiceList} invoices=${invoices} />
    </section>
  `;
}

/**
 * `jobTitles` by the ids of the jobs, if each invoice is to name its job. `limit`, `onMore`: as in LongList.
 *
 * @param {{invoices: Invoice[], jobTitles?: Record<string, string>, limit?: number, onMore?: () => void}} props
 */
export function InvoiceList({ invoices, jobTitles = NO_TITLES, limit, onMore }) {
  const row = useCallback(
    (/** @type {Invoice} */ invoice, /** @type {number} */ index) => html`
      <${InvoiceRow} key=${invoice.item?.id ?? invoice.invoiceId ?? `at ${index}`} invoice=${invoice} jobTitles=${jobTitles} />
    `,
    [jobTitles],
  );
  return html`<${LongList} items=${invoices} row=${row} limit=${limit} onMore=${onMore} />`;
}

/** @param {{invoice: Invoice, jobTitles: Record<string, string>}} props */
function InvoiceRow({ invoice, jobTitles }) {
  const { amount, description, invoiceNumber, invoiceDate, document, jobId, item } = invoice;
  const jobTitle = jobTitles[jobId ?? ""];
  return html`
    <div class="entry" role="listitem">
      <p class="sum">
        <span class="title" dir="auto">${description || "Invoice"}</span>${" "}
        <b>${amount === null ? "" : money(amount)}</b>
      </p>
      <p class="about">
        ${item ? html`<${StateLine} item=${item} />` : html`<${InvoiceStatus} invoice=${invoice} />`}
        ${invoiceDate && html`<time datetime=${invoiceDate}>${day(invoiceDate)}</time>`}
        ${invoiceNumber && html`<span dir="auto">Number ${invoiceNumber}</span>`}
        ${document && html`<span dir="auto">${document.name}</span>`}
      </p>
      ${item && html`<${Remarks} item=${item} />`}
      ${!item && invoice.status === "review" && html`<${ReviewHint} />`}
      ${jobTitle &&
      html`<a class="reach" href=${hrefTo(`/jobs/${jobId}`)}><${Icon} name="jobs" /><span dir="auto">${jobTitle}</span></a>`}
      ${item &&
      isUnsent(item) &&
      html`<a class="reach" href=${hrefTo("/outbox")}><${Icon} name="send" />Open the outbox</a>`}
    </div>
  `;
}

/** @param {{invoice: Invoice}} props */
function InvoiceStatus({ invoice }) {
  const { icon = "search", className = "" } = STATUSES[invoice.status ?? ""] ?? {};
  return html`<span class=${`state ${className}`}><${Icon} name=${icon} />${statusLabel(invoice)}</span>`;
}
