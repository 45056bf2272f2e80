import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { companies, specialChecks } from "@/db/schema";
import { type Day, dayOf } from "@/domain/day";
import type { SpecialCheckRecord } from "@/domain/open-data/special-check-record";
import { CHECK_COLUMNS, checkParts, currentCompany } from "../public-special-checks";
import { type Key, type Page, pageOf } from "./page";
import { within } from "./register";

/** Special checks, the newest first, each with the further weeks and how what it gathered ended so far. */
export async function specialCheckPage(
  tx: Tx,
  query: {
    company?: string | undefined;
    clause?: string | undefined;
    concluded?: boolean | undefined;
    from?: Day | undefined;
    to?: Day | undefined;
  },
  page: { limit: number; after: Key | null; base: string },
): Promise<Page<SpecialCheckRecord>> {
  const [openedAt, number] = page.after ?? [];
  const on = sql`(${specialChecks.openedAt} at time zone 'Asia/Shanghai')::date`;
  const rows = await tx
    .select({ ...CHECK_COLUMNS, cursor: sql<string>`${specialChecks.openedAt}::text` })
    .from(specialChecks)
    .innerJoin(companies, currentCompany)
    .where(
      and(
        query.company ? sql`${specialChecks.companyId} in ${within(query.company)}` : undefined,
        query.clause ? eq(specialChecks.clause, query.clause) : undefined,
        query.concluded === undefined
          ? undefined
          : query.concluded
            ? isNotNull(specialChecks.concludedAt)
            : isNull(specialChecks.concludedAt),
        query.from ? sql`${on} >= ${query.from}::date` : undefined,
        query.to ? sql`${on} <= ${query.to}::date` : undefined,
        openedAt && number
          ? sql`(${specialChecks.openedAt}, ${specialChecks.number}) < (${openedAt}::timestamptz, ${number})`
          : undefined,
      ),
    )
    .orderBy(desc(specialChecks.openedAt), desc(specialChecks.number))
    .limit(page.limit + 1);
  const parts = await checkParts(
    tx,
    rows.slice(0, page.limit).map((row) => row.id),
  );
  return pageOf(
    rows,
    page.limit,
    (r) => [r.cursor, r.number],
    ({ id, openedAt: opened, concludedAt, cursor: _, ...check }) => {
      const { weeks, cases } = parts(id);
      return {
        ...check,
        url: `${page.base}/zh-Hans/special-checks/${check.number}`,
        openedOn: dayOf(opened),
        concludedOn: concludedAt && dayOf(concludedAt),
        furtherWeeks: weeks,
        gathered: cases.gathered,
        gatheredRuled: cases.ruled,
        gatheredUpheld: cases.upheld,
      };
    },
  );
}
