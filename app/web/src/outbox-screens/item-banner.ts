// What happened to an item that is in doubt or was not delivered: the reason, and whom to ring.
import { when } from "../format.ts";
import { html } from "../html.ts";
import { isExpired } from "../outbox/shown.ts";
import { Icon } from "../parts/icon.ts";
import { outbox as words, states } from "../words.ts";

/** `phone`: the number of the agency, as it writes it. */
export function ItemBanner({ item, account, phone }: {item: OwnedItem, account: import("./item-account.ts").ItemAccount, phone: string}) {
  const { state, sentence, way = [] } = item;
  const { shortName: agency, isFormer } = account;
  const what = words.kinds[item.kind];
  const at = when(way.at(-1)?.at ?? item.addedAt);
  if (isFormer) return html`<${Banner} tone="bad" icon="refused" title=${words.accountGone(account.agencyName)} text=${words.accountGoneMore} />`;
  if (state === "checking" && !item.promised) return html`<${Banner} tone="wait" icon="eye" title=${`${states.beingChecked}.`} text=${words.checked(agency, what)} />`;
  if (state === "review" && item.officeAsked) return html`<${Banner} tone="wait" icon="asked" title=${states.asked(agency)} text=${words.asked(agency, what, at)} />`;
  if (state === "review") return html`<${Banner} tone="wait" icon="ring" title=${`${states.ring(agency)}.`} text=${`${words.ring(agency, what)} ${phone}`} />`;
  if (state === "unknown") return html`<${Banner} tone="wait" icon="ring" title=${`${states.ring(agency)}.`} text=${`${sentence} ${phone}`} />`;
  if (state !== "refused") return null;
  if (isExpired(item)) return html`<${Banner} tone="bad" icon="hourglass" title=${`${states.expired}.`} text=${`${words.expired(agency, what, item.ended, sentence)}`} />`;
  if (item.asks === "duplicate") return html`<${Banner} tone="bad" icon="refused" title=${words.duplicate} text=${sentence} />`;
  if (item.ended === "rejected" || !sentence) {
    return html`<${Banner} tone="bad" icon="refused" title=${states.noReason(agency)} text=${[phone, words.refusedAt(at)].filter(Boolean).join(". ")} isBelow />`;
  }
  return html`<${Banner} tone="bad" icon="refused" title=${words.refusedWhy(at, states.reason(sentence, agency))} text=${words.advice(sentence)} isBelow />`;
}

const Banner = ({ tone, icon, title, text, isBelow = false }: {tone: string, icon: string, title: string, text: string | null, isBelow?: boolean}) => html`
  <div class=${`banner is-card is-${tone} prose`}>
    <${Icon} name=${icon} />
    <div dir="auto"><b>${title}</b>${text && (isBelow ? html`<br />${text}` : ` ${text}`)}</div>
  </div>
`;
