// A sheet: a dialog at the thumb, over its page. Its address is that of the page with ?sheet=name, so Back closes it.
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.ts";
import { goBack, hrefWith, route } from "../router.ts";
import { parts as words } from "../words.ts";
import { Icon } from "./icon.ts";

/** Return the name of the sheet that the address opens, or null. */
export const openSheet = () => route.value.query.get("sheet");

/** Return the address that opens a sheet over this page. */
export const sheetHref = (name: string) => hrefWith({ sheet: name });

/** Close the sheet. */
export const closeSheet = () => goBack(hrefWith({ sheet: null }));

/** `footer`: the actions. */
export function Sheet({ title, footer, children }: {title: string, footer?: Children, children: Children}) {
  const dialog = useRef(null as HTMLDialogElement | null);
  useLayoutEffect(() => {
    const element = dialog.current as HTMLDialogElement;
    element.showModal();
    return () => element.close();
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault(); // the router closes it
    closeSheet();
  };
  const isOutside = useRef(false);
  const onPress = (event: Event) => {
    isOutside.current = event.target === dialog.current;
    // A press that took the focus from a field would move the sheet down, away from the finger, before it counts as a click.
    if (!((event.target as Element).closest("textarea, .input"))) event.preventDefault();
  };
  const closeOutside = ({ target }: Event) => isOutside.current && target === dialog.current && closeSheet();
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
