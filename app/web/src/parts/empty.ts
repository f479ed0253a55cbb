// An empty place, and a list that is missing.
import { html } from "../html.ts";
import { parts as words } from "../words.ts";
import { lazy } from "./lazy.ts";

const Art = lazy("Art"); // a picture may come after its words

export const Empty = ({ art, title, text, children }: {art: string, title: string, text: string, children?: Children}) => html`
  <section class="empty"><${Art} name=${art} /><h2>${title}</h2><p class="second">${text}</p>${children}</section>
`;

/** What is missing of the accounts whose list is not here: the reason for each. */
export const Missing = ({ sources }: {sources: Aged[]}) =>
  sources
    .filter(({ resource: { body, problem } }) => !body && problem)
    .map(({ name, agencyName, resource }) => html`<p key=${name} class="hint" role="alert">${words.missing(agencyName, resource.problem ?? "")}</p>`);
