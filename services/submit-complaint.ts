import { randomInt, randomUUID } from "node:crypto";
import { type Database, db, type Tx } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { type ComplaintRow, ledgerRow } from "@/db/queries/cases";
import { calendarStamp, fileAtOnce, type WholeFiling } from "@/db/queries/file-at-once";
import { findByIdempotencyKey } from "@/db/queries/filing";
import { readingsOf } from "@/db/queries/readings";
import { filesOf, moveToComplaint } from "@/db/queries/uploads";
import { enqueueMany } from "@/db/queues";
import type { Actor } from "@/domain/actors";
import { type CaseEvent, makeEvent, type Origin } from "@/domain/case-events";
import { caseReference } from "@/domain/case-number";
import { projectCase } from "@/domain/case-projection";
import { dayOf } from "@/domain/day";
import { decide } from "@/domain/procedure";
import { replay } from "@/domain/replay";
import { clausesFor, SITUATIONS } from "@/domain/situations";
import type { WorkCalendar } from "@/domain/working-days";
import { keyedHash } from "@/platform/keyed-hash";
import type { ComplaintInput } from "./complaint-input";
import { FilingQueue } from "./filing-queue";
import { secretHash, secretOf } from "./receipt-secret";
import { filedLetter } from "./send-contact-code";
import { leaves } from "./send-mail";

export interface Submission {
  /** One key, one complaint: a second call with it answers the first complaint and its receipt again. */
  readonly key: string;
  /** At least 128 random bits that belong to the key and are kept nowhere else (draft, hidden field of the desk's form). */
  readonly seed: string;
  readonly origin: Origin;
  readonly locale: string;
  /** Files of this draft become evidence. */
  readonly draftId?: string;
  /** Mail address of the account, proven at sign-in: a contact that is the same needs no code. */
  readonly provenEmail?: string | undefined;
  /** Came by the key of a consumer body. */
  readonly byKey?: { readonly apiKeyId: string; readonly fingerprint: string };
  /** False where a repeated request is so rare that it is looked for only when filing fails (default true). */
  readonly lookFirst?: boolean;
}

export interface Submitted {
  readonly row: ComplaintRow;
  /** The receipt's secret, in clear for the last time but for repeated calls with the same key and seed. */
  readonly secret: string;
  /** True when the complaint was there already. */
  readonly again: boolean;
}

/** Digits of a reference of the day, once four (or six) of them run short: 150 complaints a second use up 10,000 in a minute. */
const WIDTHS = [4, 4, 6, 6, 8, 8, 8, 8] as const;
const crowded = new Map<string, number>();

/** Files a complaint in one transaction. See submitIn. */
export function submitComplaint(actor: Actor, input: ComplaintInput, submission: Submission, now: Date): Promise<Submitted> {
  return db().transaction((tx) => submitIn(tx, actor, input, submission, now));
}

/**
 * Files a complaint in the caller's transaction (RULES §3): the row, its first events, words, contact, consents, allegations from the
 * chosen situations, the draft's files as evidence, and the letter with the reference (never the secret). Calling it again with the same
 * key changes nothing. Throws `forbidden` for roles that may not file.
 */
export async function submitIn(
  tx: Tx,
  actor: Actor,
  input: ComplaintInput,
  submission: Submission,
  now: Date,
): Promise<Submitted> {
  const secret = secretOf(submission.key, submission.seed);
  const before = submission.lookFirst === false ? null : await findByIdempotencyKey(tx, submission.key);
  if (before) return { row: before, secret, again: true };
  decide("submit", actor.role, null);
  const files = submission.draftId ? await filesOf(tx, { draftId: submission.draftId }, true) : [];
  const taken = files.filter((f) => f.status === "received" || f.status === "receiving");
  const received = taken.filter((f) => f.status === "received");
  const readings =
    received.length > 0
      ? await readingsOf(
          tx,
          received.map((f) => f.id),
        )
      : new Map();
  const confirmed = new Set(received.map((f) => f.id).filter((id) => readings.get(id)?.confirmed));
  const events = firstEvents(actor, input, submission.origin, received, confirmed, now);
  const row = await write(tx, actor, input, submission, events, secret, now);
  if (!row) {
    const other = await findByIdempotencyKey(tx, submission.key);
    if (!other) throw new Error("no free reference was found");
    return { row: other, secret, again: true };
  }
  for (const [index, file] of taken.entries()) await moveToComplaint(tx, file.id, row.id, index + 1);
  return { row, secret, again: false };
}

/** Complaints that are each a transaction of their own share statements. */
const queues = new WeakMap<Database, FilingQueue>();
function queueOf(database: Database): FilingQueue {
  const queue = queues.get(database) ?? new FilingQueue(database);
  queues.set(database, queue);
  return queue;
}

/** Files at once, under a reference of the day that is still free; null when the idempotency key is taken (or, which is a bug, none is free). */
async function write(
  tx: Tx,
  actor: Actor,
  input: ComplaintInput,
  submission: Submission,
  events: readonly CaseEvent[],
  secret: string,
  now: Date,
): Promise<ComplaintRow | null> {
  const day = dayOf(now);
  let { calendar, stamp } = await heldCalendar(tx);
  for (let attempt = crowded.get(day) ?? 0; attempt < WIDTHS.length; attempt++) {
    const width = WIDTHS[attempt] ?? 8;
    const reference = caseReference(day, String(randomInt(10 ** width)).padStart(width, "0"));
    const projection = projectCase(replay(events), calendar, day);
    const row = {
      ...rowOf(actor, input, submission),
      ...projection,
      id: timeOrderedId(Date.now()),
      reference,
      secretHash: secretHash(secret),
      contactVerified: isProven(input, submission),
      createdAt: now,
    };
    const filing = await wholeFiling(row, input, submission, events, now);
    const letters = filing.letters.flatMap(({ id, channel }) => (id && leaves(channel ?? "mail") ? [{ mailId: id }] : []));
    const filed = await (tx === db() ? queueOf(db()).file(filing, stamp, letters) : fileAtOnce(tx, filing, stamp));
    if (filed) {
      if (tx !== db()) await enqueueMany(tx, "send-mail", letters);
      return filed;
    }
    if (await findByIdempotencyKey(tx, submission.key)) return null;
    const fresh = await heldCalendar(tx, true);
    if (fresh.stamp !== stamp) {
      ({ calendar, stamp } = fresh);
      attempt--;
      continue;
    }
    // Two failures in a row at one width: most of it is used up. The next complaints of the day begin with more digits.
    if (attempt % 2 === 1 && attempt < 5) {
      crowded.clear();
      crowded.set(day, attempt + 1);
    }
  }
  return null;
}

async function wholeFiling(
  row: WholeFiling["row"],
  input: ComplaintInput,
  submission: Submission,
  events: readonly CaseEvent[],
  now: Date,
): Promise<WholeFiling> {
  const { contact, allegations, ...parts } = partsOf(row.id, input, submission, now);
  const { codeHash, codeExpiresAt, letters } = await filedLetter(row, input.contact, now);
  return {
    row,
    ...parts,
    contact: { ...contact, codeHash, codeExpiresAt },
    allegations: allegations.map((a) => ({ ...a, id: timeOrderedId(Date.now()) })),
    events: events.map((event, i) => ledgerRow(row.id, i + 1, event)),
    letters: letters.map((letter) => ({ ...letter, id: timeOrderedId(Date.now()), createdAt: now })),
    apiFilings: submission.byKey ? [{ complaintId: row.id, ...submission.byKey }] : [],
  };
}

/** A key as PostgreSQL's uuidv7() makes it: 48 bits of milliseconds of real time, the rest random. */
function timeOrderedId(ms: number): string {
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** The calendar as this process last read it. It is checked in the statement that files: a due date never comes from an old one. */
let held: { calendar: WorkCalendar; stamp: string } | undefined;
export async function heldCalendar(tx: Tx, fresh = false): Promise<{ calendar: WorkCalendar; stamp: string }> {
  if (!held || fresh) {
    const stamp = await calendarStamp(tx);
    held = { calendar: await loadCalendar(tx), stamp };
  }
  return held;
}

/** The events of filing: the submission, each file received so far, each whose reading was confirmed in the draft, each consent. */
function firstEvents(
  actor: Actor,
  input: ComplaintInput,
  origin: Origin,
  files: readonly { id: string; sha256: string | null }[],
  confirmed: ReadonlySet<string>,
  now: Date,
): CaseEvent[] {
  // Without an account one acts as the complainant of this one case; consents are the complainant's own, whoever wrote them down.
  const complainant =
    actor.role === "complainant" && actor.userId
      ? { role: "complainant" as const, userId: actor.userId }
      : { role: "complainant" as const };
  const filer = actor.role === "officer" ? { role: actor.role, userId: actor.userId } : complainant;
  return [
    makeEvent({ type: "submitted", data: { channel: input.facts.channel, origin } }, filer, now),
    ...files.map((f) => makeEvent({ type: "evidence_added", data: { evidenceId: f.id, sha256: f.sha256 ?? "" } }, filer, now)),
    ...[...confirmed].map((evidenceId) => makeEvent({ type: "reading_confirmed", data: { evidenceId } }, complainant, now)),
    ...input.consents.map((kind) => makeEvent({ type: "consent_changed", data: { kind, given: true } }, complainant, now)),
  ];
}

/** The keyed hash that tells complainants apart: of the way they are reached first, mail before telephone before post. */
export function distinctHashOf(contact: ComplaintInput["contact"]): string | null {
  if (contact.email) return keyedHash("contact", "email", contact.email);
  if (contact.phone) return keyedHash("contact", "phone", contact.phone);
  return contact.postal ? keyedHash("contact", "postal", contact.postal.normalize("NFKC").replace(/[\s,，。.]/g, "")) : null;
}

function rowOf(actor: Actor, input: ComplaintInput, submission: Submission) {
  const { facts } = input;
  return {
    idempotencyKey: submission.key,
    userId: actor.role === "complainant" ? (actor.userId ?? null) : null,
    locale: submission.locale,
    companyNameTyped: input.companyName,
    filedFor: input.filedFor,
    situations: [...input.situations],
    channel: facts.channel,
    occurredOn: facts.occurredOn,
    humanRequests: facts.humanRequests,
    waitSeconds: facts.waitSeconds,
    reachedHuman: facts.reachedHuman,
    menuDepth: facts.menuDepth,
    interruptions: facts.interruptions,
    loopback: facts.loopback,
    sameReplyRepeated: facts.sameReplyRepeated,
    promisedAction: facts.promisedText !== null || facts.promisedBy !== null ? true : null,
    promisedBy: facts.promisedBy,
    priorityGroup: input.priorityGroup,
    lossAmount: facts.lossAmount,
    distinctHash: distinctHashOf(input.contact),
  };
}

const isProven = (input: ComplaintInput, submission: Submission): boolean =>
  input.contact.email !== null && input.contact.email === submission.provenEmail?.toLowerCase();

function partsOf(complaintId: string, input: ComplaintInput, submission: Submission, now: Date) {
  const pointedBy = (clause: string) =>
    SITUATIONS.find((s) => input.situations.includes(s.id) && (s.clauses as readonly string[]).includes(clause))?.id ?? null;
  return {
    text: {
      complaintId,
      narrative: input.narrative,
      wants: input.wants,
      wantsKinds: input.wantsKinds,
      promisedText: input.facts.promisedText,
    },
    contact: { complaintId, ...input.contact, verifiedAt: isProven(input, submission) ? now : null },
    consents: input.consents.map((kind) => ({ complaintId, kind, givenAt: now })),
    allegations: clausesFor(input.situations).map((clause, ord) => ({ complaintId, clause, situation: pointedBy(clause), ord })),
  };
}
