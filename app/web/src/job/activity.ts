// The timeline of a job on its page.
import { dayHeading, money, shortDay, timeOfDay } from "../format.ts";
import { html } from "../html.ts";
import { invoiceState } from "../jobs/outcome.ts";
import { itemTitle, type ShownState, shownState } from "../outbox/shown.ts";
import { TakeBackButton } from "../outbox-screens/item-row.ts";
import { canEdit, canTakeBack, isOnlyOnPhone, needsAction, needsPerson } from "../outbox/states.ts";
import { Icon } from "../parts/icon.ts";
import { Logo } from "../parts/logo.ts";
import { ItemState, StateLine } from "../parts/state.ts";
import { hrefTo } from "../router.ts";
import { common, items as itemWords, job as words, states as stateWords } from "../words.ts";
import type { Facts } from "./facts.ts";
import { type Entry, settlesAt, timelineOf } from "./timeline.ts";

const ITEM_ICONS = { note: "note", invoice: "invoice" };

export function Activity({ job, account, facts: { items, invoices } }: AccountJob & {facts: Facts}) {
  const entries = timelineOf({ job, items, invoices, ownName: account.displayName });
  return html`
    <h2 class="section"><span>${words.activity}</span>${entries.length > 1 && html`<span class="meta">${words.newestFirst}</span>`}</h2>
    ${!job.notesComplete && html`<p class="hint" role="status">${words.notAllNotes}</p>`}
    <ol class="feed">
      ${entries.map(
        (entry, index) => html`
          ${dayOf(entry) !== dayOf(entries[index - 1]) && html`<li class="day" key=${`day ${dayOf(entry)}`}>${dayOf(entry)}</li>`}
          <${EntryRow} key=${entry.key} entry=${entry} account=${account} />
        `,
      )}
    </ol>
  `;
}

const dayOf = (entry: Entry | undefined) => entry && (entry.at === null ? common.undated : dayHeading(entry.at));

function EntryRow({ entry, account }: {entry: Entry, account: ShownAccount}) {
  const { at } = entry;
  switch (entry.kind) {
    case "item":
      return html`<${ItemRow} item=${entry.item} account=${account} />`;
    case "note":
      return entry.isOwn
        ? html`<${Row} icon="note" title=${words.you} at=${at}><${Said} text=${entry.note.note} isOwn /><${StateLine} ...${WITH_AGENCY} /><//>`
        : html`<${Row} account=${account} title=${entry.note.author || common.noName} at=${at}><${Said} text=${entry.note.note} /><//>`;
    case "invoice":
      return html`<${InvoiceRow} invoice=${entry.invoice} account=${account} at=${at} />`;
    case "mark":
      return html`
        <${Row} icon="statement" title=${words.marks[entry.mark.state]} at=${at}>
          ${entry.mark.invoiceNumber && html`<p class="second" dir="auto">${entry.mark.invoiceNumber}</p>`}
        <//>
      `;
    case "done":
      return html`<${Row} icon="tick" tone="ok" title=${itemWords.done} at=${at} />`;
    default:
      return html`<${Row} icon="jobs" title=${words.reportedEntry(entry.by)} at=${at} />`;
  }
}

const WITH_AGENCY: ShownState = { icon: "tick", tone: "ok", label: stateWords.withAgency, besides: null };

/** `account`: its logo stands in place of an icon. `tone`: the colour of the icon. */
const Row = ({ icon = "", account, tone = null, title, at, children }: {icon?: string, account?: ShownAccount, tone?: string | null, title: Children, at: number | null, children?: Children}) => html`
  <li>
    ${account ? html`<${Logo} account=${account} />` : html`<span class=${tone ? `dot is-${tone}` : "dot"}><${Icon} name=${icon} /></span>`}
    <div>
      <p class="what">
        <span dir="auto">${title}</span>${at !== null && html`<time datetime=${new Date(at).toISOString()}>${timeOfDay(at)}</time>`}
      </p>
      ${children}
    </div>
  </li>
`;

const Said = ({ text, isOwn = false, isHere = false }: {text: string, isOwn?: boolean, isHere?: boolean}) => html`
  <p class=${["say", isOwn && "is-own", isHere && "is-here"].filter(Boolean).join(" ")} dir="auto">${text}</p>
`;

function ItemRow({ item, account }: {item: OwnedItem, account: ShownAccount}) {
  const { tone } = shownState(item, account.shortName);
  const isNote = item.kind === "note";
  const icon = item.kind === "completion" ? (item.content.completed ? "tick" : "reopen") : ITEM_ICONS[item.kind];
  return html`
    <${Row} icon=${icon} tone=${isNote && item.state === "done" ? null : tone} title=${isNote ? words.you : itemTitle(item)} at=${item.addedAt}>
      ${isNote && html`<${Said} text=${item.content.note} isOwn isHere=${isOnlyOnPhone(item) && !needsAction(item)} />`}
      ${item.kind === "invoice" && html`<${NumberAndDate} number=${item.content.invoiceNumber} date=${item.content.invoiceDate} />`}
      <${ItemState} item=${item} account=${account} />
      <${NextStep} item=${item} account=${account} />
    <//>
  `;
}

/** What the person can do about an item. Most items are sent at once, so nothing is offered for the first second. */
function NextStep({ item, account }: {item: OwnedItem, account: ShownAccount}) {
  const href = hrefTo(`/outbox/${item.id}`, {}, account.name);
  if (needsPerson(item)) {
    const isRefused = item.state === "refused";
    const [tone, label] = isRefused ? ["bad", words.seeWhy(account.shortName)] : ["wait", words.seeMore(account.shortName)];
    return html`<p class=${`state is-${tone}`}><a class="cover" href=${href}>${label}</a></p>`;
  }
  if (Date.now() < settlesAt(item)) return null;
  if (canTakeBack(item)) return html`<${TakeBackButton} item=${item} icon="undo" look="prose" />`;
  return item.state === "waiting" && canEdit(item) && html`<p class="state"><a class="cover" href=${href}>${words.editOrDelete}</a></p>`;
}

function InvoiceRow({ invoice, account, at }: {invoice: Invoice, account: ShownAccount, at: number | null}) {
  const { invoiceId, submissionId, amount, invoiceNumber, invoiceDate } = invoice;
  const state = invoiceState(invoice, account.shortName);
  const id = invoiceId ?? submissionId;
  const title = itemWords.invoice(amount === null ? "" : money(amount));
  return html`
    <${Row} icon="invoice" tone=${state.tone} title=${id ? html`<a class="cover" href=${hrefTo(`/money/invoices/${id}`, {}, account.name)}>${title}</a>` : title} at=${at}>
      <${NumberAndDate} number=${invoiceNumber} date=${invoiceDate} />
      <${StateLine} ...${state} />
    <//>
  `;
}

const NumberAndDate = ({ number, date }: {number?: string | null, date?: string | null}) => html`
  <p class="second" dir="auto">${[number, date && shortDay(date)].filter(Boolean).join(", ")}</p>
`;
