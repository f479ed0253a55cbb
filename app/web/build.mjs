// Builds `dist/` from `src/`, or the folder that the command names. `make web` runs it. The result is committed, and the portal
// serves it to browsers.
//
// dist/files/*           files with the hash of their content in their names; browsers cache them for ever
// dist/page.html         the only page, with the names of these files
// dist/sw.js             the service worker, with the same names: it caches them for offline use
// dist/app.webmanifest   the manifest of the app that a phone installs

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const SRC = join(HERE, "src");
const DIST = process.argv[2] ?? join(HERE, "dist");
const TARGETS = ["chrome111", "edge111", "firefox114", "safari16.4"];

// Markup is in template literals, and esbuild must keep what they contain. The app needs no indentation in them.
const withoutIndentation = {
  name: "without-indentation",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/web\/src\/.*\.ts$/ }, async ({ path }) => ({
      loader: "ts",
      contents: (await readFile(path, "utf8")).replace(/\n\s+/g, "\n"),
    }));
  },
};

const COMMON = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  write: false,
  target: TARGETS,
  charset: "utf8",
  legalComments: "none",
  plugins: [withoutIndentation],
};

const bundleWorker = async (define) => {
  const { outputFiles } = await build({ ...COMMON, entryPoints: ["src/service-worker.ts"], format: "iife", define });
  return outputFiles[0].text;
};

// Write app.js, chunk.js with the modules that it shares with screens that are loaded later, and these screens.
const writeApp = async () => {
  const entryPoints = { app: "src/main.ts" };
  const options = { ...COMMON, entryPoints, format: "esm", splitting: true, outdir: "dist", chunkNames: "[name]", metafile: true };
  const { outputFiles, metafile } = await build(options);
  const texts = new Map(outputFiles.map(({ path, text }) => [relative(HERE, path), text]));
  // A module is written after those that it imports, because it contains the hashes in their names.
  const writeModule = async (path) => {
    let text = texts.get(path);
    for (const { path: imported } of metafile.outputs[path].imports) {
      const name = basename(imported);
      if (!names.has(name)) await writeModule(imported);
      text = text.replaceAll(`"./${name}"`, `"${names.get(name)}"`);
    }
    await write(basename(path), text);
  };
  await writeModule("dist/app.js");
};

const bundleStyles = async () => {
  const { outputFiles } = await build({ ...COMMON, entryPoints: ["src/styles/app.css"] });
  return outputFiles[0].text;
};

const names = new Map();
const write = async (name, content) => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}-${hash}${extension}`;
  await writeFile(join(DIST, "files", hashed), content);
  names.set(name, `/app/${hashed}`);
};

// Replace `{{app.js}}` by the address of that file.
const fillIn = (text) => text.replace(/\{\{(.+?)\}\}/g, (_, name) => names.get(name) ?? fail(`no file is called ${name}`));
const fail = (why) => {
  throw new Error(why);
};

await rm(DIST, { recursive: true, force: true });
await mkdir(join(DIST, "files"), { recursive: true });
await writeApp();
await write("app.css", await bundleStyles());
for (const icon of (await readdir(join(SRC, "icons"))).sort()) await write(icon, await readFile(join(SRC, "icons", icon)));
for (const name of ["page.html", "app.webmanifest"]) {
  await writeFile(join(DIST, name), fillIn(await readFile(join(SRC, name), "utf8")));
}
// A changed page is a new version, too, even if its files are the same.
const page = await readFile(join(DIST, "page.html"));
const files = [...names.values()].sort();
const version = createHash("sha256").update(page).update(files.join()).digest("hex").slice(0, 10);
const shell = { SHELL_VERSION: JSON.stringify(version), SHELL_FILES: JSON.stringify(files) };
await writeFile(join(DIST, "sw.js"), await bundleWorker(shell));
