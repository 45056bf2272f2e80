import { useLocale, useTranslations } from "next-intl";
import { reportDataPath } from "@/app/_server/report-address";
import type { ReportView } from "@/app/_server/report-view";
import { DataTable } from "@/components/ui/table";
import { ReportProse } from "./report-prose";
import { usePlaceWords } from "./report-words";

/** A: how cases are read at the freeze, what the editor adds, the definition of each figure. */
export function ReportMethod({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const figures = useTranslations("figures");
  const words = usePlaceWords(view)("method");
  return (
    <div className="report-flow">
      <p className="max-w-measure">{t("method.freeze")}</p>
      <p className="max-w-measure">{t("method.distinct")}</p>
      <ReportProse words={words} />
      <h3 className="pt-3">{t("method.definitions")}</h3>
      <dl className="max-w-measure text-small">
        {[...view.figures.keys()].map((id) => (
          <div key={id} className="grid grid-cols-[4em_minmax(0,1fr)] gap-x-3 py-2 hair-b">
            <dt className="text-ink-2">{t("figure", { n: id.slice(1) })}</dt>
            <dd>{figures(`${id}.definition` as never)}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-measure text-small text-ink-2">{figures("quantileRule")}</p>
    </div>
  );
}

/** B: every file with its whole fingerprint. */
export function ReportData({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { report } = view;
  const path = reportDataPath({ quarter: report.quarter, version: report.version });
  const files = [...view.figures].flatMap(([id, shown]) => [
    { key: `${id}.csv`, id, form: "CSV", href: `${path}/figures/${id}.csv`, sha256: shown.csvSha256 },
    { key: `${id}.json`, id, form: "JSON", href: `${path}/figures/${id}.json`, sha256: shown.jsonSha256 },
  ]);
  const there = report.state === "published" || report.state === "superseded";
  return (
    <div className="grid gap-4">
      <p className="max-w-measure">
        {t("data.note")} {there && <a href={`${path}/data-dictionary.json?locale=${locale}`}>{t("dictionary")}</a>}
      </p>
      <DataTable
        caption={t("sections.data")}
        columns={[
          { key: "file", label: t("table.file") },
          { key: "hash", label: t("table.hash") },
        ]}
        rows={files.map(({ key, id, form, href, sha256 }) => ({
          key,
          cells: [
            <span key="file" className="whitespace-nowrap">
              {t("figure", { n: id.slice(1) })} {there ? <a href={href}>{form}</a> : form}
            </span>,
            <span key="hash" className="text-note break-all">
              {sha256}
            </span>,
          ],
        }))}
      />
    </div>
  );
}

/** D: what companies said to the report. */
export function ReportReplies({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const words = usePlaceWords(view)("replies");
  return words ? <ReportProse words={words} /> : <p>{t("replies.none")}</p>;
}
