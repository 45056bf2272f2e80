import { useLocale, useTranslations } from "next-intl";
import { ClockSentence } from "@/components/case/clock-pair";
import { Comb } from "@/components/case/comb";
import { DayStrip } from "@/components/case/day-strip";
import { formatDay } from "@/components/format";
import { type CaseClock, CLOCKS, caseClocks } from "@/domain/clocks";
import type { DeskCase } from "../_server/desk-case";

/** The authority's own clocks stand on top, the newest of each kind; a check of a report only while it runs. */
function ownClocks(clocks: readonly CaseClock[]): CaseClock[] {
  const newest = (name: CaseClock["clock"]) => clocks.findLast((c) => c.clock === name);
  const check = clocks.find((c) => c.clock === "rectification_check" && (c.state === "running" || c.state === "overdue"));
  return [newest("acceptance"), newest("decision"), newest("review"), check].filter((c) => c !== undefined);
}

/** What one should know beside a clock: when it began and ended, pauses, extension, what happens at its end. */
function Note({ clock, file }: { clock: CaseClock; file: DeskCase }) {
  const t = useTranslations("desk.case.clock");
  const reasons = useTranslations("desk.wait");
  const locale = useLocale();
  const day = (d: Parameters<typeof formatDay>[0]) => formatDay(d, locale, "day");
  const { snapshot: s } = file;
  const pauses = s.pauses.filter((p) => p.clock === clock.clock);
  const said: string[] = [t(`start.${clock.clock}` as "start.acceptance", { day: day(clock.startDay) })];
  if (clock.metOn) said.push(t(`met.${clock.clock}` as "met.acceptance", { day: day(clock.metOn) }));
  for (const pause of pauses)
    said.push(
      pause.to
        ? t("paused", { reason: reasons(pause.reason), from: day(pause.from), to: day(pause.to) })
        : t("pausedOpen", { reason: reasons(pause.reason), from: day(pause.from) }),
    );
  if (clock.clock === "decision" && s.decisionExtendedDays > 0) said.push(t("extended", { n: s.decisionExtendedDays }));
  if (clock.clock === "acceptance" && clock.state === "running") said.push(t("thenDeemed"));
  if (clock.clock === "decision" && clock.state === "running") said.push(t("reminders"));
  if (clock.provisional) said.push(t("provisional", { year: clock.due.slice(0, 4) }));
  return <p className="text-note text-ink-2">{said.join("　")}</p>;
}

/** The authority's clocks, sentence first, the comb under it, and on request every day that was counted. */
export function CaseClocks({ file }: { file: DeskCase }) {
  const t = useTranslations("deadline");
  const desk = useTranslations("desk.case");
  const clocks = ownClocks(caseClocks(file.snapshot, file.calendar, file.today));
  return (
    <section aria-label={desk("clocks")} className="case-clocks">
      {clocks.map((clock) => (
        <div key={`${clock.clock}${clock.subject ?? ""}`} className="grid content-start gap-[5px] py-3">
          <p className="flex flex-wrap items-baseline gap-x-2.5">
            <b className="font-serif text-lead">{t(`short.${clock.clock}`)}</b>
            <span>
              <ClockSentence clock={clock} />
            </span>
            {clock.state === "met" && <span className="text-note text-ink-2">{t("onTime")}</span>}
          </p>
          {clock.days.length > 1 && <Comb clock={clock} />}
          <Note clock={clock} file={file} />
          {clock.days.length > 1 && (
            <details className="how">
              <summary>{t("how")}</summary>
              <div className="max-w-[720px] pt-3">
                <DayStrip deadline={clock} />
              </div>
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

const partyClocks = (file: DeskCase): CaseClock[] =>
  caseClocks(file.snapshot, file.calendar, file.today).filter(
    (c) => CLOCKS[c.clock].binds !== "regulator" && (CLOCKS[c.clock].unit !== "hours" || c.usedHours !== undefined),
  );

/** True once a clock that binds a party has started. */
export const hasPartyClocks = (file: DeskCase): boolean => partyClocks(file).length > 0;

/** Clocks that bind the parties, a line each. */
export function PartyClocks({ file }: { file: DeskCase }) {
  const t = useTranslations("deadline.short");
  const how = useTranslations("deadline")("how");
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
      {partyClocks(file).map((clock) => (
        <div key={`${clock.clock}${clock.subject ?? ""}${clock.startDay}`} className="contents">
          <dt className="text-ink-2">{t(clock.clock)}</dt>
          <dd>
            <ClockSentence clock={clock} />
            {clock.days.length > 1 && (
              <details className="how">
                <summary>{how}</summary>
                <div className="max-w-[720px] pt-3">
                  <DayStrip deadline={clock} />
                </div>
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
