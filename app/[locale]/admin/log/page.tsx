import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import { adminEventsOf } from "@/db/queries/invitations";
import { AdminEvents } from "../_components/admin-events";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.admin");
  return { title: t("logTitle") };
}

export default async function AdminLogPage() {
  await requirePage(["admin"], "/admin/log");
  const [t, events] = await Promise.all([getTranslations("people.admin"), adminEventsOf(db(), undefined, 200)]);
  return (
    <Page>
      <PageHead title={t("logTitle")} lead={t("logLead")} />
      <div className="mt-6 ink-t">
        <AdminEvents events={events} named />
      </div>
    </Page>
  );
}
