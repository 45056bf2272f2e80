import { useTranslations } from "next-intl";
import type { Outcome, Tier } from "@/domain/findings";
import type { State } from "@/domain/procedure";

/** State of a case: 回 filling up, and its word. `label` replaces the word where more is known. */
export function StateMark({ state, label }: { state: State; label?: string }) {
  const t = useTranslations("ui.state");
  return (
    <span className="state-mark" data-state={state}>
      {label ?? t(state)}
    </span>
  );
}

/** A finding: a full, half, hollow or dashed square, and its word. */
export function FindingMark({ outcome, label }: { outcome: Outcome; label?: string }) {
  const t = useTranslations("ui.outcome");
  return (
    <span className="finding-mark" data-outcome={outcome}>
      {label ?? t(outcome)}
    </span>
  );
}

/** What a breach weighs, in a word. */
export function TierText({ tier }: { tier: Tier }) {
  return <>{useTranslations("ui.tier")(tier)}</>;
}

/** Seal of a ruling: four characters two by two, words in English. Never round: it imitates no office. */
export function Seal({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("ui");
  const words = t(`seal.${outcome}`);
  const latin = /^[\p{Script=Latin}\s]+$/u.test(words);
  return (
    <span
      className="seal"
      role="img"
      aria-label={t("seal.label", { outcome: t(`outcome.${outcome}`) })}
      data-words={latin ? "latin" : undefined}
    >
      {words.split(" ").map((word) => (
        <span key={word} aria-hidden="true">
          {word}
        </span>
      ))}
    </span>
  );
}

export type EvidenceGrade = "I" | "II" | "III" | "NR";
const PIPS: Record<EvidenceGrade, number> = { I: 3, II: 2, III: 1, NR: 0 };

/** Grade of evidence: three pips and its word (Rules §6). `label` replaces the word; `null` leaves the pips to a text beside them. */
export function GradePips({ grade, label }: { grade: EvidenceGrade; label?: string | null }) {
  const t = useTranslations("ui.grade");
  return (
    <span className="whitespace-nowrap">
      <span className="pips" aria-hidden="true">
        {[1, 2, 3].map((n) => (
          <i key={n} data-full={n <= PIPS[grade] ? "" : undefined} />
        ))}
      </span>
      {label === undefined ? t(grade) : label}
    </span>
  );
}
