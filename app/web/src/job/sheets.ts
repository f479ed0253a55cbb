// The sheets over a job's page: the note, more actions, the question before a reopening, and the mark of a job that needs no invoice.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { jobAddress, jobTitle } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { useDraft } from "../data/use-draft.ts";
import { html } from "../html.ts";
import { ElsewhereSheet } from "../jobs/elsewhere-sheet.ts";
import { limitsOf } from "../limits.ts";
import { outbox } from "../outbox/instance.ts";
import { announce } from "../parts/announcer.ts";
import { useAttempt } from "../parts/attempt.ts";
import { Icon } from "../parts/icon.ts";
import { closeSheet, openSheet, Sheet, sheetHref } from "../parts/sheet.ts";
import { hrefTo } from "../router.ts";
import { normalise, noteProblem } from "../text-rules.ts";
import { common, job as words, note as noteWords } from "../words.ts";
import { useCompletion, useJobFacts } from "./facts.ts";
import { withPhrase } from "./rules.ts";
import type { Facts } from "./screen.ts";

/** The sheet that the address names, if the job allows it. */
export function JobSheet({ job, account }: AccountJob) {
  const facts = useJobFacts({ job, account });
  switch (openSheet()) {
    case "note":
      return facts.names.includes("note") && html`<${NoteSheet} job=${job} account=${account} />`;
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
const More = ({ icon, href, children }: {icon: string, href: string, children: Children}) => html`<a class="btn" href=${href} data-replace><${Icon} name=${icon} />${children}</a>`;

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
  return html`<button class="btn" type="button" onClick=${copy}><${Icon} name="copy" />${label.value}</button>`;
}

function ReopenSheet({ job, account }: AccountJob) {
  const [setCompleted, problem] = useCompletion({ job, account });
  const reopen = async () => {
    if (await setCompleted(false)) closeSheet();
  };
  const footer = html`
    <footer class="bar" aria-label=${common.actions}>
      <button class="btn is-danger" type="button" onClick=${reopen}>${words.reopen}</button>
      <button class="btn is-primary" type="button" onClick=${closeSheet} autofocus><${Icon} name="tick" />${words.keepDone}</button>
    </footer>
  `;
  return html`
    <${Sheet} title=${words.reopenQuestion} footer=${footer}>
      <p>${words.reopenMore(account.shortName)}</p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <//>
  `;
}

export function NoteSheet({ job, account }: AccountJob) {
  const limits = limitsOf(account.agency);
  const [draft, setDraft] = (useDraft as typeof useDraft<string>)(`note on ${job.jobId}`);
  const { attempt, problem, busy } = useAttempt(noteWords.notKept);
  const field = useRef(null as HTMLTextAreaElement | null);
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return; // the person has tapped twice: the portal would take it for two notes
    const note = normalise(draft.value ?? "");
    problem.value = noteProblem(note, limits);
    if (problem.value) return;
    await attempt(async () => {
      await outbox.add(account.owner, { kind: "note", jobId: job.jobId, about: jobTitle(job), content: { note }, document: null });
      setDraft(null);
      announce(noteWords.added);
      closeSheet();
    });
  };
  const onInput = ({ target }: FieldEvent) => setDraft(target.value || null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event); // Enter alone begins a line
  };
  const addPhrase = (phrase: string) => {
    setDraft(withPhrase(draft.value ?? "", phrase));
    field.current?.focus();
  };
  const footer = html`
    <footer class="bar" aria-label=${common.actions} onMouseDown=${keepFocus}>
      <button class="btn is-primary" form="note-form"><${Icon} name="note" />${noteWords.add}</button>
    </footer>
  `;
  return html`
    <${Sheet} title=${common.noteTo(account.shortName)} footer=${footer}>
      <form id="note-form" onSubmit=${send} noValidate>
        <div class=${problem.value ? "field is-wrong" : "field"}>
          <label class="hidden" for="note">${common.noteTo(account.shortName)}</label>
          <textarea
            ref=${field} id="note" class="input" rows="2" autofocus maxlength=${limits.noteCharacters} dir="auto"
            aria-describedby="note-hint note-problem" aria-invalid=${problem.value ? "true" : null}
            value=${draft.value ?? ""} onInput=${onInput} onKeyDown=${onKeyDown}
          ></textarea>
          <p id="note-problem" class="problem" role="alert">${problem.value}</p>
          <${Hint} isSaved=${Boolean(draft.value) && !outbox.isInMemory.value} agency=${account.shortName} />
        </div>
        <div class="chips prose" role="group" aria-label=${noteWords.phrasesLabel} onMouseDown=${keepFocus}>
          ${noteWords.phrases.map(
            (phrase) => html`<button key=${phrase} type="button" class="chip" onClick=${() => addPhrase(phrase)}>${phrase}</button>`,
          )}
        </div>
      </form>
    <//>
  `;
}

const Hint = ({ isSaved, agency }: {isSaved: boolean, agency: string}) =>
  isSaved
    ? html`<p id="note-hint" class="hint is-saved"><${Icon} name="tick" small />${common.savedAsYouType}</p>`
    : html`<p id="note-hint" class="hint">${noteWords.readers(agency)}</p>`;

/**
 * Keep the focus in the field while the person presses a button: without the focus, the sheet would move away under the
 * finger.
 */
const keepFocus = (event: Event) => event.preventDefault();
