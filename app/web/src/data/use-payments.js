// Reads the payments of all accounts of the person.
import { useMemo } from "preact/hooks";
import { outbox } from "../outbox/instance.js";
import { accountName } from "../session.js";
import { useAccounts } from "./accounts.js";
import { useJobs } from "./jobs.js";
import { paymentsOf } from "./payments.js";
import { useResources } from "./resource.js";

/**
 * Return the payments of all accounts. `sources`: of each account that offers any list of payments, the list that is oldest or cannot
 * be read. `isReading`: a list is not there yet.
 *
 * @returns {{payments: Payment[], sources: Aged[], isReading: boolean}}
 */
export function usePayments() {
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

/**
 * Return the state of a resource of each account whose agency offers an operation, by the account's name.
 *
 * @param {ShownAccount[]} accounts
 * @param {"invoices" | "statements/pending" | "statements/historical"} path
 * @param {string} operation
 * @returns {Map<string, ResourceState>}
 */
function useOffered(accounts, path, operation) {
  const offering = accounts.filter(({ agency }) => agency?.offers.includes(operation));
  const states = useResources(offering.map(({ owner }) => owner), path);
  return new Map(offering.map(({ name }, index) => [name, states[index]]));
}

/** @param {ResourceState} first @param {ResourceState} second */
const worstFirst = (first, second) =>
  Number(isWorse(second)) - Number(isWorse(first)) || (first.asOf ?? "").localeCompare(second.asOf ?? "");

/** @param {ResourceState} resource */
const isWorse = ({ body, problem }) => Boolean(!body || problem || body.stale);
