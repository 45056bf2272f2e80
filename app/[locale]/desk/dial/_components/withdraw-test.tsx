"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { withdraw } from "../actions";

/** Withdrawing a record made by mistake: with a reason, and its contact stands open again. */
export function WithdrawTest({ testId }: { testId: string }) {
  const t = useTranslations("desk.dial");
  return (
    <ActionForm action={withdraw} prefix="withdraw-" labels={{ reason: t("form.reason") }} className="grid gap-3">
      {({ field, pending }) => (
        <>
          <input type="hidden" name="testId" value={testId} />
          <p className="max-w-measure">{t("withdrawMeans")}</p>
          <TextArea {...field("reason")} label={t("form.reason")} rows={2} max={300} />
          <div>
            <Button busy={pending}>{t("withdrawAct")}</Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
