import { useTranslations } from "next-intl";
import { useEvidenceNames } from "@/components/evidence/names";
import { CLAUSES, clauseKey } from "@/domain/clauses";
import type { Outcome, Tier } from "@/domain/findings";
import type { Measure } from "@/domain/publication/content";
import { isSituationId } from "@/domain/situations";
import { ActDisclosure } from "../../../_components/act-disclosure";
import { useReason } from "../../../_components/suggestion-reasons";
import type { DeskCase } from "../_server/desk-case";
import { AllegeForm, TakeBackForm } from "./allege-forms";
import type { AllegationShown } from "./finding-row";
import type { EditedFinding } from "./ruling-draft";
import { RulingEditor } from "./ruling-editor";

/** What the complainant reported of what a clause measures. */
function reportedFor(clause: string, row: DeskCase["row"]): number | null {
  if (clause === "B2.1" || clause === "B3.2") return row.waitSeconds;
  return clause === "B1.2" ? row.menuDepth : null;
}

/** The ruling being written: a finding for each allegation, and a clause more where the facts point to one. */
export function RulingPart({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.ruling");
  const clauses = useTranslations("clauses");
  const situations = useTranslations("situations");
  const reason = useReason();
  const names = useEvidenceNames(file.evidence);
  const { ruling, row } = file;
  const allegations: AllegationShown[] = file.allegations.map((a) => {
    const hint = file.suggestions.find((s) => s.clause === a.clause);
    const situation = a.situation && isSituationId(a.situation) ? situations(`${a.situation}.title`) : null;
    return {
      id: a.id,
      clause: a.clause,
      name: clauses(`${clauseKey(a.clause)}.title` as "A1_1.title"),
      rule: clauses(`${clauseKey(a.clause)}.rule` as "A1_1.rule"),
      title: situation ?? clauses(`${clauseKey(a.clause)}.title` as "A1_1.title"),
      why:
        hint?.reasons.map(reason).join(t("semicolon")) ??
        (a.addedBy === "officer" ? t("addedByDesk") : (situation ?? t("alleged"))),
      reported: reportedFor(a.clause, row),
    };
  });
  const findings: EditedFinding[] = file.allegations.map((a) => {
    const f = ruling?.findings.find((one) => one.allegationId === a.id);
    return {
      allegationId: a.id,
      clause: a.clause,
      outcome: (f?.outcome ?? null) as Outcome | null,
      tier: (f?.tier ?? null) as Tier | null,
      tierReason: f?.tierReason ?? "",
      title: f?.title ?? "",
      facts: f?.facts ?? "",
      reasons: f?.reasons ?? "",
      evidenceIds: f?.evidenceIds ?? [],
      value: f?.measure ? String((f.measure as Measure).value) : "",
    };
  });
  const taken = new Set(file.allegations.map((a) => a.clause));
  const reply = file.words.replies.findLast((r) => r.kind === "reply")?.body ?? null;
  return (
    <div className="grid gap-4">
      {ruling?.state === "returned" && ruling.returnReason && (
        <div className="border-l-(length:--double) border-seal pl-3.5">
          <p className="font-medium">{t("returned")}</p>
          <p className="whitespace-pre-line">{ruling.returnReason}</p>
        </div>
      )}
      <RulingEditor
        key={`${file.allegations.map((a) => a.id).join()}`}
        reference={row.reference}
        base={ruling?.updatedAt.toISOString() ?? null}
        initial={{ title: ruling?.title ?? "", decision: ruling?.decision ?? "", findings }}
        allegations={allegations}
        evidence={file.evidence.map((e) => ({
          id: e.id,
          name: names.get(e.id) ?? "",
          open: e.side !== "complainant" || file.shared,
        }))}
        reply={reply}
      />
      <div className="flex flex-wrap gap-2">
        <ActDisclosure hotKey="c" label={t("allege.title")}>
          <AllegeForm
            reference={row.reference}
            options={CLAUSES.filter((c) => c.tier !== null && !taken.has(c.id)).map((c) => ({
              value: c.id,
              label: `${c.id} ${clauses(`${clauseKey(c.id)}.title` as "A1_1.title")}`,
            }))}
          />
        </ActDisclosure>
        {file.allegations
          .filter((a) => a.addedBy === "officer")
          .map((a) => (
            <TakeBackForm
              key={a.id}
              reference={row.reference}
              allegationId={a.id}
              label={t("allege.takeBack", { clause: a.clause })}
            />
          ))}
      </div>
    </div>
  );
}
