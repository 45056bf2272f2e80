"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { LocalLink } from "@/components/ui/local-link";
import { link, putToOthers } from "../procedure-actions";

export interface AlikeCase {
  readonly reference: string;
  readonly why: "near_text" | "same_reply" | "same_person";
  readonly percent: number;
  readonly likeness: number;
  readonly linked: boolean;
  readonly state: string;
  /** It is in hand, so a draft can be put to it. */
  readonly takes: boolean;
}

/** Links two cases; its button belongs to a form of its own, beside the one that puts a draft. */
function LinkButton({ reference, one }: { reference: string; one: AlikeCase }) {
  const t = useTranslations("similar");
  return (
    <ActionForm action={link} prefix={`link-${one.reference}-`} className="one-click">
      {({ pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="other" value={one.reference} />
          <input type="hidden" name="why" value={one.why} />
          <input type="hidden" name="likeness" value={one.likeness} />
          <Button busy={pending} kind="link">
            {t("link")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/**
 * Complaints about the same company that read alike, got the same canned reply or come from the same person, with the reason. An officer links what
 * belongs together, and puts the draft of this case to those that are in hand: to each as its own.
 */
export function SimilarPart({
  reference,
  alike,
  may,
  drafting,
}: {
  reference: string;
  alike: readonly AlikeCase[];
  may: boolean;
  /** This case is in hand and the reader drafts: its draft can be put to others. */
  drafting: boolean;
}) {
  const t = useTranslations("similar");
  const form = `put-${reference}`;
  const takers = drafting ? alike.filter((one) => one.takes) : [];
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {alike.map((one) => (
          <li key={one.reference} className="grid gap-1">
            <span className="flex items-baseline gap-2">
              {drafting && one.takes && (
                <input
                  type="checkbox"
                  name="others[]"
                  value={one.reference}
                  form={form}
                  aria-label={t("pick", { reference: one.reference })}
                />
              )}
              <span>
                <LocalLink href={`/desk/cases/${one.reference}`}>{one.reference}</LocalLink>{" "}
                <span className="text-note text-ink-2">{one.state}</span>
              </span>
            </span>
            <span className="text-note text-ink-2">{t(`why.${one.why}`, { n: one.percent })}</span>
            {one.linked ? (
              <span className="text-note">{t("linked")}</span>
            ) : (
              may && <LinkButton reference={reference} one={one} />
            )}
          </li>
        ))}
      </ul>
      {takers.length > 0 && (
        <ActionForm action={putToOthers} prefix={`${form}-`} id={form} className="grid gap-2">
          {({ state, pending }) => (
            <>
              <input type="hidden" name="reference" value={reference} />
              <p className="text-note text-ink-2">{t("putNote")}</p>
              <Button busy={pending} kind="plain" className="justify-self-start">
                {t("put")}
              </Button>
              <p role="status" className="text-note whitespace-pre-line">
                {state.status === "ok" && state.result?.told}
              </p>
            </>
          )}
        </ActionForm>
      )}
    </div>
  );
}
