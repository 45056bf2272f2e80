import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentActor } from "@/app/_server/session";
import { WorkingShell } from "../_components/working-shell";

export const dynamic = "force-dynamic";

/** The alliance's working place: editor and publisher. Cases are not here, only what is published of them. */
export default async function AllianceLayout({ children }: { children: ReactNode }) {
  // Who is not signed in is sent away by the page itself, which knows where to come back to.
  const actor = await currentActor();
  if (!actor || (actor.role !== "editor" && actor.role !== "publisher")) return children;
  const t = await getTranslations("alliance");
  return (
    <WorkingShell actor={actor} place={t("name")} home="/alliance" tabs={[{ href: "/alliance", label: t("nav.reports") }]}>
      {children}
    </WorkingShell>
  );
}
