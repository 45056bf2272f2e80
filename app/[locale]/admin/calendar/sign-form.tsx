"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { signNotice, takeBackNotice } from "./actions";

/** The second signature, by another person than who brought the notice in; who did may take it back. */
export function SignForm({ id, own }: { id: string; own: boolean }) {
  const t = useTranslations("workCalendar");
  return (
    <div className="grid gap-3">
      {own ? (
        <p className="text-small text-ink-2">{t("otherSigns")}</p>
      ) : (
        <ActionForm action={signNotice} prefix={`sign-${id}-`}>
          {({ pending }) => (
            <>
              <input type="hidden" name="id" value={id} />
              <Button busy={pending}>{t("sign")}</Button>
            </>
          )}
        </ActionForm>
      )}
      <ActionForm action={takeBackNotice} prefix={`back-${id}-`}>
        {({ pending }) => (
          <>
            <input type="hidden" name="id" value={id} />
            <Button kind="plain" busy={pending}>
              {t("takeBack")}
            </Button>
          </>
        )}
      </ActionForm>
    </div>
  );
}
