// Shows the jobs of one agency only. More than four agencies are in a sheet.
import { useAccounts } from "../data/accounts.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { Logo } from "../parts/logo.js";
import { Sheet, openSheet, sheetHref } from "../parts/sheet.js";
import { navigate } from "../router.js";
import { jobs as words } from "../words.js";
import { jobsHref } from "./tabs.js";

const MAX_CHIPS = 4;

/** @typedef {{tab: import("./tabs.js").Tab, only: string | null}} Shown */

/**
 * Return the jobs of an agency; for null, all.
 *
 * @param {AccountJob[]} jobs
 * @param {string | null} agency
 */
export const ofAgency = (jobs, agency) => (agency ? jobs.filter(({ account }) => account.owner.agency === agency) : jobs);

/** Return an account of each agency. */
function useAgencies() {
  const accounts = useAccounts();
  return accounts.filter(({ owner }, index) => accounts.findIndex((other) => other.owner.agency === owner.agency) === index);
}

/** @param {Shown} props */
export function Chips({ tab, only }) {
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

/** @param {{account: ShownAccount, isPressed: boolean, tab: Shown["tab"]}} props */
const AgencyChip = ({ account, isPressed, tab }) => html`
  <${Chip} isPressed=${isPressed} tab=${tab} only=${account.owner.agency}><${Logo} account=${account} small />${account.shortName}<//>
`;

/** @param {Shown & {isPressed: boolean, children: Children}} props */
const Chip = ({ isPressed, tab, only, children }) => html`
  <button type="button" class="chip" aria-pressed=${isPressed} onClick=${() => navigate(jobsHref(tab, only), { replace: true })}>${children}</button>
`;

/** @param {Shown} props */
export function AgencySheet({ tab, only }) {
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
