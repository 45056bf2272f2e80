import { useTranslations } from "next-intl";
import { ClockRows } from "@/components/case/clock-pair";
import { DayStrip } from "@/components/case/day-strip";
import { DeadlineMark } from "@/components/case/deadline-mark";
import { RunStrip } from "@/components/case/run-strip";
import { Panes, Piece } from "./panes";
import { SAMPLE_CLOCKS as C, SAMPLE_ACCEPTANCE, SAMPLE_DECISION } from "./sample-clocks";

/** The deadline in every state, and how it was counted. */
export function DeadlinePart() {
  const t = useTranslations("patterns");
  return (
    <>
      <Panes>
        {() => (
          <>
            <Piece name={t("deadline")}>
              <div className="grid gap-5">
                <DeadlineMark clock={C.running} how="#counted" />
                <DeadlineMark clock={C.soon} how="#counted" />
                <DeadlineMark clock={C.today} how="#counted" />
                <DeadlineMark clock={C.overdue} how="#counted" published />
                <DeadlineMark clock={C.paused} how="#counted" pausedSince="2026-09-11" />
                <DeadlineMark clock={C.met} how="#counted" />
                <DeadlineMark clock={C.late} how="#counted" />
                <DeadlineMark clock={C.ended} how={false} />
                <DeadlineMark clock={C.provisional} how={false} />
              </div>
            </Piece>
            <Piece name={t("how")}>
              <DeadlineMark clock={C.nationalDay} how="open" />
            </Piece>
            <Piece name={t("clockRows")}>
              <ClockRows items={[{ clock: C.met }, { clock: C.running, note: t("noPause") }, { clock: C.late }]} />
            </Piece>
          </>
        )}
      </Panes>
      <div id="counted" className="mt-8 grid gap-6">
        <h3>{t("stripWide")}</h3>
        <DayStrip deadline={C.soon} note={false} />
        <DayStrip deadline={C.paused} />
        <h3>{t("run")}</h3>
        <RunStrip acceptance={SAMPLE_ACCEPTANCE} decision={SAMPLE_DECISION} />
      </div>
    </>
  );
}
