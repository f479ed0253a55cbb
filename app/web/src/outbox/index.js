// The outbox of this tab's account: what screens read and call. Everything goes into it first, and from there out.
import { signal } from "@preact/signals";
import { admit, drop, hasKept, nameOf } from "../store/database.js";
import { askForSync } from "./background.js";
import { Box, PassingBox, copyOf, onChange } from "./box.js";
import { boxes, empty } from "./sender.js";
import { canEdit, canRemove, canUndo, fresh, heldBack, isOnlyHere, isUnsent, needsPerson, pause, renewed } from "./states.js";
import * as tally from "./tally.js";

export { StoreError } from "../store/database.js";
export { changeSession } from "./sender.js";
export { goesOut } from "./background.js";
export { UNDO_MS, canEdit, canRemove, isFollowed, isOnlyHere, isPromised, isUnsent, mayBeThere, nameOfKind, needsPerson, words } from "./states.js";

/** This account's items, oldest first; null until they are read. */
export const items = signal(null);
/** Why nothing goes out now: `offline`, `signed-out`, `other-person`, `account-gone`; null while nothing is in the way. */
export const hold = signal(null);
/** What waits in this person's other accounts: [{agency, contractorId, number}]. */
export const elsewhere = signal([]);
/** One sentence on what this device keeps badly, or null. */
export const trouble = signal(null);

const LONGEST_SLEEP_MS = 60_000;
const DONE_STAYS_MS = 7 * 24 * 3600_000;

const NO_ROOM_TO_SEND = "This device has no room left, so nothing can be sent from it. Please free some space.";

let box = null;
let timer = 0;
let vain = 0;
let stuck = false;
let sending = null;
let goOn = false;

/**
 * Show the outbox of `owner`, {email, agency, contractorId}, and try at once what waits there. What waits in this person's
 * other accounts is sent as well, when it is due.
 */
export async function open(owner) {
  if (box?.name === nameOf(owner)) return;
  close();
  admit(nameOf(owner));
  const opened = new Box(owner);
  if (tally.of(opened.name)) hasKept();
  box = opened;
  try {
    const lost = (await opened.all()).length ? 0 : tally.of(opened.name);
    for (const other of (await boxes()).filter((one) => one.owner.email !== owner.email)) {
      await other.tidy();
      tally.keep(other.name, await countUnsent(other)); // of which a service worker may have sent some, and notes none
    }
    await clearDone(opened);
    await hurry(opened, await opened.all(), fits);
    if (box === opened) trouble.value = lost ? lostSentence(lost) : null;
  } catch (error) {
    if (box !== opened) return;
    trouble.value = sentenceOf(error);
    if (error.reason === "closed") box = new PassingBox(owner);
  }
  await refresh();
  if (items.value?.some(isUnsent)) askForSync();
  wake();
}

/** Show what is left of an account that is this owner's no more, if anything; for null, nothing. */
export async function openOld(owner) {
  close();
  const theirs = owner ? await boxes(owner.email).catch(() => []) : [];
  if (theirs.some(({ name }) => name === nameOf(owner)) && !box) await open(owner);
}

/** Show nobody's. */
export function close() {
  clearTimeout(timer);
  box = null;
  items.value = null;
  hold.value = null;
  elsewhere.value = [];
  trouble.value = null;
}

/** Keep something new, and send it as soon as that can be. Rejects with `StoreError`: then nothing was kept. */
export async function add({ document, ...rest }) {
  const { bytes, ...kept } = document ? await copyOf(document) : {};
  const added = await box.add(fresh({ ...rest, document: bytes ? kept : null }, Date.now()), bytes);
  await refresh();
  navigator.storage?.persist?.();
  askForSync();
  wake();
  return added;
}

/** Change one that is certainly nowhere else. `document`: a File, null for none, or left out for the one it has. */
export async function edit(id, { content, about, document }) {
  const changes = { content, ...(about !== undefined && { about }) };
  const { bytes, ...kept } = document ? await copyOf(document) : {};
  if (document !== undefined) changes.document = bytes ? kept : null;
  return changeAnd(id, (item) => (canEdit(item) ? renewed(changes) : undefined), bytes);
}

/** Keep one back while it is being changed, so that it does not go out as it was. */
export const keepBack = (id) => changeAnd(id, (item) => heldBack(item, Date.now()));

/** Let it go, changed or not. */
export const letGo = (id) => changeAnd(id, ({ heldUntil }) => (heldUntil ? { heldUntil: 0 } : undefined));

/** Send again, as a new one, what goes out no more by itself. `duplicate`: it is known to be like another, and meant. */
export function again(id, { duplicate = false } = {}) {
  return changeAnd(id, (item) => (needsPerson(item) ? renewed({ duplicate }) : undefined));
}

/** Delete one that is not on its way. */
export const remove = (id) => changeAnd(id, (item) => (canRemove(item) ? null : undefined));

/** Take back a completion that is still held for that. */
export const undo = (id) => changeAnd(id, (item) => (canUndo(item, Date.now()) ? null : undefined));

/** What a job's screen shows of it beside the job's last answer. */
export const itemsOf = (jobId) => (items.value ?? []).filter((item) => item.jobId === jobId);

/** Try now what waits, in this tab. */
export async function wake() {
  clearTimeout(timer);
  if (sending) goOn = true;
  else {
    sending = sendAll();
    await sending.finally(() => (sending = null));
    if (goOn) {
      goOn = false;
      await wake();
    }
  }
}

/** Try now whatever waits for a better moment. */
export async function tryNow() {
  if (box) await hurry(box, items.value ?? []);
  await wake();
}

/** There is a network again. */
async function whenOnline() {
  if (box) await hurry(box, items.value ?? [], fits);
  await wake();
}

/** Whether it was not found too large: each try of such a one costs the person the whole document. */
const fits = ({ asks }) => asks !== "size";

/** Let each of `those` that waits, and that `isMeant` accepts, be tried at once. */
async function hurry(mine, those, isMeant = () => true) {
  const now = (item) => (isMeant(item) ? { nextAt: 0 } : undefined);
  for (const { id } of those.filter((item) => isUnsent(item) && item.nextAt)) {
    await mine.change(id, now).catch(() => {}); // gone, or nothing can be kept: no matter
  }
}

/** How many of this person's things, in all accounts, only this phone has. */
export async function unsent(email) {
  const theirs = box instanceof PassingBox ? [box] : await boxes(email);
  const counts = await Promise.all(theirs.map(countUnsent));
  return counts.reduce((sum, number) => sum + number, 0);
}

const countUnsent = async (each) => (await each.all()).filter(isOnlyHere).length;

/** Wipe everything of this person from the device, sent or not. Rejects with `StoreError` where some of it stays. */
export async function forget(email) {
  const isKept = !(box instanceof PassingBox);
  if (box?.owner.email === email) close();
  const theirs = isKept ? await boxes(email) : [];
  const ends = await Promise.allSettled(
    theirs.map(async ({ name }) => {
      await drop(name);
      tally.forget(name);
    }),
  );
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

async function clearDone(opened) {
  const before = Date.now() - DONE_STAYS_MS;
  for (const { id, state, doneAt } of await opened.all()) {
    if (state === "done" && doneAt < before) await opened.change(id, () => null);
  }
}

async function changeAnd(id, change, bytes) {
  const changed = await box.change(id, change, bytes);
  await refresh();
  askForSync();
  wake();
  return changed;
}

async function refresh() {
  const read = box;
  try {
    const found = (await read?.all()) ?? null;
    if (box !== read) return;
    items.value = found;
    if (found) tally.keep(read.name, found.filter(isOnlyHere).length);
  } catch (error) {
    if (box !== read) return;
    trouble.value = sentenceOf(error);
    stuck = true;
  }
}

async function sendAll() {
  const mine = box;
  if (!mine) return;
  try {
    const others = mine instanceof Box ? (await boxes(mine.owner.email)).filter(({ name }) => name !== mine.name) : [];
    const ends = [];
    for (const each of [mine, ...others]) ends.push(await empty(each));
    const counts = await Promise.all(others.map(countUnsent));
    if (box !== mine) return;
    hold.value = ends[0].hold;
    elsewhere.value = others.map(({ owner }, at) => ({ ...owner, number: counts[at] })).filter(({ number }) => number);
    sleep(ends);
    if (!stuck) return;
    stuck = false;
    await refresh();
    if (!stuck) trouble.value = null;
  } catch (error) {
    if (box !== mine) return;
    trouble.value = error.reason === "full" ? NO_ROOM_TO_SEND : sentenceOf(error);
    stuck = true;
    sleep([{ hold: "offline", next: null }]); // people make room, and other tabs are closed
  }
}

function sentenceOf(error) {
  if (!error.sentence) throw error;
  return error.sentence;
}

function sleep(ends) {
  const isOffline = ends.some(({ hold }) => hold === "offline");
  vain = isOffline ? vain + 1 : 0;
  const next = ends.map(({ next }) => next).filter((moment) => moment !== null);
  if (isOffline) next.push(Date.now() + pause(vain, LONGEST_SLEEP_MS));
  if (next.length) timer = setTimeout(wake, Math.max(Math.min(...next) - Date.now(), 0));
}

const lostSentence = (number) =>
  `${number === 1 ? "Something" : `${number} things`} that waited here to be sent ${number === 1 ? "is" : "are"} gone: ` +
  "this browser's data was cleared. Please look at your jobs, and write again what is missing there.";

/** Keep up with other tabs and with the network. */
export function install() {
  onChange((name) => {
    if (name === box?.name) refresh();
  });
  addEventListener("online", whenOnline);
  addEventListener("offline", wake);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wake();
  });
}
