import { randomBytes, randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { ClientWords } from "@/components/ui/client-words";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { dayOf } from "@/domain/day";
import { env } from "@/platform/env";
import { ListPage } from "../_components/list-page";
import { IntakeForm } from "./_components/intake-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.intake");
  return { title: t("title") };
}

/** A complaint by phone or on paper, on one dense page; it ends with a letter to print. */
export default async function IntakePage() {
  const actor = await requirePage(["officer", "supervisor"], "/desk/intake");
  const t = await getTranslations("desk.intake");
  if (actor.role !== "officer")
    return (
      <ListPage title={t("title")} lead={t("officersOnly")}>
        {null}
      </ListPage>
    );
  return (
    <ClientWords areas={["desk.intake", "desk.case.facts", "desk.case.wants", "situations", "channels", "ui.companyPicker"]}>
      <ListPage title={t("title")} lead={t("lead")}>
        <IntakeForm
          submissionKey={randomUUID()}
          seed={randomBytes(32).toString("hex")}
          today={dayOf(await portalNow(db()))}
          address={env().PUBLIC_URL}
        />
      </ListPage>
    </ClientWords>
  );
}
