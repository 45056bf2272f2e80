import { useTranslations } from "next-intl";
import type { PartyCase } from "@/app/_server/party-case";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import type { Action } from "@/domain/procedure";
import { DraftView } from "../../../../_components/party/draft-view";
import { ActForm, WordsForm } from "../../../../_components/party/party-forms";
import { answerMended, askForMoreTime, askForReview, reopenCase, sendComment, sendSupplement } from "../actions";

/** What waits for the complainant, one thing at a time; said plainly when nothing does. */
export function YourTurn({ of, may }: { of: PartyCase; may: readonly Action[] }) {
  const t = useTranslations("party.turn");
  const { row, snapshot } = of.file;
  const reference = row.reference;
  const open = (clock: string) => of.clocks.some((c) => c.clock === clock && c.state === "running");
  const mended = of.rectifications.filter(
    (r) => (r.state === "reported" || r.state === "accepted") && r.confirmedByConsumer === null,
  );
  if (may.includes("supplement") && of.supplement)
    return (
      <Section title={t("supplement")} note={t("supplementNote")} close>
        <ol className="mb-5 list-decimal pl-6">
          {of.supplement.items.map((item) => (
            <li key={item} lang="zh-Hans">
              {item}
            </li>
          ))}
        </ol>
        <WordsForm
          action={sendSupplement}
          reference={reference}
          prefix="supplement-"
          name="answer"
          label={t("supplementLabel")}
          hint={t("supplementHint")}
          button={t("supplementSend")}
          max={5000}
        />
        {!snapshot.supplementExtended && (
          <div className="mt-4">
            <ActForm action={askForMoreTime} reference={reference} prefix="more-" button={t("moreTime")} kind="link" />
          </div>
        )}
      </Section>
    );
  if (may.includes("reopen"))
    return (
      <Section title={t("reopen")} note={t("reopenNote")} close>
        <ActForm action={reopenCase} reference={reference} prefix="reopen-" button={t("reopenGo")} kind="primary" />
      </Section>
    );
  if (of.draft && !snapshot.commented.includes("complainant"))
    return (
      <Section title={t("draft")} note={t("draftNote")} close>
        <DraftView draft={of.draft} />
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
      </Section>
    );
  if (may.includes("request_review") && open("review_window"))
    return (
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
    );
  if (mended.length > 0)
    return (
      <Section title={t("mended")} note={t("mendedNote")} close>
        {mended.map((r) => {
          const report = of.reports.filter((x) => x.findingId === r.findingId).at(-1);
          const finding = of.publication?.findings.find((f) => f.id === r.findingId);
          return (
            <div key={r.findingId} className="hair-b grid gap-3 py-4">
              <h3 lang="zh-Hans">{finding?.title}</h3>
              <p className="max-w-measure whitespace-pre-line" lang="zh-Hans">
                {report?.body}
              </p>
              <div className="flex flex-wrap gap-3">
                <ActForm
                  action={answerMended}
                  reference={reference}
                  prefix={`yes-${r.findingId}-`}
                  button={t("mendedYes")}
                  hidden={{ findingId: r.findingId, confirmed: "yes" }}
                />
                <ActForm
                  action={answerMended}
                  reference={reference}
                  prefix={`no-${r.findingId}-`}
                  button={t("mendedNo")}
                  hidden={{ findingId: r.findingId, confirmed: "no" }}
                />
              </div>
            </div>
          );
        })}
      </Section>
    );
  return (
    <div className="mt-6">
      <Notice>{t(snapshot.state === "ruling_drafted" && !of.draft ? "nothing.drafting" : `nothing.${snapshot.state}`)}</Notice>
    </div>
  );
}
