import type { Tx } from "@/db/client";
import { type ComplaintRow, findCaseRow } from "@/db/queries/cases";
import { SYSTEM } from "@/domain/actors";
import { readReference, readSecret } from "@/domain/case-number";
import { sameSecret } from "@/platform/keyed-hash";
import { secretHash } from "./receipt-secret";

/**
 * The complaint that belongs to reference and secret, as typed; null when either is wrong, without telling which (the work done is the same).
 * Callers that take what people type limit the tries.
 */
export async function openReceipt(tx: Tx, reference: string, secret: string): Promise<ComplaintRow | null> {
  const row = await findCaseRow(tx, SYSTEM, { reference: readReference(reference) ?? "" }, false);
  const right = sameSecret(row?.secretHash ?? "", secretHash(readSecret(secret) ?? ""));
  return row && right && !row.erasedAt ? row : null;
}
