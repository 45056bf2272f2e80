import { useTranslations } from "next-intl";
import type { PartyCase } from "@/app/_server/party-case";
import { TierText } from "@/components/case/marks";
import { FindingArticle } from "@/components/case/ruling-row";
import { Measure } from "@/components/charts/measure";
import { clauseKey } from "@/domain/clauses";
import type { Outcome, Tier } from "@/domain/findings";
import type { Measure as Measured } from "@/domain/publication/content";

/** The draft of a ruling as both sides read it before they comment. */
export function DraftView({ draft }: { draft: NonNullable<PartyCase["draft"]> }) {
  const clause = useTranslations("clauses");
  return (
    <div className="grid gap-6" lang="zh-Hans">
      <div>
        <p className="font-serif text-h3 font-bold">{draft.title}</p>
        <p className="mt-2 max-w-measure">{draft.decision}</p>
      </div>
      <div>
        {draft.findings.map((f) => {
          const measure = f.measure as Measured | null;
          return (
            <FindingArticle
              key={f.id}
              title={f.title || clause(`${clauseKey(f.clause)}.title`)}
              outcome={(f.outcome ?? "insufficient_evidence") as Outcome}
              clause={
                <>
                  {f.clause} {clause(`${clauseKey(f.clause)}.rule`)} {f.tier && <TierText tier={f.tier as Tier} />}
                </>
              }
              measure={measure?.unit === "s" ? <Measure seconds={measure.value} limit={measure.limit} /> : undefined}
            >
              <p>{f.facts}</p>
              <p>{f.reasons}</p>
            </FindingArticle>
          );
        })}
      </div>
    </div>
  );
}
