// The sheets over a job's page: the note, more actions, the question before a reopening, and the mark of a job that needs no invoice.
import { useSignal } from "@preact/signals";
import { jobAddress, jobTitle } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { html } from "../html.ts";
import { ElsewhereSheet } from "../jobs/elsewhere-sheet.ts";
import { outbox } from "../outbox/instance.ts";
import { NoteSheet } from "../outbox-screens/note-sheet.ts";
import { announce } from "../parts/announcer.ts";
import { Button, type ButtonProps } from "../parts/button.ts";
import { Question } from "../parts/question.ts";
import { closeSheet, openSheet, Sheet, sheetHref } from "../parts/sheet.ts";
import { hrefTo } from "../router.ts";
import { common, job as words, note as noteWords } from "../words.ts";
import { type Facts, useCompletion, useJobFacts } from "./facts.ts";

export function JobSheet({ job, account }: AccountJob) {
  const facts = useJobFacts({ job, account });
  switch (openSheet()) {
    case "note":
      return facts.names.includes("note") && html`<${NewNote} job=${job} account=${account} />`;
    case "more":
      return html`<${MoreSheet} job=${job} account=${account} facts=${facts} />`;
    case "reopen":
      return canReopen(facts, account) && html`<${ReopenSheet} job=${job} account=${account} />`;
    case "elsewhere":
      return canMark(job, facts) && html`<${ElsewhereSheet} job=${job} account=${account} />`;
    default:
      return null;
  }
}

/** Return whether the agency knows that the job is done, and takes a reopening. */
const canReopen = ({ stage, completion }: Facts, { agency }: ShownAccount) => stage === "done" && !completion && Boolean(agency?.offers.includes("jobs.complete"));

/** Return whether the person may say that the job needs no invoice, or has said so. */
const canMark = ({ invoicing }: Job, { stage, isInvoiced }: Facts) => stage === "done" && (!isInvoiced || invoicing !== null);

function MoreSheet({ job, account, facts }: AccountJob & {facts: Facts}) {
  const address = jobAddress(job);
  const office = useOffice(account);
  return html`
    <${Sheet} title=${words.more}>
      <div class="acts">
        ${canReopen(facts, account) && html`<${More} icon="reopen" href=${sheetHref("reopen")}>${words.reopen}<//>`}
        ${canMark(job, facts) && html`<${More} icon="statement" href=${sheetHref("elsewhere")}>${common.elsewhere}<//>`}
        ${office && html`<${More} icon="ring" href=${`tel:${office.number}`}>${common.call(account.shortName)}<//>`}
        ${account.agency?.offers.includes("contacts") &&
        html`<${More} icon="contacts" href=${hrefTo("/contacts", {}, account.name)}>${common.contacts}<//>`}
        <${More} icon="print" href=${hrefTo(`/jobs/${job.jobId}/print`, {}, account.name)}>${words.sheet}<//>
        ${address && html`<${CopyButton} text=${address} />`}
      </div>
    <//>
  `;
}

/** A link that takes the place of the sheet in the history, so Back leads to the job. */
const More = (props: ButtonProps) => html`<${Button} ...${props} data-replace />`;

function CopyButton({ text }: {text: string}) {
  const label = useSignal(words.copyAddress);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      label.value = words.copied;
    } catch {
      label.value = words.notCopied;
    }
    announce(label.value);
  };
  return html`<${Button} icon="copy" onClick=${copy}>${label.value}<//>`;
}

function ReopenSheet({ job, account }: AccountJob) {
  const [setCompleted, problem] = useCompletion({ job, account });
  const reopen = async () => {
    if (await setCompleted(false)) closeSheet();
  };
  return html`
    <${Question} title=${words.reopenQuestion} keep=${words.keepDone} label=${words.reopen} isShort onAnswer=${reopen} problem=${problem}>
      <p>${words.reopenMore(account.shortName)}</p>
    <//>
  `;
}

function NewNote({ job, account }: AccountJob) {
  const add = async (note: string) => {
    await outbox.add(account.owner, { kind: "note", jobId: job.jobId, about: jobTitle(job), content: { note }, document: null });
    announce(noteWords.added);
  };
  return html`
    <${NoteSheet} account=${account} draftName=${`note on ${job.jobId}`} label=${noteWords.add} phrases=${noteWords.phrases} onSave=${add} />
  `;
}
