// What the agency holds of the contractor, their other accounts, and signing out.
import { html } from "../html.js";
import { AsOf, Absence } from "../parts/fresh.js";
import { Screen } from "../parts/screen.js";
import { useReading } from "../reading.js";
import { account, person } from "../session.js";
import { Accounts } from "./accounts.js";
import { SignOut } from "./sign-out.js";

const FIELDS = [
  ["Company", "companyName"],
  ["Address", "address"],
  ["E-mail", "email"],
  ["Phone", "phone"],
  ["Mobile", "mobile"],
  ["VAT number", "vatNumber"],
  ["Contractor number", "contractorId"],
];

export function Account() {
  const reading = useReading("account");
  const record = reading.value.body;
  const { agencyName, displayName } = account.value;
  return html`
    <${Screen} title="Account">
      ${person.value.accounts.length > 1 &&
      html`<section aria-labelledby="accounts"><h2 id="accounts">Your accounts</h2><${Accounts} /></section>`}
      <section class="card" aria-labelledby="record">
        <h2 id="record" dir="auto">${displayName}</h2>
        ${record
          ? html`<${Record} record=${record} />
              <p class="hint">This is what ${agencyName} holds. Is something wrong? Please tell the agency.</p>`
          : html`<${Absence} reading=${reading.value} />`}
        <${AsOf} reading=${reading.value} />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">Signed in</h2>
        <p>As <b>${person.value.email}</b></p>
        <${SignOut} />
      </section>
    <//>
  `;
}

function Record({ record }) {
  const { agency } = record;
  const rows = [...FIELDS.map(([word, name]) => [word, record[name]]), ["Branch", agency.branchName]];
  return html`
    <dl class="facts">
      ${rows
        .filter(([, value]) => value)
        .map(([word, value]) => html`<div key=${word}><dt>${word}</dt><dd dir="auto">${value}</dd></div>`)}
    </dl>
  `;
}
