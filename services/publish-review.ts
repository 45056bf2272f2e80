import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import { insertRulingVersion } from "@/db/queries/ruling-versions";
import { markPublication, markPublishedFindings, type publicationOf } from "@/db/queries/rulings";
import { canonicalJson } from "@/domain/canonical-json";
import { dayOf, type Instant } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import { overallOutcome } from "@/domain/publication/content";
import type { CaseFile } from "./case-file";
import type { ReviewOutcome, VariedFinding } from "./decide-review";
import { announcePublicChange } from "./public-change";
import { recomputeScore } from "./recompute-score";

type Published = NonNullable<Awaited<ReturnType<typeof publicationOf>>>;

interface Decided {
  readonly result: ReviewOutcome;
  readonly published: Published;
  /** Words confirmed for the public, by place. */
  readonly texts: Readonly<Record<string, string>>;
  readonly changes: readonly VariedFinding[];
  readonly now: Instant;
}

/** Brings the public record along with a review of a ruling (RULES §3, §5), then the score. */
export async function publishReview(tx: Tx, file: CaseFile, decided: Decided): Promise<void> {
  const { published, result, texts, now } = decided;
  const today = dayOf(now);
  const ids = published.findings.map((f) => f.id);
  if (result === "annulled") {
    await markPublication(tx, file.row.id, {
      status: "annulled",
      finalOn: today,
      annulledOn: today,
      annulReason: texts.reason ?? "",
    });
    await markPublishedFindings(tx, ids, { finalOn: today, annulledOn: today });
  } else {
    if (result === "varied") await publishVaried(tx, file, decided);
    else await markPublication(tx, file.row.id, { status: "final", finalOn: today });
    await markPublishedFindings(tx, ids, { finalOn: today });
  }
  await recomputeScore(tx, published.companyId, today);
  await announcePublicChange(tx, { rulings: [published.number], companies: [published.companyId] });
}

/** The next version of the ruling; the one before stays readable with its fingerprint and the reason of the change. */
async function publishVaried(tx: Tx, file: CaseFile, { published, texts, changes, now }: Decided): Promise<void> {
  const { findings, ...head } = published;
  const wordsOf = (rows: Published["findings"]) =>
    rows.map(({ clause, outcome, tier, title, facts, reasons }) => ({ clause, outcome, tier, title, facts, reasons }));
  await insertRulingVersion(tx, {
    number: head.number,
    version: head.version,
    record: canonicalJson({ title: head.title, outcome: head.outcome, decision: head.decision, findings: wordsOf(findings) }),
    sha256: head.sha256,
    replacedOn: dayOf(now),
    reason: texts.reason ?? "",
  });
  const next = findings.map((f) => {
    const change = changes.find((c) => c.findingId === f.id);
    if (!change) return f;
    const said = (what: "facts" | "reasons") => texts[`finding.${f.id}.${what}`] ?? f[what];
    return { ...f, outcome: change.outcome, tier: change.tier, facts: said("facts"), reasons: said("reasons") };
  });
  for (const f of next.filter((one) => !findings.includes(one)))
    await markPublishedFindings(tx, [f.id], { outcome: f.outcome, tier: f.tier, facts: f.facts, reasons: f.reasons });
  const outcome = overallOutcome(next.map((f) => f.outcome as Outcome));
  const version = head.version + 1;
  const content = canonicalJson({ number: head.number, version, outcome, decision: head.decision, findings: wordsOf(next) });
  await markPublication(tx, file.row.id, {
    status: "varied",
    outcome,
    version,
    finalOn: dayOf(now),
    sha256: createHash("sha256").update(content).digest("hex"),
  });
}
