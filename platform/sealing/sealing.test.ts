import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { Decrypter, Encrypter, generateX25519Identity } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHUNK, payloadBytes, payloadKey, plainBytes, SEALED_CHUNK } from "./chunks";
import { RangeOutside, SealError } from "./errors";
import { newHeader, rewrapHeader, unwrapHeader } from "./header";
import { loadMasterKey, type MasterKey, masterKeyFrom } from "./master-key";
import { resealStream, sealBuffer, sealedBytes, sealStream } from "./seal";
import { collect, openSealed, readHead, SealedFile, sealedBuffer } from "./sealed-file";
import { Sealer } from "./sealer";

const SIZES = [0, 1, 15, 16, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK, 3 * CHUNK + 1, 5 * CHUNK - 7];
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let master: MasterKey;
beforeAll(async () => {
  master = await masterKeyFrom(await generateX25519Identity());
});

describe("what is sealed here is an age file", () => {
  it.each(SIZES)("age's own decrypter opens %i bytes", async (size) => {
    const plain = randomBytes(size);
    const sealed = await sealBuffer(plain, master);
    const decrypter = new Decrypter();
    decrypter.addIdentity(master.identity);
    expect(Buffer.from(await decrypter.decrypt(sealed)).equals(plain)).toBe(true);
    const { header } = await readHead(sealedBuffer(sealed));
    expect(sealed.length).toBe(sealedBytes(header.length, size));
  });

  it.each(SIZES)("what age wrote (%i bytes) opens here", async (size) => {
    const plain = randomBytes(size);
    const encrypter = new Encrypter();
    encrypter.addRecipient(master.recipient);
    const file = await SealedFile.open(sealedBuffer(Buffer.from(await encrypter.encrypt(plain))), master);
    expect(file.bytes).toBe(size);
    expect((await collect(file.stream())).equals(plain)).toBe(true);
    expect(await file.sha256()).toBe(sha(plain));
  });

  it("opens a file for several recipients, whose header is longer", async () => {
    const encrypter = new Encrypter();
    for (let i = 0; i < 12; i++) encrypter.addRecipient((await masterKeyFrom(await generateX25519Identity())).recipient);
    encrypter.addRecipient(master.recipient);
    const file = await SealedFile.open(sealedBuffer(Buffer.from(await encrypter.encrypt("你好"))), master);
    expect((await collect(file.stream())).toString()).toBe("你好");
  });

  it("gives size and hash of what passed, however it was cut into pieces", async () => {
    const plain = randomBytes(3 * CHUNK + 500);
    for (const step of [1000, CHUNK, CHUNK + 3, 7 * CHUNK]) {
      const pieces = Array.from({ length: Math.ceil(plain.length / step) }, (_, i) => plain.subarray(i * step, (i + 1) * step));
      const { stream, seal } = await sealStream(Readable.from(pieces), master);
      const sealed = await collect(stream);
      expect(seal()).toEqual({ bytes: plain.length, sha256: sha(plain) });
      expect((await collect((await openSealed(sealedBuffer(sealed), master)).stream)).equals(plain)).toBe(true);
    }
  });
});

describe("stopping and going on", () => {
  it("a sealer made anew from whole chunks and the partial one ends in the same file", async () => {
    const plain = randomBytes(4 * CHUNK + 99);
    for (const stops of [[10], [CHUNK], [CHUNK, 2 * CHUNK, 3 * CHUNK + 5], [1, 2, 3, CHUNK + 1, 4 * CHUNK]]) {
      const { header, fileKey } = await newHeader(master);
      const nonce = randomBytes(16);
      const out: Buffer[] = [header, nonce];
      let sealer = new Sealer(payloadKey(fileKey, nonce));
      let at = 0;
      for (const stop of [...stops, plain.length]) {
        out.push(...sealer.append(plain.subarray(at, stop)));
        at = stop;
        if (stop < plain.length) out.push(...sealer.settle());
        expect(sealer.bytes).toBe(stop);
        sealer = new Sealer(payloadKey(fileKey, nonce), sealer.chunks, Buffer.from(sealer.partial));
      }
      out.push(sealer.finish());
      const decrypter = new Decrypter();
      decrypter.addIdentity(master.identity);
      expect(Buffer.from(await decrypter.decrypt(Buffer.concat(out))).equals(plain)).toBe(true);
    }
  });
});

describe("reading from the middle", () => {
  it("every range equals the slice of the plain bytes", async () => {
    const plain = randomBytes(4 * CHUNK + 1234);
    const file = await SealedFile.open(sealedBuffer(await sealBuffer(plain, master)), master);
    const marks = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 3 * CHUNK, 4 * CHUNK, plain.length - 1];
    for (const start of marks) {
      for (const end of marks.filter((mark) => mark >= start)) {
        expect((await collect(file.stream({ start, end }))).equals(plain.subarray(start, end + 1))).toBe(true);
      }
    }
    expect((await file.read(plain.length - 10, plain.length + 99)).equals(plain.subarray(-10))).toBe(true);
    expect(() => file.stream({ start: 0, end: plain.length })).toThrow(RangeOutside);
    expect(() => file.stream({ start: -1, end: 0 })).toThrow(RangeOutside);
  });

  it("reads only the chunks that are asked for", async () => {
    const source = sealedBuffer(await sealBuffer(randomBytes(50 * CHUNK), master));
    let read = 0;
    const counting = {
      bytes: source.bytes,
      read: (start: number, end: number) => {
        read += end - start + 1;
        return source.read(start, end);
      },
    };
    const { stream } = await openSealed(counting, master, { start: 20 * CHUNK + 5, end: 20 * CHUNK + 10 });
    expect((await collect(stream)).length).toBe(6);
    expect(read).toBeLessThan(3 * SEALED_CHUNK);
  });

  it("an empty file is an empty stream and has no range", async () => {
    const file = await SealedFile.open(sealedBuffer(await sealBuffer(Buffer.alloc(0), master)), master);
    expect((await collect(file.stream())).length).toBe(0);
    expect(() => file.stream({ start: 0, end: 0 })).toThrow(RangeOutside);
  });
});

describe("what was altered is noticed", () => {
  const fault = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SealError);
    return (error as SealError).fault;
  };
  const readAll = async (sealed: Buffer, key = master) => collect((await openSealed(sealedBuffer(sealed), key)).stream);

  it("a flipped bit anywhere", async () => {
    const sealed = await sealBuffer(randomBytes(2 * CHUNK + 10), master);
    for (let at = 25; at < sealed.length; at += 4801) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(["damaged", "wrong_key", "not_sealed"]).toContain(await fault(readAll(altered)));
    }
  });

  it("a file cut at a chunk, cut inside one, or made longer, even for a range that stands before", async () => {
    const sealed = await sealBuffer(randomBytes(3 * CHUNK), master);
    const { header } = await readHead(sealedBuffer(sealed));
    for (const bytes of [header.length + 16 + 2 * SEALED_CHUNK, sealed.length - 1, sealed.length - SEALED_CHUNK + 8]) {
      expect(await fault(openSealed(sealedBuffer(sealed.subarray(0, bytes)), master, { start: 0, end: 1 }))).toBe("damaged");
    }
    expect(await fault(openSealed(sealedBuffer(Buffer.concat([sealed, Buffer.alloc(40)])), master))).toBe("damaged");
    expect(await fault(openSealed(sealedBuffer(sealed.subarray(0, 30)), master))).toBe("damaged");
  });

  it("chunks that changed places", async () => {
    const sealed = await sealBuffer(randomBytes(3 * CHUNK), master);
    const { header } = await readHead(sealedBuffer(sealed));
    const at = header.length + 16;
    const swapped = Buffer.concat([
      sealed.subarray(0, at),
      sealed.subarray(at + SEALED_CHUNK, at + 2 * SEALED_CHUNK),
      sealed.subarray(at, at + SEALED_CHUNK),
      sealed.subarray(at + 2 * SEALED_CHUNK),
    ]);
    expect(await fault(readAll(swapped))).toBe("damaged");
  });

  it("another master key, no age file, nothing at all", async () => {
    const other = await masterKeyFrom(await generateX25519Identity());
    expect(await fault(readAll(await sealBuffer(randomBytes(10), master), other))).toBe("wrong_key");
    expect(await fault(readAll(randomBytes(500)))).toBe("not_sealed");
    expect(await fault(readAll(Buffer.alloc(0)))).toBe("damaged");
  });

  it("sizes that no payload can have", () => {
    for (const size of SIZES) expect(plainBytes(payloadBytes(size))).toBe(size);
    for (const size of [0, 15, SEALED_CHUNK + 1, SEALED_CHUNK + 16, 2 * SEALED_CHUNK + 15])
      expect(() => plainBytes(size)).toThrow(SealError);
  });
});

describe("keys", () => {
  it("rotation rewraps the header, the payload stays byte for byte, the old key opens it no longer", async () => {
    const next = await masterKeyFrom(await generateX25519Identity());
    const plain = randomBytes(2 * CHUNK + 3);
    const sealed = await sealBuffer(plain, master);
    const resealed = await resealStream(sealedBuffer(sealed), master, next);
    const bytes = await collect(resealed.stream);
    expect(bytes.length).toBe(resealed.bytes);
    const { header } = await readHead(sealedBuffer(bytes));
    expect(bytes.subarray(header.length).equals(sealed.subarray(sealed.length - bytes.length + header.length))).toBe(true);
    const decrypter = new Decrypter();
    decrypter.addIdentity(next.identity);
    expect(Buffer.from(await decrypter.decrypt(bytes)).equals(plain)).toBe(true);
    await expect(unwrapHeader(header, master)).rejects.toThrow(SealError);
    await expect(rewrapHeader(header, master, next)).rejects.toThrow(SealError);
  });

  it("an older key still opens", async () => {
    const next = await masterKeyFrom(`${await generateX25519Identity()}, ${master.identity}`);
    const sealed = await sealBuffer(Buffer.from("alt"), master);
    expect((await collect((await openSealed(sealedBuffer(sealed), next)).stream)).toString()).toBe("alt");
  });

  describe("in a folder", () => {
    let dataDir: string;
    beforeAll(async () => {
      dataDir = await mkdtemp(path.join(os.tmpdir(), "seal-"));
    });
    afterAll(() => rm(dataDir, { recursive: true }));

    it("is made once, mode 0600, also when two start at once, and never without leave", async () => {
      await expect(loadMasterKey({ dataDir, mayGenerate: false })).rejects.toThrow("EVIDENCE_MASTER_KEY");
      const keys = await Promise.all([1, 2, 3].map(() => loadMasterKey({ dataDir, mayGenerate: true })));
      expect(new Set(keys.map((key) => key.identity)).size).toBe(1);
      const file = path.join(dataDir, "keys", "evidence-master.txt");
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await readFile(file, "utf8")).toContain(keys[0]?.identity);
      expect((await loadMasterKey({ dataDir, mayGenerate: false })).identity).toBe(keys[0]?.identity);
    });

    it("the environment goes before the folder, and nonsense in it is refused", async () => {
      const key = await loadMasterKey({ fromEnv: master.identity, dataDir, mayGenerate: false });
      expect(key.recipient).toBe(master.recipient);
      await expect(loadMasterKey({ fromEnv: "secret", dataDir, mayGenerate: true })).rejects.toThrow("EVIDENCE_MASTER_KEY");
      await expect(masterKeyFrom("AGE-SECRET-KEY-1XYZ")).rejects.toThrow();
    });
  });
});
