"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Tick } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { addCorrection, eraseData, saveContact } from "../actions";

export interface ContactValues {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly postal: string;
  readonly filedForName: string;
}

/** Contact data as they stand, to be put right. */
export function ContactForm({ reference, values }: { reference: string; values: ContactValues }) {
  const t = useTranslations("ownData");
  const [name, email, phone] = [t("name"), t("email"), t("phone")];
  return (
    <ActionForm action={saveContact} prefix="contact-" labels={{ name, email, phone }} className="grid max-w-phone gap-5">
      {({ field, pending, state }) => (
        <>
          {state.status === "ok" && <Notice live>{t("saved")}</Notice>}
          <input type="hidden" name="reference" value={reference} />
          <TextInput {...field("name")} label={name} defaultValue={values.name} autoComplete="name" optional />
          <TextInput {...field("email")} label={email} defaultValue={values.email} type="email" autoComplete="email" optional />
          <TextInput {...field("phone")} label={phone} defaultValue={values.phone} type="tel" autoComplete="tel" optional />
          <TextInput {...field("postal")} label={t("postal")} defaultValue={values.postal} hint={t("reachHint")} optional />
          {values.filedForName ? (
            <TextInput {...field("filedForName")} label={t("filedForName")} defaultValue={values.filedForName} optional />
          ) : (
            <input type="hidden" name="filedForName" value="" />
          )}
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("save")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** A correction, put after what was handed in. */
export function CorrectionForm({ reference, max }: { reference: string; max: number }) {
  const t = useTranslations("ownData");
  return (
    <ActionForm action={addCorrection} prefix="words-" labels={{ words: t("correction") }} className="mt-5 grid gap-4">
      {({ field, pending, state }) => (
        <>
          {state.status === "ok" && <Notice live>{t("corrected")}</Notice>}
          <input type="hidden" name="reference" value={reference} />
          <TextArea
            {...field("words")}
            key={state.status === "ok" ? "new" : "old"}
            label={t("correction")}
            hint={t("correctionHint")}
            max={max}
            rows={4}
          />
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("addCorrection")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Erasing: said twice, as nothing can be brought back. What stands here afterwards is the only answer there can be. */
export function EraseForm({ reference }: { reference: string }) {
  const t = useTranslations("ownData");
  return (
    <ActionForm action={eraseData} prefix="erase-">
      {({ field, pending, state }) =>
        state.status === "ok" ? (
          <Notice live title={t("erasedTitle")}>
            {t("erased")}
          </Notice>
        ) : (
          <details open={state.status === "error"}>
            <summary className="py-2 text-act">{t("eraseOpen")}</summary>
            <div className="mt-3 grid gap-4 border-l-(length:--double) border-line-2 pl-4">
              <p className="max-w-measure">{t("eraseMeans")}</p>
              <input type="hidden" name="reference" value={reference} />
              <Tick name="sure" value="yes" id="erase-sure" label={t("eraseSure")} error={state.fieldErrors.sure} />
              <Button
                kind="plain"
                busy={pending}
                className="justify-self-start"
                {...(field("sure").error ? { "aria-describedby": "erase-sure-error" } : {})}
              >
                {t("eraseGo")}
              </Button>
            </div>
          </details>
        )
      }
    </ActionForm>
  );
}
