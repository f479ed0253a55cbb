// Items of the outbox in lists: what each is, its account, its state, and a way to take a completion back.
import { useAccounts } from "../data/accounts.ts";
import { capitalised, shortName } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { isExpired, itemTitle, refusalOf } from "../outbox/shown.ts";
import { canTakeBack } from "../outbox/states.ts";
import { announce } from "../parts/announcer.ts";
import { Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { LinkRow } from "../parts/link-row.ts";
import { ItemState, StateLine } from "../parts/state.ts";
import { hrefTo } from "../router.ts";
import { accountName } from "../session.ts";
import { common, outbox as words } from "../words.ts";
import { rowText } from "./texts.ts";

const KIND_ICONS = { note: "note", completion: "tick", invoice: "invoice" };

const itemHref = ({ id }: ItemId, { name }: ShownAccount) => hrefTo(`/outbox/${id}`, {}, name);

/** `children`: further rows. */
export function ItemList({ items, look = "card", children }: {items: OwnedItem[], look?: string, children?: Children}) {
  const accountOf = useItemAccounts();
  return html`
    <ul class=${look}>
      ${items.map((item) => html`<${ItemRow} key=${`${accountName(item.owner)} ${item.id}`} item=${item} account=${accountOf(item.owner)} />`)}
      ${children}
    </ul>
  `;
}

function ItemRow({ item, account }: {item: OwnedItem, account: ItemAccount}) {
  const { isFormer } = account;
  const canUndo = !isFormer && canTakeBack(item);
  return html`
    <li class="row">
      <span class="disc"><${Icon} name=${KIND_ICONS[item.kind]} /></span>
      <div>
        <h3><a class="cover" href=${itemHref(item, account)} aria-label=${nameOf(item)}>${itemTitle(item)}</a></h3>
        <p class="second" dir="auto">${rowText(item)}</p>
        ${isFormer
          ? html`<${StateLine} icon="refused" tone="bad" label=${words.accountGone(account.agencyName)} />`
          : html`<${ItemState} item=${item} account=${account} hasTime />`}
      </div>
      ${canUndo ? html`<${TakeBackButton} item=${item} />` : html`<${Icon} name="next" />`}
    </li>
  `;
}

export const LOOKS: Record<string, {icon: string, tone: string}> = {
  rejected: { icon: "refused", tone: "bad" },
  refused: { icon: "refused", tone: "bad" },
  expired: { icon: "hourglass", tone: "bad" },
  asked: { icon: "asked", tone: "wait" },
  ring: { icon: "ring", tone: "wait" },
};

/** An item that needs the person, in a list of what to do. */
export function NeededItem({ item, level }: {item: OwnedItem, level?: "h2" | "h3"}) {
  const account = useItemAccounts()(item.owner);
  const { shortName } = account;
  const kind = item.state !== "refused" ? "asked" : isExpired(item) ? "expired" : "refused";
  const look = kind === "asked" && !item.officeAsked ? "ring" : kind;
  const text = look === "refused" ? refusedText(item, shortName) : words.needs[look](shortName);
  const title = words.needs.titles[kind](itemTitle(item), item.kind);
  return html`<${LinkRow} level=${level} ...${LOOKS[look]} href=${itemHref(item, account)} title=${title} text=${text} />`;
}

const refusedText = (item: Item, agency: string) => (item.asks === "duplicate" ? common.duplicate : capitalised(refusalOf(item, agency)));

export function TakeBackButton({ item, icon, look }: {item: OwnedItem, icon?: string, look?: string}) {
  const takeBack = async () => {
    await outbox.takeBack(item).catch(() => {}); // it is being sent meanwhile, which its state shows
    announce(words.news.takeBack ?? "");
  };
  const label = `${common.takeBack}: ${nameOf(item)}`;
  return html`<${Button} icon=${icon} look=${look} onClick=${takeBack} aria-label=${label}>${common.takeBack}<//>`;
}

const nameOf = (item: OwnedItem) => [itemTitle(item), item.about].filter(Boolean).join(", ");

export type ItemAccount = ShownAccount & {isFormer: boolean};

export function useItemAccounts() {
  const accounts = useAccounts();
  return (owner: Owner): ItemAccount => {
    const name = accountName(owner);
    const known = accounts.find((account) => account.name === name);
    const former = { owner, name, agencyName: owner.agency, shortName: shortName(owner.agency), displayName: "", agency: null };
    return { ...(known ?? former), isFormer: !known };
  };
}
