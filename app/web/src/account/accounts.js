// The accounts of this person, to go to one: this tab alone changes, and the next visit begins there.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { to } from "../router.js";
import { account, nameOf, person, prefer } from "../session.js";

export function Accounts() {
  const here = account.value && nameOf(account.value);
  return html`
    <ul class="rows">
      ${person.value.accounts.map((one) => {
        const name = nameOf(one);
        return html`
          <li key=${name} class="row">
            <a href=${to("/jobs", {}, name)} aria-current=${name === here ? "true" : null} onClick=${() => prefer(one)}>
              <span class="title" dir="auto">${one.agencyName}</span>
              <span class="address" dir="auto">${one.displayName}</span>
              ${name === here && html`<span class="about"><${Icon} name="done" />This one is shown now</span>`}
            </a>
          </li>
        `;
      })}
    </ul>
  `;
}
