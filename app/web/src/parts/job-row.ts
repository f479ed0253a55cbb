// The row of a job in a list: what and where it is, whose, and what of it waits to be sent.
import { hasSeveralAgencies } from "../data/accounts.ts";
import { itemsToTell, jobTitle } from "../data/jobs.ts";
import { placeOf } from "../data/places.ts";
import { age, clock, count, today } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { shownState } from "../outbox/shown.ts";
import { isOnlyOnPhone } from "../outbox/states.ts";
import { hrefTo } from "../router.ts";
import { rows as words } from "../words.ts";
import { Logo } from "./logo.ts";
import { isShownBeside } from "./split.ts";
import { StateLine } from "./state.ts";

/** Return the address of a job's page. */
export const jobHref = ({ job: { jobId }, account }: AccountJob) => hrefTo(jobPath(jobId), {}, account.name);

const jobPath = (jobId: string) => `/jobs/${jobId}`;

export function Place({ job }: {job: Pick<Job, "property">}) {
  const { street, town } = placeOf(job);
  return html`${street}${street && town && ", "}${town && html`<span class="keep">${town}</span>`}`;
}

/** The agency, if the person has several, and what there is to say about the job. */
export function From({ account, texts }: {account: ShownAccount, texts: (string | null | undefined | false)[]}) {
  const isNamed = hasSeveralAgencies();
  const line = [isNamed && account.agencyName, ...texts].filter(Boolean).join(" · ");
  if (!line) return null;
  return html`<p class="from">${isNamed && html`<${Logo} account=${account} small />`}<span dir="auto">${line}</span></p>`;
}

/**
 * Return a function that returns the row of a job. The row is the same object until it changes, so a growing list only
 * renders its new rows. `describe` returns the texts beside the agency, and the right column. `href`: where the row leads.
 * `replaces`: that page replaces this one.
 */
export function rowOf({ describe, href = jobHref, replaces = false, level: Title = "h3", isUrgent = false }: {
  describe: (accountJob: AccountJob) => {texts: (string | null)[], aside: unknown}, href?: (accountJob: AccountJob) => string, replaces?: boolean,
  level?: "h2" | "h3", isUrgent?: boolean,
}) {
  const cache: WeakMap<AccountJob, {version: string, markup: unknown}> = new WeakMap();
  return (accountJob: AccountJob) => {
    const { job, account } = accountJob;
    const state = stateOf(accountJob);
    const isCurrent = isShownBeside(jobPath(job.jobId), account.name);
    const current = [today(), state?.label, state?.besides, state?.doneAt, isCurrent, hasSeveralAgencies()].join();
    const cached = cache.get(accountJob);
    if (cached?.version === current) return cached.markup;
    const { texts, aside } = describe(accountJob);
    const markup = html`
      <div key=${`${account.name} ${job.jobId}`} class=${isUrgent ? "row is-urgent" : "row"} role="listitem" aria-current=${isCurrent ? "true" : null}>
        <div>
          <${Title}><a class="cover" href=${href(accountJob)} data-replace=${replaces ? "" : null} dir="auto">${jobTitle(job)}</a><//>
          <p class="second" dir="auto"><${Place} job=${job} /></p>
          <${From} account=${account} texts=${state?.doneAt ? [words.doneAt(state.doneAt)] : texts} />
          ${state && html`<${StateLine} ...${state} />`}
        </div>
        ${aside}
      </div>
    `;
    cache.set(accountJob, { version: current, markup });
    return markup;
  };
}

/**
 * Return what a row says about the items of a job, or null without any: how many are on this phone, else the state of
 * the last. `doneAt`: when the person marked it done, if the agency has not got that.
 */
function stateOf(accountJob: AccountJob) {
  const items = itemsToTell(accountJob);
  const last = items.at(-1);
  if (!last) return null;
  const here = items.filter(isOnlyOnPhone);
  const isOffline = outbox.obstacle.value === "offline";
  const state = shownState(here.at(-1) ?? last, accountJob.account.shortName, { isOffline, hasTime: true, now: Infinity });
  const besides = here.length > 1 ? count(here.length, "item") : state.besides;
  const completion = items.filter((item) => item.kind === "completion" && item.state !== "refused").at(-1);
  const isDone = completion?.kind === "completion" && completion.content.completed;
  return { ...state, besides, doneAt: isDone ? clock(completion.addedAt) : null };
}

/** The age of a job. `isStrong`: it matters. */
export const Age = ({ job: { reportedAt }, isStrong = false }: {job: Job, isStrong?: boolean}) =>
  reportedAt && html`<span class=${isStrong ? "at" : "at is-quiet"}><span class="hidden">${words.reported} </span>${age(reportedAt)}</span>`;
