"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { RadioRows } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/text-area";
import { KeyCap } from "../../../_components/key-cap";
import { checkReport, proposeReview, signProposed } from "../ruling-actions";

/** Proposes what a review comes to, with its reason. */
export function ProposeReviewForm({ reference, of }: { reference: string; of: string }) {
  const t = useTranslations("desk.review");
  return (
    <ActionForm action={proposeReview} prefix={`review${reference}-`} className="grid max-w-[560px] gap-3">
      {({ field, pending, state }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <RadioRows
            key={String(state.values.result)}
            name="result"
            id={`review${reference}-result`}
            legend={t("result")}
            {...(state.fieldErrors.result ? { error: state.fieldErrors.result } : {})}
            groups={[
              {
                choices: (["upheld", "annulled"] as const).map((value) => ({
                  value,
                  label: t(`choice.${of === "decline" ? "decline" : "ruling"}.${value}`),
                  checked: state.values.result === value,
                })),
              },
            ]}
          />
          <TextArea {...field("reason")} label={t("reason")} hint={t("reasonHint")} rows={4} />
          <Button busy={pending} className="justify-self-start">
            {t("propose")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Signs the proposal of someone else. */
export function SignReviewForm({ reference }: { reference: string }) {
  const t = useTranslations("desk.review");
  return (
    <ActionForm action={signProposed} prefix={`signreview${reference}-`} className="grid gap-2">
      {({ pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <Button busy={pending} className="justify-self-start" data-key="g">
            {t("sign")} <KeyCap>G</KeyCap>
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Accepts or rejects a company's report on a rectification; a rejection says why. */
export function CheckReportForm({ reference, findingId }: { reference: string; findingId: string }) {
  const t = useTranslations("desk.check");
  return (
    <ActionForm action={checkReport} prefix={`check${findingId}-`} className="grid max-w-[560px] gap-3">
      {({ field, pending, state }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="findingId" value={findingId} />
          <RadioRows
            key={String(state.values.result)}
            name="result"
            id={`check${findingId}-result`}
            legend={t("result")}
            {...(state.fieldErrors.result ? { error: state.fieldErrors.result } : {})}
            groups={[
              {
                choices: (["accepted", "rejected"] as const).map((value) => ({
                  value,
                  label: t(`choice.${value}`),
                  checked: state.values.result === value,
                })),
              },
            ]}
          />
          <TextArea {...field("note")} label={t("note")} hint={t("noteHint")} rows={3} />
          <Button busy={pending} className="justify-self-start">
            {t("send")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
