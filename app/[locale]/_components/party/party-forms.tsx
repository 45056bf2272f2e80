"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormState } from "@/components/form-state";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Tick } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/text-area";

type Act = (previous: FormState, data: FormData) => Promise<FormState>;

interface Props {
  readonly action: Act;
  readonly reference: string;
  readonly prefix: string;
}

/** One box of words and one button: an answer, a comment, a reason. */
export function WordsForm({
  action,
  reference,
  prefix,
  name,
  label,
  hint,
  button,
  max,
  optional = false,
  hidden = {},
  children,
}: Props & {
  name: string;
  label: string;
  hint?: string;
  button: string;
  max: number;
  optional?: boolean;
  hidden?: Record<string, string>;
  children?: ReactNode;
}) {
  return (
    <ActionForm action={action} prefix={prefix} className="grid gap-4">
      {({ field, pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          {Object.entries(hidden).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          <TextArea {...field(name)} label={label} hint={hint} max={max} optional={optional} rows={5} />
          {children}
          <Button busy={pending} className="justify-self-start">
            {button}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** A single act without words. */
export function ActForm({
  action,
  reference,
  prefix,
  button,
  hidden = {},
  kind = "plain",
}: Props & { button: string; hidden?: Record<string, string>; kind?: "plain" | "primary" | "link" }) {
  return (
    <ActionForm action={action} prefix={prefix} className="inline-grid gap-2">
      {({ pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          {Object.entries(hidden).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          <Button kind={kind} busy={pending}>
            {button}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Taking a complaint back: said twice, since it cannot be undone. */
export function WithdrawForm({ action, reference, prefix }: Props) {
  const t = useTranslations("party.withdraw");
  return (
    <details>
      <summary className="py-2 text-act">{t("open")}</summary>
      <ActionForm action={action} prefix={prefix} className="mt-3 grid gap-4 border-l-(length:--double) border-line-2 pl-4">
        {({ field, pending, state }) => (
          <>
            <p>{t("means")}</p>
            <input type="hidden" name="reference" value={reference} />
            <Tick name="sure" value="yes" id={`${prefix}sure`} label={t("sure")} error={state.fieldErrors.sure} />
            <Button
              kind="plain"
              busy={pending}
              className="justify-self-start"
              {...(field("sure").error ? { "aria-describedby": `${prefix}sure-error` } : {})}
            >
              {t("go")}
            </Button>
          </>
        )}
      </ActionForm>
    </details>
  );
}
