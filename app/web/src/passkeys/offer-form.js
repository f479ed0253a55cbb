// The offer to sign in with this device from now on.
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { addPasskey } from "./ceremony.js";
import { usePasskeyChange } from "./change.js";
import { withdrawOffer } from "./offer.js";

export function PasskeyOffer() {
  const { problem, busy, make, codeForm } = usePasskeyChange((news) => {
    announce(news);
    withdrawOffer();
  });
  return html`
    <section class="notice offer" aria-labelledby="offer">
      <h2 id="offer">Sign in faster next time</h2>
      <p class="problem" role="alert">${problem.value}</p>
      ${codeForm}
      <div class="doing">
        ${!codeForm &&
        html`<button class="btn btn-primary" type="button" disabled=${busy.value} onClick=${() => make(addPasskey, "Added. No code is needed here next time.")}>
          Use my fingerprint, face or screen lock next time
        </button>`}
        <button class="btn btn-secondary" type="button" disabled=${busy.value} onClick=${withdrawOffer}>Not now</button>
      </div>
    </section>
  `;
}
