// The browser's own question whether to install the app, where it has one (Chrome on Android and on desktops).
import { signal } from "@preact/signals";

/** https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
export type InstallEvent = Event & {prompt(): Promise<{outcome: "accepted" | "dismissed"}>};

export const installEvent = signal(null as InstallEvent | null);

/** Keep the browser's question for the page that explains why. */
export function startInstallPrompt() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installEvent.value = event as InstallEvent;
  });
  addEventListener("appinstalled", () => {
    installEvent.value = null;
  });
}
