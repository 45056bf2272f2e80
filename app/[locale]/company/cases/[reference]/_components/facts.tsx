import { useTranslations } from "next-intl";
import { formatNumber } from "@/components/format";
import { DateText, useDuration } from "@/components/ui/date-text";
import { KeyValue } from "@/components/ui/table";
import type { ComplaintRow } from "@/db/queries/cases";
import { isDay } from "@/domain/day";

/** The structured facts as the complainant gave them; what was not said is left out. */
export function Facts({ row }: { row: ComplaintRow }) {
  const t = useTranslations("companyPortal.facts");
  const channels = useTranslations("channels");
  const priority = useTranslations("desk.priority");
  const duration = useDuration();
  const said = [
    row.channel && { key: "channel", value: channels.has(row.channel as "app") ? channels(row.channel as "app") : row.channel },
    row.occurredOn && isDay(row.occurredOn) && { key: "occurredOn", value: <DateText day={row.occurredOn} form="date" /> },
    row.humanRequests !== null && { key: "humanRequests", value: t("times", { n: row.humanRequests }) },
    row.waitSeconds !== null && { key: "waitSeconds", value: duration(row.waitSeconds) },
    row.reachedHuman !== null && { key: "reachedHuman", value: t(row.reachedHuman ? "yes" : "no") },
    row.menuDepth !== null && { key: "menuDepth", value: t("levels", { n: row.menuDepth }) },
    row.interruptions !== null && { key: "interruptions", value: t("times", { n: row.interruptions }) },
    row.loopback !== null && { key: "loopback", value: t(row.loopback ? "yes" : "no") },
    row.sameReplyRepeated !== null && { key: "sameReplyRepeated", value: t("times", { n: row.sameReplyRepeated }) },
    row.promisedAction && {
      key: "promised",
      value:
        row.promisedBy && isDay(row.promisedBy) ? (
          <>
            {t("promisedBy")} <DateText day={row.promisedBy} form="date" />
          </>
        ) : (
          t("yes")
        ),
    },
    (row.priorityGroup === "senior" || row.priorityGroup === "disabled") && {
      key: "priorityGroup",
      value: priority(row.priorityGroup),
    },
    row.lossAmount !== null && { key: "lossAmount", value: t("yuan", { amount: formatNumber(row.lossAmount / 100, 2) }) },
  ].flatMap((item) => (item ? [{ ...item, name: t(`name.${item.key as "channel"}`) }] : []));
  if (said.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return <KeyValue items={said} />;
}
