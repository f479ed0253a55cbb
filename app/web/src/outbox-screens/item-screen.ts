// The page of an item: what it says, what became of it, its way to the agency, and what the person can do.
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { itemTitle, shownState } from "../outbox/shown.ts";
import { isAccepted } from "../outbox/states.ts";
import { Icon } from "../parts/icon.ts";
import { NotFoundScreen } from "../parts/not-found.ts";
import { useOffice } from "../data/office.ts";
import { Page } from "../parts/place.ts";
import { openSheet } from "../parts/sheet.ts";
import { ItemState } from "../parts/state.ts";
import { goBack, hrefTo, hrefWith, navigate, route } from "../router.ts";
import { accountName } from "../session.ts";
import { outbox as words, parts } from "../words.ts";
import { actionsOf } from "./actions-of.ts";
import { ActionButton } from "./actions.ts";
import { DeleteSheet } from "./delete-sheet.ts";
import { useItemAccounts } from "./item-account.ts";
import { ItemBanner } from "./item-banner.ts";
import { ItemContent } from "./item-content.ts";
import { KeepingNote } from "./keeping-note.ts";
import { NoteSheet } from "./note-sheet.ts";
import { Way } from "./way.ts";

export function ItemScreen({ id }: {id: string}) {
  const item = outbox.items.value?.find((each) => String(each.id) === id && accountName(each.owner) === route.value.account);
  const accountOf = useItemAccounts();
  useLeavingWhenGone(Boolean(item));
  if (item) return html`<${ItemPage} item=${item} account=${accountOf(item.owner)} />`;
  if (!outbox.items.value) return html`<${Page} parent=${hrefTo("/outbox")} title=${parts.loading}>${null}<//>`;
  return html`<${NotFoundScreen} text=${words.notHere} />`;
}

/** Go back to the outbox after the item was deleted, here or in another tab. */
function useLeavingWhenGone(isThere: boolean) {
  const wasThere = useRef(false);
  const { query } = route.value;
  useEffect(() => {
    if (isThere) wasThere.current = true;
    else if (wasThere.current && openSheet()) goBack(hrefWith({ sheet: null }));
    else if (wasThere.current) navigate(hrefTo("/outbox"), { replace: true });
  }, [isThere, query]);
}

function ItemPage({ item, account }: {item: OwnedItem, account: import("./item-account.ts").ItemAccount}) {
  const [problem, setProblem] = useState(null as string | null);
  const office = useOffice(account.isFormer ? null : account);
  const { bar, pair, primary } = actionsOf(item, account);
  const sheet = openSheet();
  const banner = html`<${ItemBanner} item=${item} account=${account} phone=${office?.phone ?? ""} />`;
  const button = (name: import("./actions-of.ts").Action) =>
    html`<${ActionButton} key=${name} name=${name} isPrimary=${name === primary} item=${item} account=${account} office=${office} onProblem=${setProblem} />`;
  return html`
    <${Page}
      parent=${hrefTo("/outbox")} account=${account} title=${itemTitle(item)} meta=${item.about}
      bar=${html`<footer class="bar" aria-label=${words.actionsLabel}>${bar.map(button)}</footer>`}
      sheet=${(sheet === "edit" && item.kind === "note" && html`<${NoteSheet} item=${item} account=${account} />`) || (sheet === "delete" && html`<${DeleteSheet} item=${item} />`)}
    >
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${item.kind === "invoice" && banner}
      <${ItemContent} item=${item} />
      ${item.kind !== "invoice" && banner}
      ${item.state === "waiting" && html`<${KeepingNote} />`}
      ${item.state !== "refused" && html`<${Way} item=${item} agency=${account.shortName} />`}
      ${!account.isFormer && html`<${Hint} item=${item} account=${account} />`}
      ${pair.length > 0 && html`<div class="pair prose">${pair.map(button)}</div>`}
    <//>
  `;
}

function Hint({ item, account }: {item: Item, account: ShownAccount}) {
  if (item.state === "refused") return html`<p class="hint is-saved"><${Icon} name="kept" small />${words.kept(item)}</p>`;
  if (item.state === "waiting") return html`<${ItemState} item=${item} account=${account} />`;
  const { besides } = shownState(item, account.shortName);
  const hint = words.hints[item.state === "review" && !item.officeAsked ? "ring" : isAccepted(item) ? "accepted" : item.state];
  return hint ? html`<p class="hint" dir="auto">${hint(account.shortName, besides)}</p>` : null;
}
