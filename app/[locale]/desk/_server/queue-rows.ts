import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { portalNow } from "@/db/queries/clock";
import {
  type FacetCount,
  facetCounts,
  type QueueCursor,
  type QueueQuery,
  type QueueRow,
  queuePage,
  recentComplainants,
} from "@/db/queries/desk";
import { companiesNamed, peopleNamed } from "@/db/queries/desk-lists";
import { addDays, type Day, dayOf, isDay, startOfDay } from "@/domain/day";
import type { DeskView, QueueFilter } from "@/domain/desk-queue";
import { type Suggestion, suggestClauses } from "@/domain/suggest-clauses";
import { addWorkingDays, countWorkingDays, kindOfDay, type WorkCalendar } from "@/domain/working-days";

/** Cases a page. */
export const PAGE = 50;

/** A case as the queue shows it. */
export interface ShownRow extends Omit<QueueRow, "filedAtExact" | "lastEventAt"> {
  /** Working days: left, or late when negative; null when nothing is owed. */
  readonly daysLeft: number | null;
  readonly dueIsExchanged: boolean;
  readonly suggestions: readonly Suggestion[];
  /** People who complained about the same company within seven days. */
  readonly recent: number;
}

/** Working days to the due day; a paused clock's as they stood when it was last counted, since its due day moves on with each day. */
function daysLeftOf(row: QueueRow, today: Day, calendar: WorkCalendar): number | null {
  if (!row.deskDue) return null;
  const from = row.paused && row.lastEventAt ? dayOf(new Date(row.lastEventAt)) : today;
  return from <= row.deskDue ? countWorkingDays(from, row.deskDue, calendar) : 0 - countWorkingDays(row.deskDue, from, calendar);
}

/** "2026-09-18.0.0199…" (due, paused, id) or "2026-09-17 02:00:00+00~0199…" (filed, id). */
export function readCursor(text: unknown, view: DeskView): QueueCursor | null {
  if (typeof text !== "string" || text.length > 100) return null;
  if (view === "all") {
    const [filedAt = "", id = ""] = text.split("~");
    return /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(filedAt)) ? { filedAt, id } : null;
  }
  const [due = "", paused = "", id = ""] = text.split(".");
  return isDay(due) && /^[01]$/.test(paused) && /^[0-9a-f-]{36}$/.test(id) ? { due, paused: paused === "1", id } : null;
}

function cursorOf(row: QueueRow | undefined, view: DeskView): string | null {
  if (!row) return null;
  if (view === "all") return `${row.filedAtExact}~${row.id}`;
  return row.deskDue ? `${row.deskDue}.${row.paused ? 1 : 0}.${row.id}` : null;
}

/** Everything a page of the queue shows: rows, the numbers beside every facet value, names for their ids, where the next page begins. */
export async function readQueue(userId: string, view: DeskView, filter: QueueFilter, cursor: QueueCursor | null) {
  const locale = await getLocale();
  const [now, calendar] = await Promise.all([portalNow(db()), loadCalendar(db(), locale)]);
  const today = dayOf(now);
  const query: QueueQuery = { view, userId, filter, today, soon: addWorkingDays(today, 2, calendar).due };
  const [found, counts] = await Promise.all([queuePage(db(), query, cursor, PAGE + 1), facetCounts(db(), query)]);
  const rows = found.slice(0, PAGE);
  const companyIds = [...new Set(rows.flatMap((r) => r.companyId ?? []))];
  const idsOf = (facet: FacetCount["facet"]) => counts.flatMap((c) => (c.facet === facet && c.value ? [c.value] : []));
  const [recent, companyNames, officerNames] = await Promise.all([
    recentComplainants(db(), companyIds, startOfDay(addDays(today, -6))),
    companiesNamed(db(), idsOf("company")),
    peopleNamed(db(), idsOf("officer")),
  ]);
  const shown: ShownRow[] = rows.map((row) => ({
    ...row,
    daysLeft: daysLeftOf(row, today, calendar),
    dueIsExchanged: row.deskDue !== null && kindOfDay(row.deskDue, calendar) === "exchanged_workday",
    suggestions: suggestClauses(row, today),
    recent: row.companyId ? (recent.get(row.companyId) ?? 0) : 0,
  }));
  return {
    rows: shown,
    counts,
    companyNames: new Map(companyNames.map((c) => [c.id, c])),
    officerNames,
    now,
    today,
    next: found.length > PAGE ? cursorOf(rows.at(-1), view) : null,
  };
}
