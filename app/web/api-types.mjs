// Writes api.d.ts, the types of the API's schemas, from docs/openapi.json. With --check, only says whether it is current.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const DESCRIPTION = new URL("../../docs/openapi.json", import.meta.url);
const FILE = new URL("api.d.ts", import.meta.url);

const { openapi, info, components } = JSON.parse(await readFile(DESCRIPTION, "utf-8"));
const types = astToString(await openapiTS({ openapi, info, components: { schemas: components.schemas } }));

if (!process.argv.includes("--check")) await writeFile(FILE, types);
else if ((await readFile(FILE, "utf-8")) !== types) {
  console.error("api.d.ts is not what docs/openapi.json says: `npm run api-types` writes it anew.");
  process.exitCode = 1;
}
