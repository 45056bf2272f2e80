import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { evidenceOf } from "@/db/queries/evidence";
import { acceptedRectifications, type FindingRow, insertPublication, type RulingRow, replyOf } from "@/db/queries/rulings";
import { dayOf, type Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import type { Outcome, Tier } from "@/domain/findings";
import type { ConfirmedRedactions, Measure, PublishableTexts } from "@/domain/publication/content";
import { incidentMonthOf, publicationRecord } from "@/domain/publication/record";
import { keyedHash } from "@/platform/keyed-hash";
import type { CaseFile } from "./case-file";

type WorkedRuling = RulingRow & { findings: readonly FindingRow[] };
interface Given {
  readonly number: string;
  readonly texts: PublishableTexts;
  readonly confirmed: ConfirmedRedactions;
  readonly now: Instant;
}

/** The public unit of a finding: company, complainant and month, so that nobody can tell who (RULES §6). */
export function findingGroup(companyId: string, complainant: string, month: string): string {
  return keyedHash("finding-group", companyId, complainant, month).slice(0, 24);
}

/** Writes the public record of a signed ruling (RULES §5). */
export async function publishRuling(tx: Tx, file: CaseFile, ruling: WorkedRuling, given: Given): Promise<void> {
  const { row, snapshot } = file;
  const company = row.companyId ? await findCompany(tx, { id: row.companyId }) : null;
  if (!company) throw new DomainError("missing_company");
  const kinds = new Map((await evidenceOf(tx, row.id)).map((e) => [e.id, `${e.side}_${e.kind ?? "text"}`]));
  const reply = await replyOf(tx, row.id);
  const clauses = ruling.findings.map((f) => f.clause);
  const { head, findings, content } = publicationRecord(
    {
      ...given,
      signedOn: dayOf(given.now),
      standardVersion: ruling.standardVersion,
      company,
      channel: row.channel,
      priorityGroup: row.priorityGroup,
      occurredOn: row.occurredOn,
      groupId: findingGroup(company.id, row.distinctHash ?? row.id, incidentMonthOf(row.occurredOn, snapshot)),
      repliedOn: reply ? dayOf(reply.at) : null,
      findings: ruling.findings.map((f) => ({
        id: f.id,
        clause: f.clause,
        outcome: f.outcome as Outcome,
        tier: f.tier as Tier | null,
        tierReason: f.tierReason,
        evidenceKinds: [...new Set(f.evidenceIds.flatMap((id) => kinds.get(id) ?? []))],
        measure: f.measure as Measure | null,
      })),
      accepted: await acceptedRectifications(tx, company.id, clauses),
    },
    snapshot,
    file.calendar,
  );
  const sha256 = createHash("sha256").update(content).digest("hex");
  await insertPublication(
    tx,
    { ...head, rulingId: ruling.id, complaintId: row.id, status: "not_final", signedAt: given.now, sha256 },
    findings,
  );
}
