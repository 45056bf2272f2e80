import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CaseClock } from "@/domain/clocks";
import { type Day, weekday } from "@/domain/day";
import { formatDay, formatTime } from "../format";
import { LocalLink } from "../ui/local-link";
import { markStateOf } from "./clock-shape";
import { Comb } from "./comb";
import { DayStrip } from "./day-strip";

/** What a mark and a pair read of a clock. */
export type ShownClock = Omit<CaseClock, "subject">;

const strong = (chunks: ReactNode) => <b className="font-medium whitespace-nowrap">{chunks}</b>;

/** The large numeral or word, and what it counts. */
function Count({ clock }: { clock: ShownClock }) {
  const t = useTranslations("deadline");
  const state = markStateOf(clock);
  const n = Math.abs(clock.daysLeft);
  const [figure, words]: [ReactNode, ReactNode] =
    state === "met"
      ? [
          t("onTime"),
          clock.usedHours === undefined ? t("usedDays", { n: clock.usedDays }) : t("usedHours", { n: clock.usedHours }),
        ]
      : state === "late"
        ? [t("late"), n > 0 ? t("lateBy", { n }) : ""]
        : state === "stopped"
          ? clock.state === "ended"
            ? [t("ended"), t("rule", { n: clock.workingDays })]
            : [t("stopped"), t("usedDays", { n: clock.usedDays })]
          : state === "overdue"
            ? [n, t("daysOver", { n })]
            : state === "paused"
              ? [n, t("daysPaused", { n })]
              : clock.days.length === 0
                ? [clock.workingDays, t("hours")]
                : n === 0
                  ? [t("todayFigure"), t("todayWords")]
                  : [n, t("workingDays", { n })];
  return (
    <p className="due-n" data-words={typeof figure === "string" ? "" : undefined}>
      {figure}
      <small>{words}</small>
    </p>
  );
}

/** The date and what it means, in a sentence. */
function DueDate({ clock, since }: { clock: ShownClock; since?: Day }) {
  const t = useTranslations("deadline");
  const locale = useLocale();
  const write = (day: Day) => formatDay(day, locale, "weekday");
  const state = markStateOf(clock);
  if (state === "met" && clock.metOn) return t.rich("doneOn", { day: write(clock.metOn), b: strong });
  if (state === "late" && clock.metOn) return t.rich("doneLate", { day: write(clock.metOn), due: write(clock.due), b: strong });
  if (clock.state === "ended") return t.rich("endedOn", { day: write(clock.due), b: strong });
  if (state === "stopped" && clock.stoppedOn) return t.rich("stoppedOn", { day: write(clock.stoppedOn), b: strong });
  if (state === "overdue" || state === "late" || state === "stopped")
    return t.rich("wasDue", { day: write(clock.due), b: strong });
  if (state === "paused") {
    const last = clock.latestDue && clock.latestDue !== clock.due ? t("pausedLatest", { day: write(clock.latestDue) }) : null;
    return (
      <>
        {since ? t.rich("pausedSince", { day: write(since), b: strong }) : t("pausedNow")}
        {last}
      </>
    );
  }
  if (clock.days.length === 0) return t.rich("latestAt", { day: write(clock.due), time: formatTime(clock.dueAt), b: strong });
  return t.rich(weekday(clock.due) > 5 ? "latestExchanged" : "latest", { day: write(clock.due), b: strong });
}

interface Props {
  clock: ShownClock;
  /** Words for the duty; else the clock's own. */
  label?: string;
  /** true: a disclosure with the day strip; "open": already open; an address: a link to it; false: neither. */
  how?: boolean | "open" | (string & {});
  /** The day an open pause began. */
  pausedSince?: Day;
  /** Overdue and on the public register. */
  published?: boolean;
}

/** Days left, date with 24:00, the comb, how it was counted. A deadline looks like this everywhere. */
export function DeadlineMark({ clock, label, how = true, pausedSince, published }: Props) {
  const t = useTranslations("deadline");
  const duty = label ?? t(`clock.${clock.clock}`);
  const hasStrip = clock.days.length > 1;
  const href = typeof how === "string" && how !== "open" ? how : null;
  const state = markStateOf(clock);
  return (
    <div>
      <div className="due" data-state={state}>
        <Count clock={clock} />
        <p className="due-d">
          <DueDate clock={clock} since={pausedSince} />
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-small leading-[1.6] text-ink-2">
          <span>{published && state === "overdue" ? t("publishedDuty", { duty }) : duty}</span>
          {hasStrip && <Comb clock={clock} />}
          {href && <LocalLink href={href}>{t("how")}</LocalLink>}
        </p>
      </div>
      {how && !href && hasStrip && (
        <details className="how" open={how === "open"}>
          <summary>{t("how")}</summary>
          <div className="pt-3">
            <DayStrip deadline={clock} />
          </div>
        </details>
      )}
      {clock.provisional && !(how && !href) && (
        <p className="mt-2 text-note text-ink-2">{t("provisional", { year: clock.due.slice(0, 4) })}</p>
      )}
    </div>
  );
}
