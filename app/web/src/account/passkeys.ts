// The person's passkeys: which devices sign in without a code, with a button to remove each, and one to add this device.
import { clock, shortDay } from "../format.ts";
import { html } from "../html.ts";
import { callApi } from "../api.ts";
import { useAnswer } from "../data/use-answer.ts";
import { announce } from "../parts/announcer.ts";
import { checked } from "../parts/attempt.ts";
import { Bar, Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { LinkRow } from "../parts/link-row.ts";
import { Page } from "../parts/place.ts";
import { endWelcome } from "../sign-in/welcome.ts";
import { account as words, common, parts } from "../words.ts";
import { addPasskey, hasPasskeys, usePasskeyChange } from "../sign-in/passkeys.ts";

const PASSKEYS = "session/passkeys";

export function PasskeysScreen() {
  const { body, problem: readProblem, reload } = useAnswer(PASSKEYS);
  const { problem, busy, make, codeForm } = usePasskeyChange(async (news) => {
    announce(news);
    endWelcome();
    await reload();
  });
  const isBusy = busy.value || Boolean(codeForm);
  const passkeys = (body?.passkeys ?? []) as Passkey[];
  const bar =
    hasPasskeys &&
    !codeForm &&
    html`
      <${Bar}>
        <${Button} icon="passkey" look="is-primary" disabled=${isBusy} onClick=${() => make(addPasskey, common.passkeyAdded)}>${words.addPasskey}<//>
      <//>
    `;
  return html`
    <${Page} parent="/account" title=${words.passkeys} bar=${bar}>
      <p>${words.whatPasskeysAre}</p>
      <p class="problem" role="alert">${problem.value ?? readProblem}</p>
      ${codeForm}
      ${!body && !readProblem && html`<p class="hint" role="status">${parts.loading}</p>`}
      ${passkeys.length > 0 &&
      html`
        <ul class="card prose">
          ${passkeys.map(
            (passkey) =>
              html`<${PasskeyRow} key=${passkey.passkeyId} ...${passkey} busy=${isBusy} onRemove=${() => make(() => removePasskey(passkey.passkeyId), common.removed)} />`,
          )}
        </ul>
      `}
      <p class="hint">${hasPasskeys ? words.emailWorks : words.noPasskeysHere}</p>
    <//>
  `;
}

const removePasskey = async (id: string) => checked(await callApi(`${PASSKEYS}/${id}`, { method: "DELETE" }), 204);

function PasskeyRow({ name, createdAt, usedAt, busy, onRemove }: Passkey & {busy: boolean, onRemove: () => void}) {
  const remove = html`
    <button class="icon-btn" type="button" disabled=${busy} aria-label=${words.removePasskey(name)} onClick=${onRemove}><${Icon} name="trash" /></button>
  `;
  const times = words.passkeyTimes(shortDay(createdAt), usedAt && clock(usedAt));
  return html`<${LinkRow} icon="passkey" tone="ok" level="h2" title=${name} text=${times} aside=${remove} />`;
}
