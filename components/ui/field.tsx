import { useTranslations } from "next-intl";
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from "react";

export interface FieldWords {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to put it right, in a sentence. */
  error?: string;
  /** Say that it may stay empty. */
  optional?: boolean;
}

/** What ties a control to its hint and its error. */
export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: unknown }) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

/** 请改 and the sentence. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  const t = useTranslations("ui.field");
  return (
    <p id={id} className="field-error">
      <b>{t("fix")}</b>
      {children}
    </p>
  );
}

/** Label, hint, error, control, in this order. The control carries `describedBy(id, …)`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
  className = "",
}: FieldWords & { id: string; children: ReactNode; className?: string }) {
  const t = useTranslations("ui.field");
  return (
    <div className={`field ${className}`} data-bad={error ? "" : undefined}>
      <label htmlFor={id} className="field-name">
        {label}
        {optional && <span className="ml-2 text-small font-normal text-ink-2">{t("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  );
}

type InputProps = FieldWords & { name: string; id?: string; beside?: ReactNode; className?: string } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    "id" | "name"
  >;

/** One line of text. `beside`: a button in the same row. */
export function TextInput({ label, hint, error, optional, name, id = name, beside, className, ...rest }: InputProps) {
  const input = <input type="text" {...rest} name={name} {...describedBy(id, { hint, error })} className="input" />;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      {beside ? (
        <span className="input-row">
          {input}
          {beside}
        </span>
      ) : (
        input
      )}
    </Field>
  );
}

type SelectProps = FieldWords & {
  name: string;
  id?: string;
  options: { value: string; label: string }[] | { group: string; options: { value: string; label: string }[] }[];
  /** Offer an empty choice first; a string is its words. */
  empty?: boolean | string;
  className?: string;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "name">;

/** A choice from a list too long for rows. */
export function Select({
  label,
  hint,
  error,
  optional,
  name,
  id = name,
  options,
  empty = false,
  className,
  ...rest
}: SelectProps) {
  const t = useTranslations("ui.field");
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <select {...rest} name={name} {...describedBy(id, { hint, error })} className="input">
        {empty !== false && <option value="">{typeof empty === "string" ? empty : t("choose")}</option>}
        {options.map((item) =>
          "group" in item ? (
            <optgroup key={item.group} label={item.group}>
              {item.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={item.value} value={item.value}>
              {item.label}
            </option>
          ),
        )}
      </select>
    </Field>
  );
}
