import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { logVkey } from "@/services/log-proofs";
import { ReceiptCheck } from "./_components/receipt-check";

export const revalidate = 3600;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("logReceipt"))("title") };
}

/** Checks a receipt in the reader's own browser: the file goes nowhere, and once the page is there the network may be gone. */
export default async function ReceiptCheckPage() {
  const t = await getTranslations("logReceipt");
  return (
    <Page>
      <PageHead kicker={<LocalLink href={PLACES.log}>{t("log")}</LocalLink>} title={t("title")} lead={t("lead")} />
      <Section title={t("check")} note={t("checkNote")} close>
        <noscript>
          <p>{t("noScript")}</p>
        </noscript>
        <ClientWords areas={["logReceipt", "events"]}>
          <ReceiptCheck vkey={logVkey()} />
        </ClientWords>
      </Section>
      <Section title={t("key")} note={t("keyNote")}>
        <p className="break-all text-small">
          <code>{logVkey()}</code>
        </p>
      </Section>
    </Page>
  );
}
