// Chips of which the person chooses one.
import { html } from "../html.ts";
import { Icon } from "./icon.ts";

/** `choices`: [value, label]. `attributes`: of each control. */
export const Choices = ({ name, choices, chosen, onChoose, attributes }: {
  name: string, choices: [value: string, label: string][], chosen: string, onChoose: (value: string) => void, attributes?: object | false,
}) => html`
  <div class="chips">
    ${choices.map(
      ([value, label]) => html`
        <label key=${value} class="choice">
          <input type="radio" name=${name} checked=${value === chosen} onChange=${() => onChoose(value)} ...${attributes} />
          <span class="chip"><${Icon} name="tick" small />${label}</span>
        </label>
      `,
    )}
  </div>
`;
