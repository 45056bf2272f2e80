import { useTranslations } from "next-intl";
import { ClockPair } from "@/components/case/clock-pair";
import { Button } from "@/components/ui/button";
import { PickOne } from "@/components/ui/choices";
import { InstantText } from "@/components/ui/date-text";
import { KeysBar } from "@/components/ui/keys";
import { Checklist } from "@/components/ui/notice";
import { OUTCOMES } from "@/domain/findings";
import { Panes, Piece } from "./panes";
import { QueueSample } from "./queue-sample";
import { SAMPLE_CLOCKS as C, SAMPLE_INSTANT } from "./sample-clocks";

/** The desk: dense, every act with its key. */
export function DeskPart() {
  const t = useTranslations("patterns");
  const outcome = useTranslations("ui.outcome");
  return (
    <Panes desk stacked>
      {(p) => (
        <>
          <Piece name={t("clockPair")}>
            <ClockPair
              items={[
                { clock: C.met, note: t("clockPairNote1") },
                { clock: C.running, note: t("clockPairNote2"), how: "#counted" },
              ]}
            />
          </Piece>
          <Piece name={t("queueAxis")}>
            <QueueSample />
          </Piece>
          <Piece name={t("pick")}>
            <PickOne
              id={`${p}-pick`}
              name={`${p}-pick`}
              legend={t("finding")}
              choices={OUTCOMES.map((value, i) => ({ value, label: outcome(value), checked: i === 1 }))}
            />
          </Piece>
          <Piece name={t("checklist")}>
            <div className="max-w-phone">
              <Checklist
                items={[
                  { key: "a", done: true, words: t("check1") },
                  { key: "b", done: false, words: t("check2") },
                ]}
              />
              <p className="mt-4 flex gap-2">
                <Button type="button">{t("draftRuling")}</Button>
                <Button type="button" kind="plain">
                  {t("pauseClock")}
                </Button>
              </p>
            </div>
          </Piece>
          <Piece name={t("keys")}>
            <KeysBar
              before={t("chosen")}
              keys={[
                { key: "move", keys: ["J", "K"], words: t("keyMove") },
                { key: "choose", keys: ["X"], words: t("keyChoose") },
                { key: "accept", keys: ["A"], words: t("keyAccept") },
              ]}
              after={
                <>
                  {t("saved")} <InstantText at={SAMPLE_INSTANT} seconds only="time" />
                </>
              }
            />
          </Piece>
        </>
      )}
    </Panes>
  );
}
