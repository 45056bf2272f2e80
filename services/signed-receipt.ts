import type { Tx } from "@/db/client";
import type { ComplaintRow } from "@/db/queries/cases";
import { evidenceOf } from "@/db/queries/evidence";
import { loggedEvents } from "@/db/queries/log";
import { canonicalJson } from "@/domain/canonical-json";
import { leafOf } from "@/domain/log/leaf";
import type { LogProof } from "@/domain/log/receipt";
import { mayReadLedgerRow } from "@/domain/visibility";
import { env } from "@/platform/env";
import { type Signed, sha256, signText } from "@/platform/signing";
import { proveEvents } from "./log-proofs";

/** What a complainant takes home. `log` is null until the filing is in the public log: a minute at most. */
export type Receipt = Signed & { readonly log: LogProof | null };

/**
 * The receipt as proof: reference, time of filing, due day of acceptance, the public leaf of the filing, and SHA-256 and size of every file received so
 * far, signed; beside it the events of the case that the complainant may read, with their salts and their way into the log. No name, no words, no
 * secret. Verifies offline.
 */
export async function signedReceipt(tx: Tx, row: ComplaintRow, now: Date): Promise<Receipt> {
  const [evidence, events] = await Promise.all([evidenceOf(tx, row.id), loggedEvents(tx, row.id)]);
  const filing = events.find((event) => event.type === "submitted");
  const signed = signText(
    canonicalJson({
      kind: "answered-receipt",
      version: 1,
      portal: env().PUBLIC_URL,
      reference: row.reference,
      filedAt: row.filedAt.toISOString(),
      acceptanceDue: row.acceptanceDue,
      leaf: filing ? leafOf(sha256, filing) : undefined,
      evidence: evidence
        .filter((file) => file.side !== "company")
        .map((file) => ({ sha256: file.sha256, bytes: file.bytes, receivedAt: file.receivedAt?.toISOString() ?? null })),
      issuedAt: now.toISOString(),
    }),
  );
  const own = events.filter((event) => mayReadLedgerRow("complainant", event, row.servedAt));
  return { ...signed, log: filing && filing.index !== null ? await proveEvents(tx, own) : null };
}
