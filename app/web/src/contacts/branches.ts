// The contacts of an agency by branch. Nothing here uses the network.

export type Branch = {name: string, contacts: Contact[]};

/** Return the contacts by branch: the branch itself first, then its people. People without a branch come last. */
export function byBranch(contacts: Contact[]): Branch[] {
  const names = [...new Set(contacts.map(({ branchName }) => branchName ?? ""))];
  const sorted = names.sort((first, second) => Number(!first) - Number(!second) || first.localeCompare(second));
  return sorted.map((name) => {
    const ofBranch = contacts.filter(({ branchName }) => (branchName ?? "") === name);
    return { name, contacts: [...ofBranch.filter(isBranch), ...ofBranch.filter((contact) => !isBranch(contact))] };
  });
}

export const isBranch = ({ name, role, branchName }: Contact) => !role && name === branchName;
