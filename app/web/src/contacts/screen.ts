// The contacts of an agency: whom to call or write to.
import { useAccount } from "../data/accounts.ts";
import { useResource } from "../data/resource.ts";
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { dialledNumber, mailHref } from "../parts/contact-links.ts";
import { Icon } from "../parts/icon.ts";
import { Page } from "../parts/place.ts";
import { common, contacts as words, parts as partWords } from "../words.ts";
import { byBranch, isBranch } from "./branches.ts";

export function ContactsScreen() {
  const account = useAccount();
  const resource = useResource("contacts");
  const contacts = resource.body?.contacts;
  const sources = account ? [{ ...account, resource }] : [];
  return html`
    <${Page} parent="/account" account=${account} title=${account?.agencyName ?? common.contacts} meta=${common.contacts} what=${common.contacts} sources=${sources}>
      ${contacts
        ? byBranch(contacts).map(({ name, contacts: ofBranch }) => html`<${BranchSection} key=${name} name=${name} contacts=${ofBranch} />`)
        : html`<p class="hint" role="status">${resource.problem ?? partWords.loading}</p>`}
      ${contacts && html`<p class="hint">${contacts.length ? words.who : words.none} ${resource.asOf && words.asOf(clock(resource.asOf))}</p>`}
    <//>
  `;
}

const BranchSection = ({ name, contacts }: {name: string, contacts: Contact[]}) => html`
  <h2 class="section"><span dir="auto">${name || words.noBranch}</span></h2>
  <ul class="card">${contacts.map((contact) => html`<${ContactRow} key=${contact.contactId} contact=${contact} />`)}</ul>
`;

function ContactRow({ contact }: {contact: Contact}) {
  const { name, role, email, phone, mobile } = contact;
  const title = isBranch(contact) ? words.branch(name ?? common.noName) : (name ?? common.noName);
  const numbers = [mobile, phone].filter((text) => text !== null);
  const dialled = numbers.map(dialledNumber).filter(Boolean);
  const mail = mailHref(email);
  return html`
    <li class="row">
      <div>
        <h3 dir="auto">${title}</h3>
        ${role && html`<p class="second" dir="auto">${role}</p>`}
        ${numbers.map((text) => html`<p class="second" dir="auto">${text}</p>`)}
      </div>
      ${mail && html`<a class="icon-btn" href=${mail} aria-label=${words.email(title)}><${Icon} name="mail" /></a>`}
      ${dialled.map(
        (number) => html`
          <a class="icon-btn is-round" href=${`tel:${number}`} aria-label=${dialled.length > 1 ? words.callOn(title, number) : common.call(title)}>
            <${Icon} name="ring" />
          </a>
        `,
      )}
    </li>
  `;
}
