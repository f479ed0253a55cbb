// Takes a job off "To invoice", or puts it back. Only the portal keeps that: the agency is not told.
import { signal, useSignal } from "@preact/signals";
import { jobTitle } from "../data/jobs.ts";
import { markInvoicing } from "../data/to-invoice.ts";
import { html } from "../html.ts";
import { limitsOf } from "../limits.ts";
import { outbox } from "../outbox/instance.ts";
import { announce } from "../parts/announcer.ts";
import { checked, fail, useAttempt } from "../parts/attempt.ts";
import { Bar, Button } from "../parts/button.ts";
import { Choices } from "../parts/choices.ts";
import { Sheet, closeSheet } from "../parts/sheet.ts";
import { fieldFaults } from "../problem.ts";
import { normalise, textProblem } from "../text-rules.ts";
import { common, jobs as words } from "../words.ts";

/** The job that the person has taken off the list last, while this page is open. */
export const lastTakenOff = signal(null as AccountJob | null);

/** Return `mark`, which deletes the mark for null and resolves to whether that was done, and the state of the attempt. */
export function useMarking({ job, account }: AccountJob) {
  const { attempt, problem, busy } = useAttempt();
  const mark = (content: Parameters<typeof markInvoicing>[2]) =>
    attempt(async () => {
      const answer = await markInvoicing(account, job.jobId, content);
      const sentence = answer.offline ? words.needsSignal : fieldFaults(answer).invoiceNumber;
      if (sentence) fail(sentence);
      checked(answer, 200, 204);
      lastTakenOff.value = content && { job, account };
      announce((content ? words.isOff : words.isBack)(jobTitle(job)));
    });
  return { mark, problem, busy };
}

export const ElsewhereSheet = ({ job, account }: AccountJob) =>
  job.invoicing ? html`<${PutBackSheet} job=${job} account=${account} />` : html`<${TakeOffSheet} job=${job} account=${account} />`;

function TakeOffSheet({ job, account }: AccountJob) {
  const [state, number] = [useSignal("elsewhere" as "elsewhere" | "no-charge"), useSignal("")];
  const { mark, problem, busy } = useMarking({ job, account });
  const { invoiceNumberCharacters } = limitsOf(account.agency);
  const takeOff = async (event: Event) => {
    event.preventDefault();
    const invoiceNumber = state.value === "elsewhere" ? normalise(number.value) : "";
    problem.value = textProblem(invoiceNumber, invoiceNumberCharacters);
    if (!problem.value && (await mark({ state: state.value, ...(invoiceNumber && { invoiceNumber }) }))) closeSheet();
  };
  const footer = html`
    <${Bar}>
      <${Button} icon="tick" look="is-primary" type="submit" form="elsewhere">${busy.value ? words.takingOff : words.takeOff}<//>
    <//>
  `;
  return html`
    <${Sheet} title=${common.elsewhere} footer=${footer}>
      <form id="elsewhere" onSubmit=${takeOff} novalidate>
        <fieldset class="field">
          <legend>${words.how}</legend>
          <${Choices} name="state" choices=${Object.entries(words.ways)} chosen=${state.value} onChoose=${(way: typeof state.value) => (state.value = way)} />
        </fieldset>
        ${state.value === "elsewhere" &&
        html`
          <div class="field">
            <label for="elsewhere-number">${words.yourNumber} <small>${words.optional}</small></label>
            <input
              class="input" id="elsewhere-number" placeholder=${words.findAgain} autocomplete="off"
              value=${number.value} onInput=${({ target }: FieldEvent) => (number.value = target.value)}
            />
          </div>
        `}
        <${Problem} problem=${problem.value} />
        <p class="hint">${words.agencyNotTold(account.shortName)}</p>
      </form>
    <//>
  `;
}

function PutBackSheet({ job, account }: AccountJob) {
  const { mark, problem } = useMarking({ job, account });
  const putBack = async () => {
    if (await mark(null)) closeSheet();
  };
  const { state = "elsewhere", invoiceNumber = null } = job.invoicing ?? {};
  const footer = html`<${Bar}><${Button} icon="undo" look="is-primary" onClick=${putBack}>${words.putOnList}<//><//>`;
  return html`
    <${Sheet} title=${common.elsewhere} footer=${footer}>
      <p dir="auto">${words.isMarked(words.marked(state, invoiceNumber))}</p>
      <${Problem} problem=${problem.value} />
    <//>
  `;
}

export function Problem({ problem }: {problem: string | null}) {
  if (problem) return html`<p class="problem" role="alert">${problem}</p>`;
  return outbox.obstacle.value === "offline" && html`<p class="hint">${words.needsSignal}</p>`;
}
