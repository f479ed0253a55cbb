// Rows in outline, while a list is read for the first time.
import { html } from "../html.js";

/**
 * `what`: what is being read, for screen readers.
 *
 * @param {{what: string, rows?: number}} props
 */
export const Bones = ({ what, rows = 6 }) => html`
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

/**
 * Return whether a list of one of these accounts has never been read, and is being read now.
 *
 * @param {Aged[]} sources
 */
export const isLoading = (sources) => sources.some(({ resource: { body, problem } }) => !body && !problem);
