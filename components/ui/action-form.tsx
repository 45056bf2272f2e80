"use client";

import { useLocale } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { type FormState, IDLE } from "../form-state";
import { ErrorSummary } from "./error-summary";

/** What a field of an ActionForm spreads into its control. */
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
}

interface Props {
  readonly action: (previous: FormState, data: FormData) => Promise<FormState>;
  readonly children: (parts: FormParts) => ReactNode;
  /** Keeps ids apart where a page has several forms. */
  readonly prefix?: string;
  readonly className?: string;
}

/** A form that a server action answers: works without JavaScript, keeps what was typed, leads to what is wrong, and takes one click only. */
export function ActionForm({ action, children, prefix = "", className = "grid gap-5" }: Props) {
  const [state, run, pending] = useActionState(action, IDLE);
  const locale = useLocale();
  const errors = [
    ...(state.formError ? [{ message: state.formError }] : []),
    ...Object.entries(state.fieldErrors).map(([name, message]) => ({ id: `${prefix}${name}`, message })),
  ];
  const field = (name: string, initial?: string): FieldProps => {
    const typed = state.values[name];
    const error = state.fieldErrors[name];
    const value = typeof typed === "string" ? typed : initial;
    return { name, id: `${prefix}${name}`, ...(error ? { error } : {}), ...(value === undefined ? {} : { defaultValue: value }) };
  };
  return (
    <form action={run} noValidate className={className}>
      <input type="hidden" name="locale" value={locale} />
      {state.status === "error" && <ErrorSummary key={errors.map((e) => e.message).join()} errors={errors} />}
      {children({ state, pending, field })}
    </form>
  );
}
