import { randomBytes, randomUUID } from "node:crypto";
import { allegationsOf } from "@/db/queries/rulings";
import { companies, companyAliases, evidenceFiles, users } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { clauseOf } from "@/domain/clauses";
import { addDays, type Day, startOfDay } from "@/domain/day";
import type { DraftAnswers } from "@/domain/filing";
import type { Outcome, Tier } from "@/domain/findings";
import { foldName } from "@/platform/fold-name";
import { acceptComplaint } from "./accept-complaint";
import { bindCompany } from "./bind-company";
import { ANSWERS, FILED_AT, type FilingBench, openFilingBench } from "./filing.fixture";
import { readAnswers } from "./read-answers";
import { replyToCase } from "./reply-to-case";
import { saveRulingDraft } from "./save-ruling-draft";
import { submitComplaint } from "./submit-complaint";

export type Person = Actor & { readonly userId: string };

export interface DeskBench extends FilingBench {
  readonly zhou: Person;
  readonly lin: Person;
  readonly he: Person;
  readonly tang: Person;
  readonly company: Person & { readonly companyId: string };
  readonly stranger: Person & { readonly companyId: string };
}

/** `hour` o'clock of a day in Shanghai. */
export const at = (day: Day, hour = 10) => new Date(startOfDay(day).getTime() + hour * 3_600_000);
export const later = (day: Day, days: number, hour = 10) => at(addDays(day, days), hour);

/** Two officers, two supervisors, a company with an account and another one, over an empty register of cases. */
export async function openDeskBench(): Promise<DeskBench> {
  const bench = await openFilingBench();
  const { db } = bench.test;
  const person = async (name: string, role: "officer" | "supervisor" | "company", companyId: string | null = null) => {
    const [row] = await db
      .insert(users)
      .values({ email: `${name}@example.com`, name, role, companyId })
      .returning({ id: users.id });
    return { role, userId: row?.id ?? "", ...(companyId ? { companyId } : {}) } as Person & { companyId: string };
  };
  const firm = async (slug: string, name: string) => {
    const [row] = await db
      .insert(companies)
      .values({ slug, name, nameHant: name, nameEn: slug, pinyin: slug, sector: "retail", sizeClass: "large" })
      .returning({ id: companies.id });
    const companyId = row?.id ?? "";
    await db.insert(companyAliases).values({ companyId, alias: name, folded: foldName(name), kind: "name" });
    return companyId;
  };
  const [luting, beimai] = [await firm("luting", "鹿汀商城"), await firm("beimai", "北麦电器")];
  return {
    ...bench,
    zhou: await person("zhou", "officer"),
    lin: await person("lin", "officer"),
    he: await person("he", "supervisor"),
    tang: await person("tang", "supervisor"),
    company: await person("agent", "company", luting),
    stranger: await person("other", "company", beimai),
  };
}

/** A complaint as filed, and its holder. */
export async function fileComplaint(
  answers: Partial<Record<keyof typeof ANSWERS | string, string | readonly string[]>> = {},
  now = FILED_AT,
): Promise<{ id: string; reference: string; holder: Actor }> {
  const read = readAnswers({ ...ANSWERS, occurredOn: "2026-09-05", ...answers } as DraftAnswers, now);
  if (!read.input) throw new Error(`the fixture's answers are wrong: ${JSON.stringify(read.faults)}`);
  const { row } = await submitComplaint(
    { role: "public" },
    read.input,
    { key: randomUUID(), seed: randomBytes(32).toString("hex"), origin: "receipt", locale: "zh-Hans" },
    now,
  );
  return { id: row.id, reference: row.reference, holder: { role: "complainant", complaintId: row.id } };
}

/** A file of a case, received; nothing lies in storage. */
export async function addFile(bench: DeskBench, complaintId: string, side: "complainant" | "company"): Promise<string> {
  const [row] = await bench.test.db
    .insert(evidenceFiles)
    .values({
      complaintId,
      side,
      originalName: "录音.m4a",
      kind: "audio",
      bytes: 10,
      sha256: randomBytes(32).toString("hex"),
      status: "received",
    })
    .returning({ id: evidenceFiles.id });
  return row?.id ?? "";
}

/** A case accepted, served and answered by its company, all on one day. */
export async function caseInHand(bench: DeskBench, day: Day, answers = {}) {
  const filed = await fileComplaint(answers, at(day, 9));
  await bindCompany(bench.zhou, { reference: filed.reference, companyId: bench.company.companyId }, at(day));
  await acceptComplaint(bench.zhou, filed.reference, at(day, 11));
  await replyToCase(bench.company, { reference: filed.reference, kind: "reply", body: "当天进线是平日的三倍。" }, at(day, 15));
  return filed;
}

interface Written {
  outcome?: Outcome;
  tier?: Tier | null;
  tierReason?: string | null;
  evidenceIds?: string[];
}

/** Writes a complete finding for every allegation of a case, upheld at the clause's own tier unless said otherwise. */
export async function writeFindings(
  bench: DeskBench,
  filed: { id: string; reference: string },
  now: Date,
  written: Written = {},
) {
  const allegations = await allegationsOf(bench.test.db, filed.id);
  const outcome = written.outcome ?? "upheld";
  const upheld = outcome === "upheld" || outcome === "partly_upheld";
  return saveRulingDraft(
    bench.zhou,
    {
      reference: filed.reference,
      title: "等人工21分30秒",
      decision: "公司应当在七个工作日内整改。",
      findings: allegations.map((a) => ({
        allegationId: a.id,
        clause: a.clause,
        outcome,
        tier: upheld ? (written.tier ?? clauseOf(a.clause)?.tier ?? null) : null,
        tierReason: written.tierReason ?? null,
        title: "没有马上转人工",
        facts: "录音显示从要求到接通21分30秒，投诉人王晓明电话13800138000。",
        reasons: "超过180秒。",
        evidenceIds: written.evidenceIds ?? [],
        measure: null,
      })),
    },
    now,
  );
}
