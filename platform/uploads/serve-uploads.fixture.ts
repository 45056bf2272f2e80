import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { masterKeyFrom } from "../sealing/master-key";
import { FolderStorage } from "../storage/folder-storage";
import type { FinishedUpload } from "./sealed-uploads";
import { createUploadServer, type UploadServerOptions } from "./upload-server";

/** An upload endpoint on a port of its own, for the tests: started in their process, or as a process that can be killed. */
export async function serveUploads(folder: string, identity: string, options: Partial<UploadServerOptions> = {}) {
  const storage = new FolderStorage(path.join(folder, "storage"));
  const master = await masterKeyFrom(identity);
  const finished: FinishedUpload[] = [];
  const endpoint = createUploadServer({
    path: "/api/uploads",
    folder: path.join(folder, "uploads"),
    storage,
    master,
    mayCreate: async () => ({ draft: "d1" }),
    mayTouch: async () => undefined,
    onFinish: async (file) => {
      finished.push(file);
      return { "Evidence-Status": "received" };
    },
    ...options,
  });
  const server = http.createServer((req, res) => {
    void answer(req, res, endpoint.handle);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `${origin}/api/uploads`, origin, storage, master, finished, uploads: endpoint.uploads, close };
}

async function answer(
  req: http.IncomingMessage,
  res: http.ServerResponse,
  handle: (request: Request) => Promise<Response>,
): Promise<void> {
  const body = req.method === "GET" || req.method === "HEAD" ? null : (Readable.toWeb(req) as ReadableStream);
  const headers = new Headers(req.headers as Record<string, string>);
  const response = await handle(
    new Request(`http://${req.headers.host}${req.url}`, { method: req.method, headers, body, duplex: "half" } as RequestInit),
  );
  res.writeHead(response.status, Object.fromEntries(response.headers));
  res.end(Buffer.from(await response.arrayBuffer()));
}

const [folder, identity] = process.argv.slice(2);
if (process.argv[1]?.endsWith("serve-uploads.fixture.ts") && folder && identity) {
  void serveUploads(folder, identity).then(({ url }) => process.stdout.write(`${url}\n`));
}
