import { db } from "@/db/client";
import {
  agedAudio,
  agedCases,
  agedDialRecordings,
  agedPublications,
  archivePublication,
  forgetOriginal,
} from "@/db/queries/retention";
import { SYSTEM } from "@/domain/actors";
import { addDays, type Day, dayOf, type Instant } from "@/domain/day";
import { isClosed } from "@/domain/procedure";
import { audioUntil, caseFileUntil, dialRecordingUntil, type KeptKind, publishedUntil } from "@/domain/retention";
import type { EvidenceStore } from "@/platform/evidence-store";
import { errorFields, log } from "@/platform/log";
import { openCase } from "./enforce-deadlines";
import { eraseLocked } from "./erase-complaint";
import { announcePublicChange } from "./public-change";

const BATCH = 500;

/** One thing whose time is over, by id; `until`: the last day on which it is kept. */
export interface Leaving {
  readonly kind: KeptKind;
  /** Of the case, the file, or the public ruling's number. */
  readonly id: string;
  readonly until: Day;
}

/** What goes when its time is over by `day` (kept through the day before): nothing open, nothing under review. Ids only, for administrators. */
export async function leavingBy(day: Day, limit = BATCH): Promise<Leaving[]> {
  const [cases, audio, dial, shown] = await Promise.all([
    agedCases(db(), day, limit),
    agedAudio(db(), day, limit),
    agedDialRecordings(db(), day, limit),
    agedPublications(db(), day, limit),
  ]);
  const all: Leaving[] = [
    ...cases.map((c) => ({
      kind: c.state === "declined" ? ("declined_file" as const) : ("case_file" as const),
      id: c.id,
      until: caseFileUntil(c.state, c.closedOn),
    })),
    ...audio.map((a) => ({ kind: "audio" as const, id: a.id, until: audioUntil(a.closedOn) })),
    ...dial.map((d) => ({ kind: "dial_recording" as const, id: d.id, until: dialRecordingUntil(d.quarter) })),
    ...shown.map((p) => ({ kind: "publication" as const, id: p.number, until: publishedUntil(p.signedOn, p.findings) })),
  ];
  return all.filter((one) => one.until < day).sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}

/**
 * Carries out the periods of RULES §5 as of `now`: files of closed cases are anonymised, recordings and publications go. Each in a transaction of
 * its own; what fails is logged and stays for the next night. Answers how many of each went.
 */
export async function keepPeriods(store: EvidenceStore, now: Instant): Promise<Record<KeptKind, number>> {
  const today = dayOf(now);
  const gone: Record<KeptKind, number> = { case_file: 0, declined_file: 0, audio: 0, dial_recording: 0, publication: 0 };
  const attempt = async (kind: KeptKind, id: string, work: () => Promise<boolean>) => {
    try {
      if (await work()) gone[kind] += 1;
    } catch (error) {
      log("error", "retention.failed", { kind, id, ...errorFields(error) });
    }
  };
  for (const one of await agedCases(db(), today, BATCH)) {
    if (caseFileUntil(one.state, one.closedOn) >= today) continue;
    await attempt(one.state === "declined" ? "declined_file" : "case_file", one.id, () => anonymise(store, one.id, now));
  }
  for (const one of await agedAudio(db(), today, BATCH)) {
    if (audioUntil(one.closedOn) >= today) continue;
    await attempt("audio", one.id, () => removeAudio(store, one, now));
  }
  for (const one of await agedDialRecordings(db(), today, BATCH)) {
    if (dialRecordingUntil(one.quarter) >= today) continue;
    await attempt("dial_recording", one.id, async () => {
      await store.storage.delete(one.storageKey);
      await forgetOriginal(db(), one.id, now);
      return true;
    });
  }
  for (const one of await agedPublications(db(), today, BATCH)) {
    if (publishedUntil(one.signedOn, one.findings) >= today) continue;
    await attempt("publication", one.number, () =>
      db().transaction(async (tx) => {
        const archived = await archivePublication(tx, one.id, today);
        if (archived) await announcePublicChange(tx, { rulings: [one.number], companies: [one.companyId] });
        return archived;
      }),
    );
  }
  return gone;
}

async function anonymise(store: EvidenceStore, id: string, now: Instant): Promise<boolean> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, SYSTEM, { id }, now);
    const { state, closedAt } = file.snapshot;
    // Reopened or taken under review since it was listed.
    if (!isClosed(state) || closedAt === null || caseFileUntil(state, dayOf(closedAt)) >= dayOf(now)) return false;
    await eraseLocked(tx, store, file, now);
    return true;
  });
}

async function removeAudio(
  store: EvidenceStore,
  file: { id: string; complaintId: string; storageKey: string },
  now: Instant,
): Promise<boolean> {
  return db().transaction(async (tx) => {
    const { snapshot } = await openCase(tx, SYSTEM, { id: file.complaintId }, now);
    if (!isClosed(snapshot.state) || snapshot.closedAt === null || audioUntil(dayOf(snapshot.closedAt)) >= dayOf(now))
      return false;
    await store.storage.delete(file.storageKey);
    await forgetOriginal(tx, file.id, now);
    return true;
  });
}

/** Days ahead that the preview for administrators looks. */
export const PREVIEW_DAYS = 30;

/** What goes within the next PREVIEW_DAYS days. */
export const leavingSoon = (now: Instant): Promise<Leaving[]> => leavingBy(addDays(dayOf(now), PREVIEW_DAYS));
