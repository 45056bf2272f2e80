"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type TranscriptLine, writeTranscript } from "@/domain/reading/transcript";
import { typeTranscript } from "../evidence-actions";

/** Words of a recording typed by the desk, beside the player above. */
export function TranscriptForms({
  reference,
  files,
}: {
  reference: string;
  files: readonly { id: string; name: string; lines: readonly TranscriptLine[] }[];
}) {
  const t = useTranslations("evidenceView.transcribe");
  const review = useTranslations("evidenceView.review");
  const sides = useTranslations("evidenceView.side");
  const names = { user: sides("user"), agent: sides("agent"), system: sides("system"), human: sides("human") };
  return files.map((file) => (
    <details key={file.id} className="mt-2">
      <summary className="py-1 text-act">
        {file.name}　{t("open")}
      </summary>
      <ActionForm action={typeTranscript} prefix={`${file.id}-`} className="mt-2 grid gap-3">
        {({ field, pending }) => {
          const { error, ...input } = field("transcript", writeTranscript(file.lines, names));
          return (
            <>
              <input type="hidden" name="reference" value={reference} />
              <input type="hidden" name="evidenceId" value={file.id} />
              <Field
                id={input.id}
                label={review("transcript", { name: file.name })}
                hint={<span className="whitespace-pre-line">{review("transcriptHint")}</span>}
                error={error}
              >
                <textarea {...input} rows={8} className="input" aria-describedby={`${input.id}-hint`} />
              </Field>
              <Button kind="plain" busy={pending} className="justify-self-start">
                {t("save")}
              </Button>
            </>
          );
        }}
      </ActionForm>
    </details>
  ));
}
