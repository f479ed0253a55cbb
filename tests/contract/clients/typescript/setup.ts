// What the programs share. Usage: node --import ./cookies.js PROGRAM PORTAL EMAIL PDF, with the mailed code on stdin.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

export const [portal = "", email = "", pdf = ""] = process.argv.slice(2);
export const content = await readFile(pdf);
export const today = new Date().toISOString().slice(0, 10);

/** Return the mailed code. */
export async function mailedCode(): Promise<string> {
  return (await text(process.stdin)).trim();
}
