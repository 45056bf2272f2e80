import type { Day } from "../day";
import { type CountingFinding, counts, findingPoints } from "./finding-points";
import { byId, SCORE_RULE } from "./rule";
import type { FindingLine, ScoredFinding } from "./types";

/**
 * The lines of all counting findings, by unit, clause and id. Per unit and clause the highest counts; of these the highest in
 * full, the others a quarter (Rules §6). Equal points: the lower id stands for both, which no sum can tell.
 */
export function findingLines(findings: readonly ScoredFinding[], asOf: Day): FindingLine[] {
  const alone = findings
    .filter((finding): finding is CountingFinding => counts(finding, asOf))
    .map((finding) => ({ finding, part: findingPoints(finding, asOf) }))
    .sort((a, b) => byId(a.finding.findingId, b.finding.findingId));
  const highestOfClause = new Map<string, (typeof alone)[number]>();
  const highestOfUnit = new Map<string, (typeof alone)[number]>();
  for (const one of alone) {
    raise(highestOfClause, clauseKey(one.finding), one);
    raise(highestOfUnit, one.finding.groupId, one);
  }
  return alone
    .map(({ finding, part }): FindingLine => {
      const isHighest = highestOfClause.get(clauseKey(finding))?.finding === finding;
      const isTop = highestOfUnit.get(finding.groupId)?.finding === finding;
      const unitFactor = isTop ? 1 : isHighest ? SCORE_RULE.furtherClauseShare : 0;
      return {
        findingId: finding.findingId,
        rulingId: finding.rulingId,
        groupId: finding.groupId,
        clause: finding.clause,
        tier: finding.tier,
        outcome: finding.outcome,
        recurs: finding.recurs,
        rectification: part.rectification,
        w: part.w,
        rho: part.rho,
        g: part.g,
        alone: part.points,
        unitFactor,
        points: part.points * unitFactor,
      };
    })
    .sort((a, b) => byId(a.groupId, b.groupId) || byId(a.clause, b.clause) || byId(a.findingId, b.findingId));
}

function clauseKey(finding: ScoredFinding): string {
  return JSON.stringify([finding.groupId, finding.clause]);
}

function raise<T extends { part: { points: number } }>(highest: Map<string, T>, key: string, one: T): void {
  const before = highest.get(key);
  if (!before || one.part.points > before.part.points) highest.set(key, one);
}
