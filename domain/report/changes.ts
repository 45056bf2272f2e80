import type { CsvCell } from "../csv";
import type { Figure } from "../report-figures/figure";
import { type ReportLanguage, type ReportWords, WORD_PLACES } from "./words";

/**
 * What differs between a version and the one it corrects. `group` is what a reason is given for: a figure or a place of words.
 * `place`: "F7 n B2.1 retail" (figure, column, codes of the row), "F6 headline upholdRate", or "lead zh-Hans".
 */
export interface ReportChange {
  readonly kind: "figure" | "headline" | "words";
  readonly group: string;
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

const cellText = (cell: CsvCell | undefined): string => (cell === null || cell === undefined ? "" : String(cell));

type AnyRow = Readonly<Record<string, CsvCell>>;

/** Codes and days name a row; what is counted stands in the other columns. */
function keyColumns(figure: Figure): string[] {
  if (figure.id === "F4") return ["basis", "days"];
  if (figure.id === "F11") return ["companyId"];
  return figure.columns.filter((column) => column.type === "code" || column.type === "day").map((column) => column.name);
}

function rowsByKey(figure: Figure, keys: readonly string[]): Map<string, AnyRow> {
  const rows = figure.rows as readonly AnyRow[];
  return new Map(rows.map((row) => [keys.map((key) => cellText(row[key])).join("/"), row]));
}

function figureChanges(before: Figure, after: Figure): ReportChange[] {
  const group = after.id;
  const keys = keyColumns(after);
  const [old, now] = [rowsByKey(before, keys), rowsByKey(after, keys)];
  const valued = after.columns.map((column) => column.name).filter((name) => !keys.includes(name));
  const cells = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    valued.map((name) => ({
      kind: "figure" as const,
      group,
      place: [after.id, name, key].join(" "),
      before: cellText(old.get(key)?.[name]),
      after: cellText(now.get(key)?.[name]),
    })),
  );
  const heads = (["headline", "counts"] as const).flatMap((part) =>
    [...new Set([...Object.keys(before[part]), ...Object.keys(after[part])])].map((name) => ({
      kind: "headline" as const,
      group,
      place: [after.id, part, name].join(" "),
      before: cellText(before[part][name]),
      after: cellText(after[part][name]),
    })),
  );
  return [...heads, ...cells].filter((change) => change.before !== change.after);
}

/** Every figure and text that is not as it was, figures first, each in the order of the report. */
export function reportChanges(
  before: { readonly figures: readonly Figure[]; readonly words: ReportWords },
  after: { readonly figures: readonly Figure[]; readonly words: ReportWords },
): ReportChange[] {
  const figures = after.figures.flatMap((figure) => {
    const old = before.figures.find((one) => one.id === figure.id);
    return old ? figureChanges(old, figure) : [];
  });
  const words = WORD_PLACES.flatMap((place) =>
    (["zh-Hans", "zh-Hant", "en"] as const satisfies readonly ReportLanguage[]).map((language) => ({
      kind: "words" as const,
      group: place,
      place: `${place} ${language}`,
      before: before.words[place]?.[language] ?? "",
      after: after.words[place]?.[language] ?? "",
    })),
  );
  return [...figures, ...words.filter((change) => change.before !== change.after)];
}

/** What a reason must be given for, in the order of the report. */
export function changeGroups(changes: readonly ReportChange[]): string[] {
  return [...new Set(changes.map((change) => change.group))];
}

const SENTENCE_END = /(?<=[。！？；!?;\n])|(?<=\.\s)/u;

/** Of two texts the sentences that differ, so that a table of corrections stays readable. */
export function changedSentences(before: string, after: string): { before: string; after: string } {
  const [old, now] = [before.split(SENTENCE_END), after.split(SENTENCE_END)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail])
    tail++;
  const cut = (parts: readonly string[]) =>
    parts
      .slice(head, parts.length - tail)
      .join("")
      .trim();
  return { before: cut(old), after: cut(now) };
}

/** Changes of one figure's column that are the same in many rows, told once. */
export interface ToldChange<C> {
  readonly change: C;
  /** Every row it was made in, the first too. */
  readonly places: readonly string[];
}

/** Joins equal changes of a column: a total corrected in forty rows is one line of the table. Order of the first. */
export function toldChanges<
  C extends { readonly kind: string; readonly place: string; readonly before: string; readonly after: string },
>(changes: readonly C[]): ToldChange<C>[] {
  const told = new Map<string, ToldChange<C>>();
  for (const change of changes) {
    const [figure, column] = change.place.split(" ");
    const key = change.kind === "figure" ? `${figure} ${column} ${change.before} ${change.after}` : change.place;
    const same = told.get(key);
    told.set(key, { change: same?.change ?? change, places: [...(same?.places ?? []), change.place] });
  }
  return [...told.values()];
}
