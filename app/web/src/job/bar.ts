// The bar of a job, at the thumb. After *Done* it offers *Undo* at the left, where no button was, for ten seconds.
import { useEffect, useRef } from "preact/hooks";
import { timeOfDay } from "../format.ts";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { Button } from "../parts/button.ts";
import { Icon } from "../parts/icon.ts";
import { sheetHref } from "../parts/sheet.ts";
import { hrefTo } from "../router.ts";
import { common, job as words } from "../words.ts";
import { useCompletion, useJobFacts, useUndo } from "./facts.ts";
import type { ActionName } from "./rules.ts";

const ICONS = { note: "note", invoice: "invoice", more: "more", done: "tick", call: "ring" };

export function JobBar({ job, account }: AccountJob) {
  const { undoable, names, primary, office } = useJobFacts({ job, account });
  const [setCompleted, problem] = useCompletion({ job, account });
  const [undo, undoProblem] = useUndo(undoable);
  useReleaseOnLeave(undoable);
  const action = (name: ActionName) => {
    const label = name === "call" ? common.call(account.shortName) : words.actions[name];
    const look = name === primary ? "is-primary" : names.includes("more") && "is-over";
    const href = {
      note: sheetHref("note"),
      more: sheetHref("more"),
      invoice: hrefTo(`/jobs/${job.jobId}/invoice`, {}, account.name),
      call: `tel:${office?.number}`,
      done: null,
    }[name];
    return html`<${Button} key=${name} icon=${ICONS[name]} look=${look} href=${href} onClick=${href ? null : () => setCompleted(true)}>${label}<//>`;
  };
  const sentence = problem ?? undoProblem;
  return html`
    <footer class=${undoable ? "bar is-held" : primary ? "bar" : "bar is-even"} aria-label=${undoable ? words.undo : words.bar}>
      ${sentence && html`<p key="problem" class="problem" role="alert">${sentence}</p>`}
      ${undoable ? html`<${Held} key="held" item=${undoable} agency=${account.shortName} onUndo=${undo} />` : names.map(action)}
    </footer>
  `;
}

/** Screen readers hear of the seconds once: a number that counts would interrupt everything else. */
const Held = ({ item, agency, onUndo }: {item: OwnedItem, agency: string, onUndo: () => void}) => html`
  <${Button} icon="undo" onClick=${onUndo}>${words.undo}<//>
  <p class="held" role="status">
    <span>
      ${words.doneAt(timeOfDay(item.addedAt))}
      <small aria-hidden="true">${words.toldIn(agency, Math.ceil((item.heldUntil - Date.now()) / 1_000))}</small>
    </span>
    <span class="tick is-s"><${Icon} name="tick" /></span>
  </p>
`;

/** Send a held completion when the person leaves the page: nobody can undo it any more. */
function useReleaseOnLeave(undoable: OwnedItem | null) {
  const last = useRef(undoable);
  last.current = undoable;
  useEffect(
    () => () => {
      if (last.current) outbox.release(last.current).catch(() => {}); // it is being sent, or the outbox is closed
    },
    [],
  );
}
