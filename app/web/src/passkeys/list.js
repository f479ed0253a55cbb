// The person's passkeys: which devices sign in without a code, with a button to remove each, and one to add this device.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.js";
import { day } from "../format.js";
import { html } from "../html.js";
import { Icon } from "../parts/icon.js";
import { addPasskey, hasPasskeys } from "./ceremony.js";
import { withdrawOffer } from "./offer.js";

const REMOVED = "Removed. This passkey signs nobody in from now on. Your device may still list it; you can delete it in its settings.";
const ADDED = "Added. From now on, you can sign in here without a code.";

export function Passkeys() {
  const passkeys = useSignal(/** @type {Passkey[] | null} */ (null));
  const [problem, done] = [useSignal(/** @type {string | null} */ (null)), useSignal(/** @type {string | null} */ (null))];
  const busy = useSignal(false);
  const load = async () => {
    const answer = await callApi("session/passkeys");
    if (answer.status === 200) passkeys.value = answer.body.passkeys;
    else problem.value = errorSentence(answer);
  };
  useEffect(() => {
    load();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once, as the screen opens
  }, []);
  /**
   * @param {() => Promise<string | null>} change returns a sentence if it failed
   * @param {string} success
   */
  const make = async (change, success) => {
    problem.value = done.value = null;
    busy.value = true;
    problem.value = await change();
    if (!problem.value) {
      done.value = success;
      await load();
    }
    busy.value = false;
  };
  const addHere = async () => {
    const sentence = await addPasskey();
    if (!sentence) withdrawOffer();
    return sentence;
  };
  /** @param {Passkey} passkey */
  const remove = async ({ passkeyId }) => {
    const answer = await callApi(`session/passkeys/${passkeyId}`, { method: "DELETE" });
    return answer.status === 204 ? null : errorSentence(answer);
  };
  if (!hasPasskeys && !passkeys.value?.length) return null;
  return html`
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>With a passkey, you sign in by your fingerprint, face or screen lock. Remove a passkey if you lose its device.</p>
      ${Boolean(passkeys.value?.length) &&
      html`<ul class="rows">
        ${passkeys.value?.map(
          (passkey) => html`<${PasskeyRow} key=${passkey.passkeyId} ...${passkey} busy=${busy.value} onRemove=${() => make(() => remove(passkey), REMOVED)} />`,
        )}
      </ul>`}
      <p class="problem" role="alert">${problem.value}</p>
      <p class="hint" role="status">${done.value}</p>
      ${hasPasskeys &&
      html`<button class="btn btn-secondary" type="button" disabled=${busy.value} onClick=${() => make(addHere, ADDED)}>
        <${Icon} name="access" />Add a passkey on this device
      </button>`}
    </section>
  `;
}

/** @param {Passkey & {busy: boolean, onRemove: () => void}} props */
const PasskeyRow = ({ name, createdAt, usedAt, busy, onRemove }) => html`
  <li class="row passkey">
    <div>
      <span class="title">${name}</span>
      <span class="address">Added ${day(createdAt)}, ${usedAt ? `last used ${day(usedAt)}` : "not used yet"}</span>
    </div>
    <button class="btn btn-outline-danger" type="button" disabled=${busy} onClick=${onRemove}>
      Remove<span class="visually-hidden"> the passkey of ${name}</span>
    </button>
  </li>
`;
