import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant, formatNumber } from "@/components/format";
import { CodeLines } from "@/components/ui/code-lines";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { KeyValue } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { hex } from "@/domain/log/encoding";
import { env } from "@/platform/env";
import { currentCheckpoint, logVkey } from "@/services/log-proofs";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("title") };
}

/** The public log in plain words: what it holds, how far it has come, how to check it oneself. */
export default async function LogPage() {
  const [t, locale, checkpoint] = await Promise.all([getTranslations("log"), getLocale(), currentCheckpoint(readDb())]);
  const { PUBLIC_URL } = env();
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("now")} note={t("nowNote")} close>
        <p className="font-serif text-h1 font-bold">{t("leaves", { n: formatNumber(checkpoint.size) })}</p>
        <KeyValue
          className="mt-4"
          items={[
            {
              key: "last",
              name: t("last"),
              value: checkpoint.at ? formatInstant(checkpoint.at, locale, true) : t("never"),
            },
            {
              key: "root",
              name: t("root"),
              value: (
                <span className="break-all">
                  {hex(checkpoint.root)
                    .replace(/(.{4})/g, "$1 ")
                    .trim()}
                </span>
              ),
            },
            { key: "checkpoint", name: t("checkpoint"), value: <a href="/log/checkpoint">/log/checkpoint</a> },
          ]}
        />
      </Section>
      <Section title={t("how")}>
        <ol className="grid max-w-measure list-decimal gap-3 pl-6">
          {(["leaf", "tree", "signed"] as const).map((step) => (
            <li key={step}>{t(`howSteps.${step}`)}</li>
          ))}
        </ol>
      </Section>
      <Section title={t("secret")}>
        <p className="max-w-measure">{t("secretText")}</p>
      </Section>
      <Section title={t("receipt")} note={t("receiptNote")}>
        <p className="max-w-measure">{t("receiptText")}</p>
        <p className="mt-3">
          <LocalLink href={`${PLACES.log}/receipt`}>{t("receiptLink")}</LocalLink>
        </p>
      </Section>
      <Section title={t("follow")} note={t("followNote")}>
        <p className="max-w-measure">{t("followText")}</p>
        <CodeLines label={t("followCommand")} className="mt-3">{`script/verify-log ${PUBLIC_URL}`}</CodeLines>
        <p className="mt-6 max-w-measure">{t("toolsText")}</p>
        <h3 className="mt-6">{t("key")}</h3>
        <p className="mt-1 max-w-measure">{t("keyText")}</p>
        <CodeLines label={t("key")} className="mt-3">
          {logVkey()}
        </CodeLines>
        <p className="mt-3">
          <a href="/log/vkey" download="answered-log.vkey">
            {t("keyDownload")}
          </a>
        </p>
      </Section>
    </Page>
  );
}
