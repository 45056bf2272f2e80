import { db, type Tx } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { casesDueFrom, decideProposal, insertNotice, insertProposal, lockProposal } from "@/db/queries/calendar-notices";
import { insertAdminEvent } from "@/db/queries/invitations";
import type { Actor } from "@/domain/actors";
import { type NoticeDay, readNotice } from "@/domain/calendar-notice";
import type { CaseEvent } from "@/domain/case-events";
import { type ClockName, movedDeadlines } from "@/domain/clocks";
import { type Day, dayOf, type Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { replay } from "@/domain/replay";
import type { WorkCalendar } from "@/domain/working-days";
import { RememberedAddresses } from "./address-book";
import { CaseBatch } from "./case-batch";
import { append } from "./case-file";
import { catchUp } from "./enforce-deadlines";
import { notifyParties } from "./notify-parties";
import { announcePublicChange } from "./public-change";

const PAGE = 250;

/** A year's notice as brought in, waiting for the second signature. Throws what `readNotice` throws, `already_done` for a year that has one. */
export async function proposeNotice(
  actor: Actor,
  input: { year: number; source: string; text: string },
  now: Instant,
): Promise<string> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  const days = readNotice(input.year, input.text);
  return db().transaction(async (tx) => {
    if ((await loadCalendar(tx)).years.has(input.year))
      throw new DomainError("already_done", { field: "year", message: "noticeThere" });
    return insertProposal(tx, { year: input.year, source: input.source, days, proposedBy: by, proposedAt: now, state: "open" });
  });
}

/** The calendar as it will be, known from `today` on. */
export function calendarWith(before: WorkCalendar, year: number, days: readonly NoticeDay[], today: Day): WorkCalendar {
  return {
    years: new Set([...before.years, year]),
    days: new Map([...before.days, ...days.map((d) => [d.day, { kind: d.kind, name: d.name }] as const)]),
    loadedOn: new Map([...(before.loadedOn ?? []), [year, today]]),
  };
}

export interface Moved {
  readonly reference: string;
  readonly clock: ClockName;
  readonly from: Day;
  readonly to: Day;
}

/** What a proposal would move: how many deadlines of how many cases, the first of them by reference; nothing of a case's content. */
export async function previewNotice(
  tx: Tx,
  proposal: { year: number; days: unknown },
  now: Instant,
): Promise<{ cases: number; deadlines: number; first: Moved[] }> {
  const before = await loadCalendar(tx);
  const after = calendarWith(before, proposal.year, proposal.days as NoticeDay[], dayOf(now));
  const first: Moved[] = [];
  let [cases, deadlines] = [0, 0];
  for (let last: string | null = null; ; ) {
    const page = await casesDueFrom(tx, `${proposal.year}-01-01` as Day, last, PAGE, false);
    for (const { row, events } of page) {
      const moved = movedDeadlines(replay(events), before, after, now);
      if (moved.length > 0) cases += 1;
      deadlines += moved.length;
      for (const event of moved)
        if (event.type === "deadline_moved" && first.length < 50)
          first.push({ reference: row.reference, clock: event.data.clock, from: event.data.from, to: event.data.to });
    }
    last = page.at(-1)?.row.id ?? null;
    if (page.length < PAGE) return { cases, deadlines, first };
  }
}

/**
 * Signs a proposed notice and loads it: open deadlines follow at once, each move is an event and a letter, and none comes to lie before the
 * second working day from now; what was decided stays as it was judged (RULES §4). By another person than who brought it in, an administrator
 * or a supervisor. Answers how many deadlines moved. Throws `forbidden`, `same_person`, `conflict` when it was decided meanwhile.
 */
export async function applyNotice(actor: Actor, id: string, now: Instant): Promise<number> {
  if ((actor.role !== "admin" && actor.role !== "supervisor") || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  return db().transaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    if (!proposal) throw new DomainError("conflict");
    if (proposal.proposedBy === by) throw new DomainError("same_person");
    const before = await loadCalendar(tx);
    const { year, source } = proposal;
    if (!(await insertNotice(tx, { year, source, loadedAt: now, loadedBy: by }, proposal.days as NoticeDay[])))
      throw new DomainError("already_done", { message: "noticeThere" });
    await decideProposal(tx, id, "applied", by, now);
    await insertAdminEvent(tx, { at: now, actorId: by, type: `calendar:${year}`, subjectId: proposal.proposedBy });
    const moved = await moveCases(tx, year, before, now);
    await announcePublicChange(tx, { all: true });
    return moved;
  });
}

async function moveCases(tx: Tx, year: number, before: WorkCalendar, now: Instant): Promise<number> {
  const after = await loadCalendar(tx);
  const book = new RememberedAddresses();
  const today = dayOf(now);
  let count = 0;
  for (let last: string | null = null; ; ) {
    const page = await casesDueFrom(tx, `${year}-01-01` as Day, last, PAGE, true);
    const batch = new CaseBatch(book);
    await book.prepare(
      tx,
      page.map(({ row }) => row.id),
    );
    for (const { row, events } of page) {
      // What had run out by the old calendar is written first: it stays as it was judged.
      let file = await catchUp(tx, { row, events, snapshot: replay(events), calendar: before, batch }, now);
      const moved: CaseEvent[] = movedDeadlines(file.snapshot, before, after, now);
      file = { ...file, calendar: after };
      batch.touch(row.id, { snapshot: file.snapshot, calendar: after, today });
      for (const event of moved) {
        if (event.type !== "deadline_moved") continue;
        file = await append(tx, file, [event], today);
        const { clock, from, to } = event.data;
        const audiences = [
          "complainant",
          ...(row.servedAt ? (["company"] as const) : []),
          ...(row.officerId ? (["officer"] as const) : []),
        ] as const;
        await notifyParties(tx, file, "deadline_moved", audiences, { clock, from, due: to });
        count += 1;
      }
    }
    await batch.flush(tx);
    last = page.at(-1)?.row.id ?? null;
    if (page.length < PAGE) return count;
  }
}

/** Takes a proposal back, by whoever may bring one in. */
export async function withdrawNotice(actor: Actor, id: string, now: Instant): Promise<void> {
  if (actor.role !== "admin" || !actor.userId) throw new DomainError("forbidden");
  const by = actor.userId;
  await db().transaction(async (tx) => {
    if (!(await lockProposal(tx, id))) throw new DomainError("conflict");
    await decideProposal(tx, id, "withdrawn", by, now);
  });
}
