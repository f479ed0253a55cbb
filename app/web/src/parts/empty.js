// An empty place, and a list that is missing.
import { html } from "../html.js";
import { parts as words } from "../words.js";
import { lazy } from "./lazy.js";

const Art = lazy("Art"); // a picture may come after its words

/** @param {{art: string, title: string, text: string, children?: Children}} props */
export const Empty = ({ art, title, text, children }) => html`
  <section class="empty"><${Art} name=${art} /><h2>${title}</h2><p class="second">${text}</p>${children}</section>
`;

/**
 * What is missing of the accounts whose list is not here: the reason for each.
 *
 * @param {{sources: Aged[]}} props
 */
export const Missing = ({ sources }) =>
  sources
    .filter(({ resource: { body, problem } }) => !body && problem)
    .map(({ name, agencyName, resource }) => html`<p key=${name} class="hint" role="alert">${words.missing(agencyName, resource.problem ?? "")}</p>`);
