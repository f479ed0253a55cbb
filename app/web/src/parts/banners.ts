// Lines under the header: no signal, an agency that cannot be reached, old data, and faults of this device.
import { clock } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { parts as words } from "../words.ts";
import { Icon } from "./icon.ts";

const OLD_MS = 300_000;

/** `what`: the title of the screen. `sources`: the accounts whose data it shows. */
export function Banners({ what, sources }: {what: string, sources: Aged[]}) {
  const problem = outbox.storageProblem.value;
  return html`
    ${problem && html`<p class="banner is-bad" role="alert"><${Icon} name="refused" /><span>${problem}</span></p>`}
    <${Age} what=${what} sources=${sources.filter(({ resource }) => resource.body || resource.problem)} />
  `;
}

function Age({ what, sources }: {what: string, sources: Aged[]}) {
  const away = sources.filter(isAway);
  if (outbox.obstacle.value === "offline" || (away.length && away.every(isUnreached))) {
    return html`
      <${Line} icon="offline">${words.noSignal} <${AsOf} words=${words.asOf(what)} sources=${sources} /> ${words.carryOn}<//>
    `;
  }
  if (away.length) {
    const names = namesOf(away);
    return html`
      <${Line} icon="servers">
        <b>${words.unreachable(names)}</b> <${AsOf} words=${words.theirsAsOf(names.length, what)} sources=${away} /> ${words.portalKeeps}
      <//>
    `;
  }
  const old = sources.filter(({ resource: { asOf } }) => asOf && Date.now() - Date.parse(asOf) >= OLD_MS);
  if (!old.length) return null;
  const asOf = old.length === sources.length ? words.asOf(what) : words.namedAsOf(namesOf(old), what);
  return html`<${Line} icon="clock"><${AsOf} words=${asOf} sources=${old} /><//>`;
}

const Line = ({ icon, children }: {icon: string, children: Children}) => html`<p class="banner" role="status"><${Icon} name=${icon} /><span>${children}</span></p>`;

/** The time of the oldest data. */
function AsOf({ words: beginning, sources }: {words: string, sources: Aged[]}) {
  const times = sources.flatMap(({ resource: { asOf } }) => (asOf ? Date.parse(asOf) : []));
  return times.length > 0 && html`${beginning} <b>${clock(Math.min(...times))}</b>.`;
}

const isAway = ({ resource: { body, isOld, problem, busy, status } }: Aged) => Boolean(body?.stale || (problem && status !== 404) || (isOld && !busy));

/** Return whether the portal itself was not reached. */
const isUnreached = ({ resource: { problem, status } }: Aged) => Boolean(problem) && status === 0;

const namesOf = (sources: Aged[]) => [...new Set(sources.map(({ shortName }) => shortName))];
