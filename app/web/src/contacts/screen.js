// Who to call or write to at the agency.
import { html } from "../html.js";
import { AsOf, Absence } from "../parts/fresh.js";
import { Call, Mail } from "../parts/reach.js";
import { Screen } from "../parts/screen.js";
import { useReading } from "../reading.js";

export function Contacts() {
  const reading = useReading("contacts");
  const contacts = reading.value.body?.contacts;
  return html`
    <${Screen} title="Contacts">
      ${contacts
        ? html`<ul class="cards">${contacts.map((one) => html`<${Contact} key=${one.contactId} ...${one} />`)}</ul>`
        : html`<${Absence} reading=${reading.value} />`}
      ${contacts?.length === 0 && html`<p class="notice">The agency has no contacts to show.</p>`}
      <${AsOf} reading=${reading.value} />
    <//>
  `;
}

function Contact({ name, role, branchName, email, phone, mobile }) {
  const called = name ?? branchName ?? "Unnamed";
  const place = role ? branchName : "Branch";
  return html`
    <li class="card">
      <h2 dir="auto">${called}</h2>
      <p class="hint" dir="auto">${[role, place].filter(Boolean).join(", ")}</p>
      <${Call} phone=${mobile} who=${called} /><${Call} phone=${phone} who=${called} /><${Mail} email=${email} who=${called} />
    </li>
  `;
}
