// The screen for an address that names an account of somebody else, or a former account of this person. The app neither reads
// nor writes anything for such an account.
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { isUnsent } from "../outbox/states.ts";
import { useItemAccounts } from "../outbox-screens/item-account.ts";
import { ItemRow } from "../outbox-screens/item-row.ts";
import { Page } from "../parts/place.ts";
import { hrefTo, route } from "../router.ts";
import { accountName, person } from "../session.ts";
import { account as words } from "../words.ts";
import { AgencyList } from "./screen.ts";

export function OtherAccountScreen() {
  const accountOf = useItemAccounts();
  const items = (outbox.items.value ?? []).filter((item) => isUnsent(item) && accountName(item.owner) === route.value.account);
  return html`
    <${Page} parent=${hrefTo("/")} title=${words.notYours}>
      <p>${words.notYoursMore(route.value.account ?? "", person.value?.email ?? "")}</p>
      ${items.length > 0 && html`<ul class="card">${items.map((item) => html`<${ItemRow} key=${item.id} item=${item} account=${accountOf(item.owner)} />`)}</ul>`}
      <${AgencyList} />
      <p class="hint">${words.otherAddress} <a href=${hrefTo("/account")}>${words.title}</a></p>
    <//>
  `;
}
