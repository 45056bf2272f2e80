import { useTranslations } from "next-intl";
import { NumberText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import type { PublishedRuling } from "@/db/queries/public-record";
import { CONSEQUENCES } from "@/domain/clauses";
import { isUpheld, type Outcome, TIERS, type Tier } from "@/domain/findings";

/** What follows per the Standard (never called a penalty), and what it does to the company's score. */
export function RulingConsequences({ ruling }: { ruling: PublishedRuling }) {
  const t = useTranslations("ruling");
  const tiers = useTranslations("tiers");
  const upheld = ruling.findings.filter((f) => isUpheld(f.outcome as Outcome) && f.tier);
  if (upheld.length === 0 || ruling.status === "annulled") return null;
  const worst = [...TIERS].reverse().find((tier) => upheld.some((f) => f.tier === tier)) as Tier;
  const c = CONSEQUENCES[worst];
  return (
    <Section title={t("consequences")}>
      <div className="grid gap-6 wide:grid-cols-2">
        <div className="grid content-start gap-1">
          <h3>{t("perStandard")}</h3>
          <p>
            {tiers(worst)}
            {t("colon")}
            {c.fromFen !== null && c.toFen !== null ? (
              <>
                <NumberText value={c.fromFen / 100} /> {t("to")} <NumberText value={c.toFen / 100} /> {t("yuan")}
                {c.creditFile && t("creditFile")}
                {c.suspension && t("suspension")}
              </>
            ) : (
              t("rectifyOnly", { n: c.rectifyWithinWorkingDays })
            )}
          </p>
          <p className="text-note text-ink-2">{c.reconstructed ? t("reconstructed") : t("voluntary")}</p>
        </div>
        <div className="grid content-start gap-1">
          <h3>{t("score")}</h3>
          <p>
            {ruling.finalOn ? t("scoreFinal") : t("scorePending")}{" "}
            <LocalLink href={`${PLACES.companies}/${ruling.company.slug}`}>{t("seeScore")}</LocalLink>
          </p>
        </div>
      </div>
    </Section>
  );
}
