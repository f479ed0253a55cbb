// The possessive of an agency's name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { possessive } from "../src/format.ts";

test("the possessive of a name that ends with s has no second s", () => {
  assert.deepEqual(["Acme", "Acme Lettings"].map(possessive), ["Acme's", "Acme Lettings'"]);
});
