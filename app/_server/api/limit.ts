import { networkOf } from "@/app/_server/network";

/**
 * How much one network may ask for, published on the page of the API and in every answer. Generous: a class of thirty behind one address reads
 * undisturbed. Counted by each web process on its own; a cache in front answers without asking.
 */
export const READ_LIMIT = { name: "open-data", quota: 600, windowSeconds: 60 } as const;
/** Complaints filed with one key, in a minute. */
export const FILE_LIMIT = { name: "filing", quota: 30_000, windowSeconds: 60 } as const;

export interface Limit {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
}

const MOST_KEPT = 20_000;
const counted = new Map<string, { window: number; count: number }>();

/** Counts one request of whoever asks and answers the fields of the IETF draft on RateLimit headers, and whether it is one too many. */
export function countRequest(limit: Limit, who: string, nowMs: number): { allowed: boolean; headers: Record<string, string> } {
  const length = limit.windowSeconds * 1000;
  const window = Math.floor(nowMs / length);
  const key = `${limit.name}:${who}`;
  const seen = counted.get(key);
  const count = seen?.window === window ? seen.count + 1 : 1;
  // The oldest go first: a flood of addresses must not fill the memory.
  if (counted.size >= MOST_KEPT && !seen) counted.delete(counted.keys().next().value as string);
  counted.set(key, { window, count });
  const seconds = Math.ceil(((window + 1) * length - nowMs) / 1000);
  const allowed = count <= limit.quota;
  return {
    allowed,
    headers: {
      "ratelimit-policy": `"${limit.name}";q=${limit.quota};w=${limit.windowSeconds}`,
      ratelimit: `"${limit.name}";r=${Math.max(0, limit.quota - count)};t=${seconds}`,
      ...(allowed ? {} : { "retry-after": String(seconds) }),
    },
  };
}

export const readerOf = (request: Request): string => networkOf(request.headers);
