"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FormState } from "@/components/form-state";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";

type Act = (previous: FormState, data: FormData) => Promise<FormState>;

/** The reply that is owed: the whole of it for the desk, and the words that will stand beside the ruling, seen as they will stand. */
export function ReplyForm({
  action,
  reference,
  company,
  publicMax,
  children,
}: {
  action: Act;
  reference: string;
  company: string;
  publicMax: number;
  /** Where documents are added. */
  children: ReactNode;
}) {
  const t = useTranslations("companyPortal.reply");
  const [body, setBody] = useState("");
  const [words, setWords] = useState("");
  const shown = words.trim() || body.trim();
  return (
    <>
      {children}
      <ActionForm action={action} prefix="reply-" className="mt-6 grid gap-6">
        {({ field, pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <TextArea
              {...field("body")}
              label={t("body")}
              hint={t("bodyHint")}
              max={10_000}
              rows={8}
              onChange={(event) => setBody(event.currentTarget.value)}
            />
            <TextArea
              {...field("publicBody")}
              label={t("public")}
              hint={t("publicHint")}
              max={publicMax}
              optional
              rows={5}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <figure className="grid gap-2">
              <figcaption className="text-small text-ink-2">{t("preview")}</figcaption>
              <blockquote className="min-h-12 border-l border-line-2 pl-4 whitespace-pre-line wrap-anywhere">
                {shown === "" ? <span className="text-ink-2">{t("previewEmpty")}</span> : shown}
                <span className="mt-1 block text-note text-ink-2">{company}</span>
              </blockquote>
            </figure>
            <Button busy={pending} className="justify-self-start">
              {t("send")}
            </Button>
          </>
        )}
      </ActionForm>
    </>
  );
}
