// The account of an item. It may be a former account of the person: the agency then no longer knows them by it.
import { useAccounts } from "../data/accounts.js";
import { shortName } from "../format.js";
import { accountName } from "../session.js";

/** @typedef {ShownAccount & {isFormer: boolean}} ItemAccount */

/** Return a function that returns the account of an item's owner. */
export function useItemAccounts() {
  const accounts = useAccounts();
  /** @param {Owner} owner @returns {ItemAccount} */
  return (owner) => {
    const known = accounts.find(({ name }) => name === accountName(owner));
    return known ? { ...known, isFormer: false } : formerAccount(owner);
  };
}

/** @param {Owner} owner @returns {ItemAccount} */
function formerAccount(owner) {
  const { agency } = owner;
  const name = accountName(owner);
  return { owner, name, agencyName: agency, shortName: shortName(agency), displayName: "", agency: null, isFormer: true };
}
