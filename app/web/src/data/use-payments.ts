// Reads the payments of all accounts of the person.
import { useMemo } from "preact/hooks";
import { outbox } from "../outbox/instance.ts";
import { accountName } from "../session.ts";
import { useAccounts } from "./accounts.ts";
import { useJobs } from "./jobs.ts";
import { paymentsOf } from "./payments.ts";
import { useResources } from "./resource.ts";

/**
 * Return the payments of all accounts. `sources`: of each account that offers any list of payments, the list that is
 * oldest or cannot be read. `isReading`: a list is not there yet.
 */
export function usePayments(): {payments: Payment[], sources: Aged[], isReading: boolean} {
  const accounts = useAccounts();
  const lists = [
    useOffered(accounts, "invoices", "invoices.list"),
    useOffered(accounts, "statements/pending", "statements.pending"),
    useOffered(accounts, "statements/historical", "statements.historical"),
  ];
  const { jobs, sources: jobLists } = useJobs();
  const items = outbox.items.value;
  const resources = [...lists.flatMap((list) => [...list.values()]), ...jobLists.map(({ resource }) => resource)];
  const version = [...resources.map(({ body, begunAt }) => body && begunAt), ...accounts.map(({ name, agency }) => `${name} ${Boolean(agency)}`)].join();
  const payments = useMemo(() => {
    const [invoices, pending, historical] = lists;
    return accounts.flatMap((account) =>
      paymentsOf(account, {
        invoices: invoices.get(account.name)?.body?.invoices ?? [],
        pending: pending.get(account.name)?.body?.statements ?? [],
        historical: historical.get(account.name)?.body?.statements ?? [],
        items: (items ?? []).filter(({ owner }) => accountName(owner) === account.name),
        jobs: jobs.filter((each) => each.account.name === account.name).map(({ job }) => job),
      }),
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` names the accounts, and the readings of their lists
  }, [version, items]);
  const sources = accounts.flatMap((account) => {
    const [worst] = lists.flatMap((list) => list.get(account.name) ?? []).sort(worstFirst);
    return worst ? [{ ...account, resource: worst }] : [];
  });
  const isUnknown = accounts.some(({ agency }) => !agency) && outbox.obstacle.value !== "offline";
  return { payments, sources, isReading: isUnknown || sources.some(({ resource: { body, busy } }) => !body && busy) };
}

/** Return the state of a resource of each account whose agency offers an operation, by the account's name. */
function useOffered(accounts: ShownAccount[], path: "invoices" | "statements/pending" | "statements/historical", operation: Agency["offers"][number]): Map<string, ResourceState> {
  const offering = accounts.filter(({ agency }) => agency?.offers.includes(operation));
  const states = useResources(offering.map(({ owner }) => owner), path);
  return new Map(offering.map(({ name }, index) => [name, states[index]]));
}

const worstFirst = (first: ResourceState, second: ResourceState) =>
  Number(isWorse(second)) - Number(isWorse(first)) || (first.asOf ?? "").localeCompare(second.asOf ?? "");

const isWorse = ({ body, problem }: ResourceState) => Boolean(!body || problem || body.stale);
