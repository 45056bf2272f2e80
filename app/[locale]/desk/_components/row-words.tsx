import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/format";
import type { ClockName } from "@/domain/clocks";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { actionsFor, type State } from "@/domain/procedure";
import type { Wait } from "@/domain/waiting";
import type { ShownRow } from "../_server/queue-rows";
import { useMatter } from "./matter";
import { ROW_ACTS, type RowAct } from "./queue-columns";
import { QueueLines, type RowWords } from "./queue-lines";

const KINDS = ["image", "audio", "video", "pdf", "text"] as const;

interface Props {
  rows: readonly ShownRow[];
  actor: { role: "officer" | "supervisor"; userId: string };
}

/** Cases of the queue. Only words go to the browser's part, which draws each line once and opens the one under the cursor. */
export function QueueRows({ rows, actor }: Props) {
  return <QueueLines rows={rows.map(useRowWords(actor))} />;
}

/** Hands back how a case's line is worded. */
function useRowWords({ role, userId }: Props["actor"]): (row: ShownRow) => RowWords {
  const locale = useLocale();
  const t = useTranslations("desk");
  const duty = useTranslations("deadline.short");
  const axis = useTranslations("ui.queue");
  const states = useTranslations("ui.state");
  const matter = useMatter();
  const left = (days: number, paused: boolean) =>
    paused ? axis("paused") : days < 0 ? axis("late", { days: -days }) : days === 0 ? axis("today") : axis("left", { days });
  const due = (row: ShownRow): RowWords["due"] => {
    if (row.paused && row.waitingFor) return { words: t(`waitShort.${row.waitingFor as Wait}`) };
    const day = row.deskDue ?? dayOf(row.filedAt);
    return {
      day,
      words: formatDay(day, locale, "short"),
      ...(row.deskDue ? (row.dueIsExchanged ? { tag: t("queue.tag") } : {}) : { filed: t("queue.col.filed") }),
    };
  };
  return (row) => {
    const may = actionsFor(role, row.state as State) as readonly string[];
    const acts = ROW_ACTS.filter((act): act is RowAct => may.includes(act)).filter(
      (act) => act !== "assign" || (role === "officer" && row.officerId !== userId),
    );
    const strongest = row.suggestions.filter((s) => row.clauses.includes(s.clause)).map((s) => s.clause as string);
    const held = KINDS.filter((kind) => (row.evidence[kind] ?? 0) > 0);
    return {
      reference: row.reference,
      days: row.daysLeft,
      paused: row.paused,
      left: row.daysLeft === null ? "" : left(row.daysLeft, row.paused),
      due: due(row),
      duty: row.deskClock ? duty(row.deskClock as ClockName) : "",
      company: row.company ? nameIn(row.company, locale) : `“${row.companyNameTyped}”`,
      unbound: row.company ? null : t("unbound"),
      matter: matter(row),
      clauses: [...new Set([...strongest, ...row.clauses])].slice(0, 2),
      files: held.map((kind) => t(`evidenceShort.${kind}`, { n: row.evidence[kind] ?? 0 })).join(" "),
      filesSaid:
        held.length === 0
          ? t("evidenceSay.none", { n: 0 })
          : held.map((kind) => t(`evidenceSay.${kind}`, { n: row.evidence[kind] ?? 0 })).join(t("matter.comma")),
      state: row.state,
      stateWords: states(row.state as State),
      officer: row.officerName ?? "",
      pick: t("queue.pick", { reference: row.reference }),
      acts,
    };
  };
}
