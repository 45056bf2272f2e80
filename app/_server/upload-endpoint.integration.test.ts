import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DELETE, HEAD, OPTIONS, PATCH, POST } from "@/app/api/uploads/[[...path]]/route";
import { eventsOf } from "@/db/queries/cases";
import { filesOf } from "@/db/queries/uploads";
import { evidenceFiles } from "@/db/schema";
import { PUBLIC } from "@/domain/actors";
import { openSealedObject } from "@/platform/storage/sealed-objects";
import { openDraft } from "@/services/draft-file";
import { FILED_AT, type FilingBench, fillDraft, minutes, openFilingBench } from "@/services/filing.fixture";
import { submitDraft } from "@/services/submit-draft";
import { takeEvidence } from "@/services/take-evidence";
import { uploadToken } from "@/services/upload-token";

const METHODS: Record<string, (request: Request) => Promise<Response>> = { DELETE, HEAD, OPTIONS, PATCH, POST };
const PNG = readFileSync("app/_server/upload-endpoint.sample.png");

let bench: FilingBench;
let server: http.Server;
let endpoint: string;

beforeAll(async () => {
  bench = await openFilingBench();
  vi.stubEnv("DATA_DIR", bench.folder);
  server = http.createServer((req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/uploads`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  vi.unstubAllEnvs();
  await bench.close();
});

/** The route handler as Next calls it. */
async function answer(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
  const method = req.method ?? "GET";
  const body = method === "GET" || method === "HEAD" ? null : (Readable.toWeb(req) as ReadableStream);
  const request = new Request(`http://${req.headers.host}${req.url}`, {
    method,
    headers: new Headers(req.headers as Record<string, string>),
    body,
    duplex: "half",
  } as RequestInit);
  const response = (await METHODS[method]?.(request)) ?? new Response(null, { status: 405 });
  res.writeHead(response.status, Object.fromEntries(response.headers));
  res.end(Buffer.from(await response.arrayBuffer()));
}

async function newDraft() {
  const token = await fillDraft();
  const draft = await openDraft(bench.test.db, { token }, FILED_AT);
  const id = draft?.row.id ?? "";
  return { token, id, bearer: uploadToken({ owner: "draft", id, side: "complainant", userId: null }, FILED_AT) };
}

interface Sent {
  url: string;
  headers: Record<string, string | undefined>;
}

/** Sends bytes with a real tus client; `stopAt` breaks the line there. Goes on at `url` when given. */
function send(bytes: Buffer, name: string, bearer: string, more: { url?: string; stopAt?: number } = {}): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers: Sent["headers"] = {};
    const upload = new Upload(bytes, {
      endpoint,
      uploadUrl: more.url ?? null,
      chunkSize: 256 * 1024,
      retryDelays: null,
      headers: { authorization: `Bearer ${bearer}` },
      metadata: { filename: name, filetype: "image/png" },
      onAfterResponse: (_request, response) => {
        for (const key of ["Evidence-Id", "Evidence-Status", "Evidence-Sha256", "Evidence-Refused"])
          headers[key] ??= response.getHeader(key);
      },
      onProgress: (sent) => {
        if (more.stopAt === undefined || sent < more.stopAt) return;
        void upload.abort().then(() => resolve({ url: upload.url ?? "", headers }));
      },
      onError: reject,
      onSuccess: () => resolve({ url: upload.url ?? "", headers }),
    });
    upload.start();
  });
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
/** A picture with bytes after its end, as large as one likes: still a picture, and never the same twice. */
const picture = (bytes: number) => Buffer.concat([PNG, randomBytes(Math.max(0, bytes - PNG.length))]);
const rowsOf = (id: string) => filesOf(bench.test.db, { draftId: id });

describe("files of a draft over tus", () => {
  it("arrive whole over a broken line, sealed, and are known by their SHA-256", async () => {
    const draft = await newDraft();
    const bytes = picture(3 * 1024 * 1024);
    const broken = await send(bytes, "和客服的聊天.png", draft.bearer, { stopAt: 1024 * 1024 });
    const [begun] = await rowsOf(draft.id);
    expect(begun).toMatchObject({ status: "receiving", originalName: "和客服的聊天.png", sha256: null });
    const head = await fetch(broken.url, {
      method: "HEAD",
      headers: { authorization: `Bearer ${draft.bearer}`, "tus-resumable": "1.0.0" },
    });
    expect(Number(head.headers.get("upload-offset"))).toBeGreaterThan(0);
    const done = await send(bytes, "和客服的聊天.png", draft.bearer, { url: broken.url });
    expect(done.headers).toMatchObject({ "Evidence-Status": "received", "Evidence-Sha256": sha256(bytes) });
    const [row] = await rowsOf(draft.id);
    expect(row).toMatchObject({
      id: done.headers["Evidence-Id"],
      status: "received",
      kind: "image",
      mediaType: "image/png",
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
    const file = await openSealedObject(bench.store.storage, row?.storageKey ?? "", bench.store.master);
    expect(await file.sha256()).toBe(sha256(bytes));
  });

  it("are taken by content: a program is refused with its reason, and nothing of it stays", async () => {
    const draft = await newDraft();
    const sent = await send(Buffer.concat([Buffer.from("MZ"), Buffer.alloc(4000)]), "照片.png", draft.bearer);
    expect(sent.headers).toMatchObject({ "Evidence-Status": "refused", "Evidence-Refused": "program" });
    const [row] = await rowsOf(draft.id);
    expect(row).toMatchObject({ status: "refused", refusedWhy: "program", storageKey: null });
  });

  it("need the draft's own token", async () => {
    const [mine, other] = [await newDraft(), await newDraft()];
    const bytes = picture(600_000);
    await expect(send(bytes, "a.png", "draft.x.complainant..9999999999.forged")).rejects.toMatchObject({
      originalResponse: expect.anything(),
    });
    const begun = await send(bytes, "a.png", mine.bearer, { stopAt: 256 * 1024 });
    const foreign = { authorization: `Bearer ${other.bearer}`, "tus-resumable": "1.0.0" };
    expect((await fetch(begun.url, { method: "HEAD", headers: foreign })).status).toBe(404);
    expect((await fetch(begun.url, { method: "DELETE", headers: foreign })).status).toBe(404);
    const late = uploadToken({ owner: "draft", id: mine.id, side: "complainant", userId: null }, minutes(-8 * 24 * 60));
    expect((await fetch(begun.url, { method: "HEAD", headers: { ...foreign, authorization: `Bearer ${late}` } })).status).toBe(
      404,
    );
  });

  it("are forgotten when the upload is broken off for good", async () => {
    const draft = await newDraft();
    const begun = await send(picture(600_000), "a.png", draft.bearer, { stopAt: 256 * 1024 });
    const gone = await fetch(begun.url, {
      method: "DELETE",
      headers: { authorization: `Bearer ${draft.bearer}`, "tus-resumable": "1.0.0" },
    });
    expect(gone.status).toBe(204);
    expect(await rowsOf(draft.id)).toEqual([]);
  });

  it("end at fifty, and at 2 GB each", async () => {
    const draft = await newDraft();
    await bench.test.db.insert(evidenceFiles).values(
      Array.from({ length: 50 }, (_, i) => ({
        draftId: draft.id,
        side: "complainant",
        originalName: `${i}`,
        bytes: 1,
        status: "received",
      })),
    );
    const create = (length: number) =>
      fetch(endpoint, {
        method: "POST",
        headers: {
          authorization: `Bearer ${draft.bearer}`,
          "tus-resumable": "1.0.0",
          "upload-length": String(length),
          "upload-metadata": `filename ${btoa("a")}`,
        },
      });
    const full = await create(10);
    expect([full.status, await full.text()]).toEqual([413, "too_many"]);
    const large = await create(2 * 1024 ** 3 + 1);
    expect(large.status).toBe(413);
  });
});

describe("when the complaint is filed", () => {
  it("the files become evidence with an event each, and one still on its way follows", async () => {
    const draft = await newDraft();
    const [first, second] = [picture(300_000), picture(900_000)];
    await send(first, "一.png", draft.bearer);
    const begun = await send(second, "二.png", draft.bearer, { stopAt: 300_000 });
    const { submitted } = await submitDraft(PUBLIC, { token: draft.token }, "zh-Hans", FILED_AT);
    const id = submitted?.row.id ?? "";
    const before = await eventsOf(bench.test.db, id);
    expect(before.filter((e) => e.type === "evidence_added").map((e) => e.data)).toEqual([
      expect.objectContaining({ sha256: sha256(first) }),
    ]);
    await send(second, "二.png", draft.bearer, { url: begun.url });
    const after = await eventsOf(bench.test.db, id);
    expect(after.filter((e) => e.type === "evidence_added")).toHaveLength(2);
    expect(after.at(-1)).toMatchObject({
      type: "evidence_added",
      actor: { role: "complainant" },
      data: { sha256: sha256(second) },
    });
    const files = await filesOf(bench.test.db, { complaintId: id });
    expect(files.map((f) => [f.originalName, f.ord, f.draftId, f.status])).toEqual([
      ["一.png", 1, null, "received"],
      ["二.png", 2, null, "received"],
    ]);
  });

  it("a file that came by plain form is evidence like any other", async () => {
    const draft = await newDraft();
    const bytes = picture(50_000);
    const taken = await takeEvidence(
      { owner: "draft", id: draft.id, side: "complainant", userId: null },
      { name: "../图.png", bytes: bytes.length, stream: Readable.from([bytes]) },
      FILED_AT,
    );
    expect(taken).toMatchObject({ row: { status: "received", originalName: "图.png", sha256: sha256(bytes) } });
    const rows = await bench.test.db.select().from(evidenceFiles).where(eq(evidenceFiles.draftId, draft.id));
    expect(rows).toHaveLength(1);
  });
});
