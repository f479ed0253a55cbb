// The money screen: pending payments, invoices and paid statements, for any dates, and as a file.
import { useResource } from "../data/resource.js";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { Absence, AsOf } from "../parts/freshness.js";
import { Screen } from "../parts/screen.js";
import { hrefTo, navigate, route } from "../router.js";
import { DateFilter } from "./date-filter.js";
import { TabContent } from "./tab-content.js";
import { TABS, TAB_NAMES, rowsOf, useTabResources } from "./tabs.js";

export function MoneyScreen() {
  const agency = useResource("agency").value;
  const offers = agency.body?.offers ?? [];
  const resources = useTabResources(offers);
  const tabs = TAB_NAMES.filter((name) => TABS[name].needs.some((offer) => offers.includes(offer)));
  if (!agency.body) return html`<${Screen} title="Money"><${Absence} resource=${agency} /><//>`;
  if (!tabs.length) return html`<${Screen} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`;
  return html`<${Screen} title="Money"><${Tabs} tabs=${tabs} resources=${resources} agency=${agency.body} /><//>`;
}

/** @param {{tabs: MoneyTabName[], resources: Record<MoneyTabName, ResourceState>, agency: Agency}} props */
function Tabs({ tabs, resources, agency }) {
  const { query } = route.value;
  const [from, to, name] = ["from", "to", "show"].map((key) => query.get(key) ?? "");
  const tab = tabs.find((each) => each === name) ?? tabs[0];
  const resource = resources[tab];
  const items = outbox.items.value ?? [];
  const rows = rowsOf(tab, resource, items);
  /**
   * @param {string} show
   * @param {string} first
   * @param {string} last
   */
  const addressOf = (show, first, last) => hrefTo("/money", { show, ...(first && { from: first }), ...(last && { to: last }) });
  /**
   * @param {string} first
   * @param {string} last
   */
  const chooseDates = (first, last) => navigate(addressOf(tab, first, last), { replace: true });
  return html`
    <nav class="tabs" aria-label="Money by kind">
      ${tabs.map(
        (each) => html`
          <a key=${each} href=${addressOf(each, from, to)} aria-current=${each === tab ? "true" : null}>
            ${TABS[each].title} <span class="number">${rowsOf(each, resources[each], items)?.length}</span>
          </a>
        `,
      )}
    </nav>
    <${DateFilter} key=${tab} from=${from} to=${to} onChange=${chooseDates} />
    ${rows && html`<${TabContent} key=${[tab, from, to].join()} tab=${tab} rows=${rows} from=${from} to=${to} agency=${agency} />`}
    ${!resource.body && html`<${Absence} resource=${resource} />`}
    <${AsOf} resource=${resource} />
  `;
}
