import { fromBase64, utf8 } from "./encoding";
import { commitment, type Leaf, leafEntry } from "./leaf";
import { type Bytes, leafHash, type Sha256, verifyInclusion } from "./merkle";
import { type Checkpoint, type LogKey, openCheckpoint, type VerifyEd25519 } from "./note";

/** An event with its salt and the way from its leaf to the root of a checkpoint; hashes and salt in base64. */
export interface EventProof {
  readonly index: number;
  /** The event as it was hashed (domain/log/leaf). */
  readonly event: string;
  readonly salt: string;
  readonly proof: readonly string[];
}

/** What a receipt or a ruling carries about the log. */
export interface LogProof {
  readonly checkpoint: string;
  readonly events: readonly EventProof[];
}

/** What the event says that a reader is told. */
export interface ProvenEvent {
  readonly index: number;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly ord: number;
  readonly leaf: Leaf;
}

export type ReceiptFault =
  /** Not a file that this portal gives out. */
  | "unreadable"
  /** The signed text was altered, or another key signed it. */
  | "signature"
  /** The checkpoint is not signed by the log's key. */
  | "checkpoint"
  /** The proof does not lead from the event to the checkpoint. */
  | "proof"
  /** The proofs are sound but none is for the filing that the receipt certifies. */
  | "other_case";

export interface ReceiptContent {
  readonly reference: string;
  readonly filedAt: string;
  readonly acceptanceDue: string | null;
  readonly issuedAt: string;
  readonly evidence: readonly { readonly sha256: string; readonly bytes: number; readonly receivedAt: string | null }[];
}

export type ReceiptVerdict =
  | { readonly ok: false; readonly fault: ReceiptFault; readonly content: ReceiptContent | null }
  | {
      readonly ok: true;
      readonly content: ReceiptContent;
      /** Null for a receipt given out before its filing was in the log. */
      readonly log: { readonly checkpoint: Checkpoint; readonly events: readonly ProvenEvent[] } | null;
    };

type Fields = Readonly<Record<string, unknown>>;
const asFields = (value: unknown): Fields | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/**
 * Whether a receipt file is what the portal gave out: signature, signature of the checkpoint, and the way of each event into the log. Needs nothing but
 * the file and the log's key, so it works offline. Never throws; the first fault found is named.
 */
export function checkReceipt(sha256: Sha256, verify: VerifyEd25519, text: string, key: LogKey): ReceiptVerdict {
  const file = parse(text);
  const signed = file?.signed;
  const content = typeof signed === "string" ? readContent(signed) : null;
  const fails = (fault: ReceiptFault): ReceiptVerdict => ({ ok: false, fault, content });
  const signature = typeof file?.signature === "string" ? fromBase64(file.signature) : null;
  if (!file || typeof signed !== "string") return fails("unreadable");
  if (signature?.length !== 64 || !verify(utf8(signed), signature, key.publicKey)) return fails("signature");
  if (!content) return fails("unreadable");
  if (file.log === undefined || file.log === null) return { ok: true, content, log: null };
  const log = checkLogProof(sha256, verify, file.log, key);
  if (typeof log === "string") return fails(log);
  const filed = asFields(parse(signed)?.leaf);
  const same = log.events.some(
    ({ leaf }) => filed && leaf.seq === filed.seq && leaf.time === filed.time && leaf.hash === filed.hash,
  );
  return same ? { ok: true, content, log } : fails("other_case");
}

/** Checks a `LogProof` of whatever origin; answers the fault when it is not sound. */
export function checkLogProof(
  sha256: Sha256,
  verify: VerifyEd25519,
  given: unknown,
  key: LogKey,
): { checkpoint: Checkpoint; events: ProvenEvent[] } | "checkpoint" | "proof" {
  const proof = asFields(given);
  const checkpoint = typeof proof?.checkpoint === "string" ? openCheckpoint(sha256, verify, proof.checkpoint, key) : null;
  if (!checkpoint) return "checkpoint";
  const events = Array.isArray(proof?.events) ? proof.events.map((entry) => checkEvent(sha256, asFields(entry), checkpoint)) : [];
  const sound = events.filter((event) => event !== null);
  return events.length > 0 && sound.length === events.length ? { checkpoint, events: sound } : "proof";
}

function checkEvent(sha256: Sha256, entry: Fields | null, { size, root }: Checkpoint): ProvenEvent | null {
  const { index, event: text, salt: saltText, proof } = entry ?? {};
  if (typeof index !== "number" || typeof text !== "string" || typeof saltText !== "string" || !Array.isArray(proof)) return null;
  const salt = fromBase64(saltText);
  const steps = proof.map((step) => (typeof step === "string" ? fromBase64(step) : null));
  const event = parse(text);
  if (!salt || !event || steps.includes(null)) return null;
  const { seq, recordedAt, type, at, ord } = event;
  if (typeof seq !== "number" || typeof recordedAt !== "string" || typeof type !== "string" || typeof at !== "string")
    return null;
  const leaf = { seq, time: recordedAt, hash: commitment(sha256, salt, text) };
  const hash = leafHash(sha256, leafEntry(leaf));
  if (!verifyInclusion(sha256, { leaf: hash, index, size, proof: steps as Bytes[], root })) return null;
  return { index, type, at, recordedAt, ord: Number(ord), leaf };
}

function readContent(signed: string): ReceiptContent | null {
  const c = parse(signed);
  if (c?.kind !== "answered-receipt" || typeof c.reference !== "string" || typeof c.filedAt !== "string") return null;
  if (typeof c.issuedAt !== "string" || !Array.isArray(c.evidence)) return null;
  const evidence = c.evidence.map((value) => {
    const f = asFields(value) ?? {};
    return {
      sha256: String(f.sha256),
      bytes: Number(f.bytes),
      receivedAt: typeof f.receivedAt === "string" ? f.receivedAt : null,
    };
  });
  const acceptanceDue = typeof c.acceptanceDue === "string" ? c.acceptanceDue : null;
  return { reference: c.reference, filedAt: c.filedAt, acceptanceDue, issuedAt: c.issuedAt, evidence };
}

function parse(text: string): Fields | null {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return null;
  }
}
