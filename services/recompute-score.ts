import type { Tx } from "@/db/client";
import { anyDueBefore } from "@/db/queries/case-batch";
import { portalNow } from "@/db/queries/clock";
import { currentCompanyId, rootCompanyIds } from "@/db/queries/companies";
import { lockScores, periodParameters, putPeriod, putScore, scoreInput } from "@/db/queries/scores";
import { addDays, type Day, dayOf, type Quarter, quarterBounds, quarterOf } from "@/domain/day";
import { scoreCompany } from "@/domain/score/compliance-score";
import { freezeParameters } from "@/domain/score/parameters";
import type { CompanyScore, PeriodParameters } from "@/domain/score/types";
import { reviewBadge } from "./review-badge";

/**
 * The parameters a period is judged by. When they are not frozen yet they are computed from the scores at the end of the period before and
 * stored, once and for all (RULES §6). While a deadline of the period before is still to be enforced they are computed anew each time, so that
 * whichever case a sweep takes first does not decide them; `settled`: what could be enforced has been.
 */
export async function parametersFor(tx: Tx, period: Quarter, settled = false): Promise<PeriodParameters> {
  const frozen = await periodParameters(tx, period);
  if (frozen) return frozen;
  const dayBefore = addDays(quarterBounds(period).first, -1);
  const before = quarterOf(dayBefore);
  const known = await periodParameters(tx, before);
  const scores: CompanyScore[] = [];
  if (known)
    for (const id of await rootCompanyIds(tx)) {
      const input = await scoreInput(tx, id, dayBefore);
      if (input) scores.push(scoreCompany(input, known, dayBefore));
    }
  const parameters = freezeParameters(period, dayBefore, scores);
  if (settled || !(await anyDueBefore(tx, quarterBounds(period).first))) await putPeriod(tx, parameters, await portalNow(tx));
  return parameters;
}

/**
 * Computes and stores a company's score at 24:00 of `asOf` from the public record; a merged entry's is that of the company it went into. A badge
 * whose conditions no longer hold is revoked with it.
 */
export async function recomputeScore(tx: Tx, companyId: string, asOf: Day, settled = false): Promise<CompanyScore | null> {
  await lockScores(tx);
  const input = await scoreInput(tx, (await currentCompanyId(tx, companyId)) ?? companyId, asOf);
  if (!input) return null;
  const score = scoreCompany(input, await parametersFor(tx, quarterOf(asOf), settled), asOf);
  await putScore(tx, score, quarterBounds(quarterOf(asOf)).last === asOf, await portalNow(tx));
  await reviewBadge(tx, score);
  return score;
}

/** Every company's score as of yesterday's end; the nightly job, run after all that was due has been enforced, which also leaves the quarter-end scores behind. */
export async function recomputeAllScores(tx: Tx): Promise<number> {
  const today = dayOf(await portalNow(tx));
  const ids = await rootCompanyIds(tx);
  const quarterEnd = addDays(quarterBounds(quarterOf(today)).first, -1);
  for (const id of ids) {
    await recomputeScore(tx, id, quarterEnd, true);
    await recomputeScore(tx, id, today, true);
  }
  return ids.length;
}
