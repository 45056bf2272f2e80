import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Day } from "@/domain/day";
import type { DayKind } from "@/domain/working-days";
import { Brand } from "./brand";
import { DateText } from "./date-text";
import { HolidayName } from "./holiday-name";
import { LocalLink } from "./local-link";
import { LanguageLinks, NavLinks } from "./nav-links";
import { PLACES } from "./places";
import { SizeSwitch } from "./size-switch";

/** The portal's day and what it counts as. `holiday`: the name in the calendar. */
export interface Today {
  day: Day;
  kind: DayKind;
  holiday?: string;
}

const PUBLIC_NAV = ["file", "track", "rulings", "companies", "reports", "standard"] as const;
const LANGUAGES = ["zh-Hans", "zh-Hant", "en"] as const;
const SMALL =
  "inline-block py-0.5 text-inherit visited:text-inherit no-underline hover:underline whitespace-nowrap aria-pressed:font-bold";

/** First thing in the page: over what repeats, to the text. */
export function SkipLink() {
  const t = useTranslations("nav");
  return (
    <a href="#main" className="skip">
      {t("skip")}
    </a>
  );
}

/** 2026年9月17日 星期四 · 工作日 */
export function TodayLine({ today }: { today: Today }) {
  const t = useTranslations("ui.day");
  return (
    <span>
      <DateText day={today.day} />{" "}
      <span className="whitespace-nowrap">
        ·{" "}
        {today.kind === "holiday" && today.holiday ? (
          <HolidayName name={today.holiday} words="off" />
        ) : (
          t(today.kind === "holiday" ? "weekend" : today.kind)
        )}
      </span>
    </span>
  );
}

/**
 * Head of every public page: the day, large type, languages, sign-in; name and the six ways in; a menu on the phone that
 * opens without JavaScript. `notice`: a line of its own above, such as the demo clock. `person`: who is signed in.
 */
export function Masthead({
  today,
  notice,
  person,
}: {
  today: Today;
  notice?: ReactNode;
  person?: { name: string; href: string };
}) {
  const t = useTranslations("nav");
  const size = useTranslations("ui")("largeType");
  const locale = useLocale();
  const links = PUBLIC_NAV.map((key) => ({ href: PLACES[key], label: t(key) }));
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, t(`languages.${language}`)]));
  const account = (
    <LocalLink href={person?.href ?? PLACES.signIn} className={SMALL}>
      {person?.name ?? t("signIn")}
    </LocalLink>
  );
  return (
    <header>
      <SkipLink />
      {notice}
      <div className="page-width">
        <div className="no-print flex flex-wrap items-baseline justify-between gap-x-4 py-[7px] text-note leading-[1.5] text-ink-2 hair-b">
          <TodayLine today={today} />
          <div className="flex gap-4">
            <SizeSwitch label={size} className={SMALL} />
            <LanguageLinks locale={locale} names={names} className="hidden gap-4 wide:flex" linkClassName={SMALL} />
            {account}
          </div>
        </div>
        <div className="relative flex items-center justify-between gap-6 py-[11px] wide:py-[14px]">
          <Brand />
          <nav aria-label={t("label")} className="no-print hidden wide:block">
            <NavLinks links={links} className="flex gap-x-5 desk:gap-x-5 min-[1100px]:gap-x-7" linkClassName="nav-link" />
          </nav>
          <details className="menu no-print wide:hidden">
            <summary>{t("menu")}</summary>
            <div className="menu-panel page-width">
              <nav aria-label={t("label")}>
                <NavLinks links={links} linkClassName="menu-link" />
              </nav>
              <LanguageLinks
                locale={locale}
                names={names}
                className="flex flex-wrap gap-x-6 pt-3 pb-4"
                linkClassName="inline-flex items-center tap"
              />
            </div>
          </details>
        </div>
        <div className="wenwu" />
      </div>
    </header>
  );
}
