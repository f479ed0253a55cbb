// The contacts of the contractor's branch of the agency.
import { useResource } from "../data/resource.js";
import { html } from "../html.js";
import { Call, Mail } from "../parts/contact-links.js";
import { Icon } from "../parts/icon.js";
import { hrefTo } from "../router.js";
import { account } from "../session.js";

/** The numbers and addresses of the branch, and a link to all contacts; nothing if the agency offers no contacts. */
export function BranchContacts() {
  const offers = useResource(account.value ? "agency" : null).value.body?.offers ?? [];
  const hasContacts = offers.includes("contacts");
  const contacts = useResource(hasContacts ? "contacts" : null).value.body?.contacts ?? [];
  const record = useResource(hasContacts ? "account" : null).value.body;
  const branch = findBranch(contacts, record?.agency.branchId ?? null);
  if (!hasContacts) return null;
  return html`
    <div>
      ${branch && html`<${Call} phone=${branch.phone} who=${branch.name} /><${Mail} email=${branch.email} who=${branch.name} />`}
      <a class="reach" href=${hrefTo("/contacts")}><${Icon} name="contacts" />All contacts</a>
    </div>
  `;
}

/**
 * @param {Contact[]} contacts
 * @param {string | null} id
 */
function findBranch(contacts, id) {
  const branches = contacts.filter(({ role }) => !role);
  return branches.find(({ contactId }) => contactId === id) ?? (branches.length === 1 ? branches[0] : null);
}
