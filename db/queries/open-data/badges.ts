import { and, asc, desc, eq, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { badges, companies } from "@/db/schema";
import type { BadgeStanding } from "@/domain/badge";
import type { Day } from "@/domain/day";
import { type BadgeRecord, badgeRecordOf } from "@/domain/open-data/badge-record";
import { read } from "../badges";
import { type Key, type Page, pageOf } from "./page";
import { within } from "./register";

/** `badgeStanding` as a condition. */
function standsAs(standing: BadgeStanding, today: Day) {
  const { awardedOn, revokedOn, expiresOn } = badges;
  const given = and(isNotNull(awardedOn), isNull(revokedOn));
  return {
    refused: isNull(awardedOn),
    revoked: and(isNotNull(awardedOn), isNotNull(revokedOn)),
    valid: and(given, gte(expiresOn, today)),
    expired: and(given, lt(expiresOn, today)),
  }[standing];
}

/** Decisions on badges, the newest quarter first, in it by address of the company. */
export async function badgePage(
  tx: Tx,
  query: { company?: string | undefined; quarter?: string | undefined; standing?: BadgeStanding | undefined },
  page: { limit: number; after: Key | null; today: Day; base: string },
): Promise<Page<BadgeRecord>> {
  const [quarter, slug] = page.after ?? [];
  const rows = await tx
    .select({ badge: badges, slug: companies.slug })
    .from(badges)
    .innerJoin(companies, eq(companies.id, badges.companyId))
    .where(
      and(
        query.company ? sql`${badges.companyId} in ${within(query.company)}` : undefined,
        query.quarter ? eq(badges.quarter, query.quarter) : undefined,
        query.standing ? standsAs(query.standing, page.today) : undefined,
        quarter && slug
          ? sql`(${badges.quarter} < ${quarter} or (${badges.quarter} = ${quarter} and ${companies.slug} > ${slug}))`
          : undefined,
      ),
    )
    .orderBy(desc(badges.quarter), asc(companies.slug))
    .limit(page.limit + 1);
  return pageOf(
    rows,
    page.limit,
    (r) => [r.badge.quarter, r.slug],
    (r) => badgeRecordOf(read(r.badge), r.slug, page.base, page.today),
  );
}
