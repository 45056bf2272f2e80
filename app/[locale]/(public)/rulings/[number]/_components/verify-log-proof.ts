import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { base64 } from "@/domain/log/encoding";
import { leafEntry } from "@/domain/log/leaf";
import { leafHash } from "@/domain/log/merkle";
import { parseVkey, type VerifyEd25519 } from "@/domain/log/note";
import { checkLogProof } from "@/domain/log/receipt";

// The same lines in every browser, plain http included (decision 0021).
const verify: VerifyEd25519 = (message, signature, key) => {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
};

/** A proof that held, as it is shown; hashes in base64. */
export interface ShownProof {
  readonly size: number;
  readonly root: string;
  readonly events: readonly { readonly index: number; readonly leaf: string; readonly path: readonly string[] }[];
}

/** Checks what /log/rulings/<number> answered: the checkpoint's signature, and the way of each event to its root; null when anything does not hold. */
export function verifyLogProof(answer: unknown, vkey: string): ShownProof | null {
  const log = (answer as { log?: { events?: { index: number; proof: string[] }[] } } | null)?.log;
  const key = parseVkey(sha256, vkey);
  if (!key || !log) return null;
  const checked = checkLogProof(sha256, verify, log, key);
  if (typeof checked === "string") return null;
  const paths = new Map((log.events ?? []).map((event) => [event.index, event.proof]));
  return {
    size: checked.checkpoint.size,
    root: base64(checked.checkpoint.root),
    events: checked.events.map(({ index, leaf }) => ({
      index,
      leaf: base64(leafHash(sha256, leafEntry(leaf))),
      path: paths.get(index) ?? [],
    })),
  };
}
