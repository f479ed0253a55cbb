// Where a job is and whom to call there: the access, the address, and a tile for each way to get there or to reach somebody.
import { jobAddress } from "../data/jobs.ts";
import { html } from "../html.ts";
import { dialledNumber, mailHref, mapHref, nameToCall, takesTexts } from "../parts/contact-links.ts";
import { Icon } from "../parts/icon.ts";
import { job as words } from "../words.ts";

const SHOWN_MS = 30 * 24 * 3600_000; // the portal itself then leaves out the access, the number and the e-mail address

export function WhereAndWho({ job, stage, hasAccess }: {job: Job, stage: import("./actions.ts").Stage, hasAccess: boolean}) {
  const { property, reportedBy, completedAt } = job;
  const isOver = stage === "cancelled" || (stage === "done" && completedAt !== null && Date.now() - Date.parse(completedAt) > SHOWN_MS);
  const tiles = isOver ? [] : tilesOf(job);
  const name = stage !== "cancelled" && reportedBy?.name;
  const second = [property?.postcode, name && words.reportedBy(name), isOver ? null : remarkOf(reportedBy?.phone)];
  return html`
    <section class="card" aria-label=${words.whereAndWho}>
      ${property?.access &&
      hasAccess &&
      html`<p class="access"><${Icon} name="key" /><span class="lines" dir="auto">${property.access}</span></p>`}
      <div class="pad stack">
        <div>
          <h2 dir="auto">${streetOf(job) || words.noAddress}</h2>
          <p class="second" dir="auto">${second.filter(Boolean).join(" · ")}</p>
        </div>
        ${tiles.length > 0 && html`<div class="tiles">${tiles.map((tile) => html`<${Tile} key=${tile.icon} ...${tile} />`)}</div>`}
      </div>
    </section>
  `;
}

export type TileProps = {icon: string, label: string, href: string};

function Tile({ icon, label, href }: TileProps) {
  const attributes = href.startsWith("https:") ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return html`<a class="tile" href=${href} dir="auto" ...${attributes}><${Icon} name=${icon} />${label}</a>`;
}

/**
 * Return the tiles of a job. In an emergency, the call comes first. Without a number, the e-mail address takes its
 * place.
 */
function tilesOf(job: Job): TileProps[] {
  const { reportedBy, emergency } = job;
  const [address, number, mail] = [jobAddress(job), dialledNumber(reportedBy?.phone), mailHref(reportedBy?.email)];
  const name = nameToCall(reportedBy?.name);
  const call = number ? [{ icon: "ring", label: words.call(name), href: `tel:${number}` }] : [];
  return [
    ...(emergency ? call : []),
    ...(address ? [{ icon: "map", label: words.directions, href: mapHref(address) }] : []),
    ...(emergency ? [] : call),
    ...(takesTexts(number) ? [{ icon: "text", label: words.text(name), href: `sms:${number}` }] : []),
    ...(!number && mail ? [{ icon: "mail", label: words.email(name), href: mail }] : []),
  ];
}

/** Return the text of a telephone number if it says more than the number that is dialled, else null. */
function remarkOf(phone: string | null | undefined) {
  const digits = (phone ?? "").replace(/\D/g, "");
  return phone && (/\p{L}/u.test(phone) || digits.length > dialledNumber(phone).length) ? phone : null;
}

/** Return the address without the postcode at its end. */
function streetOf({ property }: Job) {
  const { address, postcode } = property ?? {};
  return (postcode && address?.endsWith(postcode) ? address.slice(0, -postcode.length).replace(/[\s,]+$/, "") : address) ?? "";
}
