import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatNumber, formatPercent } from "@/components/format";
import { DateText } from "@/components/ui/date-text";
import { BADGE_CONDITIONS, BADGE_DIAL_SHARE, type BadgeFacts, failedConditions } from "@/domain/badge";

/** Each condition with what was found; where the badge was revoked, what was found then stands beside it. */
export function BadgeFactsTable({ facts, later }: { facts: BadgeFacts; later: BadgeFacts | null }) {
  const t = useTranslations("badge.facts");
  const locale = useLocale();
  const found = (f: BadgeFacts): Record<(typeof BADGE_CONDITIONS)[number], string> => ({
    band: f.band === null ? "NR" : f.score === null ? f.band : t("bandFound", { band: f.band, score: formatNumber(f.score, 1) }),
    grade: f.grade,
    rectified: t("overdueFound", { n: f.overdue }),
    dial:
      f.tests === 0 ? t("untested") : t("dialFound", { part: f.passed, of: f.tests, share: formatPercent(f.passed / f.tests) }),
    pledge: f.pledgeSignedOn ? formatDay(f.pledgeSignedOn, locale, "date") : t("unsigned"),
  });
  const all = later ? [facts, later] : [facts];
  return (
    <ul aria-label={t("caption")}>
      {BADGE_CONDITIONS.map((condition) => (
        <li
          key={condition}
          className={`hair-b grid gap-x-6 gap-y-0.5 py-2.5 ${later ? "wide:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)]" : "wide:grid-cols-2"}`}
        >
          <b className="font-medium">{t(`needs.${condition}`, { share: formatPercent(BADGE_DIAL_SHARE, 0) })}</b>
          {all.map((f, at) => {
            const failed = failedConditions(f).includes(condition);
            return (
              <p key={f.asOf}>
                <span className={failed ? "font-bold" : undefined}>{found(f)[condition]}</span>
                <span className="block text-small text-ink-2">
                  <DateText day={f.asOf} form="date" />
                  {at === 0 ? t("decidedOn") : t("revokedOn")} · {failed ? t("fails") : t("holds")}
                </span>
              </p>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
