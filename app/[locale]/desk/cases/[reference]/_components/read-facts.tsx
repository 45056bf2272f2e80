import { getTranslations } from "next-intl/server";
import { namesOf } from "@/app/_server/evidence-names";
import { spotHref } from "@/components/evidence/spots";
import { DataTable } from "@/components/ui/table";
import { readFile } from "@/db/queries/readings";
import { type Proposal, proposalsOf } from "@/domain/reading/proposals";
import type { DeskCase } from "../_server/desk-case";

/** Facts read in the complainant's files: what the machine proposes and what the complainant said of it, apart, each with its lines. */
export async function ReadFacts({ file }: { file: DeskCase }) {
  const [t, facts, names] = await Promise.all([
    getTranslations("evidenceView.desk"),
    getTranslations("evidenceView.fact"),
    namesOf(file.evidence),
  ]);
  const own = file.evidence.filter((row) => row.side === "complainant");
  const proposals = proposalsOf(own.map((row) => readFile(row, file.readings.get(row.id))));
  if (proposals.length === 0) return null;
  const said = ({ decided }: Proposal) => {
    if (!decided) return <span className="text-ink-2">{t("open")}</span>;
    return decided.verdict === "corrected" ? t("corrected", { value: String(decided.value) }) : <b>{t(decided.verdict)}</b>;
  };
  return (
    <div className="mt-4">
      <DataTable
        caption={t("title")}
        showCaption
        columns={[
          { key: "proposed", label: t("proposed") },
          { key: "confirmed", label: t("confirmed") },
          { key: "proof", label: t("proof") },
        ]}
        rows={proposals.map((one) => ({
          key: one.key,
          cells: [
            facts(one.fact, { value: String(one.value) }),
            said(one),
            <span key="proof" className="flex flex-wrap gap-x-3">
              {one.proof.map((line) => (
                <a
                  key={`${line.evidenceId} ${line.line}`}
                  href={spotHref({ id: line.evidenceId, line: line.line })}
                  title={line.turn.text}
                >
                  {names.get(line.evidenceId)}·{line.line + 1}
                </a>
              ))}
            </span>,
          ],
        }))}
      />
      <p className="mt-1 text-note text-ink-2">{t("note")}</p>
    </div>
  );
}
