import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant } from "@/components/format";
import { CodeLines } from "@/components/ui/code-lines";
import type { EvidenceRow } from "@/db/queries/evidence";
import { PrintLink } from "./print-link";

/** The signed receipt, how to check it offline, and the fingerprint of every file. */
export async function Proof({
  reference,
  filedAt,
  evidence,
}: {
  reference: string;
  filedAt: Date;
  evidence: readonly EvidenceRow[];
}) {
  const [t, locale] = await Promise.all([getTranslations("receipt"), getLocale()]);
  const files = evidence.filter((file) => file.side !== "company");
  return (
    <>
      <h2 className="mt-12 mb-1.5">{t("proof")}</h2>
      <p className="text-small text-ink-2">
        {t("proofText", { time: formatInstant(filedAt, locale, true), count: files.length })}
      </p>
      <p className="no-print mt-2 flex flex-wrap gap-x-5 gap-y-1 text-small">
        <a href={`/api/receipts/${reference}`} download>
          {t("signed")}
        </a>
        <PrintLink />
      </p>
      {files.length > 0 && (
        <>
          <h3 className="mt-6">{t("files")}</h3>
          <ul>
            {files.map((file) => (
              <li key={file.id} className="py-3 hair-b">
                {file.originalName}
                <code className="block text-note break-all text-ink-2">{file.sha256}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <details className="no-print mt-5">
        <summary className="text-act">{t("how")}</summary>
        <div className="mt-3 grid gap-3 text-small">
          <p>{t("howText")}</p>
          <CodeLines>{COMMANDS.replaceAll("$R", `receipt-${reference}.json`)}</CodeLines>
          <p>{t("howHash")}</p>
          <CodeLines>sha256sum FILE</CodeLines>
        </div>
      </details>
    </>
  );
}

const COMMANDS = `node -p 'r=JSON.parse(fs.readFileSync("$R"));fs.writeFileSync("signed",r.signed);fs.writeFileSync("sig",r.signature,"base64");fs.writeFileSync("key.pem",r.key)'
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile sig`;
