import assert from "node:assert/strict";
import { test } from "node:test";
import { jobAddress, placeOf } from "../src/data/places.ts";

/** @param {string} [address] @param {string} [postcode] */
const at = (address, postcode) => ({ property: { address, postcode } });

test("a row has the street, and the town with the first part of the postcode", () => {
  assert.deepEqual(placeOf(at("133 Albert Road, Wakefield", "WF1 4PL")), { street: "133 Albert Road", town: "Wakefield WF1" });
  assert.deepEqual(placeOf(at("Flat 2, 9 Canal Street, Leeds, LS2 8AA", "LS2 8AA")), { street: "Flat 2, 9 Canal Street", town: "Leeds LS2" });
  assert.deepEqual(placeOf(at("14 Marsh Lane", "LS98DB")), { street: "14 Marsh Lane", town: "LS9" });
  assert.deepEqual(placeOf(at("14 Marsh Lane", "somewhere")), { street: "14 Marsh Lane", town: "somewhere" });
  assert.deepEqual(placeOf(at(undefined, undefined)), { street: "", town: "" });
  assert.deepEqual(placeOf({ property: null }), { street: "", town: "" });
});

test("a long town may break", () => {
  const place = placeOf(at("1 High Street, Llanfairpwllgwyngyllgogerychwyrn", "LL61 5UJ"));
  assert.deepEqual(place, { street: "1 High Street, Llanfairpwllgwyngyllgogerychwyrn LL61", town: "" });
});

test("a whole address has its postcode once", () => {
  assert.equal(jobAddress(at("133 Albert Road, Wakefield", "WF1 4PL")), "133 Albert Road, Wakefield, WF1 4PL");
  assert.equal(jobAddress(at("133 Albert Road, WF1 4PL", "WF1 4PL")), "133 Albert Road, WF1 4PL");
  assert.equal(jobAddress({ property: { address: null, postcode: "WF1 4PL" } }), "WF1 4PL");
  assert.equal(jobAddress({ property: null }), "");
});
