import { useTranslations } from "next-intl";
import { clauseKey, isClauseId } from "@/domain/clauses";
import type { Figure } from "@/domain/report-figures/figure";
import { HeatMap } from "../heat-map";
import { rateDecimals } from "./figure-table";
import type { FigureWords } from "./figure-words";
import { columnOf, numberAt, rowsOf, textAt } from "./rows";

/** F7: clauses that have anything to show, the most found first; all sectors together, then each that has a cell to show. */
export function ClauseHeat({ figure, words }: { figure: Figure; words: FigureWords }) {
  const t = useTranslations("reports.heat");
  const comma = useTranslations("reports")("listComma");
  const titles = useTranslations("clauses");
  const rows = rowsOf(figure);
  const sectors = [...new Set(rows.filter((row) => textAt(row, "scope") === "cell").map((row) => textAt(row, "sector")))];
  const rate = (clause: string, sector: string | null) =>
    numberAt(
      rows.find((row) => textAt(row, "clause") === clause && (row.sector ?? null) === sector),
      "ratePer100k",
    );
  const clauses = [...new Set(rows.map((row) => textAt(row, "clause")))];
  const seen = sectors.filter((sector) => clauses.some((clause) => rate(clause, sector) !== null));
  const unseen = sectors
    .filter((sector) => !seen.includes(sector))
    .map((sector) => words.code(columnOf(figure, "sector"), sector));
  const shown = clauses
    .map((clause) => ({ clause, cells: [rate(clause, null), ...seen.map((sector) => rate(clause, sector))] }))
    .filter(({ cells }) => cells.some((cell) => cell !== null))
    .sort((a, b) => (b.cells[0] ?? 0) - (a.cells[0] ?? 0));
  const found = new Set(rows.filter((row) => textAt(row, "scope") === "clause").map((row) => textAt(row, "clause")));
  if (shown.length === 0) return <p className="text-small text-ink-2">{t("none")}</p>;
  const most = Math.max(...shown.flatMap(({ cells }) => cells.map((cell) => cell ?? 0)));
  return (
    <div className="grid gap-3">
      <HeatMap
        caption={t("caption")}
        decimals={rateDecimals(most)}
        columns={[t("all"), ...seen.map((sector) => words.code(columnOf(figure, "sector"), sector))]}
        rows={shown.map(({ clause, cells }) => ({
          key: clause,
          code: clause,
          name: isClauseId(clause) ? titles(`${clauseKey(clause)}.title` as never) : "",
          cells,
        }))}
      />
      {(found.size > shown.length || unseen.length > 0) && (
        <p className="text-note text-ink-2">
          {unseen.length > 0 && t("hiddenColumns", { list: unseen.join(comma) })}
          {found.size > shown.length && t("hiddenRows", { n: found.size - shown.length })}
        </p>
      )}
    </div>
  );
}
