import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { FILE, apiTypes } from "../api-types.mjs";

test("api.d.ts is what `npm run api-types` writes", async () => {
  assert.equal(await readFile(FILE, "utf-8"), await apiTypes());
});
