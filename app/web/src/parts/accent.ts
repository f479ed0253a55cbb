// The colours of the agency. The page's policy forbids styles in markup, so a script sets them.
import { useLayoutEffect } from "preact/hooks";

const THEME_KEY = "theme-colour";

/**
 * Give the page the colour of an agency; without it, the portal's own. The browser's bar follows. `isPart`: leave the
 * page as it is, because only a part of it is this agency's.
 */
export function usePageColour(accent?: string | null, isPart = false) {
  useLayoutEffect(() => {
    if (isPart) return undefined;
    const { style } = document.documentElement;
    if (accent) style.setProperty("--accent", accent);
    setThemeColour(accent);
    return () => {
      style.removeProperty("--accent");
    };
  }, [accent, isPart]);
}

/** Give an element the colour of an agency: a detail beside a list. */
export const accentOf = (accent?: string | null): (element: HTMLElement | null) => void => (element) => {
  if (accent) element?.style.setProperty("--accent", accent);
};

/**
 * Give the browser's bar the colour of the header: that of the agency, or of the ground. The next start begins with it.
 */
export function setThemeColour(accent?: string | null) {
  const styles = getComputedStyle(document.documentElement);
  const colour = styles.getPropertyValue(accent ? "--brand" : "--bg").trim();
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.setAttribute("content", accent ?? colour);
  try {
    localStorage.setItem(THEME_KEY, accent ?? "");
  } catch {
    // Without localStorage, the next start begins with the portal's own colour.
  }
}
