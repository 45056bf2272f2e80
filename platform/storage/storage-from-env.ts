import path from "node:path";
import { FolderStorage } from "./folder-storage";
import type { ObjectStorage } from "./object-storage";

/** The settings of storage as they stand in the environment. */
export interface StorageEnv {
  STORAGE?: string;
  S3_BUCKET?: string;
  S3_REGION?: string;
  S3_ENDPOINT?: string;
  S3_ACCESS_KEY_ID?: string;
  S3_SECRET_ACCESS_KEY?: string;
  S3_PREFIX?: string;
}

/**
 * The storage the environment asks for: a folder `storage` under `dataDir` unless STORAGE=s3. Without S3_ACCESS_KEY_ID the S3
 * client looks for credentials where it always does. Throws when STORAGE has another value or S3_BUCKET is missing.
 */
export async function storageFromEnv(env: StorageEnv, dataDir: string): Promise<ObjectStorage> {
  const kind = env.STORAGE || "folder";
  if (kind === "folder") return new FolderStorage(path.join(dataDir, "storage"));
  if (kind !== "s3") throw new Error("STORAGE is neither folder nor s3");
  if (!env.S3_BUCKET) throw new Error("STORAGE=s3 needs S3_BUCKET");
  // Loaded only where it is used: the client is large.
  const { S3Storage } = await import("./s3-storage");
  return new S3Storage({
    bucket: env.S3_BUCKET,
    region: env.S3_REGION || "us-east-1",
    ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT } : {}),
    ...(env.S3_ACCESS_KEY_ID ? { accessKeyId: env.S3_ACCESS_KEY_ID } : {}),
    ...(env.S3_SECRET_ACCESS_KEY ? { secretAccessKey: env.S3_SECRET_ACCESS_KEY } : {}),
    ...(env.S3_PREFIX ? { prefix: env.S3_PREFIX } : {}),
  });
}
