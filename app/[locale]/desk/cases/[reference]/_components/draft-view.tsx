import { useTranslations } from "next-intl";
import { FindingMark, TierText } from "@/components/case/marks";
import { Measure } from "@/components/charts/measure";
import { useEvidenceNames } from "@/components/evidence/names";
import { LocalLink } from "@/components/ui/local-link";
import { clauseKey } from "@/domain/clauses";
import type { Outcome, Tier } from "@/domain/findings";
import type { Measure as Measured } from "@/domain/publication/content";
import type { DeskCase } from "../_server/desk-case";

/** A draft or signed ruling to read: decision, and each finding with what it relies on. */
export function DraftView({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.ruling");
  const clauses = useTranslations("clauses");
  const names = useEvidenceNames(file.evidence);
  const { ruling } = file;
  if (!ruling) return null;
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="text-h3">{ruling.title}</h3>
        <p className="max-w-measure whitespace-pre-line">{ruling.decision}</p>
        {file.published && (
          <p className="mt-1">
            <LocalLink href={`/rulings/${file.published.number}`}>{t("published", { number: file.published.number })}</LocalLink>
          </p>
        )}
      </div>
      {ruling.findings.map((f) => {
        const measure = f.measure as Measured | null;
        return (
          <article key={f.id} className="grid gap-1.5 border-t border-line pt-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-sans text-body font-medium">{f.title}</h3>
              {f.outcome && <FindingMark outcome={f.outcome as Outcome} />}
            </div>
            <p className="text-note text-ink-2">
              {f.clause} {clauses(`${clauseKey(f.clause)}.title` as "A1_1.title")}
              {f.tier && (
                <span className="ml-3">
                  <TierText tier={f.tier as Tier} />
                </span>
              )}
              {f.tierReason && <span className="ml-3">{f.tierReason}</span>}
            </p>
            {measure?.unit === "s" && <Measure seconds={measure.value} limit={measure.limit} />}
            <p className="max-w-measure whitespace-pre-line">{f.facts}</p>
            <p className="max-w-measure whitespace-pre-line">{f.reasons}</p>
            {f.evidenceIds.length > 0 && (
              <p className="text-note text-ink-2">
                {t("relies", { names: f.evidenceIds.flatMap((id) => names.get(id) ?? []).join(t("comma")) })}
              </p>
            )}
          </article>
        );
      })}
    </div>
  );
}
