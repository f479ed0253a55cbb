// The browser's own question whether to install the app, where it has one (Chrome on Android and on desktops).
import { signal } from "@preact/signals";

/**
 * An event that is not in TypeScript's library: https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface
 *
 * @typedef {Event & {prompt(): Promise<{outcome: "accepted" | "dismissed"}>}} InstallEvent
 */

/** The event that can ask, or null. */
export const installEvent = signal(/** @type {InstallEvent | null} */ (null));

/** Keep the browser's question for the page that explains why. */
export function startInstallPrompt() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installEvent.value = /** @type {InstallEvent} */ (event);
  });
  addEventListener("appinstalled", () => {
    installEvent.value = null;
  });
}
