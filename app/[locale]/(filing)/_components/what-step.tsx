"use client";

import { useTranslations } from "next-intl";
import { TickList } from "@/components/ui/choices";
import { SITUATION_GROUPS, SITUATIONS } from "@/domain/situations";
import { useStepField } from "./step-form";

/** What consumers report, in plain words; several may be ticked. */
export function WhatStep() {
  const t = useTranslations("file.what");
  const words = useTranslations("situations");
  const field = useStepField("situations");
  const groups = SITUATION_GROUPS.map((group) => ({
    title: words(`groups.${group}`),
    choices: SITUATIONS.filter((situation) => situation.group === group).map(({ id, hint }) => ({
      value: id,
      label: words(`${id}.title`),
      checked: field.values.includes(id),
      ...(hint ? { note: words(`${id}.hint`) } : {}),
    })),
  }));
  return (
    <div className="mt-2">
      <TickList
        legend={t("title")}
        hiddenLegend
        hint={t("hint")}
        name="situations[]"
        id="situations"
        groups={groups}
        {...(field.error ? { error: field.error } : {})}
      />
    </div>
  );
}
