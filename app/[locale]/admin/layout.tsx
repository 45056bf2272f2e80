import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requirePage } from "@/app/_server/session";
import { WorkingShell } from "../_components/working-shell";

export const dynamic = "force-dynamic";

/** People, the register, what administrators did. No case content anywhere below. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requirePage(["admin"], "/admin/people");
  const t = await getTranslations("people.admin");
  const tabs = (["people", "companies", "api-keys", "keeping", "reading", "calendar", "log"] as const).map((key) => ({
    href: `/admin/${key}`,
    label: t(`nav.${key}`),
  }));
  return (
    <WorkingShell actor={actor} tabs={tabs} place={t("name")} home="/admin/people">
      {children}
    </WorkingShell>
  );
}
