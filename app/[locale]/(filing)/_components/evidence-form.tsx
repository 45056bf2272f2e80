"use client";

import { useTranslations } from "next-intl";
import { useUploads } from "@/components/uploads/upload-provider";
import { StepForm } from "./step-form";

/** Going on from the files: while some are still on their way it says that they go on by themselves. */
export function EvidenceForm({ savedAt, hasFiles }: { savedAt: string | null; hasFiles: boolean }) {
  const t = useTranslations("file.evidence");
  const { files, running } = useUploads();
  const none = !hasFiles && files.length === 0;
  return (
    <StepForm
      step="evidence"
      answers={{}}
      faults={{}}
      savedAt={savedAt}
      next={running > 0 ? t("nextRunning") : none ? t("none") : t("next")}
    >
      {null}
    </StepForm>
  );
}
