// A PDF that the person opens with the app begins an invoice (`file_handlers` in app.webmanifest).
import { navigate } from "../router.ts";
import { keepSharedFile } from "../store/shared-file.ts";

/** Take the files with which the browser opens the app. */
export function startFileHandling() {
  window.launchQueue?.setConsumer(async ({ files: [handle] }) => {
    if (!handle) return;
    await keepSharedFile(await handle.getFile());
    navigate(`/invoice?shared=${Date.now()}`, { replace: true }); // another number than before, so the screen reads the file
  });
}
