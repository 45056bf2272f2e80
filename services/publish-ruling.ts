import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { evidenceOf } from "@/db/queries/evidence";
import { acceptedRectifications, type FindingRow, insertPublication, type RulingRow, replyOf } from "@/db/queries/rulings";
import { canonicalJson } from "@/domain/canonical-json";
import { type Day, dayOf, type Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import type { Outcome } from "@/domain/findings";
import { publishedClocks } from "@/domain/publication/clocks";
import { type ConfirmedRedactions, overallOutcome, type PublishableTexts } from "@/domain/publication/content";
import { redact } from "@/domain/redaction";
import { recursAtRuling, unitMonth } from "@/domain/score/recurrence";
import { keyedHash } from "@/platform/keyed-hash";
import type { CaseFile } from "./case-file";

type WorkedRuling = RulingRow & { findings: readonly FindingRow[] };
interface Given {
  readonly number: string;
  readonly texts: PublishableTexts;
  readonly confirmed: ConfirmedRedactions;
  readonly now: Instant;
}

/** Writes the public record of a signed ruling from the confirmed redaction (RULES §5): nothing else of the case gets there. */
export async function publishRuling(tx: Tx, file: CaseFile, ruling: WorkedRuling, given: Given): Promise<void> {
  const { row, snapshot } = file;
  const signedOn = dayOf(given.now);
  const company = row.companyId ? await findCompany(tx, { id: row.companyId }) : null;
  if (!company) throw new DomainError("missing_company");
  const shown = (place: string) => {
    const text = given.texts[place];
    if (text === undefined || text === "") return "";
    const confirmation = given.confirmed[place];
    if (confirmation?.text !== text) throw new DomainError("findings_incomplete", { message: "redaction_open" });
    return redact(text, [...confirmation.spans]);
  };
  const filedOn = dayOf(snapshot.filedAt);
  const incidentOn: Day = row.occurredOn ?? filedOn;
  const incidentMonth = unitMonth(row.occurredOn, filedOn);
  const accepted = await acceptedRectifications(
    tx,
    company.id,
    ruling.findings.map((f) => f.clause),
  );
  const kinds = new Map((await evidenceOf(tx, row.id)).map((e) => [e.id, `${e.side}_${e.kind ?? "text"}`]));
  const groupId = keyedHash("finding-group", company.id, row.distinctHash ?? row.id, incidentMonth).slice(0, 24);
  const reply = await replyOf(tx, row.id);
  const clocks = publishedClocks(snapshot, file.calendar, signedOn);

  const head = {
    number: given.number,
    companyId: company.id,
    sector: company.sector,
    channel: row.channel,
    priorityGroup: row.priorityGroup,
    outcome: overallOutcome(ruling.findings.map((f) => f.outcome as Outcome)),
    title: shown("title"),
    decision: shown("decision"),
    allegationCount: ruling.findings.length,
    companyReply: reply ? shown("reply") : null,
    companyRepliedOn: reply ? dayOf(reply.at) : null,
    replyFailing: clocks.some((c) => c.clock === "company_reply" && (c.state === "late" || c.state === "overdue"))
      ? reply
        ? "late"
        : "missing"
      : null,
    consumerWords: given.texts.words === undefined ? null : shown("words"),
    clocks,
    standardVersion: ruling.standardVersion,
    filedMonth: filedOn.slice(0, 7),
    signedOn,
  };
  const findings = ruling.findings.map((f, ord) => ({
    id: f.id,
    companyId: company.id,
    ord,
    clause: f.clause,
    standardVersion: ruling.standardVersion,
    outcome: f.outcome as Outcome,
    tier: f.tier,
    tierReason: f.tierReason ? shown(`finding.${f.id}.tierReason`) : null,
    title: shown(`finding.${f.id}.title`),
    facts: shown(`finding.${f.id}.facts`),
    reasons: shown(`finding.${f.id}.reasons`),
    evidenceKinds: [...new Set(f.evidenceIds.map((id) => kinds.get(id)).filter((k) => k !== undefined))],
    measure: f.measure,
    groupId,
    incidentMonth,
    recurs: recursAtRuling({ clause: f.clause, on: incidentOn }, accepted),
    signedOn,
  }));
  const sha256 = createHash("sha256")
    .update(canonicalJson({ ...head, findings }))
    .digest("hex");
  await insertPublication(
    tx,
    { ...head, rulingId: ruling.id, complaintId: row.id, status: "not_final", signedAt: given.now, sha256 },
    findings,
  );
}
