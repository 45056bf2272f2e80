"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { LocalLink } from "@/components/ui/local-link";
import { link } from "../procedure-actions";

export interface AlikeCase {
  readonly reference: string;
  readonly why: "near_text" | "same_reply" | "same_person";
  readonly percent: number;
  readonly likeness: number;
  readonly linked: boolean;
  readonly state: string;
}

/** Complaints about the same company that read alike, with the reason; an officer links what belongs together. */
export function SimilarPart({ reference, alike, may }: { reference: string; alike: readonly AlikeCase[]; may: boolean }) {
  const t = useTranslations("similar");
  return (
    <ul className="grid gap-3">
      {alike.map((s) => (
        <li key={s.reference} className="grid gap-1">
          <span>
            <LocalLink href={`/desk/cases/${s.reference}`}>{s.reference}</LocalLink>{" "}
            <span className="text-note text-ink-2">{s.state}</span>
          </span>
          <span className="text-note text-ink-2">{t(`why.${s.why}`, { n: s.percent })}</span>
          {s.linked ? (
            <span className="text-note">{t("linked")}</span>
          ) : (
            may && (
              <ActionForm action={link} prefix={`link-${s.reference}-`} className="one-click">
                {({ pending }) => (
                  <>
                    <input type="hidden" name="reference" value={reference} />
                    <input type="hidden" name="other" value={s.reference} />
                    <input type="hidden" name="why" value={s.why} />
                    <input type="hidden" name="likeness" value={s.likeness} />
                    <Button busy={pending} kind="link">
                      {t("link")}
                    </Button>
                  </>
                )}
              </ActionForm>
            )
          )}
        </li>
      ))}
    </ul>
  );
}
