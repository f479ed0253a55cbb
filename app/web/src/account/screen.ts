// The account: the person's agencies, what each knows about them, this phone, and signing out. The app shows the agencies, too, for
// an address that names an account of somebody else, or a former account of this person.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { errorSentence } from "../api.ts";
import { useAccounts } from "../data/accounts.ts";
import { isOpen, useJobs } from "../data/jobs.ts";
import { useResources } from "../data/resource.ts";
import { useAnswer } from "../data/use-answer.ts";
import { count } from "../format.ts";
import { html } from "../html.ts";
import { ItemList } from "../outbox-screens/item-row.ts";
import { outbox } from "../outbox/instance.ts";
import { isUnsent } from "../outbox/states.ts";
import { fail, useAttempt } from "../parts/attempt.ts";
import { Facts } from "../parts/facts.ts";
import { LinkRow } from "../parts/link-row.ts";
import { Page } from "../parts/place.ts";
import { isOnHomeScreen } from "../parts/platform.ts";
import { Question } from "../parts/question.ts";
import { openSheet, sheetHref } from "../parts/sheet.ts";
import { hrefTo, navigate, route } from "../router.ts";
import { accountName, hasDeletionFailed, owners, person, signOut } from "../session.ts";
import { hasPasskeys } from "../sign-in/passkeys.ts";
import { account as words, common, parts } from "../words.ts";

const FIELDS = ["companyName", "address", "email", "phone", "mobile", "vatNumber", "contractorId"] as const;

export function AccountScreen() {
  const accounts = useAccounts();
  const records = useResources(owners.value, "account");
  const sources = accounts.map((account, index) => ({ ...account, resource: records[index] }));
  return html`
    <${Page}
      parent="/" title=${words.title} meta=${person.value?.email} what=${words.title} sources=${sources}
      sheet=${openSheet() === "sign-out" && html`<${SignOutSheet} />`}
    >
      <${AgencyList} />
      <p class="hint">${words.agencyMissing}</p>
      ${sources.map((source) => html`<${Record} key=${source.name} ...${source} />`)}
      <${ThisPhone} />
      <p class="hint"><a href="/accessibility">${common.accessibility}</a></p>
    <//>
  `;
}

function AgencyList() {
  const { jobs, sources } = useJobs();
  return html`
    <h2 class="section"><span>${common.agencies}</span></h2>
    <ul class="card">
      ${sources.map((account) => {
        const { name, agencyName, displayName, agency, resource } = account;
        const open = jobs.filter((each) => each.account.name === name && isOpen(each)).length;
        const details = [displayName, resource.body && count(open, common.openJob)].filter(Boolean).join(", ");
        const href = agency?.offers.includes("contacts") && hrefTo("/contacts", {}, name);
        return html`<${LinkRow} key=${name} account=${account} href=${href} title=${agencyName} text=${details} />`;
      })}
    </ul>
  `;
}

/** What an agency knows about the person. Only the agency can change it. */
function Record({ shortName, resource: { body: record, problem } }: ShownAccount & {resource: ResourceState<Schemas["Account"]>}) {
  const facts = record ? [...FIELDS.map((name) => [words.fields[name], record[name]]), [words.fields.branch, record.agency.branchName]] : [];
  if (!record && !problem) return null;
  return html`
    <h2 class="section"><span>${words.asKnownBy(shortName)}</span></h2>
    ${record
      ? html`
          <section class="card pad"><${Facts} facts=${facts} /></section>
          <p class="hint">${words.wrong(shortName)}</p>
        `
      : html`<p class="problem" role="alert">${problem}</p>`}
  `;
}

function ThisPhone() {
  const devices = useAnswer("session/devices").body?.devices;
  const passkeys = useAnswer("session/passkeys").body?.passkeys;
  const hasPasskeysHere = hasPasskeys || passkeys?.length > 0;
  return html`
    <h2 class="section"><span>${words.thisPhone}</span></h2>
    <ul class="card">
      <${LinkRow} icon="home-screen" href="/install" title=${words.homeScreen} text=${isOnHomeScreen() ? words.added : words.notAdded} />
      <${LinkRow} icon="device" href="/account/devices" title=${words.devices} text=${devices && words.signedIn(devices.length)} />
      ${hasPasskeysHere && html`<${LinkRow} icon="passkey" href="/account/passkeys" title=${words.passkeys} text=${passkeys && words.passkeyCount(passkeys.length)} />`}
      <${SignOutRow} />
    </ul>
  `;
}

async function leave() {
  const answer = await signOut();
  if (answer.status !== 204) return fail(words.notSignedOut(errorSentence(answer)));
  navigate("/", { replace: true });
  const providerPage = answer.headers.get("Location"); // ends the session at the identity provider, and leads back
  if (providerPage && !hasDeletionFailed.value) location.assign(providerPage);
  return undefined;
}

/** Return the items that only this phone has. Reject with `StoreError` if it cannot be known. */
const listLosses = () => outbox.listOnlyOnPhone((person.value as Person).email);

/** A row that signs out at once, or opens the sheet. */
function SignOutRow() {
  const { attempt, problem } = useAttempt();
  const href = sheetHref("sign-out");
  const askOrLeave = (event: Event) => {
    event.preventDefault();
    attempt(async () => ((await listLosses()).length ? navigate(href) : leave()));
  };
  return html`
    <${LinkRow} icon="leave" href=${href} title=${words.signOut} onClick=${askOrLeave}>
      ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
    <//>
  `;
}

function SignOutSheet() {
  const { attempt, problem, busy } = useAttempt();
  const losses = useSignal(null as OwnedItem[] | null);
  useEffect(() => {
    attempt(async () => (losses.value = await listLosses()));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question is about what waits as it is asked
  }, []);
  const items = losses.value ?? [];
  const answer = losses.value && (busy.value ? parts.signingOut : words.deleteAndSignOut(items.length));
  return html`
    <${Question}
      title=${words.wouldBeLost(items.length)} keep=${words.stay} label=${answer} busy=${busy.value} problem=${problem.value}
      onAnswer=${() => attempt(leave)}
    >
      ${items.length > 0 && html`<p>${words.onlyHere}</p><${ItemList} items=${items} look="card prose" />`}
      <p class="hint">${words.draftsToo}</p>
    <//>
  `;
}

export function OtherAccountScreen() {
  const items = (outbox.items.value ?? []).filter((item) => isUnsent(item) && accountName(item.owner) === route.value.account);
  return html`
    <${Page} parent="/" title=${words.notYours}>
      <p>${words.notYoursMore(route.value.account ?? "", person.value?.email ?? "")}</p>
      ${items.length > 0 && html`<${ItemList} items=${items} />`}
      <${AgencyList} />
      <p class="hint">${words.otherAddress} <a href="/account">${words.title}</a></p>
    <//>
  `;
}
