"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { merge } from "./actions";
import type { RegisterBase } from "./places";

/** The reason, and the last word. */
export function MergeForm({
  base,
  fromId,
  intoId,
  intoName,
  again,
}: {
  base: RegisterBase;
  fromId: string;
  intoId: string;
  intoName: string;
  again: string;
}) {
  const t = useTranslations("register");
  return (
    <ActionForm action={merge} prefix="merge-">
      {({ pending, field }) => (
        <>
          <input type="hidden" name="base" value={base} />
          <input type="hidden" name="fromId" value={fromId} />
          <input type="hidden" name="intoId" value={intoId} />
          <TextArea {...field("reason")} label={t("mergeReason")} hint={t("mergeReasonHint")} rows={3} max={300} />
          <div className="flex flex-wrap gap-4">
            <Button busy={pending}>{t("mergeInto", { name: intoName })}</Button>
            <LinkButton kind="plain" href={again}>
              {t("mergeAgain")}
            </LinkButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
