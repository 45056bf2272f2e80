import { Feed } from "feed";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ENDPOINTS } from "@/app/_server/api/endpoints";
import { countRequest, READ_LIMIT, readerOf } from "@/app/_server/api/limit";
import { hiddenWords } from "@/app/_server/hidden-words";
import { hashOf, openFile, openOptions, problem } from "@/app/_server/open-data";
import { readDb } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { findCompany } from "@/db/queries/companies";
import { rulingPage } from "@/db/queries/open-data/rulings";
import { nameIn } from "@/domain/company-register";
import { dayOf, startOfDay } from "@/domain/day";
import { followedPlace, followedSearch, readFollow } from "@/domain/follow";
import type { RulingRecord } from "@/domain/open-data/records";
import { inWords } from "@/domain/redaction";
import { env } from "@/platform/env";
import { LOCALES } from "@/platform/i18n/routing";
import { searchRulings } from "@/services/search-rulings";

export const dynamic = "force-dynamic";

const ENTRIES = 30;
const query = ENDPOINTS.rulings.query
  .extend({ locale: z.enum(LOCALES).default("zh-Hans"), search: z.string().max(600).optional() })
  .strict();

/** New rulings as Atom (rulings.atom) or JSON Feed (rulings.json): all, a company's, a clause's, any filter of the list of rulings, or `search`: a search as the address of /rulings has it. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { allowed, headers } = countRequest(READ_LIMIT, readerOf(request), Date.now());
  if (!allowed) return problem(429, "Too many requests", `${READ_LIMIT.quota} requests a minute from one network.`, headers);
  const [, form] = /^rulings\.(atom|json)$/.exec((await params).file) ?? [];
  if (!form) return problem(404, "No such feed", "There are rulings.atom and rulings.json.", headers);
  const url = new URL(request.url);
  const parsed = query.safeParse(Object.fromEntries(url.searchParams));
  if (!parsed.success)
    return problem(
      400,
      "Wrong parameter",
      parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join(" "),
      headers,
    );
  const { locale, search, ...filter } = parsed.data as unknown as {
    locale: (typeof LOCALES)[number];
    search?: string;
  } & Parameters<typeof rulingPage>[1];
  const tx = readDb();
  const company = filter.company ? await findCompany(tx, { slug: filter.company }) : null;
  if (filter.company && !company) return problem(404, "No such company", "The register has no such company.", headers);
  const [t, base, now] = [await getTranslations({ locale, namespace: "follow" }), env().PUBLIC_URL, await portalNow(tx)];
  const saved = search ? followedSearch(search) : null;
  const numbers = saved ? await newestFound(saved) : undefined;
  const { items } = await rulingPage(tx, { ...filter, numbers }, { limit: ENTRIES, after: null, today: dayOf(now), base });
  const subject = [company ? nameIn(company, locale) : null, filter.clause, saved?.words].filter(Boolean).join(" · ");
  const self = `${base}${url.pathname}${url.search}`;
  const newest = items[0];
  const hidden = await hiddenWords(locale);
  const feed = new Feed({
    id: self,
    title: subject === "" ? t("feedAll") : t("feedOf", { subject }),
    link: `${base}/${locale}${company ? `/companies/${company.slug}` : search ? followedPlace(readFollow("search", search)) : "/rulings"}`,
    language: locale,
    copyright: "CC BY 4.0",
    updated: newest ? changedAt(newest) : startOfDay(dayOf(now)),
    feedLinks: { [form === "atom" ? "atom" : "json"]: self },
  });
  for (const item of items) {
    const link = `${base}/${locale}/rulings/${item.number}`;
    const title = item.title ? inWords(item.title, hidden) : t("withdrawn", { number: item.number });
    const about = inWords(item.decision ?? item.annulReason ?? "", hidden);
    feed.addItem({
      id: link,
      link,
      title: `${nameIn(item.company, locale)}：${title}`,
      description: about.slice(0, 300),
      date: changedAt(item),
      published: startOfDay(item.signedOn as never),
    });
  }
  const body = form === "atom" ? feed.atom1() : feed.json1();
  return openFile(request, {
    body,
    sha256: hashOf(body),
    type: form === "atom" ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8",
    name: `answered-rulings.${form}`,
    immutable: false,
    inline: true,
  });
}

/** Numbers of the newest rulings that a saved search finds. */
async function newestFound({ words, filters }: ReturnType<typeof followedSearch>): Promise<string[]> {
  const { hits } = await searchRulings(readDb(), { words, filters, order: "date", offset: 0, limit: ENTRIES });
  return hits.map((hit) => hit.number);
}

/** When a reader should look again: signing, becoming final, annulment, whichever came last. */
function changedAt(item: RulingRecord): Date {
  const days = [item.signedOn, item.finalOn, item.annulledOn].filter((d) => d !== null).sort();
  return startOfDay(days.at(-1) as never);
}

export const OPTIONS = openOptions;
