import { canonicalJson } from "@/domain/canonical-json";
import { hex, joinBytes, utf8 } from "./encoding";
import type { Bytes, Sha256 } from "./merkle";

/** A row of the ledger, exactly as stored; times in UTC with microseconds ("2026-09-17T01:00:00.000000Z"), which is all that PostgreSQL keeps. */
export interface LedgerRow {
  readonly seq: number;
  readonly complaintId: string;
  readonly ord: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly type: string;
  readonly actorRole: string;
  readonly actorId: string | null;
  readonly data: unknown;
  readonly salt: Bytes;
}

/** The public leaf: number in the ledger, time of recording, SHA-256(salt ‖ event) in hex. */
export interface Leaf {
  readonly seq: number;
  readonly time: string;
  readonly hash: string;
}

/**
 * The event as text, all of its row (decision 0020). Case and actor stand in it as SHA-256(salt ‖ "case:" ‖ id), so that publishing one
 * event with its salt tells nobody which other events belong to the same case or officer.
 */
export function eventText(sha256: Sha256, row: LedgerRow): string {
  const veiled = (kind: string, id: string) => hex(sha256(joinBytes(row.salt, utf8(`${kind}:${id}`))));
  return canonicalJson({
    actor: row.actorId === null ? null : veiled("actor", row.actorId),
    at: row.at,
    case: veiled("case", row.complaintId),
    data: row.data,
    ord: row.ord,
    recordedAt: row.recordedAt,
    role: row.actorRole,
    seq: row.seq,
    type: row.type,
    v: 1,
  });
}

/** SHA-256(salt ‖ event) in hex. */
export function commitment(sha256: Sha256, salt: Bytes, event: string): string {
  return hex(sha256(joinBytes(salt, utf8(event))));
}

/** The leaf of a row. */
export function leafOf(sha256: Sha256, row: LedgerRow): Leaf {
  return { seq: row.seq, time: row.recordedAt, hash: commitment(sha256, row.salt, eventText(sha256, row)) };
}

/** The bytes that are hashed into the tree and served under /log/tile/entries: RFC 8785 JSON. */
export function leafEntry({ seq, time, hash }: Leaf): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson({ seq, time, hash }));
}

/** A leaf read back; null when the text is not exactly one. */
export function parseLeaf(text: string): Leaf | null {
  try {
    const value = JSON.parse(text) as Partial<Leaf>;
    const { seq, time, hash } = value;
    if (!Number.isSafeInteger(seq) || typeof time !== "string" || typeof hash !== "string") return null;
    return canonicalJson({ seq, time, hash }) === text ? { seq: seq as number, time, hash } : null;
  } catch {
    return null;
  }
}
