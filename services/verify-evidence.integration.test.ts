import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { generateX25519Identity } from "age-encryption";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { latestEvidenceChecks } from "@/db/queries/evidence-checks";
import { evidenceFiles } from "@/db/schema";
import type { EvidenceStore } from "@/platform/evidence-store";
import { masterKeyFrom } from "@/platform/sealing/master-key";
import { collect } from "@/platform/sealing/sealed-file";
import { FolderStorage } from "@/platform/storage/folder-storage";
import type { ObjectStorage } from "@/platform/storage/object-storage";
import { S3Storage } from "@/platform/storage/s3-storage";
import { putSealed } from "@/platform/storage/sealed-objects";
import { FILED_AT, type FilingBench, openFilingBench } from "./filing.fixture";
import { rotateEvidenceKey } from "./rotate-evidence-key";
import { verifyEvidence } from "./verify-evidence";

const S3rver = createRequire(import.meta.url)("s3rver") as new (
  options: object,
) => { run(): Promise<{ port: number }>; close(): Promise<void> };

let bench: FilingBench;
let folder: string;
let server: InstanceType<typeof S3rver>;
let s3: S3Storage;
let made = 0;
const storages: Record<string, ObjectStorage> = {};
let complaintId: string;

beforeAll(async () => {
  bench = await openFilingBench();
  folder = await mkdtemp(path.join(os.tmpdir(), "verify-"));
  server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: path.join(folder, "s3"),
    configureBuckets: [{ name: "evidence" }],
  });
  const { port } = await server.run();
  s3 = new S3Storage({
    bucket: "evidence",
    region: "us-east-1",
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  });
  storages.folder = new FolderStorage(path.join(folder, "objects"));
  storages.s3 = s3;
  const [draft] = await bench.test.db.execute<{ id: string }>(
    sql`insert into drafts (token_hash, locale, step, data, expires_at) values ('v', 'zh-Hans', 'company', '{}', now() + interval '1 year') returning id`,
  );
  complaintId = draft?.id ?? "";
});
afterAll(async () => {
  s3.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
  await bench.close();
});
beforeEach(() => bench.test.db.delete(evidenceFiles));

async function sealedFile(store: EvidenceStore, bytes = randomBytes(150_000)) {
  made += 1;
  const storageKey = `originals/t/${made}.age`;
  const { sha256 } = await putSealed(store.storage, storageKey, bytes, store.master);
  const [row] = await bench.test.db
    .insert(evidenceFiles)
    .values({
      draftId: complaintId,
      side: "complainant",
      originalName: "x",
      bytes: bytes.length,
      sha256,
      storageKey,
      status: "received",
    })
    .returning({ id: evidenceFiles.id });
  return { id: row?.id ?? "", storageKey };
}

describe.each(["folder", "s3"])("evidence in a %s, read again", (name) => {
  const storeOf = async (): Promise<EvidenceStore> => ({
    storage: storages[name] as ObjectStorage,
    master: await masterKeyFrom(await generateX25519Identity()),
  });

  it("is as it was received; what is altered, missing or exchanged is named, and nothing else", async () => {
    const store = await storeOf();
    const files = [];
    for (let n = 0; n < 6; n++) files.push(await sealedFile(store));
    expect(await verifyEvidence(store, FILED_AT)).toEqual({ looked: 6, faults: [] });

    const [flipped, gone, one, other] = files as [(typeof files)[0], (typeof files)[0], (typeof files)[0], (typeof files)[0]];
    const bytes = await collect(await store.storage.get(flipped.storageKey));
    bytes[90_000] = (bytes[90_000] ?? 0) ^ 1;
    await store.storage.put(flipped.storageKey, bytes);
    await store.storage.delete(gone.storageKey);
    const [first, second] = [
      await collect(await store.storage.get(one.storageKey)),
      await collect(await store.storage.get(other.storageKey)),
    ];
    await store.storage.put(one.storageKey, second);
    await store.storage.put(other.storageKey, first);

    const { looked, faults } = await verifyEvidence(store, FILED_AT);
    expect(looked).toBe(6);
    expect(Object.fromEntries(faults.map((f) => [f.id, f.fault]))).toEqual({
      [flipped.id]: "damaged",
      [gone.id]: "missing",
      [one.id]: "exchanged",
      [other.id]: "exchanged",
    });
    const [kept] = await latestEvidenceChecks(bench.test.db, 1);
    expect(kept).toMatchObject({ scope: "all", looked: 6 });
    expect(kept?.faults).toHaveLength(4);
    expect(JSON.stringify(kept)).not.toContain("originals/");
  });

  it("a sample reads as many as were asked for", async () => {
    const store = await storeOf();
    for (let n = 0; n < 4; n++) await sealedFile(store, randomBytes(10));
    expect((await verifyEvidence(store, FILED_AT, { sample: 3 })).looked).toBe(3);
    expect((await latestEvidenceChecks(bench.test.db, 1))[0]?.scope).toBe("sample");
  });

  it("a rotation wraps all of it to the new key, once, and names what it cannot open", async () => {
    const before = await storeOf();
    for (let n = 0; n < 3; n++) await sealedFile(before);
    const stranger = await sealedFile(await storeOf());
    const next = await masterKeyFrom(`${await generateX25519Identity()} ${before.master.identity}`);
    expect(await rotateEvidenceKey(before.storage, next)).toEqual({ rewrapped: 3, already: 0, failed: [stranger.storageKey] });
    expect(await rotateEvidenceKey(before.storage, next)).toMatchObject({ rewrapped: 0, already: 3 });
    const alone = { storage: before.storage, master: { ...next, older: [] } };
    expect((await verifyEvidence(alone, FILED_AT)).faults).toEqual([{ id: stranger.id, fault: "wrong_key" }]);
  });
});
