"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { FILING_LIMITS } from "@/domain/filing";
import { useStepField } from "./step-form";

export function WordsStep() {
  const t = useTranslations("file.words");
  const field = useStepField("narrative");
  return (
    <>
      <TextArea
        label={t("label")}
        hint={t("hint")}
        name="narrative"
        rows={9}
        max={FILING_LIMITS.narrative}
        defaultValue={field.value}
        {...(field.error ? { error: field.error } : {})}
        className="mt-5"
      />
      <div className="mt-5">
        <Notice small>{t("private")}</Notice>
      </div>
    </>
  );
}
