// An item of the outbox in a list: what it is, its state, and a way to take a completion back.
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { itemTitle } from "../outbox/shown.js";
import { canTakeBack } from "../outbox/states.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { ItemState } from "../parts/state.js";
import { hrefTo } from "../router.js";
import { outbox as words } from "../words.js";
import { rowText } from "./texts.js";

export const KIND_ICONS = { note: "note", completion: "tick", invoice: "invoice" };

/**
 * Return the address of an item's page.
 *
 * @param {ItemId} item
 * @param {ShownAccount} account
 */
export const itemHref = ({ id }, { name }) => hrefTo(`/outbox/${id}`, {}, name);

/** @param {{item: OwnedItem, account: import("./item-account.js").ItemAccount}} props */
export function ItemRow({ item, account }) {
  const { isFormer } = account;
  const canUndo = !isFormer && canTakeBack(item);
  return html`
    <li class="row">
      <span class="disc"><${Icon} name=${KIND_ICONS[item.kind]} /></span>
      <div>
        <h3><a class="cover" href=${itemHref(item, account)}>${itemTitle(item)}</a></h3>
        <p class="second" dir="auto">${rowText(item)}</p>
        ${isFormer
          ? html`<p class="state is-bad"><${Icon} name="refused" small /><span dir="auto">${words.accountGone(account.agencyName)}</span></p>`
          : html`<${ItemState} item=${item} account=${account} hasTime />`}
      </div>
      ${canUndo ? html`<${TakeBackButton} item=${item} />` : html`<${Icon} name="next" />`}
    </li>
  `;
}

/** @param {{item: OwnedItem}} props */
function TakeBackButton({ item }) {
  const takeBack = async () => {
    await outbox.takeBack(item).catch(() => {}); // it is being sent meanwhile, which the row shows
    announce(words.news.takeBack ?? "");
  };
  return html`
    <button class="btn" type="button" onClick=${takeBack}>
      ${words.takeBack}<span class="hidden">: ${itemTitle(item)}, ${item.about}</span>
    </button>
  `;
}
