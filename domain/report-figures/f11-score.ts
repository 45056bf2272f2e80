import { roundScore, shownScore } from "../score/evidence-grade";
import type { ReportDataset, ScoreFact } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { median } from "./quantiles";

const COLUMNS = [
  { name: "companyId", type: "code" },
  { name: "sector", type: "code" },
  { name: "score", type: "decimal", unit: "points" },
  { name: "lower90", type: "decimal", unit: "points" },
  { name: "upper90", type: "decimal", unit: "points" },
  { name: "grade", type: "code", values: "figures.values.grade" },
  { name: "band", type: "code" },
  { name: "decided", type: "integer", unit: "cases" },
  { name: "exposure", type: "decimal", unit: "contacts_100k" },
  { name: "previous", type: "decimal", unit: "points" },
  { name: "change", type: "decimal", unit: "points" },
] as const satisfies readonly Column[];

/**
 * F11 score: S with its 90 % interval, grade of evidence, number of decisions, exposure and change, as far as the grade lets each be
 * said (Rules §6): III has a band only, NR nothing. The change is that of the published figures and needs a score in both periods.
 */
export function scores(dataset: ReportDataset) {
  const rows = dataset.scores.map(rowOf);
  const graded = (grade: string) => rows.filter((row) => row.grade === grade).length;
  const scored = rows.flatMap((row) => row.score ?? []);
  return makeFigure(dataset, {
    id: "F11",
    unit: "points",
    columns: COLUMNS,
    rows,
    headline: { median: median(scored), scored: scored.length, ranked: graded("I") },
    counts: {
      companies: rows.length,
      gradeI: graded("I"),
      gradeII: graded("II"),
      gradeIII: graded("III"),
      notRated: graded("NR"),
    },
  });
}

function rowOf(fact: ScoreFact) {
  const { score, lower, upper, band } = shownScore(fact);
  const previous = fact.previous && shownScore({ ...fact, ...fact.previous }).score;
  return {
    companyId: fact.companyId,
    sector: fact.sector,
    score,
    lower90: lower,
    upper90: upper,
    grade: fact.grade,
    band,
    decided: fact.decided,
    exposure: Math.round(fact.E * 100_000) / 100_000,
    previous,
    change: score === null || previous === null ? null : roundScore(score - previous),
  } satisfies Row<typeof COLUMNS>;
}
