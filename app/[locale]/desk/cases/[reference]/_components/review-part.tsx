import { useLocale, useTranslations } from "next-intl";
import type { SignedIn } from "@/app/_server/session";
import { formatInstant } from "@/components/format";
import type { DeskCase } from "../_server/desk-case";
import { MarkedText } from "./own-words";
import { ProposeReviewForm, SignReviewForm } from "./review-forms";
import { ConfirmWordsForm, VaryForm } from "./vary-form";

/** Reviews of the case: who asked and why, what was proposed, by whom it may be signed. */
export function ReviewPart({ file, actor }: { file: DeskCase; actor: SignedIn }) {
  const t = useTranslations("desk.review");
  const locale = useLocale();
  const said = useTranslations("reviewWords");
  const { snapshot, words, names } = file;
  const standing = file.published?.findings ?? [];
  const clauseOf = Object.fromEntries(standing.map((f) => [f.id, f.clause]));
  const took = snapshot.participants.includes(actor.userId) || snapshot.recused.includes(actor.userId);
  return (
    <div className="grid gap-5">
      {words.reviews.map((review) => (
        <article key={review.id} className="grid gap-2">
          <p className="text-ink-2">
            {t(`asked.${review.side as "company"}`, { at: formatInstant(review.requestedAt, locale) })}{" "}
            {t(`of.${review.of as "ruling"}`)}
          </p>
          <p className="max-w-measure border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line">
            <MarkedText text={review.reason} />
          </p>
          {review.result && (
            <p>
              <b className="font-medium">
                {t(review.decidedAt ? `decided.${review.result as "upheld"}` : `proposed.${review.result as "upheld"}`)}
              </b>{" "}
              <span className="text-ink-2">{review.decidedBy ? names.get(review.decidedBy) : null}</span>
              <span className="block max-w-measure whitespace-pre-line">{review.resultReason}</span>
            </p>
          )}
          {!review.decidedAt && snapshot.state === "under_review" && (
            <>
              {took && <p className="border-l-(length:--double) border-line-2 pl-3.5">{t("tookPart")}</p>}
              {!took && !review.result && actor.role === "officer" && (
                <>
                  <ProposeReviewForm reference={file.row.reference} of={review.of} />
                  {review.of === "ruling" && standing.length > 0 && (
                    <VaryForm reference={file.row.reference} findings={standing} />
                  )}
                </>
              )}
              {!took && review.result && review.of === "ruling" && review.result !== "upheld" && (
                <section aria-label={said("title")} className="grid gap-2">
                  <h3>{said("title")}</h3>
                  {review.publicConfirmedBy ? (
                    <p className="text-ink-2">{said("confirmed")}</p>
                  ) : (
                    <ConfirmWordsForm
                      reference={file.row.reference}
                      texts={(review.publicTexts ?? {}) as Record<string, string>}
                      labels={clauseOf}
                    />
                  )}
                </section>
              )}
              {!took && !review.result && actor.role === "supervisor" && <p>{t("waitProposal")}</p>}
              {!took &&
                review.result &&
                (review.decidedBy === actor.userId ? (
                  <p className="border-l-(length:--double) border-line-2 pl-3.5">{t("ownProposal")}</p>
                ) : (
                  <SignReviewForm reference={file.row.reference} />
                ))}
            </>
          )}
        </article>
      ))}
    </div>
  );
}
