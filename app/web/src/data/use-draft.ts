// Drafts: unfinished texts, which outlive the screen, the page and the browser. Signing out deletes them.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { owner } from "../session.ts";
import { readDraft, saveDraft } from "../store/drafts.ts";

/**
 * Return the draft of this name in the account of this tab as [draft, setDraft]. `draft` is a signal: undefined until
 * the draft is read, null if there is none. `setDraft` saves a new content, or deletes the draft for null.
 */
export function useDraft<Content>(name: string) {
  const draft = useSignal(undefined as Content | null | undefined);
  const draftOwner = owner.value as Owner;
  useEffect(() => {
    readDraft(draftOwner, name).then((content) => {
      if (draft.value === undefined) draft.value = content; // unless the person has typed meanwhile
    });
  }, [draft, draftOwner, name]);
  const setDraft = (content: Content | null) => {
    draft.value = content;
    return saveDraft(draftOwner, name, content);
  };
  return [draft, setDraft] as const;
}
