import { randomUUID } from "node:crypto";
import { Server } from "@tus/server";
import { SealedUploads, type SealedUploadsOptions, UploadRefused } from "./sealed-uploads";
import type { UploadMetadata } from "./staging";
import { UploadLocks } from "./upload-locks";

export const GIB = 1024 * 1024 * 1024;
/** Largest file the portal takes, in bytes. */
export const MAX_FILE_BYTES = 2 * GIB;
const WEEK = 7 * 24 * 60 * 60 * 1000;

export interface UploadServerOptions extends Pick<SealedUploadsOptions, "folder" | "storage" | "master" | "onFinish"> {
  /** Path of the endpoint, `/api/uploads`. */
  path: string;
  maxBytes?: number;
  expiresAfter?: number;
  /**
   * Asked before an upload is made: throws UploadRefused (401, 403, 413, …), or returns what the portal itself wants to keep with it
   * (whose draft, which side); it is handed to onFinish and mayTouch as metadata.
   */
  mayCreate(
    request: Request,
    upload: { uploadId: string; bytes: number; metadata: UploadMetadata },
  ): Promise<Record<string, string>>;
  /** Asked before an upload is looked at, continued or removed; throws UploadRefused. One that is not there is 404 before. */
  mayTouch(request: Request, uploadId: string, metadata: UploadMetadata): Promise<void>;
  /** Told of every error that is the portal's own; the client only hears "failed" and may try again. */
  onFault?(error: unknown): void;
}

/** The tus 1.0 endpoint: `handle` is for all methods of the route handler, `uploads` for the jobs (deleteExpired). */
export function createUploadServer(options: UploadServerOptions): {
  handle(request: Request): Promise<Response>;
  uploads: SealedUploads;
} {
  const locks = new UploadLocks();
  const maxBytes = options.maxBytes ?? MAX_FILE_BYTES;
  const uploads = new SealedUploads({ ...options, maxBytes, locks, expiresAfter: options.expiresAfter ?? WEEK });
  const server = new Server({
    path: options.path,
    datastore: uploads,
    locker: locks,
    maxSize: maxBytes,
    relativeLocation: true,
    allowedOrigins: [],
    lockDrainTimeout: 500,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => randomUUID(),
    onUploadCreate: async (request, upload) => {
      const metadata = clientMetadata(upload.metadata ?? {});
      const own = await options.mayCreate(request, { uploadId: upload.id, bytes: upload.size ?? 0, metadata });
      return { metadata: { ...metadata, ...own } };
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === "POST") return;
      const metadata = await uploads.metadataOf(id);
      if (!metadata) throw new UploadRefused(404, "not_found");
      await options.mayTouch(request, id, metadata);
    },
    onUploadFinish: async (_request, upload) => ({ headers: await uploads.answerTo(upload.id) }),
    onResponseError: (_request, error) => {
      // The protocol's own refusal of a size comes as a sentence; our pages read codes.
      if (!(error instanceof UploadRefused) && "status_code" in error && error.status_code === 413)
        return { status_code: 413, body: "too_large" };
      if ("status_code" in error && error.status_code < 500) return undefined;
      options.onFault?.(error);
      return {
        status_code: "status_code" in error ? error.status_code : 500,
        body: error instanceof UploadRefused ? error.body : "failed",
      };
    },
  });
  return { uploads, handle: (request) => server.handleWeb(request) };
}

function clientMetadata(metadata: UploadMetadata): UploadMetadata {
  const kept: UploadMetadata = {};
  for (const key of ["filename", "filetype"]) {
    const value = metadata[key];
    if (value) kept[key] = value.slice(0, 500);
  }
  return kept;
}
