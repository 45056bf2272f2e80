"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { STATEMENT_MAX } from "@/domain/special-check";
import { sendStatement } from "../../actions";

/** The company's words, published beside the conclusion. */
export function StatementForm({ number, statement }: { number: string; statement: string }) {
  const t = useTranslations("companyPortal.specialChecks");
  return (
    <ActionForm action={sendStatement} prefix={`${number}-`} className="grid gap-3">
      {({ field, pending, state }) => (
        <>
          <input type="hidden" name="number" value={number} />
          <TextArea {...field("statement", statement)} label={t("statement")} hint={t("hint")} rows={6} max={STATEMENT_MAX} />
          {state.status === "ok" && <p role="status">{t("sent")}</p>}
          <Button busy={pending} className="justify-self-start">
            {t("send")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
