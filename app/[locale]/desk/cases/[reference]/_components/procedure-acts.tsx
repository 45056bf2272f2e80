"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { LETTER_KINDS, LETTER_MAX, type LetterKind } from "@/domain/letters";
import { ActDisclosure } from "../../../_components/act-disclosure";
import { propose, stepAside, write } from "../procedure-actions";

/** The officer puts mediation or terms of a settlement to both sides. */
export function ProposeAct({ reference }: { reference: string }) {
  const t = useTranslations("agreement");
  return (
    <ActDisclosure label={t("desk.title")}>
      <ActionForm action={propose} prefix="agree-" className="grid gap-3">
        {({ field, select, pending }) => {
          const { key, ...props } = select("kind", "settlement");
          return (
            <>
              <input type="hidden" name="reference" value={reference} />
              <p className="text-note text-ink-2">{t("desk.hint")}</p>
              <Select
                key={key}
                {...props}
                label={t("desk.kind")}
                options={(["settlement", "mediation"] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              />
              <TextArea {...field("terms")} label={t("desk.terms")} rows={4} />
              <Button busy={pending} className="justify-self-start">
                {t("desk.send")}
              </Button>
            </>
          );
        }}
      </ActionForm>
    </ActDisclosure>
  );
}

/** Stepping aside from the case, with the reason. */
export function RecuseAct({ reference }: { reference: string }) {
  const t = useTranslations("recuse");
  return (
    <ActDisclosure label={t("title")}>
      <ActionForm action={stepAside} prefix="recuse-" className="grid gap-3">
        {({ field, pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <TextArea {...field("reason")} label={t("reason")} hint={t("hint")} rows={3} />
            <Button busy={pending} className="justify-self-start">
              {t("send")}
            </Button>
          </>
        )}
      </ActionForm>
    </ActDisclosure>
  );
}

/** A letter to one side: begun from a template, edited, looked at, sent. */
export function LetterAct({ reference, served }: { reference: string; served: boolean }) {
  const t = useTranslations("letters");
  const [kind, choose] = useState<LetterKind>("progress");
  const sides = served ? (["complainant", "company"] as const) : (["complainant"] as const);
  return (
    <ActDisclosure label={t("title")}>
      <ActionForm action={write} prefix="letter-" className="grid gap-3">
        {({ field, select, pending, state }) => {
          const { key, ...to } = select("to", "complainant");
          const typed = state.values.body;
          return (
            <>
              <input type="hidden" name="reference" value={reference} />
              <Select
                key={key}
                {...to}
                label={t("to")}
                options={sides.map((side) => ({ value: side, label: t(`side.${side}`) }))}
              />
              <Select
                id="letter-template"
                name="template"
                label={t("from")}
                value={kind}
                onChange={(event) => choose(event.currentTarget.value as LetterKind)}
                options={LETTER_KINDS.map((one) => ({ value: one, label: t(`template.${one}.title`) }))}
              />
              <TextArea
                key={`${kind}${typed ?? ""}`}
                {...field("body")}
                defaultValue={typeof typed === "string" && typed !== "" ? typed : t(`template.${kind}.body`)}
                label={t("body")}
                hint={t("hint")}
                max={LETTER_MAX}
                rows={9}
              />
              <Button busy={pending} className="justify-self-start">
                {t("send")}
              </Button>
            </>
          );
        }}
      </ActionForm>
    </ActDisclosure>
  );
}
