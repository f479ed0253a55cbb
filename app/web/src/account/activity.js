// The activity of this person, a page at a time: sign-ins, failed tries with their address, and submissions.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { callApi, errorSentence } from "../api.js";
import { dateTime } from "../format.js";
import { html } from "../html.js";
import { methodText } from "./methods.js";

const PAGE_SIZE = 20;
/** @type {Record<string, string>} */
const NAMES = {
  "sign-in failed": "Failed try to sign in",
  "session ended": "Device signed out",
  switched: "Account switched",
  submitted: "Sent",
  confirmed: "The agency has it",
  rejected: "The agency's system refused it",
  unconfirmed: "It may have arrived",
  review: "The agency was asked whether it arrived",
  expired: "It could not be sent",
  abandoned: "It was not sent",
};

export function ActivityList() {
  const entries = useSignal(/** @type {ActivityEntry[]} */ ([]));
  const [total, problem] = [useSignal(/** @type {number | null} */ (null)), useSignal(/** @type {string | null} */ (null))];
  const loadMore = async () => {
    const answer = await callApi(`session/activity?offset=${entries.value.length}&limit=${PAGE_SIZE}`);
    problem.value = answer.status === 200 ? null : errorSentence(answer);
    if (answer.status !== 200) return;
    entries.value = [...entries.value, ...answer.body.activity];
    total.value = answer.body.total;
  };
  useEffect(() => {
    loadMore();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first page is read once, as the list opens
  }, []);
  const isMore = total.value !== null && entries.value.length < total.value;
  return html`
    <p class="hint">Sign-ins, tries with your e-mail address, and what you sent, for 90 days.</p>
    <p class="problem" role="alert">${problem.value}</p>
    ${total.value === null && !problem.value && html`<p class="loading" role="status">Loading …</p>`}
    <ol class="rows">${entries.value.map((entry, index) => html`<${Entry} key=${index} entry=${entry} />`)}</ol>
    ${isMore && html`<button class="btn btn-secondary" type="button" onClick=${loadMore}>Show more</button>`}
  `;
}

/** @param {{entry: ActivityEntry}} props */
function Entry({ entry: { at, event, detail, software, network } }) {
  const name = NAMES[event] ?? event[0].toUpperCase() + event.slice(1);
  const more = detail && (event === "signed in" ? ` ${methodText(detail)}` : `: ${detail}`);
  return html`
    <li class="row">
      <div>
        <span class="title">${name}${more}</span>
        <span class="about">${[dateTime(at), software, network].filter(Boolean).join(", ")}</span>
      </div>
    </li>
  `;
}
