// Shows the jobs of one agency only. More than four agencies are in a sheet.
import { useAccounts } from "../data/accounts.ts";
import { html } from "../html.ts";
import { Icon } from "../parts/icon.ts";
import { Logo } from "../parts/logo.ts";
import { Sheet, openSheet, sheetHref } from "../parts/sheet.ts";
import { navigate } from "../router.ts";
import { jobs as words } from "../words.ts";
import { jobsHref } from "./tabs.ts";

const MAX_CHIPS = 4;

export type Shown = {tab: import("./tabs.ts").Tab, only: string | null};

/** Return the jobs of an agency; for null, all. */
export const ofAgency = (jobs: AccountJob[], agency: string | null) => (agency ? jobs.filter(({ account }) => account.owner.agency === agency) : jobs);

/** Return an account of each agency. */
function useAgencies() {
  const accounts = useAccounts();
  return accounts.filter(({ owner }, index) => accounts.findIndex((other) => other.owner.agency === owner.agency) === index);
}

export function Chips({ tab, only }: Shown) {
  const agencies = useAgencies();
  if (agencies.length < 2) return null;
  const current = agencies.find(({ owner }) => owner.agency === only);
  return html`
    <div class="chips" role="group" aria-label=${words.showOnly}>
      <${Chip} isPressed=${!only} tab=${tab} only=${null}>${words.all}<//>
      ${agencies.length <= MAX_CHIPS
        ? agencies.map((account) => html`<${AgencyChip} key=${account.name} account=${account} isPressed=${account === current} tab=${tab} />`)
        : html`
            ${current && html`<${AgencyChip} account=${current} isPressed tab=${tab} />`}
            <a class="chip" href=${sheetHref("agency")}>${words.agency}<${Icon} name="down" small /></a>
          `}
    </div>
  `;
}

const AgencyChip = ({ account, isPressed, tab }: {account: ShownAccount, isPressed: boolean, tab: Shown["tab"]}) => html`
  <${Chip} isPressed=${isPressed} tab=${tab} only=${account.owner.agency}><${Logo} account=${account} small />${account.shortName}<//>
`;

const Chip = ({ isPressed, tab, only, children }: Shown & {isPressed: boolean, children: Children}) => html`
  <button type="button" class="chip" aria-pressed=${isPressed} onClick=${() => navigate(jobsHref(tab, only), { replace: true })}>${children}</button>
`;

export function AgencySheet({ tab, only }: Shown) {
  const agencies = useAgencies();
  if (openSheet() !== "agency") return null;
  return html`
    <${Sheet} title=${words.agency}>
      <ul>
        ${[null, ...agencies].map((account) => {
          const agency = account?.owner.agency ?? null;
          return html`
            <li key=${agency} class="row" aria-current=${agency === only ? "true" : null}>
              ${account && html`<${Logo} account=${account} />`}
              <div><a class="cover" href=${jobsHref(tab, agency)} data-replace dir="auto">${account?.agencyName ?? words.all}</a></div>
              ${agency === only && html`<${Icon} name="tick" />`}
            </li>
          `;
        })}
      </ul>
    <//>
  `;
}
