// The accounts of the person, each with what a screen shows of its agency.
import { shortName } from "../format.ts";
import { account, accountName, owners, person } from "../session.ts";
import { useResource, useResources } from "./resource.ts";

/** Return the accounts of the person, in the portal's order: sorted by the agency's name. */
export function useAccounts() {
  const agencies = useResources(owners.value, "agency");
  return owners.value.map((owner, index) => accountOf(owner, agencies[index].body));
}

/** Return the account of this page, or null if it is not the person's. */
export function useAccount() {
  const agency = useResource("agency").body;
  const owner = account.value && owners.value.find((each) => accountName(each) === accountName(account.value as Account));
  return owner ? accountOf(owner, agency) : null;
}

/** `agency`: null while it is unknown. */
function accountOf(owner: Owner, agency: Agency | null): ShownAccount {
  const name = accountName(owner);
  const known = person.value?.accounts.find((each) => accountName(each) === name);
  const { agencyName = owner.agency, displayName = "" } = known ?? {};
  return { owner, name, agencyName, shortName: shortName(agencyName), displayName, agency };
}

/** Return whether the person works for several agencies: rows then name theirs. */
export const hasSeveralAgencies = () => new Set(owners.value.map(({ agency }) => agency)).size > 1;
