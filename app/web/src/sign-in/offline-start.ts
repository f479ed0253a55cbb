// The first start of the app without a network: there is nothing to show, and no way to sign in.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi } from "../api.ts";
import { timeOfDay } from "../format.ts";
import { html } from "../html.ts";
import { Art } from "../parts/art.ts";
import { SkipLink } from "../parts/header.ts";
import { Icon } from "../parts/icon.ts";
import { ProductMark } from "../parts/mark.ts";
import { useOpening } from "../parts/opening.ts";
import { listOwners } from "../store/database.ts";
import { signIn as words } from "../words.ts";

const TRY_MS = 30_000;

/** `onForm`: there is a network, or this phone keeps something for somebody who signs in. */
export function OfflineStart({ onForm }: {onForm: () => void}) {
  const heading = useOpening(words.noSignal);
  const triedAt = useSignal(Date.now());
  const tryAgain = async () => {
    const { offline } = await callApi("session/methods");
    triedAt.value = Date.now();
    if (!offline) onForm();
  };
  useEffect(() => {
    listOwners().then(({ length }) => length && onForm(), () => {});
    const timer = setInterval(tryAgain, TRY_MS);
    addEventListener("online", tryAgain);
    return () => {
      clearInterval(timer);
      removeEventListener("online", tryAgain);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it begins once
  }, []);
  return html`
    <${SkipLink} />
    <main id="main" class="page is-low is-mid">
      <${ProductMark} />
      <section class="empty">
        <${Art} name="cellar" />
        <h1 ref=${heading} tabindex="-1">${words.noSignal}</h1>
        <p class="second">${words.noSignalMore}</p>
      </section>
      <p class="hint" role="status">${words.triedAt(timeOfDay(triedAt.value))}</p>
    </main>
    <footer class="bar" aria-label=${words.actionsLabel}>
      <button class="btn is-primary" type="button" onClick=${tryAgain}><${Icon} name="again" />${words.tryAgain}</button>
    </footer>
  `;
}
