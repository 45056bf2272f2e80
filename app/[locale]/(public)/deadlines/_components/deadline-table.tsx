import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { useHolidayName } from "@/components/ui/holiday-name";
import { DataTable } from "@/components/ui/table";
import type { CountedDay, Deadline } from "@/domain/clocks";

/** Every day in a row of its own: counted or not, and why. */
export function DeadlineTable({ deadline }: { deadline: Deadline }) {
  const t = useTranslations("deadlines");
  const why = useTranslations("dayReasons");
  const reasons = useTranslations("pauseReasons");
  const holiday = useHolidayName();
  const say = (day: CountedDay) => {
    if (day.why === "holiday" && day.name) return why("namedHoliday", { name: holiday(day.name) });
    if (day.why === "exchanged_workday" && day.name) return why("namedExchanged", { name: holiday(day.name) });
    if (day.why === "paused" && day.reason) return why("pausedFor", { reason: reasons(day.reason) });
    return why(day.why);
  };
  return (
    <DataTable
      caption={t("table")}
      columns={[
        { key: "day", label: t("day") },
        { key: "n", label: t("counts"), end: true },
        { key: "why", label: t("why") },
      ]}
      rows={deadline.days.map((day) => ({
        key: day.date,
        cells: [<DateText key="d" day={day.date} form="full" />, day.counted ? (day.n ?? "") : t("not"), say(day)],
      }))}
    />
  );
}
