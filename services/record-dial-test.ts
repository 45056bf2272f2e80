import { db, type Tx } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import {
  closeContact,
  closedContacts,
  type DialTestRow,
  findDialPlan,
  findDialTest,
  insertDialChange,
  insertDialTest,
  testOfContact,
  updateDialTest,
} from "@/db/queries/dial-tests";
import { periodParameters } from "@/db/queries/scores";
import type { Actor } from "@/domain/actors";
import { addDays, dayOf, type Instant, type Quarter, quarterBounds, quarterOf } from "@/domain/day";
import { checkDialTime, type DialEntry, type DialTyped, readDialEntry } from "@/domain/dial-tests/entry";
import { passedDialTest } from "@/domain/dial-tests/judge";
import { drawPlan, type PlannedContact, windowStart } from "@/domain/dial-tests/plan";
import { DomainError } from "@/domain/errors";
import { announcePublicChange } from "./public-change";
import { recomputeScore } from "./recompute-score";

const REASON_MAX = 300;

/** The contact of a plan by its key; null when no plan holds it. */
export async function plannedContact(tx: Tx, key: string): Promise<PlannedContact | null> {
  const quarter = key.slice(0, 6);
  if (!/^20\d\dQ[1-4]$/.test(quarter)) return null;
  const plan = await findDialPlan(tx, quarter as Quarter);
  return plan ? (drawPlan(quarter as Quarter, plan.seed, plan.panel).find((one) => one.key === key) ?? null) : null;
}

/** First and last day of a quarter, and whether anything was frozen from it: the parameters of the one after (RULES §6). */
async function quarterState(tx: Tx, quarter: Quarter) {
  const { first, last } = quarterBounds(quarter);
  return { first, last, frozen: (await periodParameters(tx, quarterOf(addDays(last, 1)))) !== null };
}

function officer(actor: Actor): string {
  if (actor.role !== "officer" || !actor.userId) throw new DomainError("forbidden");
  return actor.userId;
}

/** The columns a record fills; whether it passed is worked out here and nowhere typed. */
function columnsOf(entry: DialEntry, contact: { channel: string; priority: boolean }) {
  const { actions, gates, ...rest } = entry;
  return {
    ...rest,
    actions: [...actions],
    gates: [...gates],
    steps: actions.length,
    passed: passedDialTest({ ...entry, channel: contact.channel, priority: contact.priority }),
  };
}

/**
 * Writes down a contact of the plan that was made; the company's score counts it at once. Only contacts of the plan are taken, each once: who
 * is tested, when and how is not for anyone to choose (RULES §6). Throws `forbidden`, `not_found`, `already_done`, `invalid` with the
 * field, `too_late` for a quarter that is frozen.
 */
export async function recordDialTest(
  actor: Actor,
  input: DialTyped & { contactKey: string },
  now: Instant,
): Promise<DialTestRow> {
  const userId = officer(actor);
  return db().transaction(async (tx) => {
    const contact = await plannedContact(tx, input.contactKey);
    if (!contact) throw new DomainError("not_found");
    const company = await findCompany(tx, { slug: contact.company }, true);
    if (!company) throw new DomainError("not_found");
    await refuseDone(tx, contact);
    const entry = readDialEntry(input, contact);
    const quarter = quarterOf(contact.day);
    checkDialTime(entry.testedAt, contact, now, await quarterState(tx, quarter));
    const test = await insertDialTest(tx, {
      companyId: company.id,
      quarter,
      channel: contact.channel,
      priority: contact.priority,
      contactKey: contact.key,
      recordedAt: now,
      recordedBy: userId,
      ...columnsOf(entry, contact),
    });
    await publish(tx, test, now);
    return test;
  });
}

async function refuseDone(tx: Tx, contact: PlannedContact): Promise<void> {
  const closed = await closedContacts(tx, quarterOf(contact.day));
  if (closed.has(contact.key) || (await testOfContact(tx, contact.key))) throw new DomainError("already_done");
}

/**
 * Puts a record right, with a reason; what stood before is kept and cannot be taken away. Once its quarter is frozen neither the time nor the
 * result may move. Throws as `recordDialTest`, and `missing_reason`.
 */
export async function correctDialTest(
  actor: Actor,
  input: DialTyped & { testId: string; reason: string },
  now: Instant,
): Promise<void> {
  const userId = officer(actor);
  const reason = reasonOf(input.reason);
  await db().transaction(async (tx) => {
    const before = await standing(tx, input.testId);
    const planned = before.contactKey ? await plannedContact(tx, before.contactKey) : null;
    const entry = readDialEntry(input, before);
    const after = columnsOf(entry, before);
    const quarter = await quarterState(tx, before.quarter as Quarter);
    const moved = after.passed !== before.passed || after.testedAt.getTime() !== before.testedAt.getTime();
    const from = planned ?? { day: quarter.first, hour: 0 };
    checkDialTime(entry.testedAt, from, now, { ...quarter, frozen: quarter.frozen && moved });
    const was = pickColumns(before, after);
    if (JSON.stringify(was) === JSON.stringify(after))
      throw new DomainError("invalid", { field: "reason", message: "nothingChanged" });
    await updateDialTest(tx, before.id, after);
    await insertDialChange(tx, { testId: before.id, at: now, actorId: userId, reason, before: was, after });
    await publish(tx, before, now);
  });
}

/**
 * Withdraws a record that was made by mistake (another company, another channel), with a reason: it is counted and shown no more, and its
 * contact stands open again. Throws `forbidden`, `not_found`, `missing_reason`, `too_late` once its quarter is frozen.
 */
export async function withdrawDialTest(actor: Actor, input: { testId: string; reason: string }, now: Instant): Promise<void> {
  const userId = officer(actor);
  const reason = reasonOf(input.reason);
  await db().transaction(async (tx) => {
    const test = await standing(tx, input.testId);
    const { frozen } = await quarterState(tx, test.quarter as Quarter);
    if (frozen) throw new DomainError("too_late", { message: "quarterFrozen" });
    await updateDialTest(tx, test.id, { voidedAt: now });
    const change = { before: { voidedAt: null }, after: { voidedAt: now } };
    await insertDialChange(tx, { testId: test.id, at: now, actorId: userId, reason, ...change });
    await publish(tx, test, now);
  });
}

/** The company turned out not to have the channel of a contact whose window has begun; it is left out of the draws of a year. Throws as `recordDialTest`. */
export async function closeDialContact(actor: Actor, contactKey: string, now: Instant): Promise<void> {
  const userId = officer(actor);
  await db().transaction(async (tx) => {
    const contact = await plannedContact(tx, contactKey);
    if (!contact) throw new DomainError("not_found");
    const company = await findCompany(tx, { slug: contact.company }, true);
    if (!company) throw new DomainError("not_found");
    await refuseDone(tx, contact);
    if (windowStart(contact) > now) throw new DomainError("too_early");
    const { channel, key } = contact;
    const quarter = quarterOf(contact.day);
    await closeContact(tx, { contactKey: key, quarter, companyId: company.id, channel, at: now, actorId: userId });
  });
}

async function standing(tx: Tx, id: string): Promise<DialTestRow> {
  const test = /^[0-9a-f-]{36}$/.test(id) ? await findDialTest(tx, id, true) : null;
  if (!test || test.voidedAt) throw new DomainError("not_found");
  return test;
}

function reasonOf(typed: string): string {
  const reason = typed.trim();
  if (reason === "") throw new DomainError("invalid", { field: "reason", message: "missing_reason" });
  if (reason.length > REASON_MAX) throw new DomainError("invalid", { field: "reason", message: "tooLong" });
  return reason;
}

/** Of a row the columns that a correction may touch, in the order of the correction. */
function pickColumns(row: DialTestRow, like: object): object {
  return Object.fromEntries(Object.keys(like).map((key) => [key, row[key as keyof DialTestRow]]));
}

/** The score and the public pages follow at once; a test of the quarter before also moves that quarter's end, as long as nothing is frozen from it. */
async function publish(tx: Tx, test: Pick<DialTestRow, "companyId" | "quarter">, now: Instant): Promise<void> {
  const today = dayOf(now);
  const { last, frozen } = await quarterState(tx, test.quarter as Quarter);
  if (last < today && !frozen) await recomputeScore(tx, test.companyId, last);
  await recomputeScore(tx, test.companyId, today);
  await announcePublicChange(tx, { companies: [test.companyId] });
}
