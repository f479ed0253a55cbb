// Asks before an item is deleted. Keeping it is the primary action.
import { useState } from "preact/hooks";
import { html } from "../html.ts";
import { outbox } from "../outbox/instance.ts";
import { itemTitle } from "../outbox/shown.ts";
import { mayHaveArrived } from "../outbox/states.ts";
import { announce } from "../parts/announcer.ts";
import { Sheet, closeSheet } from "../parts/sheet.ts";
import { sentenceOf } from "../store/database.ts";
import { outbox as words } from "../words.ts";

export function DeleteSheet({ item }: {item: OwnedItem}) {
  const [problem, setProblem] = useState(null as string | null);
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
