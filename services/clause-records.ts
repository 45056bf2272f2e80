import type { Tx } from "@/db/client";
import { clauseCounts } from "@/db/queries/statistics";
import { CLAUSES, clauseKey } from "@/domain/clauses";
import type { ClauseRecord } from "@/domain/open-data/records";
import en from "@/messages/en.json";
import hans from "@/messages/zh-Hans.json";
import hant from "@/messages/zh-Hant.json";

type Words = Record<string, { title: string; rule: string }>;
const wordsOf = (file: { clauses: unknown }) => file.clauses as Words;

/** The Standard as open data: each clause in three languages with its threshold, and how often it was looked at and found breached in final rulings. */
export async function clauseRecords(tx: Tx): Promise<ClauseRecord[]> {
  const counts = await clauseCounts(tx);
  const say = (file: { clauses: unknown }, id: string) => wordsOf(file)[clauseKey(id)] as Words[string];
  return CLAUSES.map((c) => ({
    clause: c.id,
    titleZhHans: say(hans, c.id).title,
    titleZhHant: say(hant, c.id).title,
    titleEn: say(en, c.id).title,
    ruleZhHans: say(hans, c.id).rule,
    ruleZhHant: say(hant, c.id).rule,
    ruleEn: say(en, c.id).rule,
    tier: c.tier,
    thresholdValue: c.threshold?.value ?? null,
    thresholdUnit: c.threshold?.unit ?? null,
    thresholdBound: c.threshold?.bound ?? null,
    evidence: c.evidence.map((together) => together.join("+")),
    standardVersion: c.version,
    reconstructed: c.reconstructed,
    decided: counts.get(c.id)?.decided ?? 0,
    upheld: counts.get(c.id)?.upheld ?? 0,
  }));
}
