import { getTranslations } from "next-intl/server";
import type { EvidenceRow } from "@/db/queries/evidence";
import { answerText, type DraftAnswers } from "@/domain/filing";
import { factLines, situationWords, wishWords } from "./answer-lines";

/** Exactly what the company would get with consent, before it is given (RULES §5). */
export async function SharePreview({ answers, files }: { answers: DraftAnswers; files: readonly EvidenceRow[] }) {
  const t = await getTranslations("file.preview");
  const [situations, facts, wishes] = await Promise.all([situationWords(answers), factLines(answers), wishWords(answers)]);
  const names = files.filter((file) => file.status !== "refused").map((file) => file.originalName);
  const rows: [string, string][] = [
    [t("company"), answerText(answers, "companyName")],
    [t("situations"), situations.join("\n")],
    [t("facts"), facts.map((line) => `${line.question} ${line.answer}`).join("\n")],
    [t("words"), answerText(answers, "narrative")],
    [t("wish"), wishes.join("\n")],
    [t("files"), names.join("\n") || t("noFiles")],
  ];
  return (
    <details>
      <summary className="text-act">{t("open")}</summary>
      <div className="mt-3 border-l-(length:--double) border-line-2 pl-3.5">
        <p className="text-small">{t("intro")}</p>
        <dl className="answers">
          {rows.map(([question, answer]) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer || t("empty")}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 font-medium">{t("never")}</p>
      </div>
    </details>
  );
}
