"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Tick } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { LONGEST_STUDY_TEXT, STUDY_TEXTS, type StudyWords } from "@/domain/report/case-study";
import type { ReportLanguage } from "@/domain/report/words";
import { dropStudy, keepStudy, lookThrough, tellFinding } from "../study-actions";

/** Takes a finding into the report. */
export function TellForm({ report, finding }: { report: string; finding: string }) {
  const t = useTranslations("alliance.studies");
  return (
    <ActionForm action={tellFinding} prefix={`tell-${finding}-`} className="">
      {({ pending }) => (
        <>
          <input type="hidden" name="report" value={report} />
          <input type="hidden" name="finding" value={finding} />
          <Button kind="link" busy={pending}>
            {t("use")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** The words of a study, simplified Chinese and English side by side, and traditional where someone writes it. */
export function StudyForm({
  study,
  words,
  ord,
  namesCompany,
  languages,
}: {
  study: string;
  words: StudyWords;
  ord: number;
  namesCompany: boolean;
  languages: { value: ReportLanguage; label: string }[];
}) {
  const t = useTranslations("alliance.study");
  return (
    <ActionForm action={keepStudy} prefix="study-" className="grid gap-6">
      {({ state, pending, field }) => (
        <>
          {state.status === "ok" && <Notice live>{t("saved")}</Notice>}
          <input type="hidden" name="study" value={study} />
          {STUDY_TEXTS.map((key) => (
            <fieldset key={key} className="grid gap-2">
              <legend className="field-name pb-1">{t(`texts.${key}`)}</legend>
              <div className="grid gap-4 wide:grid-cols-2">
                {languages.map(({ value, label }) => {
                  const props = field(`${key}.${value}`, words[key]?.[value] ?? "");
                  return key === "title" ? (
                    <TextInput key={value} {...props} label={label} lang={value} />
                  ) : (
                    <TextArea key={value} {...props} label={label} lang={value} rows={4} max={LONGEST_STUDY_TEXT} />
                  );
                })}
              </div>
            </fieldset>
          ))}
          <div className="grid max-w-phone gap-4">
            <TextInput {...field("ord", String(ord))} label={t("ord")} inputMode="numeric" />
            <Tick name="namesCompany" id="study-namesCompany" label={t("names")} note={t("namesNote")} checked={namesCompany} />
          </div>
          <Button busy={pending} className="justify-self-start">
            {t("save")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** "I have looked." */
export function LookForm({ study }: { study: string }) {
  const t = useTranslations("alliance.study");
  return (
    <ActionForm action={lookThrough} prefix="look-" className="grid gap-3">
      {({ state, pending }) => (
        <>
          {state.status === "ok" && <Notice live>{t("checked")}</Notice>}
          <input type="hidden" name="study" value={study} />
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("check")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function DropForm({ study }: { study: string }) {
  const t = useTranslations("alliance.study");
  return (
    <details>
      <summary className="py-1 text-act">{t("remove")}</summary>
      <ActionForm action={dropStudy} prefix="drop-" className="pt-1">
        {({ pending }) => (
          <>
            <input type="hidden" name="study" value={study} />
            <Button kind="plain" busy={pending}>
              {t("removeSure")}
            </Button>
          </>
        )}
      </ActionForm>
    </details>
  );
}
