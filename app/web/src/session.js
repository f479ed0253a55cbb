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

/** Whether somebody has signed out, and what this device keeps for them is being deleted: nobody is shown meanwhile. */
export const isDeleting = signal(false);

let leaving = null;
/** When this page heard of the person last (`performance.now()`): an answer to an earlier request may be about another session. */
let heardAt = 0;

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
  return who && at && !isDeleting.value ? { email: who.email, agency: at.agency, contractorId: at.contractorId } : null;
});

/** In place of `owner` where the address names an account that is not this person's, or not any more; else null. */
export const stranger = computed(() => {
  const [who, named] = [person.value, place.value.account];
  if (!who || account.value || !named || isDeleting.value) return null;
  const [agency, contractorId] = named.split("/");
  return { email: who.email, agency, contractorId };
});

const tabs = new BroadcastChannel("portal:person");
const partings = new BroadcastChannel("portal:parting");

async function become(who) {
  heardAt = performance.now();
  if (JSON.stringify(who) === JSON.stringify(person.value)) return;
  person.value = who;
  await (who ? remember(who) : forgetSession()).catch(() => {}); // a private window asks again each time
  tabs.postMessage(who);
}

/** Remember that a code was asked for, until it is used; for null, that none is waited for. Kept before it is shown. */
export async function waitForCode(value) {
  await rememberAsked(value).catch(() => {}); // where nothing is kept, the page has it
  asked.value = value;
}

/**
 * Look who is signed in. Where the server's page says that nobody is, it is not asked: browsers show the 401 as an error.
 * The service worker's page says nothing about that; nobody is shown until the answer is there, which may take long.
 */
export async function look() {
  const [last, code] = await Promise.all([remembered(), lastAsked()]);
  if (code) await waitForCode(Date.now() - code.at < CODE_LIVES_MS ? code : null);
  const isSignedIn = last || document.body.dataset.session;
  person.value ??= last ?? (isSignedIn ? undefined : null);
  if (isSignedIn || navigator.serviceWorker?.controller) {
    const askedAt = performance.now();
    const answer = await ask("session");
    if (answer.status === 200 && askedAt >= heardAt) await become(answer.body);
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
 * Sign out, on the server and here; the answer says whether it worked. The sign-in screen comes once everything that this
 * device keeps for the person is deleted, or `undeleted` says that it could not be.
 */
export function signOut() {
  leaving ??= leave().finally(() => (leaving = null));
  return leaving;
}

async function leave() {
  const who = person.value;
  const answer = await outbox.changeSession(() => ask("session", { method: "DELETE" }));
  if (answer.status !== 204) return answer;
  isDeleting.value = true;
  tabs.postMessage(null);
  partings.postMessage(null);
  const ends = await Promise.allSettled([forgetSession(), outbox.forget(who.email)]);
  undeleted.value = ends.some(({ reason }) => reason && reason.reason !== "closed"); // then it kept nothing
  ended.value = null;
  if (person.value === who) person.value = null; // unless somebody has signed in in another tab
  isDeleting.value = false;
  return answer;
}

/** Keep up with other tabs, and with a session that ends. */
export function install() {
  onUnauthenticated((askedAt) => {
    if (leaving || askedAt < heardAt) return;
    ended.value = person.value?.email ?? ended.value;
    become(null);
  });
  tabs.onmessage = ({ data }) => {
    if (isDeleting.value && !data) return;
    heardAt = performance.now();
    person.value = data;
  };
  partings.onmessage = () => {
    ended.value = null;
  };
}
