import { randomBytes } from "node:crypto";
import { statfs } from "node:fs/promises";
import type { Readable } from "node:stream";
import { DataStore, ERRORS, Upload } from "@tus/server";
import { CHUNK, PAYLOAD_NONCE } from "../sealing/chunks";
import { newHeader, unwrapHeader } from "../sealing/header";
import type { MasterKey } from "../sealing/master-key";
import type { ObjectStorage } from "../storage/object-storage";
import { openSealedObject } from "../storage/sealed-objects";
import { Receiver } from "./receiver";
import { isUploadId, openSmall, type Sidecar, Staging, sealSmall, type UploadMetadata } from "./staging";
import type { UploadLocks } from "./upload-locks";

/** A file that has arrived whole and lies sealed in storage. */
export interface FinishedUpload {
  uploadId: string;
  metadata: UploadMetadata;
  bytes: number;
  /** Of the plain bytes, hex. */
  sha256: string;
  storageKey: string;
  /** The first 64 KiB in plain, to see what the file is. */
  head: Buffer;
}

export interface SealedUploadsOptions {
  /** For unfinished uploads, on this machine's disk; used by one web process. */
  folder: string;
  storage: ObjectStorage;
  master: MasterKey;
  locks: UploadLocks;
  /** Largest file in bytes. */
  maxBytes: number;
  /** Milliseconds after which an unfinished upload goes. */
  expiresAfter: number;
  /**
   * Takes a finished file over, before the client is told. It may be called again for the same upload after a crash or after it
   * threw (the client then tries again), so it must not take one over twice. What it returns is answered as header lines.
   */
  onFinish(file: FinishedUpload): Promise<Record<string, string> | undefined>;
}

/** Thrown to the client by the tus server: `body` is a reason code the page has words for. */
export class UploadRefused extends Error {
  constructor(
    readonly status_code: number,
    readonly body: string,
  ) {
    super(body);
    this.name = "UploadRefused";
  }
}

const KEPT_AFTER_FINISH = 24 * 60 * 60 * 1000;
const DISK_RESERVE = 256 * 1024 * 1024;
const RECEIVERS = 64;

/** A tus data store that seals while bytes arrive, survives a kill without plain text on disk, and ends in object storage. */
export class SealedUploads extends DataStore {
  override extensions = ["creation", "creation-with-upload", "termination", "expiration"];
  private readonly staging: Staging;
  private readonly receivers = new Map<string, Receiver>();

  constructor(private readonly options: SealedUploadsOptions) {
    super();
    this.staging = new Staging(options.folder);
  }

  /** Where an upload's object lies once it is finished. */
  static storageKey(id: string): string {
    return `originals/${id.slice(0, 2)}/${id}.age`;
  }

  override async create(upload: Upload): Promise<Upload> {
    const bytes = upload.size;
    if (!isUploadId(upload.id) || bytes === undefined || !Number.isSafeInteger(bytes)) throw ERRORS.INVALID_LENGTH;
    if (bytes === 0) throw new UploadRefused(400, "empty");
    if (bytes > this.options.maxBytes) throw new UploadRefused(413, "too_large");
    const { header, fileKey } = await newHeader(this.options.master);
    const metadata = sealSmall(fileKey, "metadata", Buffer.from(JSON.stringify(upload.metadata ?? {})));
    await this.staging.create({
      version: 1,
      id: upload.id,
      bytes,
      createdAt: upload.creation_date ?? new Date().toISOString(),
      head: Buffer.concat([header, randomBytes(PAYLOAD_NONCE)]).toString("base64"),
      metadata: metadata.toString("base64"),
    });
    const disk = await statfs(this.options.folder);
    if (disk.bavail * disk.bsize < bytes + DISK_RESERVE) {
      await this.staging.remove(upload.id);
      throw new UploadRefused(507, "no_space");
    }
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const sidecar = await this.sidecar(id);
    if (sidecar.finishedAt && offset === sidecar.bytes) return offset;
    if (sidecar.finishedAt) throw ERRORS.INVALID_OFFSET;
    const receiver = await this.receiver(sidecar);
    if (receiver.offset !== offset) throw ERRORS.INVALID_OFFSET;
    try {
      if (!receiver.complete) await receiver.take(stream);
    } finally {
      if (!receiver.usable) this.receivers.delete(id);
    }
    if (receiver.complete) await this.finish(sidecar, receiver.sha256);
    return receiver.offset;
  }

  override async getUpload(id: string): Promise<Upload> {
    const sidecar = await this.sidecar(id);
    let offset = sidecar.bytes;
    if (!sidecar.finishedAt) {
      // All bytes may have arrived and the end not have been reached: then it is reached now, or the client told to come again.
      if (sidecar.sha256) await this.finish(sidecar, sidecar.sha256);
      else {
        const receiver = await this.receiver(sidecar);
        if (receiver.complete) await this.finish(sidecar, receiver.sha256);
        offset = receiver.offset;
      }
    }
    const metadata = await this.metadataIn(sidecar);
    return new Upload({ id, size: sidecar.bytes, offset, metadata, creation_date: sidecar.createdAt });
  }

  override async remove(id: string): Promise<void> {
    const sidecar = await this.sidecar(id);
    if (sidecar.finishedAt) throw ERRORS.INVALID_TERMINATION;
    await this.discard(sidecar);
  }

  override getExpiration(): number {
    return this.options.expiresAfter;
  }

  /** Removes unfinished uploads past their time, and what is left of finished ones after a day. Returns how many unfinished went. */
  override async deleteExpired(now = new Date()): Promise<number> {
    let gone = 0;
    for (const id of await this.staging.ids()) {
      const sidecar = await this.staging.read(id);
      if (!sidecar || this.options.locks.isHeld(id)) continue;
      const since = Date.parse(sidecar.finishedAt ?? sidecar.createdAt);
      if (now.getTime() - since <= (sidecar.finishedAt ? KEPT_AFTER_FINISH : this.options.expiresAfter)) continue;
      if (!sidecar.finishedAt) gone += 1;
      await this.discard(sidecar);
    }
    await this.staging.removeStray(new Date(now.getTime() - this.options.expiresAfter));
    return gone;
  }

  /** Metadata of an unfinished upload (null: no such upload): who may touch it is decided by what the portal wrote into it. */
  async metadataOf(id: string): Promise<UploadMetadata | null> {
    const sidecar = isUploadId(id) ? await this.staging.read(id) : null;
    return sidecar && this.metadataIn(sidecar);
  }

  /** Header lines for the answer to the request that finished an upload: what onFinish said, and the SHA-256. */
  async answerTo(id: string): Promise<Record<string, string>> {
    const sidecar = await this.sidecar(id);
    return { ...sidecar.answer, ...(sidecar.sha256 ? { "Evidence-Sha256": sidecar.sha256 } : {}) };
  }

  private async finish(sidecar: Sidecar, sha256: string): Promise<void> {
    const { storage, master } = this.options;
    const storageKey = SealedUploads.storageKey(sidecar.id);
    const metadata = await this.metadataIn(sidecar);
    if (!sidecar.sha256) await this.staging.write(Object.assign(sidecar, { sha256 }));
    // After a crash the file may be in storage already: moving it is one step, so it is in one of the two places.
    if (!(await storage.head(storageKey))) await storage.putFile(storageKey, this.staging.data(sidecar.id));
    const head = await (await openSealedObject(storage, storageKey, master)).read(0, CHUNK - 1);
    const answer = await this.options.onFinish({
      uploadId: sidecar.id,
      metadata,
      bytes: sidecar.bytes,
      sha256,
      storageKey,
      head,
    });
    await this.staging.write({ ...sidecar, finishedAt: new Date().toISOString(), ...(answer ? { answer } : {}) });
    await this.staging.remove(sidecar.id, false);
    this.receivers.delete(sidecar.id);
  }

  private async discard(sidecar: Sidecar): Promise<void> {
    this.receivers.delete(sidecar.id);
    if (sidecar.sha256 && !sidecar.finishedAt) await this.options.storage.delete(SealedUploads.storageKey(sidecar.id));
    await this.staging.remove(sidecar.id);
  }

  private async sidecar(id: string): Promise<Sidecar> {
    const sidecar = isUploadId(id) ? await this.staging.read(id) : null;
    if (!sidecar) throw ERRORS.FILE_NOT_FOUND;
    return sidecar;
  }

  private async receiver(sidecar: Sidecar): Promise<Receiver> {
    const known = this.receivers.get(sidecar.id);
    if (known) return known;
    const receiver = await Receiver.open(this.staging, sidecar, await this.fileKey(sidecar));
    this.remember(sidecar.id, receiver);
    return receiver;
  }

  private remember(id: string, receiver: Receiver): void {
    this.receivers.delete(id);
    this.receivers.set(id, receiver);
    const [oldest] = this.receivers.keys();
    if (this.receivers.size > RECEIVERS && oldest) this.receivers.delete(oldest);
  }

  private async metadataIn(sidecar: Sidecar): Promise<UploadMetadata> {
    const plain = openSmall(await this.fileKey(sidecar), "metadata", Buffer.from(sidecar.metadata, "base64"));
    return plain ? (JSON.parse(plain.toString()) as UploadMetadata) : {};
  }

  private fileKey(sidecar: Sidecar): Promise<Buffer> {
    const head = Buffer.from(sidecar.head, "base64");
    return unwrapHeader(head.subarray(0, head.length - PAYLOAD_NONCE), this.options.master);
  }
}
