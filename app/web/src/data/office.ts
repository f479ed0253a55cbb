// Whom to ring at an agency: the contractor's branch, by the agency's contacts.
// eslint-disable-next-line import-x/no-restricted-paths -- a pure function
import { dialledNumber } from "../parts/contact-links.ts";
import { useResource } from "./resource.ts";

export type Office = {name: string, phone: string, number: string};

/** Return the branch to ring, with its number as written and as phones dial it; null if none is known. */
export function useOffice(account: ShownAccount | null): Office | null {
  const owner = account?.agency?.offers.includes("contacts") ? account.owner : null;
  const contacts = useResource(owner && "contacts", owner).body?.contacts ?? [];
  const branchId = useResource(owner && "account", owner).body?.agency.branchId ?? null;
  const branches = contacts.filter(({ role, phone }) => !role && dialledNumber(phone ?? ""));
  const branch = branches.find(({ contactId }) => contactId === branchId) ?? (branches.length === 1 ? branches[0] : null);
  if (!branch?.phone) return null;
  return { name: branch.name ?? branch.branchName ?? "", phone: branch.phone, number: dialledNumber(branch.phone) };
}
