"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { type FormState, IDLE } from "../form-state";
import { ErrorSummary } from "./error-summary";

type Action = (previous: FormState, data: FormData) => Promise<FormState>;

/** What a field of a form spreads into its control. */
export interface FieldProps {
  readonly name: string;
  readonly id: string;
  readonly error?: string;
  readonly defaultValue?: string;
}

export interface FormParts {
  readonly state: FormState;
  readonly pending: boolean;
  /** Name, id, error and what was typed before; `initial` is what stands there at first. */
  readonly field: (name: string, initial?: string) => FieldProps;
  /** The same for a select, which must be made anew to show what was chosen before. */
  readonly select: (name: string, initial?: string) => FieldProps & { key: string };
  /** What is wrong, to stand above the fields. */
  readonly problems: ReactNode;
  readonly run: (data: FormData) => void;
}

/** Names of the fields by their name in the form, for the list of what is wrong. */
export type FieldLabels = Readonly<Record<string, string>>;

/** A form's state and parts. `prefix` keeps ids apart where a page has several forms. */
export function useActionForm(action: Action, prefix = "", labels: FieldLabels = {}): FormParts {
  const t = useTranslations("ui.errors");
  const [state, run, pending] = useActionState(action, IDLE);
  const said = (name: string, message: string) => (labels[name] ? t("named", { field: labels[name], message }) : message);
  const errors = [
    ...(state.formError ? [{ message: state.formError }] : []),
    ...Object.entries(state.fieldErrors).map(([name, message]) => ({ id: `${prefix}${name}`, message: said(name, message) })),
  ];
  const field = (name: string, initial?: string): FieldProps => {
    const typed = state.values[name];
    const error = state.fieldErrors[name];
    const value = typeof typed === "string" ? typed : initial;
    return { name, id: `${prefix}${name}`, ...(error ? { error } : {}), ...(value === undefined ? {} : { defaultValue: value }) };
  };
  const select = (name: string, initial?: string) => {
    const props = field(name, initial);
    return { ...props, key: `${name} ${props.defaultValue ?? ""}` };
  };
  const problems = state.status === "error" ? <ErrorSummary key={errors.map((e) => e.message).join()} errors={errors} /> : null;
  return { state, pending, field, select, problems, run };
}

/** The language of the page, for the action's answer. */
export function LocaleField() {
  return <input type="hidden" name="locale" value={useLocale()} />;
}

/** A form that a server action answers: works without JavaScript, keeps what was typed, leads to what is wrong, takes one click only. */
export function ActionForm({
  action,
  labels,
  children,
  prefix,
  id,
  className = "grid gap-5",
}: {
  action: Action;
  children: (parts: FormParts) => ReactNode;
  prefix?: string;
  /** For fields that stand outside it. */
  id?: string;
  labels?: FieldLabels;
  className?: string;
}) {
  const parts = useActionForm(action, prefix, labels);
  return (
    <form id={id} action={parts.run} noValidate className={className}>
      <LocaleField />
      {parts.problems}
      {children(parts)}
    </form>
  );
}
