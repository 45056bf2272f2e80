import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentActor } from "@/app/_server/session";
import { portalToday } from "@/app/_server/today";
import { formatNumber } from "@/components/format";
import { db } from "@/db/client";
import { openCheckCount } from "@/db/queries/special-checks";
import { isRegulator } from "@/domain/actors";
import { deskTallies } from "@/domain/desk/tallies";
import { deskColumns } from "@/services/desk-state";
import { WorkingShell } from "../_components/working-shell";
import { HotKeys } from "./_components/hot-keys";

export const dynamic = "force-dynamic";

/** The regulator's desk: officers and supervisors. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  // Who is not signed in is sent away by the page itself, which knows where to come back to.
  const actor = await currentActor();
  if (!actor || !isRegulator(actor.role)) return children;
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  const today = await portalToday(locale);
  const [columns, special] = await Promise.all([deskColumns(db()), openCheckCount(db())]);
  const tallies = deskTallies(columns, today.day);
  const counts = { ...tallies, mine: tallies.inHand.get(actor.userId) ?? 0 };
  const tab = (
    key: Exclude<keyof typeof counts, "inHand"> | "intake" | "companies" | "dial" | "workload",
    href: string,
    exact = false,
  ) => ({
    href,
    label: t(`nav.${key}`),
    ...(key in counts ? { count: formatNumber(counts[key as "mine"]) } : {}),
    exact,
  });
  return (
    <WorkingShell
      actor={actor}
      place={t("name")}
      home="/desk"
      search={{ action: "/desk/all", placeholder: t("search") }}
      tabs={[
        tab("mine", "/desk/mine"),
        tab("team", "/desk", true),
        tab("all", "/desk/all"),
        tab("sign", "/desk/sign"),
        tab("overdue", "/desk/overdue"),
        tab("checks", "/desk/checks"),
        tab("reviews", "/desk/reviews"),
        { href: "/desk/special-checks", label: t("nav.specialChecks"), count: formatNumber(special), exact: false },
        tab("workload", "/desk/workload"),
        tab("intake", "/desk/intake"),
        tab("dial", "/desk/dial"),
        tab("companies", "/desk/companies"),
      ]}
    >
      <HotKeys />
      {children}
    </WorkingShell>
  );
}
