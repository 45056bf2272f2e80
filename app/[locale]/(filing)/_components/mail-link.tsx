"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { mailDraftLink } from "../file/actions";

/** Sends the link that opens the draft to an address. */
export function MailLink({ email }: { email: string }) {
  const t = useTranslations("file.keep");
  return (
    <ActionForm action={mailDraftLink} className="mt-8 grid gap-4">
      {({ field, pending, state }) => (
        <>
          <TextInput
            {...field("email", email)}
            label={t("mail")}
            type="email"
            inputMode="email"
            autoComplete="email"
            beside={
              <Button kind="plain" busy={pending}>
                {t("send")}
              </Button>
            }
          />
          <p role="status">{state.status === "ok" ? t("sent") : ""}</p>
        </>
      )}
    </ActionForm>
  );
}
