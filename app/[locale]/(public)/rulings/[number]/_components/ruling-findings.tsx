import { useTranslations } from "next-intl";
import { TierText } from "@/components/case/marks";
import { FindingArticle } from "@/components/case/ruling-row";
import { Measure } from "@/components/charts/measure";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import type { PublishedRuling } from "@/db/queries/public-record";
import { clauseKey } from "@/domain/clauses";
import type { Day } from "@/domain/day";
import type { Outcome, Tier } from "@/domain/findings";
import type { Measure as Measured } from "@/domain/publication/content";

/** Each finding: plain title, clause and tier, what was measured, facts, reasons, kinds of evidence, and what became of it. */
export function RulingFindings({ ruling, original }: { ruling: PublishedRuling; original: string | undefined }) {
  const t = useTranslations("ruling");
  const clause = useTranslations("clauses");
  const kinds = useTranslations("evidenceKinds");
  const rectification = useTranslations("rectifications");
  return (
    <Section title={t("findings")} note={t("findingsNote", { n: ruling.allegationCount, standard: ruling.standardVersion })}>
      {ruling.findings.map((f) => {
        const measure = f.measure as Measured | null;
        return (
          <FindingArticle
            key={f.id}
            title={f.title}
            outcome={f.outcome as Outcome}
            clause={
              <>
                <LocalLink href={`${PLACES.standard}/${f.clause}`}>{f.clause}</LocalLink> {clause(`${clauseKey(f.clause)}.rule`)}
                {f.tier && (
                  <span className="ml-3 whitespace-nowrap">
                    {t("tier")} <TierText tier={f.tier as Tier} />
                  </span>
                )}
                {f.tierReason && (
                  <span className="ml-3" lang={original}>
                    {f.tierReason}
                  </span>
                )}
              </>
            }
            measure={measure?.unit === "s" ? <Measure seconds={measure.value} limit={measure.limit} /> : undefined}
          >
            <p lang={original}>{f.facts}</p>
            <p lang={original}>
              {f.reasons}
              {f.evidenceKinds.length > 0 && (
                <span className="text-ink-2">
                  {t("evidence", { kinds: f.evidenceKinds.map((k) => kinds(k)).join(t("listComma")) })}
                </span>
              )}
            </p>
            {f.rectification && (
              <p className="text-small text-ink-2">
                {rectification(f.rectification.state)}{" "}
                <DateText
                  day={
                    (f.rectification.acceptedOn ??
                      f.rectification.overdueOn ??
                      f.rectification.reportedOn ??
                      f.rectification.dueOn) as Day
                  }
                  form="date"
                />
              </p>
            )}
          </FindingArticle>
        );
      })}
    </Section>
  );
}
