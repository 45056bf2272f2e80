import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PartyCase } from "@/app/_server/party-case";
import { DeadlineMark } from "@/components/case/deadline-mark";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import type { CompanyDuty } from "@/domain/company-duties";
import type { Action } from "@/domain/procedure";
import { PUBLIC_REPLY_MAX } from "@/services/reply-to-case";
import { DraftView } from "../../../../_components/party/draft-view";
import { WordsForm } from "../../../../_components/party/party-forms";
import { askForReview, sendAnswer, sendComment, sendReply, sendReport } from "../../../actions";
import { ReplyForm } from "./reply-form";

interface Props {
  of: PartyCase;
  duties: readonly CompanyDuty[];
  may: readonly Action[];
  company: string;
  /** Where documents are added; shown once, at the first duty that takes them. */
  files: ReactNode;
}

/** What waits for the company, the earliest due first, each with its deadline and its form; said plainly when nothing does. */
export function CompanyTurn({ of, duties, may, company, files }: Props) {
  const t = useTranslations("companyPortal.turn");
  const reference = of.file.row.reference;
  const takesFiles = duties.find((d) => d.kind === "reply" || d.kind === "rectification");
  const windowOpen = of.clocks.some((c) => c.clock === "review_window" && c.subject === "ruling" && c.state === "running");
  const form = (duty: CompanyDuty): ReactNode => {
    const documents = duty === takesFiles ? files : null;
    switch (duty.kind) {
      case "answer":
        return (
          <WordsForm
            action={sendAnswer}
            reference={reference}
            prefix="answer-"
            name="body"
            label={t("answerLabel")}
            hint={t("answerHint")}
            button={t("answerSend")}
            max={10_000}
          />
        );
      case "reply":
        return (
          <ReplyForm action={sendReply} reference={reference} company={company} publicMax={PUBLIC_REPLY_MAX}>
            {documents}
          </ReplyForm>
        );
      case "comments":
        return (
          <>
            {of.draft && <DraftView draft={of.draft} />}
            <div className="mt-6">
              <WordsForm
                action={sendComment}
                reference={reference}
                prefix="comment-"
                name="body"
                label={t("comment")}
                hint={t("commentHint")}
                button={t("commentSend")}
                max={5000}
                optional
              />
            </div>
          </>
        );
      case "rectification":
        return (
          <>
            {documents}
            <div className={documents ? "mt-6" : ""}>
              <WordsForm
                action={sendReport}
                reference={reference}
                prefix={`report-${duty.findingId}-`}
                name="body"
                label={t("reportLabel")}
                hint={t("reportHint")}
                button={t("reportSend")}
                max={5000}
                hidden={{ findingId: duty.findingId ?? "" }}
              />
            </div>
          </>
        );
    }
  };
  return (
    <>
      {duties.map((duty) => {
        const finding = of.publication?.findings.find((f) => f.id === duty.findingId);
        const rejected = of.reports.filter((r) => r.findingId === duty.findingId && r.result === "rejected").at(-1);
        return (
          <Section
            key={`${duty.kind}${duty.findingId ?? ""}`}
            title={t(`${duty.kind}.title`)}
            note={t(`${duty.kind}.note`)}
            close
          >
            {finding && (
              <h3 className="mb-3" lang="zh-Hans">
                {finding.title}
              </h3>
            )}
            <DeadlineMark clock={duty.clock} label={t(`${duty.kind}.duty`)} />
            {duty.late && (
              <div className="mt-4">
                <Notice tone="bound">{t(`${duty.kind}.late`)}</Notice>
              </div>
            )}
            {rejected?.checkNote && (
              <div className="mt-4">
                <Notice tone="ink" title={t("rejected")}>
                  <p lang="zh-Hans">{rejected.checkNote}</p>
                </Notice>
              </div>
            )}
            <div className="mt-6">{form(duty)}</div>
          </Section>
        );
      })}
      {may.includes("request_review") && windowOpen && (
        <Section title={t("review")} note={t("reviewNote")} close>
          <details>
            <summary className="py-2 text-act">{t("reviewOpen")}</summary>
            <div className="mt-3">
              <WordsForm
                action={askForReview}
                reference={reference}
                prefix="review-"
                name="reason"
                label={t("reviewReason")}
                button={t("reviewSend")}
                max={5000}
              />
            </div>
          </details>
        </Section>
      )}
      {duties.length === 0 && !windowOpen && (
        <div className="mt-6">
          <Notice>{t(`nothing.${of.file.snapshot.state}`)}</Notice>
        </div>
      )}
    </>
  );
}
