import type { Tx } from "@/db/client";
import {
  appendCheckEvent,
  checksNumbered,
  complaintsOfWeek,
  gatherCases,
  insertCheck,
  insertCheckWeek,
  insertOpeningCases,
  knownWeeks,
  lockSpecialChecks,
  openCheckOf,
  type SpecialCheckRow,
  type WeekCount,
  weekCounts,
} from "@/db/queries/special-checks";
import { SYSTEM } from "@/domain/actors";
import { addDays, type Day, dayOf, type Instant, yearOf } from "@/domain/day";
import {
  CLAUSE_LEAST,
  checkNumber,
  inflowThreshold,
  type Judged,
  judgeWeek,
  trailingMean,
  WEEKS_JUDGED,
  weekOf,
} from "@/domain/special-check";
import { announcePublicChange } from "./public-change";
import { tellOfCheck } from "./tell-of-check";

/**
 * Opens a special check for each company, week and measure whose count reaches its number (RULES §6), exactly once whichever worker looks, and
 * gathers the cases of those that are open. While a check of the same measure is open a further week is written down in it. The score is not
 * touched. Answers the numbers of new checks and how many cases came in.
 */
export async function openSpecialChecks(tx: Tx, now: Instant): Promise<{ opened: string[]; gathered: number }> {
  await lockSpecialChecks(tx);
  const from = addDays(weekOf(dayOf(now)), -7 * (WEEKS_JUDGED - 1));
  const known = new Set((await knownWeeks(tx, from)).map(keyOf));
  const opened: SpecialCheckRow[] = [];
  for (const { row, mean } of reached(await weekCounts(tx, from, now), from)) {
    if (known.has(keyOf(row))) continue;
    const complaints = await complaintsOfWeek(tx, row.companyId, row.week, now);
    const judged = judgeWeek(complaints, row.clause === null ? { clause: null, mean } : { clause: row.clause });
    if (!judged.opens) continue;
    const check = await writeDown(tx, row, judged, now);
    if (check) opened.push(check);
  }
  const gathered = await gatherCases(tx, now);
  for (const check of opened) await tellOfCheck(tx, check, "opened", ["supervisor", "company"]);
  const numbers = opened.map((check) => check.number);
  if (opened.length > 0) await announcePublicChange(tx, { companies: opened.map((check) => check.companyId), checks: numbers });
  return { opened: numbers, gathered };
}

const keyOf = (row: { companyId: string; week: Day; clause: string | null }) =>
  `${row.companyId} ${row.week} ${row.clause ?? ""}`;

/** Weeks whose count reaches its number, in order of time, each with μ of its company. */
function reached(counts: readonly WeekCount[], from: Day): { row: WeekCount; mean: number }[] {
  const byCompany = new Map<string, Map<Day, number>>();
  for (const row of counts)
    if (row.clause === null)
      byCompany.set(row.companyId, (byCompany.get(row.companyId) ?? new Map<Day, number>()).set(row.week, row.complainants));
  return counts
    .filter((row) => row.week >= from)
    .map((row) => ({ row, mean: trailingMean(byCompany.get(row.companyId) ?? new Map(), row.week) }))
    .filter(({ row, mean }) => row.complainants >= (row.clause === null ? inflowThreshold(mean) : CLAUSE_LEAST))
    .sort((a, b) => (sortKey(a.row) < sortKey(b.row) ? -1 : 1));
}
const sortKey = (row: WeekCount) => `${row.week} ${row.companyId} ${row.clause ?? ""}`;

/** Into the open check of the same measure as a further week, else as a new check; null when none is new. */
async function writeDown(tx: Tx, row: WeekCount, judged: Judged, now: Instant): Promise<SpecialCheckRow | null> {
  const figures = { complainants: judged.complainants, threshold: judged.threshold, mean: judged.mean };
  const running = await openCheckOf(tx, row.companyId, row.clause);
  if (running) {
    await insertCheckWeek(tx, { checkId: running.id, week: row.week, ...figures, seenAt: now });
    return null;
  }
  const year = String(yearOf(dayOf(now)));
  const check = await insertCheck(tx, {
    number: checkNumber(year, (await checksNumbered(tx, year)) + 1),
    companyId: row.companyId,
    week: row.week,
    trigger: row.clause === null ? "inflow" : "clause",
    clause: row.clause,
    ...figures,
    openedAt: now,
  });
  if (!check) return null;
  await insertOpeningCases(tx, check.id, judged.counted);
  await appendCheckEvent(tx, check.id, "opened", SYSTEM, now);
  return check;
}
