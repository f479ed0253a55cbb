// How many items of a person wait on this phone until they sign in.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { Icon } from "../parts/icon.ts";
import { signIn as words } from "../words.ts";

/**
 * `isEnded`: the session of this person has ended, so it is worth saying that nothing is lost even if nothing waits.
 */
export function WaitingHere({ email, isEnded = false }: {email: string, isEnded?: boolean}) {
  const number = useSignal(0);
  useEffect(() => {
    outbox.listOnlyOnPhone(email).then(
      ({ length }) => (number.value = length),
      () => {}, // a private window keeps nothing
    );
  }, [email, number]);
  if (!isEnded && !number.value) return null;
  return html`
    <p class="banner is-card prose" role="status">
      <${Icon} name="kept" />
      <span>${isEnded && html`<b>${words.nothingLost}</b>${" "}`}${number.value > 0 && words.waitHere(number.value)}</span>
    </p>
  `;
}
