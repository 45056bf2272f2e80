import { z } from "zod";
import { ROLES, type Role, SIDES } from "./actors";
import { CLOCK_NAMES, PAUSE_REASONS } from "./clock-table";
import { type Day, dayOf, type Instant, isDay } from "./day";
import { DomainError } from "./errors";
import { DECLINE_GROUNDS } from "./findings";

/** Where the consumer met the AI (Rules §1). */
export const CHANNELS = ["app", "mini_program", "web", "phone", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

/** How the complaint reached the portal. */
export const ORIGINS = ["account", "receipt", "phone", "paper", "program"] as const;
export type Origin = (typeof ORIGINS)[number];

export const SERVICE_METHODS = ["account", "link", "paper"] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** What each party may agree to and take back. The first three are the complainant's alone. */
export const CONSENT_KINDS = ["share_with_company", "share_evidence", "publish_words", "mediation", "settlement"] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export const REVIEW_RESULTS = ["upheld", "varied", "annulled"] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];

// Ids are opaque: no words, no names, nothing of a person fits in (DESIGN §4).
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const dayField = z.custom<Day>((value) => typeof value === "string" && isDay(value));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const none = z.strictObject({});
const finding = z.strictObject({ findingId: id });
const clock = z.enum(CLOCK_NAMES);

/** What each event holds: ids, enumerations and dates only. */
export const EVENT_DATA = {
  submitted: z.strictObject({ channel: z.enum(CHANNELS).nullable(), origin: z.enum(ORIGINS) }),
  supplement_requested: z.strictObject({ requestId: id }),
  supplement_extended: none,
  supplemented: none,
  not_pursued: none,
  reopened: none,
  accepted: none,
  deemed_accepted: none,
  declined: z.strictObject({ ground: z.enum(DECLINE_GROUNDS) }),
  terminated: z.strictObject({ ground: z.enum(DECLINE_GROUNDS) }),
  withdrawn: none,
  settled: none,
  company_bound: z.strictObject({ companyId: id }),
  served: z.strictObject({ method: z.enum(SERVICE_METHODS), companyId: id }),
  company_answered: z.strictObject({ replyId: id }),
  company_replied: z.strictObject({ replyId: id }),
  reply_missed: none,
  clock_paused: z.strictObject({ clock: z.enum(["acceptance", "decision"]), reason: z.enum(PAUSE_REASONS), pauseId: id }),
  clock_resumed: z.strictObject({ pauseId: id }),
  decision_extended: z.strictObject({ days: z.literal(15) }),
  ruling_drafted: z.strictObject({ rulingId: id }),
  draft_sent: none,
  draft_commented: z.strictObject({ side: z.enum(SIDES) }),
  ruling_returned: z.strictObject({ rulingId: id }),
  ruling_signed: z.strictObject({ rulingId: id, number: z.string().regex(/^[0-9A-Z-]{1,40}$/), upheld: z.array(id).max(100) }),
  review_requested: z.strictObject({ by: z.enum(SIDES) }),
  review_drafted: z.strictObject({ reviewId: id }),
  review_decided: z.strictObject({ result: z.enum(REVIEW_RESULTS), upheld: z.array(id).max(100) }),
  became_final: none,
  rectification_ordered: finding,
  rectification_reported: z.strictObject({ findingId: id, reportId: id }),
  rectification_accepted: finding,
  rectification_rejected: finding,
  rectification_overdue: finding,
  rectification_confirmed: finding,
  rectification_disputed: finding,
  record_requested: z.strictObject({ requestId: id }),
  records_delivered: z.strictObject({ requestId: id }),
  record_request_missed: z.strictObject({ requestId: id }),
  // null: given back to all.
  assigned: z.strictObject({ officerId: id.nullable() }),
  recused: z.strictObject({ officerId: id }),
  evidence_added: z.strictObject({ evidenceId: id, sha256 }),
  evidence_viewed: z.strictObject({ evidenceId: id }),
  reading_confirmed: z.strictObject({ evidenceId: id }),
  consent_changed: z.strictObject({ kind: z.enum(CONSENT_KINDS), given: z.boolean() }),
  contact_changed: none,
  words_corrected: none,
  note_added: z.strictObject({ noteId: id }),
  similar_linked: z.strictObject({ complaintId: id }),
  letter_sent: z.strictObject({ letterId: id }),
  deadline_reminded: z.strictObject({ clock, daysLeft: z.int().min(0).max(45), subject: id.nullable() }),
  deadline_passed: z.strictObject({ clock, due: dayField, subject: id.nullable() }),
  deadline_moved: z.strictObject({ clock, from: dayField, to: dayField, subject: id.nullable() }),
  publication_withdrawn: z.strictObject({ rulingId: id }),
  erased: none,
} as const;

export type CaseEventType = keyof typeof EVENT_DATA;
export type EventData<T extends CaseEventType> = z.infer<(typeof EVENT_DATA)[T]>;

export const CASE_EVENT_TYPES = Object.keys(EVENT_DATA) as readonly CaseEventType[];

/** Who did it, as the ledger keeps it: never a name. */
export interface EventActor {
  readonly role: Role;
  readonly userId?: string | undefined;
}

type EventOf<T extends CaseEventType> = {
  readonly type: T;
  readonly at: Instant;
  readonly actor: EventActor;
  readonly data: Readonly<EventData<T>>;
};

/** One line of a case's append-only ledger; `case-state` folds them into the case. */
export type CaseEvent = { [T in CaseEventType]: EventOf<T> }[CaseEventType];
/** An event before it is dated and signed, as a service hands it over. */
export type CaseEventInput = { [T in CaseEventType]: Pick<EventOf<T>, "type" | "data"> }[CaseEventType];

const actorSchema = z.strictObject({ role: z.enum(ROLES), userId: id.optional() });

export function isCaseEventType(value: string): value is CaseEventType {
  return Object.hasOwn(EVENT_DATA, value);
}

/** A stored row as an event; throws `impossible_history` when it is not one of the closed union. */
export function parseCaseEvent(row: { type: string; at: Instant; actor: unknown; data: unknown }): CaseEvent {
  if (!isCaseEventType(row.type)) throw new DomainError("impossible_history", { type: row.type.slice(0, 40) });
  const actor = actorSchema.safeParse(row.actor);
  const data = EVENT_DATA[row.type].safeParse(row.data);
  if (!actor.success || !data.success || Number.isNaN(row.at.getTime()))
    throw new DomainError("impossible_history", { type: row.type });
  return { type: row.type, at: row.at, actor: actor.data, data: data.data } as CaseEvent;
}

/** Dates and signs an event; throws `invalid` when its data is not what the type demands. */
export function makeEvent(input: CaseEventInput, actor: EventActor, at: Instant): CaseEvent {
  const parsed = EVENT_DATA[input.type].safeParse(input.data);
  if (!parsed.success) throw new DomainError("invalid", { type: input.type });
  const signer: EventActor = actor.userId === undefined ? { role: actor.role } : { role: actor.role, userId: actor.userId };
  return { type: input.type, at, actor: signer, data: parsed.data } as CaseEvent;
}

/** The day an event counts as: what the clocks do at 24:00 belongs to the day that ended (Rules §4). */
export function eventDay(event: Pick<CaseEvent, "at" | "actor">): Day {
  return dayOf(event.actor.role === "system" ? new Date(event.at.getTime() - 1) : event.at);
}
