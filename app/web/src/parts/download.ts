// Has the browser save a text as a file.

/** `name`: of the file. `type`: such as "text/plain". */
export function download(name: string, text: string, type: string) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // every browser has read it by that time
}
