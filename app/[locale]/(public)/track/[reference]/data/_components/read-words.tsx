import { getTranslations } from "next-intl/server";
import { KeyValue } from "@/components/ui/table";
import type { EvidenceRow } from "@/db/queries/evidence";
import { proposalsOf, turnsNow } from "@/domain/reading/proposals";
import { turnsOfTranscript } from "@/domain/reading/transcript";
import { readingsFor } from "@/services/confirm-reading";

/** What was read in a person's own files, what they typed beside recordings, and what they said of the facts proposed: kept about them as well. */
export async function ReadWords({ rows, lang }: { rows: readonly EvidenceRow[]; lang: string }) {
  const [t, sides, facts, verdicts, { files }] = await Promise.all([
    getTranslations("ownData"),
    getTranslations("evidenceView.side"),
    getTranslations("evidenceView.fact"),
    getTranslations("evidenceView.desk"),
    readingsFor(rows.filter((row) => row.side === "complainant")),
  ]);
  const name = new Map(rows.map((row) => [row.id, row.originalName]));
  const texts = files.flatMap((file) => {
    const typed = file.transcript ? turnsOfTranscript(file.transcript.lines) : [];
    const lines = [...turnsNow(file), ...typed].map((turn, place) => ({ ...turn, place })).filter((turn) => turn.text !== "");
    const note = [...(typed.length > 0 ? [t("readTyped")] : []), ...(file.confirmed?.turns ? [t("readChanged")] : [])];
    return lines.length > 0 ? [{ id: file.id, lines, note }] : [];
  });
  const proposals = proposalsOf(files);
  if (texts.length === 0 && proposals.length === 0) return <p>{t("readNothing")}</p>;
  return (
    <>
      {texts.map(({ id, lines, note }) => (
        <details key={id} className="border-line border-t py-2">
          <summary>{[name.get(id) ?? "", t("readLines", { n: lines.length }), ...note].join(" · ")}</summary>
          <ul className="mt-2 max-w-measure">
            {lines.map((turn) => (
              <li key={turn.place} className="py-1">
                <span className="text-ink-2">{sides(turn.side)}</span>{" "}
                <span lang={lang} className="whitespace-pre-line">
                  {turn.text}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {proposals.length > 0 && (
        <div className="mt-4">
          <KeyValue
            items={proposals.map((one) => ({
              key: one.key,
              name: facts(one.fact, { value: String(one.value) }),
              value: !one.decided
                ? verdicts("open")
                : one.decided.verdict === "corrected"
                  ? verdicts("corrected", { value: String(one.decided.value) })
                  : verdicts(one.decided.verdict),
            }))}
          />
        </div>
      )}
    </>
  );
}
