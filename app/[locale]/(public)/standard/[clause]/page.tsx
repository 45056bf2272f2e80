import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { hiddenWords } from "@/app/_server/hidden-words";
import { RulingList } from "@/components/case/ruling-row";
import { FollowLinks } from "@/components/ui/follow-links";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { clauseCounts } from "@/db/queries/statistics";
import { CLAUSES, type ClauseId, CONSEQUENCES, clauseKey, clauseOf } from "@/domain/clauses";
import { inWords } from "@/domain/redaction";
import { LOCALES } from "@/platform/i18n/routing";
import { searchRulings } from "@/services/search-rulings";
import { languageLinks } from "../../_components/language-links";
import { FoundRow } from "../../rulings/_components/found-row";

export const revalidate = 60;
export function generateStaticParams() {
  return [];
}

type Params = Promise<{ locale: string; clause: string }>;
const LEADING = 5;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { clause: id, locale } = await params;
  const clause = clauseOf(id);
  if (!clause) return {};
  const words = await getTranslations({ locale, namespace: "clauses" });
  return {
    title: `${id} ${words(`${clauseKey(clause.id)}.title`)}`,
    description: words(`${clauseKey(clause.id)}.rule`),
    alternates: languageLinks(`/standard/${id}`, locale),
  };
}

/** One clause: its text in three languages, the threshold, how to prove a breach, what it weighs, how often upheld, rulings on it. */
export default async function ClausePage({ params }: { params: Params }) {
  const { clause: id } = await params;
  const clause = clauseOf(id);
  if (!clause) notFound();
  const locale = await getLocale();
  const key = clauseKey(clause.id as ClauseId);
  const t = await getTranslations("clausePage");
  const standard = await getTranslations("standard");
  const words = await getTranslations("clauses");
  const codes = await getTranslations("evidenceCodes");
  const tiers = await getTranslations("tiers");
  const others = await Promise.all(
    LOCALES.filter((l) => l !== locale).map(async (l) => ({
      l,
      words: await getTranslations({ locale: l, namespace: "clauses" }),
    })),
  );
  const db = readDb();
  const hidden = await hiddenWords(locale);
  const [counts, leading] = await Promise.all([
    clauseCounts(db),
    searchRulings(db, {
      words: "",
      filters: { clause: [id], outcome: ["upheld", "partly_upheld"] },
      order: "date",
      offset: 0,
      limit: LEADING,
    }),
  ]);
  const n = counts.get(id);
  const at = CLAUSES.findIndex((c) => c.id === id);
  const [before, after] = [CLAUSES[at - 1], CLAUSES[at + 1]];
  const { threshold } = clause;
  const consequence = clause.tier ? CONSEQUENCES[clause.tier] : null;
  const held = clause.evidence.every((way) => way.every((code) => code === "CO"));
  return (
    <Page>
      <PageHead
        title={`${id}　${words(`${key}.title`)}`}
        kicker={<LocalLink href={`${PLACES.standard}#${id}`}>{standard("title")}</LocalLink>}
        lead={words(`${key}.rule`)}
      />
      <Section title={t("threshold")}>
        <p>
          {threshold
            ? t(threshold.bound === "at_most" ? "atMost" : "atLeast", { n: t(`unit.${threshold.unit}`, { n: threshold.value }) })
            : t("noThreshold")}
        </p>
        {threshold?.target && <p className="text-small text-ink-2">{t("target")}</p>}
        {threshold?.priority && <p className="text-small text-ink-2">{t("priority")}</p>}
      </Section>
      <Section title={t("proof")}>
        <p>{clause.evidence.map((way) => way.map((code) => codes(code)).join(standard("with"))).join(standard("either"))}</p>
        {held && <p className="text-small text-ink-2">{t("proofCompany")}</p>}
      </Section>
      <Section title={t("tier")} note={standard("consequencesNote")}>
        {clause.tier && consequence ? (
          <>
            <p>
              {t("perStandard", { tier: tiers(clause.tier) })} {standard(`consequence.${clause.tier}`)}
            </p>
            {clause.otherwise && <p>{t("otherwise", { tier: tiers(clause.otherwise) })}</p>}
            {(consequence.reconstructed || clause.reconstructed) && (
              <p className="text-small text-ink-2">{standard("reconstructed")}</p>
            )}
          </>
        ) : (
          <p>{standard("noTier")}</p>
        )}
      </Section>
      <Section
        title={t("leading")}
        note={n && n.decided > 0 ? t("oftenWords", { decided: n.decided, upheld: n.upheld }) : undefined}
        id="rulings"
      >
        {leading.hits.length === 0 ? (
          <EmptyState looked={t("none")} meaning={t("noneMeans")} />
        ) : (
          <>
            <RulingList>
              {leading.hits.map((hit) => (
                <FoundRow key={hit.number} hit={hit} say={(text) => inWords(text, hidden)} />
              ))}
            </RulingList>
            <p className="mt-4">
              <LocalLink href={`${PLACES.rulings}?clause=${id}`}>{t("all")}</LocalLink>
            </p>
          </>
        )}
      </Section>
      <FollowLinks query={`clause=${id}`} />
      <Section title={t("languages")} note={t("versionWords", { version: clause.version })}>
        <dl className="grid gap-4">
          {others.map(({ l, words: own }) => (
            <div key={l} lang={l}>
              <dt className="font-medium">
                {id} {own(`${key}.title`)}
              </dt>
              <dd className="max-w-measure">{own(`${key}.rule`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <nav className="no-print mt-10 flex flex-wrap justify-between gap-4 pb-10">
        {before ? (
          <LocalLink href={`${PLACES.standard}/${before.id}`} rel="prev" aria-label={`${t("before")} ${before.id}`}>
            ← {before.id} {words(`${clauseKey(before.id)}.title`)}
          </LocalLink>
        ) : (
          <span />
        )}
        {after && (
          <LocalLink href={`${PLACES.standard}/${after.id}`} rel="next" aria-label={`${t("after")} ${after.id}`}>
            {after.id} {words(`${clauseKey(after.id)}.title`)} →
          </LocalLink>
        )}
      </nav>
    </Page>
  );
}
