import type { Tx } from "@/db/client";
import type { ComplaintRow } from "@/db/queries/cases";
import { evidenceOf } from "@/db/queries/evidence";
import { canonicalJson } from "@/domain/canonical-json";
import { env } from "@/platform/env";
import { type Signed, signText } from "@/platform/signing";

/**
 * The receipt as proof: reference, time of filing, due day of acceptance, and SHA-256 and size of every file received so far, signed. No
 * name, no words, no secret. Verifies offline.
 */
export async function signedReceipt(tx: Tx, row: ComplaintRow, now: Date): Promise<Signed> {
  const evidence = await evidenceOf(tx, row.id);
  return signText(
    canonicalJson({
      kind: "answered-receipt",
      version: 1,
      portal: env().PUBLIC_URL,
      reference: row.reference,
      filedAt: row.filedAt.toISOString(),
      acceptanceDue: row.acceptanceDue,
      evidence: evidence
        .filter((file) => file.side !== "company")
        .map((file) => ({ sha256: file.sha256, bytes: file.bytes, receivedAt: file.receivedAt?.toISOString() ?? null })),
      issuedAt: now.toISOString(),
    }),
  );
}
