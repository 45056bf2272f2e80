import type { Tx } from "@/db/client";
import { addAttempt, forgetAttempts as forget } from "@/db/queries/attempts";
import { DomainError } from "@/domain/errors";
import { keyedHash } from "@/platform/keyed-hash";

export interface AttemptLimit {
  /** Attempts allowed in a window. */
  readonly max: number;
  readonly windowSeconds: number;
  readonly now: Date;
}

const bucketOf = (parts: readonly string[]) => keyedHash("attempt", ...parts);

/**
 * Counts one attempt of a behaviour, e.g. ["sign-in", address, network], and says whether it is still allowed. The bucket is stored as a
 * keyed hash only. The window slides: the last one counts for the part of it that still reaches in. Call it outside the transaction of the
 * work, so that a failure counts too.
 */
export async function countAttempt(
  tx: Tx,
  bucketParts: readonly string[],
  { max, windowSeconds, now }: AttemptLimit,
): Promise<{ allowed: boolean; count: number; retryAfterSeconds: number }> {
  const length = windowSeconds * 1000;
  const start = Math.floor(now.getTime() / length) * length;
  const { current, previous } = await addAttempt(tx, bucketOf(bucketParts), new Date(start), new Date(start - length));
  const left = 1 - (now.getTime() - start) / length;
  const count = current + previous * left;
  return { allowed: count <= max, count, retryAfterSeconds: Math.ceil((start + length - now.getTime()) / 1000) };
}

/** As countAttempt, but throws `limit_reached` (sentence errors.tooMany) when it is one too many. */
export async function allowAttempt(tx: Tx, bucketParts: readonly string[], limit: AttemptLimit): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(tx, bucketParts, limit);
  if (!allowed) throw new DomainError("limit_reached", { message: "tooMany", retryAfterSeconds });
}

/** Forgets what was counted, after the right answer. */
export async function forgetAttempts(tx: Tx, bucketParts: readonly string[]): Promise<void> {
  await forget(tx, bucketOf(bucketParts));
}
