"use client";

import { useTranslations } from "next-intl";
import { TickList } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/text-area";
import { FILING_LIMITS, WANT_KINDS } from "@/domain/filing";
import { useStepField } from "./step-form";

export function WishStep() {
  const t = useTranslations("file.wish");
  const kinds = useStepField("wantsKinds");
  const words = useStepField("wants");
  const choices = WANT_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`), checked: kinds.values.includes(kind) }));
  return (
    <>
      <div className="mt-2">
        <TickList
          legend={t("title")}
          hiddenLegend
          hint={t("hint")}
          name="wantsKinds[]"
          id="wantsKinds"
          groups={[{ choices }]}
          {...(kinds.error ? { error: kinds.error } : {})}
        />
      </div>
      <TextArea
        label={t("more")}
        optional
        name="wants"
        rows={4}
        max={FILING_LIMITS.wants}
        defaultValue={words.value}
        {...(words.error ? { error: words.error } : {})}
        className="mt-7"
      />
    </>
  );
}
