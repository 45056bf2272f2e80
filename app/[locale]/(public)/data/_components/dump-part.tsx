import { getLocale, getTranslations } from "next-intl/server";
import { formatDay } from "@/components/format";
import { CodeLines } from "@/components/ui/code-lines";
import { Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { listDumps } from "@/db/queries/dumps";
import type { Day } from "@/domain/day";
import { DUMP_TABLE_NAMES, MANIFEST } from "@/domain/open-data/dump";
import { env } from "@/platform/env";

/** The whole record as files: the newest in a table with its hashes, older ones by their day. */
export async function DumpPart() {
  const [t, locale, all] = await Promise.all([getTranslations("data"), getLocale(), listDumps(readDb())]);
  const [newest, ...older] = all;
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, style: "unit", unit: "kilobyte" });
  return (
    <Section title={t("dumps")} note={t("dumpsNote")}>
      <p className="max-w-measure">{t("dumpsText")}</p>
      {!newest && <p className="mt-3 text-ink-2">{t("dumpsNone")}</p>}
      {newest && (
        <>
          <p className="mt-3">
            {t("dumpOf", { day: formatDay(newest.day as Day, locale, "date") })} ·{" "}
            <a href={`/api/v1/dumps/${newest.day}/${MANIFEST}`}>{t("manifest")}</a>
          </p>
          <div className="mt-3">
            <DataTable
              caption={t("dumps")}
              columns={[
                { key: "file", label: t("file") },
                { key: "records", label: t("records"), end: true },
                { key: "size", label: t("size"), end: true },
                { key: "hash", label: "SHA-256" },
              ]}
              rows={newest.files.map((f) => ({
                key: f.name,
                cells: [
                  <a key="f" href={`/api/v1/dumps/${newest.day}/${f.name}`} className="whitespace-nowrap">
                    {f.name}
                  </a>,
                  DUMP_TABLE_NAMES.some((table) => f.name.startsWith(`${table}.`)) ? f.records.toLocaleString(locale) : "",
                  size.format(Math.max(1, Math.round(f.bytes / 1000))),
                  <code key="h" className="text-note">
                    {f.sha256.slice(0, 16)}…
                  </code>,
                ],
              }))}
            />
          </div>
          <p className="mt-3 max-w-measure">{t("recompute")}</p>
          <CodeLines className="mt-2">{`script/recompute-scores ${env().PUBLIC_URL}/api/v1/dumps/latest`}</CodeLines>
          {older.length > 0 && (
            <p className="mt-3 flex flex-wrap gap-x-5">
              {t("dumpsOlder")}
              {older.map((d) => (
                <a key={d.day} href={`/api/v1/dumps/${d.day}/${MANIFEST}`}>
                  {formatDay(d.day as Day, locale, "date")}
                </a>
              ))}
            </p>
          )}
        </>
      )}
    </Section>
  );
}
