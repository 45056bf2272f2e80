import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "../format";
import { LocalLink } from "../ui/local-link";
import { markStateOf } from "./clock-shape";
import { Comb } from "./comb";
import type { ShownClock } from "./deadline-mark";

const bold = (chunks: ReactNode) => <b className="font-bold whitespace-nowrap">{chunks}</b>;
const sealed = (chunks: ReactNode) => <b className="font-bold whitespace-nowrap text-seal">{chunks}</b>;

/** How a clock stands, in one sentence: 30日内，已用17日，还剩13日，最迟10月12日 周一 24:00. */
export function ClockSentence({ clock }: { clock: ShownClock }) {
  const t = useTranslations("deadline");
  const locale = useLocale();
  const state = markStateOf(clock);
  const limit = clock.workingDays;
  const used = clock.usedDays;
  const day = formatDay(clock.due, locale, "weekday");
  if (clock.usedHours !== undefined) return t("pairHours", { limit, used: clock.usedHours });
  if (state === "met") return t("pair", { limit, used });
  if (state === "late") return t.rich("pairLate", { limit, late: Math.abs(clock.daysLeft), b: sealed });
  if (state === "stopped") return t("pair", { limit, used });
  if (state === "overdue") return t.rich("pairOverdue", { limit, over: -clock.daysLeft, day, b: sealed });
  if (state === "paused") return t.rich("pairPaused", { limit, used, left: clock.daysLeft, b: bold });
  if (clock.daysLeft === 0) return t.rich("pairToday", { limit, day, b: sealed });
  return t.rich("pairRunning", { limit, used, left: clock.daysLeft, day, b: state === "soon" ? sealed : bold });
}

export interface PairItem {
  clock: ShownClock;
  /** A second line, small: when received, pauses, reminders. */
  note?: ReactNode;
  /** Where its days are shown. */
  how?: string;
}

/** Acceptance and decision side by side on the desk: the sentence first, the comb under it. One tick scale for both. */
export function ClockPair({ items }: { items: PairItem[] }) {
  const t = useTranslations("deadline");
  return (
    <div className="clock-pair">
      {items.map(({ clock, note, how }) => (
        <div key={clock.clock} className="grid content-start gap-[5px] py-3">
          <p className="flex flex-wrap items-baseline gap-x-2.5">
            <b className="font-serif text-lead">{t(`short.${clock.clock}`)}</b>
            <span>
              <ClockSentence clock={clock} />
            </span>
            {clock.state === "met" && <span className="text-note text-ink-2">{t("onTime")}</span>}
            {how && <LocalLink href={how}>{t("how")}</LocalLink>}
          </p>
          {clock.days.length > 1 && <Comb clock={clock} />}
          {note && <p className="text-note text-ink-2">{note}</p>}
        </div>
      ))}
    </div>
  );
}

/** Clocks kept or missed, one a row, on a ruling: name, comb, sentence. */
export function ClockRows({ items }: { items: PairItem[] }) {
  const t = useTranslations("deadline");
  return (
    <dl className="grid gap-4">
      {items.map(({ clock, note }) => (
        <div
          key={`${clock.clock}${clock.startDay}`}
          className="grid grid-cols-[minmax(5em,auto)_minmax(0,1fr)] items-center gap-x-4 gap-y-0.5 wide:grid-cols-[7.5em_minmax(0,1fr)]"
        >
          <dt className="font-bold">{t(`short.${clock.clock}`)}</dt>
          <dd>
            {clock.days.length > 1 && <Comb clock={clock} scale="large" />}
            <p className="text-small text-ink-2">
              {clock.state === "met" && clock.usedHours === undefined ? (
                t("pairMet", { limit: clock.workingDays, used: clock.usedDays })
              ) : (
                <ClockSentence clock={clock} />
              )}
              {note && (
                <>
                  {t("comma")}
                  {note}
                </>
              )}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
