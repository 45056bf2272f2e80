"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { RadioRows } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/text-area";
import { CHECK_RESULTS, CONCLUSION_MAX, NOTE_MAX } from "@/domain/special-check";
import { ActDisclosure } from "../../../_components/act-disclosure";
import { KeyCap } from "../../../_components/key-cap";
import { giveCheckBack, noteCheck, proposeConclusion, signCheck } from "../actions";

/** The officer's proposal: result and public words, begun from what was sent back. */
export function ConclusionForm({ reference, result, conclusion }: { reference: string; result: string; conclusion: string }) {
  const t = useTranslations("desk.specialChecks");
  const results = useTranslations("specialChecks.result");
  return (
    <ActionForm action={proposeConclusion} prefix="conclude-" className="grid gap-4">
      {({ field, pending }) => {
        const { defaultValue, ...chosen } = field("result", result);
        return (
          <>
            <input type="hidden" name="reference" value={reference} />
            <RadioRows
              {...chosen}
              legend={t("result")}
              groups={[
                { choices: CHECK_RESULTS.map((one) => ({ value: one, label: results(one), checked: one === defaultValue })) },
              ]}
            />
            <TextArea
              {...field("conclusion", conclusion)}
              label={t("conclusion")}
              hint={t("concludeNote")}
              rows={9}
              max={CONCLUSION_MAX}
            />
            <Button busy={pending} className="justify-self-start">
              {t("send")}
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Signing and giving back. `why`: in a sentence why it cannot be signed. */
export function SignCheckForms({ reference, why }: { reference: string; why: string | null }) {
  const t = useTranslations("desk.specialChecks");
  return (
    <div className="grid gap-3">
      <ActionForm action={signCheck} prefix="sign-" className="grid gap-2">
        {({ pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <p className="text-note text-ink-2">{why ?? t("signMeaning")}</p>
            <Button busy={pending} disabled={why !== null} data-key="g" className="justify-self-start">
              {t("sign")} <KeyCap>G</KeyCap>
            </Button>
          </>
        )}
      </ActionForm>
      <ActDisclosure hotKey="b" label={t("return")} wide>
        <ActionForm action={giveCheckBack} prefix="return-" className="grid gap-3">
          {({ field, pending }) => (
            <>
              <input type="hidden" name="reference" value={reference} />
              <TextArea {...field("reason")} label={t("reason")} hint={t("reasonHint")} rows={3} />
              <Button busy={pending} className="justify-self-start">
                {t("sendBack")}
              </Button>
            </>
          )}
        </ActionForm>
      </ActDisclosure>
    </div>
  );
}

/** A note; empty again once it is kept. */
export function NoteForm({ reference, kept }: { reference: string; kept: number }) {
  const t = useTranslations("desk.specialChecks");
  return (
    <ActionForm key={kept} action={noteCheck} prefix="note-" className="grid gap-3">
      {({ field, pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <TextArea {...field("body")} label={t("note")} hint={t("noteHint")} rows={3} max={NOTE_MAX} />
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("addNote")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
