import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatNumber } from "@/components/format";
import { useDuration } from "@/components/ui/date-text";
import { breaches, clauseOf } from "@/domain/clauses";
import { isDay } from "@/domain/day";
import type { DeskCase } from "../_server/desk-case";

interface Fact {
  key: string;
  value: string;
  /** Against which limit, and whether it lies beyond. */
  limit?: string;
  over?: boolean;
}

/** The reported facts in the order one asks for them; what was not said is left out. */
function useFacts(file: DeskCase): Fact[] {
  const t = useTranslations("desk.case.facts");
  const channel = useTranslations("channels");
  const duration = useDuration();
  const locale = useLocale();
  const { row, text } = file;
  const measured = (clause: string, value: number, words: (n: number) => string): Pick<Fact, "limit" | "over"> => {
    const threshold = clauseOf(clause)?.threshold;
    return threshold ? { limit: t("limit", { clause, limit: words(threshold.value) }), over: breaches(threshold, value) } : {};
  };
  const yes = (value: boolean) => t(value ? "yes" : "no");
  const times = (n: number) => t("times", { n });
  const facts: (Fact | null)[] = [
    row.channel ? { key: "channel", value: channel(row.channel as "app") } : null,
    row.occurredOn ? { key: "occurredOn", value: formatDay(row.occurredOn, locale, "full") } : null,
    row.humanRequests !== null ? { key: "humanRequests", value: times(row.humanRequests) } : null,
    row.waitSeconds !== null
      ? {
          key: "waitSeconds",
          value:
            row.waitSeconds < 60
              ? duration(row.waitSeconds)
              : `${duration(row.waitSeconds)} (${duration(row.waitSeconds, true)})`,
          ...measured(row.priorityGroup ? "B3.2" : "B2.1", row.waitSeconds, (n) => duration(n, true)),
        }
      : null,
    row.reachedHuman !== null ? { key: "reachedHuman", value: yes(row.reachedHuman) } : null,
    row.menuDepth !== null
      ? {
          key: "menuDepth",
          value: t("level", { n: row.menuDepth }),
          ...measured("B1.2", row.menuDepth, (n) => t("level", { n })),
        }
      : null,
    row.interruptions !== null ? { key: "interruptions", value: times(row.interruptions) } : null,
    row.loopback !== null ? { key: "loopback", value: yes(row.loopback) } : null,
    row.sameReplyRepeated !== null ? { key: "sameReplyRepeated", value: times(row.sameReplyRepeated) } : null,
    text?.promisedText ? { key: "promised", value: `“${text.promisedText}”` } : null,
    row.promisedBy
      ? { key: "promisedBy", value: isDay(row.promisedBy) ? formatDay(row.promisedBy, locale, "date") : row.promisedBy }
      : null,
    row.priorityGroup ? { key: "priorityGroup", value: t(`group.${row.priorityGroup as "senior"}`) } : null,
    row.lossAmount !== null ? { key: "lossAmount", value: t("yuan", { n: formatNumber(row.lossAmount / 100, 2) }) } : null,
  ];
  return facts.filter((f) => f !== null);
}

/** The structured facts as reported, each against its threshold. */
export function FactsTable({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.facts");
  const facts = useFacts(file);
  if (facts.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <table className="facts">
      <caption className="sr-only">{t("caption")}</caption>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.key}>
            <th scope="row">{t(`name.${fact.key}` as "name.channel")}</th>
            <td>{fact.value}</td>
            <td className={fact.over ? "font-medium text-seal" : "text-ink-2"}>
              {fact.limit}
              {fact.over && <span className="ml-2">{t("over")}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
