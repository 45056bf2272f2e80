import { useLocale, useTranslations } from "next-intl";
import { reportDataPath } from "@/app/_server/report-address";
import type { ReportView, ShownCorrection } from "@/app/_server/report-view";
import { useFigureWords } from "@/components/charts/report/figure-words";
import { formatDay } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { nameIn } from "@/domain/company-register";
import { changedSentences } from "@/domain/report/changes";
import { isReportLanguage } from "@/domain/report/words";
import type { Figure } from "@/domain/report-figures/figure";
import { ReportProse } from "./report-prose";
import { usePlaceWords, useWorded } from "./report-words";

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

/** Where a correction stands, in words: figure, column and codes of the row; or the section and language of the text. */
function usePlace(view: ReportView) {
  const t = useTranslations("reports");
  const columns = useTranslations("figures.columns");
  const headline = useTranslations("figures.headline");
  const counts = useTranslations("figures.counts");
  const nav = useTranslations("nav.languages");
  const locale = useLocale();
  const names = new Map([...view.companies].map(([id, company]) => [id, nameIn(company, locale)]));
  const words = useFigureWords(names);
  const codes = (figure: Figure, key: string): string => {
    const keyed = figure.columns.filter((column) => column.type === "code" || column.type === "day");
    const parts = figure.id === "F11" ? [key] : figure.id === "F4" ? key.split("/") : key.split("/");
    const named = figure.id === "F11" ? keyed.filter((column) => column.name === "companyId") : keyed;
    return parts
      .map((part, index) => {
        const column = named[index];
        if (!column || column.name === "scope") return "";
        if (column.type === "day") return part;
        return part === "" && column.name !== "sector" ? "" : words.code(column, part === "" ? null : part);
      })
      .filter((part) => part !== "")
      .join(" ");
  };
  return ({ kind, place }: ShownCorrection): string => {
    const [group = "", name = "", ...rest] = place.split(" ");
    if (kind === "words") {
      const section = /^F\d/.test(group)
        ? t("figure", { n: group.slice(1) })
        : group === "lead"
          ? t("corrections.words.lead")
          : t(`sections.${group}` as never);
      return name === locale ? section : `${section} ${isReportLanguage(name) ? nav(name) : name}`;
    }
    const figure = view.figures.get(group as never)?.figure;
    const number = t("figure", { n: group.slice(1) });
    if (kind === "headline") return `${number} ${(name === "counts" ? counts : headline)(rest.join(" ") as never)}`;
    return [number, figure ? codes(figure, rest.join(" ")) : rest.join(" "), columns(`${name}.label` as never)]
      .filter(Boolean)
      .join(" ");
  };
}

const MOST_ROWS = 12;

/** C: old → new, reason, date; then every version of the quarter. */
export function ReportCorrections({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const place = usePlace(view);
  const say = useWorded();
  // A text is corrected in each language; the reader is shown the one they read.
  const shown = view.corrections.filter((one) => {
    if (one.kind !== "words") return true;
    const [group, language] = one.place.split(" ");
    const alike = view.corrections.filter((other) => other.kind === "words" && other.place.startsWith(`${group} `));
    return alike.every((other) => !other.place.endsWith(` ${locale}`)) || language === locale;
  });
  const rows = shown.map((one) => {
    const { before, after } = one.kind === "words" ? changedSentences(one.before, one.after) : one;
    const reason = say(one.reason);
    return {
      key: one.place,
      cells: [
        place(one),
        before || t("corrections.empty"),
        after || t("corrections.empty"),
        <span key="reason" lang={reason?.lang}>
          {reason?.text}
        </span>,
        one.on ? formatDay(one.on, locale, "date") : "–",
      ],
    };
  });
  const table = (part: typeof rows) => (
    <DataTable
      caption={t("sections.corrections")}
      columns={(["place", "before", "after", "reason", "date"] as const).map((key) => ({ key, label: t(`corrections.${key}`) }))}
      rows={part}
    />
  );
  return (
    <div className="grid gap-5">
      {rows.length === 0 ? <p>{t("corrections.none")}</p> : table(rows.slice(0, MOST_ROWS))}
      {rows.length > MOST_ROWS && (
        <details>
          <summary className="py-1 text-small text-act">{t("corrections.more", { n: rows.length - MOST_ROWS })}</summary>
          {table(rows.slice(MOST_ROWS))}
        </details>
      )}
      {view.versions.length > 0 && (
        <div>
          <h3 className="mb-1">{t("corrections.versions")}</h3>
          <ul className="text-small">
            {view.versions.map(({ version, on, inForce }) => (
              <li key={version} className="flex flex-wrap gap-x-5 py-1.5 hair-b">
                <LocalLink href={`${PLACES.reports}/${view.report.quarter}/v${version}`}>{t("version", { version })}</LocalLink>
                <span className="text-ink-2">{on && t("published", { day: formatDay(on, locale, "date") })}</span>
                {inForce && <span>{t("corrections.current")}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** D: what companies said to the report. */
export function ReportReplies({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const words = usePlaceWords(view)("replies");
  return words ? <ReportProse words={words} /> : <p>{t("replies.none")}</p>;
}
