// Lines under the header: no signal, an agency that cannot be reached, old data, and faults of this device.
import { clock } from "../format.js";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { parts as words } from "../words.js";
import { Icon } from "./icon.js";

const OLD_MS = 300_000;

/**
 * `what`: the title of the screen. `sources`: the accounts whose data it shows.
 *
 * @param {{what: string, sources: Aged[]}} props
 */
export function Banners({ what, sources }) {
  const problem = outbox.storageProblem.value;
  return html`
    ${problem && html`<p class="banner is-bad" role="alert"><${Icon} name="refused" /><span>${problem}</span></p>`}
    <${Age} what=${what} sources=${sources.filter(({ resource }) => resource.body || resource.problem)} />
  `;
}

/** @param {{what: string, sources: Aged[]}} props */
function Age({ what, sources }) {
  if (outbox.obstacle.value === "offline") {
    const oldest = oldestOf(sources);
    return html`<p class="banner" role="status"><${Icon} name="offline" /><span>${words.noSignal(what, oldest && clock(oldest))}</span></p>`;
  }
  const away = sources.filter(isAway);
  if (away.length) {
    return away.map(
      ({ name, shortName, resource: { asOf } }) => html`
        <p key=${name} class="banner" role="status"><${Icon} name="servers" /><span>${words.unreachable(shortName, asOf && clock(asOf))}</span></p>
      `,
    );
  }
  const oldest = oldestOf(sources);
  if (!oldest || Date.now() - Date.parse(oldest) < OLD_MS) return null;
  return html`<p class="banner" role="status"><${Icon} name="clock" /><span>${words.asOf(what, clock(oldest))}</span></p>`;
}

/** @param {Aged} source */
const isAway = ({ resource: { body, isOld, problem, busy } }) => Boolean(body?.stale || problem || (isOld && !busy));

/** @param {Aged[]} sources */
const oldestOf = (sources) => sources.map(({ resource }) => resource.asOf).filter(Boolean).sort()[0] ?? null;
