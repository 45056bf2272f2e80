import type { Tx } from "@/db/client";
import { latestCheckpoint, levelHashes, type StoredCheckpoint } from "@/db/queries/log";
import { base64 } from "@/domain/log/encoding";
import { eventText, type LedgerRow } from "@/domain/log/leaf";
import { type Bytes, inclusionProof, rootHash } from "@/domain/log/merkle";
import { checkpointText, type LogKey, signedNote, vkeyLine } from "@/domain/log/note";
import type { EventProof } from "@/domain/log/receipt";
import { nodesFromTiles, TILE_WIDTH } from "@/domain/log/tiles";
import { env } from "@/platform/env";
import { signingPublicKey } from "@/platform/secrets";
import { sha256, signBytes } from "@/platform/signing";

/** The log's name and public key. */
export function logKey(): LogKey {
  const { LOG_ORIGIN, PUBLIC_URL } = env();
  return { name: LOG_ORIGIN ?? `${new URL(PUBLIC_URL).host}/log`, publicKey: signingPublicKey() };
}

/** The public key as its vkey line. */
export const logVkey = (): string => vkeyLine(sha256, logKey());

/** The newest checkpoint; the empty tree's while nothing was logged. */
export async function currentCheckpoint(tx: Tx): Promise<StoredCheckpoint> {
  return (await latestCheckpoint(tx)) ?? { size: 0, root: await rootHash(sha256, 0, () => Promise.reject()), at: null };
}

/** A checkpoint as its signed note. Ed25519 signs the same bytes with the same signature, so what was once served can be made again. */
export function checkpointNote({ size, root }: Pick<StoredCheckpoint, "size" | "root">): string {
  const key = logKey();
  const text = checkpointText({ origin: key.name, size, root });
  return signedNote(sha256, text, key, signBytes(Buffer.from(text)));
}

/** Reads tiles of the tree as it was at `size`. */
export function treeReader(tx: Tx, size: number) {
  return nodesFromTiles(sha256, size, (level, index, width) =>
    levelHashes(tx, level, index * TILE_WIDTH, index * TILE_WIDTH + width),
  );
}

/** Events with their salts and the way from each leaf to the root of one checkpoint; those without a leaf yet are left out. */
export async function proveEvents(
  tx: Tx,
  events: readonly (LedgerRow & { readonly index: number | null })[],
): Promise<{ checkpoint: string; events: EventProof[] } | null> {
  const checkpoint = await latestCheckpoint(tx);
  if (!checkpoint) return null;
  const read = treeReader(tx, checkpoint.size);
  const proofs: EventProof[] = [];
  for (const event of events) {
    if (event.index === null || event.index >= checkpoint.size) continue;
    const proof = await inclusionProof(sha256, event.index, checkpoint.size, read);
    proofs.push({
      index: event.index,
      event: eventText(sha256, event),
      salt: base64(event.salt),
      proof: proof.map((hash: Bytes) => base64(hash)),
    });
  }
  return proofs.length > 0 ? { checkpoint: checkpointNote(checkpoint), events: proofs } : null;
}
