"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/components/form-state";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

type Act = (previous: FormState, data: FormData) => Promise<FormState>;

/** Opens the link: a press of one's own, since mail programs follow links by themselves. */
export function OpenLinkForm({ action, token }: { action: Act; token: string }) {
  const t = useTranslations("companyPortal.link");
  return (
    <ActionForm action={action} className="grid gap-4">
      {({ pending }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <p className="text-small text-ink-2">{t("once")}</p>
          <Button big busy={pending} className="justify-self-start">
            {t("open")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Has a new link sent to the registered address; the answer is the same whether or not there is such a case. */
export function NewLinkForm({ action, reference, known = false }: { action: Act; reference: string; known?: boolean }) {
  const t = useTranslations("companyPortal.link");
  return (
    <ActionForm action={action} prefix="new-" className="grid gap-4">
      {({ field, pending, state }) =>
        state.status === "ok" ? (
          <Notice live>{t("sent")}</Notice>
        ) : (
          <>
            {known ? (
              <input type="hidden" name="reference" value={reference} />
            ) : (
              <TextInput {...field("reference", reference)} label={t("reference")} hint={t("referenceHint")} />
            )}
            <p className="text-small text-ink-2">{t("newNote")}</p>
            <Button busy={pending} className="justify-self-start">
              {t("newLink")}
            </Button>
          </>
        )
      }
    </ActionForm>
  );
}
