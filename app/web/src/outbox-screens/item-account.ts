// The account of an item. It may be a former account of the person: the agency then no longer knows them by it.
import { useAccounts } from "../data/accounts.ts";
import { shortName } from "../format.ts";
import { accountName } from "../session.ts";

export type ItemAccount = ShownAccount & {isFormer: boolean};

/** Return a function that returns the account of an item's owner. */
export function useItemAccounts() {
  const accounts = useAccounts();
  return (owner: Owner): ItemAccount => {
    const known = accounts.find(({ name }) => name === accountName(owner));
    return known ? { ...known, isFormer: false } : formerAccount(owner);
  };
}

function formerAccount(owner: Owner): ItemAccount {
  const { agency } = owner;
  const name = accountName(owner);
  return { owner, name, agencyName: agency, shortName: shortName(agency), displayName: "", agency: null, isFormer: true };
}
