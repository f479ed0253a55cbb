// Names on buttons, telephone numbers, e-mail addresses and maps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dialledNumber, mailHref, mapHref, nameToCall, takesTexts } from "../src/parts/contact-links.ts";

const NUMBERS = {
  "07700 900321": "07700900321",
  "(01632) 960-001": "01632960001",
  "+44 1632 960001": "+441632960001",
  "+44 (0)1632 960001": "+441632960001",
  "0044 (0) 1632 960001": "00441632960001",
  "Mob: 07700 900321 (evenings)": "07700900321",
  "01632 960001 / 07700 900321": "01632960001",
  "01632 960001 or +44 7700 900321": "01632960001",
  "01632 960001 ext 5": "01632960001",
  "0\u200b7700\u2011900321\u202c": "07700900321",
  "flat 2, 07700 900321": "07700900321",
  "ask at 12": "",
};
const NAMES = {
  "Grace Price": "Grace",
  Grace: "Grace",
  "Dr Grace Price": "Grace",
  "Ann-Marie O’Neil": "Ann-Marie",
  "  Grace\n Price ": "Grace",
  "J. Patel": "J. Patel",
  "J Patel": "J Patel",
  "J.P. Patel": "J.P. Patel",
  "JP Patel": "JP Patel",
  "Mrs Patel": "Mrs Patel",
  "Mr. Patel": "Mr. Patel",
  "Mr & Mrs Patel": "Mr & Mrs Patel",
  "Bob and Sue Price": "Bob and Sue Price",
  "Price, Grace": "Price, Grace",
  "The Occupier": "The Occupier",
  "<b>Grace</b>": "<b>Grace</b>",
  "": "",
};

for (const [text, number] of Object.entries(NUMBERS)) {
  test(`the number dialled for ${JSON.stringify(text)} is ${number || "none"}`, () => assert.equal(dialledNumber(text), number));
}

for (const [name, chosen] of Object.entries(NAMES)) {
  test(`${JSON.stringify(name)} is called ${JSON.stringify(chosen)}`, () => assert.equal(nameToCall(name), chosen));
}

test("a name that is missing or too long for a button is left out", () => {
  assert.deepEqual([null, undefined, "x".repeat(10_000)].map((name) => nameToCall(name)), ["", "", ""]);
});

test("mobiles and foreign numbers take texts, British landlines do not", () => {
  const taking = ["07700900321", "+447700900321", "00447700900321", "+33612345678"];
  assert.deepEqual(taking.filter(takesTexts), taking);
  assert.deepEqual(["01632960001", "+441632960001", ""].filter(takesTexts), []);
});

test("a mail goes to all addresses of a text, and to nothing else", () => {
  assert.equal(mailHref("a@b.example; c@d.example"), "mailto:a@b.example,c@d.example");
  assert.equal(mailHref("a?cc=x@b.example"), "mailto:a%3Fcc%3Dx@b.example");
  assert.equal(mailHref("ask in the office"), null);
});

test("only Android opens its own map by geo:", () => {
  assert.equal(mapHref("1 Mill Rd, LS1", "Mozilla/5.0 (Linux; Android 15)"), "geo:0,0?q=1%20Mill%20Rd%2C%20LS1");
  for (const software of ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", "Mozilla/5.0 (Macintosh)"]) {
    assert.match(mapHref("1 Mill Rd, LS1", software), /^https:\/\/www\.google\.com\/maps\/.*query=1%20Mill%20Rd%2C%20LS1$/);
  }
});
