// The account: the person's agencies, what each knows about them, this phone, and signing out.
import { useAccounts } from "../data/accounts.ts";
import { isOpen, useJobs } from "../data/jobs.ts";
import { useResources } from "../data/resource.ts";
import { count } from "../format.ts";
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { Logo } from "../parts/logo.ts";
import { Page } from "../parts/place.ts";
import { isOnHomeScreen } from "../parts/platform.ts";
import { openSheet } from "../parts/sheet.ts";
import { hasPasskeys } from "../sign-in/passkey-ceremony.ts";
import { hrefTo } from "../router.ts";
import { owners, person } from "../session.ts";
import { account as words } from "../words.ts";
import { SignOutRow, SignOutSheet } from "./sign-out.ts";
import { useAnswer } from "../data/use-answer.ts";

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
      <p class="hint"><a href=${hrefTo("/accessibility")}>${words.accessibility}</a></p>
    <//>
  `;
}

/** The agencies of the person, each with a link to its contacts. */
export function AgencyList() {
  const { jobs, sources } = useJobs();
  return html`
    <h2 class="section"><span>${words.agencies}</span></h2>
    <ul class="card">
      ${sources.map((account) => {
        const open = jobs.filter((each) => each.account.name === account.name && isOpen(each)).length;
        const details = [account.displayName, account.resource.body && count(open, words.openJob)];
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
function Record({ shortName, resource: { body: record, problem } }: ShownAccount & {resource: ResourceState<AccountRecord>}) {
  const facts = record ? [...FIELDS.map((name) => [words.fields[name], record[name]]), [words.fields.branch, record.agency.branchName]] : [];
  if (!record && !problem) return null;
  return html`
    <h2 class="section"><span>${words.asKnownBy(shortName)}</span></h2>
    ${record
      ? html`
          <section class="card pad">
            <dl class="facts">
              ${facts
                .filter(([, value]) => value)
                .map(([name, value]) => html`<div key=${name}><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}
            </dl>
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
      <${Row} icon="home-screen" path="/install" title=${words.homeScreen} detail=${isOnHomeScreen() ? words.added : words.notAdded} />
      <${Row} icon="device" path="/account/devices" title=${words.devices} detail=${devices && words.signedIn(devices.length)} />
      ${hasPasskeysHere && html`<${Row} icon="passkey" path="/account/passkeys" title=${words.passkeys} detail=${passkeys && words.passkeyCount(passkeys.length)} />`}
      <${SignOutRow} />
    </ul>
  `;
}

const Row = ({ icon, path, title, detail }: {icon: string, path: string, title: string, detail?: string | null}) => html`
  <li class="row">
    <span class="disc"><${Icon} name=${icon} /></span>
    <div>
      <h3><a class="cover" href=${hrefTo(path)}>${title}</a></h3>
      ${detail && html`<p class="second">${detail}</p>`}
    </div>
    <${Icon} name="next" />
  </li>
`;
