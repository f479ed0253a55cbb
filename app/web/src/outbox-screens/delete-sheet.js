// Asks before an item is deleted. Keeping it is the primary action.
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { outbox } from "../outbox/instance.js";
import { itemTitle } from "../outbox/shown.js";
import { mayHaveArrived } from "../outbox/states.js";
import { announce } from "../parts/announcer.js";
import { Sheet, closeSheet } from "../parts/sheet.js";
import { sentenceOf } from "../store/database.js";
import { outbox as words } from "../words.js";

/** @param {{item: OwnedItem}} props */
export function DeleteSheet({ item }) {
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const remove = async () => {
    try {
      await outbox.remove(item); // the page leaves when its item is gone
      announce(words.deleted);
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      setProblem(sentence);
    }
  };
  const footer = html`
    <footer class="bar is-column" aria-label=${words.actionsLabel}>
      <button class="btn is-primary" type="button" onClick=${closeSheet}>${words.keepIt}</button>
      <button class="btn is-danger" type="button" onClick=${remove}>${words.deleteIt}</button>
    </footer>
  `;
  return html`
    <${Sheet} title=${words.deleteQuestion(itemTitle(item))} footer=${footer}>
      <p>${mayHaveArrived(item) ? words.deleteMayHaveArrived : words.deleteForGood}</p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <//>
  `;
}
