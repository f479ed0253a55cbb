// `npm run dev` shows the app as it is written, at http://127.0.0.1:8001. It passes requests on to the portal of `make run`, and
// serves the app's files itself. After a change in `src/` it builds them, and open pages load again.
//
// `dist/` stays as it is: `npm run build` writes it. There is no service worker here, because it would keep files that are old.
// PORTAL: the portal's address. PORT: this one's.

import { execFile } from "node:child_process";
import { watch } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const PORTAL = new URL(process.env.PORTAL ?? "http://127.0.0.1:8000");
const PORT = Number(process.env.PORT ?? 8001);
const HERE = import.meta.dirname;
const BUILD = await mkdtemp(join(tmpdir(), "portal-web-"));
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".png": "image/png", ".svg": "image/svg+xml" };
const RELOADER = 'new EventSource("/dev/changes").onmessage = () => location.reload();';

const build = () =>
  new Promise((resolve) => {
    execFile(process.execPath, ["build.mjs", BUILD], { cwd: HERE }, (error, _output, messages) => {
      console.log(error ? messages : "Built.");
      resolve(!error);
    });
  });

const openPages = new Set();
let timer;
const onChange = () => {
  clearTimeout(timer);
  // Editors write a file in several steps.
  timer = setTimeout(async () => {
    if (await build()) for (const page of openPages) page.write("data: changed\n\n");
  }, 50);
};

// The portal knows whether there is a session, and says so in its page.
const pageLike = async (portalPage) => {
  const page = (await readFile(join(BUILD, "page.html"), "utf8")).replace("</head>", '<script src="/dev/reload.js"></script></head>');
  const body = portalPage.match(/<body[^>]*>/)?.[0] ?? "<body>";
  return page.replace("<body>", body);
};

const failed = (outgoing) => (error) => outgoing.writeHead(502, { "content-type": "text/plain" }).end(`${error}`);

const passOn = (incoming, outgoing) => {
  const headers = { ...incoming.headers };
  delete headers["accept-encoding"];
  delete headers["if-none-match"];
  const { hostname, port } = PORTAL;
  const options = { hostname, port, path: incoming.url, method: incoming.method, headers };
  const onResponse = async (response) => {
    const isPage = response.statusCode === 200 && response.headers["content-security-policy"]?.includes("manifest-src");
    if (!isPage) return response.pipe(outgoing.writeHead(response.statusCode, response.headers));
    const chunks = await response.toArray();
    const page = await pageLike(Buffer.concat(chunks).toString());
    outgoing.writeHead(200, { ...response.headers, "content-length": Buffer.byteLength(page), etag: "" }).end(page);
  };
  const upstream = request(options, (response) => onResponse(response).catch(failed(outgoing)));
  upstream.on("error", failed(outgoing));
  incoming.pipe(upstream);
};

const serve = async (incoming, outgoing) => {
  const { pathname } = new URL(incoming.url, PORTAL);
  if (pathname === "/sw.js") return outgoing.writeHead(404).end();
  if (pathname === "/dev/reload.js") return outgoing.writeHead(200, { "content-type": TYPES[".js"] }).end(RELOADER);
  if (pathname === "/dev/changes") {
    openPages.add(outgoing.writeHead(200, { "content-type": "text/event-stream" }));
    return outgoing.on("close", () => openPages.delete(outgoing));
  }
  const [, name] = pathname.match(/^\/app\/([\w.-]+)$/) ?? [];
  if (!name) return passOn(incoming, outgoing);
  const content = await readFile(join(BUILD, "files", name)).catch(() => null);
  if (content === null) return outgoing.writeHead(404).end();
  return outgoing.writeHead(200, { "content-type": TYPES[extname(name)], "cache-control": "no-store" }).end(content);
};

await build();
watch(join(HERE, "src"), { recursive: true }, onChange);
createServer((incoming, outgoing) => serve(incoming, outgoing).catch(failed(outgoing))).listen(PORT, "127.0.0.1", () =>
  console.log(`The app is at http://127.0.0.1:${PORT}; the portal is at ${PORTAL}.`),
);
