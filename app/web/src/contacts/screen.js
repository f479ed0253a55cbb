// The contacts screen: whom to call or write to at the agency.
import { useResource } from "../data/resource.js";
import { html } from "../html.js";
import { Call, Mail } from "../parts/contact-links.js";
import { Absence, AsOf } from "../parts/freshness.js";
import { Screen } from "../parts/screen.js";

export function ContactsScreen() {
  const resource = useResource("contacts").value;
  const contacts = resource.body?.contacts;
  return html`
    <${Screen} title="Contacts">
      ${contacts
        ? html`<ul class="cards">${contacts.map((contact) => html`<${ContactCard} key=${contact.contactId} ...${contact} />`)}</ul>`
        : html`<${Absence} resource=${resource} />`}
      ${contacts?.length === 0 && html`<p class="notice">The agency has no contacts to show.</p>`}
      <${AsOf} resource=${resource} />
    <//>
  `;
}

/** @param {Contact} props */
function ContactCard({ name, role, branchName, email, phone, mobile }) {
  const title = name ?? branchName ?? "Unnamed";
  const place = role ? branchName : "Branch";
  return html`
    <li class="card">
      <h2 dir="auto">${title}</h2>
      <p class="hint" dir="auto">${[role, place].filter(Boolean).join(", ")}</p>
      <${Call} phone=${mobile} who=${title} /><${Call} phone=${phone} who=${title} /><${Mail} email=${email} who=${title} />
    </li>
  `;
}
