// What every field of the form has around it.
import { html } from "../html.js";

export const Label = ({ name, required, children }) => html`
  <label for=${name}>${children}${!required && html`<span class="optional"> (optional)</span>`}</label>
`;

export const Problem = ({ name, children }) => html`<p id=${`${name}-problem`} class="problem" role="alert">${children}</p>`;

/** The attributes that tie a field to what is said of it. */
export const described = ({ name, hint, problem, required }) => ({
  required,
  "aria-describedby": hint ? `${name}-hint ${name}-problem` : `${name}-problem`,
  "aria-invalid": problem ? "true" : null,
});
