import { randomBytes } from "node:crypto";
import { appendFile, mkdtemp, readdir, readFile, rm, truncate } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { generateX25519Identity } from "age-encryption";
import { Upload as TusUpload } from "tus-js-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CHUNK } from "../sealing/chunks";
import { collect } from "../sealing/sealed-file";
import { openSealedObject } from "../storage/sealed-objects";
import { b64, create, idOf, offsetOf, patch, sha, TUS } from "./send-uploads.fixture";
import { serveUploads } from "./serve-uploads.fixture";
import type { UploadServerOptions } from "./upload-server";

let folder: string;
let identity: string;
let running: Awaited<ReturnType<typeof serveUploads>>;
beforeAll(async () => {
  identity = await generateX25519Identity();
});
afterEach(async () => {
  await running?.close();
});
const start = async (options: Partial<UploadServerOptions> = {}, at?: string) => {
  folder = at ?? (await mkdtemp(path.join(os.tmpdir(), "uploads-")));
  running = await serveUploads(folder, identity, options);
  return running;
};
const folders: string[] = [];
afterEach(() => folders.push(folder));
afterAll(async () => {
  for (const one of new Set(folders)) await rm(one, { recursive: true, force: true });
});

async function expectStored(plain: Buffer, storageKey: string) {
  const file = await openSealedObject(running.storage, storageKey, running.master);
  expect(sha(await collect(file.stream()))).toBe(sha(plain));
}

/** Sends `bytes` of a body, more than the machine buffers between two ends, and breaks the line there. */
async function broken(upload: string, plain: Buffer, bytes: number) {
  let sent = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      if (sent >= bytes) return controller.error(new Error("line lost"));
      controller.enqueue(plain.subarray(sent, sent + 50_000));
      sent += 50_000;
    },
  });
  await expect(patch(upload, 0, body)).rejects.toThrow();
}

describe("an upload", () => {
  it.each([1, 1000, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17, 5_000_000])(
    "of %i bytes arrives, sealed and hashed",
    async (bytes) => {
      const { url, finished } = await start();
      const plain = randomBytes(bytes);
      const upload = await create(url, bytes);
      const answer = await patch(upload, 0, plain);
      expect(answer.status).toBe(204);
      expect(answer.headers.get("upload-offset")).toBe(String(bytes));
      expect(answer.headers.get("evidence-sha256")).toBe(sha(plain));
      expect(answer.headers.get("evidence-status")).toBe("received");
      expect(finished).toHaveLength(1);
      expect(finished[0]).toMatchObject({
        uploadId: idOf(upload),
        bytes,
        sha256: sha(plain),
        metadata: { filename: "聊天.png", draft: "d1" },
      });
      expect(finished[0]?.head.equals(plain.subarray(0, CHUNK))).toBe(true);
      await expectStored(plain, finished[0]?.storageKey ?? "");
      expect(await offsetOf(upload)).toBe(bytes);
      expect(await readdir(path.join(folder, "uploads"))).toEqual([`${idOf(upload)}.json`]);
    },
  );

  it("in small and odd pieces, each acknowledged to the byte", async () => {
    const { url, finished } = await start();
    const plain = randomBytes(3 * CHUNK + 5);
    const upload = await create(url, plain.length);
    let at = 0;
    for (const step of [1, 99, CHUNK - 100, CHUNK, 7, 65_529, 12, CHUNK]) {
      const answer = await patch(upload, at, plain.subarray(at, at + step));
      at = Math.min(at + step, plain.length);
      expect(answer.headers.get("upload-offset")).toBe(String(at));
      if (at < plain.length) expect(await offsetOf(upload)).toBe(at);
    }
    expect(finished[0]?.sha256).toBe(sha(plain));
  });

  it("in pieces over a new process each time: nothing is lost, the hash is that of the whole", async () => {
    await start();
    const plain = randomBytes(4 * CHUNK + 321);
    const id = idOf(await create(running.url, plain.length));
    const cuts = [0, 10, CHUNK, CHUNK + 500, 3 * CHUNK - 1, plain.length];
    for (let i = 1; i < cuts.length; i++) {
      await running.close();
      await start({}, folder);
      const upload = `${running.url}/${id}`;
      expect(await offsetOf(upload)).toBe(cuts[i - 1]);
      expect((await patch(upload, cuts[i - 1] ?? 0, plain.subarray(cuts[i - 1], cuts[i]))).status).toBe(204);
    }
    expect(running.finished[0]).toMatchObject({ sha256: sha(plain), metadata: { filename: "聊天.png", draft: "d1" } });
    await expectStored(plain, running.finished[0]?.storageKey ?? "");
  });

  it("with its first bytes in the request that creates it", async () => {
    const { url, finished } = await start();
    const plain = randomBytes(500);
    const answer = await fetch(url, {
      method: "POST",
      headers: { ...TUS, "Upload-Length": "500", "Content-Type": "application/offset+octet-stream" },
      body: plain,
    });
    expect(answer.status).toBe(201);
    expect(finished[0]?.sha256).toBe(sha(plain));
  });

  it("by tus-js-client, in chunks smaller than ours", async () => {
    const { url, finished } = await start();
    const plain = randomBytes(300_000);
    await new Promise<void>((resolve, reject) => {
      new TusUpload(plain, {
        endpoint: url,
        chunkSize: 50_000,
        metadata: { filename: "录音.mp3" },
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    expect(finished[0]).toMatchObject({ sha256: sha(plain), metadata: { filename: "录音.mp3" } });
  });

  it("goes on where a broken line left off", async () => {
    const { url, finished } = await start();
    const plain = randomBytes(30 * 1024 * 1024);
    const upload = await create(url, plain.length);
    await broken(upload, plain, 25 * 1024 * 1024);
    const offset = await offsetOf(upload);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(plain.length);
    expect((await patch(upload, offset, plain.subarray(offset))).status).toBe(204);
    expect(finished[0]?.sha256).toBe(sha(plain));
  });

  it("whose old connection hangs lets a new request in", async () => {
    let seen = () => {};
    const hangs = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const { url, finished } = await start({ mayTouch: async (request) => (request.method === "PATCH" ? seen() : undefined) });
    const plain = randomBytes(4 * CHUNK);
    const upload = await create(url, plain.length);
    const stop = new AbortController();
    const hanging = fetch(upload, {
      method: "PATCH",
      headers: { ...TUS, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream" },
      body: new ReadableStream({ start: (controller) => controller.enqueue(plain.subarray(0, 2 * CHUNK + 5)) }),
      duplex: "half",
      signal: stop.signal,
    } as RequestInit).catch(() => null);
    await hangs;
    const offset = await offsetOf(upload);
    expect((await patch(upload, offset, plain.subarray(offset))).status).toBe(204);
    expect(finished[0]?.sha256).toBe(sha(plain));
    stop.abort();
    await hanging;
  });

  it("sent twice at once ends as one", async () => {
    const { url, finished } = await start();
    const plain = randomBytes(20 * CHUNK);
    const upload = await create(url, plain.length);
    const answers = await Promise.all([patch(upload, 0, plain), patch(upload, 0, plain)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
    expect(finished).toHaveLength(1);
    expect(finished[0]?.sha256).toBe(sha(plain));
  });
});

describe("on disk", () => {
  it("nothing of the file and nothing of its name can be read", async () => {
    const { url } = await start();
    const word = "张三的身份证";
    const plain = Buffer.from(word.repeat(20_000));
    const upload = await create(url, plain.length, `${word}.png`);
    await patch(upload, 0, plain.subarray(0, CHUNK * 2 + 1000));
    const names = await readdir(path.join(folder, "uploads"));
    expect(names.sort()).toEqual(["age", "json", "tail"].map((kind) => `${idOf(upload)}.${kind}`));
    for (const name of names) {
      const bytes = await readFile(path.join(folder, "uploads", name));
      for (const form of [word, b64(word).slice(0, 12), encodeURIComponent(word)]) expect(bytes.includes(form)).toBe(false);
    }
  });

  it("a torn or altered chunk ends what counts as received, and is sent again", async () => {
    await start();
    const plain = randomBytes(6 * CHUNK);
    const id = idOf(await create(running.url, plain.length));
    await patch(`${running.url}/${id}`, 0, plain.subarray(0, 4 * CHUNK));
    const file = path.join(folder, "uploads", `${id}.age`);
    for (const [spoil, left] of [
      [() => appendFile(file, randomBytes(1000)), 4],
      [async () => truncate(file, (await readFile(file)).length - 1005), 3],
      [async () => truncate(file, 200 + 2 * (CHUNK + 16)), 2],
    ] as const) {
      await running.close();
      await spoil();
      await start({}, folder);
      expect(await offsetOf(`${running.url}/${id}`)).toBe(left * CHUNK);
    }
    expect((await patch(`${running.url}/${id}`, 2 * CHUNK, plain.subarray(2 * CHUNK))).status).toBe(204);
    expect(running.finished[0]?.sha256).toBe(sha(plain));
    await expectStored(plain, running.finished[0]?.storageKey ?? "");
  });
});
