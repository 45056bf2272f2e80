import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/ui/local-link";
import type { EvidenceRow } from "@/db/queries/evidence";
import { answerList, answerText, type DraftAnswers, type FilingStep } from "@/domain/filing";
import { factLines, situationWords, wishWords } from "./answer-lines";

interface Row {
  readonly step: FilingStep;
  readonly title: string;
  readonly lines: readonly string[];
}

async function contactLines(answers: DraftAnswers): Promise<string[]> {
  const t = await getTranslations("file.contact");
  const check = await getTranslations("file.check");
  const filedFor = answerText(answers, "filedFor") || "self";
  const group = answerText(answers, "priorityGroup");
  const consents = answerList(answers, "consents");
  const reach = ["name", "phone", "email", "postal"].map((name) => answerText(answers, name).trim()).filter(Boolean);
  return [
    ...reach,
    filedFor === "self" ? "" : [t(`for.${filedFor}`), answerText(answers, "filedForName").trim()].filter(Boolean).join(" "),
    group ? t(`priority.${group}`) : "",
    check(consents.includes("share_with_company") ? "shareYes" : "shareNo"),
    check(consents.includes("publish_words") ? "publishYes" : "publishNo"),
  ].filter(Boolean);
}

/** Everything that will be sent, each with a way back to change it. */
export async function CheckList({ answers, files }: { answers: DraftAnswers; files: readonly EvidenceRow[] }) {
  const t = await getTranslations("file.check");
  const facts = (await factLines(answers)).map((line) => `${line.question} ${line.answer}`);
  const names = files.filter((file) => file.status !== "refused").map((file) => file.originalName);
  const rows: Row[] = [
    { step: "company", title: t("company"), lines: [answerText(answers, "companyName")] },
    { step: "what", title: t("what"), lines: await situationWords(answers) },
    { step: "details", title: t("details"), lines: facts },
    { step: "words", title: t("words"), lines: [answerText(answers, "narrative")] },
    { step: "evidence", title: t("evidence"), lines: names },
    { step: "wish", title: t("wish"), lines: await wishWords(answers) },
    { step: "contact", title: t("contact"), lines: await contactLines(answers) },
  ];
  return (
    <dl className="answers mt-6 rule-t">
      {rows.map(({ step, title, lines }) => (
        <div key={step}>
          <dt>{title}</dt>
          <dd>
            <LocalLink href={`/file/${step}`} className="change" aria-label={t("changeOf", { what: title })}>
              {t("change")}
            </LocalLink>
          </dd>
          <dd className={lines.join("") ? "" : "text-ink-2"}>{lines.join("\n") || t("empty")}</dd>
        </div>
      ))}
    </dl>
  );
}
