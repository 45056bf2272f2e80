import type { Readable } from "node:stream";
import { db } from "@/db/client";
import { type ReportRow, takePrintTurn } from "@/db/queries/reports";
import { env } from "@/platform/env";
import { keyedHash } from "@/platform/keyed-hash";
import { canPrint, printPage } from "@/platform/print-page";
import { NoSuchObject, type ObjectStorage } from "@/platform/storage/object-storage";
import { type StorageEnv, storageFromEnv } from "@/platform/storage/storage-from-env";

/** Rises when the printed page changes its look, so that older prints are made anew. */
const LAYOUT = 1;
const TIMEOUT_MS = 90_000;
/** Prints that may wait in this process; a print takes some seconds. */
const MOST_WAITING = 6;

/** Why there is no PDF now. */
export type NoPrint = "no_browser" | "busy";

const waiting = new Map<string, Promise<Buffer>>();
let turn: Promise<unknown> = Promise.resolve();

async function bytesOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function stored(storage: ObjectStorage, key: string): Promise<Buffer | null> {
  try {
    return await bytesOf(await storage.get(key));
  } catch (error) {
    if (error instanceof NoSuchObject) return null;
    throw error;
  }
}

/** A version that was superseded says so on its cover: another print. */
function keyOf(report: ReportRow, locale: string): string {
  const { quarter, version, state } = report;
  return `report-prints/${quarter}-${version}-${state}-${locale}-${LAYOUT}.pdf`.toLowerCase();
}

async function printInTurn(storage: ObjectStorage, key: string, path: string): Promise<Buffer> {
  // One browser at a time over all machines: the lock lasts as long as the transaction.
  return db().transaction(async (tx) => {
    await takePrintTurn(tx);
    const there = await stored(storage, key);
    if (there) return there;
    const pdf = await printPage({
      url: `http://127.0.0.1:${process.env.PORT ?? "3000"}${path}`,
      headers: { "x-internal": keyedHash("internal", "print") },
      executable: env().CHROMIUM_PATH,
      timeout: TIMEOUT_MS,
    });
    await storage.put(key, pdf);
    return pdf;
  });
}

/**
 * The PDF of a published version in a language: kept from the first time it was asked for. Printed by this server's Chromium from its own page, one at a
 * time. `no_browser` when there is none here, `busy` when too many wait. Throws when printing fails.
 */
export async function reportPdf(report: ReportRow, locale: string): Promise<Buffer | NoPrint> {
  const storage = await storageFromEnv(process.env as StorageEnv, env().DATA_DIR);
  const key = keyOf(report, locale);
  const there = await stored(storage, key);
  if (there) return there;
  if (!canPrint(env().CHROMIUM_PATH)) return "no_browser";
  const same = waiting.get(key);
  if (same) return same;
  if (waiting.size >= MOST_WAITING) return "busy";
  const path = `/${locale}/print/reports/${report.quarter}/v${report.version}`;
  const job = turn.then(
    () => printInTurn(storage, key, path),
    () => printInTurn(storage, key, path),
  );
  turn = job.catch(() => undefined);
  waiting.set(key, job);
  try {
    return await job;
  } finally {
    waiting.delete(key);
  }
}
