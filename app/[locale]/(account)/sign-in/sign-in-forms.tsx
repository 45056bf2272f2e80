"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { askForLink, enterWithPassword } from "./actions";

/** An address, and a link goes there. */
export function MailLinkForm({ next }: { next?: string }) {
  const t = useTranslations("people.signIn");
  return (
    <ActionForm action={askForLink} prefix="link-" className="grid max-w-phone gap-5">
      {({ field, pending }) => (
        <>
          <input type="hidden" name="next" value={next ?? ""} />
          <TextInput {...field("email")} label={t("email")} type="email" autoComplete="email" inputMode="email" />
          <Button busy={pending} className="justify-self-start">
            {pending ? t("sending") : t("send")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Password and code together: a wrong one of them is not told from the other. */
export function PasswordForm({ next }: { next?: string }) {
  const t = useTranslations("people.signIn");
  const labels = { email: t("email"), password: t("password"), code: t("code") };
  return (
    <ActionForm action={enterWithPassword} prefix="work-" labels={labels} className="grid max-w-phone gap-5">
      {({ field, pending }) => (
        <>
          <input type="hidden" name="next" value={next ?? ""} />
          <TextInput {...field("email")} label={t("email")} type="email" autoComplete="username" inputMode="email" />
          <TextInput {...field("password")} label={t("password")} type="password" autoComplete="current-password" />
          <TextInput
            {...field("code")}
            label={t("code")}
            hint={t("codeHint")}
            autoComplete="one-time-code"
            className="code-field"
          />
          <Button kind="plain" busy={pending} className="justify-self-start">
            {pending ? t("entering") : t("enter")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
