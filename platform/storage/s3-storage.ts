import { createReadStream } from "node:fs";
import { unlink } from "node:fs/promises";
import type { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import {
  assertKey,
  checkByWriting,
  NoSuchObject,
  type ObjectFacts,
  type ObjectRange,
  type ObjectStorage,
} from "./object-storage";

export interface S3Options {
  bucket: string;
  region: string;
  endpoint?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  /** Put before every key, for a bucket that holds other things too; ends with a slash. */
  prefix?: string;
  /** Bytes a part of a multipart upload has; S3 takes at least 5 MiB and at most 10,000 parts. */
  partBytes?: number;
}

/** Objects in a bucket of any service that speaks S3. Larger objects go in parts, one after the other, so memory stays small. */
export class S3Storage implements ObjectStorage {
  private readonly client: S3Client;
  private readonly partBytes: number;

  constructor(private readonly options: S3Options) {
    this.partBytes = options.partBytes ?? 8 * 1024 * 1024;
    const { accessKeyId, secretAccessKey, endpoint, region } = options;
    this.client = new S3Client({
      region,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
      // Services other than Amazon's refuse the checksums that newer clients send by themselves.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    });
  }

  async put(key: string, body: Readable | Buffer): Promise<{ bytes: number }> {
    const at = this.at(key);
    if (Buffer.isBuffer(body) && body.length <= this.partBytes) return this.putWhole(at, body);
    return this.putParts(at, Buffer.isBuffer(body) ? [body] : body);
  }

  async putFile(key: string, file: string): Promise<{ bytes: number }> {
    const written = await this.put(key, createReadStream(file, { highWaterMark: 1024 * 1024 }));
    await unlink(file);
    return written;
  }

  async get(key: string, range?: ObjectRange): Promise<Readable> {
    try {
      const answer = await this.client.send(
        new GetObjectCommand({ ...this.at(key), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) }),
      );
      return answer.Body as Readable;
    } catch (error) {
      throw missing(error) ? new NoSuchObject(key) : error;
    }
  }

  async head(key: string): Promise<ObjectFacts | null> {
    try {
      const answer = await this.client.send(new HeadObjectCommand(this.at(key)));
      return { key, bytes: answer.ContentLength ?? 0, modifiedAt: answer.LastModified ?? new Date(0) };
    } catch (error) {
      if (missing(error)) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  async *list(prefix = ""): AsyncGenerator<ObjectFacts> {
    const before = this.options.prefix ?? "";
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.options.bucket, Prefix: before + prefix, ContinuationToken: token }),
      );
      for (const object of page.Contents ?? []) {
        if (!object.Key) continue;
        yield { key: object.Key.slice(before.length), bytes: object.Size ?? 0, modifiedAt: object.LastModified ?? new Date(0) };
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token);
  }

  async check(): Promise<void> {
    await checkByWriting(this);
  }

  /** Ends the connections it keeps open. */
  close(): void {
    this.client.destroy();
  }

  private at(key: string): { Bucket: string; Key: string } {
    assertKey(key);
    return { Bucket: this.options.bucket, Key: (this.options.prefix ?? "") + key };
  }

  private async putWhole(at: { Bucket: string; Key: string }, body: Buffer): Promise<{ bytes: number }> {
    await this.client.send(new PutObjectCommand({ ...at, Body: body, ContentLength: body.length }));
    return { bytes: body.length };
  }

  private async putParts(
    at: { Bucket: string; Key: string },
    body: AsyncIterable<unknown> | Buffer[],
  ): Promise<{ bytes: number }> {
    let upload: string | undefined;
    let bytes = 0;
    const done: { ETag: string | undefined; PartNumber: number }[] = [];
    try {
      for await (const { part, last } of inParts(body, this.partBytes)) {
        if (last && done.length === 0) return await this.putWhole(at, part);
        upload ??= (await this.client.send(new CreateMultipartUploadCommand(at))).UploadId;
        const PartNumber = done.length + 1;
        const { ETag } = await this.client.send(
          new UploadPartCommand({ ...at, UploadId: upload, PartNumber, Body: part, ContentLength: part.length }),
        );
        done.push({ ETag, PartNumber });
        bytes += part.length;
      }
      await this.client.send(new CompleteMultipartUploadCommand({ ...at, UploadId: upload, MultipartUpload: { Parts: done } }));
      return { bytes };
    } catch (error) {
      if (upload) await this.client.send(new AbortMultipartUploadCommand({ ...at, UploadId: upload })).catch(() => undefined);
      throw error;
    }
  }
}

async function* inParts(body: AsyncIterable<unknown> | Buffer[], size: number): AsyncGenerator<{ part: Buffer; last: boolean }> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    let rest = piece as Buffer;
    while (bytes + rest.length > size) {
      held.push(rest.subarray(0, size - bytes));
      yield { part: Buffer.concat(held), last: false };
      rest = rest.subarray(size - bytes);
      held = [];
      bytes = 0;
    }
    held.push(rest);
    bytes += rest.length;
  }
  yield { part: Buffer.concat(held), last: true };
}

function missing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === "NoSuchKey" || name === "NotFound" || $metadata?.httpStatusCode === 404;
}
