// The contacts of an agency by branch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byBranch } from "../src/contacts/branches.ts";

test("contacts stand under their branch, the branch itself first, and people without a branch last", () => {
  const contact = (name, role, branchName) => ({ contactId: name, name, role, branchName });
  const contacts = [
    contact("Ada", "Manager", null),
    contact("Ben", "Manager", "Wakefield"),
    contact("Leeds", null, "Leeds"),
    contact("Cai", "Negotiator", "Leeds"),
    contact("Wakefield", null, "Wakefield"),
  ];
  const names = byBranch(contacts).map((branch) => [branch.name, branch.contacts.map(({ name }) => name)]);
  assert.deepEqual(names, [
    ["Leeds", ["Leeds", "Cai"]],
    ["Wakefield", ["Wakefield", "Ben"]],
    ["", ["Ada"]],
  ]);
});
