// The account screen: the agency's record of the contractor, the person's other accounts, and signing out.
import { useResource } from "../data/resource.js";
import { html } from "../html.js";
import { Absence, AsOf } from "../parts/freshness.js";
import { lazy } from "../parts/lazy.js";
import { Screen } from "../parts/screen.js";
import { hrefTo } from "../router.js";
import { account, person } from "../session.js";
import { AccountList } from "./account-list.js";
import { SignOut } from "./sign-out.js";

const Passkeys = lazy("Passkeys");
const FIELDS = [
  ["Company", "companyName"],
  ["Address", "address"],
  ["E-mail", "email"],
  ["Phone", "phone"],
  ["Mobile", "mobile"],
  ["VAT number", "vatNumber"],
  ["Contractor number", "contractorId"],
];

export function AccountScreen() {
  const resource = useResource("account").value;
  const record = resource.body;
  const { agencyName, displayName } = /** @type {Account} */ (account.value);
  const { accounts, email } = /** @type {Person} */ (person.value);
  return html`
    <${Screen} title="Account">
      ${accounts.length > 1 &&
      html`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${AccountList} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${displayName}</h2>
        ${record
          ? html`<${Record} record=${record} />
              <p class="hint">This is what ${agencyName} holds. Is something wrong? Please tell the agency.</p>`
          : html`<${Absence} resource=${resource} />`}
        <${AsOf} resource=${resource} />
      </section>
      <${Passkeys} />
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${email}</b></p>
        <ul class="rows">
          <li class="row">
            <a href=${hrefTo("/account/devices")}>
              <span class="title">Where you are signed in</span>
              <span class="address">Your devices, and what happened lately</span>
            </a>
          </li>
        </ul>
        <${SignOut} />
      </section>
    <//>
  `;
}

/** @param {{record: AccountRecord}} props */
function Record({ record }) {
  const rows = [...FIELDS.map(([label, name]) => [label, record[name]]), ["Branch", record.agency.branchName]];
  return html`
    <dl class="facts">
      ${rows
        .filter(([, value]) => value)
        .map(([label, value]) => html`<div key=${label}><dt>${label}</dt><dd dir="auto">${value}</dd></div>`)}
    </dl>
  `;
}
