import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { SignedIn } from "@/app/_server/session";
import { portalToday } from "@/app/_server/today";
import { DeskBar } from "@/components/ui/desk-bar";
import { LocalLink } from "@/components/ui/local-link";
import type { NavLink } from "@/components/ui/nav-links";
import { localHref } from "@/components/ui/places";
import { DemoClock } from "./demo-clock";

interface Props {
  actor: SignedIn;
  tabs: NavLink[];
  /** Beside the name of the portal: 办案台, 管理. */
  place: string;
  /** Below the language. */
  home: string;
  /** Where "/" searches (GET, q), below the language. */
  search?: { action: string; placeholder: string };
  children: ReactNode;
}

/** Frame of the working places: dense, views on top, who one is and the way out at the right, the demo clock above. */
export async function WorkingShell({ actor, tabs, place, home, search, children }: Props) {
  const [locale, roles, t] = await Promise.all([getLocale(), getTranslations("roles"), getTranslations("people.account")]);
  const today = await portalToday(locale);
  return (
    <div data-desk className="flex min-h-dvh flex-col">
      <DeskBar
        tabs={tabs}
        place={place}
        home={home}
        {...(search ? { search: { ...search, action: localHref(search.action, locale) } } : {})}
        notice={today.demo ? <DemoClock now={today.now} /> : undefined}
        person={
          <>
            <LocalLink href="/account" className="text-ink visited:text-ink no-underline hover:underline">
              {actor.name} <span className="hidden text-ink-2 min-[1100px]:inline">{roles(actor.role)}</span>
            </LocalLink>
            <LocalLink
              href="/sign-out"
              className="hidden text-ink-2 visited:text-ink-2 no-underline hover:underline min-[640px]:inline"
            >
              {t("outShort")}
            </LocalLink>
          </>
        }
      />
      {children}
    </div>
  );
}
