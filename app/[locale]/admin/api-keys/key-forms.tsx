"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { issueKey, revokeKey } from "./actions";

/** A new key: shown here once and never again. */
export function IssueForm() {
  const t = useTranslations("apiKeys");
  return (
    <ActionForm action={issueKey} prefix="issue-" className="grid max-w-measure gap-3">
      {({ state, pending, field }) => {
        const props = field("holder");
        const key = state.status === "ok" ? String(state.result?.key ?? "") : "";
        return (
          <>
            {key !== "" && (
              <Notice live title={t("shownOnce")}>
                <code className="block break-all py-1 text-lead">{key}</code>
                <span>{t("shownOnceText", { holder: String(state.result?.holder ?? "") })}</span>
              </Notice>
            )}
            <TextInput {...props} label={t("holder")} />
            <Button busy={pending} className="justify-self-start">
              {t("issue")}
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Takes a key back. */
export function RevokeForm({ id }: { id: string }) {
  const t = useTranslations("apiKeys");
  return (
    <ActionForm action={revokeKey} prefix={`revoke-${id}-`}>
      {({ pending }) => (
        <>
          <input type="hidden" name="id" value={id} />
          <Button kind="link" busy={pending}>
            {t("revoke")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
