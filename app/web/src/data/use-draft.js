// Drafts: unfinished texts, which outlive the screen, the page and the browser. Signing out deletes them.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { owner } from "../session.js";
import { readDraft, saveDraft } from "../store/drafts.js";

/**
 * Return the draft of this name in the account of this tab as [draft, setDraft]. `draft` is a signal: undefined until the
 * draft is read, null if there is none. `setDraft` saves a new content, or deletes the draft for null.
 *
 * @template Content
 * @param {string} name
 */
export function useDraft(name) {
  const draft = useSignal(/** @type {Content | null | undefined} */ (undefined));
  const draftOwner = /** @type {Owner} */ (owner.value);
  useEffect(() => {
    readDraft(draftOwner, name).then((content) => {
      if (draft.value === undefined) draft.value = content; // unless the person has typed meanwhile
    });
  }, [draft, draftOwner, name]);
  /** @param {Content | null} content */
  const setDraft = (content) => {
    draft.value = content;
    return saveDraft(draftOwner, name, content);
  };
  return /** @type {const} */ ([draft, setDraft]);
}
