// How to reach the contractor's branch of the agency, from what this device has read of it.
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Call, Mail } from "../parts/reach.js";
import { useReading } from "../reading.js";
import { to } from "../router.js";
import { account } from "../session.js";

/** Its numbers and addresses where they are known, and the way to all contacts; nothing if the agency offers none. */
export function Branch() {
  const offers = useReading(account.value ? "agency" : null).value.body?.offers ?? [];
  const read = (path) => useReading(offers.includes("contacts") ? path : null).value.body;
  const branch = branchOf(read("contacts")?.contacts ?? [], read("account")?.agency.branchId);
  if (!offers.includes("contacts")) return null;
  return html`
    <div>
      ${branch && html`<${Call} phone=${branch.phone} who=${branch.name} /><${Mail} email=${branch.email} who=${branch.name} />`}
      <a class="reach" href=${to("/contacts")}><${Icon} name="contacts" />All contacts</a>
    </div>
  `;
}

function branchOf(contacts, id) {
  const branches = contacts.filter(({ role }) => !role);
  return branches.find(({ contactId }) => contactId === id) ?? (branches.length === 1 ? branches[0] : null);
}
