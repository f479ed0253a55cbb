// Who is signed in on this device, and which of their accounts this tab is at.
import { computed, signal } from "@preact/signals";
import { ask, onUnauthenticated } from "./api.js";
import { place } from "./router.js";

const REMEMBERED = "portal:person";

/** undefined: not known yet; null: nobody; else {email, account, accounts} as the API says it. */
export const person = signal(undefined);

export const nameOf = ({ agency, contractorId }) => `${agency}/${contractorId}`;

/** The account this tab is at, {agency, agencyName, contractorId, displayName}; null where the address names another's. */
export const account = computed(() => {
  if (!person.value) return null;
  const wanted = place.value.account ?? nameOf(person.value.account);
  return person.value.accounts.find((one) => nameOf(one) === wanted) ?? null;
});

// Known without a network from the last time, and to other tabs. It goes at sign-out.
const remembered = {
  get: () => JSON.parse(localStorage.getItem(REMEMBERED) ?? "null"),
  set: (who) => (who ? localStorage.setItem(REMEMBERED, JSON.stringify(who)) : localStorage.removeItem(REMEMBERED)),
};

function become(who) {
  remembered.set(who);
  if (JSON.stringify(who) !== JSON.stringify(person.value)) person.value = who;
}

/** Look who is signed in. Who has no session is not asked: browsers show the 401 as an error. */
export async function look() {
  const last = remembered.get();
  if (last) person.value ??= last;
  else if (!document.body.dataset.session) return become(null);
  const answer = await ask("session");
  if (answer.status === 200) become(answer.body);
  else if (answer.status === 401) become(null);
  else person.value ??= last;
  return undefined;
}

/** Ask for a code by e-mail, to work for the agency of this address if it names one. */
export const requestCode = (email) => {
  const agency = place.value.query.get("agency");
  return ask("session/code", { method: "POST", body: { email, ...(agency && { agency }) } });
};

/** Sign in; the answer says whether it worked. */
export async function signIn(email, code) {
  const answer = await ask("session", { method: "POST", body: { email, code } });
  if (answer.status === 201) become(answer.body);
  return answer;
}

/** Make an account the one to begin with next time; this tab goes by its address. */
export async function prefer({ agency, contractorId }) {
  const answer = await ask("session", { method: "PATCH", body: { agency, contractorId } });
  if (answer.status === 200) become(answer.body);
}

/** Sign out, here and on the server; the answer says whether it worked. */
export async function signOut() {
  const answer = await ask("session", { method: "DELETE" });
  if (answer.status === 204) become(null);
  return answer;
}

/** Keep up with other tabs, and with a session that ends. */
export function install() {
  onUnauthenticated(() => become(null));
  addEventListener("storage", ({ key }) => {
    if (key === REMEMBERED || key === null) person.value = remembered.get();
  });
}
