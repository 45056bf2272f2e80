import type { Database } from "@/db/client";
import { foldStatistics } from "@/db/queries/statistics";
import { enqueue, type JobName, type Jobs } from "@/db/queues";
import { dayOf } from "@/domain/day";
import { NIGHTLY_SAMPLE } from "@/domain/evidence-check";
import { evidenceStore } from "@/platform/evidence-store";
import { keepSearch } from "@/services/build-search";
import { cleanUp } from "@/services/clean-up";
import { decideBadges } from "@/services/decide-badges";
import { drawDialPlans } from "@/services/draw-dial-plan";
import { enforceDueCases } from "@/services/enforce-due-cases";
import { announceDraftEnds, removeExpiredDrafts } from "@/services/expire-drafts";
import { keepPeriods } from "@/services/keep-periods";
import { makeDump } from "@/services/make-dump";
import { makePublicCopy, proposeForFile } from "@/services/make-public-copy";
import { openSpecialChecks } from "@/services/open-special-checks";
import { announcePublicChange } from "@/services/public-change";
import { readEvidence, resumeReadings } from "@/services/read-evidence";
import { recomputeAllScores } from "@/services/recompute-score";
import { recordAuthority } from "@/services/record-authority";
import { sendDeskDigests } from "@/services/send-desk-digests";
import { sendDigests } from "@/services/send-digests";
import { sendQueuedMail } from "@/services/send-mail";
import { sequenceLog } from "@/services/sequence-log";
import { verifyEvidence } from "@/services/verify-evidence";

/** What a job is given beside its data: the worker's database and the portal's time when it began. */
export type JobContext = { db: Database; now: Date };
export type Handler<N extends JobName> = (data: Jobs[N], context: JobContext) => Promise<unknown>;

/** One handler a queue, a thin wrapper round a service. A job may run twice (a worker killed before it said "done"), so each is idempotent. */
export const HANDLERS: { [N in JobName]: Handler<N> } = {
  "send-mail": ({ mailId }, { db, now }) => sendQueuedMail(db, mailId, now),
  "enforce-deadlines": () => enforceDueCases(),
  "expire-drafts": async (_data, { now }) => {
    await announceDraftEnds(now);
    await removeExpiredDrafts((await evidenceStore()).storage, now);
  },
  // What ran out on a quarter's last day counts before the next quarter's parameters are frozen.
  "recompute-scores": async (_data, { db }) => {
    await enforceDueCases();
    return db.transaction(async (tx) => {
      const count = await recomputeAllScores(tx);
      // At the quarter's turn the badge is decided on the scores just made.
      await enqueue(tx, "decide-badges", {});
      return count;
    });
  },
  "decide-badges": (_data, { db, now }) => db.transaction((tx) => decideBadges(tx, dayOf(now))),
  "open-special-checks": (_data, { db, now }) => db.transaction((tx) => openSpecialChecks(tx, now)),
  "fold-statistics": (_data, { db }) => db.transaction((tx) => foldStatistics(tx)),
  "read-evidence": ({ evidenceId }) => readEvidence(evidenceId),
  "resume-readings": () => resumeReadings(),
  "make-dump": async (_data, { db, now }) => makeDump(db, (await evidenceStore()).storage, now),
  "send-digests": (_data, { db, now }) => sendDigests(db, now),
  "send-desk-digests": (_data, { db, now }) => sendDeskDigests(db, now),
  "clean-up": (_data, { db, now }) => cleanUp(db, now),
  "propose-regions": async ({ evidenceId }, { now }) => proposeForFile(await evidenceStore(), evidenceId, now),
  "make-public-copy": async ({ evidenceId }, { now }) => makePublicCopy(await evidenceStore(), evidenceId, now),
  "keep-periods": async (_data, { now }) => keepPeriods(await evidenceStore(), now),
  "keep-search": (_data, { db }) => keepSearch(db),
  "record-authority": async (_data, { db, now }) => {
    await enforceDueCases();
    const counted = await recordAuthority(db, now);
    // A new day stands on every page.
    await db.transaction((tx) => announcePublicChange(tx, { all: true }));
    return counted;
  },
  "sequence-log": (_data, { db }) => sequenceLog(db),
  "draw-dial-plans": (_data, { db, now }) => db.transaction((tx) => drawDialPlans(tx, now)),
  "verify-evidence": async (_data, { now }) => verifyEvidence(await evidenceStore(), now, { sample: NIGHTLY_SAMPLE }),
};
