"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormState } from "@/components/form-state";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { DECLINE_GROUNDS, type DeclineGround } from "@/domain/findings";
import { ActDisclosure } from "./act-disclosure";

interface Props {
  reference: string;
  /** Keeps ids apart where a page has several. */
  prefix: string;
  action: (previous: FormState, data: FormData) => Promise<FormState>;
}

/** The one request for completion: everything that is missing, one thing a line. */
export function SupplementForm({ reference, prefix, action }: Props) {
  const t = useTranslations("desk.act.supplement");
  return (
    <ActDisclosure hotKey="s" label={t("title")} wide>
      <ActionForm action={action} prefix={prefix} className="grid gap-3">
        {({ field, pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <TextArea {...field("items")} label={t("items")} hint={t("hint")} rows={4} />
            <Button busy={pending} className="justify-self-start">
              {t("send")}
            </Button>
          </>
        )}
      </ActionForm>
    </ActDisclosure>
  );
}

const isGround = (value: string): value is DeclineGround => (DECLINE_GROUNDS as readonly string[]).includes(value);

/** Declining or ending: the ground brings a ready text for reason and where else to turn, to be edited; nothing written is overwritten. */
export function GroundFields({
  field,
  select,
}: {
  field: (name: string) => { name: string; id: string; error?: string; defaultValue?: string };
  select: (name: string) => { name: string; id: string; error?: string; defaultValue?: string; key: string };
}) {
  const t = useTranslations("desk.act.decline");
  const grounds = useTranslations("declineGrounds");
  const before = { reason: field("reason"), elsewhere: field("elsewhere") };
  const { key, defaultValue = "", ...ground } = select("ground");
  const [reason, setReason] = useState(before.reason.defaultValue ?? "");
  const [elsewhere, setElsewhere] = useState(before.elsewhere.defaultValue ?? "");
  const ready = (part: "reason" | "elsewhere") => DECLINE_GROUNDS.map((g) => t(`ready.${g}.${part}`));
  const choose = (value: string) => {
    if (!isGround(value)) return;
    if (reason.trim() === "" || ready("reason").includes(reason)) setReason(t(`ready.${value}.reason`));
    if (elsewhere.trim() === "" || ready("elsewhere").includes(elsewhere)) setElsewhere(t(`ready.${value}.elsewhere`));
  };
  const { defaultValue: _r, ...reasonProps } = before.reason;
  const { defaultValue: _e, ...elsewhereProps } = before.elsewhere;
  return (
    <>
      <Select
        key={key}
        {...ground}
        defaultValue={defaultValue}
        label={t("ground")}
        empty
        options={DECLINE_GROUNDS.map((value) => ({ value, label: grounds(value) }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextArea
        {...reasonProps}
        label={t("reason")}
        hint={t("reasonHint")}
        rows={4}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextArea
        {...elsewhereProps}
        label={t("elsewhere")}
        rows={3}
        value={elsewhere}
        onChange={(event) => setElsewhere(event.currentTarget.value)}
      />
    </>
  );
}

/** Declines a complaint. */
export function DeclineForm({ reference, prefix, action }: Props) {
  const t = useTranslations("desk.act.decline");
  return (
    <ActDisclosure hotKey="d" label={t("title")} wide>
      <ActionForm action={action} prefix={prefix} className="grid gap-3">
        {({ field, select, pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <GroundFields field={field} select={select} />
            <Button busy={pending} className="justify-self-start">
              {t("send")}
            </Button>
          </>
        )}
      </ActionForm>
    </ActDisclosure>
  );
}
