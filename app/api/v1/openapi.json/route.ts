import { getTranslations } from "next-intl/server";
import { ENDPOINTS } from "@/app/_server/api/endpoints";
import { filingDescription } from "@/app/_server/api/filing-description";
import { openApi, type Say } from "@/app/_server/api/openapi";
import { hashOf, openFile, openOptions } from "@/app/_server/open-data";
import { env } from "@/platform/env";

export const dynamic = "force-dynamic";

/** OpenAPI 3.1, made from the schemas that check every request and answer. */
export async function GET(request: Request): Promise<Response> {
  const t = (await getTranslations({ locale: "en", namespace: "openData" })) as unknown as Say;
  const body = `${JSON.stringify(openApi(Object.values(ENDPOINTS), t, env().PUBLIC_URL, filingDescription(t)), null, 1)}\n`;
  return openFile(request, {
    body,
    sha256: hashOf(body),
    type: "application/vnd.oai.openapi+json;version=3.1; charset=utf-8",
    name: "openapi.json",
    immutable: false,
    inline: true,
  });
}

export const OPTIONS = openOptions;
