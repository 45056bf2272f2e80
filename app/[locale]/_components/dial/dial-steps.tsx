import { useTranslations } from "next-intl";
import type { DialStep } from "@/domain/dial-tests/entry";

/** The way to a human, one step a line, in words: what to press, say, tap or type. `large`: to be read while one holds the phone. */
export function DialSteps({ steps, large = false }: { steps: readonly DialStep[]; large?: boolean }) {
  const t = useTranslations("dial.steps");
  return (
    <ol className={large ? "way-steps" : "flex flex-wrap gap-x-4 gap-y-1"}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the way
        <li key={index}>
          <span>
            {t.rich(step.kind, {
              what: step.what,
              b: (chunks) => <b className={large ? "way-what" : "font-medium"}>{chunks}</b>,
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
