// The sheets over a job's page: the note, more actions, the question before a reopening, and the mark of a job that needs no invoice.
import { useSignal } from "@preact/signals";
import { jobAddress } from "../data/jobs.ts";
import { useOffice } from "../data/office.ts";
import { html } from "../html.ts";
import { ElsewhereSheet } from "../jobs/elsewhere-sheet.ts";
import { announce } from "../parts/announcer.ts";
import { Icon } from "../parts/icon.ts";
import { Sheet, closeSheet, openSheet, sheetHref } from "../parts/sheet.ts";
import { hrefTo } from "../router.ts";
import { job as words } from "../words.ts";
import { useCompletion } from "./completion.ts";
import { useJobFacts } from "./facts.ts";
import { NoteSheet } from "./note-sheet.ts";

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
const canReopen = ({ stage, completion }: import("./content.ts").Facts, { agency }: ShownAccount) => stage === "done" && !completion && Boolean(agency?.offers.includes("jobs.complete"));

/** Return whether the person may say that the job needs no invoice, or has said so. */
const canMark = ({ invoicing }: Job, { stage, isInvoiced }: import("./content.ts").Facts) => stage === "done" && (!isInvoiced || invoicing !== null);

function MoreSheet({ job, account, facts }: AccountJob & {facts: import("./content.ts").Facts}) {
  const address = jobAddress(job);
  const office = useOffice(account);
  return html`
    <${Sheet} title=${words.more}>
      <div class="acts">
        ${canReopen(facts, account) && html`<${More} icon="reopen" href=${sheetHref("reopen")}>${words.reopen}<//>`}
        ${canMark(job, facts) && html`<${More} icon="statement" href=${sheetHref("elsewhere")}>${words.elsewhere}<//>`}
        ${office && html`<${More} icon="ring" href=${`tel:${office.number}`}>${words.call(account.shortName)}<//>`}
        ${account.agency?.offers.includes("contacts") &&
        html`<${More} icon="contacts" href=${hrefTo("/contacts", {}, account.name)}>${words.contacts}<//>`}
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
    <footer class="bar" aria-label=${words.actionsLabel}>
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
