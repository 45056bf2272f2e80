import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { MasterKey } from "../sealing/master-key";
import { resealStream, type Seal, sealBuffer, sealStream } from "../sealing/seal";
import { SealedFile, type SealedSource } from "../sealing/sealed-file";
import { NoSuchObject, type ObjectStorage } from "./object-storage";

/** Seals plain bytes as they arrive and puts them under `key`. Returns size and SHA-256 (hex) of the plain bytes. */
export async function putSealed(storage: ObjectStorage, key: string, plain: Readable | Buffer, master: MasterKey): Promise<Seal> {
  if (Buffer.isBuffer(plain)) {
    await storage.put(key, await sealBuffer(plain, master));
    return { bytes: plain.length, sha256: createHash("sha256").update(plain).digest("hex") };
  }
  const { stream, seal } = await sealStream(plain, master);
  await storage.put(key, stream);
  return seal();
}

/** Opens a sealed object for reading from any place. Throws NoSuchObject, SealError. */
export async function openSealedObject(storage: ObjectStorage, key: string, master: MasterKey): Promise<SealedFile> {
  return SealedFile.open(await sealedObject(storage, key), master);
}

/** Key rotation of one object: its header is wrapped to `to`, the payload is copied as it is. Throws NoSuchObject, SealError. */
export async function resealObject(storage: ObjectStorage, key: string, from: MasterKey, to: MasterKey): Promise<void> {
  const { stream } = await resealStream(await sealedObject(storage, key), from, to);
  await storage.put(key, stream);
}

async function sealedObject(storage: ObjectStorage, key: string): Promise<SealedSource> {
  const facts = await storage.head(key);
  if (!facts) throw new NoSuchObject(key);
  return { bytes: facts.bytes, read: (start, end) => storage.get(key, { start, end }) };
}
