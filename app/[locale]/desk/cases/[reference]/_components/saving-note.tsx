"use client";

import { useTranslations } from "next-intl";
import { formatTime } from "@/components/format";
import type { Saving } from "./use-draft-saving";

/** 已保存 15:26:04, or why not yet. Read out only when something is wrong. */
export function SavingNote({ saving }: { saving: Saving }) {
  const t = useTranslations("desk.ruling.saving");
  if (saving.state === "failed")
    return (
      <p role="alert" className="font-medium text-seal">
        {saving.words} {saving.retry ? t("retry") : t("failed")}
      </p>
    );
  return (
    <p className="text-note text-ink-2" data-saving={saving.state}>
      {saving.state === "saved" ? t("saved", { time: formatTime(saving.at, true) }) : t(saving.state)}
    </p>
  );
}
