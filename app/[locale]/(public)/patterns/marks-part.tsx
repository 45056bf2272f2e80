import { useTranslations } from "next-intl";
import { FindingMark, GradePips, Seal, StateMark, TierText } from "@/components/case/marks";
import { Mark } from "@/components/ui/brand";
import { OUTCOMES, TIERS } from "@/domain/findings";
import { STATES } from "@/domain/procedure";
import { Panes, Piece } from "./panes";

const ROW = "flex flex-wrap gap-x-[26px] gap-y-2";

/** State, finding, seal, grade, ramp. */
export function MarksPart() {
  const t = useTranslations("patterns");
  const means = useTranslations("ui.gradeMeans");
  return (
    <Panes>
      {() => (
        <>
          <Piece name={t("mark")}>
            <Mark />
          </Piece>
          <Piece name={t("states")}>
            <p className={ROW}>
              {STATES.map((state) => (
                <StateMark key={state} state={state} />
              ))}
            </p>
          </Piece>
          <Piece name={t("findings")}>
            <p className={ROW}>
              {OUTCOMES.map((outcome) => (
                <FindingMark key={outcome} outcome={outcome} />
              ))}
            </p>
            <p className={`${ROW} mt-2 text-small text-ink-2`}>
              {TIERS.map((tier) => (
                <span key={tier}>
                  <TierText tier={tier} />
                </span>
              ))}
            </p>
          </Piece>
          <Piece name={t("seal")}>
            <p className="flex flex-wrap gap-4">
              {OUTCOMES.map((outcome) => (
                <Seal key={outcome} outcome={outcome} />
              ))}
            </p>
          </Piece>
          <Piece name={t("grades")}>
            <p className={ROW}>
              {(["I", "II", "III", "NR"] as const).map((grade) => (
                <GradePips key={grade} grade={grade} label={`${grade}　${means(grade)}`} />
              ))}
            </p>
          </Piece>
          <Piece name={t("ramp")}>
            <p className="flex" aria-hidden="true">
              {[0, 1, 2, 3, 4, 5, 6].map((step) => (
                <span key={step} data-step={step} className="flex-1 py-2 text-center">
                  {step}
                </span>
              ))}
            </p>
          </Piece>
        </>
      )}
    </Panes>
  );
}
