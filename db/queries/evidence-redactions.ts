import { and, asc, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { complaints, consents, evidenceFiles, evidenceRedactions, publishedRulings } from "@/db/schema";

export type FileRedactionRow = typeof evidenceRedactions.$inferSelect;

/** What is to be hidden in a file; null when nobody asked yet. `lock`: until the transaction ends. */
export async function fileRedactionOf(tx: Tx, evidenceId: string, lock = false): Promise<FileRedactionRow | null> {
  const query = tx.select().from(evidenceRedactions).where(eq(evidenceRedactions.evidenceId, evidenceId)).limit(1);
  const [row] = await (lock ? query.for("update") : query);
  return row ?? null;
}

/** Those of a case, by file. */
export async function fileRedactionsOf(tx: Tx, complaintId: string): Promise<Map<string, FileRedactionRow>> {
  const rows = await tx.select().from(evidenceRedactions).where(eq(evidenceRedactions.complaintId, complaintId));
  return new Map(rows.map((r) => [r.evidenceId, r]));
}

/** Writes a row when there is none; false when there was. */
export async function insertFileRedaction(tx: Tx, value: typeof evidenceRedactions.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(evidenceRedactions)
    .values(value)
    .onConflictDoNothing()
    .returning({ id: evidenceRedactions.evidenceId });
  return made.length === 1;
}

export async function updateFileRedaction(
  tx: Tx,
  evidenceId: string,
  change: Partial<typeof evidenceRedactions.$inferInsert>,
): Promise<void> {
  await tx.update(evidenceRedactions).set(change).where(eq(evidenceRedactions.evidenceId, evidenceId));
}

/** Made copies with all that decides whether the public may see them; the decision is domain/visibility's. */
export interface PublicCopyFacts {
  readonly publicId: string;
  readonly number: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly ord: number | null;
  readonly facts: {
    readonly side: string;
    readonly state: string;
    readonly removed: boolean;
    readonly erased: boolean;
    readonly consented: boolean;
    readonly annulled: boolean;
    readonly archived: boolean;
  };
}

async function copies(tx: Tx, where: SQL): Promise<PublicCopyFacts[]> {
  const rows = await tx
    .select({
      r: evidenceRedactions,
      e: {
        side: evidenceFiles.side,
        kind: evidenceFiles.kind,
        ord: evidenceFiles.ord,
        removedAt: evidenceFiles.removedAt,
        why: evidenceFiles.removedWhy,
      },
      erasedAt: complaints.erasedAt,
      p: { number: publishedRulings.number, annulledOn: publishedRulings.annulledOn, archivedOn: publishedRulings.archivedOn },
      givenAt: consents.givenAt,
    })
    .from(evidenceRedactions)
    .innerJoin(evidenceFiles, eq(evidenceFiles.id, evidenceRedactions.evidenceId))
    .innerJoin(complaints, eq(complaints.id, evidenceRedactions.complaintId))
    .innerJoin(publishedRulings, eq(publishedRulings.complaintId, evidenceRedactions.complaintId))
    .leftJoin(
      consents,
      and(
        eq(consents.complaintId, evidenceRedactions.complaintId),
        eq(consents.kind, "publish_words"),
        isNull(consents.withdrawnAt),
      ),
    )
    .where(and(where, isNotNull(evidenceRedactions.derivativeKey)))
    .orderBy(asc(evidenceFiles.ord), asc(evidenceFiles.createdAt));
  return rows.flatMap(({ r, e, p, erasedAt, givenAt }) =>
    r.derivativeKey && r.mediaType && r.sha256 && r.bytes !== null
      ? [
          {
            publicId: r.publicId,
            number: p.number,
            kind: e.kind ?? "text",
            mediaType: r.mediaType,
            bytes: r.bytes,
            sha256: r.sha256,
            storageKey: r.derivativeKey,
            ord: e.ord,
            facts: {
              side: e.side,
              state: r.state,
              // An original that went when its time was over leaves its public copy as it is.
              removed: e.removedAt !== null && e.why !== "retention",
              erased: erasedAt !== null,
              consented: givenAt !== null,
              annulled: p.annulledOn !== null,
              archived: p.archivedOn !== null,
            },
          },
        ]
      : [],
  );
}

export const copiesOfRuling = (tx: Tx, number: string): Promise<PublicCopyFacts[]> =>
  copies(tx, eq(publishedRulings.number, number));
export const copyByPublicId = async (tx: Tx, publicId: string): Promise<PublicCopyFacts | null> =>
  (await copies(tx, eq(evidenceRedactions.publicId, publicId)))[0] ?? null;
