import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { generateX25519Identity } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SealError } from "../sealing/errors";
import { masterKeyFrom } from "../sealing/master-key";
import { collect } from "../sealing/sealed-file";
import { FolderStorage } from "./folder-storage";
import { NoSuchObject, type ObjectStorage } from "./object-storage";
import { S3Storage } from "./s3-storage";
import { openSealedObject, putSealed, resealObject } from "./sealed-objects";
import { storageFromEnv } from "./storage-from-env";

interface FakeS3 {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)("s3rver") as new (options: object) => FakeS3;
const MIB = 1024 * 1024;

let folder: string;
let server: FakeS3;
let s3: S3Storage;
const storages: Record<string, ObjectStorage> = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "storage-"));
  server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: path.join(folder, "s3"),
    configureBuckets: [{ name: "evidence" }],
  });
  const { port } = await server.run();
  const keys = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER", region: "us-east-1", bucket: "evidence" };
  s3 = new S3Storage({ ...keys, endpoint: `http://127.0.0.1:${port}`, prefix: "portal/", partBytes: 5 * MIB });
  storages.folder = new FolderStorage(path.join(folder, "objects"));
  storages.s3 = s3;
});
afterAll(async () => {
  s3.close();
  await server.close();
  await rm(folder, { recursive: true });
});

const keysOf = async (storage: ObjectStorage, prefix?: string) => {
  const keys: string[] = [];
  for await (const object of storage.list(prefix)) keys.push(object.key);
  return keys;
};
const storage = (name: string): ObjectStorage => storages[name] as ObjectStorage;

describe.each(["folder", "s3"])("storage in a %s", (name) => {
  it("gives back what it was given, whole and in part", async () => {
    const bytes = randomBytes(300_000);
    expect(await storage(name).put("a/one.age", Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]))).toEqual({
      bytes: bytes.length,
    });
    expect((await collect(await storage(name).get("a/one.age"))).equals(bytes)).toBe(true);
    // From byte 1 on: s3rver takes the end 0 for no end.
    for (const [start, end] of [
      [0, 1],
      [5, 100],
      [299_999, 299_999],
      [65_000, 200_000],
    ] as const) {
      expect((await collect(await storage(name).get("a/one.age", { start, end }))).equals(bytes.subarray(start, end + 1))).toBe(
        true,
      );
    }
    expect(await storage(name).head("a/one.age")).toMatchObject({ key: "a/one.age", bytes: bytes.length });
  });

  it("takes an empty object, one of several parts, and a whole number of parts", async () => {
    for (const size of [0, 5 * MIB, 10 * MIB, 12 * MIB + 3]) {
      const bytes = randomBytes(size);
      expect(await storage(name).put("sizes/x", Readable.from(size ? [bytes] : []))).toEqual({ bytes: size });
      expect((await collect(await storage(name).get("sizes/x"))).equals(bytes)).toBe(true);
    }
  });

  it("replaces, and removes once or twice", async () => {
    await storage(name).put("b", Buffer.from("old"));
    await storage(name).put("b", Buffer.from("new"));
    expect((await collect(await storage(name).get("b"))).toString()).toBe("new");
    await storage(name).delete("b");
    await storage(name).delete("b");
    expect(await storage(name).head("b")).toBeNull();
    await expect(storage(name).get("b")).rejects.toThrow(NoSuchObject);
  });

  it("takes over a local file", async () => {
    const file = path.join(folder, `staged-${name}`);
    const bytes = randomBytes(7 * MIB);
    await writeFile(file, bytes);
    expect(await storage(name).putFile("c/taken", file)).toEqual({ bytes: bytes.length });
    await expect(stat(file)).rejects.toThrow("ENOENT");
    expect((await collect(await storage(name).get("c/taken"))).equals(bytes)).toBe(true);
  });

  it("lists by prefix in the order of keys", async () => {
    for (const key of ["list/b/2", "list/a/1", "list/a/10", "listed"]) await storage(name).put(key, Buffer.from(key));
    expect(await keysOf(storage(name), "list/")).toEqual(["list/a/1", "list/a/10", "list/b/2"]);
    expect(await keysOf(storage(name), "list/a/1")).toEqual(["list/a/1", "list/a/10"]);
    expect(await keysOf(storage(name), "nothing/")).toEqual([]);
    expect(await keysOf(storage(name))).toContain("listed");
  });

  it("leaves nothing when the stream fails, in parts too", async () => {
    for (const size of [10, 6 * MIB]) {
      async function* failing() {
        yield randomBytes(size);
        throw new Error("line lost");
      }
      await expect(storage(name).put("failed/x", Readable.from(failing()))).rejects.toThrow("line lost");
      expect(await storage(name).head("failed/x")).toBeNull();
    }
    expect(await keysOf(storage(name), "failed/")).toEqual([]);
  });

  it.each(["../x", "a/../../x", "/etc/passwd", "a//b", "A/b", "a/.b", "", "名", "a\\b", "x.part", "a/ b"])(
    "refuses the key %j",
    async (key) => {
      await expect(storage(name).put(key, Buffer.from("x"))).rejects.toThrow("not a key");
      await expect(storage(name).get(key)).rejects.toThrow("not a key");
    },
  );

  it("says that it is well", async () => {
    await storage(name).check();
    expect(await storage(name).head("check/probe")).toBeNull();
  });

  it("keeps sealed objects, opens them from the middle, rewraps them, names an altered one", async () => {
    const master = await masterKeyFrom(await generateX25519Identity());
    const next = await masterKeyFrom(await generateX25519Identity());
    const plain = randomBytes(200_000);
    const seal = await putSealed(storage(name), "sealed/x", Readable.from([plain]), master);
    expect(seal).toEqual(await putSealed(storage(name), "sealed/y", plain, master));
    const file = await openSealedObject(storage(name), "sealed/x", master);
    expect((await file.read(150_000, 150_099)).equals(plain.subarray(150_000, 150_100))).toBe(true);
    expect(await file.sha256()).toBe(seal.sha256);
    await resealObject(storage(name), "sealed/x", master, next);
    expect(await (await openSealedObject(storage(name), "sealed/x", next)).sha256()).toBe(seal.sha256);
    const bytes = await collect(await storage(name).get("sealed/y"));
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 4;
    await storage(name).put("sealed/y", bytes);
    await expect((await openSealedObject(storage(name), "sealed/y", master)).sha256()).rejects.toThrow(SealError);
  });
});

it("a folder keeps no half-written file and lets nobody else read", async () => {
  const at = path.join(folder, "private");
  await new FolderStorage(at).put("k/x", Buffer.from("x"));
  expect((await stat(path.join(at, "k", "x"))).mode & 0o077).toBe(0);
  expect(await readdir(path.join(at, "k"))).toEqual(["x"]);
});

it("the environment chooses, and a wrong choice is named", async () => {
  expect(await storageFromEnv({}, folder)).toBeInstanceOf(FolderStorage);
  expect(
    await storageFromEnv({ STORAGE: "s3", S3_BUCKET: "evidence", S3_ENDPOINT: "http://127.0.0.1:1" }, folder),
  ).toBeInstanceOf(S3Storage);
  await expect(storageFromEnv({ STORAGE: "s3" }, folder)).rejects.toThrow("S3_BUCKET");
  await expect(storageFromEnv({ STORAGE: "tape" }, folder)).rejects.toThrow("STORAGE");
});
