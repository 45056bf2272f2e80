import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format";
import { DurationText } from "@/components/ui/date-text";
import { Section } from "@/components/ui/page";
import type { dialRecordings } from "@/db/queries/dial-tests";
import type { PublicDialTest } from "@/domain/dial-tests/guide";
import { DialSteps } from "../../../../../_components/dial/dial-steps";
import { DialVerdicts } from "../../../../../_components/dial/dial-verdicts";

type Recordings = Awaited<ReturnType<typeof dialRecordings>>;

/** Every test of the year, the newest first; each opens to its steps, its thresholds and the hashes of its recordings. */
export function DialLog({ tests, recordings }: { tests: readonly PublicDialTest[]; recordings: Recordings }) {
  const t = useTranslations("humanGuide");
  const channels = useTranslations("channels");
  const locale = useLocale();
  return (
    <Section title={t("log")} note={t("logNote")}>
      <ul>
        {[...tests].reverse().map((test) => (
          <li key={test.id} className="hair-b">
            <details>
              <summary className="flex flex-wrap items-baseline gap-x-5 gap-y-0.5 py-2.5">
                <span className="text-act">{formatInstant(test.testedAt, locale)}</span>
                <span>
                  {channels(test.channel)}
                  {test.priority && t("byPriority")}
                </span>
                <span>{test.secondsToHuman === null ? t("neverConnected") : <DurationText seconds={test.secondsToHuman} />}</span>
                <span className="ml-auto text-small text-ink-2">{t(test.passed ? "passed" : "failed")}</span>
              </summary>
              <div className="grid gap-3 pb-4">
                {test.actions.length > 0 && <DialSteps steps={test.actions} />}
                <p className="text-small text-ink-2">{t("asked", { n: test.humanRequests })}</p>
                <DialVerdicts facts={test} />
                {recordings
                  .filter((one) => one.testId === test.id)
                  .map((one) => (
                    <p key={one.id} className="break-all text-note text-ink-2">
                      {t("recording")} SHA-256 <span className="font-mono">{one.sha256}</span>
                    </p>
                  ))}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
