// Completes and reopens a job, and takes that back while only this phone has it.
import { useSignal } from "@preact/signals";
import { jobTitle } from "../data/jobs.ts";
import { outbox } from "../outbox/instance.ts";
import { UNDO_MS } from "../outbox/states.ts";
import { announce } from "../parts/announcer.ts";
import { sentenceOf } from "../store/database.ts";
import { job as words } from "../words.ts";

/**
 * Return [setCompleted, problem]. `setCompleted` puts a completion, or a reopening, of the job into the outbox, and
 * returns whether it is there. `problem`: why it is not.
 */
export function useCompletion({ job, account }: AccountJob) {
  const [problem, busy] = [useSignal(null as string | null), useSignal(false)];
  const setCompleted = async (completed: boolean) => {
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
  return [setCompleted, problem.value] as const;
}

/**
 * Return [takeBack, problem]. `takeBack` deletes a completion or reopening that only this phone has, and announces it
 * by `news`.
 */
export function useTakeBack(item: OwnedItem | null, news: string) {
  const problem = useSignal(null as string | null);
  const takeBack = async () => {
    problem.value = null;
    try {
      if (item) await outbox.takeBack(item);
      announce(news);
    } catch (error) {
      problem.value = sentenceOf(error) ?? words.tooLate;
    }
  };
  return [takeBack, problem.value] as const;
}
