import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import type { DialPlanRow } from "@/db/queries/dial-tests";
import { type Day, type Quarter, quarterBounds } from "@/domain/day";

/** Why nobody chose when this company was tested: what bound the draw before each quarter, and its seed afterwards. */
export function DrawFacts({ plans, today, slug }: { plans: readonly DialPlanRow[]; today: Day; slug: string }) {
  const t = useTranslations("humanGuide.draw");
  const locale = useLocale();
  return (
    <Section title={t("title")} note={t("note")}>
      <ul className="grid gap-3">
        {plans.map((plan) => (
          <li key={plan.quarter} className="grid gap-0.5">
            <b className="font-medium">{plan.quarter}</b>
            <span className="text-small text-ink-2">{t("committed", { at: formatInstant(plan.committedAt, locale) })}</span>
            <span className="break-all font-mono text-note">{plan.commitment}</span>
            {quarterBounds(plan.quarter as Quarter).last < today ? (
              <>
                <span className="text-small text-ink-2">{t("seed")}</span>
                <span className="break-all font-mono text-note">{plan.seed}</span>
              </>
            ) : (
              <span className="text-small text-ink-2">{t("seedLater")}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap gap-x-6">
        <a href="/api/v1/dial-plans">{t("plans")}</a>
        <a href={`/api/v1/dial-tests?company=${slug}`}>{t("data")}</a>
        <LocalLink href={`${PLACES.method}#score`}>{t("method")}</LocalLink>
      </p>
    </Section>
  );
}
