// A sheet: a dialog at the thumb, over its page. Its address is that of the page with ?sheet=name, so Back closes it.
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { goBack, hrefWith, route } from "../router.js";
import { parts as words } from "../words.js";
import { Icon } from "./icon.js";

/** Return the name of the sheet that the address opens, or null. */
export const openSheet = () => route.value.query.get("sheet");

/**
 * Return the address that opens a sheet over this page.
 *
 * @param {string} name
 */
export const sheetHref = (name) => hrefWith({ sheet: name });

/** Close the sheet. */
export const closeSheet = () => goBack(hrefWith({ sheet: null }));

/**
 * `footer`: the actions.
 *
 * @param {{title: string, footer?: Children, children: Children}} props
 */
export function Sheet({ title, footer, children }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    const element = /** @type {HTMLDialogElement} */ (dialog.current);
    element.showModal();
    return () => element.close();
  }, []);
  /** @param {Event} event */
  const cancel = (event) => {
    event.preventDefault(); // the router closes it
    closeSheet();
  };
  const isOutside = useRef(false);
  /** @param {Event} event */
  const onPress = (event) => {
    isOutside.current = event.target === dialog.current;
    // A press that took the focus from a field would move the sheet down, away from the finger, before it counts as a click.
    if (!(/** @type {Element} */ (event.target).closest("textarea, .input"))) event.preventDefault();
  };
  /** @param {Event} event */
  const closeOutside = ({ target }) => isOutside.current && target === dialog.current && closeSheet();
  return html`
    <dialog ref=${dialog} class="sheet" aria-labelledby="sheet-title" onCancel=${cancel} onMouseDown=${onPress} onClick=${closeOutside}>
      <header>
        <h2 id="sheet-title">${title}</h2>
        <button type="button" class="icon-btn" aria-label=${words.close} onClick=${closeSheet}><${Icon} name="close" /></button>
      </header>
      <div class="body">${children}</div>
      ${footer}
    </dialog>
  `;
}
