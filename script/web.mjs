// The web server: WEB_PROCESSES of it (1) share PORT on HOST, one for each core where many read and many work at the desk.
// Plain JavaScript, because what loads TypeScript on the fly would cost each process a second and its memory.
import cluster from "node:cluster";
import { createServer, request } from "node:http";
import next from "next";
import { addressWithin } from "../platform/addresses.mjs";
import { headersFor } from "../platform/security-headers.mjs";

const port = Number(process.env.PORT || "3000");
const host = process.env.HOST || "127.0.0.1";
const wanted = Math.max(1, Number(process.env.WEB_PROCESSES) || 1);
/** An upload's unfinished bytes and their lock belong to one process: the first takes all of them. */
const OF_THE_FIRST = /^\/api\/uploads(\/|\?|$)/;

if (cluster.isPrimary && wanted > 1) lead();
else await serve();

/** Starts the processes, starts a dead one again, tells each where the first one listens for itself. */
function lead() {
  let ending = false;
  let first;
  const fork = (index) => {
    const began = Date.now();
    const worker = cluster.fork({ WEB_INDEX: String(index) });
    worker.on("message", ({ own }) => {
      if (index === 0 && own) first = own;
      for (const one of Object.values(cluster.workers ?? {})) if (first) one?.send({ first });
    });
    worker.on("exit", () => {
      if (!ending) setTimeout(() => !ending && fork(index), Date.now() - began > 60_000 ? 0 : 1_000);
      else if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
    });
  };
  for (let index = 0; index < wanted; index += 1) fork(index);
  for (const signal of ["SIGTERM", "SIGINT"])
    process.on(signal, () => {
      ending = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
    });
}

async function serve() {
  let handle = (_request, response) => response.writeHead(503).end();
  let first;
  const isFirst = !cluster.isWorker || process.env.WEB_INDEX === "0";
  // Word of a public change must reach the very process it is meant for, so each has a port of its own as well.
  const own = createServer((incoming, response) => void handle(incoming, response));
  await new Promise((resolve) => own.listen({ port: 0, host: "127.0.0.1", exclusive: true }, resolve));
  process.env.OWN_PORT = String(own.address().port);
  process.on("message", (message) => {
    first = message?.first ?? first;
  });

  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const answer = app.getRequestHandler();
  handle = (incoming, response) => {
    const asked = incoming.url ?? "/";
    for (const { key, value } of headersFor(asked.split("?", 1)[0])) response.setHeader(key, value);
    incoming.url = addressWithin(asked);
    return answer(incoming, response);
  };
  const shared = createServer((incoming, response) => {
    if (isFirst || !OF_THE_FIRST.test(incoming.url ?? "")) return void handle(incoming, response);
    handOn(incoming, response, first);
  });
  await new Promise((resolve) => shared.listen(port, host, resolve));
  if (cluster.isWorker) process.send?.({ own: own.address().port });

  process.once("SIGTERM", () => {
    const closed = [shared, own].map((server) => new Promise((resolve) => server.close(resolve)));
    for (const server of [shared, own]) server.closeIdleConnections();
    void Promise.all(closed)
      .then(() => app.close())
      .finally(() => process.exit(0));
  });
}

/** The same request to the process that listens on `to`, byte for byte; its end is this one's end. */
function handOn(incoming, response, to) {
  if (!to) return void response.writeHead(503, { "retry-after": "1" }).end();
  const { method, url, headers } = incoming;
  const onward = request({ host: "127.0.0.1", port: to, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  onward.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(503, { "retry-after": "1" }).end()));
  incoming.on("aborted", () => onward.destroy());
  response.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
