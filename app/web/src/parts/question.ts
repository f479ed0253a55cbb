// A sheet that asks before something is lost. Keeping it is the primary.
import { html } from "../html.ts";
import { Bar, Button } from "./button.ts";
import { closeSheet, Sheet } from "./sheet.ts";

/**
 * `keep`, `label`: the answers. Without `label`, the person can only keep it. `isShort`: both answers stand in one line.
 */
export const Question = ({ title, keep, label, isShort, onAnswer, problem, busy, children }: {
  title: string, keep: string, label?: string | null, isShort?: boolean, onAnswer: () => unknown, problem?: string | null, busy?: boolean, children: Children,
}) => {
  const primary = html`<${Button} icon=${isShort && "tick"} look="is-primary" onClick=${closeSheet} autofocus>${keep}<//>`;
  const danger = label && html`<${Button} look="is-danger" disabled=${busy} onClick=${onAnswer}>${label}<//>`;
  const footer = html`
    <${Bar} look=${isShort ? "" : "is-column"}>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${isShort ? [danger, primary] : [primary, danger]}
    <//>
  `;
  return html`<${Sheet} title=${title} footer=${footer}>${children}<//>`;
};
