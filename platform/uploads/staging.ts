import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { PAYLOAD_NONCE, TAG } from "../sealing/chunks";

/** What the client said of its file; only `filename` and `filetype` are its own words, the rest is set by the portal. */
export type UploadMetadata = Record<string, string | null>;

/** What is kept beside the bytes of an upload. Nothing in it can be read without the master key but sizes and times. */
export interface Sidecar {
  version: 1;
  id: string;
  /** Bytes of the whole file. */
  bytes: number;
  createdAt: string;
  /** Header and payload nonce of the sealed file (base64). */
  head: string;
  /** Sealed metadata (base64). */
  metadata: string;
  /** All bytes arrived and have this SHA-256 (hex). */
  sha256?: string;
  /** The object is in storage and onFinish has taken it over. */
  finishedAt?: string;
  /** Header lines onFinish wants answered. */
  answer?: Record<string, string>;
}

/** The folder of unfinished uploads: `<id>.age` sealed bytes, `<id>.tail` a sealed partial chunk, `<id>.json` the sidecar. */
export class Staging {
  constructor(readonly folder: string) {}

  data(id: string): string {
    return this.file(id, "age");
  }

  async create(sidecar: Sidecar): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const handle = await open(this.data(sidecar.id), "wx", 0o600);
    try {
      await handle.writeFile(Buffer.from(sidecar.head, "base64"));
    } finally {
      await handle.close();
    }
    await this.write(sidecar);
  }

  async read(id: string): Promise<Sidecar | null> {
    const text = await contentOf(this.file(id, "json"));
    return text ? (JSON.parse(text.toString()) as Sidecar) : null;
  }

  async write(sidecar: Sidecar): Promise<void> {
    await this.replace(this.file(sidecar.id, "json"), Buffer.from(JSON.stringify(sidecar)));
  }

  /** Keeps the bytes that follow chunk `chunks - 1` and fill no chunk yet. */
  async writeTail(id: string, fileKey: Buffer, chunks: number, partial: Buffer): Promise<void> {
    await this.replace(this.file(id, "tail"), sealSmall(fileKey, `tail ${chunks}`, partial));
  }

  /** The partial chunk kept for chunk `chunks`; empty when none was, or when whole chunks have been written since. */
  async readTail(id: string, fileKey: Buffer, chunks: number): Promise<Buffer> {
    const sealed = await contentOf(this.file(id, "tail"));
    return (sealed && openSmall(fileKey, `tail ${chunks}`, sealed)) || Buffer.alloc(0);
  }

  /** Removes the bytes; with `all` the sidecar too. */
  async remove(id: string, all = true): Promise<void> {
    for (const kind of all ? ["age", "tail", "json"] : ["age", "tail"]) await rm(this.file(id, kind), { force: true });
  }

  async ids(): Promise<string[]> {
    return (await this.names()).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
  }

  /** Files that belong to no sidecar and were last written before `before`: left by a crash while an upload was created or ended. */
  async removeStray(before: Date): Promise<void> {
    const names = await this.names();
    const known = new Set(names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5)));
    for (const name of names) {
      const file = path.join(this.folder, name);
      if (!name.endsWith(".part") && known.has(name.split(".")[0] ?? "")) continue;
      const facts = await stat(file).catch(() => null);
      if (facts && facts.mtime < before) await rm(file, { force: true });
    }
  }

  private async names(): Promise<string[]> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return readdir(this.folder);
  }

  private file(id: string, kind: string): string {
    if (!isUploadId(id)) throw new Error("not the id of an upload");
    return path.join(/* turbopackIgnore: true */ this.folder, `${id}.${kind}`);
  }

  private async replace(file: string, bytes: Buffer): Promise<void> {
    const part = `${file}.${randomUUID()}.part`;
    await writeFile(part, bytes, { mode: 0o600 });
    await rename(part, file);
  }
}

export function isUploadId(id: string): boolean {
  return /^[0-9a-f-]{32,36}$/.test(id);
}

/** Seals a few bytes with a key of their own, drawn from the file key, a fresh salt and `label`. */
export function sealSmall(fileKey: Buffer, label: string, plain: Buffer): Buffer {
  const salt = randomBytes(PAYLOAD_NONCE);
  const cipher = createCipheriv("chacha20-poly1305", smallKey(fileKey, salt, label), Buffer.alloc(12), { authTagLength: TAG });
  return Buffer.concat([salt, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the bytes were altered or sealed under another label. */
export function openSmall(fileKey: Buffer, label: string, sealed: Buffer): Buffer | null {
  if (sealed.length < PAYLOAD_NONCE + TAG) return null;
  const key = smallKey(fileKey, sealed.subarray(0, PAYLOAD_NONCE), label);
  const decipher = createDecipheriv("chacha20-poly1305", key, Buffer.alloc(12), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  const plain = decipher.update(sealed.subarray(PAYLOAD_NONCE, -TAG));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

function smallKey(fileKey: Buffer, salt: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync("sha256", fileKey, salt, `upload ${label}`, 32));
}

async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
