// Something that the person asks for and that may fail. A second tap meanwhile does nothing.
import { useSignal } from "@preact/signals";
import { errorSentence } from "../api.ts";
import { sentenceOf } from "../store/database.ts";

/**
 * Return `attempt`, which does a change and resolves to whether that succeeded, its state, and why it failed. `otherwise`:
 * what to say of an error without a sentence; without it, `attempt` rejects with that error.
 */
export function useAttempt(otherwise?: string) {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const attempt = async (change: () => unknown) => {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await change();
      return true;
    } catch (error) {
      problem.value = sentenceOf(error) ?? otherwise ?? null;
      if (!problem.value) throw error;
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { attempt, problem, busy };
}

/** Throw an error that says this to the person. `type`: of the API's problem. */
export function fail(sentence: string, type?: string | null): never {
  throw Object.assign(new Error(sentence), { sentence, type });
}

/** Return an answer of the API with one of these statuses. Throw another one. */
export function checked(answer: Answer, ...statuses: number[]) {
  if (!statuses.includes(answer.status)) fail(errorSentence(answer), answer.problem?.type);
  return answer;
}
