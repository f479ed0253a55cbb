// What becomes of a sent invoice: its state as it changes, the receipt, and what is still to invoice.
import { useAccount } from "../data/accounts.ts";
import { useJob } from "../data/jobs.ts";
import { useResource } from "../data/resource.ts";
import { useToInvoice } from "../data/to-invoice.ts";
import { clock, exactTime, money } from "../format.ts";
import { html } from "../html.ts";
import { numberOf, saveReceipt } from "../outbox-screens/texts.ts";
import { outbox } from "../outbox/instance.ts";
import { isSameInvoice } from "../outbox/same-invoice.ts";
import { shownState } from "../outbox/shown.ts";
import { isAccepted, isOnlyOnPhone, needsPerson } from "../outbox/states.ts";
import { Bar, Button } from "../parts/button.ts";
import { Facts } from "../parts/facts.ts";
import { Icon } from "../parts/icon.ts";
import { rowOf } from "../parts/job-row.ts";
import { Page } from "../parts/place.ts";
import { ItemState } from "../parts/state.ts";
import { hrefTo, route } from "../router.ts";
import { accountName } from "../session.ts";
import { common, parts as partWords, sentInvoice as words, states } from "../words.ts";
import { describeAge } from "./choose.ts";
import { Duplicate } from "./duplicate.ts";
import type { InvoiceItem } from "./flow.ts";

export function SentScreen({ id }: {id: string}) {
  const account = useAccount();
  const items = outbox.items.value;
  const item = account && items?.find((each) => each.id === Number(id) && accountName(each.owner) === account.name);
  if (account && item?.kind === "invoice") {
    return item.asks === "duplicate" ? html`<${Duplicate} item=${item} account=${account} />` : html`<${Sent} item=${item} account=${account} />`;
  }
  return html`
    <${Page} key="missing" parent="/money" account=${account} title=${common.invoice}>
      ${items
        ? html`<p>${words.gone}</p><p class="prose"><${Button} look="is-wide" href="/money">${words.openMoney}<//></p>`
        : html`<p class="hint" role="status">${partWords.loading}</p>`}
    <//>
  `;
}

function Sent({ item, account }: {item: InvoiceItem, account: ShownAccount}) {
  const { jobId, content } = item;
  const { resource } = useJob(jobId);
  const list = useResource(account.agency?.offers.includes("invoices.list") ? "invoices" : null).body?.invoices ?? [];
  const listed = (!isOnlyOnPhone(item) && list.find((invoice) => isSameInvoice(invoice, item))) || null;
  const isReceived = receivedAt(item, listed) !== null;
  const parent = jobId ? hrefTo(`/jobs/${jobId}`) : "/money";
  const bar = html`
    <${Bar}>
      <${Button} href=${parent} onClick=${backIfFrom(parent)}>${jobId ? words.backToJob : words.backToMoney}<//>
      ${needsPerson(item)
        ? html`<${Button} look="is-primary" href=${hrefTo(`/outbox/${item.id}`)}>${words.seeInOutbox}<//>`
        : html`<${Button} icon="today" look="is-primary" href="/">${common.today}<//>`}
    <//>
  `;
  const sources = jobId && resource.body ? [{ ...account, resource }] : [];
  return html`
    <${Page} key="sent" parent=${parent} account=${account} title=${common.invoice} meta=${item.about} what=${common.thisJob} sources=${sources} bar=${bar}>
      <${Outcome} item=${item} account=${account} />
      ${isReceived
        ? html`<${Receipt} item=${item} account=${account} listed=${listed} />`
        : html`
            <section class="card pad prose">
              <${Facts} facts=${[[common.number, content.invoiceNumber], [words.saved, clock(item.addedAt)]]} />
              <${ItemState} item=${item} account=${account} />
            </section>
          `}
      ${isReceived && html`<${StillToInvoice} item=${item} account=${account} />`}
    <//>
  `;
}

/** If the person came from this page, a link goes back to it, so it does not stand twice in the history. */
const backIfFrom = (parent: string) => (event: Event) => {
  if (route.value.previous !== parent.split("?")[0]) return;
  event.preventDefault();
  history.back();
};

function Outcome({ item, account: { agencyName, shortName } }: {item: InvoiceItem, account: ShownAccount}) {
  const { icon, label, besides } = shownState(item, shortName);
  const [title, text] = outcomeOf(item, agencyName, shortName) ?? [label, besides];
  return html`
    <div class="success" role="status">
      <span class=${item.state === "done" ? "tick" : "tick is-held"}><${Icon} name=${icon} /></span>
      <h2 class="head" dir="auto">${title}</h2>
      ${text && html`<p class="second" dir="auto">${text}</p>`}
    </div>
  `;
}

/** Return the title and the text, or null for those of the state. */
function outcomeOf(item: InvoiceItem, agencyName: string, shortName: string): [title: string, text: string | null] | null {
  const amount = money(item.content.amount);
  if (item.state === "done") return [words.sent(agencyName), null];
  if (isAccepted(item)) return [states.received, words.closeApp(shortName)];
  if (item.state === "checking") return [states.beingChecked, words.beingChecked];
  if (item.state !== "sending" && item.state !== "waiting") return null;
  const isStuck = outbox.obstacle.value || item.asks;
  return [words.safeHere, isStuck ? (item.sentence ?? words.goesWithSignal(amount, shortName)) : words.goesNow(amount, shortName)];
}

function StillToInvoice({ item, account }: {item: InvoiceItem, account: ShownAccount}) {
  const { jobs } = useToInvoice();
  const left = jobs.filter((each) => each.job.jobId !== item.jobId || each.account.name !== account.name);
  if (!left.length) return null;
  return html`
    <h2 class="section"><span>${words.stillToInvoice}</span><span class="meta">${left.length}</span></h2>
    <div class="card" role="list">${left.slice(0, MOST_ROWS).map(leftRow)}</div>
  `;
}
const MOST_ROWS = 5;
const leftRow = rowOf({ describe: describeAge });

/** `listed`: the invoice in the portal's list. Return a time by the portal's clock, or null while the portal has given none. */
const receivedAt = ({ receivedAt: accepted, result }: InvoiceItem, listed: Invoice | null): string | null => accepted ?? listed?.submittedAt ?? result?.submittedAt ?? null;

function Receipt({ item, account, listed }: {item: InvoiceItem, account: ShownAccount, listed: Invoice | null}) {
  const { amount, invoiceNumber, description } = item.content;
  const submissionId = item.submissionId ?? listed?.submissionId ?? null;
  const number = numberOf({ ...item, submissionId });
  const id = listed?.invoiceId ?? listed?.submissionId;
  const facts = [
    [words.recipient, account.agencyName],
    [states.received, exactTime(receivedAt(item, listed) ?? item.addedAt)],
    [common.receipt, number],
  ];
  return html`
    <section class="slip" aria-label=${common.receipt}>
      <p class="second">${common.receipt}</p>
      <p class="amount">${money(amount)}</p>
      <p class="second" dir="auto">${[invoiceNumber, description].filter(Boolean).join(", ")}</p>
      <hr class="cut" />
      <${Facts} facts=${facts} />
      <${ItemState} item=${item} account=${account} hasTime />
    </section>
    <p class="pair prose">
      <${Button} icon="download" onClick=${() => saveReceipt({ ...item, submissionId }, account)}>${words.saveReceipt}<//>
      ${id && html`<${Button} icon="money" href=${hrefTo(`/money/invoices/${id}`, {}, account.name)}>${words.seeInMoney}<//>`}
    </p>
  `;
}
