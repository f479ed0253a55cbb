// Whom to ring at an agency.
import { dialledNumber } from "../parts/contact-links.js";

/**
 * Return the number to ring for an account: that of its branch, else that of the first branch or person with a number. Return null
 * without any.
 *
 * @param {Contact[]} contacts
 * @param {AccountRecord | null} account
 */
export function numberToRing(contacts, account) {
  const branchId = account?.agency.branchId;
  /** @param {Contact} contact */
  const rank = ({ contactId, role }) => (contactId === branchId ? 0 : role ? 2 : 1);
  const numbers = contacts
    .flatMap((contact) => {
      const phone = contact.phone ?? contact.mobile ?? "";
      const number = dialledNumber(phone);
      return number ? [{ name: contact.name ?? contact.branchName ?? "", phone, number, rank: rank(contact) }] : [];
    })
    .sort((first, second) => first.rank - second.rank);
  return numbers[0] ?? null;
}
