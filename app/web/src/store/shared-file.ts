// The PDF that another app shared with the portal. It waits until an invoice takes it. Perhaps nobody is signed in, so it is not in an
// account's database. Nothing here ever rejects.

const CACHE = "shared";
const PATH = "/shared-file";
const NAME = "X-File-Name";

/** Keep a file in place of the one before. */
export async function keepSharedFile(file: File) {
  try {
    const response = new Response(file, { headers: { "Content-Type": file.type, [NAME]: encodeURIComponent(file.name) } });
    await (await caches.open(CACHE)).put(PATH, response);
  } catch {
    // This browser keeps nothing: the person chooses the file in the form.
  }
}

/** Return the file, or null. */
export async function readSharedFile() {
  try {
    const response = await (await caches.open(CACHE)).match(PATH);
    if (!response) return null;
    const name = decodeURIComponent(response.headers.get(NAME) ?? "");
    return new File([await response.arrayBuffer()], name || "invoice.pdf", { type: "application/pdf" });
  } catch {
    return null;
  }
}

/** Delete the file, if there is one. */
export const deleteSharedFile = async () => {
  await globalThis.caches?.delete(CACHE).catch(() => false);
};
