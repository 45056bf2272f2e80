import { canonicalJson } from "../canonical-json";
import type { CaseSnapshot } from "../case-state";
import { type Day, dayOf } from "../day";
import { DomainError } from "../errors";
import type { Outcome, Tier } from "../findings";
import { redact } from "../redaction";
import { recursAtRuling, unitMonth } from "../score/recurrence";
import type { WorkCalendar } from "../working-days";
import { type PublishedClock, publishedClocks } from "./clocks";
import { type ConfirmedRedactions, type Measure, overallOutcome, type PublishableTexts } from "./content";

/** What the desk worked on, as far as publication needs it. */
export interface SignedRuling {
  readonly number: string;
  readonly signedOn: Day;
  readonly standardVersion: string;
  readonly company: { readonly id: string; readonly sector: string };
  readonly channel: string | null;
  readonly priorityGroup: string | null;
  readonly occurredOn: Day | null;
  /** Public unit of company, complainant and month: a keyed hash, made by the caller for the month of `incidentMonthOf`. */
  readonly groupId: string;
  readonly repliedOn: Day | null;
  readonly texts: PublishableTexts;
  readonly confirmed: ConfirmedRedactions;
  readonly findings: readonly {
    readonly id: string;
    readonly clause: string;
    readonly outcome: Outcome;
    readonly tier: Tier | null;
    readonly tierReason: string | null;
    readonly evidenceKinds: readonly string[];
    readonly measure: Measure | null;
  }[];
  /** Rectifications of this company accepted by now. */
  readonly accepted: readonly { readonly clause: string; readonly acceptedOn: Day }[];
}

export interface PublishedHead {
  readonly number: string;
  readonly companyId: string;
  readonly sector: string;
  readonly channel: string | null;
  readonly priorityGroup: string | null;
  readonly outcome: Outcome;
  readonly title: string;
  readonly decision: string;
  readonly allegationCount: number;
  readonly companyReply: string | null;
  readonly companyRepliedOn: Day | null;
  readonly replyFailing: "late" | "missing" | null;
  readonly consumerWords: string | null;
  readonly clocks: readonly PublishedClock[];
  readonly standardVersion: string;
  readonly filedMonth: string;
  readonly signedOn: Day;
}

/** The month that makes the public unit of a case (RULES §6). */
export function incidentMonthOf(occurredOn: Day | null, s: CaseSnapshot): string {
  return unitMonth(occurredOn, dayOf(s.filedAt));
}

/**
 * The public record of a signed ruling: every text redacted as confirmed, nothing else of the case (RULES §5). `content` is what its
 * fingerprint is taken of. Throws `findings_incomplete` when a text was never confirmed as it stands.
 */
export function publicationRecord(ruling: SignedRuling, s: CaseSnapshot, calendar: WorkCalendar) {
  const shown = (place: string): string => {
    const text = ruling.texts[place];
    if (text === undefined || text === "") return "";
    const confirmation = ruling.confirmed[place];
    if (confirmation?.text !== text) throw new DomainError("findings_incomplete", { message: "redaction_open" });
    return redact(text, [...confirmation.spans]);
  };
  const filedOn = dayOf(s.filedAt);
  const incidentOn = ruling.occurredOn ?? filedOn;
  const clocks = publishedClocks(s, calendar, ruling.signedOn);
  const failed = clocks.some((c) => c.clock === "company_reply" && (c.state === "late" || c.state === "overdue"));
  const head: PublishedHead = {
    number: ruling.number,
    companyId: ruling.company.id,
    sector: ruling.company.sector,
    channel: ruling.channel,
    priorityGroup: ruling.priorityGroup,
    outcome: overallOutcome(ruling.findings.map((f) => f.outcome)),
    title: shown("title"),
    decision: shown("decision"),
    allegationCount: ruling.findings.length,
    companyReply: ruling.repliedOn ? shown("reply") : null,
    companyRepliedOn: ruling.repliedOn,
    replyFailing: failed ? (ruling.repliedOn ? "late" : "missing") : null,
    consumerWords: ruling.texts.words === undefined ? null : shown("words"),
    clocks,
    standardVersion: ruling.standardVersion,
    filedMonth: filedOn.slice(0, 7),
    signedOn: ruling.signedOn,
  };
  const findings = ruling.findings.map((f, ord) => ({
    id: f.id,
    companyId: ruling.company.id,
    ord,
    clause: f.clause,
    standardVersion: ruling.standardVersion,
    outcome: f.outcome,
    tier: f.tier,
    tierReason: f.tierReason ? shown(`finding.${f.id}.tierReason`) : null,
    title: shown(`finding.${f.id}.title`),
    facts: shown(`finding.${f.id}.facts`),
    reasons: shown(`finding.${f.id}.reasons`),
    evidenceKinds: [...f.evidenceKinds],
    measure: f.measure,
    groupId: ruling.groupId,
    incidentMonth: incidentMonthOf(ruling.occurredOn, s),
    recurs: recursAtRuling({ clause: f.clause, on: incidentOn }, ruling.accepted),
    signedOn: ruling.signedOn,
  }));
  return { head, findings, content: canonicalJson({ ...head, findings }) };
}
