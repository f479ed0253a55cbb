// "Needs you": what waits for the person, each with a way to deal with it.
import { useItemAccounts } from "../outbox-screens/item-account.ts";
import { itemHref } from "../outbox-screens/item-row.ts";
import { jobTitle } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { age, capitalised, money } from "../format.ts";
import { html } from "../html.ts";
import { itemTitle, refusalOf } from "../outbox/shown.ts";
import { Icon } from "../parts/icon.ts";
import { hrefTo } from "../router.ts";
import { accountName } from "../session.ts";
import { today as words } from "../words.ts";

import type { Need } from "./order.ts";

export const NeedsYou = ({ needs, jobs }: {needs: Need[], jobs: AccountJob[]}) =>
  needs.length > 0 &&
  html`
    <h2 class="section"><span>${words.needsYou}</span><span class="meta">${needs.length}</span></h2>
    <ul class="card">${needs.map((need) => html`<${NeedRow} key=${keyOf(need)} need=${need} jobs=${jobs} />`)}</ul>
  `;

function keyOf({ kind, entries }: Need) {
  const [{ owner, id, invoiceId, account }] = entries;
  return entries.length > 1 || kind === "toInvoice" ? kind : [kind, accountName(owner ?? account.owner), id ?? invoiceId].join(" ");
}

function NeedRow({ need: { kind, entries }, jobs }: {need: Need, jobs: AccountJob[]}) {
  const accountOf = useItemAccounts();
  const [first] = entries;
  if (kind === "toInvoice") return html`<${ToInvoiceRow} jobs=${entries} />`;
  if (entries.length > 1) {
    return html`<${Row} ...${LOOKS[kind]} href=${hrefTo(kind === "rejected" ? "/money" : "/outbox")} title=${words.several[kind](entries.length)} />`;
  }
  if (kind === "rejected") return html`<${RejectedRow} invoice=${first} jobs=${jobs} />`;
  const account = accountOf(first.owner);
  return html`
    <${Row} ...${looksOf(kind, first)} href=${itemHref(first, account)} title=${words.titles[kind](itemTitle(first), first.kind)} text=${textOf(kind, first, account.shortName)} />
  `;
}

const LOOKS: Record<string, {icon: string, tone: string}> = {
  rejected: { icon: "refused", tone: "bad" },
  refused: { icon: "refused", tone: "bad" },
  expired: { icon: "hourglass", tone: "bad" },
  asked: { icon: "asked", tone: "wait" },
};

const looksOf = (kind: Need["kind"], item: Item) => (kind === "asked" && !item.officeAsked ? { icon: "ring", tone: "wait" } : LOOKS[kind]);

function textOf(kind: Need["kind"], item: Item, agency: string) {
  if (kind === "expired") return words.expired(agency);
  if (kind === "asked") return item.officeAsked ? words.asked(agency) : words.ring(agency);
  return item.asks === "duplicate" ? words.duplicate : capitalised(refusalOf(item, agency));
}

function RejectedRow({ invoice, jobs }: {invoice: import("./order.ts").AccountInvoice, jobs: AccountJob[]}) {
  const { account, jobId, invoiceId, description, invoiceNumber, amount } = invoice;
  const office = useOffice(account);
  const known = jobs.find((each) => each.job.jobId === jobId && each.account.name === account.name);
  const what = (known && jobTitle(known.job)) || description || invoiceNumber || words.invoice;
  const title = amount === null ? what : `${what}, ${money(amount)}`;
  const href = invoiceId ? hrefTo(`/money/invoices/${invoiceId}`, {}, account.name) : hrefTo("/money");
  const call = office && html`
    <a class="icon-btn is-round" href=${`tel:${office.number}`} aria-label=${words.call(account.shortName)}><${Icon} name="ring" /></a>
  `;
  return html`<${Row} ...${LOOKS.rejected} href=${href} title=${title} text=${words.rejected(account.shortName)} aside=${call} />`;
}

function ToInvoiceRow({ jobs }: {jobs: AccountJob[]}) {
  const { completedAt } = jobs[0].job;
  const text = completedAt && words.oldestDone(age(completedAt));
  return html`<${Row} icon="invoice" href=${hrefTo("/jobs", { show: "to-invoice" })} title=${words.toInvoice(jobs.length)} text=${text} />`;
}

/** `aside`: instead of the arrow. */
export const Row = ({ icon, tone, href, title, text, aside }: {icon: string, tone?: string, href: string, title: string, text?: string | null, aside?: unknown}) => html`
  <li class="row">
    <span class=${tone ? `disc is-${tone}` : "disc"}><${Icon} name=${icon} /></span>
    <div><h3><a class="cover" href=${href} dir="auto">${title}</a></h3>${text && html`<p class="second" dir="auto">${text}</p>`}</div>
    ${aside || html`<${Icon} name="next" />`}
  </li>
`;
