"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormState } from "@/components/form-state";
import { ActionForm, type FormParts } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { beginReport, correct, discard, explain, freeze, handIn, publish, sendBack } from "../actions";

type Action = (previous: FormState, data: FormData) => Promise<FormState>;

/** A form of one button about one report. */
function ReportAct({
  report,
  action,
  prefix,
  done,
  children,
}: {
  report: string;
  action: Action;
  prefix: string;
  done?: string;
  children: (parts: FormParts) => ReactNode;
}) {
  return (
    <ActionForm action={action} prefix={prefix} className="grid gap-3">
      {(parts) => (
        <>
          <input type="hidden" name="report" value={report} />
          {parts.state.status === "ok" && done && <Notice live>{done}</Notice>}
          {children(parts)}
        </>
      )}
    </ActionForm>
  );
}

/** Which quarter's report to begin. */
export function BeginForm({ quarters }: { quarters: { value: string; label: string }[] }) {
  const t = useTranslations("alliance.create");
  return (
    <ActionForm action={beginReport} prefix="begin-" className="grid max-w-phone gap-3">
      {({ pending, select }) => {
        const { key, ...field } = select("quarter", quarters[0]?.value);
        return (
          <>
            <Select key={key} {...field} label={t("quarter")} options={quarters} />
            <Button kind="plain" busy={pending} className="justify-self-start">
              {t("button")}
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

/** The day of the freeze. `frozenOn`: of the last one. */
export function FreezeForm({
  report,
  frozenOn,
  first,
  last,
}: {
  report: string;
  frozenOn: string | null;
  first: string;
  last: string;
}) {
  const t = useTranslations("alliance.freeze");
  return (
    <ReportAct report={report} action={freeze} prefix="freeze-" done={t("done")}>
      {({ pending, field }) => (
        <>
          <TextInput
            {...field("frozenOn", frozenOn ?? last)}
            type="date"
            min={first}
            max={last}
            label={t("day")}
            hint={t("hint")}
          />
          <p>
            <Button kind="plain" busy={pending}>
              {frozenOn ? t("again") : t("button")}
            </Button>
            {pending && <span className="ml-3 text-ink-2">{t("long")}</span>}
          </p>
        </>
      )}
    </ReportAct>
  );
}

export function HandInForm({ report }: { report: string }) {
  const t = useTranslations("alliance.act");
  return (
    <ReportAct report={report} action={handIn} prefix="hand-in-" done={t("submitted")}>
      {({ pending }) => (
        <Button busy={pending} className="justify-self-start">
          {t("submit")}
        </Button>
      )}
    </ReportAct>
  );
}

/** The second person signs, or gives it back. */
export function SignForms({ report }: { report: string }) {
  const t = useTranslations("alliance.act");
  return (
    <div className="grid gap-6">
      <ReportAct report={report} action={publish} prefix="publish-" done={t("published")}>
        {({ pending }) => (
          <>
            <p className="text-ink-2">{t("publishNote")}</p>
            <Button busy={pending} className="justify-self-start">
              {t("publish")}
            </Button>
          </>
        )}
      </ReportAct>
      <ReportAct report={report} action={sendBack} prefix="return-" done={t("returned")}>
        {({ pending, field }) => (
          <>
            <TextArea {...field("reason")} label={t("returnReason")} rows={3} />
            <Button kind="plain" busy={pending} className="justify-self-start">
              {t("return")}
            </Button>
          </>
        )}
      </ReportAct>
    </div>
  );
}

export function CorrectForm({ report, next }: { report: string; next: string }) {
  const t = useTranslations("alliance.act");
  return (
    <ReportAct report={report} action={correct} prefix="correct-">
      {({ pending }) => (
        <>
          <p className="text-ink-2">{t("correctNote", { version: next })}</p>
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("correct")}
          </Button>
        </>
      )}
    </ReportAct>
  );
}

/** Asks once more before a draft goes. */
export function DiscardForm({ report }: { report: string }) {
  const t = useTranslations("alliance.act");
  return (
    <details>
      <summary className="py-1 text-act">{t("discard")}</summary>
      <div className="grid gap-2 pt-1">
        <ReportAct report={report} action={discard} prefix="discard-">
          {({ pending }) => (
            <>
              <p className="text-ink-2">{t("discardNote")}</p>
              <Button kind="plain" busy={pending} className="justify-self-start">
                {t("discardSure")}
              </Button>
            </>
          )}
        </ReportAct>
      </div>
    </details>
  );
}

/** Why one figure or text is corrected. */
export function ReasonForm({
  report,
  group,
  reason,
  languages,
}: {
  report: string;
  group: string;
  reason: { "zh-Hans": string; en: string };
  languages: { "zh-Hans": string; en: string };
}) {
  const t = useTranslations("alliance.corrections");
  return (
    <ReportAct report={report} action={explain} prefix={`reason-${group}-`} done={t("saved")}>
      {({ pending, field }) => (
        <>
          <input type="hidden" name="group" value={group} />
          <div className="grid gap-3 wide:grid-cols-2">
            {(["zh-Hans", "en"] as const).map((language) => (
              <TextArea
                key={language}
                {...field(language, reason[language])}
                label={t("reason", { language: languages[language] })}
                lang={language}
                rows={3}
              />
            ))}
          </div>
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("save")}
          </Button>
        </>
      )}
    </ReportAct>
  );
}
