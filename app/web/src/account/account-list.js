// The accounts of this person. Choosing one changes this tab alone, and the next visit begins with it.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { hrefTo } from "../router.js";
import { account, accountName, person, setDefaultAccount } from "../session.js";

export function AccountList() {
  const currentName = account.value && accountName(account.value);
  return html`
    <ul class="rows">
      ${person.value?.accounts.map((each) => {
        const name = accountName(each);
        return html`
          <li key=${name} class="row">
            <a href=${hrefTo("/jobs", {}, name)} aria-current=${name === currentName ? "true" : null} onClick=${() => setDefaultAccount(each)}>
              <span class="title" dir="auto">${each.agencyName}</span>
              <span class="address" dir="auto">${each.displayName}</span>
              ${name === currentName && html`<span class="about"><${Icon} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `;
      })}
    </ul>
  `;
}
