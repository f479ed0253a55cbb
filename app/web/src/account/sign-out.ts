// Signs out, and deletes the person's data from this device. A sheet asks first if something would be lost, and lists it.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { errorSentence } from "../api.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { useItemAccounts } from "../outbox-screens/item-account.ts";
import { ItemRow } from "../outbox-screens/item-row.ts";
import { Icon } from "../parts/icon.ts";
import { Sheet, closeSheet, sheetHref } from "../parts/sheet.ts";
import { navigate } from "../router.ts";
import { accountName, hasDeletionFailed, person, signOut } from "../session.ts";
import { sentenceOf } from "../store/database.ts";
import { account as words } from "../words.ts";

/** Return a function that signs out, and a sentence on its failure. */
function useSignOut() {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const leave = async () => {
    problem.value = null;
    busy.value = true;
    const answer = await signOut();
    busy.value = false;
    if (answer.status !== 204) {
      problem.value = words.notSignedOut(errorSentence(answer));
      return;
    }
    navigate("/", { replace: true });
    const providerPage = answer.headers.get("Location"); // ends the session at the identity provider, and leads back
    if (providerPage && !hasDeletionFailed.value) location.assign(providerPage);
  };
  return { problem, busy, leave };
}

/** Return the items that only this phone has. Reject with `StoreError` if it cannot be known. */
const listLosses = () => outbox.listOnlyOnPhone((person.value as Person).email);

/** A row that signs out at once, or opens the sheet. */
export function SignOutRow() {
  const { problem, busy, leave } = useSignOut();
  const href = sheetHref("sign-out");
  const askOrLeave = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    problem.value = null;
    try {
      if ((await listLosses()).length) navigate(href);
      else await leave();
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      problem.value = sentence; // what would be lost is unknown
    }
  };
  return html`
    <li class="row">
      <span class="disc"><${Icon} name="leave" /></span>
      <div>
        <h3><a class="cover" href=${href} onClick=${askOrLeave}>${words.signOut}</a></h3>
        ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
      </div>
      <${Icon} name="next" />
    </li>
  `;
}

export function SignOutSheet() {
  const { problem, busy, leave } = useSignOut();
  const losses = useSignal(null as OwnedItem[] | null);
  useEffect(() => {
    listLosses().then(
      (items) => (losses.value = items),
      (error) => (problem.value = sentenceOf(error) ?? null),
    );
  }, [losses, problem]);
  const items = losses.value ?? [];
  const footer = html`
    <footer class="bar is-column" aria-label=${words.actionsLabel}>
      ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
      <button class="btn is-primary" type="button" onClick=${closeSheet}>${words.stay}</button>
      ${losses.value &&
      html`<button class="btn is-danger" type="button" disabled=${busy.value} onClick=${leave}>
        ${busy.value ? words.signingOut : words.deleteAndSignOut(items.length)}
      </button>`}
    </footer>
  `;
  return html`
    <${Sheet} title=${words.wouldBeLost(items.length)} footer=${footer}>
      ${items.length > 0 && html`<p>${words.onlyHere}</p><${LossList} items=${items} />`}
      <p class="hint">${words.draftsToo}</p>
    <//>
  `;
}

function LossList({ items }: {items: OwnedItem[]}) {
  const accountOf = useItemAccounts();
  return html`
    <ul class="card prose">
      ${items.map((item) => html`<${ItemRow} key=${`${accountName(item.owner)} ${item.id}`} item=${item} account=${accountOf(item.owner)} />`)}
    </ul>
  `;
}
