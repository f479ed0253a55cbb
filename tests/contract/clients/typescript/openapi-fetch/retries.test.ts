// The function `withRetries` of docs/clients.md, with a clock that the test turns.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { withRetries } from "./retries.js";

/** Return the result of `withRetries`, and how often it has sent the request. */
async function result(send: (tries: number) => Promise<Response>): Promise<[unknown, number]> {
  let [tries, isOver] = [0, false];
  const results = withRetries(async () => ({ response: await send(++tries) })).then(
    ({ response }) => response.status,
    (error: unknown) => error,
  );
  void results.finally(() => (isOver = true));
  mock.timers.enable({ apis: ["setTimeout"] });
  for (let turns = 0; !isOver && turns < 20; turns++) {
    await setImmediate();
    mock.timers.runAll();
  }
  mock.timers.reset();
  return [isOver && (await results), tries];
}

const busy = () => new Response(null, { status: 500, headers: { "Retry-After": "1" } });
const down = new Error("There is no connection.");

test("a request is repeated until its response does not ask for it", async () => {
  assert.deepEqual(await result(async (tries) => (tries < 5 ? busy() : new Response(null, { status: 201 }))), [201, 5]);
});

test("a request is repeated until there is a response", async () => {
  assert.deepEqual(await result((tries) => (tries < 5 ? Promise.reject(down) : Promise.resolve(busy()))), [500, 5]);
});

test("the fifth failure is the caller's", async () => {
  assert.deepEqual(await result(() => Promise.reject(down)), [down, 5]);
});
