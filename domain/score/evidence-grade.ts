import { SCORE_RULE } from "./rule";
import type { Band, CompanyScore, EvidenceGrade } from "./types";

/** What the evidence allows to be said (Rules §6): I score and rank, II score, III band only, NR nothing. */
export function gradeOfEvidence(decided: number, tests: number, reliability: number): EvidenceGrade {
  const { gradeI, gradeII, gradeIII } = SCORE_RULE.evidence;
  if (decided >= gradeI.decided && reliability >= gradeI.reliability) return "I";
  if ((decided >= gradeII.decided || tests >= gradeII.tests) && reliability >= gradeII.reliability) return "II";
  if (decided >= gradeIII.decided) return "III";
  return "NR";
}

/** Scores are published to one decimal. */
export function roundScore(score: number): number {
  return Math.round(score * 10) / 10;
}

/** Band of a score as it is published, so that no reader sees 90.0 in band B. */
export function bandOf(score: number): Band {
  const { A, B, C, D } = SCORE_RULE.bands;
  const shown = roundScore(score);
  return shown >= A ? "A" : shown >= B ? "B" : shown >= C ? "C" : shown >= D ? "D" : "E";
}

export interface ShownScore {
  readonly score: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly band: Band | null;
  readonly grade: EvidenceGrade;
  readonly ranked: boolean;
}

/** What of a score may be published at its grade of evidence, rounded to 0.1. */
export function shownScore(score: Pick<CompanyScore, "S" | "lower" | "upper" | "grade" | "band">): ShownScore {
  const { grade } = score;
  if (grade === "NR") return { score: null, lower: null, upper: null, band: null, grade, ranked: false };
  if (grade === "III") return { score: null, lower: null, upper: null, band: score.band, grade, ranked: false };
  const [S, lower, upper] = [score.S, score.lower, score.upper].map(roundScore) as [number, number, number];
  return { score: S, lower, upper, band: score.band, grade, ranked: grade === "I" };
}
