import { useLocale, useTranslations } from "next-intl";
import type { Deadline } from "@/domain/clocks";
import { type Day, weekday } from "@/domain/day";
import { formatDay, formatWeekday, isChinese } from "../format";
import { useHolidayName } from "../ui/holiday-name";
import { type DayRun, holidaysIn, pausesIn, runsOf, type StripCell, weeksOf } from "./clock-shape";

/** Days that fit in one line where there is room. */
const ONE_LINE = 16;
type Shown = Pick<Deadline, "clock" | "days" | "due" | "provisional">;

/** What the strip says, in a sentence a run of days. */
function useSentence() {
  const t = useTranslations("deadline.say");
  const locale = useLocale();
  const holiday = useHolidayName();
  const reasons = useTranslations("pauseReasons");
  const span = (run: DayRun) => {
    const from = formatDay(run.from, locale, "day");
    return run.from === run.to ? from : t("range", { from, to: formatDay(run.to, locale, "day") });
  };
  const say = (run: DayRun): string => {
    const days = span(run);
    if (run.why === "start") return t("start", { day: days });
    if (run.why === "holiday") return t("holiday", { days, name: holiday(run.name ?? "") });
    if (run.why === "exchanged") return t("exchanged", { days, n: run.first ?? 0 });
    if (run.why === "paused" && run.reason) return t("pausedFor", { days, reason: reasons(run.reason) });
    if (run.why !== "counted") return t(run.why, { days });
    return run.first === run.last
      ? t("counted", { days, n: run.first ?? 0 })
      : t("countedMany", { days, from: run.first ?? 0, to: run.last ?? 0 });
  };
  return (deadline: Shown) =>
    [...runsOf(deadline.days).map(say), t("due", { day: formatDay(deadline.due, locale, "weekday") })].join(
      isChinese(locale) ? "" : " ",
    );
}

/** Day of the month; the month stands before it, which large type drops. */
function CellDate({ date, first }: { date: Day; first: boolean }) {
  const locale = useLocale();
  const day = Number(date.slice(8));
  if (isChinese(locale)) {
    return (
      <span>
        <span className="mo">{Number(date.slice(5, 7))}/</span>
        {day}
      </span>
    );
  }
  return (
    <span>
      {day}
      {(first || day === 1) && <span className="mo"> {formatDay(date, locale, "day").split(" ")[1]}</span>}
    </span>
  );
}

function Cell({ cell, first, start }: { cell: StripCell; first: boolean; start: string }) {
  const t = useTranslations("deadline.strip");
  const holiday = useHolidayName();
  const date = <CellDate date={cell.date} first={first} />;
  const day = cell.day;
  if (!day) {
    return (
      <div data-day="outside" data-wide="line-none">
        {date}
      </div>
    );
  }
  if (day.why === "start") {
    return (
      <div data-day="start">
        {date}
        <small>{start}</small>
      </div>
    );
  }
  if (!day.counted) {
    return (
      <div data-day={day.why === "kept" && cell.due ? "due" : "off"}>
        {date}
        <small>
          {day.why === "holiday"
            ? holiday(day.name ?? "", true)
            : day.why === "paused"
              ? t("paused")
              : day.why === "kept"
                ? ""
                : t("weekend")}
        </small>
      </div>
    );
  }
  return (
    <div data-day={cell.due ? "due" : undefined} data-tag={day.why === "exchanged_workday" ? t("tag") : undefined}>
      {date}
      <b>{day.n}</b>
    </div>
  );
}

/** How a deadline was counted: day zero framed, counted days numbered, the others hatched and named, the due day filled. */
export function DayStrip({ deadline, note = true }: { deadline: Shown; note?: boolean }) {
  const t = useTranslations("deadline.strip");
  const holiday = useHolidayName();
  const reasons = useTranslations("pauseReasons");
  const locale = useLocale();
  const sentence = useSentence();
  const cells = weeksOf(deadline);
  const oneLine = deadline.days.length <= ONE_LINE;
  const oddWeek = !oneLine && (cells.length / 7) % 2 === 1;
  const has = (why: string) => deadline.days.some((day) => day.why === why);
  const off = [
    ...(has("weekend") ? [t("weekends")] : []),
    ...holidaysIn(deadline.days).map((name) => holiday(name)),
    ...(has("paused") ? [pauseWords(deadline)] : []),
  ];
  function pauseWords({ days }: Shown): string {
    const named = pausesIn(days).map((reason) => reasons(reason));
    return named.length > 0 ? t("pausesFor", { reasons: named.join(t("and")) }) : t("pauses");
  }
  const weekdays = oneLine ? deadline.days.map((day) => weekday(day.date)) : [1, 2, 3, 4, 5, 6, 7];
  return (
    <div className="days-room">
      <div
        className="days"
        role="img"
        aria-label={sentence(deadline)}
        data-line={oneLine ? "" : undefined}
        style={{ "--n": deadline.days.length }}
      >
        {[1, 2, 3, 4, 5, 6, 7].map((d) => (
          <div key={d} data-day="weekday" data-wide={oneLine ? "none" : undefined}>
            {formatWeekday(d, locale)}
          </div>
        ))}
        {weekdays.map((d, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a second line of weekdays where there is room
          <div key={`wide${index}`} data-day="weekday" data-narrow="none">
            {formatWeekday(d, locale)}
          </div>
        ))}
        {cells.map((cell, index) => (
          <Cell key={cell.date} cell={cell} first={index === 0} start={t(`start.${deadline.clock}`)} />
        ))}
        {oddWeek && [1, 2, 3, 4, 5, 6, 7].map((d) => <div key={`end${d}`} data-day="outside" data-narrow="none" />)}
      </div>
      <ul className="key mt-3">
        {off.length > 0 && (
          <li>
            <i data-swatch="off" />
            {t("keyOff", { names: off.join(t("and")) })}
          </li>
        )}
        {has("exchanged_workday") && (
          <li>
            <i data-swatch="ink" />
            {t("keyTag")}
          </li>
        )}
        <li>
          <i data-swatch="limit" />
          {t("keyDue")}
        </li>
      </ul>
      {note && (
        <p className="mt-2.5 max-w-measure text-small text-ink-2">
          {deadline.provisional
            ? t("noteProvisional", { year: deadline.due.slice(0, 4) })
            : t("note", { year: deadline.due.slice(0, 4) })}
        </p>
      )}
    </div>
  );
}
