// An answer of the API that no device keeps: devices, passkeys, and what happened lately.
import { useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.ts";

/**
 * Read `path` as the screen opens. Return {body, problem, reload} with the body of the last answer, or null, and a
 * sentence on a failure, or null. `path`: below /api/.
 */
export function useAnswer(path: string) {
  const [body, problem] = [useSignal(null as Json), useSignal(null as string | null)];
  const reload = useCallback(async () => {
    const answer = await callApi(path);
    if (answer.status === 200) body.value = answer.body;
    problem.value = answer.status === 200 ? null : errorSentence(answer);
  }, [body, problem, path]);
  useEffect(() => {
    reload();
  }, [reload]);
  return { body: body.value, problem: problem.value, reload };
}
