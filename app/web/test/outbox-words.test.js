// The states of an item in words, its way to the agency, and what a person can do with it.
import assert from "node:assert/strict";
import test from "node:test";
import { refusalOf, shownState, shownWay } from "../src/outbox/shown.ts";
import { wayOf } from "../src/outbox/states.ts";
import { actionsOf } from "../src/outbox-screens/actions-of.ts";
import { rowText, textOf } from "../src/outbox-screens/texts.ts";

const NOW = Date.parse("2026-11-26T11:04:00Z");
const PDF_SENTENCE = "The PDF has other files attached to it; print it to a new PDF and send that.";
const note = (changes) => ({ kind: "note", state: "waiting", content: { note: "Valve fitted" }, jobId: "JOB-1", about: "Leak", addedAt: NOW, sentAt: null, doneAt: null, heldUntil: 0, tries: 0, ended: null, asks: null, sentence: null, ...changes });
const done = (changes) => note({ kind: "completion", content: { completed: true }, ...changes });
const invoice = (changes) => note({ kind: "invoice", content: { amount: 86, invoiceNumber: "H-1040", invoiceDate: "2026-11-25", description: "Gutter joint" }, ...changes });
const words = (item, circumstances) => {
  const { label, besides } = shownState(item, "Acme", { now: NOW, ...circumstances });
  return [label, besides].filter(Boolean).join(" · ");
};

const STATES = [
  ["On this phone · goes next", note()],
  ["On this phone · goes with signal", note(), { isOffline: true }],
  ["On this phone · goes in 8 s", done({ heldUntil: NOW + 8_000 })],
  ["On this phone · may have arrived, and is sent again safely", note({ sentAt: 1 })],
  ["On this phone · Too large.", note({ asks: "size", sentence: "Too large." })],
  ["On this phone · may have arrived. Too large.", note({ asks: "size", sentence: "Too large.", sentAt: 1 })],
  ["Sending", note({ state: "sending", sentAt: 1 })],
  ["With the portal · will be delivered", note({ state: "checking", promised: true })],
  [
    "With the portal · Acme's system refused this; we try again until 14:30",
    note({ state: "checking", promised: true, sentence: "Acme's system refused this. We will try again until 14:30." }),
  ],
  ["Being checked · may have arrived", note({ state: "checking" })],
  ["We asked Acme", note({ state: "review", officeAsked: true })],
  ["Please ring Acme", note({ state: "review", officeAsked: false })],
  ["Please ring Acme · may have arrived", note({ state: "unknown" })],
  ["With the agency", note({ state: "done", doneAt: NOW + 300_000 })],
  ["With the agency · 11:09", note({ state: "done", doneAt: NOW + 300_000 }), { hasTime: true }],
  ["With the agency · 11:10", note({ state: "done", doneAt: NOW + 360_000 })],
  ["Refused · the PDF has another file inside", invoice({ state: "refused", sentence: PDF_SENTENCE })],
  ["Refused · Acme cancelled this job", done({ state: "refused", sentence: "This job was cancelled, so it cannot be completed." })],
  ["Refused · The job is closed.", note({ state: "refused", sentence: "The job is closed." })],
  ["Refused · Acme's system refused it. Ring them.", note({ state: "refused", ended: "rejected", sentence: "Said by the portal." })],
  ["Refused · looks like a duplicate", invoice({ state: "refused", asks: "duplicate", sentence: "You already sent one." })],
  ["Expired · not delivered", note({ state: "refused", ended: "expired" })],
  ["Expired · not delivered", note({ state: "refused", ended: "abandoned" })],
];

test("each state of an item has the words of the design", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: NOW });
  for (const [expected, item, circumstances] of STATES) assert.equal(words(item, circumstances), expected);
  assert.equal(refusalOf({ ended: null, sentence: null, asks: null }, "Lettings"), "Lettings' system refused it. Ring them.");
});

test("the way of an item grows with its stages and begins anew on this phone", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: NOW });
  let item = note();
  const become = (changes, minutes) => {
    const after = { ...item, ...changes };
    item = { ...after, way: wayOf(item, after, NOW + minutes * 60_000) };
    return shownWay(item, "Acme").map(({ label, time, tone }) => [label, time, tone]);
  };
  assert.deepEqual(become({}, 0), [["On this phone", "11:04", "wait"], ["With the agency", "not known yet", null]]);
  become({ state: "sending" }, 1);
  become({ state: "checking", promised: true }, 1);
  become({ sentence: "Another sentence." }, 2);
  const checked = become({ state: "checking", promised: false }, 3);
  assert.deepEqual(checked, [
    ["On this phone", "11:04", "ok"],
    ["Sending", "11:05", "ok"],
    ["With the portal", "11:05", "ok"],
    ["Being checked", "since 11:07", "wait"],
    ["With the agency", "not known yet", null],
  ]);
  assert.deepEqual(become({ state: "done", doneAt: NOW }, 4).at(-1), ["With the agency", "11:08", "ok"]);
  assert.deepEqual(become({ state: "waiting" }, 5).length, 2);
});

const ACTIONS = [
  ["job edit* | delete", note()],
  ["job | delete", note({ sentAt: 1, tries: 1 })],
  ["job takeBack |", done()],
  ["job | delete", done({ sentAt: 1 })],
  ["job |", note({ state: "sending" })],
  ["job |", note({ state: "checking", promised: true })],
  ["job |", note({ state: "checking" })],
  ["copy call* |", note({ state: "review" })],
  ["copy call* | sendAgain delete", note({ state: "unknown" })],
  ["job receipt |", note({ state: "done" })],
  ["edit* | call delete", invoice({ state: "refused", sentence: PDF_SENTENCE })],
  ["compare* | call delete", invoice({ state: "refused", asks: "duplicate" })],
  ["copy call* | edit delete", note({ state: "refused", ended: "rejected" })],
  ["job call* | sendAgain delete", done({ state: "refused", ended: "rejected" })],
  ["call sendAgain* | delete", note({ state: "refused", ended: "expired" })],
  ["copy | delete", note(), { isFormer: true }],
  ["copy |", note({ state: "sending" }), { isFormer: true }],
];

test("each state of an item has the actions of the design, at most one of them primary", () => {
  for (const [expected, item, circumstances] of ACTIONS) {
    const { bar, pair, primary } = actionsOf(item, circumstances);
    const names = bar.map((name) => (name === primary ? `${name}*` : name));
    assert.equal(`${names.join(" ")} | ${pair.join(" ")}`.trim(), expected);
  }
});

test("an item is named by its words, and copied as a whole", () => {
  assert.equal(rowText(note()), "“Valve fitted”");
  assert.equal(rowText(note({ content: { note: "Cylinder lagging is wet. Tenant says\nsince August." } })), "“Cylinder lagging is wet…”");
  assert.equal(rowText(invoice()), "Leak, H-1040");
  assert.equal(textOf(invoice()), "£86.00\nH-1040\n25 November 2026\nGutter joint");
});
