// The session: the person who is signed in on this device, and the account that this tab shows.
import { computed, signal } from "@preact/signals";
import { callApi, onUnauthenticated } from "./api.js";
import { outbox } from "./outbox/instance.js";
import { changeSession } from "./outbox/sender.js";
import { route } from "./router.js";
import { deleteSavedSession, saveCodeRequest, saveSession, savedCodeRequest, savedSession } from "./store/saved-session.js";

/** The signed-in person; null if nobody is signed in; undefined until the app knows. */
export const person = signal(/** @type {Person | null | undefined} */ (undefined));

/** The e-mail address of a person whose session has expired, for the sign-in form; null otherwise. */
export const expiredEmail = signal(/** @type {string | null} */ (null));

/** True if the browser could not delete the data of a person whose session has ended. */
export const hasDeletionFailed = signal(false);

/** Why the identity provider did not sign the person in, as a sentence; null if it was not asked. */
export const signInFailure = signal(/** @type {string | null} */ (null));

/** The last request for a sign-in code on this device; null if no code is valid. */
export const codeRequest = signal(/** @type {CodeRequest | null} */ (null));
const CODE_LIFETIME_MS = 600_000;

/** True while the data of a person whose session has ended is being deleted. The app shows nobody's data meanwhile. */
export const isDeleting = signal(false);

/** @type {Promise<Answer> | null} */
let signingOut = null;
/** The time of the last news of the person (`performance.now()`). An earlier request may be about another session. */
let personKnownAt = 0;

/**
 * Return the name of an account, such as "acme/CON-1001".
 *
 * @param {AccountId} account
 */
export const accountName = ({ agency, contractorId }) => `${agency}/${contractorId}`;

/**
 * Return the account of this name among a person's accounts, or null.
 *
 * @param {Person} owner
 * @param {string} name
 */
export const accountOfName = (owner, name) => owner.accounts.find((each) => accountName(each) === name) ?? null;

/** The account that this tab shows; null if the address names an account of somebody else. */
export const account = computed(() => {
  if (!person.value) return null;
  return accountOfName(person.value, route.value.account ?? accountName(person.value.account));
});

/** Whose data this tab shows and keeps, or null. */
export const owner = computed(() => {
  if (!person.value || !account.value || isDeleting.value) return null;
  const { agency, contractorId } = account.value;
  return { email: person.value.email, agency, contractorId };
});

/** The account that the address names, in place of `owner`, if it is not an account of this person; null otherwise. */
export const otherAccount = computed(() => {
  const name = route.value.account;
  if (!person.value || account.value || !name || isDeleting.value) return null;
  const [agency, contractorId] = name.split("/");
  return { email: person.value.email, agency, contractorId };
});

const personChannel = new BroadcastChannel("portal:person");
const signOutChannel = new BroadcastChannel("portal:parting");

/** @param {Person | null} newPerson */
async function setPerson(newPerson) {
  personKnownAt = performance.now();
  if (newPerson) signInFailure.value = null;
  if (JSON.stringify(newPerson) === JSON.stringify(person.value)) return;
  person.value = newPerson;
  await (newPerson ? saveSession(newPerson) : deleteSavedSession()).catch(() => {}); // a private window asks the portal each time
  personChannel.postMessage(newPerson);
}

/**
 * Remember that a code was requested, until it is used. For null, forget it. The request is saved before it is shown.
 *
 * @param {CodeRequest | null} request
 */
export async function setCodeRequest(request) {
  await saveCodeRequest(request).catch(() => {}); // if nothing can be saved, this page still has it
  codeRequest.value = request;
}

/**
 * Find out who is signed in. If the page from the server says that nobody is, do not ask the API: browsers show its 401 as
 * an error. The page from the service worker does not say so; then nobody is shown until the API has answered.
 */
export async function loadSession() {
  const [lastPerson, lastRequest] = await Promise.all([savedSession(), savedCodeRequest()]);
  if (lastRequest) await setCodeRequest(Date.now() - lastRequest.at < CODE_LIFETIME_MS ? lastRequest : null);
  const isSignedIn = lastPerson || document.body.dataset.session;
  person.value ??= lastPerson ?? (isSignedIn ? undefined : null);
  if (isSignedIn || navigator.serviceWorker?.controller) {
    const requestedAt = performance.now();
    const answer = await callApi("session");
    if (answer.status === 200 && requestedAt >= personKnownAt) await setPerson(answer.body);
  }
  person.value ??= null;
}

/**
 * Request a code by e-mail. If the address of this tab names an agency, the code is for that agency.
 *
 * @param {string} email
 */
export const requestCode = (email) => {
  const agency = route.value.account?.split("/")[0];
  return callApi("session/code", { method: "POST", body: { email, ...(agency && { agency }) } });
};

/**
 * Sign in. Return the answer.
 *
 * @param {string} email
 * @param {string} code
 */
export const signIn = (email, code) => beginSession("session", { email, code });

/**
 * Sign in with the proof of a passkey. Return the answer.
 *
 * @param {object} proof
 */
export const signInWithPasskey = (proof) => beginSession("session/passkey", proof);

/**
 * @param {string} path
 * @param {object} body
 */
async function beginSession(path, body) {
  const answer = await changeSession(() => callApi(path, { method: "POST", body }));
  if (answer.status === 201) {
    expiredEmail.value = null;
    hasDeletionFailed.value = false;
    await setPerson(answer.body);
    await setCodeRequest(null);
  }
  return answer;
}

/**
 * Make an account the account that the next visit begins with. The address still decides for this tab.
 *
 * @param {Account} newAccount
 */
export async function setDefaultAccount(newAccount) {
  setPerson({ .../** @type {Person} */ (person.value), account: newAccount });
  const { agency, contractorId } = newAccount;
  const answer = await callApi("session", { method: "PATCH", body: { agency, contractorId } });
  if (answer.status === 200) await setPerson(answer.body);
}

/**
 * Sign out, on the server and on this device. Return the answer. The sign-in screen appears once the data of the person is
 * deleted, or once `hasDeletionFailed` is set.
 */
export function signOut() {
  signingOut ??= endSession().finally(() => (signingOut = null));
  return signingOut;
}

async function endSession() {
  const leaver = /** @type {Person} */ (person.value);
  const answer = await changeSession(() => callApi("session", { method: "DELETE" }));
  if (answer.status !== 204) return answer;
  isDeleting.value = true;
  personChannel.postMessage(null);
  signOutChannel.postMessage(null);
  await noteFailure([deleteSavedSession(), outbox.deleteAll(leaver.email)]);
  expiredEmail.value = null;
  if (person.value === leaver) person.value = null; // unless somebody has signed in in another tab
  isDeleting.value = false;
  return answer;
}

/**
 * Delete the data of a person whose session has ended without a sign-out, except what they have written and not sent. The
 * saved session goes last: if the page is closed before, the next visit deletes the rest.
 *
 * @param {Person} leaver
 */
async function forgetPerson(leaver) {
  isDeleting.value = true;
  await noteFailure([outbox.deleteAllButUnfinished(leaver.email)]);
  if (person.value === leaver) await setPerson(null); // unless somebody has signed in in another tab
  isDeleting.value = false;
}

/**
 * Wait for deletions, and note if one of them has failed.
 *
 * @param {Promise<void>[]} deletions
 */
async function noteFailure(deletions) {
  const results = await Promise.allSettled(deletions);
  hasDeletionFailed.value = results.some(
    // The reason "closed" means that the browser has kept nothing.
    (result) => result.status === "rejected" && result.reason && result.reason.reason !== "closed",
  );
}

/** Follow the other tabs, and notice when the session ends. */
export function startSession() {
  onUnauthenticated((requestedAt) => {
    if (signingOut || isDeleting.value || requestedAt < personKnownAt) return;
    if (!person.value) return;
    expiredEmail.value = person.value.email;
    forgetPerson(person.value);
  });
  personChannel.onmessage = ({ data }) => {
    if (isDeleting.value && !data) return;
    personKnownAt = performance.now();
    person.value = data;
  };
  signOutChannel.onmessage = () => {
    expiredEmail.value = null;
  };
}
