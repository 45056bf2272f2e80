import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import {
  assertKey,
  checkByWriting,
  NoSuchObject,
  type ObjectFacts,
  type ObjectRange,
  type ObjectStorage,
} from "./object-storage";

/** Objects as files under one folder: written beside, flushed to disk, then renamed, so that a crash leaves no half of one. */
export class FolderStorage implements ObjectStorage {
  constructor(private readonly folder: string) {}

  async put(key: string, body: Readable | Buffer): Promise<{ bytes: number }> {
    const target = await this.place(key);
    const part = `${target}.${randomUUID()}.part`;
    try {
      const bytes = await written(part, body);
      await rename(part, target);
      await syncFolder(path.dirname(target));
      return { bytes };
    } catch (error) {
      await removed(part);
      throw error;
    }
  }

  async putFile(key: string, file: string): Promise<{ bytes: number }> {
    const target = await this.place(key);
    const handle = await open(file, "r+");
    let bytes: number;
    try {
      await handle.sync();
      bytes = (await handle.stat()).size;
    } finally {
      await handle.close();
    }
    try {
      await rename(file, target);
      await syncFolder(path.dirname(target));
    } catch (error) {
      if (codeOf(error) !== "EXDEV") throw error;
      await this.put(key, createReadStream(file));
      await unlink(file);
    }
    return { bytes };
  }

  async get(key: string, range?: ObjectRange): Promise<Readable> {
    let handle: FileHandle;
    try {
      handle = await open(this.file(key), "r");
    } catch (error) {
      throw codeOf(error) === "ENOENT" ? new NoSuchObject(key) : error;
    }
    return handle.createReadStream({ ...range, highWaterMark: 512 * 1024 });
  }

  async head(key: string): Promise<ObjectFacts | null> {
    try {
      const facts = await stat(this.file(key));
      return { key, bytes: facts.size, modifiedAt: facts.mtime };
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await removed(this.file(key));
  }

  async *list(prefix = ""): AsyncGenerator<ObjectFacts> {
    for (const key of await this.keysUnder("", prefix)) {
      const facts = await this.head(key);
      if (facts) yield facts;
    }
  }

  async check(): Promise<void> {
    await checkByWriting(this);
  }

  private file(key: string): string {
    assertKey(key);
    return path.join(this.folder, ...key.split("/"));
  }

  private async place(key: string): Promise<string> {
    const target = this.file(key);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    return target;
  }

  private async keysUnder(at: string, prefix: string): Promise<string[]> {
    let entries: { name: string; isDirectory(): boolean }[];
    try {
      entries = await readdir(path.join(this.folder, at), { withFileTypes: true });
    } catch (error) {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    }
    const keys: string[] = [];
    for (const entry of entries) {
      const key = at === "" ? entry.name : `${at}/${entry.name}`;
      const folder = entry.isDirectory();
      if (folder && (`${key}/`.startsWith(prefix) || prefix.startsWith(`${key}/`)))
        keys.push(...(await this.keysUnder(key, prefix)));
      if (!folder && key.startsWith(prefix) && !key.endsWith(".part")) keys.push(key);
    }
    return at === "" ? keys.sort() : keys;
  }
}

async function written(file: string, body: Readable | Buffer): Promise<number> {
  const handle = await open(file, "wx", 0o600);
  try {
    let bytes = 0;
    for await (const piece of Buffer.isBuffer(body) ? [body] : body) {
      await handle.writeFile(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
    await handle.sync();
    return bytes;
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removed(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
