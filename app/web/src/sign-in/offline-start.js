// The first start of the app without a network: there is nothing to show, and no way to sign in.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi } from "../api.js";
import { timeOfDay } from "../format.js";
import { html } from "../html.js";
import { Art } from "../parts/art.js";
import { SkipLink } from "../parts/header.js";
import { Icon } from "../parts/icon.js";
import { ProductMark } from "../parts/mark.js";
import { useOpening } from "../parts/opening.js";
import { listOwners } from "../store/database.js";
import { signIn as words } from "../words.js";

const TRY_MS = 30_000;

/**
 * `onForm`: there is a network, or this phone keeps something for somebody who signs in.
 *
 * @param {{onForm: () => void}} props
 */
export function OfflineStart({ onForm }) {
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
