// What one has begun to write outlives the screen, the page and the browser; who signs out takes it along.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { owner } from "./session.js";
import { draftOf, keepDraft } from "./store/drafts.js";

/**
 * What is half written under `name` in this account, as [draft, set]: a signal, undefined until it was read, null for
 * nothing; `set` keeps another, or null for nothing any more.
 */
export function useDraft(name) {
  const draft = useSignal(undefined);
  const whose = owner.value;
  useEffect(() => {
    draftOf(whose, name).then((found) => {
      if (draft.value === undefined) draft.value = found; // unless one has typed meanwhile
    });
  }, []);
  const set = (content) => {
    draft.value = content;
    return keepDraft(whose, name, content);
  };
  return [draft, set];
}
