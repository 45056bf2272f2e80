import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database, Tx } from "@/db/client";
import * as schema from "@/db/schema";
import { SEED_CALENDAR } from "@/domain/calendar-seed";
import { addDays, type Day, dayOf, type Quarter, quarterBounds, startOfDay } from "@/domain/day";
import { evidenceStore } from "@/platform/evidence-store";
import { examine } from "@/platform/file-kinds/examine";
import { putSealed } from "@/platform/storage/sealed-objects";
import { indexStale } from "@/services/index-rulings";
import { recomputeScore } from "@/services/recompute-score";
import { recordAuthority } from "@/services/record-authority";
import { sequenceLog } from "@/services/sequence-log";
import { readDemoFile } from "./attachments";
import { seedBadges } from "./badges";
import { loadCalendarSeed } from "./calendar";
import { fileRows } from "./case-file-rows";
import { wordsFor } from "./case-words";
import { closedContactRows, dialPlanRows, dialTestRows } from "./dial-tests";
import { seedPeople } from "./people";
import { DEMO_DAY, FIRST_DAY, planCases } from "./plan";
import { demoReadings } from "./readings";
import { demoCompanyId, seedRegister } from "./register";
import { seedReport } from "./report";
import { complaintRows, eventRows, publicationRows, rulingRows, type WordedCase } from "./rows";
import { seedSpecialChecks } from "./special-checks";
import { COMPANIES } from "./stories";
import { walkCase } from "./walk";
import { writtenFor } from "./written-evidence";

/** When the demo begins: 9:00 of its first day, a working day. */
export const DEMO_START = new Date(startOfDay(DEMO_DAY).getTime() + 9 * 3_600_000);
const SCORED: readonly Quarter[] = ["2025Q3", "2025Q4", "2026Q1", "2026Q2"];

async function insertAll(tx: Tx, table: PgTable, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await tx.insert(table).values(rows.slice(at, at + 500) as never);
}

/** Lives every planned case through the domain. */
function demoCases(): WordedCase[] {
  return planCases().map((plan) => {
    const words = wordsFor(plan, plan.files);
    const files = plan.files.length > 0 ? plan.files : writtenFor(plan, words);
    return { ...walkCase(plan, files, SEED_CALENDAR, DEMO_START), words };
  });
}

/** Public numbers in order of signing. */
function numbersOf(cases: readonly WordedCase[]): Map<string, string> {
  const signed = cases.flatMap((c) =>
    c.events.flatMap((e) => (e.type === "ruling_signed" ? [{ id: e.data.rulingId, at: e.at }] : [])),
  );
  signed.sort((a, b) => a.at.getTime() - b.at.getTime());
  return new Map(signed.map((s, i) => [s.id, `${dayOf(s.at).slice(0, 4)}-${String(i + 1).padStart(5, "0")}`]));
}

async function loadCases(tx: Tx, cases: readonly WordedCase[], today: Day): Promise<void> {
  const numbers = numbersOf(cases);
  const all = cases.map((c, i) => ({
    c,
    ...complaintRows(c, i, cases.length, SEED_CALENDAR, today),
    file: fileRows(c, SEED_CALENDAR, today),
    ruling: rulingRows(c),
  }));
  await insertAll(
    tx,
    schema.complaints,
    all.map((a) => a.row),
  );
  await insertAll(
    tx,
    schema.complaintTexts,
    all.map((a) => a.text),
  );
  await insertAll(
    tx,
    schema.complaintContacts,
    all.map((a) => a.contact),
  );
  await insertAll(
    tx,
    schema.consents,
    all.flatMap((a) => a.consents),
  );
  await insertAll(
    tx,
    schema.allegations,
    all.flatMap((a) => a.allegations),
  );
  await insertAll(
    tx,
    schema.caseEvents,
    all.flatMap((a) => eventRows(a.c, (id) => numbers.get(id) ?? "")).sort((a, b) => a.at.getTime() - b.at.getTime()),
  );
  await insertAll(
    tx,
    schema.supplementRequests,
    all.flatMap((a) => a.file.supplementRequests),
  );
  await insertAll(
    tx,
    schema.decisions,
    all.flatMap((a) => a.file.decisions),
  );
  await insertAll(
    tx,
    schema.services,
    all.flatMap((a) => a.file.services),
  );
  await insertAll(
    tx,
    schema.companyReplies,
    all.flatMap((a) => a.file.companyReplies),
  );
  await insertAll(
    tx,
    schema.recordRequests,
    all.flatMap((a) => a.file.recordRequests),
  );
  await insertAll(
    tx,
    schema.draftComments,
    all.flatMap((a) => a.file.draftComments),
  );
  await insertAll(
    tx,
    schema.reviews,
    all.flatMap((a) => a.file.reviews),
  );
  await insertAll(
    tx,
    schema.rulings,
    all.flatMap((a) => (a.ruling ? [a.ruling.ruling] : [])),
  );
  await insertAll(
    tx,
    schema.findings,
    all.flatMap((a) => a.ruling?.findings ?? []),
  );

  const accepted = acceptedBy(cases);
  const published = cases.flatMap((c) => {
    const ruledAt = c.snapshot.ruledAt;
    const number = c.snapshot.rulingId ? numbers.get(c.snapshot.rulingId) : undefined;
    if (!ruledAt || !number) return [];
    const before = accepted.filter((a) => a.company === c.plan.company.slug && a.acceptedOn <= dayOf(ruledAt));
    return publicationRows(c, number, before, SEED_CALENDAR) ?? [];
  });
  await insertAll(
    tx,
    schema.publishedRulings,
    published.map((p) => p.head),
  );
  await insertAll(
    tx,
    schema.publishedFindings,
    published.flatMap((p) => p.findings),
  );
  await insertAll(
    tx,
    schema.rectifications,
    all.flatMap((a) => a.file.rectifications),
  );
  await insertAll(
    tx,
    schema.rectificationReports,
    all.flatMap((a) => a.file.reports),
  );
  await tx.execute(sql`select setval('ruling_numbers', ${numbers.size})`);
}

function acceptedBy(cases: readonly WordedCase[]) {
  return cases.flatMap((c) =>
    c.snapshot.rectifications.flatMap((r) => {
      const rows = rulingRows(c);
      const clause = rows?.findings.find((f) => f.id === r.findingId)?.clause;
      return r.acceptedAt && clause ? [{ company: c.plan.company.slug, clause, acceptedOn: dayOf(r.acceptedAt) }] : [];
    }),
  );
}

/** What intake would have read from a file's content. Throws for a file that intake would refuse. */
async function readFacts(name: string, content: Buffer) {
  const found = await examine({
    bytes: content.length,
    read: (start, end) => Promise.resolve(content.subarray(start, end + 1)),
  });
  if (!found.ok) throw new Error(`the demo file ${name} would be refused: ${found.why}`);
  const { kind, mediaType, format, active, drawable, width, height } = found;
  return { kind, mediaType, facts: { format, active, drawable, width, height } };
}

/** Seals the files into storage, each handed in on its own. */
async function loadEvidence(tx: Tx, cases: readonly WordedCase[]): Promise<void> {
  const { storage, master } = await evidenceStore();
  const known = new Map<string, Awaited<ReturnType<typeof readFacts>>>();
  const rows = [];
  for (const c of cases)
    for (const [i, file] of c.files.entries()) {
      const storageKey = `evidence/${file.id}`;
      const content = file.content ?? readDemoFile(file.file);
      await putSealed(storage, storageKey, content, master);
      const read = known.get(file.sha256) ?? (await readFacts(file.name, content));
      known.set(file.sha256, read);
      rows.push({
        id: file.id,
        complaintId: c.id,
        side: "complainant",
        originalName: file.name,
        ...read,
        bytes: file.bytes,
        sha256: file.sha256,
        storageKey,
        status: "received",
        ord: i + 1,
        createdAt: c.snapshot.filedAt,
        receivedAt: c.snapshot.filedAt,
      });
    }
  await insertAll(tx, schema.evidenceFiles, rows);
  await insertAll(tx, schema.evidenceReadings, await demoReadings(cases));
}

/** Scores at each quarter's end and today, in order, so that each period is frozen from the one before. */
async function loadScores(tx: Tx, today: Day): Promise<void> {
  const ends: Day[] = [...SCORED.map((q) => quarterBounds(q).last), today];
  for (const asOf of ends) for (const company of COMPANIES) await recomputeScore(tx, demoCompanyId(company.slug), asOf);
}

/** Fills an empty database with the demo (as its owner): register, people, fifteen months of cases, scores, and the clock on the demo's day. */
export async function loadDemo(db: Database): Promise<void> {
  const today = dayOf(DEMO_START);
  const cases = demoCases();
  await db.transaction(async (tx) => {
    await tx.insert(schema.portalClock).values({ id: 1, mode: "demo", anchorReal: new Date(), anchorPortal: DEMO_START });
    // A history is written down: heard by the ledger off the real clock only (migration 0024).
    await tx.execute(sql`select set_config('answered.loading', 'yes', true)`);
    await loadCalendarSeed(tx);
    await seedRegister(tx, addDays(FIRST_DAY, -200));
    await seedPeople(tx);
    await loadCases(tx, cases, today);
    await loadEvidence(tx, cases);
    await insertAll(tx, schema.dialPlans, dialPlanRows());
    await insertAll(tx, schema.dialTests, dialTestRows());
    await insertAll(tx, schema.dialContactsClosed, closedContactRows());
    await loadScores(tx, today);
    await seedBadges(tx, ["2026Q1", "2026Q2", "2026Q3"], today);
    await seedSpecialChecks(tx, today);
    await seedReport(tx, DEMO_START);
  });
  await recordAuthority(db, DEMO_START);
  await indexStale(db);
  await sequenceLog(db);
  await db.execute(sql`analyze`);
}
