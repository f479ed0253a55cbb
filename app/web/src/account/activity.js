// The activity of this person, a page at a time: sign-ins, failed attempts with their address, and submissions.
import { useSignal } from "@preact/signals";
import { callApi, errorSentence } from "../api.js";
import { dateTime } from "../format.js";
import { html } from "../html.js";

const PAGE_SIZE = 20;
/** @type {Record<string, string>} */
const NAMES = {
  "sign-in failed": "Failed attempt to sign in",
  "session ended": "Device signed out",
  switched: "Account switched",
  submitted: "Sent",
  confirmed: "The agency has it",
  rejected: "The agency's system refused it",
  unconfirmed: "It may have arrived",
  review: "Only the agency can check whether it arrived",
  expired: "It could not be sent",
  abandoned: "It was not sent",
};

/** The ways to sign in. @type {Record<string, string>} */
export const METHODS = {
  code: "with a code",
  passkey: "with a passkey",
  oidc: "with your agency's account",
  handover: "from your agency's own site",
};

/** Return the state of the list, and a function that loads its first page anew. */
export function useActivity() {
  const entries = useSignal(/** @type {ActivityEntry[]} */ ([]));
  // The position after which the next page begins: null at the end of the list, undefined before the first page.
  const next = useSignal(/** @type {string | null | undefined} */ (undefined));
  const problem = useSignal(/** @type {string | null} */ (null));
  /**
   * @param {ActivityEntry[]} earlier
   * @param {string} position
   */
  const loadPage = async (earlier, position) => {
    const answer = await callApi(`session/activity?limit=${PAGE_SIZE}${position}`);
    problem.value = answer.status === 200 ? null : errorSentence(answer);
    if (answer.status !== 200) return;
    entries.value = [...earlier, ...answer.body.activity];
    next.value = answer.body.next;
  };
  return { entries, next, problem, load: () => loadPage([], ""), loadMore: () => loadPage(entries.value, `&after=${next.value}`) };
}

/** @param {Omit<ReturnType<typeof useActivity>, "load">} props */
export const ActivityList = ({ entries, next, problem, loadMore }) => html`
  <p class="hint">Sign-ins, attempts with your e-mail address, and what you sent, for 90 days.</p>
  <p class="problem" role="alert">${problem.value}</p>
  ${next.value === undefined && !problem.value && html`<p class="loading" role="status">Loading …</p>`}
  <ol class="rows">${entries.value.map((entry, index) => html`<${Entry} key=${index} entry=${entry} />`)}</ol>
  ${next.value && html`<button class="btn btn-secondary" type="button" onClick=${loadMore}>Show more</button>`}
`;

/** @param {{entry: ActivityEntry}} props */
function Entry({ entry: { at, event, detail, software, network } }) {
  const name = NAMES[event] ?? event[0].toUpperCase() + event.slice(1);
  return html`
    <li class="row">
      <div>
        <span class="title">${name}${detail && words(detail)}</span>
        <span class="about">${[dateTime(at), software, network].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `;
}

/**
 * Return the detail of an event in words. The first word of a sign-in's detail is its method. An id of AgentOS says nothing
 * to people. A refusal has the type of the problem, such as `duplicate-invoice`.
 *
 * @param {string} detail
 */
function words(detail) {
  const method = METHODS[detail.split(":")[0]];
  if (method) return ` ${method}`;
  return `: ${detail.replace(/, AgentOS id [^,]*/, "").replace(/, [a-z]+-[a-z-]+/, (type) => type.replaceAll("-", " "))}`;
}
