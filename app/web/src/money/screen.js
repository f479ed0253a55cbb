// Money: what is on its way and why, what became of invoices, what was paid and when; for any dates, and as a file.
import { html } from "../html.js";
import { items } from "../outbox/index.js";
import { Absence, AsOf } from "../parts/fresh.js";
import { Screen } from "../parts/screen.js";
import { useReading } from "../reading.js";
import { go, place, to } from "../router.js";
import { Dates } from "./dates.js";
import { Shown } from "./shown.js";
import { TABS, rowsOf } from "./tabs.js";

export function Money() {
  const agency = useReading("agency").value;
  const offers = agency.body?.offers ?? [];
  const readings = {};
  for (const [name, { path, needs }] of Object.entries(TABS)) {
    readings[name] = useReading(offers.includes(needs[0]) ? path : null).value;
  }
  const tabs = Object.keys(TABS).filter((name) => TABS[name].needs.some((need) => offers.includes(need)));
  if (!agency.body) return html`<${Screen} title="Money"><${Absence} reading=${agency} /><//>`;
  if (!tabs.length) return html`<${Screen} title="Money"><p class="notice">Your agency shows no payments here.</p><//>`;
  return html`<${Screen} title="Money"><${Tabs} tabs=${tabs} readings=${readings} agency=${agency.body} /><//>`;
}

const kept = () => items.value ?? [];

function Tabs({ tabs, readings, agency }) {
  const { query } = place.value;
  const [from, until, wanted] = ["from", "to", "show"].map((name) => query.get(name) ?? "");
  const tab = tabs.includes(wanted) ? wanted : tabs[0];
  const reading = readings[tab];
  const rows = rowsOf(tab, reading, kept());
  const address = (show, first, last) => to("/money", { show, ...(first && { from: first }), ...(last && { to: last }) });
  return html`
    <nav class="tabs" aria-label="Money by kind">
      ${tabs.map(
        (name) => html`
          <a key=${name} href=${address(name, from, until)} aria-current=${name === tab ? "true" : null}>
            ${TABS[name].title} <span class="number">${rowsOf(name, readings[name], kept())?.length}</span>
          </a>
        `,
      )}
    </nav>
    <${Dates} key=${tab} from=${from} to=${until} set=${(first, last) => go(address(tab, first, last), { replace: true })} />
    ${rows && html`<${Shown} key=${[tab, from, until].join()} tab=${tab} rows=${rows} from=${from} to=${until} agency=${agency} />`}
    ${!reading.body && html`<${Absence} reading=${reading} />`}
    <${AsOf} reading=${reading} />
  `;
}
