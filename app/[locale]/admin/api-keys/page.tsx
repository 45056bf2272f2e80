import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatInstant } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { db } from "@/db/client";
import { listApiKeys } from "@/db/queries/api-keys";
import { IssueForm, RevokeForm } from "./key-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

/** Keys of consumer bodies: who holds one, how much came by it, and taking it back. No case. */
export default async function ApiKeysPage() {
  await requirePage(["admin"], "/admin/api-keys");
  const [t, locale, keys] = await Promise.all([getTranslations("apiKeys"), getLocale(), listApiKeys(db())]);
  return (
    <Page>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        meta={[
          <LocalLink key="d" href={`${PLACES.data}/api`}>
            {t("how")}
          </LocalLink>,
        ]}
      />
      <ClientWords areas={["apiKeys"]}>
        <Section title={t("new")} close>
          <IssueForm />
        </Section>
        <Section title={t("all", { n: keys.length })}>
          <DataTable
            caption={t("all", { n: keys.length })}
            empty={<p>{t("none")}</p>}
            columns={[
              { key: "holder", label: t("holder") },
              { key: "tail", label: t("tail") },
              { key: "filed", label: t("filed"), end: true },
              { key: "last", label: t("last") },
              { key: "state", label: t("state") },
            ]}
            rows={keys.map((k) => ({
              key: k.id,
              cells: [
                k.holder,
                <code key="t">…{k.tail}</code>,
                k.filed,
                k.lastFiledAt ? formatInstant(k.lastFiledAt, locale) : t("never"),
                k.revokedAt ? t("revokedAt", { at: formatInstant(k.revokedAt, locale) }) : <RevokeForm key="r" id={k.id} />,
              ],
            }))}
          />
        </Section>
      </ClientWords>
    </Page>
  );
}
