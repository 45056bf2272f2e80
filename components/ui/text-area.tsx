import { useTranslations } from "next-intl";
import type { TextareaHTMLAttributes } from "react";
import { CharacterCount } from "./character-count";
import { Field, type FieldWords } from "./field";

type Props = FieldWords & { name: string; id?: string; max?: number; className?: string } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    "id" | "name" | "maxLength"
  >;

/** Several lines. `max`: characters allowed; they are counted, never cut off while one writes. */
export function TextArea({ label, hint, error, optional, name, id = name, max, className, rows = 5, ...rest }: Props) {
  const t = useTranslations("ui.field");
  const described = [error && `${id}-error`, hint && `${id}-hint`, max && `${id}-count`].filter(Boolean).join(" ");
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <textarea
        {...rest}
        name={name}
        id={id}
        rows={rows}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        className="input"
      />
      {max && (
        <CharacterCount of={id} max={max} limit={t("limit", { max: String(max) })} left={t.raw("left")} over={t.raw("over")} />
      )}
    </Field>
  );
}
