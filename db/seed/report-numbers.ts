import type { CsvCell } from "@/domain/csv";
import type { Figure, FigureId } from "@/domain/report-figures/figure";

/** The numbers the demo's editor writes about, read from the frozen figures: no word says what they do not. */
export interface ReportNumbers {
  readonly received: number;
  readonly change: number | null;
  readonly channels: readonly { readonly channel: string; readonly n: number }[];
  readonly admissible: string;
  readonly accepted: number;
  readonly answered: number;
  readonly deemed: number;
  readonly rectifiedStage: number;
  readonly acceptedInTime: string;
  readonly acceptanceMedian: number;
  readonly ruledInTime: string;
  readonly rulingsLate: number;
  readonly rulingsDue: number;
  readonly rulingMedian: number;
  readonly paused: number;
  readonly upheld: string;
  readonly upheldInterval: readonly [string, string];
  readonly decided: number;
  readonly clauses: readonly { readonly clause: string; readonly n: number }[];
  readonly scored: number;
  readonly fallen: number;
  readonly risen: number;
  readonly medianScore: number;
  readonly rectifiedInTime: string;
  readonly rectificationsDue: number;
  readonly overdue: number;
  readonly repeats: number;
  readonly repliedInTime: string;
  readonly firstAnswer: string;
  readonly medianHours: number;
  readonly missingReplies: number;
  readonly tests: number;
  readonly connectedInTime: string;
  readonly priorityInTime: string;
  readonly medianSeconds: number;
  readonly neverConnected: number;
  readonly medianRequests: number;
  readonly told: string;
  readonly priorityTests: number;
  readonly priorityOffered: string;
  readonly medianPriority: number;
  readonly checks: number;
  readonly checksOpen: number;
}

type Row = Readonly<Record<string, CsvCell>>;

const percent = (share: number | null | undefined) => (share == null ? "–" : `${(Math.round(share * 1000) / 10).toFixed(1)}%`);

/** Reads the numbers of frozen figures. */
export function reportNumbers(figures: readonly Figure[]): ReportNumbers {
  const figure = (id: FigureId) => {
    const found = figures.find((one) => one.id === id);
    if (!found) throw new Error(`${id} is not frozen`);
    return found;
  };
  const rows = (id: FigureId) => figure(id).rows as readonly Row[];
  const head = (id: FigureId, name: string) => figure(id).headline[name] ?? null;
  const count = (id: FigureId, name: string) => figure(id).counts[name] ?? 0;
  const n = (row: Row | undefined, name = "n") => (typeof row?.[name] === "number" ? (row[name] as number) : 0);
  const sums = new Map<string, number>();
  for (const row of rows("F1")) sums.set(String(row.channel), (sums.get(String(row.channel)) ?? 0) + n(row));
  const result = (item: string) => rows("F5").find((row) => row.part === "result" && row.item === item);
  const changes = rows("F11").flatMap((row) => (typeof row.change === "number" ? [row.change] : []));
  return {
    received: head("F1", "received") ?? 0,
    change: head("F1", "change"),
    channels: [...sums].map(([channel, sum]) => ({ channel, n: sum })).sort((a, b) => b.n - a.n),
    admissible: percent(head("F3", "admissible")),
    accepted: head("F3", "accepted") ?? 0,
    answered: count("F3", "answered"),
    deemed: n(rows("F3").find((row) => row.reason === "deemed")),
    rectifiedStage: head("F2", "rectified") ?? 0,
    acceptedInTime: percent(head("F4", "inTime")),
    acceptanceMedian: head("F4", "medianNet") ?? 0,
    ruledInTime: percent(head("F5", "inTime")),
    rulingsLate: n(result("late")) + n(result("undecided")),
    rulingsDue: count("F5", "due"),
    rulingMedian: head("F5", "medianNet") ?? 0,
    paused: n(rows("F5").find((row) => row.item === "any")),
    upheld: percent(head("F6", "upholdRate")),
    upheldInterval: [percent(head("F6", "lower95")), percent(head("F6", "upper95"))],
    decided: count("F6", "decided"),
    clauses: rows("F7")
      .filter((row) => row.scope === "clause" && typeof row.n === "number")
      .map((row) => ({ clause: String(row.clause), n: n(row) }))
      .sort((a, b) => b.n - a.n || (a.clause < b.clause ? -1 : 1)),
    scored: head("F11", "scored") ?? 0,
    fallen: changes.filter((change) => change < 0).length,
    risen: changes.filter((change) => change > 0).length,
    medianScore: head("F11", "median") ?? 0,
    rectifiedInTime: percent(head("F12", "inTime")),
    rectificationsDue: count("F12", "due"),
    overdue: head("F12", "overdue") ?? 0,
    repeats: n(rows("F12")[0], "repeats"),
    repliedInTime: percent(head("F14", "inTime")),
    firstAnswer: percent(head("F14", "within72")),
    medianHours: Math.round(head("F14", "medianHours") ?? 0),
    missingReplies: count("F14", "missing"),
    tests: count("F8", "tests"),
    connectedInTime: percent(head("F8", "within180")),
    priorityInTime: percent(head("F8", "within60")),
    medianSeconds: head("F8", "medianSeconds") ?? 0,
    neverConnected: count("F8", "never"),
    medianRequests: head("F9", "medianRequests") ?? 0,
    told: percent(head("F10", "toldInTime")),
    priorityTests: count("F16", "tests"),
    priorityOffered: percent(head("F16", "offered")),
    medianPriority: head("F16", "medianPriority") ?? 0,
    checks: count("F17", "checks"),
    checksOpen: count("F17", "stillOpen"),
  };
}
