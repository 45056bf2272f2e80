import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { generateX25519Identity } from "age-encryption";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CHUNK } from "../sealing/chunks";
import { UploadRefused } from "./sealed-uploads";
import { create, idOf, offsetOf, patch, sha, TUS } from "./send-uploads.fixture";
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
