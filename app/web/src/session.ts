// The session: the person who is signed in on this device, and the account that this tab shows.
import { batch, computed, signal } from "@preact/signals";
import { callApi, onSession } from "./api.ts";
import { today } from "./format.ts";
import { outbox } from "./outbox/instance.ts";
import { changeSession } from "./outbox/sender.ts";
import { markAccountAsProvisional, replaceProvisionalAccount, route } from "./router.ts";
import { deleteSavedSession, saveCodeRequest, saveSession, savedCodeRequest, savedSession } from "./store/saved-session.ts";
import { deleteSharedFile } from "./store/shared-file.ts";

/** The signed-in person; null if nobody is signed in; undefined until the app knows. */
export const person = signal(undefined as Person | null | undefined);

/** The e-mail address of a person whose session has expired, for the sign-in form; null otherwise. */
export const expiredEmail = signal(null as string | null);

/** True if the browser could not delete the data of a person whose session has ended. */
export const hasDeletionFailed = signal(false);

/** Why the identity provider did not sign the person in, as a sentence; null if it was not asked. */
export const signInFailure = signal(null as string | null);

/** The last request for a sign-in code on this device; null if no code is valid. */
export const codeRequest = signal(null as CodeRequest | null);
const CODE_LIFETIME_MS = 600_000;
const RENEW_MS = 300_000; // the portal itself notes a visit at most every five minutes
const CHECK_MS = 60_000;

/** True while the data of a person whose session has ended is being deleted. The app shows nobody's data meanwhile. */
export const isDeleting = signal(false);

let signingOut: Promise<Answer> | null = null;
/** The time of the last news of the person (`performance.now()`). An earlier request may be about another session. */
let personKnownAt = 0;
/**
 * When the session ends at the latest, by the clock of this device. From then on, the app shows nothing that it keeps.
 */
let endsAt = 0;
/**
 * The milliseconds by which the portal's clock is ahead of the clock of this device, by the last answer about the
 * session.
 */
let clockAhead = 0;
/** When this page last learned or asked when the session ends, by the clock of this device. */
let renewedAt = 0;

/** Return the name of an account, such as "acme/CON-1001". */
export const accountName = ({ agency, contractorId }: AccountId) => `${agency}/${contractorId}`;

/** Return the account of this name among a person's accounts, or null. */
export const accountOfName = (owner: Person, name: string) => owner.accounts.find((each) => accountName(each) === name) ?? null;

/** All accounts of the person as owners of data on this device; none if nobody is signed in. */
export const owners = computed(() => {
  if (!person.value || isDeleting.value) return [];
  const { email, accounts } = person.value;
  return accounts.map(({ agency, contractorId }) => ({ email, agency, contractorId }));
});

/** Return the time by the portal's clock. */
export const serverNow = () => new Date(Date.now() + clockAhead);

/** Return the date in London by the portal's clock, as YYYY-MM-DD: the clock of a device may be wrong. */
export const serverToday = () => today(serverNow());

/** The account that the address names, else the last; null if it is an account of somebody else. */
export const account = computed(() => {
  if (!person.value) return null;
  return accountOfName(person.value, route.value.account ?? accountName(person.value.account));
});

/** The owner of the data of `account`, or null. */
export const owner = computed(() => owners.value.find((each) => account.value && accountName(each) === accountName(account.value)) ?? null);

const personChannel = new BroadcastChannel("portal:person");
const signOutChannel = new BroadcastChannel("portal:parting");

/**
 * Show the person of the current session, and save the session. If the app has shown another person, whose session has
 * ended unnoticed, delete the data of that person first. `newEnd`: the end of the session, by the clock of this device.
 */
async function setPerson(newPerson: Person, newEnd: number = endsAt) {
  personKnownAt = performance.now();
  endsAt = newEnd;
  signInFailure.value = null;
  const isNew = JSON.stringify(newPerson) !== JSON.stringify(person.value);
  const isOther = person.value && person.value.email !== newPerson.email;
  if (isOther) isDeleting.value = true;
  setCurrentPerson(newPerson);
  // No earlier session may remain: it may be marked for deletion. A private window asks the portal each time.
  await saveSession({ ...newPerson, endsAt, clockAhead }).catch(deleteSavedSession).catch(() => {});
  if (isNew) personChannel.postMessage({ ...newPerson, endsAt, clockAhead });
  if (!isOther) return;
  await outbox.deleteDataOfOthers(newPerson.email).catch(() => {}); // when the outbox opens, it tries again and says so
  isDeleting.value = false;
}

/**
 * Show the person of the current session, or nobody. Replace a provisional account in the address: it is that of the
 * session before.
 */
function setCurrentPerson(newPerson: Person | null) {
  batch(() => {
    if (JSON.stringify(newPerson) !== JSON.stringify(person.value)) person.value = newPerson;
    replaceProvisionalAccount(newPerson && accountName(newPerson.account));
  });
}

/**
 * Take the person and the end of the session from an answer of the API. The clock of this device may be wrong, so the
 * time that is left counts.
 */
function setSession({ body, headers }: Answer) {
  const { endsAt: end, ...newPerson } = body;
  renewedAt = Date.now();
  const sentAt = Date.parse(headers.get("Date") ?? "") || Date.now();
  clockAhead = sentAt - Date.now();
  return setPerson(newPerson, Date.now() + Date.parse(end) - sentAt);
}

/**
 * Remember that a code was requested, until it is used. For null, forget it. The request is saved before it is shown.
 */
export async function setCodeRequest(request: CodeRequest | null) {
  await saveCodeRequest(request).catch(() => {}); // if nothing can be saved, this page still has it
  codeRequest.value = request;
}

/**
 * Find out who is signed in. If the page from the server says that nobody is, do not ask the API: browsers show its 401
 * as an error. The page from the service worker does not say so; then nobody is shown until the API has answered.
 */
async function loadSession() {
  const lastRequest = await savedCodeRequest();
  if (lastRequest) await setCodeRequest(Date.now() - lastRequest.at < CODE_LIFETIME_MS ? lastRequest : null);
  await openSavedSession();
  const isSignedIn = person.value || expiredEmail.value || document.body.dataset.session;
  if (!isSignedIn) person.value = null;
  if (isSignedIn || navigator.serviceWorker?.controller) await refreshSession();
  person.value ??= null;
}

/** Show the saved session. If it has ended, delete its data instead. If it goes on, the API's answer restores it. */
async function openSavedSession() {
  const saved = await savedSession();
  if (!saved) return;
  if (Date.now() >= (saved.endsAt ?? 0)) await deletePerson(saved);
  else if (!person.value) showSavedSession(saved); // unless another tab has sent a newer one
}

function showSavedSession(saved: SavedSession) {
  const isProvisional = !route.value.account || route.value.isProvisional;
  person.value = personOf(saved); // main.js adds the account to the address
  if (isProvisional) markAccountAsProvisional();
}

/** Return the person of a saved session, and note its end and the portal's clock. */
function personOf({ endsAt: end = 0, clockAhead: ahead = 0, ...saved }: SavedSession): Person {
  endsAt = end;
  clockAhead = ahead;
  return saved;
}

let refreshing: Promise<void> | null = null;

/** Request the session, once at a time: its accounts may have changed, and each request moves its end. */
export function refreshSession() {
  refreshing ??= requestSession().finally(() => (refreshing = null));
  return refreshing;
}

async function requestSession() {
  const requestedAt = performance.now();
  const answer = await callApi("session");
  if (answer.status === 200 && requestedAt >= personKnownAt) await setSession(answer);
}

/** Request the session if that was some time ago: another request has moved its end. */
export function renewSession() {
  if (Date.now() - renewedAt < RENEW_MS) return;
  renewedAt = Date.now();
  refreshSession();
}

/** If the session has ended while this page was open, show nothing more of it. Another tab may have renewed it. */
function closeEndedSession() {
  if (!person.value || isDeleting.value || Date.now() < endsAt) return;
  person.value = undefined;
  loadSession();
}

/** Request a code by e-mail. If the address of this tab names an agency, the code is for that agency. */
export const requestCode = (email: string) => {
  const agency = route.value.account?.split("/")[0];
  return callApi("session/code", { method: "POST", body: { email, ...(agency && { agency }) } });
};

/** Sign in. Return the answer. */
export const signIn = (email: string, code: string) => beginSession("session", { email, code });

/** Sign in with the proof of a passkey. Return the answer. */
export const signInWithPasskey = (proof: object) => beginSession("session/passkey", proof);

async function beginSession(path: string, body: object) {
  const answer = await changeSession(() => callApi(path, { method: "POST", body }));
  if (answer.status === 201) {
    expiredEmail.value = null;
    hasDeletionFailed.value = false;
    await setSession(answer);
    await setCodeRequest(null);
  }
  return answer;
}

/**
 * Sign out, on the server and on this device. Return the answer. The sign-in screen appears once the data of the person
 * is deleted, or once `hasDeletionFailed` is set.
 */
export function signOut() {
  signingOut ??= endSession().finally(() => (signingOut = null));
  return signingOut;
}

async function endSession() {
  const leaver = person.value as Person;
  const answer = await changeSession(() => callApi("session", { method: "DELETE" }));
  if (answer.status === 204) await deletePerson({ ...leaver, hasSignedOut: true });
  return answer;
}

/**
 * Delete the data of a person whose session has ended. If they have not signed out, keep what they have written and not
 * sent. The saved session is marked as ended first and goes last: if a deletion fails, or the page is closed before,
 * the next visit deletes the rest.
 */
async function deletePerson(leaver: SavedSession) {
  const { email, hasSignedOut } = leaver;
  const begunAt = (personKnownAt = performance.now());
  isDeleting.value = true;
  expiredEmail.value = hasSignedOut ? null : email;
  personChannel.postMessage(null);
  if (hasSignedOut) signOutChannel.postMessage(null);
  // If it cannot be marked, the portal says at the next visit that it has ended. A marked one may be replaced meanwhile.
  if (leaver.endsAt !== 0) await saveSession({ ...leaver, endsAt: 0 }).catch(() => {});
  if (hasSignedOut) await deleteSharedFile();
  hasDeletionFailed.value = await hasFailed(hasSignedOut ? outbox.deleteAll(email) : outbox.deleteAllButUnfinished(email));
  // Unless somebody has signed in in another tab.
  if (personKnownAt === begunAt) {
    if (!hasDeletionFailed.value) hasDeletionFailed.value = await hasFailed(deleteSavedSession());
    if (person.value) setCurrentPerson(null);
  }
  isDeleting.value = false;
}

/**
 * Wait for a deletion, and return whether it has failed. The reason "closed" means that the browser has kept nothing.
 */
const hasFailed = (deletion: Promise<unknown>) => deletion.then(() => false, (error) => error?.reason !== "closed");

/** Follow the other tabs, and notice when the session ends. */
export function startSession() {
  onSession((answer, requestedAt, path) => {
    if (signingOut || isDeleting.value || requestedAt < personKnownAt) return;
    if (!person.value) return;
    if (answer.status === 401 && path !== "session") refreshSession(); // the portal must say it of the session itself
    else if (answer.status === 401) deletePerson({ ...person.value });
    else if (answer.body.email === person.value.email) setSession(answer);
  });
  personChannel.onmessage = ({ data }) => {
    if (isDeleting.value && !data) return;
    personKnownAt = performance.now();
    setCurrentPerson(data && personOf(data));
  };
  signOutChannel.onmessage = () => {
    expiredEmail.value = null;
  };
  setInterval(closeEndedSession, CHECK_MS);
  document.addEventListener("visibilitychange", closeEndedSession);
  loadSession();
}
