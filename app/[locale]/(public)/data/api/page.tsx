import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PAGE_SIZE } from "@/app/_server/api/endpoint";
import { ENDPOINTS } from "@/app/_server/api/endpoints";
import { FILE_LIMIT, READ_LIMIT } from "@/app/_server/api/limit";
import { CodeLines } from "@/components/ui/code-lines";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { KeyValue } from "@/components/ui/table";
import { env } from "@/platform/env";
import { EndpointPart } from "./_components/endpoint-part";
import { FilingPart } from "./_components/filing-part";

export const revalidate = 3600;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openData"))("title") };
}

/** The readable description of the API, drawn from the same definitions as openapi.json. */
export default async function DataApiPage() {
  const t = await getTranslations("openData");
  const data = await getTranslations("data");
  const base = `${env().PUBLIC_URL}/api/v1`;
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} kicker={<LocalLink href={PLACES.data}>{data("title")}</LocalLink>} />
      <Section title={t("start")} close>
        <p>{t("startText")}</p>
        <CodeLines className="mt-2">{`curl "${base}/rulings?limit=2"`}</CodeLines>
        <p className="mt-4 max-w-measure">{t("fileText")}</p>
        <p className="mt-2">
          <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>
        </p>
      </Section>
      <Section title={t("rules")}>
        <KeyValue
          items={[
            {
              key: "limits",
              name: t("limits"),
              value: (
                <>
                  <p>{t("limitsText", { n: READ_LIMIT.quota, seconds: READ_LIMIT.windowSeconds })}</p>
                  <p>{t("filingLimit", { n: FILE_LIMIT.quota, seconds: FILE_LIMIT.windowSeconds })}</p>
                </>
              ),
            },
            { key: "paging", name: t("paging"), value: t("pagingText", { most: PAGE_SIZE.most }) },
            { key: "formats", name: t("formats"), value: t("formatsText") },
            { key: "cache", name: t("cache"), value: t("cacheText") },
            { key: "cors", name: t("cors"), value: t("corsText") },
            { key: "errors", name: t("errorsTitle"), value: t("errorsText") },
          ]}
          className="max-w-measure"
        />
      </Section>
      <Section title={t("addresses")} note={t("addressesNote", { base })}>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {Object.values(ENDPOINTS).map((e) => (
            <li key={e.id}>
              <a href={`#${e.id}`}>{t(`endpoints.${e.id}.title` as never)}</a>
            </li>
          ))}
        </ul>
      </Section>
      <FilingPart />
      {Object.values(ENDPOINTS).map((e) => (
        <EndpointPart key={e.id} endpoint={e} />
      ))}
    </Page>
  );
}
