import type { Outcome } from "@/domain/findings";
import { FINDINGS_A } from "./findings-a";
import { FINDINGS_B } from "./findings-b";
import { FINDINGS_C } from "./findings-c";
import type { FindingText, StoryClause } from "./types";

const ALL = { ...FINDINGS_A, ...FINDINGS_B, ...FINDINGS_C };

/** What an officer may write on this clause with this outcome; never empty. Throws for a clause without texts. */
export function findingTexts(clause: StoryClause, outcome: Outcome): readonly FindingText[] {
  const texts = ALL[clause]?.[outcome];
  if (!texts?.length) throw new Error(`no finding text for ${clause} ${outcome}`);
  return texts;
}
