import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TierText } from "@/components/case/marks";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import { clauseCounts } from "@/db/queries/statistics";
import { CLAUSES, CONSEQUENCES, clauseKey, STANDARD_VERSION } from "@/domain/clauses";
import { TIERS } from "@/domain/findings";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standard"))("title") };
}

const AREAS = ["A", "B", "C", "D"] as const;

/** The Standard, clause by clause: rule, weight, how to prove it, how often upheld, and where it was ruled on. */
export default async function StandardPage() {
  const t = await getTranslations("standard");
  const clause = await getTranslations("clauses");
  const codes = await getTranslations("evidenceCodes");
  const tiers = await getTranslations("tiers");
  const counts = await clauseCounts(readDb());
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead", { version: STANDARD_VERSION })} />
      <nav aria-label={t("areas")} className="mt-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {AREAS.map((area) => (
            <li key={area}>
              <a href={`#area-${area}`}>{t(`area.${area}`)}</a>
            </li>
          ))}
          <li>
            <LocalLink href={PLACES.method}>{t("method")}</LocalLink>
          </li>
        </ul>
      </nav>
      {AREAS.map((area) => (
        <Section key={area} id={`area-${area}`} title={t(`area.${area}`)} note={t(`areaNote.${area}`)}>
          {CLAUSES.filter((c) => c.area === area).map((c) => {
            const n = counts.get(c.id);
            return (
              <article key={c.id} id={c.id} className="finding ink-t grid gap-1.5 pt-4 pb-5 first:border-t-0 first:pt-0">
                <h3>
                  <LocalLink
                    href={`${PLACES.standard}/${c.id}`}
                    className="text-ink visited:text-ink no-underline hover:underline"
                  >
                    <span className="mr-3">{c.id}</span>
                    {clause(`${clauseKey(c.id)}.title`)}
                  </LocalLink>
                </h3>
                <p className="max-w-measure">{clause(`${clauseKey(c.id)}.rule`)}</p>
                <p className="text-small text-ink-2">
                  {c.tier ? (
                    <span className="mr-4 whitespace-nowrap">
                      {t("tier")} <TierText tier={c.tier} />
                      {c.otherwise && (
                        <>
                          {t("or")} <TierText tier={c.otherwise} />
                        </>
                      )}
                    </span>
                  ) : (
                    <span className="mr-4">{t("noTier")}</span>
                  )}
                  <span className="mr-4">
                    {t("proof")} {c.evidence.map((way) => way.map((code) => codes(code)).join(t("with"))).join(t("either"))}
                  </span>
                  {n && n.decided > 0 ? (
                    <LocalLink href={`${PLACES.rulings}?clause=${c.id}`}>
                      {t("counts", { upheld: n.upheld, decided: n.decided })}
                    </LocalLink>
                  ) : (
                    t("never")
                  )}
                </p>
              </article>
            );
          })}
        </Section>
      ))}
      <Section title={t("consequences")} note={t("consequencesNote")}>
        <dl className="grid gap-3">
          {TIERS.map((tier) => {
            const c = CONSEQUENCES[tier];
            return (
              <div key={tier}>
                <dt className="font-medium">{tiers(tier)}</dt>
                <dd className="max-w-measure">
                  {t(`consequence.${tier}`)}{" "}
                  {c.reconstructed && <span className="text-small text-ink-2">{t("reconstructed")}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      </Section>
    </Page>
  );
}
