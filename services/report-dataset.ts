import type { Tx } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { rootCompanyIds } from "@/db/queries/companies";
import { dialTestsAsOf } from "@/db/queries/dial-tests";
import {
  type CompanyPlace,
  casesUntil,
  companyPlaces,
  exposureFacts,
  type StoredScore,
  scoresOn,
} from "@/db/queries/report-dataset";
import { checksOpenedBefore } from "@/db/queries/special-checks";
import { CHANNELS } from "@/domain/case-events";
import { CLAUSE_IDS } from "@/domain/clauses";
import { lapse } from "@/domain/clocks";
import { SECTORS } from "@/domain/company-register";
import { addDays, addMonthsCalendar, type Day, dayOf, type Quarter, quarterBounds, quarterOf, startOfDay } from "@/domain/day";
import { applyEvent, replay } from "@/domain/replay";
import { complaintFact, freezeInstant } from "@/domain/report/complaint-fact";
import type { CheckFact, ComplaintFact, DialFact, ReportDataset, ScoreFact } from "@/domain/report-figures/dataset";
import { unitMonth } from "@/domain/score/recurrence";
import type { Band, EvidenceGrade } from "@/domain/score/types";
import type { CheckResult, CheckTrigger } from "@/domain/special-check";
import { recomputeScore } from "./recompute-score";

/**
 * Everything the figures of a quarter are made of, as known at 24:00 of `frozenOn`: each case replayed from its ledger up to then, and led on by
 * its clocks, so that a sweep that came late changes nothing. The register (company, sector, contacts) is today's.
 */
export async function reportDataset(tx: Tx, quarter: Quarter, frozenOn: Day): Promise<ReportDataset> {
  const { first, last } = quarterBounds(quarter);
  const before = quarterBounds(quarterOf(addDays(first, -1)));
  const yearBefore = quarterBounds(quarterOf(addMonthsCalendar(first, -12)));
  const places = await companyPlaces(tx);
  return {
    quarter,
    period: { from: first, to: last },
    previousPeriod: { from: before.first, to: before.last },
    yearBefore: { from: yearBefore.first, to: yearBefore.last },
    frozenOn,
    channels: CHANNELS,
    sectors: SECTORS,
    clauses: CLAUSE_IDS,
    complaints: await complaintFacts(tx, before.first, frozenOn, places),
    exposures: await exposureFacts(tx, quarter, places),
    scores: await scoreFacts(tx, last, before.last),
    dialTests: await dialFacts(tx, yearBefore.first, frozenOn, places),
    specialChecks: await checkFacts(tx, frozenOn, places),
  };
}

/** Special checks opened by the freeze; one concluded later was still running. */
async function checkFacts(tx: Tx, frozenOn: Day, places: ReadonlyMap<string, CompanyPlace>): Promise<CheckFact[]> {
  const until = freezeInstant(frozenOn);
  return (await checksOpenedBefore(tx, until)).map((row) => {
    const place = places.get(row.companyId);
    const concluded = row.concludedAt !== null && row.concludedAt < until ? row.concludedAt : null;
    return {
      number: row.number,
      companyId: place?.id ?? row.companyId,
      sector: place?.sector ?? "unknown",
      trigger: row.trigger as CheckTrigger,
      clause: row.clause,
      complainants: row.complainants,
      threshold: row.threshold,
      openedOn: dayOf(row.openedAt),
      concludedOn: concluded && dayOf(concluded),
      result: concluded && (row.result as CheckResult),
    };
  });
}

/** Dial tests as they stood at the freeze: what was corrected later is taken back. */
async function dialFacts(tx: Tx, from: Day, frozenOn: Day, places: ReadonlyMap<string, CompanyPlace>): Promise<DialFact[]> {
  const rows = await dialTestsAsOf(tx, startOfDay(from), freezeInstant(frozenOn));
  return rows.map((row) => {
    const place = places.get(row.companyId);
    return {
      testId: row.id,
      companyId: place?.id ?? row.companyId,
      sector: place?.sector ?? "unknown",
      channel: row.channel,
      testedOn: dayOf(new Date(row.testedAt)),
      priority: row.priority,
      humanRequests: row.humanRequests,
      secondsToHuman: row.secondsToHuman,
      promptSecond: row.promptSecond,
      priorityOffered: row.priorityOffered,
      passed: row.passed,
    };
  });
}

async function complaintFacts(
  tx: Tx,
  from: Day,
  frozenOn: Day,
  places: ReadonlyMap<string, CompanyPlace>,
): Promise<ComplaintFact[]> {
  const calendar = await loadCalendar(tx);
  const until = freezeInstant(frozenOn);
  const facts: ComplaintFact[] = [];
  for await (const one of casesUntil(tx, startOfDay(from), until)) {
    if (one.events.length === 0) continue;
    const told = replay(one.events);
    const s = lapse(told, calendar, dayOf(until)).reduce((state, event) => applyEvent(state, event), told);
    const place = s.companyId ? places.get(s.companyId) : undefined;
    const month = unitMonth(one.occurredOn, dayOf(s.filedAt));
    // The unit of the score: company, complainant and month of the incident. Nobody known: a complaint of its own.
    const distinctKey = one.distinctHash && place ? `${place.id} ${one.distinctHash} ${month}` : one.id;
    const origin = {
      id: one.id,
      distinctKey,
      companyId: place?.id ?? null,
      sector: place?.sector ?? null,
      findings: one.findings,
    };
    facts.push(complaintFact(s, origin, calendar, frozenOn));
  }
  return facts;
}

/** Scores at the end of the quarter and of the one before; those not stored yet are computed from the public record. */
async function scoreFacts(tx: Tx, asOf: Day, before: Day): Promise<ScoreFact[]> {
  const ids = await rootCompanyIds(tx);
  const earlier = await storedScores(tx, ids, before);
  const now = await storedScores(tx, ids, asOf);
  return ids.flatMap((id) => {
    const row = now.get(id);
    const previous = earlier.get(id);
    if (!row) return [];
    return {
      companyId: id,
      sector: (row.breakdown as { sector: string }).sector,
      S: row.score,
      lower: row.lower,
      upper: row.upper,
      grade: row.grade as EvidenceGrade,
      band: row.band as Band,
      decided: row.decided,
      E: row.exposure,
      previous: previous ? { S: previous.score, grade: previous.grade as EvidenceGrade } : null,
    };
  });
}

async function storedScores(tx: Tx, ids: readonly string[], asOf: Day): Promise<Map<string, StoredScore>> {
  const stored = await scoresOn(tx, asOf);
  const missing = ids.filter((id) => !stored.has(id));
  if (missing.length === 0) return stored;
  for (const id of missing) await recomputeScore(tx, id, asOf);
  return scoresOn(tx, asOf);
}
