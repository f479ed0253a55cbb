// Completes and reopens a job, and takes that back while only this phone has it.
import { useSignal } from "@preact/signals";
import { jobTitle } from "../data/jobs.js";
import { outbox } from "../outbox/instance.js";
import { UNDO_MS } from "../outbox/states.js";
import { announce } from "../parts/announcer.js";
import { sentenceOf } from "../store/database.js";
import { job as words } from "../words.js";

/**
 * Return [setCompleted, problem]. `setCompleted` puts a completion, or a reopening, of the job into the outbox, and returns whether it
 * is there. `problem`: why it is not.
 *
 * @param {AccountJob} accountJob
 */
export function useCompletion({ job, account }) {
  const [problem, busy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  /** @param {boolean} completed */
  const setCompleted = async (completed) => {
    if (busy.value) return false; // the person has tapped twice
    busy.value = true;
    problem.value = null;
    try {
      await outbox.add(account.owner, {
        kind: "completion",
        jobId: job.jobId,
        about: jobTitle(job),
        content: { completed },
        document: null,
      });
      announce(completed ? words.canUndo(UNDO_MS / 1_000) : words.reopening);
      return true;
    } catch (error) {
      problem.value = sentenceOf(error) ?? words.notKept;
      return false;
    } finally {
      busy.value = false;
    }
  };
  return /** @type {const} */ ([setCompleted, problem.value]);
}

/**
 * Return [takeBack, problem]. `takeBack` deletes a completion or reopening that only this phone has, and announces it by `news`.
 *
 * @param {OwnedItem | null} item
 * @param {string} news
 */
export function useTakeBack(item, news) {
  const problem = useSignal(/** @type {string | null} */ (null));
  const takeBack = async () => {
    problem.value = null;
    try {
      if (item) await outbox.takeBack(item);
      announce(news);
    } catch (error) {
      problem.value = sentenceOf(error) ?? words.tooLate;
    }
  };
  return /** @type {const} */ ([takeBack, problem.value]);
}
