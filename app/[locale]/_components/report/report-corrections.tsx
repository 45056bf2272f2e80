import { useLocale, useTranslations } from "next-intl";
import type { ReportView, ShownCorrection } from "@/app/_server/report-view";
import { type FigureWords, useFigureWords } from "@/components/charts/report/figure-words";
import { formatDay, formatNumber, formatPercent } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { ScrollRegion } from "@/components/ui/table";
import { nameIn } from "@/domain/company-register";
import { changedSentences, type ToldChange, toldChanges } from "@/domain/report/changes";
import { isReportLanguage } from "@/domain/report/words";
import type { Figure } from "@/domain/report-figures/figure";
import { useWorded } from "./report-words";

export type Told = ToldChange<ShownCorrection>;

/** Rows of one change that are still named one by one. */
const NAMED_ROWS = 3;

const groupOf = (one: { readonly place: string }) => one.place.split(" ")[0] ?? "";

/** Codes of a row in words: "B2.1 等待3分钟 零售电商". */
function codesOf(figure: Figure, key: string, words: FigureWords): string {
  if (figure.id === "F11") return words.code({ name: "companyId" }, key);
  const keyed = figure.columns.filter((column) => column.type === "code" || column.type === "day");
  const columns =
    figure.id === "F4" ? figure.columns.filter((column) => column.name === "basis" || column.name === "days") : keyed;
  const parts = key.split("/").map((part, index) => {
    const column = columns[index];
    if (!column || column.name === "scope") return "";
    if (column.type !== "code") return part;
    return part === "" && column.name !== "sector" ? "" : words.code(column, part === "" ? null : part);
  });
  return parts.filter((part) => part !== "").join(" ");
}

/** Where a correction stands and what it was and is, as a reader understands it. */
export function useToldCorrection(view: ReportView): (told: Told) => { place: string; before: string; after: string } {
  const t = useTranslations("reports");
  const columns = useTranslations("figures.columns");
  const headline = useTranslations("figures.headline");
  const counts = useTranslations("figures.counts");
  const nav = useTranslations("nav.languages");
  const locale = useLocale();
  const words = useFigureWords(new Map([...view.companies].map(([id, company]) => [id, nameIn(company, locale)])));
  const nothing = t("corrections.empty");
  const textPlace = (group: string, language: string) => {
    const place = /^F\d/.test(group)
      ? t("figure", { n: group.slice(1) })
      : group === "lead"
        ? t("corrections.words.lead")
        : t(`sections.${group}` as never);
    return language === locale || !isReportLanguage(language) ? place : `${place} ${nav(language)}`;
  };
  /** Both values as they are read, with as many decimals as tell them apart. */
  const values = ({ before, after }: Pick<ShownCorrection, "before" | "after">, type: string | undefined) => {
    const write = (text: string, decimals: number | undefined) => {
      if (text === "") return nothing;
      const number = Number(text);
      if (!Number.isFinite(number)) return text;
      return type === "share" ? formatPercent(number, decimals ?? 1) : formatNumber(number, decimals);
    };
    const tries = [...(type === "decimal" ? [] : [undefined]), 1, 2, 3, 4, 5, 6];
    const decimals = tries.find((one) => write(before, one) !== write(after, one));
    return { before: write(before, decimals), after: write(after, decimals) };
  };
  return ({ change, places }) => {
    const [group = "", name = "", ...rest] = change.place.split(" ");
    if (change.kind === "words") {
      const { before, after } = changedSentences(change.before, change.after);
      return { place: textPlace(group, name), before: before || nothing, after: after || nothing };
    }
    const figure = view.figures.get(group as never)?.figure;
    const key = rest.join(" ");
    if (change.kind === "headline") {
      const label = (name === "counts" ? counts : headline)(key as never);
      return { place: label, ...values(change, undefined) };
    }
    const column = figure?.columns.find((one) => one.name === name);
    const label = columns(`${name}.label` as never);
    const rowOf = (where: string) => {
      const row = where.split(" ").slice(2).join(" ");
      return figure ? codesOf(figure, row, words) : row;
    };
    const place =
      places.length > NAMED_ROWS
        ? t("corrections.rows", { label, n: places.length })
        : `${label} ${places.map(rowOf).join(t("listComma"))}`;
    return { place, ...values(change, column?.type) };
  };
}

/** The changes of texts in the reader's language alone, where there are any. */
export function readersChanges(corrections: readonly ShownCorrection[], locale: string): ShownCorrection[] {
  return corrections.filter((one) => {
    if (one.kind !== "words") return true;
    const own = corrections.some((other) => other.kind === "words" && other.place === `${groupOf(one)} ${locale}`);
    return !own || one.place.endsWith(` ${locale}`);
  });
}

/** C: old → new, reason, date; one reason a figure or text. Then every version of the quarter. */
export function ReportCorrections({ view }: { view: ReportView }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const tell = useToldCorrection(view);
  const say = useWorded();
  const shown = readersChanges(view.corrections, locale);
  const groups = [...new Set(shown.map(groupOf))].map((group) => {
    const told = toldChanges(shown.filter((one) => groupOf(one) === group));
    return { group, told, first: told[0]?.change };
  });
  return (
    <div className="report-flow">
      {groups.length === 0 ? (
        <p>{t("corrections.none")}</p>
      ) : (
        <ScrollRegion label={t("sections.corrections")}>
          <table className="table report-changes">
            <caption className="sr-only">{t("sections.corrections")}</caption>
            <thead>
              <tr>
                {(["place", "before", "after", "reason", "date"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`corrections.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ group, told, first }) => {
              const reason = first && say(first.reason);
              return (
                <tbody key={group}>
                  {told.map((one, index) => {
                    const { place, before, after } = tell(one);
                    return (
                      <tr key={one.change.place}>
                        <th scope="row">
                          {index === 0 && /^F\d/.test(group) && (
                            <span className="block text-note font-normal text-ink-2">{t("figure", { n: group.slice(1) })}</span>
                          )}
                          {place}
                        </th>
                        <td>{before}</td>
                        <td>{after}</td>
                        {index === 0 && (
                          <>
                            <td rowSpan={told.length} lang={reason?.lang}>
                              {reason?.text}
                            </td>
                            <td rowSpan={told.length} className="whitespace-nowrap">
                              {first?.on ? formatDay(first.on, locale, "date") : "–"}
                            </td>
                          </>
                        )}
                      </tr>
                    );
                  })}
                </tbody>
              );
            })}
          </table>
        </ScrollRegion>
      )}
      {view.versions.length > 0 && (
        <div>
          <h3 className="pb-1">{t("corrections.versions")}</h3>
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
