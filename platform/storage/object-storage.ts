import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";

/** Bytes from `start` to `end`, both included. */
export interface ObjectRange {
  start: number;
  end: number;
}

export interface ObjectFacts {
  key: string;
  bytes: number;
  modifiedAt: Date;
}

/** Where sealed files lie: a folder, or a bucket of any S3 service. An object is there whole or not at all. */
export interface ObjectStorage {
  /** Writes an object, in place of one of the same key. Returns its size in bytes. When the stream fails nothing is written. */
  put(key: string, body: Readable | Buffer): Promise<{ bytes: number }>;
  /** Takes over a local file: afterwards it is an object and no longer at `file`. */
  putFile(key: string, file: string): Promise<{ bytes: number }>;
  /** Throws NoSuchObject. A range must lie inside the object. */
  get(key: string, range?: ObjectRange): Promise<Readable>;
  head(key: string): Promise<ObjectFacts | null>;
  /** Removing what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Every object whose key begins with `prefix`, in the order of keys. */
  list(prefix?: string): AsyncIterable<ObjectFacts>;
  /** Writes, reads and removes a small object; throws when storage is not well (GET /api/health). */
  check(): Promise<void>;
}

export class NoSuchObject extends Error {
  constructor(readonly key: string) {
    super(`no object ${key}`);
    this.name = "NoSuchObject";
  }
}

/** Throws on a key that is not lower-case words, digits, `-`, `_` and `.` between slashes: none can climb out of the folder. */
export function assertKey(key: string): void {
  const good =
    key.length <= 300 && key.split("/").every((part) => /^[a-z0-9][a-z0-9._-]*$/.test(part) && !part.endsWith(".part"));
  if (!good) throw new Error("not a key of an object");
}

/** The part of ObjectStorage.check that is the same everywhere. */
export async function checkByWriting(storage: ObjectStorage): Promise<void> {
  // A key of its own: two machines may look at the same moment.
  const key = `check/${randomUUID()}`;
  await storage.put(key, Buffer.from("ok"));
  const pieces: Buffer[] = [];
  for await (const piece of await storage.get(key)) pieces.push(piece as Buffer);
  if (Buffer.concat(pieces).toString() !== "ok") throw new Error("storage gave back other bytes than it was given");
  await storage.delete(key);
}
