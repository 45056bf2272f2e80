import { createHash } from "node:crypto";
import { db, type Tx } from "@/db/client";
import { findReport, putFigures, recordReportEvent, updateReport } from "@/db/queries/report-drafts";
import type { Actor } from "@/domain/actors";
import type { Day, Instant, Quarter } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { checkEdit, checkFreezeDay } from "@/domain/report/versions";
import { computeFigures } from "@/domain/report-figures/compute-figures";
import { figureCsv, figureJson } from "@/domain/report-figures/figure";
import { reportDataset } from "./report-dataset";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Computes every figure of a draft once, as known at 24:00 of `frozenOn`, and stores it with its hashes (RULES §7). A draft may be frozen again, which
 * is recorded; after publication nothing of it moves. Returns the SHA-256 over all figures. Throws `wrong_state`, `forbidden`, `too_early`.
 */
export async function freezeReport(actor: Actor, input: { reportId: string; frozenOn: Day }, now: Instant): Promise<string> {
  return db().transaction((tx) => freezeReportIn(tx, actor, input, now));
}

/** The same in a transaction of the caller. */
export async function freezeReportIn(
  tx: Tx,
  actor: Actor,
  input: { reportId: string; frozenOn: Day },
  now: Instant,
): Promise<string> {
  const report = await findReport(tx, input.reportId, true);
  if (!report) throw new DomainError("not_found");
  checkEdit(actor, report);
  const quarter = report.quarter as Quarter;
  checkFreezeDay(quarter, input.frozenOn, now);
  const figures = computeFigures(await reportDataset(tx, quarter, input.frozenOn));
  const rows = figures.map((figure) => {
    const [json, csv] = [figureJson(figure), figureCsv(figure)];
    return {
      reportId: report.id,
      figure: figure.id,
      json,
      jsonSha256: sha256(json),
      csv,
      csvSha256: sha256(csv),
      computedAt: now,
    };
  });
  await putFigures(tx, report.id, rows);
  await updateReport(tx, report.id, { frozenOn: input.frozenOn, updatedAt: now });
  const all = sha256(rows.map((row) => `${row.figure} ${row.jsonSha256} ${row.csvSha256}\n`).join(""));
  const data = { frozenOn: input.frozenOn, sha256: all };
  await recordReportEvent(tx, { reportId: report.id, at: now, actorId: actor.userId ?? null, type: "frozen", data });
  return all;
}
