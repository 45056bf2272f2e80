"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { bringNotice } from "./actions";

/** A year's notice, as a file (JSON or ICS) or typed by hand. */
export function NoticeForm({ year }: { year: number }) {
  const t = useTranslations("workCalendar");
  const labels = { year: t("year"), source: t("source"), text: t("text"), file: t("file") };
  return (
    <ActionForm action={bringNotice} prefix="notice-" labels={labels} className="grid max-w-[720px] gap-5">
      {({ state, pending, field }) => (
        <>
          {state.status === "ok" && (
            <Notice live tone="ink">
              {t("brought")}
            </Notice>
          )}
          <TextInput {...field("year", String(year))} label={t("year")} inputMode="numeric" />
          <TextInput {...field("source")} label={t("source")} hint={t("sourceHint")} />
          <Field id="notice-file" label={t("file")} hint={t("fileHint")} optional>
            <input
              type="file"
              id="notice-file"
              name="file"
              accept=".json,.ics,.txt"
              className="input"
              aria-describedby="notice-file-hint"
            />
          </Field>
          <TextArea {...field("text")} label={t("text")} hint={t("textHint")} rows={10} optional />
          <Button busy={pending} className="justify-self-start">
            {t("look")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
