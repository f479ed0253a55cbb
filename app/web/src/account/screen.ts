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
import { ItemRow, useItemAccounts } from "../outbox-screens/item-row.ts";
import { outbox } from "../outbox/instance.ts";
import { isUnsent } from "../outbox/states.ts";
import { Facts } from "../parts/facts.ts";
import { Icon } from "../parts/icon.ts";
import { LinkRow } from "../parts/link-row.ts";
import { Logo } from "../parts/logo.ts";
import { Page } from "../parts/place.ts";
import { isOnHomeScreen } from "../parts/platform.ts";
import { closeSheet, openSheet, Sheet, sheetHref } from "../parts/sheet.ts";
import { hrefTo, navigate, route } from "../router.ts";
import { accountName, hasDeletionFailed, owners, person, signOut } from "../session.ts";
import { hasPasskeys } from "../sign-in/passkeys.ts";
import { sentenceOf } from "../store/database.ts";
import { account as words, common } from "../words.ts";

const FIELDS = ["companyName", "address", "email", "phone", "mobile", "vatNumber", "contractorId"] as const;

export function AccountScreen() {
  const accounts = useAccounts();
  const records = useResources(owners.value, "account");
  const sources = accounts.map((account, index) => ({ ...account, resource: records[index] }));
  return html`
    <${Page}
      parent=${hrefTo("/")} title=${words.title} meta=${person.value?.email} what=${words.title} sources=${sources}
      sheet=${openSheet() === "sign-out" && html`<${SignOutSheet} />`}
    >
      <${AgencyList} />
      <p class="hint">${words.agencyMissing}</p>
      ${sources.map((source) => html`<${Record} key=${source.name} ...${source} />`)}
      <${ThisPhone} />
      <p class="hint"><a href=${hrefTo("/accessibility")}>${common.accessibility}</a></p>
    <//>
  `;
}

/** The agencies of the person, each with a link to its contacts. */
export function AgencyList() {
  const { jobs, sources } = useJobs();
  return html`
    <h2 class="section"><span>${common.agencies}</span></h2>
    <ul class="card">
      ${sources.map((account) => {
        const open = jobs.filter((each) => each.account.name === account.name && isOpen(each)).length;
        const details = [account.displayName, account.resource.body && count(open, common.openJob)];
        return html`
          <li key=${account.name} class="row">
            <${Logo} account=${account} />
            <div>
              <h3><${AgencyName} account=${account} /></h3>
              <p class="second" dir="auto">${details.filter(Boolean).join(", ")}</p>
            </div>
            ${hasContacts(account) && html`<${Icon} name="next" />`}
          </li>
        `;
      })}
    </ul>
  `;
}

const hasContacts = ({ agency }: ShownAccount) => agency?.offers.includes("contacts");

const AgencyName = ({ account }: {account: ShownAccount}) =>
  hasContacts(account)
    ? html`<a class="cover" href=${hrefTo("/contacts", {}, account.name)} dir="auto">${account.agencyName}</a>`
    : html`<span dir="auto">${account.agencyName}</span>`;

/** What an agency knows about the person. Only the agency can change it. */
function Record({ shortName, resource: { body: record, problem } }: ShownAccount & {resource: ResourceState<Schemas["Account"]>}) {
  const facts = record ? [...FIELDS.map((name) => [words.fields[name], record[name]]), [words.fields.branch, record.agency.branchName]] : [];
  if (!record && !problem) return null;
  return html`
    <h2 class="section"><span>${words.asKnownBy(shortName)}</span></h2>
    ${record
      ? html`
          <section class="card pad">
            <${Facts} facts=${facts} />
          </section>
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
      <${LinkRow} icon="home-screen" href=${hrefTo("/install")} title=${words.homeScreen} text=${isOnHomeScreen() ? words.added : words.notAdded} />
      <${LinkRow} icon="device" href=${hrefTo("/account/devices")} title=${words.devices} text=${devices && words.signedIn(devices.length)} />
      ${hasPasskeysHere && html`<${LinkRow} icon="passkey" href=${hrefTo("/account/passkeys")} title=${words.passkeys} text=${passkeys && words.passkeyCount(passkeys.length)} />`}
      <${SignOutRow} />
    </ul>
  `;
}

/** Return a function that signs out, and a sentence on its failure. */
function useSignOut() {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const leave = async () => {
    problem.value = null;
    busy.value = true;
    const answer = await signOut();
    busy.value = false;
    if (answer.status !== 204) {
      problem.value = words.notSignedOut(errorSentence(answer));
      return;
    }
    navigate("/", { replace: true });
    const providerPage = answer.headers.get("Location"); // ends the session at the identity provider, and leads back
    if (providerPage && !hasDeletionFailed.value) location.assign(providerPage);
  };
  return { problem, busy, leave };
}

/** Return the items that only this phone has. Reject with `StoreError` if it cannot be known. */
const listLosses = () => outbox.listOnlyOnPhone((person.value as Person).email);

/** A row that signs out at once, or opens the sheet. */
export function SignOutRow() {
  const { problem, busy, leave } = useSignOut();
  const href = sheetHref("sign-out");
  const askOrLeave = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    problem.value = null;
    try {
      if ((await listLosses()).length) navigate(href);
      else await leave();
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      problem.value = sentence; // what would be lost is unknown
    }
  };
  return html`
    <${LinkRow} icon="leave" href=${href} title=${words.signOut} onClick=${askOrLeave}>
      ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
    <//>
  `;
}

export function SignOutSheet() {
  const { problem, busy, leave } = useSignOut();
  const losses = useSignal(null as OwnedItem[] | null);
  useEffect(() => {
    listLosses().then(
      (items) => (losses.value = items),
      (error) => (problem.value = sentenceOf(error) ?? null),
    );
  }, [losses, problem]);
  const items = losses.value ?? [];
  const footer = html`
    <footer class="bar is-column" aria-label=${common.actions}>
      ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
      <button class="btn is-primary" type="button" onClick=${closeSheet}>${words.stay}</button>
      ${losses.value &&
      html`<button class="btn is-danger" type="button" disabled=${busy.value} onClick=${leave}>
        ${busy.value ? words.signingOut : words.deleteAndSignOut(items.length)}
      </button>`}
    </footer>
  `;
  return html`
    <${Sheet} title=${words.wouldBeLost(items.length)} footer=${footer}>
      ${items.length > 0 && html`<p>${words.onlyHere}</p><${LossList} items=${items} />`}
      <p class="hint">${words.draftsToo}</p>
    <//>
  `;
}

function LossList({ items }: {items: OwnedItem[]}) {
  const accountOf = useItemAccounts();
  return html`
    <ul class="card prose">
      ${items.map((item) => html`<${ItemRow} key=${`${accountName(item.owner)} ${item.id}`} item=${item} account=${accountOf(item.owner)} />`)}
    </ul>
  `;
}

export function OtherAccountScreen() {
  const accountOf = useItemAccounts();
  const items = (outbox.items.value ?? []).filter((item) => isUnsent(item) && accountName(item.owner) === route.value.account);
  return html`
    <${Page} parent=${hrefTo("/")} title=${words.notYours}>
      <p>${words.notYoursMore(route.value.account ?? "", person.value?.email ?? "")}</p>
      ${items.length > 0 && html`<ul class="card">${items.map((item) => html`<${ItemRow} key=${item.id} item=${item} account=${accountOf(item.owner)} />`)}</ul>`}
      <${AgencyList} />
      <p class="hint">${words.otherAddress} <a href=${hrefTo("/account")}>${words.title}</a></p>
    <//>
  `;
}
