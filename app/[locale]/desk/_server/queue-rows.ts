import { getLocale } from "next-intl/server";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { portalNow } from "@/db/queries/clock";
import { companiesNamed, peopleNamed } from "@/db/queries/desk-lists";
import { viewsOf } from "@/db/queries/desk-views";
import { type Day, dayOf } from "@/domain/day";
import { countQueue, type FacetCount, type QueueCursor, type QueueQuery } from "@/domain/desk/ask";
import { type DeadlineGroup, type DeskView, isDeskView, type QueueFilter, readQueueFilter } from "@/domain/desk-queue";
import { type Suggestion, suggestClauses } from "@/domain/suggest-clauses";
import { addWorkingDays, countWorkingDays, kindOfDay, type WorkCalendar } from "@/domain/working-days";
import { type QueuePage, readQueuePage } from "@/services/read-queue";
import { queueHref } from "../_components/queue-facets";
import type { ShownView } from "../_components/saved-views";

type QueueRow = QueuePage["rows"][number];

/** Cases a page. */
export const PAGE = 50;

/** A case as the queue shows it. */
export interface ShownRow extends Omit<QueueRow, "lastEventAt"> {
  /** As bound to the register. */
  readonly company: { readonly name: string; readonly nameHant: string; readonly nameEn: string } | null;
  readonly officerName: string | null;
  readonly group: DeadlineGroup | null;
  /** Working days: left, or late when negative; null when nothing is owed. */
  readonly daysLeft: number | null;
  readonly dueIsExchanged: boolean;
  readonly suggestions: readonly Suggestion[];
}

function groupOf(row: QueueRow, { today, soon }: QueueQuery): DeadlineGroup | null {
  if (!row.deskDue) return null;
  if (row.paused) return "paused";
  return row.deskDue < today ? "overdue" : row.deskDue === today ? "today" : row.deskDue <= soon ? "soon" : "later";
}

/** Working days to the due day; a paused clock's as they stood when it was last counted, since its due day moves on with each day. */
function daysLeftOf(row: QueueRow, today: Day, calendar: WorkCalendar): number | null {
  if (!row.deskDue) return null;
  const from = row.paused && row.lastEventAt ? dayOf(new Date(row.lastEventAt)) : today;
  return from <= row.deskDue ? countWorkingDays(from, row.deskDue, calendar) : 0 - countWorkingDays(row.deskDue, from, calendar);
}

/** "9757~1204": place in the view's order, number of the last case shown. */
export function readCursor(text: unknown): QueueCursor | null {
  const parts = typeof text === "string" ? /^(-?\d{1,17}(?:\.\d{1,6})?)~(\d{1,10})$/.exec(text) : null;
  return parts ? { key: Number(parts[1]), number: Number(parts[2]) } : null;
}

/** Everything a page of the queue shows: rows, the numbers beside every facet value, names for their ids, where the next page begins. */
export async function readQueue(userId: string, view: DeskView, filter: QueueFilter, cursor: QueueCursor | null) {
  const locale = await getLocale();
  const [now, calendar] = await Promise.all([portalNow(db()), loadCalendar(db(), locale)]);
  const today = dayOf(now);
  const query: QueueQuery = { view, userId, filter, today, soon: addWorkingDays(today, 2, calendar).due };
  const { columns, rows, total, counts, next } = await readQueuePage(db(), query, cursor, PAGE);
  const idsOf = (facet: FacetCount["facet"]) => counts.flatMap((c) => (c.facet === facet && c.value ? [c.value] : []));
  const companyIds = [...new Set(rows.flatMap((r) => r.companyId ?? []))];
  const [saved, companies, officerNames] = await Promise.all([
    viewsOf(db(), userId),
    companiesNamed(db(), [...companyIds, ...idsOf("company"), ...(isId(filter.company) ? [filter.company] : [])]),
    peopleNamed(db(), [...rows.flatMap((r) => r.officerId ?? []), ...idsOf("officer")]),
  ]);
  const views: ShownView[] = saved.map((one) => {
    const kept = readQueueFilter(one.filter as Record<string, string>);
    const of: QueueQuery = { ...query, view: isDeskView(one.view) ? one.view : "team", filter: kept };
    return {
      id: one.id,
      name: one.name,
      own: one.own,
      shared: one.shared,
      href: queueHref(of.view, kept),
      // Words are searched when the view is opened; beside its name stands what the rest of it holds.
      n: countQueue(columns, of),
      current: queueHref(of.view, kept) === queueHref(view, filter),
    };
  });
  const companyNames = new Map(companies.map((c) => [c.id, c]));
  const shown: ShownRow[] = rows.map((row) => ({
    ...row,
    company: (row.companyId && companyNames.get(row.companyId)) || null,
    officerName: (row.officerId && officerNames.get(row.officerId)) || null,
    group: groupOf(row, query),
    daysLeft: daysLeftOf(row, today, calendar),
    dueIsExchanged: row.deskDue !== null && kindOfDay(row.deskDue, calendar) === "exchanged_workday",
    suggestions: suggestClauses(row, today),
  }));
  return {
    rows: shown,
    views,
    total,
    counts,
    companyNames,
    officerNames,
    now,
    today,
    next: next ? `${next.key}~${next.number}` : null,
  };
}

const isId = (value: string | undefined): value is string => value !== undefined && value !== "none";
