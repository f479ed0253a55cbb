// Writes api.d.ts, the types of the API's schemas, from docs/openapi.json: `npm run api-types`.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const DESCRIPTION = new URL("../../docs/openapi.json", import.meta.url);
export const FILE = new URL("api.d.ts", import.meta.url);

/** Return the text of api.d.ts for today's description of the API. */
export async function apiTypes() {
  const { openapi, info, components } = JSON.parse(await readFile(DESCRIPTION, "utf-8"));
  return astToString(await openapiTS({ openapi, info, components: { schemas: components.schemas } }));
}

if (process.argv[1] === import.meta.filename) await writeFile(FILE, await apiTypes());
