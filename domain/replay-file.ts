import type { Side } from "./actors";
import type { CaseEvent, ConsentKind, EventData } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import type { Day } from "./day";

/** Events that change what is in the file or who has it, and leave the procedure alone. */
const FILE_EVENTS = [
  "record_requested",
  "records_delivered",
  "record_request_missed",
  "assigned",
  "recused",
  "evidence_added",
  "evidence_viewed",
  "reading_confirmed",
  "consent_changed",
  "deadline_reminded",
  "deadline_passed",
] as const;
type FileEvent = Extract<CaseEvent, { type: (typeof FILE_EVENTS)[number] }>;

export function isFileEvent(event: CaseEvent): event is FileEvent {
  return (FILE_EVENTS as readonly string[]).includes(event.type);
}

/** The side an event's actor stands for; the regulator writes for the complainant what came by phone or on paper. */
export const sideOf = (event: CaseEvent): Side => (event.actor.role === "company" ? "company" : "complainant");

export const withId = (list: readonly string[], id: string | undefined) =>
  id === undefined || list.includes(id) ? list : [...list, id];

function changeConsent(s: CaseSnapshot, side: Side, { kind, given }: EventData<"consent_changed">): CaseSnapshot["consents"] {
  const rest: ConsentKind[] = s.consents[side].filter((k) => k !== kind);
  return { ...s.consents, [side]: given ? [...rest, kind] : rest };
}

/** Folds an event of the file: records, people, evidence, consents, deadlines. */
export function applyToFile(event: FileEvent, s: CaseSnapshot, day: Day, must: (holds: boolean) => void): Partial<CaseSnapshot> {
  const { at } = event;
  switch (event.type) {
    case "record_requested":
      must(!s.recordRequests.some((r) => r.requestId === event.data.requestId));
      return {
        recordRequests: [
          ...s.recordRequests,
          { requestId: event.data.requestId, askedOn: day, deliveredAt: null, missedAt: null },
        ],
      };
    case "records_delivered":
      must(s.recordRequests.some((r) => r.requestId === event.data.requestId && r.deliveredAt === null));
      return {
        recordRequests: s.recordRequests.map((r) => (r.requestId === event.data.requestId ? { ...r, deliveredAt: at } : r)),
      };
    case "record_request_missed":
      must(s.recordRequests.some((r) => r.requestId === event.data.requestId && r.missedAt === null));
      return { recordRequests: s.recordRequests.map((r) => (r.requestId === event.data.requestId ? { ...r, missedAt: at } : r)) };
    case "assigned": {
      const { officerId } = event.data;
      if (officerId === null) return { officerId };
      must(!s.recused.includes(officerId));
      return {
        officerId,
        participants: s.state === "under_review" ? s.participants : withId(s.participants, officerId),
      };
    }
    case "recused":
      return {
        recused: withId(s.recused, event.data.officerId),
        officerId: s.officerId === event.data.officerId ? null : s.officerId,
      };
    case "evidence_added": {
      must(!s.evidence.some((e) => e.evidenceId === event.data.evidenceId));
      const by = event.actor.role === "company" || event.actor.role === "officer" ? event.actor.role : "complainant";
      return { evidence: [...s.evidence, { ...event.data, by, seenBy: by === "officer" ? [] : [by] }] };
    }
    case "evidence_viewed": {
      must(s.evidence.some((e) => e.evidenceId === event.data.evidenceId));
      // A look by the desk is on record, and shows the file to neither side.
      const side = event.actor.role === "company" || event.actor.role === "complainant" ? event.actor.role : null;
      if (side === null) return {};
      const seen = (e: CaseSnapshot["evidence"][number]) =>
        e.evidenceId !== event.data.evidenceId || e.seenBy.includes(side) ? e : { ...e, seenBy: [...e.seenBy, side] };
      return { evidence: s.evidence.map(seen) };
    }
    case "reading_confirmed":
      must(s.evidence.some((e) => e.evidenceId === event.data.evidenceId));
      return {};
    case "consent_changed":
      must(event.actor.role === "complainant" || event.data.kind === "mediation" || event.data.kind === "settlement");
      return { consents: changeConsent(s, sideOf(event), event.data) };
    case "deadline_reminded":
      return {
        reminded: [...s.reminded, { clock: event.data.clock, subject: event.data.subject, daysLeft: event.data.daysLeft }],
      };
    case "deadline_passed":
      return {
        deadlinesPassed: [
          ...s.deadlinesPassed,
          { clock: event.data.clock, due: event.data.due, subject: event.data.subject, at },
        ],
      };
  }
}
