// Rows in outline, while a list is read for the first time.
import { html } from "../html.ts";

/** `what`: what is being read, for screen readers. */
export const Bones = ({ what, rows = 6 }: {what: string, rows?: number}) => html`
  <p class="hidden" role="status">${what}</p>
  <div aria-hidden="true">
    <ul class="card">
      ${Array.from({ length: rows }, (_, index) => html`
        <li key=${index} class="row">
          <div><span class="bone is-long"></span><span class="bone is-mid"></span><span class="bone"></span></div>
          <span class="bone is-dot"></span>
        </li>
      `)}
    </ul>
  </div>
`;

/** Return whether a list of one of these accounts has never been read, and is being read now. */
export const isLoading = (sources: Aged[]) => sources.some(({ resource: { body, problem } }) => !body && !problem);
