// Facts in two columns: what it is, and its value.
import { html } from "../html.ts";

/** `facts`: [name, value]. Without a value there is no line. `total`: the name of the last line, which is their sum. */
export const Facts = ({ facts, total }: {facts: [name: string, value: Children][], total?: string}) => html`
  <dl class="facts">
    ${facts
      .filter(([, value]) => value)
      .map(([name, value]) => html`<div key=${name} class=${name === total ? "is-total" : null}><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}
  </dl>
`;
