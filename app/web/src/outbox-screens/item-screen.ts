// The page of an item: what it says, what became of it, its way to the agency, and what the person can do. Its sheets edit a note and
// ask before an item is deleted.
import { useEffect, useRef } from "preact/hooks";
import { useOffice } from "../data/office.ts";
import { capitalised, day, money, when } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { isExpired, itemTitle, shownState, shownWay } from "../outbox/shown.ts";
import { isAccepted, mayHaveArrived } from "../outbox/states.ts";
import { announce } from "../parts/announcer.ts";
import { useAttempt } from "../parts/attempt.ts";
import { Bar } from "../parts/button.ts";
import { Facts } from "../parts/facts.ts";
import { Icon } from "../parts/icon.ts";
import { NotFoundScreen } from "../parts/not-found.ts";
import { Page } from "../parts/place.ts";
import { Question } from "../parts/question.ts";
import { openSheet } from "../parts/sheet.ts";
import { ItemState } from "../parts/state.ts";
import { goBack, hrefWith, navigate, route } from "../router.ts";
import { accountName } from "../session.ts";
import { common, outbox as words, parts, states } from "../words.ts";
import { type Action, actionsOf } from "./actions-of.ts";
import { ActionButton } from "./actions.ts";
import { type ItemAccount, useItemAccounts } from "./item-row.ts";
import { NoteSheet } from "./note-sheet.ts";
import { KeepingNote } from "./screen.ts";

export function ItemScreen({ id }: {id: string}) {
  const item = outbox.items.value?.find((each) => String(each.id) === id && accountName(each.owner) === route.value.account);
  const accountOf = useItemAccounts();
  useLeavingWhenGone(Boolean(item));
  if (item) return html`<${ItemPage} item=${item} account=${accountOf(item.owner)} />`;
  if (!outbox.items.value) return html`<${Page} parent="/outbox" title=${parts.loading}>${null}<//>`;
  return html`<${NotFoundScreen} text=${words.notHere} />`;
}

/** Go back to the outbox after the item was deleted, here or in another tab. */
function useLeavingWhenGone(isThere: boolean) {
  const wasThere = useRef(false);
  const { query } = route.value;
  useEffect(() => {
    if (isThere) wasThere.current = true;
    else if (wasThere.current && openSheet()) goBack(hrefWith({ sheet: null }));
    else if (wasThere.current) navigate("/outbox", { replace: true });
  }, [isThere, query]);
}

function ItemPage({ item, account }: {item: OwnedItem, account: ItemAccount}) {
  const { attempt, problem } = useAttempt();
  const office = useOffice(account.isFormer ? null : account);
  const { bar, pair, primary } = actionsOf(item, account);
  const sheet = openSheet();
  const banner = html`<${ItemBanner} item=${item} account=${account} phone=${office?.phone ?? ""} />`;
  const button = (name: Action) =>
    html`<${ActionButton} key=${name} name=${name} isPrimary=${name === primary} item=${item} account=${account} office=${office} attempt=${attempt} />`;
  return html`
    <${Page}
      parent="/outbox" account=${account} title=${itemTitle(item)} meta=${item.about} bar=${html`<${Bar}>${bar.map(button)}<//>`}
      sheet=${(sheet === "edit" && item.kind === "note" && html`<${EditNote} item=${item} account=${account} />`) || (sheet === "delete" && html`<${DeleteSheet} item=${item} />`)}
    >
      ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
      ${item.kind === "invoice" && banner}
      <${ItemContent} item=${item} />
      ${item.kind !== "invoice" && banner}
      ${item.state === "waiting" && html`<${KeepingNote} />`}
      ${item.state !== "refused" && html`<${Way} item=${item} agency=${account.shortName} />`}
      ${!account.isFormer && html`<${Hint} item=${item} account=${account} />`}
      ${pair.length > 0 && html`<div class="pair prose">${pair.map(button)}</div>`}
    <//>
  `;
}

function Hint({ item, account }: {item: Item, account: ShownAccount}) {
  if (item.state === "refused") return html`<p class="hint is-saved"><${Icon} name="kept" small />${words.kept(item)}</p>`;
  if (item.state === "waiting") return html`<${ItemState} item=${item} account=${account} />`;
  const { besides } = shownState(item, account.shortName);
  const hint = words.hints[item.state === "review" && !item.officeAsked ? "ring" : isAccepted(item) ? "accepted" : item.state];
  return hint ? html`<p class="hint" dir="auto">${hint(account.shortName, besides)}</p>` : null;
}

/** `phone`: the number of the agency, as it writes it. */
function ItemBanner({ item, account, phone }: {item: OwnedItem, account: ItemAccount, phone: string}) {
  const { state, sentence, way = [] } = item;
  const { shortName: agency, isFormer } = account;
  const what = words.kinds[item.kind];
  const at = when(way.at(-1)?.at ?? item.addedAt);
  if (isFormer) return html`<${Banner} tone="bad" icon="refused" title=${words.accountGone(account.agencyName)} text=${words.accountGoneMore} />`;
  if (state === "checking" && !item.promised) return html`<${Banner} tone="wait" icon="eye" title=${`${states.beingChecked}.`} text=${words.checked(agency, what)} />`;
  if (state === "review" && item.officeAsked) return html`<${Banner} tone="wait" icon="asked" title=${states.asked(agency)} text=${words.asked(agency, what, at)} />`;
  if (state === "review") return html`<${Banner} tone="wait" icon="ring" title=${`${states.ring(agency)}.`} text=${`${words.ring(agency, what)} ${phone}`} />`;
  if (state === "unknown") return html`<${Banner} tone="wait" icon="ring" title=${`${states.ring(agency)}.`} text=${`${sentence} ${phone}`} />`;
  if (state !== "refused") return null;
  if (isExpired(item)) return html`<${Banner} tone="bad" icon="hourglass" title=${`${states.expired}.`} text=${`${words.expired(agency, what, item.ended, sentence)}`} />`;
  if (item.asks === "duplicate") return html`<${Banner} tone="bad" icon="refused" title=${common.duplicate} text=${sentence} />`;
  if (item.ended === "rejected" || !sentence) {
    return html`<${Banner} tone="bad" icon="refused" title=${states.noReason(agency)} text=${[phone, words.refusedAt(at)].filter(Boolean).join(". ")} isBelow />`;
  }
  return html`<${Banner} tone="bad" icon="refused" title=${words.refusedWhy(at, states.reason(sentence, agency))} text=${words.advice(sentence)} isBelow />`;
}

const Banner = ({ tone, icon, title, text, isBelow = false }: {tone: string, icon: string, title: string, text: string | null, isBelow?: boolean}) => html`
  <div class=${`banner is-card is-${tone} prose`}>
    <${Icon} name=${icon} />
    <div dir="auto"><b>${title}</b>${text && (isBelow ? html`<br />${text}` : ` ${text}`)}</div>
  </div>
`;

export function ItemContent({ item }: {item: Item}) {
  const { addedAt, about, document } = item;
  if (item.kind === "note") {
    return html`<section class="card pad"><p class="second">${words.youWrote(when(addedAt))}</p><p class="lines" dir="auto">${item.content.note}</p></section>`;
  }
  if (item.kind === "completion") {
    const details = [capitalised(when(addedAt)), about].filter(Boolean).join(", ");
    return html`<section class="card pad"><p class="head">${itemTitle(item)}</p><p class="second" dir="auto">${details}</p></section>`;
  }
  const { content } = item;
  const facts = [
    [common.number, content.invoiceNumber],
    [common.date, day(content.invoiceDate)],
    [common.purpose, content.description],
    [common.pdf, document?.name],
  ];
  return html`
    <section class="card pad prose">
      <p class="amount">${money(content.amount)}</p>
      <${Facts} facts=${facts} />
    </section>
  `;
}

const Way = ({ item, agency }: {item: Item, agency: string}) => html`
  <h2 class="section"><span>${common.whereItIs}</span></h2>
  <${Steps} steps=${shownWay(item, agency)} />
`;

/** From top to bottom: what something has gone through. The next step is grey. */
export const Steps = ({ steps }: {steps: (Partial<ShownStage> & {line?: string})[]}) => html`
  <ol class="feed">
    ${steps.map(
      ({ icon, tone, label, time, line, isNext }, index) => html`
        <li key=${index} class=${isNext ? "is-next" : null}>
          <span class=${tone ? `dot is-${tone}` : "dot"}><${Icon} name=${icon} /></span>
          <div>
            <p class="what"><span>${label}</span>${time && html`<time>${time}</time>`}</p>
            ${line && html`<p class="second">${line}</p>`}
          </div>
        </li>
      `,
    )}
  </ol>
`;

export function DeleteSheet({ item, onDeleted }: {item: OwnedItem, onDeleted?: () => void}) {
  const { attempt, problem } = useAttempt();
  const remove = () =>
    attempt(async () => {
      await outbox.remove(item); // the page of the item leaves when it is gone
      announce(words.deleted);
      onDeleted?.();
    });
  return html`
    <${Question}
      title=${words.deleteQuestion(itemTitle(item))} keep=${common.keepIt} label=${words.deleteIt} onAnswer=${remove} problem=${problem.value}
    >
      <p>${mayHaveArrived(item) ? words.deleteMayHaveArrived : words.deleteForGood}</p>
    <//>
  `;
}

function EditNote({ item, account }: {item: OwnedItem & {kind: "note"}, account: ShownAccount}) {
  useHeldItem(item);
  const save = (note: string) => outbox.edit(item, { content: { note } });
  return html`<${NoteSheet} account=${account} draftName=${`item ${item.id}`} text=${item.content.note} label=${words.saveNote} onSave=${save} />`;
}

/** Hold an item back while the person edits it. Nothing is held without an item. */
export function useHeldItem(item: OwnedItem | undefined) {
  const id = item?.id;
  useEffect(() => {
    if (!item) return undefined;
    outbox.hold(item).catch(() => {}); // it is being sent, or gone: saving the changes reports that
    return () => {
      outbox.release(item).catch(() => {});
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each change of the item makes a new object
  }, [id]);
}
