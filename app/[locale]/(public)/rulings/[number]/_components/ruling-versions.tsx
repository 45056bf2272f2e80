import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import type { RulingVersionRow } from "@/db/queries/ruling-versions";
import type { Outcome } from "@/domain/findings";

interface OldRecord {
  readonly findings: readonly { clause: string; outcome: Outcome; title: string; facts: string; reasons: string }[];
}

/** What a varied ruling said before, with the reason of the change: nothing published is replaced without trace (RULES §5). */
export function RulingVersions({
  versions,
  current,
  words,
}: {
  versions: readonly RulingVersionRow[];
  current: number;
  /** Puts hidden places into the reader's words. */
  words: (text: string) => string;
}) {
  const t = useTranslations("ruling.versions");
  const outcomes = useTranslations("findings");
  if (versions.length === 0) return null;
  return (
    <div className="mt-5 grid gap-2">
      <p className="text-small text-ink-2">{t("now", { n: current })}</p>
      {versions.map((v) => {
        const old = JSON.parse(v.record) as OldRecord;
        return (
          <details key={v.id}>
            <summary className="py-2">
              {t("was", { n: v.version })} <DateText day={v.replacedOn} form="date" />
            </summary>
            <div className="mt-2 grid max-w-measure gap-4" lang="zh-Hans">
              <p className="border-l-(length:--double) border-line-2 pl-3.5">{words(v.reason)}</p>
              {old.findings.map((f) => (
                <div key={`${f.clause}${f.title}`}>
                  <h3>
                    {f.clause} {words(f.title)} · {outcomes(f.outcome)}
                  </h3>
                  <p className="whitespace-pre-line">{words(f.facts)}</p>
                  <p className="whitespace-pre-line text-ink-2">{words(f.reasons)}</p>
                </div>
              ))}
              <p className="break-all text-note text-ink-2">
                {t("hash")} {v.sha256}
              </p>
            </div>
          </details>
        );
      })}
    </div>
  );
}
