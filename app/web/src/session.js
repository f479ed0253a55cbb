// Who is signed in on this device, and which of their accounts this tab is at.
import { computed, signal } from "@preact/signals";
import { ask, onUnauthenticated } from "./api.js";
import * as outbox from "./outbox/index.js";
import { place } from "./router.js";
import { forgetSession, lastAsked, remember, rememberAsked, remembered } from "./store/device.js";

/** undefined: not known yet; null: nobody; else {email, account, accounts} as the API says it. */
export const person = signal(undefined);

/** The e-mail address of somebody whose session has ended by itself, to sign in again with; null otherwise. */
export const ended = signal(null);

/** Whether somebody has signed out whose data this browser could not delete. */
export const undeleted = signal(false);

/** For which address a code was asked for on this device, and when, as {email, at}; null for none that is still good. */
export const asked = signal(null);
const CODE_LIVES_MS = 600_000;

let isLeaving = false;

export const nameOf = ({ agency, contractorId }) => `${agency}/${contractorId}`;

/** The account this tab is at, {agency, agencyName, contractorId, displayName}; null where the address names another's. */
export const account = computed(() => {
  if (!person.value) return null;
  const wanted = place.value.account ?? nameOf(person.value.account);
  return person.value.accounts.find((one) => nameOf(one) === wanted) ?? null;
});

/** Whose data this tab shows and keeps, {email, agency, contractorId}, or null. */
export const owner = computed(() => {
  const [who, at] = [person.value, account.value];
  return who && at ? { email: who.email, agency: at.agency, contractorId: at.contractorId } : null;
});

/** In place of `owner` where the address names an account that is not this person's, or not any more; else null. */
export const stranger = computed(() => {
  const [who, named] = [person.value, place.value.account];
  if (!who || account.value || !named) return null;
  const [agency, contractorId] = named.split("/");
  return { email: who.email, agency, contractorId };
});

const tabs = new BroadcastChannel("portal:person");

async function become(who) {
  const changed = JSON.stringify(who) !== JSON.stringify(person.value);
  if (changed) person.value = who;
  await (who ? remember(who) : forgetSession()).catch(() => {}); // a private window asks again each time
  if (changed) tabs.postMessage(who);
}

/** Remember that a code was asked for, until it is used; for null, that none is waited for. Kept before it is shown. */
export async function waitForCode(value) {
  await rememberAsked(value).catch(() => {}); // where nothing is kept, the page has it
  asked.value = value;
}

/**
 * Look who is signed in. Where the server's page says that nobody is, it is not asked: browsers show the 401 as an error.
 * The service worker's page says nothing about that.
 */
export async function look() {
  const [last, code] = await Promise.all([remembered(), lastAsked()]);
  if (code) await waitForCode(Date.now() - code.at < CODE_LIVES_MS ? code : null);
  person.value ??= last ?? undefined;
  if (last || document.body.dataset.session || navigator.serviceWorker?.controller) {
    const answer = await ask("session");
    if (answer.status === 200) await become(answer.body);
  }
  person.value ??= null;
}

/** Ask for a code by e-mail, to work for the agency of this address if it names one. */
export const requestCode = (email) => {
  const agency = place.value.account?.split("/")[0];
  return ask("session/code", { method: "POST", body: { email, ...(agency && { agency }) } });
};

/** Sign in; the answer says whether it worked. */
export async function signIn(email, code) {
  const answer = await outbox.changeSession(() => ask("session", { method: "POST", body: { email, code } }));
  if (answer.status === 201) {
    ended.value = null;
    undeleted.value = false;
    await become(answer.body);
    await waitForCode(null);
  }
  return answer;
}

/** Make an account the one to begin with next time; this tab goes by its address. */
export async function prefer(account) {
  become({ ...person.value, account });
  const { agency, contractorId } = account;
  const answer = await ask("session", { method: "PATCH", body: { agency, contractorId } });
  if (answer.status === 200) await become(answer.body);
}

/**
 * Sign out, on the server and here; the answer says whether it worked. The app goes to its sign-in screen once everything
 * that this device keeps of the person is deleted, or `undeleted` says that it could not be.
 */
export async function signOut() {
  const { email } = person.value;
  const answer = await outbox.changeSession(() => ask("session", { method: "DELETE" }));
  if (answer.status === 204) {
    isLeaving = true;
    await forgetSession().catch(() => {}); // first: the app must find nobody when it is opened now
    undeleted.value = await outbox.forget(email).then(() => false, () => true);
    await become(null);
    isLeaving = false;
  }
  return answer;
}

/** Keep up with other tabs, and with a session that ends. */
export function install() {
  onUnauthenticated(() => {
    if (isLeaving) return; // this person has signed out, and their data is being deleted
    ended.value = person.value?.email ?? ended.value;
    become(null);
  });
  tabs.onmessage = ({ data }) => {
    person.value = data;
  };
}
