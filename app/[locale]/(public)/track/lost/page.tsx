import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead } from "@/components/ui/page";
import { LostForm } from "../_components/open-form";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("track"))("lostTitle") };
}

export default async function LostSecretPage() {
  const t = await getTranslations("track");
  return (
    <Page width="ask">
      <PageHead title={t("lostTitle")} lead={t("lostLead")} />
      <div className="mt-6">
        <ClientWords areas={["track", "ui"]}>
          <LostForm />
        </ClientWords>
      </div>
    </Page>
  );
}
