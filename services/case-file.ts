import type { Tx } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import {
  actorInCase,
  type CaseKey,
  type ComplaintRow,
  eventsOf,
  findCaseRow,
  insertEvents,
  updateProjection,
} from "@/db/queries/cases";
import type { Actor } from "@/domain/actors";
import { checkAction } from "@/domain/case-checks";
import { type CaseEvent, type CaseEventInput, makeEvent } from "@/domain/case-events";
import { projectCase } from "@/domain/case-projection";
import type { CaseSnapshot } from "@/domain/case-state";
import { type Day, dayOf, type Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type Action, decide } from "@/domain/procedure";
import { applyEvent, replay } from "@/domain/replay";
import type { WorkCalendar } from "@/domain/working-days";
import type { CaseBatch } from "./case-batch";

/** A case as its ledger tells it, with the calendar its clocks are counted by. */
export interface CaseFile {
  readonly row: ComplaintRow;
  readonly events: readonly CaseEvent[];
  readonly snapshot: CaseSnapshot;
  readonly calendar: WorkCalendar;
  /** Where many cases are brought along at once: what is written is gathered here. */
  readonly batch?: CaseBatch;
}

async function load(tx: Tx, actor: Actor, key: CaseKey, lock: boolean, locale?: string): Promise<CaseFile | null> {
  const row = await findCaseRow(tx, actor, key, lock);
  if (!row) return null;
  const events = await eventsOf(tx, row.id);
  return { row, events, snapshot: replay(events), calendar: await loadCalendar(tx, locale) };
}

/** The case within the actor's scope, to look at; null when there is none for them. `locale` names the holidays. */
export function readCase(tx: Tx, actor: Actor, key: CaseKey, locale?: string): Promise<CaseFile | null> {
  return load(tx, actor, key, false, locale);
}

/** The case locked for the rest of the transaction; throws `not_found` outside the actor's scope. Use `openCase` of enforce-deadlines before a decision. */
export async function lockCase(tx: Tx, actor: Actor, key: CaseKey): Promise<CaseFile> {
  const file = await load(tx, actor, key, true);
  if (!file) throw new DomainError("not_found");
  return file;
}

/** Appends events to the ledger and brings the row along; the one place that does. `today` decides what the cached due dates look back to. */
export async function append(tx: Tx, file: CaseFile, added: readonly CaseEvent[], today: Day): Promise<CaseFile> {
  if (added.length === 0) return file;
  const snapshot = added.reduce<CaseSnapshot>((s, event) => applyEvent(s, event), file.snapshot);
  if (file.batch) {
    file.batch.append(file.row.id, file.events.length, added, { snapshot, calendar: file.calendar, today });
    return { ...file, snapshot, events: [...file.events, ...added] };
  }
  await insertEvents(tx, file.row.id, file.events.length, added);
  const row = await updateProjection(tx, file.row.id, projectCase(snapshot, file.calendar, today));
  return { ...file, row, snapshot, events: [...file.events, ...added] };
}

/**
 * Carries out one action of the procedure: the table says whether this role may in this state (`forbidden`, `wrong_state`), the checks say
 * what people, dates and consents forbid, then the event it writes is appended.
 */
export async function carryOut(
  tx: Tx,
  file: CaseFile,
  actor: Actor,
  action: Action,
  input: CaseEventInput,
  now: Instant,
): Promise<CaseFile> {
  const move = decide(action, actor.role, file.snapshot.state);
  const acting = await actorInCase(tx, actor, file.snapshot.companyId);
  checkAction(action, file.snapshot, { actor: acting, now, calendar: file.calendar });
  if (move.event !== input.type) throw new Error(`${action} writes ${move.event}, not ${input.type}`);
  return append(tx, file, [makeEvent(input, { role: actor.role, userId: actor.userId }, now)], dayOf(now));
}
