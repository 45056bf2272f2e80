import type { Tx } from "@/db/client";
import { companyNames } from "@/db/queries/companies";
import { clauseKey } from "@/domain/clauses";
import { type FollowTarget, followedSearch } from "@/domain/follow";
import { FACETS, type Facet } from "@/domain/search/columns";
import type { Locale } from "@/platform/i18n/routing";
import { wordsOf } from "./queue-mail";

type Tree = { readonly [key: string]: string | Tree };
const at = (tree: Tree, path: readonly string[]): string | undefined => {
  const found = path.reduce<string | Tree | undefined>((node, key) => (typeof node === "object" ? node[key] : undefined), tree);
  return typeof found === "string" ? found : undefined;
};
const SPACES: Partial<Record<Facet, readonly string[]>> = {
  sector: ["sectors"],
  tier: ["tiers"],
  outcome: ["findings"],
  channel: ["channels"],
  group: ["search", "group"],
};

/** What is followed, in the reader's words: a company's name, a clause with its title, the words and filters of a search. */
export async function followLabel(tx: Tx, locale: Locale, { kind, target }: FollowTarget): Promise<string> {
  const words = (await wordsOf(locale)) as Tree;
  const clause = (id: string) => [id, at(words, ["clauses", clauseKey(id), "title"])].filter(Boolean).join(" ");
  if (kind === "all") return at(words, ["follow", "everything"]) ?? "";
  if (kind === "clause") return clause(target);
  if (kind === "company") return (await companyNames(tx, [target], locale)).get(target) ?? target;
  const asked = followedSearch(target);
  const names = await companyNames(tx, asked.filters.company ?? [], locale);
  const parts = FACETS.flatMap((facet) =>
    (asked.filters[facet] ?? []).map((value) => {
      if (facet === "company") return names.get(value) ?? value;
      if (facet === "clause") return clause(value);
      return at(words, [...(SPACES[facet] ?? []), value]) ?? value;
    }),
  );
  const quoted =
    asked.words === ""
      ? []
      : [locale === "en" ? `“${asked.words}”` : locale === "zh-Hant" ? `「${asked.words}」` : `“${asked.words}”`];
  return [...quoted, ...parts].join(" · ");
}
