"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { askForCode, openCaseByReceipt, renewSecret } from "../actions";

/** Number and secret, as they stand on the receipt; gaps and small letters do not matter. */
export function OpenForm({ typed }: { typed: string }) {
  const t = useTranslations("track");
  return (
    <ActionForm action={openCaseByReceipt}>
      {({ field, pending }) => (
        <>
          <TextInput
            {...field("reference", typed)}
            label={t("reference")}
            hint={t("referenceHint")}
            autoComplete="off"
            inputMode="numeric"
          />
          <TextInput
            {...field("secret")}
            label={t("secret")}
            hint={t("secretHint")}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button busy={pending}>{t("open")}</Button>
        </>
      )}
    </ActionForm>
  );
}

/** A lost secret: digits to the verified contact, then a new one. */
export function LostForm() {
  const t = useTranslations("track");
  return (
    <div className="grid gap-10">
      <ActionForm action={askForCode} prefix="ask-">
        {({ field, pending, state }) => (
          <>
            <TextInput
              {...field("reference")}
              label={t("reference")}
              hint={t("referenceHint")}
              autoComplete="off"
              inputMode="numeric"
            />
            <Button kind="plain" busy={pending}>
              {t("sendCode")}
            </Button>
            <p role="status">{state.status === "ok" ? t("codeSent") : ""}</p>
          </>
        )}
      </ActionForm>
      <ActionForm action={renewSecret}>
        {({ field, pending }) => (
          <>
            <h2 className="text-h3">{t("haveCode")}</h2>
            <TextInput {...field("reference")} label={t("reference")} autoComplete="off" inputMode="numeric" />
            <TextInput {...field("code")} label={t("code")} autoComplete="one-time-code" inputMode="numeric" />
            <Button busy={pending}>{t("newSecret")}</Button>
          </>
        )}
      </ActionForm>
    </div>
  );
}
