// The person's passkeys: which devices sign in without a code, with a button to remove each, and one to add this device.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.js";
import { day } from "../format.js";
import { html } from "../html.js";
import { announce } from "../parts/announcer.js";
import { addPasskey, failureOf, hasPasskeys } from "./ceremony.js";
import { usePasskeyChange } from "./change.js";
import { withdrawOffer } from "./offer.js";

const PASSKEYS = "session/passkeys";

export function Passkeys() {
  const passkeys = useSignal(/** @type {Passkey[]} */ ([]));
  const load = async () => {
    const answer = await callApi(PASSKEYS);
    if (answer.status === 200) passkeys.value = answer.body.passkeys;
    else problem.value = errorSentence(answer);
  };
  useEffect(() => {
    load();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it is read once, as the screen opens
  }, []);
  const { problem, busy, make, codeForm } = usePasskeyChange(async (news) => {
    announce(news);
    withdrawOffer();
    await load();
  });
  const isBusy = busy.value || Boolean(codeForm);
  if (!hasPasskeys && !passkeys.value.length) return null;
  return html`
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>A passkey signs you in by your fingerprint, face or screen lock. If you lose its device, remove it here.</p>
      <p class="problem" role="alert">${problem.value}</p>
      ${passkeys.value.map(
        (passkey) => html`<${PasskeyCard} key=${passkey.passkeyId} ...${passkey} busy=${isBusy} onRemove=${() => make(() => removePasskey(passkey.passkeyId), "Removed.")} />`,
      )}
      ${codeForm}
      ${hasPasskeys &&
      !codeForm &&
      html`<button class="btn btn-secondary" type="button" disabled=${busy.value} onClick=${() => make(addPasskey, "Added.")}>
        Add a passkey on this device
      </button>`}
    </section>
  `;
}

/** @param {string} id */
async function removePasskey(id) {
  const answer = await callApi(`${PASSKEYS}/${id}`, { method: "DELETE" });
  return answer.status === 204 ? null : failureOf(answer);
}

/** @param {Passkey & {busy: boolean, onRemove: () => void}} props */
const PasskeyCard = ({ name, createdAt, usedAt, busy, onRemove }) => html`
  <div class="card">
    <h3 class="title">${name}</h3>
    <p class="about">Added ${day(createdAt)}, ${usedAt ? `last used ${day(usedAt)}` : "not used yet"}</p>
    <button class="btn btn-secondary" type="button" disabled=${busy} onClick=${onRemove}>
      Remove<span class="visually-hidden"> ${name}</span>
    </button>
  </div>
`;
