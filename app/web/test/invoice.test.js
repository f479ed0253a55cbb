// The pure parts of the invoice: what it begins with, its VAT, and the PDF of a photo.
import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { test } from "node:test";
import { pdfOf, pictureOf } from "../src/invoice/photo-pdf.ts";
import { inOneLine, lastNumber, lastRate, nextNumber, purposeOf, rateOf, vatIn, contentOf, problemsOf, textsOf, vatText } from "../src/invoice/rules.ts";

const NOW = new Date("2026-11-26T12:00:00Z");
const TEXTS = { amount: "144.00", vat: "", vatRate: "20", description: "Tap", invoiceNumber: "", invoiceDate: "2026-11-26", statementId: "" };

test("the next number keeps the pattern of the last", () => {
  const expected = { "H-1042": "H-1043", "INV 009": "INV 010", 99: "100", "2026/31": "2026/32", "006-b": "007-b", "A9z": "A10z", none: "" };
  for (const [last, next] of Object.entries(expected)) assert.equal(nextNumber(last), next);
  assert.equal(nextNumber("9".repeat(30)), `1${"0".repeat(30)}`);
});

test("the last number is that of the person's own sequence", () => {
  const own = (invoiceNumber) => ({ invoiceNumber, isOwn: true });
  const other = (invoiceNumber) => ({ invoiceNumber, isOwn: false });
  assert.equal(lastNumber([]), "");
  assert.equal(lastNumber([own(null), own("H-7"), own("H-6")]), "H-7");
  assert.equal(lastNumber([other("H-9"), own("H-7")]), "H-9", "one sequence for all agencies");
  assert.equal(lastNumber([other("K-90"), own("H-7")]), "H-7", "a sequence for each agency");
  assert.equal(lastNumber([other("K-90"), other("H-7")]), "K-90", "the first invoice of an account");
});

test("VAT is worked out from a total to the penny", () => {
  assert.equal(vatIn(144, 20), 24);
  assert.equal(vatIn(100, 20), 16.67);
  assert.equal(vatIn(1.1, 5), 0.05);
  assert.equal(vatIn(0.01, 20), 0);
  assert.equal(vatText(TEXTS), "24.00");
  assert.equal(vatText({ ...TEXTS, amount: "14O" }), "");
  assert.equal(vatText({ ...TEXTS, vatRate: "other", vat: "7" }), "7");
});

test("the rate is that of the last invoice that states its VAT", () => {
  assert.deepEqual([24, 0, 6.86, 7, null].map((vat) => rateOf({ amount: 144, vat })), ["20", "0", "5", "other", ""]);
  assert.equal(lastRate([{ amount: 50, vat: null }, { amount: 120, vat: 20 }, { amount: 5, vat: 0 }]), "20");
  assert.equal(lastRate([{ amount: 144, vat: 7 }]), "", "one tap cannot choose it");
  assert.equal(lastRate([]), "");
});

test("a rate is sent as its VAT, and comes back as the rate", () => {
  const content = contentOf(TEXTS, "JOB-7");
  assert.deepEqual([content.vat, content.amount], [24, 144]);
  assert.equal(textsOf(content).vatRate, "20");
  assert.equal(contentOf({ ...TEXTS, vatRate: "0" }, "JOB-7").vat, 0);
  assert.equal("vat" in contentOf({ ...TEXTS, vatRate: "" }, "JOB-7"), false);
});

test("a wrong amount is no fault of the VAT that is worked out from it", () => {
  const agency = { invoice: { required: ["vat"] }, offers: [] };
  assert.deepEqual(Object.keys(problemsOf({ ...TEXTS, amount: "14O" }, null, agency, "JOB-7", NOW)), ["amount"]);
  assert.deepEqual(Object.keys(problemsOf({ ...TEXTS, vatRate: "" }, null, agency, "JOB-7", NOW)), ["vat"]);
});

test("an invoice is for the job's title and street", () => {
  assert.equal(purposeOf("No hot water", "133 Albert Road, Wakefield\nWF1 4PL"), "No hot water, 133 Albert Road");
  assert.equal(purposeOf("No hot water"), "No hot water");
  assert.equal(purposeOf("No hot water", null), "No hot water");
  assert.equal(inOneLine(" one\r\n two\nthree "), "one two three");
});

test("the picture in the PDF of a photo is found again, and no other PDF has one", () => {
  const jpeg = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  const pdf = Buffer.concat(pdfOf(jpeg, 2_000, 1_500).map((part) => Buffer.from(part)));
  assert.deepEqual(new Uint8Array(pictureOf(pdf)), jpeg);
  assert.ok(pdf.length - jpeg.length < 1_000);
  const other = Uint8Array.from("%PDF-1.7\n1 0 obj<</Filter/DCTDecode/Length 3>>stream\nabc", (letter) => letter.charCodeAt(0));
  assert.equal(pictureOf(other), null);
  assert.equal(pictureOf(new Uint8Array()), null);
});
