import { useLocale, useTranslations } from "next-intl";
import { isChinese } from "../format";
import { LocalLink } from "./local-link";
import { PLACES } from "./places";

const LINKS = [
  "scope",
  "standard",
  "method",
  "overdue",
  "deadlines",
  "statistics",
  "log",
  "corrections",
  "data",
  "privacy",
  "accessibility",
] as const;

/** Foot of every public page. `fictional`: say that companies and cases are examples (demo and test). */
export function Footer({ fictional = false }: { fictional?: boolean }) {
  const t = useTranslations("footer");
  // Chinese sentences follow each other without a space.
  const gap = isChinese(useLocale()) ? "" : " ";
  return (
    <footer className="page-width no-print">
      <div className="rule-t mt-12 grid gap-x-12 gap-y-3 pt-6 pb-12 text-small leading-[1.7] text-ink-2 wide:mt-18 wide:grid-cols-[1fr_auto]">
        <nav aria-label={t("label")}>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {LINKS.map((key) => (
              <li key={key}>
                <LocalLink href={PLACES[key]} className="inline-block text-inherit visited:text-inherit">
                  {t(key)}
                </LocalLink>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {t("offline")}
          {gap}
          <LocalLink href={PLACES.offline} className="inline-block text-inherit visited:text-inherit">
            {t("offlineLink")}
          </LocalLink>
        </p>
        <p className="text-note wide:col-span-2">
          {t("voluntary")}
          {fictional && gap + t("fictional")}
        </p>
      </div>
    </footer>
  );
}
