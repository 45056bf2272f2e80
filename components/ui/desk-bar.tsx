import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { DeskSearch } from "./desk-search";
import { SkipLink } from "./masthead";
import { type NavLink, NavLinks } from "./nav-links";
import { SizeSwitch } from "./size-switch";

interface Props {
  tabs: NavLink[];
  /** Beside the name: 办案台, 公司, 联盟. */
  place?: string;
  home: string;
  /** Where the search goes (GET, parameter q), path with the language. */
  search?: { action: string; placeholder?: string; value?: string };
  /** Who works here; a menu or plain words. */
  person: ReactNode;
  notice?: ReactNode;
}

/** Head of the working places: views with their counts, one search field with its key, who one is. Two lines below 1400 px. */
export function DeskBar({ tabs, place, home, search, person, notice }: Props) {
  const t = useTranslations("nav");
  const size = useTranslations("ui")("largeType");
  return (
    <header className="no-print">
      <SkipLink />
      {notice}
      <div className="desk-bar">
        <Brand size="desk" beside={place ?? t("deskName")} href={home} />
        {tabs.length > 0 && (
          <nav aria-label={t("deskViews")} className="desk-tabs">
            <NavLinks links={tabs} className="flex h-full gap-5" linkClassName="desk-tab" />
          </nav>
        )}
        {search && <DeskSearch {...search} placeholder={search.placeholder ?? t("deskSearch")} label={t("search")} />}
        <span className="flex items-center gap-3.5 whitespace-nowrap" data-part="person">
          <SizeSwitch label={size} className="text-ink-2 no-underline hover:underline aria-pressed:font-bold" />
          {person}
        </span>
      </div>
    </header>
  );
}
