// Takes a job off "To invoice". The agency is not told, and the job can be put back.
import { signal, useSignal } from "@preact/signals";
import { errorSentence } from "../api.js";
import { markInvoicing } from "../data/to-invoice.js";
import { html } from "../html.js";
import { limitsOf } from "../limits.js";
import { outbox } from "../outbox/instance.js";
import { announce } from "../parts/announcer.js";
import { Icon } from "../parts/icon.js";
import { Sheet, closeSheet, openSheet } from "../parts/sheet.js";
import { fieldFaults } from "../problem.js";
import { normalise, textProblem } from "../text-rules.js";
import { jobTitle } from "../data/jobs.js";
import { jobs as words } from "../words.js";

/** The job that the person has taken off the list last, while this page is open. */
export const lastTakenOff = signal(/** @type {AccountJob | null} */ (null));

/**
 * Return the name of the sheet of a job, for the address.
 *
 * @param {AccountJob} accountJob
 */
export const sheetOf = ({ account, job }) => `elsewhere ${account.name}/${job.jobId}`;

/**
 * The sheet over the list of jobs to invoice, if the address opens that of a job.
 *
 * @param {{jobs: AccountJob[]}} props
 */
export function ElsewhereSheet({ jobs }) {
  const name = openSheet();
  const accountJob = name?.startsWith("elsewhere ") && jobs.find((each) => sheetOf(each) === name);
  return accountJob && html`<${InvoicedElsewhere} accountJob=${accountJob} />`;
}

/**
 * The sheet for a job. The page of the job shows it, too.
 *
 * @param {{accountJob: AccountJob}} props
 */
export function InvoicedElsewhere({ accountJob }) {
  const { job, account } = accountJob;
  const state = useSignal(/** @type {"elsewhere" | "no-charge"} */ ("elsewhere"));
  const number = useSignal("");
  const [problem, isBusy] = [useSignal(/** @type {string | null} */ (null)), useSignal(false)];
  const { invoiceNumberCharacters } = limitsOf(account.agency);
  /** @param {Event} event */
  const takeOff = async (event) => {
    event.preventDefault();
    if (isBusy.value) return; // the person has tapped twice
    const invoiceNumber = state.value === "elsewhere" ? normalise(number.value) : "";
    problem.value = textProblem(invoiceNumber, invoiceNumberCharacters);
    if (problem.value) return;
    isBusy.value = true;
    const answer = await markInvoicing(account, job.jobId, { state: state.value, ...(invoiceNumber && { invoiceNumber }) });
    isBusy.value = false;
    if (answer.status !== 200) {
      problem.value = answer.offline ? words.needsSignal : (fieldFaults(answer).invoiceNumber ?? errorSentence(answer));
      return;
    }
    lastTakenOff.value = accountJob;
    announce(words.isOff(jobTitle(job)));
    closeSheet();
  };
  const footer = html`
    <footer class="bar" aria-label=${words.actions}>
      <button class="btn is-primary" type="submit" form="elsewhere"><${Icon} name="tick" />${isBusy.value ? words.takingOff : words.takeOff}</button>
    </footer>
  `;
  return html`
    <${Sheet} title=${words.elsewhere} footer=${footer}>
      <form id="elsewhere" onSubmit=${takeOff} novalidate>
        <fieldset class="field">
          <legend>${words.how}</legend>
          <div class="chips">
            ${/** @type {const} */ (["elsewhere", "no-charge"]).map(
              (value) => html`
                <label key=${value} class="choice">
                  <input type="radio" name="state" checked=${state.value === value} onChange=${() => (state.value = value)} />
                  <span class="chip"><${Icon} name="tick" small />${words.ways[value]}</span>
                </label>
              `,
            )}
          </div>
        </fieldset>
        ${state.value === "elsewhere" &&
        html`
          <div class="field">
            <label for="elsewhere-number">${words.yourNumber} <small>${words.optional}</small></label>
            <input
              class="input" id="elsewhere-number" placeholder=${words.findAgain} autocomplete="off" maxlength=${invoiceNumberCharacters}
              value=${number.value} onInput=${(/** @type {FieldEvent} */ { target }) => (number.value = target.value)}
            />
          </div>
        `}
        ${problem.value && html`<p class="problem" role="alert">${problem.value}</p>`}
        <p class="hint">${words.agencyNotTold(account.shortName)}</p>
        ${outbox.obstacle.value === "offline" && !problem.value && html`<p class="hint">${words.needsSignal}</p>`}
      </form>
    <//>
  `;
}
