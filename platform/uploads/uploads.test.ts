import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, readFile, rm, truncate } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { generateX25519Identity } from "age-encryption";
import { Upload as TusUpload } from "tus-js-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CHUNK } from "../sealing/chunks";
import { collect } from "../sealing/sealed-file";
import { openSealedObject } from "../storage/sealed-objects";
import { UploadRefused } from "./sealed-uploads";
import { serveUploads } from "./serve-uploads.fixture";
import type { UploadServerOptions } from "./upload-server";

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const b64 = (text: string) => Buffer.from(text).toString("base64");

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

const TUS = { "Tus-Resumable": "1.0.0" };
async function create(url: string, bytes: number, name = "聊天.png"): Promise<string> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { ...TUS, "Upload-Length": String(bytes), "Upload-Metadata": `filename ${b64(name)}` },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return new URL(answer.headers.get("location") ?? "", url).href;
}
const offsetOf = async (upload: string) => {
  const answer = await fetch(upload, { method: "HEAD", headers: TUS });
  return answer.status === 200 ? Number(answer.headers.get("upload-offset")) : answer.status;
};
const patch = (upload: string, offset: number, body: Uint8Array | ReadableStream) =>
  fetch(upload, {
    method: "PATCH",
    headers: { ...TUS, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
    body,
    duplex: "half",
  } as RequestInit);
const idOf = (upload: string) => upload.split("/").at(-1) ?? "";

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

describe("the end of an upload", () => {
  it("that fails is reached on the next look, once", async () => {
    let fail = true;
    const taken: string[] = [];
    const faults: unknown[] = [];
    const options: Partial<UploadServerOptions> = {
      onFault: (error) => faults.push(error),
      onFinish: async (file) => {
        if (fail) throw new Error("database gone at /secret/place");
        taken.push(file.sha256);
        return undefined;
      },
    };
    await start(options);
    const plain = randomBytes(2 * CHUNK);
    const id = idOf(await create(running.url, plain.length));
    const answer = await patch(`${running.url}/${id}`, 0, plain);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe("failed");
    expect(faults).toHaveLength(1);
    expect(await offsetOf(`${running.url}/${id}`)).toBe(500);
    fail = false;
    await running.close();
    await start(options, folder);
    expect(await offsetOf(`${running.url}/${id}`)).toBe(plain.length);
    expect(await offsetOf(`${running.url}/${id}`)).toBe(plain.length);
    expect(taken).toEqual([sha(plain)]);
    expect((await patch(`${running.url}/${id}`, plain.length, Buffer.alloc(0))).headers.get("evidence-sha256")).toBe(sha(plain));
  });

  it("a finished one cannot be removed through tus, an unfinished one can", async () => {
    const { url } = await start();
    const done = await create(url, 3);
    await patch(done, 0, Buffer.from("abc"));
    expect((await fetch(done, { method: "DELETE", headers: TUS })).status).toBe(400);
    const open = await create(url, 3);
    await patch(open, 0, Buffer.from("ab"));
    expect((await fetch(open, { method: "DELETE", headers: TUS })).status).toBe(204);
    expect(await offsetOf(open)).toBe(404);
    expect(await readdir(path.join(folder, "uploads"))).toEqual([`${idOf(done)}.json`]);
  });
});

describe("refusals", () => {
  it("too large, empty, no length, unknown, a climbing path, not allowed", async () => {
    const { url } = await start({
      maxBytes: 1000,
      mayCreate: async (request) => {
        if (request.headers.get("x-token") === "wrong") throw new UploadRefused(403, "not_yours");
        return {};
      },
      mayTouch: async (request) => {
        if (request.headers.get("x-token") === "wrong") throw new UploadRefused(404, "not_found");
      },
    });
    await expect(create(url, 1001)).rejects.toThrow("413 too_large");
    await expect(create(url, 0)).rejects.toThrow("400 empty");
    const post = (headers: Record<string, string>) => fetch(url, { method: "POST", headers: { ...TUS, ...headers } });
    expect((await post({})).status).toBe(400);
    expect((await post({ "Upload-Length": "-5" })).status).toBe(400);
    expect((await post({ "Upload-Defer-Length": "1" })).status).toBe(501);
    expect((await post({ "Upload-Length": "5", "x-token": "wrong" })).status).toBe(403);
    expect(await offsetOf(`${url}/${randomUUID()}`)).toBe(404);
    expect(await offsetOf(`${url}/..%2F..%2Fetc%2Fpasswd`)).toBe(404);
    const upload = await create(url, 10);
    expect((await fetch(upload, { method: "HEAD", headers: { ...TUS, "x-token": "wrong" } })).status).toBe(404);
    expect((await patch(upload, 5, Buffer.alloc(5))).status).toBe(409);
    expect((await patch(upload, 0, Buffer.alloc(11))).status).toBe(413);
    expect(await offsetOf(upload)).toBe(0);
  });

  it("a body that goes on beyond what was announced", async () => {
    const { url, finished } = await start();
    const upload = await create(url, 100_000);
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(randomBytes(200_000));
        controller.close();
      },
    });
    expect((await patch(upload, 0, body)).status).toBe(413);
    expect(finished).toHaveLength(0);
    expect(await offsetOf(upload)).toBeLessThan(100_000);
  });

  it("no page of another origin is let in, and extensions are named", async () => {
    const { url } = await start();
    const answer = await fetch(url, { method: "OPTIONS", headers: { ...TUS, Origin: "https://elsewhere.example" } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("tus-extension")).toBe("creation,creation-with-upload,termination,expiration");
    expect(answer.headers.get("tus-max-size")).toBe(String(2 * 1024 ** 3));
  });
});

it("unfinished uploads go when their time is over, finished ones leave no trace after a day", async () => {
  const { url, uploads, storage, finished } = await start({ expiresAfter: 3 * 24 * 3600_000 });
  const open = await create(url, 10);
  await patch(open, 0, Buffer.from("12345"));
  const done = await create(url, 3);
  await patch(done, 0, Buffer.from("abc"));
  const later = (hours: number) => new Date(Date.now() + hours * 3600_000);
  expect(await uploads.deleteExpired(later(2))).toBe(0);
  expect(await uploads.deleteExpired(later(30))).toBe(0);
  expect(await readdir(path.join(folder, "uploads"))).toHaveLength(3);
  expect(await uploads.deleteExpired(later(73))).toBe(1);
  expect(await readdir(path.join(folder, "uploads"))).toEqual([]);
  expect(await storage.head(finished[0]?.storageKey ?? "")).not.toBeNull();
});

describe("a process that is killed", () => {
  it("again and again during an upload loses nothing that was acknowledged", async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "uploads-"));
    const plain = randomBytes(24 * 1024 * 1024);
    let id = "";
    let process: ChildProcess | undefined;
    try {
      for (let kill = 0; kill < 4; kill++) {
        const [child, url] = await startProcess(folder, identity);
        process = child;
        id ||= idOf(await create(url, plain.length));
        const offset = await offsetOf(`${url}/${id}`);
        const target = Math.floor((plain.length * (kill + 1)) / 5);
        await killAt(child, `${url}/${id}`, plain, offset, target);
      }
      const [child, url] = await startProcess(folder, identity);
      process = child;
      const offset = await offsetOf(`${url}/${id}`);
      expect(offset).toBeGreaterThan(plain.length / 5);
      const answer = await patch(`${url}/${id}`, offset, plain.subarray(offset));
      expect(answer.headers.get("evidence-sha256")).toBe(sha(plain));
    } finally {
      process?.kill("SIGKILL");
    }
  }, 60_000);
});

async function startProcess(at: string, key: string): Promise<[ChildProcess, string]> {
  const script = path.join(import.meta.dirname, "serve-uploads.fixture.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, at, key], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return [child, line.toString().trim()];
}

/** Sends from `offset`, and kills the process with the line open once `target` bytes went out. */
async function killAt(child: ChildProcess, upload: string, plain: Buffer, offset: number, target: number) {
  let sent = offset;
  const body = new ReadableStream({
    pull: (controller) => {
      if (sent >= target) {
        child.kill("SIGKILL");
        return once(child, "exit").then(() => controller.error(new Error("killed")));
      }
      controller.enqueue(plain.subarray(sent, sent + 100_000));
      sent += 100_000;
    },
  });
  await expect(patch(upload, offset, body)).rejects.toThrow();
}
