"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocaleField, useActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { RecoveryCodes } from "../../_components/recovery-codes";
import { setUpAccount } from "./actions";

interface Props {
  token: string;
  name: string;
  email: string;
  head: ReactNode;
  savedHead: ReactNode;
  /** Shown when the link cannot be used any more, and was not just used here. */
  closed: ReactNode;
  qr: ReactNode;
  /** The key for typing in, in groups of four. */
  manualKey: string;
}

/** Three steps on one page; then the recovery codes, which are never shown again. */
export function InviteForm({ token, name, email, head, savedHead, closed, qr, manualKey }: Props) {
  const t = useTranslations("people.invite");
  const { state, pending, field, problems, run } = useActionForm(setUpAccount, "", {
    name: t("name"),
    password: t("step2"),
    code: t("step3"),
  });
  if (state.status === "ok") {
    return (
      <div role="status">
        {savedHead}
        <div className="mt-6 grid gap-8">
          <RecoveryCodes codes={(state.result?.codes ?? "").split(" ")} label={t("savedTitle")} />
          <LinkButton href="/sign-in" className="justify-self-start">
            {t("toSignIn")}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <form action={run} noValidate>
      <LocaleField />
      {closed ?? (
        <>
          {head}
          <div className="mt-8">{problems}</div>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="username" value={email} autoComplete="username" />
          <Step title={t("step1")}>
            <TextInput {...field("name", name)} label={t("name")} hint={t("nameHint")} autoComplete="name" />
          </Step>
          <Step title={t("step2")}>
            <TextInput
              {...field("password")}
              label={t("password")}
              hint={t("passwordHint")}
              type="password"
              autoComplete="new-password"
            />
          </Step>
          <Step title={t("step3")}>
            <p>{t("step3Body")}</p>
            <div className="grid justify-items-start gap-4">
              <div className="border border-line-2">{qr}</div>
              <p className="text-small text-ink-2">
                {t("manual")}
                <code className="block pt-1 font-sans text-body font-medium text-ink" translate="no">
                  {manualKey}
                </code>
              </p>
            </div>
            <TextInput {...field("code")} label={t("code")} inputMode="numeric" autoComplete="one-time-code" />
          </Step>
          <div className="mt-10">
            <Button big busy={pending}>
              {pending ? t("doing") : t("done")}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rule-t mt-8 grid gap-4 pt-4">
      <h2 className="text-h3">{title}</h2>
      {children}
    </section>
  );
}
