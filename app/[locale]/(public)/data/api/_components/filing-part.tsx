import { getTranslations } from "next-intl/server";
import { CodeLines } from "@/components/ui/code-lines";
import { Section } from "@/components/ui/page";
import { env } from "@/platform/env";

/** The one address that takes something in: what to send, what comes back. */
export async function FilingPart() {
  const t = await getTranslations("openData");
  const example = `curl ${env().PUBLIC_URL}/api/v1/complaints \\
 -H "Authorization: Bearer ans_…" \\
 -H "Idempotency-Key: 0b6f2c1e-1" \\
 -H "Content-Type: application/json" \\
 -d '{"companyName":"…","situations":["asked_still_bot"],
      "narrative":"…","contact":{"phone":"13800138000"}}'`;
  return (
    <Section id="complaints" title={t("file")} note={t("fileLead")}>
      <p>
        <code className="text-lead font-medium">POST /api/v1/complaints</code>
      </p>
      <CodeLines className="mt-3">{example}</CodeLines>
      <div className="mt-3 grid max-w-measure gap-2">
        <p>{t("fileIdempotency")}</p>
        <p>{t("fileErrors")}</p>
        <p>{t("fileAnswer")}</p>
      </div>
    </Section>
  );
}
