import { ANSWERS } from "./answers";
import { DISCLOSURE } from "./disclosure";
import { PHONE } from "./phone";
import { PROMISES } from "./promises";
import { REACH } from "./reach";
import { GATES } from "./reach-gates";
import { RECORDS } from "./records";
import type { Situation, SituationKey } from "./types";
import { WAIT } from "./wait";

/** Every situation, in the order of the clauses. */
export const SITUATIONS: readonly Situation[] = [
  ...REACH,
  ...GATES,
  ...WAIT,
  ...PHONE,
  ...ANSWERS,
  ...PROMISES,
  ...DISCLOSURE,
  ...RECORDS,
];

/** Throws for a key without texts. */
export function situation(key: SituationKey): Situation {
  const found = SITUATIONS.find((s) => s.key === key);
  if (!found) throw new Error(`no situation ${key}`);
  return found;
}
