import type { Tx } from "@/db/client";
import { latestCheckpoint, leavesBetween, levelHashes, loggedEvents } from "@/db/queries/log";
import { publishedCase } from "@/db/queries/public-record";
import { joinBytes } from "@/domain/log/encoding";
import { leafEntry } from "@/domain/log/leaf";
import type { LogProof } from "@/domain/log/receipt";
import { joinEntries, TILE_WIDTH, type Tile, widthOf } from "@/domain/log/tiles";
import { mayPublishEvent } from "@/domain/visibility";
import { proveEvents } from "./log-proofs";

/** The bytes of a tile or entry bundle (C2SP tlog-tiles); null when the log has not grown so far. */
export async function serveTile(tx: Tx, tile: Tile): Promise<Uint8Array<ArrayBuffer> | null> {
  const size = (await latestCheckpoint(tx))?.size ?? 0;
  const level = tile.level === "entries" ? 0 : tile.level;
  if (widthOf(level, tile.index, size) < tile.width) return null;
  const from = tile.index * TILE_WIDTH;
  if (tile.level !== "entries") return joinBytes(...(await levelHashes(tx, level, from, from + tile.width)));
  return joinEntries((await leavesBetween(tx, from, from + tile.width)).map(leafEntry));
}

/** The public events of a published ruling with their salts and proofs; null when there is no such ruling to be read, `log` null while none is logged. */
export async function proveRuling(tx: Tx, number: string): Promise<{ number: string; log: LogProof | null } | null> {
  const complaintId = await publishedCase(tx, number);
  if (!complaintId) return null;
  const events = (await loggedEvents(tx, complaintId)).filter((event) => mayPublishEvent(event.type));
  return { number, log: await proveEvents(tx, events) };
}

/** The public steps of a published ruling's case that have a leaf, and the size of the log; null when there is no such ruling to be read. */
export async function rulingInLog(
  tx: Tx,
  number: string,
): Promise<{ size: number; steps: { type: string; recordedAt: string; index: number }[] } | null> {
  const complaintId = await publishedCase(tx, number);
  if (!complaintId) return null;
  const [events, checkpoint] = await Promise.all([loggedEvents(tx, complaintId), latestCheckpoint(tx)]);
  const size = checkpoint?.size ?? 0;
  const steps = events.flatMap(({ type, recordedAt, index }) =>
    mayPublishEvent(type) && index !== null && index < size ? [{ type, recordedAt: String(recordedAt), index }] : [],
  );
  return { size, steps };
}
