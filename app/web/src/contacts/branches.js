// The contacts of an agency by branch. Nothing here uses the network.

/** @typedef {{name: string, contacts: Contact[]}} Branch */

/**
 * Return the contacts by branch: the branch itself first, then its people. People without a branch come last.
 *
 * @param {Contact[]} contacts
 * @returns {Branch[]}
 */
export function byBranch(contacts) {
  const names = [...new Set(contacts.map(({ branchName }) => branchName ?? ""))];
  const sorted = names.sort((first, second) => Number(!first) - Number(!second) || first.localeCompare(second));
  return sorted.map((name) => {
    const ofBranch = contacts.filter(({ branchName }) => (branchName ?? "") === name);
    return { name, contacts: [...ofBranch.filter(isBranch), ...ofBranch.filter((contact) => !isBranch(contact))] };
  });
}

/**
 * Return whether a contact is a branch, and not a person.
 *
 * @param {Contact} contact
 */
export const isBranch = ({ name, role, branchName }) => !role && name === branchName;
