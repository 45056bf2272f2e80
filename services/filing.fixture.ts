import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateX25519Identity } from "age-encryption";
import { useDatabase as replaceDatabase } from "@/db/client";
import { calendarDays, calendarNotices, users } from "@/db/schema";
import { createTestDatabase, setTestClock, type TestDatabase } from "@/db/testing";
import type { Actor } from "@/domain/actors";
import { NOTICES, noticeDays } from "@/domain/calendar-seed";
import type { DraftAnswers, FilingStep } from "@/domain/filing";
import { STEP_FIELDS } from "@/domain/filing";
import { type EvidenceStore, replaceEvidenceStore } from "@/platform/evidence-store";
import { masterKeyFrom } from "@/platform/sealing/master-key";
import { FolderStorage } from "@/platform/storage/folder-storage";
import { issueApiKey } from "./api-keys";
import { saveDraft } from "./save-draft";

export interface FilingBench {
  readonly test: TestDatabase;
  readonly store: EvidenceStore;
  readonly folder: string;
  close(): Promise<void>;
}

/** Thursday 2026-09-17, 10:00 in Shanghai: the day of the first example of RULES §4. */
export const FILED_AT = new Date("2026-09-17T02:00:00Z");
export const minutes = (count: number, from = FILED_AT) => new Date(from.getTime() + count * 60_000);

/** A database with the working calendar, its clock at FILED_AT, and an evidence store of its own. */
export async function openFilingBench(): Promise<FilingBench> {
  const test = await createTestDatabase();
  replaceDatabase(test.db);
  await setTestClock(test.owner, FILED_AT);
  for (const { year, source } of NOTICES)
    await test.db.insert(calendarNotices).values({ year, source, loadedAt: new Date(`${year - 1}-12-01T00:00:00Z`) });
  await test.db.insert(calendarDays).values(NOTICES.flatMap(noticeDays));
  const folder = mkdtempSync(path.join(tmpdir(), "answered-filing-"));
  const store = {
    storage: new FolderStorage(path.join(folder, "storage")),
    master: await masterKeyFrom(await generateX25519Identity()),
  };
  replaceEvidenceStore(store);
  const close = async () => {
    await test.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { test, store, folder, close };
}

/** A complaint as the pages hold it: complete, with two situations and a phone number. */
export const ANSWERS: DraftAnswers = {
  companyName: "鹿汀商城",
  situations: ["asked_still_bot", "long_queue"],
  channel: "app",
  occurredOn: "2026-09-12",
  humanRequests: "二十次",
  waitMinutes: "21",
  waitSeconds: "30",
  reachedHuman: "no",
  narrative: "我在App里申请退款，说了二十次转人工，还是机器人。",
  wantsKinds: ["refund"],
  wants: "退回运费",
  filedFor: "self",
  phone: "138-0013-8000",
  priorityGroup: "senior",
  consents: ["share_with_company"],
};

/** Fills in a draft page by page, as a person does. Answers its code. */
export async function fillDraft(answers: DraftAnswers = ANSWERS, now = FILED_AT, userId?: string): Promise<string> {
  let token: string | undefined;
  for (const step of Object.keys(STEP_FIELDS) as FilingStep[]) {
    if (step === "check") continue;
    const saved = await saveDraft({ token, userId }, { step, form: { ...answers }, locale: "zh-Hans", done: true }, now);
    token ??= saved.newToken ?? undefined;
  }
  if (!token) throw new Error("no draft was made");
  return token;
}

/** An administrator and the key of a consumer body, for programs that file. */
export async function issueBenchKey({ test }: FilingBench): Promise<{ admin: Actor; id: string; key: string }> {
  const [person] = await test.db
    .insert(users)
    .values({ email: "admin@portal.example", role: "admin", name: "管理员" })
    .returning();
  const admin: Actor = { role: "admin", userId: person?.id as string };
  return { admin, ...(await issueApiKey(admin, "清河市消费者协会", FILED_AT)) };
}

/** A complaint as a program sends it, number `n` of many. */
export const complaintByProgram = (n: number) => ({
  companyName: "鹿汀商城",
  situations: ["asked_still_bot", "long_queue"],
  facts: { channel: "app", occurredOn: "2026-09-12", humanRequests: 20, waitSeconds: 1_290, reachedHuman: false },
  narrative: `说了二十次转人工，还是机器人。（第${n}位）`,
  wantsKinds: ["refund"],
  filedFor: "self",
  contact: { email: `person${n}@consumer.example` },
  consents: ["share_with_company"],
});
