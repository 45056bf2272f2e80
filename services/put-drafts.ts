import { db, type Tx } from "@/db/client";
import { allegationsOf, rulingOf, saveWorkingRuling } from "@/db/queries/rulings";
import type { Actor } from "@/domain/actors";
import { checkNotRecused } from "@/domain/case-checks";
import { STANDARD_VERSION } from "@/domain/clauses";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import type { Outcome, Tier } from "@/domain/findings";
import type { CaseFile } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { linkSimilar } from "./link-similar";

/** What became of one case: how many findings its draft holds, of how many allegations; or why it got none. */
export type PutDraft =
  | { readonly reference: string; readonly findings: number; readonly of: number }
  | { readonly reference: string; readonly why: PutRefusal };
export type PutRefusal =
  | "not_found"
  | "wrong_state"
  | "took_part"
  | "other_company"
  | "own_draft"
  | "nothing_common"
  | "forbidden";

type Ruling = NonNullable<Awaited<ReturnType<typeof rulingOf>>>;
const LIKE_REFUSAL: readonly string[] = ["not_found", "wrong_state", "took_part", "forbidden"];

/** A draft nobody has written anything into is none. */
const isEmpty = (ruling: Ruling) =>
  ruling.title === "" && ruling.decision === "" && ruling.findings.every((f) => !f.outcome && f.facts === "" && f.reasons === "");

/**
 * Puts the working draft of one case to others like it, each as a draft of its own: title, decision, and for each of the case's own allegations the finding
 * on the same clause. Files are not taken along, for each finding relies on its own case's evidence; what the case alleges beyond it stays open. Clocks,
 * comments and signatures remain each case's own. A case that cannot take it is left as it is and told of. Throws `findings_incomplete` where there
 * is no draft to put, and what opening the first case throws.
 */
export async function putDrafts(
  actor: Actor,
  input: { reference: string; others: readonly string[] },
  now: Instant,
): Promise<PutDraft[]> {
  if (actor.role !== "officer") throw new DomainError("forbidden");
  const { ruling, companyId } = await db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    checkNotRecused(file.snapshot, actor);
    return { ruling: await rulingOf(tx, file.row.id), companyId: file.row.companyId };
  });
  if (!ruling || isEmpty(ruling)) throw new DomainError("findings_incomplete");
  const out: PutDraft[] = [];
  // Each in a transaction of its own: one that cannot does not stop the others.
  for (const reference of [...new Set(input.others)]) {
    if (reference === input.reference) continue;
    try {
      const done = await db().transaction(async (tx) => {
        const file = await openCase(tx, actor, { reference }, now);
        checkNotRecused(file.snapshot, actor);
        return put(tx, actor, file, { ruling, companyId }, now);
      });
      // Handled together, so linked in both files.
      if ("findings" in done)
        await linkSimilar(actor, { reference: input.reference, other: reference, why: "near_text", likeness: null }, now);
      out.push(done);
    } catch (error) {
      if (!(error instanceof DomainError) || !LIKE_REFUSAL.includes(error.code)) throw error;
      out.push({ reference, why: error.code as PutRefusal });
    }
  }
  return out;
}

async function put(
  tx: Tx,
  actor: Actor,
  file: CaseFile,
  from: { ruling: Ruling; companyId: string | null },
  now: Instant,
): Promise<PutDraft> {
  const { reference } = file.row;
  if (file.row.companyId === null || file.row.companyId !== from.companyId) return { reference, why: "other_company" };
  if (file.snapshot.state !== "accepted") return { reference, why: "wrong_state" };
  const before = await rulingOf(tx, file.row.id);
  if (before && !isEmpty(before)) return { reference, why: "own_draft" };
  const allegations = await allegationsOf(tx, file.row.id);
  const written = new Map(from.ruling.findings.filter((f) => f.outcome).map((f) => [f.clause, f]));
  const findings = allegations.flatMap((allegation) => {
    const finding = written.get(allegation.clause);
    if (!finding) return [];
    return [
      {
        allegationId: allegation.id,
        clause: allegation.clause,
        outcome: finding.outcome as Outcome,
        tier: finding.tier as Tier | null,
        tierReason: finding.tierReason,
        title: finding.title ?? "",
        facts: finding.facts,
        reasons: finding.reasons,
        evidenceIds: [],
        measure: null,
      },
    ];
  });
  if (findings.length === 0) return { reference, why: "nothing_common" };
  await saveWorkingRuling(tx, {
    id: before?.id,
    complaintId: file.row.id,
    title: from.ruling.title,
    decision: from.ruling.decision,
    standardVersion: STANDARD_VERSION,
    draftedBy: actor.userId ?? null,
    now,
    findings,
  });
  return { reference, findings: findings.length, of: allegations.length };
}
