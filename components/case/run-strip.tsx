import { useLocale, useTranslations } from "next-intl";
import type { CountedDay, Deadline } from "@/domain/clocks";
import { formatDay } from "../format";
import { useHolidayName } from "../ui/holiday-name";
import { holidaysIn } from "./clock-shape";

type Shown = Pick<Deadline, "days" | "due" | "workingDays">;

function look(day: CountedDay, due: boolean, second: boolean): string | undefined {
  if (due) return "due";
  if (day.why === "start") return "start";
  if (!day.counted) return "off";
  return second ? "second" : undefined;
}

/** If filed today: every day to the answer and on to the ruling. `decision` starts on the last day of `acceptance`. */
export function RunStrip({ acceptance, decision }: { acceptance: Shown; decision: Shown }) {
  const t = useTranslations("deadline.run");
  const strip = useTranslations("deadline.strip");
  const locale = useLocale();
  const holiday = useHolidayName();
  const after = decision.days.filter((day) => day.date > acceptance.due);
  const cells = [
    ...acceptance.days.map((day) => ({ day, look: look(day, day.date === acceptance.due, false) })),
    ...after.map((day) => ({ day, look: look(day, day.date === decision.due, true) })),
  ];
  const answer = formatDay(acceptance.due, locale, "weekday");
  const ruling = formatDay(decision.due, locale, "weekday");
  const off = [
    strip("weekends"),
    ...holidaysIn(cells.map((cell) => cell.day)).map((name) => holiday(name, locale !== "en")),
  ].join(strip("and"));
  const at = (acceptance.days.length - 1) / cells.length;
  return (
    <div>
      <div
        className="run"
        role="img"
        aria-label={t("label", { acceptance: answer, decision: ruling })}
        style={{ "--n": cells.length }}
      >
        {cells.map((cell) => (
          <i key={cell.day.date} data-day={cell.look} />
        ))}
      </div>
      <div className="relative hidden h-[66px] text-small leading-[1.5] whitespace-nowrap wide:block">
        <p className="absolute top-2 left-0">
          {t("today")}
          <b className="block num text-[1.125rem] leading-[1.4]">{t("file")}</b>
        </p>
        <p className="absolute top-2" style={{ left: `${at * 100}%` }}>
          {t("byAcceptance", { day: answer })}
          <b className="block num text-[1.125rem] leading-[1.4]">{t("answer")}</b>
        </p>
        <p className="absolute top-2 right-0 text-right">
          {t("byAcceptance", { day: ruling })}
          <b className="block num text-[1.125rem] leading-[1.4]">{t("ruling")}</b>
        </p>
      </div>
      <dl className="mt-3.5 mb-1 hidden grid-cols-[auto_1fr] gap-x-5 gap-y-[5px] narrow:grid">
        <dt>{t("today")}</dt>
        <dd className="num">{t("file")}</dd>
        <dt>{t("byAcceptance", { day: answer })}</dt>
        <dd className="num">{t("answer")}</dd>
        <dt>{t("byAcceptance", { day: ruling })}</dt>
        <dd className="num">{t("ruling")}</dd>
      </dl>
      <ul className="key mt-1">
        <li>
          <i data-swatch="ink" />
          {t("keyAcceptance", { n: acceptance.workingDays })}
        </li>
        <li>
          <i data-swatch="pale" />
          {t("keyDecision", { n: decision.workingDays })}
        </li>
        <li>
          <i data-swatch="off" />
          {off}
        </li>
        <li>
          <i data-swatch="limit" />
          {t("keyDue")}
        </li>
      </ul>
    </div>
  );
}
